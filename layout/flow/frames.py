"""Columns inside a block: whole characters wide, what is left over goes into the gutters."""

from layout.geometry import Rect
from layout.record import record


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
) -> tuple[tuple[float, float], ...]:
    """Left edge and measure of each of `count` columns, in points.

    The policy is Founder's 绝对: equal columns of whole characters of `size` (or the stated
    `measure`), what is left over widens the gutters, which are never under `gutter`. A lone column
    stands in the middle of what it leaves.
    """
    if measure is None:
        room = (inner.width - (count - 1) * gutter) / count
        measure = max(1, int(room / size + 1e-6)) * size
    left = inner.width - count * measure
    if count == 1:
        return ((inner.x + max(0.0, left) / 2, measure),)
    gap = left / (count - 1)
    return tuple((inner.x + i * (measure + gap), measure) for i in range(count))


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
