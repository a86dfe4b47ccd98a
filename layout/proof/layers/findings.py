"""Findings of the checks where they lie, numbered as in the list."""

from typing import Final

from layout.check.makeup.drawn import extent
from layout.color import Color
from layout.display.items import Item, Stroke
from layout.geometry import Rect, hull
from layout.proof.layers import unfit
from layout.proof.layers.layer import Layer, LayerLabel, NumberedFinding, ProofFacts
from layout.proof.marks import GRAVE, NODE, covered, inked, outline

NAME: Final = "findings"
TITLE: Final = "part.layer-findings"
NUMBER_PT: Final = 8.4
"""Over 11 pixels at 96 an inch: it is read on a screen at its true size."""
DEEP_PT: Final = 30.0
"""A place higher than this is no line of type."""
EDGE_PT: Final = 1.2
THIN_PT: Final = 0.6
"""The frame of a whole block for what does not stop the page: it is not to be louder than what is
marked inside of it."""
DASH: Final = (3.0, 2.0)
OFF_PT: Final = 1.0
"""From a place to its frame."""
LEAST_PT: Final = 6.0
"""A place smaller than this is drawn as large."""


def layer(facts: ProofFacts) -> Layer:
    """Each place in a frame of the finding's colour, with its number where it covers least type;
    numbers do not cover one another, nor what is told of what does not fit."""
    over: list[Item] = []
    labels: list[LayerLabel] = []
    for one, tag in _tagged(facts):
        assert one.rect is not None
        colour = GRAVE[one.found.severity]
        over += _frame(seen(one.rect), colour, stops=one.found.severity == "error")
        at = (tag.x, tag.y)
        number = facts.letters.tag(str(one.number), at, NUMBER_PT, colour)
        labels.append(LayerLabel(at=at, size=NUMBER_PT, items=tuple(number)))
    return Layer(name=NAME, marks=tuple(over), labels=tuple(labels))


def tags(facts: ProofFacts) -> list[Rect]:
    """Where the numbers of the findings of a page stand."""
    return [tag for _, tag in _tagged(facts)]


def _tagged(facts: ProofFacts) -> list[tuple[NumberedFinding, Rect]]:
    """The findings that have a place, with that of their number."""
    out: list[tuple[NumberedFinding, Rect]] = []
    taken: list[Rect] = [
        hull([extent(item) for item in label.items]) for label in unfit.layer(facts).labels
    ]
    words = inked(facts.page.items)
    for one in facts.findings:
        if one.rect is None:
            continue
        width = facts.letters.width(str(one.number), NUMBER_PT) + 0.7 * NUMBER_PT
        places = [free(place, taken) for place in _places(seen(one.rect), width)]
        inside = [place for place in places if place.right <= facts.page.width] or places
        tag = min(inside, key=lambda place: covered(place, words))
        taken.append(tag)
        out.append((one, tag))
    return out


def _frame(rect: Rect, colour: Color, *, stops: bool) -> list[Item]:
    """The frame of a place: of a line of type, and of what stops the page, a full line; of a whole
    block a thin dashed one."""
    if stops or rect.height <= DEEP_PT:
        return outline(rect, colour, EDGE_PT)
    corners = (
        (rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom),
    )  # fmt: skip
    return [
        Stroke(
            x1=ax, y1=ay, x2=bx, y2=by, width=THIN_PT, color=colour, dash=DASH, node=NODE
        )
        for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True)
    ]  # fmt: skip


def _places(rect: Rect, width: float) -> list[Rect]:
    """Where the number of a place may stand, the best first: that of a picture or a block at its
    corner, inside, over it or beside it; that of a line beside or over it."""
    high = 1.35 * NUMBER_PT
    inside, over = (rect.x, rect.y), (rect.x, rect.y - high)
    beside = (max(rect.x - width, 0.0), rect.y)
    order = (inside, over, beside) if rect.height > DEEP_PT else (beside, over)
    return [Rect(x, y, width, high) for x, y in order]


def seen(rect: Rect) -> Rect:
    """A place as its frame is drawn: off the type inside, and at least as large as can be seen,
    about its middle."""
    width, height = max(rect.width + 2 * OFF_PT, LEAST_PT), max(rect.height + 2 * OFF_PT, LEAST_PT)
    return Rect(
        rect.x - (width - rect.width) / 2, rect.y - (height - rect.height) / 2, width, height
    )


def free(rect: Rect, taken: list[Rect]) -> Rect:
    """The place moved to the right until it meets none that is taken; never above the page."""
    place = Rect(rect.x, max(rect.y, 0.0), rect.width, rect.height)
    while met := next((one for one in taken if one.meets(place)), None):
        place = Rect(met.right + 1.0, place.y, place.width, place.height)
    return place
