"""The columns of text: their edges, how full each is, what is left empty (欠文)."""

from typing import Final

from layout.display.items import Item, Page
from layout.geometry import Rect
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.marks import EMPTY, FRAME, HAIR, TAG_PT, area, outline
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
        marks=tuple(_edges(page)),
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


def _edges(page: Page) -> list[Item]:
    """Each frame's edge, as far as the type area goes: below it no line is set."""
    return [
        item
        for frame in page.frames
        for item in outline(on_type_area(page, frame.rect), FRAME, HAIR * 1.5)
    ]


def on_type_area(page: Page, rect: Rect) -> Rect:
    """A column as far as the type area goes; one that lies below it as it is."""
    foot = page.grid.type_area.bottom
    if rect.y >= foot or rect.bottom <= foot:
        return rect
    return Rect(rect.x, rect.y, rect.width, foot - rect.y)


def _labels(facts: ProofFacts) -> list[LayerLabel]:
    """Each frame's number in reading order, its lines of how many."""
    letters, frames = facts.letters, facts.page.frames
    labels: list[LayerLabel] = []
    for order, frame in enumerate(frames, 1):
        r = on_type_area(facts.page, frame.rect)
        tag = letters.tag(str(order), (r.x, r.y - 1.35 * ORDER_PT), ORDER_PT, FRAME)
        top = (r.x, r.y - 1.35 * ORDER_PT)  # larger it goes down: over it stands the headline
        labels.append(LayerLabel(at=top, size=ORDER_PT, items=tuple(tag)))
        filled = said("part.layer-frame-lines", lines=frame.lines, room=frame.room)
        below = letters.put(filled.words(facts.lang), (r.x, r.bottom + TAG_PT), TAG_PT, FRAME)
        labels.append(LayerLabel(at=(r.x, r.bottom), size=TAG_PT, items=tuple(below)))
    return labels
