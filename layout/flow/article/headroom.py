"""What a 小标题 off the grid takes of it: whole lines, over its rows, under them, and where in the
columns there is room for it.

text text text text
─────────────────── above
小标题的第一行
小标题的第二行
▄▄▄▄─────────────── below, with its bar
text text text text  on the grid again
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final, NamedTuple

from layout.flow.columns.slots import GAP, Slot, rows_from
from layout.flow.rules import rules
from layout.spec.resolve.resolved import RStory, RSubhead
from layout.units import whole_up

INSIDE: Final = 0.4
"""em from a rule to the rows: they are one thing."""
OUTSIDE: Final = 0.7
"""Lines of the grid that are white above and below it together, at least."""
BELOW: Final = 0.3
"""Of them below it, where it stands at a column's head and has none above."""
KEPT: Final = 1
"""Lines of text that must have room under it where it is given its place."""


class HeadRoom(NamedTuple):
    """Lines of the grid that a 小标题 of so many `rows` takes: `white` above it, except at a
    column's head, and `over` and `under` its rows wherever it stands."""

    white: int
    over: int
    rows: int
    under: int

    @property
    def whole(self) -> int:
        """All that it takes at a column's head."""
        return self.over + self.rows + self.under


def high(heading: RSubhead, rows: int, size: float) -> float:
    """How high it is, from its upper rule to the foot of its lower one."""
    foot = 2 * max(rules.reach(heading.below), rules.reach(heading.bar))
    under = foot + INSIDE * size if foot else 0.0
    return head(heading, size) + (rows - 1) * heading.leading + size + under


def head(heading: RSubhead, size: float) -> float:
    """From the head of its upper rule to the em box of its first row."""
    reach = 2 * rules.reach(heading.above)
    return reach + INSIDE * size if reach else 0.0


def head_room(story: RStory, rows: int, size: float) -> HeadRoom:
    """What a 小标题 of so many rows takes: the lines stated, or those it needs.

    Between the type over it and under it there is the white of one line besides its own lines; at
    a column's head it begins where the text beside it does.
    """
    heading = story.heading
    assert heading is not None
    pitch = story.body.leading or heading.pitch
    own = high(heading, rows, size)
    needed = whole_up((own + OUTSIDE * pitch + story.body.size) / pitch - 1)
    lines = max(rows, needed if heading.lines is None else heading.lines)
    at_head = max(rows, min(lines, whole_up(own / pitch + BELOW)))
    free = at_head - rows
    return HeadRoom(lines - at_head, free - free // 2, rows, free // 2)


def seat(
    taken: Callable[[float], HeadRoom], slots: Sequence[Slot], at: int, heads: AbstractSet[int]
) -> tuple[list[int], float, int]:
    """Where a 小标题 has room from a slot on, in lines one right under another and one of text
    below: the slots of its rows, its measure, and the slot after it. `taken` tells what it takes
    at a measure.

    Where no column has room it has the slots there are.
    """
    start = at
    while True:
        measure = slots[min(start, len(slots) - 1)].measure if slots else 1.0
        room = taken(measure)
        white = room.white if start and start not in heads else 0
        rows = rows_from(slots, start, heads)
        together = _together(slots, rows)
        if white + room.whole + KEPT <= together or start >= len(slots):
            break
        # What is left of the column, or of it over a picture, is too low.
        after = min((n for n in heads if n > start), default=len(slots))
        start = rows[together] if together < len(rows) else after
    first = white + room.over
    end = white + room.whole
    return rows[first : first + room.rows], measure, rows[end] if end < len(rows) else len(slots)


def _together(slots: Sequence[Slot], rows: Sequence[int]) -> int:
    """How many of the first lines stand one right under another."""
    steps = [slots[b].baseline - slots[a].baseline for a, b in pairwise(rows)]
    least = min(steps, default=0.0)
    apart = next((k for k, step in enumerate(steps) if step > GAP * least), len(steps))
    return min(apart + 1, len(rows))
