"""The columns of text: their edges, how full each is, what is over or left empty (溢文 欠文)."""

from collections.abc import Mapping
from typing import Final

from layout.display.items import Frame, Item, Page
from layout.geometry import Rect
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.marks import EMPTY, FRAME, HAIR, OVER, TAG_PT, area, outline
from layout.words.said import said

NAME: Final = "frames"
TITLE: Final = "part.layer-frames"
ORDER_PT: Final = 6.5


def layer(facts: ProofFacts) -> Layer:
    """What is left empty tinted; edges, order and figures on top."""
    page = facts.page
    return Layer(
        name=NAME,
        under=tuple(_empty_lines(page)),
        marks=tuple(_edges(page, facts.oversets)),
        labels=tuple(_labels(facts)),
    )


def _empty_lines(page: Page) -> list[Item]:
    """What is left empty at the foot of each frame, for the ground of the page."""
    items: list[Item] = []
    for frame in page.frames:
        if frame.lines < frame.room:
            r = frame.rect
            height = r.height * (frame.room - frame.lines) / frame.room
            items.append(area(Rect(r.x, r.bottom - height, r.width, height), EMPTY))
    return items


def _edges(page: Page, oversets: Mapping[str, str]) -> list[Item]:
    """Each frame's edge; a bar at the foot of the text that does not fit."""
    items = [item for frame in page.frames for item in outline(frame.rect, FRAME, HAIR * 1.5)]
    for node in oversets:
        last = _last(page.frames, node)
        if last is not None:
            r = last.rect
            items.append(area(Rect(r.x, r.bottom - 1.5, r.width, 3.0), OVER))
    return items


def _labels(facts: ProofFacts) -> list[LayerLabel]:
    """Each frame's number in reading order, its lines of how many; what is overset in red."""
    letters, frames = facts.letters, facts.page.frames
    labels: list[LayerLabel] = []
    for order, frame in enumerate(frames, 1):
        r = frame.rect
        tag = letters.tag(str(order), (r.x, r.y - 1.35 * ORDER_PT), ORDER_PT, FRAME)
        labels.append(LayerLabel(at=(r.x, r.y), size=ORDER_PT, items=tuple(tag)))
        filled = said("part.layer-frame-lines", lines=frame.lines, room=frame.room)
        below = letters.put(filled.words(facts.lang), (r.x, r.bottom + TAG_PT), TAG_PT, FRAME)
        labels.append(LayerLabel(at=(r.x, r.bottom), size=TAG_PT, items=tuple(below)))
    for node, words in facts.oversets.items():
        last = _last(frames, node)
        if last is not None:
            at = (last.rect.right, last.rect.bottom + 1.5)
            tag = letters.tag(words, at, ORDER_PT, OVER, "right")
            labels.append(LayerLabel(at=at, size=ORDER_PT, items=tuple(tag)))
    return labels


def _last(frames: tuple[Frame, ...], node: str) -> Frame | None:
    return next((f for f in reversed(frames) if f.node == node), None)
