"""小标题 off the grid in their places: their rows with a leading of their own, and their rules."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.flow.article.headroom import INSIDE, head, head_room, high
from layout.flow.article.pour import SetSlot
from layout.flow.placed import PlacedItem
from layout.flow.rules import rules
from layout.record import record
from layout.spec.resolve.resolved import RStory, RSubhead
from layout.units import EM_ASCENT, EPS_PT

ABOVE: Final = 0.55
"""Share of the white about one that is above it: it belongs to the text under it."""


@record
class StoodHeads:
    """小标题 in their places: rules, and the baselines of their rows by column and place in it."""

    items: tuple[PlacedItem, ...]
    baselines: dict[tuple[int, int], float]
    diagnostics: tuple[Diagnostic, ...]


def stood(story: RStory, columns: Sequence[Sequence[SetSlot]], pitch: float) -> StoodHeads:
    """The 小标题 off the grid among the lines of a story's columns, `pitch` apart."""
    heading = story.heading
    assert heading is not None
    items: list[PlacedItem] = []
    baselines: dict[tuple[int, int], float] = {}
    found: list[Diagnostic] = []
    body = story.body.size
    for number, column in enumerate(columns):
        for first, last in _groups(column):
            rows = column[first:last]
            line = rows[0].line
            assert line is not None
            size = line.style.size
            room = head_room(story, len(rows), size)
            white = min(rows[0].blank, room.white) if first else 0
            top = rows[0].slot.baseline - (rows[0].above + white) * pitch - EM_ASCENT * body
            own = high(heading, len(rows), size)
            given = (white + room.whole) * pitch + (pitch - body if first else 0.0)
            if given < own - EPS_PT:
                place = story.story.paragraphs[line.paragraph - 1].place_at(0)
                found.append(
                    error(
                        "SUBHEAD.lines", place, height_pt=own, lines=white + room.whole,
                        room_pt=given,
                    )
                )  # fmt: skip
            if first:
                top += ABOVE * max(0.0, given - own) - (pitch - body)
            y = top + head(heading, size)
            for k in range(first, last):
                baselines[number, k] = y + EM_ASCENT * size + (k - first) * heading.leading
            foot = y + (len(rows) - 1) * heading.leading + (1 + INSIDE) * size
            items += _ruled(heading, rows, line.node, top=top, foot=foot)
    return StoodHeads(items=tuple(items), baselines=baselines, diagnostics=tuple(found))


def _ruled(
    heading: RSubhead, rows: Sequence[SetSlot], node: str, *, top: float, foot: float
) -> Iterator[PlacedItem]:
    """The rules of a 小标题, the upper one hanging from `top`, the lower one from `foot`."""
    x = max(row.slot.x for row in rows)
    width = min(row.slot.x + row.slot.measure for row in rows) - x
    for rule, y in ((heading.above, top), (heading.below, foot)):
        yield from rules.horizontal(rule, x, y + rules.reach(rule), width, node)
    if heading.bar != "none":
        length = min(heading.length, width)
        left = x if heading.end == "left" else x + width - length
        y = foot + rules.reach(heading.bar)
        yield from rules.horizontal(heading.bar, left, y, length, node)


def _groups(column: Sequence[SetSlot]) -> Iterator[tuple[int, int]]:
    """The stretches of a column's lines that are one 小标题 off the grid."""
    first = 0
    while first < len(column):
        line = column[first].line
        last = first + 1
        if line is not None and line.head and line.inside is None:
            while last < len(column) and _same(column[last], line.paragraph):
                last += 1
            yield first, last
        first = last


def _same(entry: SetSlot, paragraph: int) -> bool:
    return entry.line is not None and entry.line.paragraph == paragraph
