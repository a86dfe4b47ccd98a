"""Where a line stands in the width it is given, and what is told of one that stands out."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, error

SHARES: Final = {"center": 0.5, "right": 1.0}
OVERHANG: Final = 1.5
"""Points that an em box may stand out: no glyph of a face fills its em to the edge."""


def share(align: str) -> float:
    """How much of the free width stands before a line."""
    return SHARES.get(align, 0.0)


def too_wide(what: str, width: float, room: float, place: Place) -> list[Diagnostic]:
    """An error for a row of display type that does not fit its width, both in points."""
    if width <= room + OVERHANG:
        return []
    message = f"{what} is {width:.1f} pt wide in {room:.1f} pt"
    return [error("DISPLAY-WIDE", message, place, "cut words, or give it more columns")]
