"""Findings of the checks where they lie, numbered as in the list."""

from typing import Final

from layout.display.items import Item
from layout.geometry import Rect
from layout.proof.layers.layer import Layer, ProofFacts
from layout.proof.marks import GRAVE, outline

NAME: Final = "findings"
TITLE: Final = "part.layer-findings"
NUMBER_PT: Final = 6.5
DEEP_PT: Final = 30.0
"""A place higher than this is no line of type."""
EDGE_PT: Final = 1.2
LEAST_PT: Final = 6.0
"""A place smaller than this is drawn as large."""


def layer(facts: ProofFacts) -> Layer:
    """Each place in a frame of the finding's colour, with its number beside it, where less type
    stands; numbers do not cover one another."""
    over: list[Item] = []
    taken: list[Rect] = []
    for one in facts.findings:
        if one.rect is None:
            continue
        colour = GRAVE[one.found.severity]
        rect = seen(one.rect)
        over += outline(rect, colour, EDGE_PT)
        words = str(one.number)
        width = facts.letters.width(words, NUMBER_PT) + 0.7 * NUMBER_PT
        left, top = rect.x - width, rect.y
        if rect.height > DEEP_PT or left < 0:  # inside, at the corner of a picture or a block
            left = rect.x
        if rect.height > 2 * rect.width and rect.height > DEEP_PT:  # a column of type
            top = rect.y - 1.35 * NUMBER_PT
        tag = free(Rect(left, top, width, 1.35 * NUMBER_PT), taken)
        taken.append(tag)
        over += facts.letters.tag(words, (tag.x, tag.y), NUMBER_PT, colour)
    return Layer(name=NAME, over=tuple(over))


def seen(rect: Rect) -> Rect:
    """A place at least as large as can be seen, about its middle."""
    width, height = max(rect.width, LEAST_PT), max(rect.height, LEAST_PT)
    return Rect(
        rect.x - (width - rect.width) / 2, rect.y - (height - rect.height) / 2, width, height
    )


def free(rect: Rect, taken: list[Rect]) -> Rect:
    """The place moved to the right until it meets none that is taken; never above the page."""
    place = Rect(rect.x, max(rect.y, 0.0), rect.width, rect.height)
    while met := next((one for one in taken if one.meets(place)), None):
        place = Rect(met.right + 1.0, place.y, place.width, place.height)
    return place
