"""The places of a story's lines, in reading order: a slot a line, two where something stands
between them.

Columns, obstacles and threads all come down to this: whatever the shape a story runs in, its text
sees a row of slots, each with its measure.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from layout.flow.columns.frames import ColumnFrame
from layout.record import record
from layout.units import EM_ASCENT, EPS_PT

LEAST_MEASURE_EM: Final = 4.0
"""Narrower than four characters beside a picture no line can be set evenly; the white is kept."""

SIDE_MEASURE_EM: Final = 8.0
"""Where something stands in the middle of a line, each piece beside it has so many characters: of
less nobody makes out which pieces belong together, and each is set loose. Newspapers set such text
at the wider side alone."""
ONE_SIDE_EM: Final = 6.0
"""What a line has at the wider side where both are narrower than that; of less it is a stub."""
SAME_LINE: Final = 0.5
"""Points: baselines nearer than that are one line of the page."""
GAP: Final = 1.5
"""Lines of the grid from one line of a column to the next: with more, something stands between."""

Parts = list[tuple[float, float]]
"""What is free of a line, as left and right edges."""


class Slot(NamedTuple):
    """A place for one line: its left edge, baseline and measure, in points."""

    x: float
    baseline: float
    measure: float


@record
class Obstacle:
    """What text keeps clear of: a polygon in points on the page, and the white round it."""

    points: tuple[tuple[float, float], ...]
    standoff: float

    def reaches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether it comes near a rectangle at all."""
        xs = [x for x, _ in self.points]
        ys = [y for _, y in self.points]
        return (
            min(xs) - self.standoff < right
            and max(xs) + self.standoff > left
            and min(ys) - self.standoff < bottom
            and max(ys) + self.standoff > top
        )


def column_slots(
    frame: ColumnFrame, size: float, em: float, obstacles: Iterable[Obstacle]
) -> tuple[Slot, ...]:
    """The slots of a column for lines of `size` points, in whole characters `em` wide beside an
    obstacle; from the top down, on one baseline from left to right."""
    right = frame.x + frame.measure
    near = [o for o in obstacles if o.reaches(frame.x, frame.top, right, frame.bottom)]
    if not near:
        return tuple([Slot(frame.x, y, frame.measure) for y in frame.baselines])
    from layout.flow.columns.outline import blocked, free  # few columns have anything in their way

    rows: list[Parts] = []
    for y in frame.baselines:
        top = y - EM_ASCENT * size
        taken: list[tuple[float, float]] = []
        for obstacle in near:
            taken += blocked(obstacle.points, top, top + size, obstacle.standoff)
        rows.append(free(frame.x, right, taken, em, em))
    return tuple(
        Slot(left, y, end - left)
        for y, parts in zip(frame.baselines, _calm(_sided(rows, em)), strict=True)
        for left, end in parts
    )


def _sided(rows: Sequence[Parts], em: float) -> list[Parts]:
    """The pieces of each line that are wide enough for type `em` points wide.

    Where no piece of a line is wide enough, the wider side is set: of lines one after the other the
    same one, that which has more room in them together; the left one where both have as much.
    """
    out: list[Parts] = []
    for parts in rows:
        least = LEAST_MEASURE_EM if len(parts) == 1 else SIDE_MEASURE_EM
        out.append([(a, b) for a, b in parts if b - a >= least * em - EPS_PT])
    narrow = [len(parts) > 1 and not kept for parts, kept in zip(rows, out, strict=True)]
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and narrow[end]:
            end += 1
        lefts = sum(parts[0][1] - parts[0][0] for parts in rows[at:end])
        rights = sum(parts[-1][1] - parts[-1][0] for parts in rows[at:end])
        for k in range(at, end):
            a, b = rows[k][0 if lefts >= rights - EPS_PT else -1]
            if b - a >= ONE_SIDE_EM * em - EPS_PT:
                out[k] = [(a, b)]
        at = end + 1
    return out


def _calm(rows: Sequence[Parts]) -> list[Parts]:
    """The pieces of each line without notches of a single line: a word alone in one is a stub, and
    an edge that goes out and in again is no edge."""
    out = list(rows)
    for k in range(1, len(rows) - 1):
        above, here, below = rows[k - 1], rows[k], rows[k + 1]
        if len(above) == len(here) == len(below):
            out[k] = [
                (max(left, min(a, b)), min(right, max(c, d)))
                for (left, right), (a, c), (b, d) in zip(here, above, below, strict=True)
            ]
    return out


def uniform(columns: Sequence[Sequence[Slot]]) -> float | None:
    """The one measure of all slots; None where they differ."""
    measures = {round(slot.measure, 4) for slots in columns for slot in slots}
    first = next((slot.measure for slots in columns for slot in slots), None)
    return first if len(measures) == 1 else None


# The slots of all columns one after another, the number of the first of each among the `heads`


def beside(slots: Sequence[Slot], at: int, heads: AbstractSet[int]) -> bool:
    """Whether a slot is on one line with that before it."""
    return (
        at < len(slots)
        and at not in heads
        and slots[at].baseline - slots[at - 1].baseline < SAME_LINE
    )


def next_line(slots: Sequence[Slot], at: int, heads: AbstractSet[int]) -> int:
    """The first slot on the line after that of one."""
    at += 1
    while beside(slots, at, heads):
        at += 1
    return at


def rows_from(slots: Sequence[Slot], at: int, heads: AbstractSet[int]) -> list[int]:
    """The first slot of each row from one on to the end of its column."""
    out: list[int] = []
    while at < len(slots) and (not out or at not in heads):
        out.append(at)
        at = next_line(slots, at, heads)
    return out


def lines_below(
    slots: Sequence[Slot],
    at: int,
    lines: int,
    heads: AbstractSet[int],
    stops: AbstractSet[int] | None = None,
) -> int:
    """The first slot so many lines below that of one, or the first of `stops` on the way, which are
    the `heads` of columns where nothing else is said."""
    stops = heads if stops is None else stops
    for _ in range(lines):
        if at in stops:
            break
        at = next_line(slots, at, heads)
    return at


def drawn_in(slots: Sequence[Slot], at: int, heads: AbstractSet[int]) -> Slot | None:
    """The slot of a paragraph's first line, made to begin where the line under it does.

    Beside a slanting outline its own edge may reach further out, and its indent would not be seen.
    """
    if at + 1 >= len(slots) or at + 1 in heads:
        return None
    here, below = slots[at], slots[at + 1]
    by = below.x - here.x
    same_part = below.baseline > here.baseline and below.x < here.x + here.measure
    if by <= 0 or not same_part or by > here.measure / 2:
        return None
    return Slot(below.x, here.baseline, here.measure - by)


def shortest(measures: Sequence[float]) -> Sequence[float]:
    """Measures without those at the end that only repeat the last but one."""
    end = len(measures)
    while end > 1 and measures[end - 2] == measures[-1]:
        end -= 1
    return measures[:end]
