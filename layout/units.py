"""Lengths: the only place that knows how many points are in a millimetre.

Inside the toolkit a length is a float in points (1/72 inch). Names of Chinese type sizes (号)
are not standardised, so they are aliases from a table, and points are what is stored.
"""

from math import ceil, floor
from typing import Final

PT_PER_INCH: Final = 72.0
MM_PER_INCH: Final = 25.4
PT_PER_MM: Final = PT_PER_INCH / MM_PER_INCH

EPS_PT: Final = 1e-4
"""The one tolerance of a length: 0.035 µm, far under what any press or raster can show."""
ROUNDING: Final = 1e-6
"""The one tolerance of a number that is no length (a count of lines, a share, em): what adding and
dividing in floating point may be off by, and no difference that anyone has stated."""

EM_ASCENT: Final = 0.88
"""From the top of an ideograph's em to its baseline: the em box of all East Asian faces (BASE
`ideo` at -0.12)."""

# 号 sizes in points, as Word and the current desktop systems use them (CLREQ lists the same
# series; the metal sizes differ by up to half a point, which is why points are what is stored).
HAO_PT: Final[dict[str, float]] = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5.0,
}

ABSOLUTE_PT: Final[dict[str, float]] = {
    "pt": 1.0,
    "mm": PT_PER_MM,
    "cm": PT_PER_MM * 10,
    "in": PT_PER_INCH,
    "q": PT_PER_MM / 4,  # 级: a quarter of a millimetre
}

RELATIVE: Final[tuple[str, ...]] = ("em", "zi", "lines", "cols")
"""Units that need the page's grid: em of the text at hand, 字 of the body, 行, 栏."""

UNIT_ALIASES: Final[dict[str, str]] = {
    "字": "zi",
    "行": "lines",
    "栏": "cols",
    "line": "lines",
    "col": "cols",
    "级": "q",
    "毫米": "mm",
    "点": "pt",
    "磅": "pt",
}


def mm(value_mm: float) -> float:
    """Points in `value_mm` millimetres."""
    return value_mm * PT_PER_MM


def to_mm(value: float) -> float:
    """Millimetres in `value` points."""
    return value / PT_PER_MM


def fits(inner: float, outer: float) -> bool:
    """Whether a length goes into another, give or take the one tolerance."""
    return inner <= outer + EPS_PT


def whole_up(count: float) -> int:
    """The least whole number of lines, em, pixels that a count of them goes into, rounding apart:
    100 for lines that add up to 100.0000000001."""
    return ceil(count - ROUNDING)


def whole_down(count: float) -> int:
    """The most whole lines, em, pixels that a count of them holds, rounding apart: 13 for a column
    of 12.9999999999 characters."""
    return floor(count + ROUNDING)


def near(a: float, b: float, tolerance: float = EPS_PT) -> bool:
    """Whether two lengths are the same for every purpose of a printed page."""
    return abs(a - b) <= tolerance


def unlike(value: float, other: float, digits: int = 1) -> tuple[str, str]:
    """Two numbers in as many digits as they need to be read as two: `4.69` and `4.73`, not 4.7."""
    for more in range(digits, digits + 4):
        said = (f"{value:.{more}f}", f"{other:.{more}f}")
        if said[0] != said[1]:
            return said
    return (f"{value:.{digits}f}", f"{other:.{digits}f}")
