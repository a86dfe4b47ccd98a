"""Page numbers on a disc or a square, in the middle of it by their ink and not by their em box."""

import math
from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.flow.placed import PlacedItem
from layout.flow.rules import rules
from layout.flow.type.inkbox import ink_box
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.spec.resolve.resolved import RPageMark, StyledText
from layout.units import fits

AROUND: Final = 1.5
"""Across a disc, of the way from corner to corner of the ink of its number, at least; for a figure
that is about twice its height. Of a square, of the longer side of the ink."""
SQUARE: Final = 1.55
LEAST: Final = 1.12
"""Of that way, what a stated size must have: the ink would touch the edge."""
FIGURE: Final = 0.74  # em: the height of a figure, of which no mark is smaller than one is for


def mark_size(setter: Setter, mark: RPageMark, pages: Sequence[StyledText]) -> float:
    """Across the marks of all numbers of a 导读, which are alike, in points."""
    if mark.size:
        return mark.size
    return max((_needed(setter, mark, page, AROUND, SQUARE) for page in pages), default=0.0)


def _needed(setter: Setter, mark: RPageMark, page: StyledText, disc: float, square: float) -> float:
    """Across a mark that holds a number, with so much room for its ink."""
    line = setter.display(page)
    ink = ink_box(setter, line)
    high = max(ink.height, FIGURE * line.height)
    if mark.shape == "square":
        return square * max(ink.width, high)
    return disc * math.hypot(ink.width, high)


def on_its_mark(
    setter: Setter, mark: RPageMark, page: StyledText, where: tuple[float, float, float], node: str
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """A number on its mark, whose left edge, middle height and size are `where`; and an error
    where it is too large for it."""
    x, middle, size = where
    place = Rect(x, middle - size / 2, size, size)
    corners = (size / 2,) * 4 if mark.shape == "disc" else mark.corners
    out: list[PlacedItem] = [rules.ground(place, mark.fill, corners, node, "panel")]
    line = setter.display(page)
    ink = ink_box(setter, line)
    left = place.x + (size - ink.width) / 2 - ink.x
    top = middle - ink.height / 2 - ink.y
    out.append(line.at(left, top, line.width, node))
    least = _needed(setter, mark, page, LEAST, LEAST)
    found = list(line.diagnostics)
    if not fits(least, size):
        found.append(error("INDEX.mark", page.place, page=page.text, size_pt=size, least_pt=least))
    return out, found
