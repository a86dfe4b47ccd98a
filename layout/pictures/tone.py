"""Tones of pictures in black alone: shadows that stay open on newsprint, and a least dot.

A screen prints darker than it is written. Above some 85 % its dots run together and every shadow is
one black; below some 3 % they do not hold on the plate. Both ends are brought within what prints by
a table of 256 values, so that a JPEG need not be decoded and coded again. House rules of newspaper
prepress give 3 % to 85 %.
"""

from collections.abc import Sequence
from typing import Final

from layout.units import ROUNDING

MOST_BLACK: Final = 85.0
LEAST_DOT: Final = 3.0
MIDDLE: Final = 50.0
"""Per cent of K up to which nothing is changed: lights and middle tones stay as they are."""

Table = Sequence[int]
"""K of each of 256 greys, 0 to 255: 0 is black in a picture and 255 is paper."""

AS_IT_IS: Final[Table] = tuple(range(255, -1, -1))


def opened(table: Table, darkest: int, most: float = MOST_BLACK) -> Table:
    """A table whose values up to `darkest`, the most K that a picture has by it, end at `most` per
    cent: unchanged up to the middle, where the curve leaves without a bend, and rising all the way.

    y = x / (1 + a x), measured from the middle, with a such that `darkest` comes to `most`. It
    gives the deepest shadows at least half of the steps they had, where none would be left of them
    if they were cut off.
    """
    top = most * 2.55
    if darkest <= top + 0.5:
        return table
    start = min(MIDDLE * 2.55, top * 0.6)
    bend = 1 / (top - start) - 1 / (darkest - start)

    def one(value: int) -> int:
        if value <= start:
            return value
        over = min(value, darkest) - start
        return int(start + over / (1 + bend * over) + 0.5)

    return tuple([min(one(value), int(top + ROUNDING)) for value in table])


def held(table: Table, least: float = LEAST_DOT) -> Table:
    """A table without a dot smaller than `least` per cent: what is nearer to it is raised to it,
    what is nearer to bare paper becomes that. Bare paper stays bare."""
    small = least * 2.55
    dot = int(small + 0.999)

    def one(value: int) -> int:
        if value >= small:
            return value
        return dot if value >= small / 2 else 0

    return tuple([one(value) for value in table])


def share(histogram: Sequence[int], table: Table, above: float, below: float = 101.0) -> float:
    """Per cent of a picture's pixels whose K by the table is over `above` and under `below` per
    cent. `histogram` counts its greys."""
    total = sum(histogram)
    low, high = above * 2.55, below * 2.55
    count = sum(n for n, ink in zip(histogram, table, strict=True) if low < ink < high)
    return 100 * count / total if total else 0.0


def darkest(histogram: Sequence[int], table: Table) -> int:
    """The most K, 0 to 255, that a picture has by the table."""
    return max((ink for n, ink in zip(histogram, table, strict=True) if n), default=0)
