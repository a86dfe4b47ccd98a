"""How large the type of a 主题 is, and how far it is condensed or flattened (长 扁) to fill.

Knows numbers only. Every size in half points is weighed, so that none is better by the rule that
`chosen` states.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from layout.record import record
from layout.spec.resolve.defaults import natural_scale
from layout.units import ROUNDING, whole_down

HALF: Final = 0.5
"""Points: sizes that fit are whole multiples of it."""
STEPS: Final = 1000
"""Scales that are chosen are whole parts of so many: a line of 1,000 pt is short by 1 at most."""
LARGEST: Final = 600.0
"""Points: type larger than what a sheet may write is no type."""
ALIKE: Final = 0.003
"""Types whose glyphs cover as much but for so small a part of it are as large as one another, and
the one nearest to the face's own shape is taken. Three steps: what rounding two scales can do."""
MOULD: Final = 1.0
"""What a change of shape costs beside size: the square of the logarithm of how much narrower or
wider than drawn glyphs are, as a part of the size. A title at 70 % must be an eighth larger than
one as it is drawn to be worth more, at 88 % a sixtieth, at 60 % a quarter: a reader sees the
first at once, the second hardly."""


@record
class Lines:
    """A way to part a title: the em of its longest line with the white at its ends, of all its
    lines with the white between and beside them; and whether it cuts a word."""

    em: float
    deep: float
    cut: bool


@record
class Space:
    """A place `length` points along the lines and `depth` across them, and the scales that type
    may have: `along` the lines and `across` them. Type is made deeper than it is drawn only where
    `fill` says that the depth is to be filled."""

    length: float
    depth: float
    along: tuple[float, float]
    across: tuple[float, float]
    fill: bool


class Shape(NamedTuple):
    """A written size, and the scales of its glyphs along and across the line."""

    size: float
    along: float
    across: float

    @property
    def area(self) -> float:
        """What a character covers, in square points."""
        return self.size * self.size * self.along * self.across


def chosen(
    ways: Sequence[Lines], space: Space, least: float, most: float
) -> tuple[int, Shape] | None:
    """The way that is best and its shape; None where nothing fits. A `most` of 0 is open.

    Of a way it is the shape that covers most, and among `ALIKE` ones that nearest to the face's
    own. Glyphs are longer along the line, or across it, than the face has them only where that
    fills the length, or the depth. Of ways it is one that cuts no word, and then the one that is
    largest for what its change of shape costs (`MOULD`).
    """
    best: tuple[tuple[bool, float, int], int, Shape] | None = None
    for k, way in enumerate(ways):
        shape = _largest(list(shapes(way, space, least, most)), space)
        if shape is not None:
            rank = (way.cut, -worth(shape, space), k)
            if best is None or rank < best[0]:
                best = rank, k, shape
    return best[1:] if best is not None else None


def worth(shape: Shape, space: Space) -> float:
    """What type is worth: its size, as a logarithm, less what its change of shape costs."""
    return math.log(shape.area) / 2 - MOULD * _squeezed(shape, space) ** 2


def shapes(way: Lines, space: Space, least: float, most: float) -> Iterator[Shape]:
    """The shape of each size in which a way fits its place, from the least on."""
    size = least
    while size <= (most or LARGEST) + ROUNDING:
        along = _scale(space.length / (way.em * size), space.along, fill=True)
        across = _scale(space.depth / (way.deep * size), space.across, fill=space.fill)
        if not along or not across:
            return  # larger type needs no less
        yield Shape(size, along, across)
        size = (whole_down(size / HALF) + 1) * HALF


def _scale(room: float, between: tuple[float, float], *, fill: bool) -> float:
    """The largest scale that goes into its room, no larger than natural unless it fills it; 0 where
    none does."""
    least, most = between
    natural = natural_scale(between)
    if room < least - ROUNDING:
        return 0.0
    if room > most + 1 / STEPS or (room > natural and not fill):
        return natural
    return max(least, min(most, whole_down(room * STEPS) / STEPS))


def _largest(found: Sequence[Shape], space: Space) -> Shape | None:
    """Of shapes of one way the one that covers most, and is nearest to the face's own."""
    if not found:
        return None
    most = max(shape.area for shape in found)
    alike = [shape for shape in found if shape.area >= most * (1 - ALIKE)]
    return min(alike, key=lambda shape: (_changed(shape, space), -shape.area))


def _changed(shape: Shape, space: Space) -> float:
    """How much a shape differs from the face's own in both ways together, as logarithms."""
    along = shape.along / natural_scale(space.along)
    across = shape.across / natural_scale(space.across)
    return abs(math.log(along)) + abs(math.log(across))


def _squeezed(shape: Shape, space: Space) -> float:
    """How much narrower or wider for its height type is than the style's nearest to the face's
    own, as a logarithm."""
    natural = natural_scale(space.along) / natural_scale(space.across)
    return math.log(shape.along / shape.across / natural)
