"""Where a line stands in the room it is given, and what is told of type that stands out of it."""

import math
from typing import Final

from layout.diagnostics import Diagnostic, Place, error
from layout.inline.line import SetLine
from layout.spec.resolve.defaults import TextStyle
from layout.words.said import said

SHARES: Final = {"left": 0.0, "center": 0.5, "right": 1.0}
OVERHANG: Final = 1.5
"""Points that an em box may stand out: no glyph of a face fills its em to the edge."""


def share(align: str) -> float:
    """How much of the free width stands before a line; none before one that fills it."""
    return SHARES.get(align, 0.0)


def over_in_zi(points: float, size: float) -> int:
    """How many characters of a size a length in points is, of one that is too long; 1 at least."""
    return max(1, math.ceil(points / size - 0.001))


def too_wide(what: str, width: float, room: float, place: Place) -> list[Diagnostic]:
    """An error for a row of display type, told as `what` (`part.the-credits`), that does not fit
    its width, both in points."""
    if width <= room + OVERHANG:
        return []
    return [
        error("DISPLAY-WIDE.row", place, what=said(what), width_pt=width, room_pt=max(0.0, room))
    ]


def too_high(what: str, height: float, room: float, place: Place) -> list[Diagnostic]:
    """An error for display type that is higher than its place: it would print over its neighbours.

    Both heights in points, those of em boxes.
    """
    if height <= room + OVERHANG:
        return []
    if room <= 0:
        return [error("DISPLAY-HIGH.no-room", place, what=said(what), height_pt=height)]
    return [error("DISPLAY-HIGH.high", place, what=said(what), height_pt=height, room_pt=room)]


def too_broad(what: str, breadth: float, room: float, place: Place) -> list[Diagnostic]:
    """An error for columns of display type that are broader than their place, both in points."""
    if breadth <= room + OVERHANG:
        return []
    return [
        error(
            "DISPLAY-HIGH.broad", place, what=said(what), width_pt=breadth, room_pt=max(0.0, room)
        )
    ]


def heading_shift(line: SetLine, style: TextStyle, measure: float) -> float:
    """How far the line of a 小标题 is moved to the right in a measure, both in points.

    Its style has it centred or ranged right. A line that fills its measure, or more, stays.
    """
    before = share(style.align)
    if not before or not line.is_last:
        return 0.0
    return before * max(0.0, measure - line.width * style.size * style.h_scale / 1000)
