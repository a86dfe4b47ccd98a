"""The columns of a block: where each stands and how wide it is, by the four policies of 破栏."""

from collections.abc import Sequence
from typing import Final

from layout.display.items import Grid
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import RColumns
from layout.units import EPS_PT, whole_down

Edges = tuple[tuple[float, float], ...]
"""Left edge and measure of each column, in points."""
LEAST_STEP: Final = 1.25
"""From column to column of running text, in em, where the grid's pitch is less: solid columns
would touch."""


@record
class ColumnFrame:
    """One column: its left edge and measure in points, and the baselines its lines stand on."""

    x: float
    measure: float
    top: float
    bottom: float
    baselines: tuple[float, ...]


def column_edges(
    inner: Rect, count: int, size: float, gutter: float, measure: float | None
) -> Edges:
    """Left edge and measure of each of `count` columns, in points.

    Equal columns of whole characters of `size` (or the stated `measure`); what is left over widens
    the gutters, which are never under `gutter`. A lone column stands in the middle of what it
    leaves. Founder FIT calls the policy 绝对.
    """
    return _spread(inner, [measure or whole_measure(inner.width, count, size, gutter)] * count)


def whole_measure(width: float, count: int, size: float, gutter: float) -> float:
    """The measure of `count` columns in `width`: the whole characters that go in, one at least."""
    room = (width - (count - 1) * gutter) / count
    return max(1, whole_down(room / size)) * size


def width_beside(columns: RColumns, size: float, room: float) -> float:
    """What the columns of a story take beside its headline, of `room` points. What whole characters
    leave widens the white beside the headline."""
    measure = columns.measure or whole_measure(room, columns.count, size, columns.gutter)
    return columns.count * measure + (columns.count - 1) * columns.gutter


def story_edges(inner: Rect, columns: RColumns, size: float, grid: Grid) -> Edges:
    """The columns of a story in `inner`, whose characters are `size` points wide."""
    if columns.policy == "grid":
        return _of_grid(inner, size, grid)
    if columns.policy == "unequal":
        return _unequal(inner, columns.count, size, columns.gutter)
    if columns.policy == "equal":
        measure = (inner.width - (columns.count - 1) * columns.gutter) / columns.count
        return tuple(
            (inner.x + i * (measure + columns.gutter), measure) for i in range(columns.count)
        )
    return column_edges(inner, columns.count, size, columns.gutter, columns.measure)


def _unequal(inner: Rect, count: int, size: float, gutter: float) -> Edges:
    """相对: whole characters, the odd ones in the first columns. What is less than a character is
    shared by the gutters."""
    whole = max(count, whole_down((inner.width - (count - 1) * gutter) / size))
    each, odd = divmod(whole, count)
    return _spread(inner, [(each + (1 if i < odd else 0)) * size for i in range(count)])


def _of_grid(inner: Rect, size: float, grid: Grid) -> Edges:
    """自动: the page's own columns, as far as they lie in `inner`, in whole characters."""
    out = []
    for left, right in grid.columns:
        a, b = max(left, inner.x), min(right, inner.right)
        whole = whole_down((b - a) / size) * size
        if whole >= size - EPS_PT:
            # What an inset takes from a column it takes at its own side.
            out.append((b - whole if a > left + EPS_PT else a, whole))
    if not out:
        return ((inner.x, max(size, whole_down(inner.width / size) * size)),)
    return tuple(out)


def _spread(inner: Rect, measures: Sequence[float]) -> Edges:
    """Columns from edge to edge of `inner`, the gutters as wide as what they leave."""
    left = inner.width - sum(measures)
    if len(measures) == 1:
        return ((inner.x + max(0.0, left) / 2, measures[0]),)
    gap = left / (len(measures) - 1)
    out = []
    x = inner.x
    for measure in measures:
        out.append((x, measure))
        x += measure + gap
    return tuple(out)


def share(lines: int, columns: int, room: int, *, level: bool) -> tuple[int, ...]:
    """How many of `lines` each column gets, where each has `room`; what is over is overset.

    Filled one after the other, or evenly (`level`), the first columns taking the odd lines.
    """
    lines = min(lines, columns * room)
    if level:
        each, odd = divmod(lines, columns)
        return tuple(each + (1 if i < odd else 0) for i in range(columns))
    out = []
    for _ in range(columns):
        out.append(min(room, lines))
        lines -= out[-1]
    return tuple(out)


def column_step(leading: float, pitch: float, breadth: float) -> float:
    """From the middle of a column of running text to that of the next, in points."""
    return leading or max(pitch, LEAST_STEP * breadth)
