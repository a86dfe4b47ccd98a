"""How high the rows of a table are, and how many of them have room. Numbers only."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from layout.units import fits


class CellDepth(NamedTuple):
    """A cell that goes over `rows` rows from `row` on, and the lines it takes."""

    row: int
    rows: int
    depth: int


def row_depths(rows: int, cells: Iterable[CellDepth]) -> list[int]:
    """Lines of each row: of its highest cell, one at least. What a cell over several rows lacks in
    them, the last one of them has more."""
    depths = [1] * rows
    several = []
    for cell in cells:
        if cell.rows == 1:
            depths[cell.row] = max(depths[cell.row], cell.depth)
        else:
            several.append(cell)
    for cell in sorted(several, key=lambda c: (c.rows, c.row)):
        last = cell.row + cell.rows - 1
        lack = cell.depth - sum(depths[cell.row : last + 1])
        depths[last] += max(0, lack)
    return depths


def row_tops(depths: Sequence[int], leading: float, air: float) -> list[float]:
    """Where each row begins, from the first one's top, and where the last one ends."""
    return list(accumulate((depth * leading + air for depth in depths), initial=0.0))


def rows_in(tops: Sequence[float], room: float, cells: Iterable[CellDepth]) -> int:
    """How many rows from the first on have room, no cell cut in two."""
    count = sum(fits(foot, room) for foot in tops[1:])
    held = [cell for cell in cells if cell.rows > 1]
    while any(cell.row < count < cell.row + cell.rows for cell in held):
        count -= 1
    return count
