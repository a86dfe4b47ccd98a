"""The columns of text: their edges, how full each is, what is over or left empty (溢文 欠文)."""

from collections.abc import Mapping
from typing import Final

from layout.display.items import Frame, Item, Page
from layout.geometry import Rect
from layout.proof.layers.layer import Layer, ProofFacts
from layout.proof.marks import EMPTY, FRAME, HAIR, OVER, TAG_PT, Letters, area, outline

NAME: Final = "frames"
TITLE: Final = "part.layer-frames"
ORDER_PT: Final = 6.5


def layer(facts: ProofFacts) -> Layer:
    """What is left empty tinted; edges, order and figures on top."""
    page = facts.page
    return Layer(
        name=NAME,
        under=tuple(_empty_lines(page)),
        over=tuple(_edges(page, facts.letters, facts.oversets)),
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


def _edges(page: Page, letters: Letters, oversets: Mapping[str, str]) -> list[Item]:
    """Each frame's edge, its number in reading order, its lines of how many; overset in red.

    `oversets` are words for each node whose text does not fit.
    """
    items: list[Item] = []
    for order, frame in enumerate(page.frames, 1):
        r = frame.rect
        items += outline(r, FRAME, HAIR * 1.5)
        items += letters.tag(str(order), (r.x, r.y - 1.35 * ORDER_PT), ORDER_PT, FRAME)
        items += letters.put(f"{frame.lines}/{frame.room}", (r.x, r.bottom + TAG_PT), TAG_PT, FRAME)
    for node, words in oversets.items():
        last = _last(page.frames, node)
        if last is not None:
            r = last.rect
            items.append(area(Rect(r.x, r.bottom - 1.5, r.width, 3.0), OVER))
            items += letters.tag(words, (r.right, r.bottom + 1.5), ORDER_PT, OVER, "right")
    return items


def _last(frames: tuple[Frame, ...], node: str) -> Frame | None:
    return next((f for f in reversed(frames) if f.node == node), None)
