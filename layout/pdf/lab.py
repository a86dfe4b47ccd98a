"""CIE L*a*b* (D50) as sRGB: for the few colours of an artwork that are so given."""

from typing import Final

_WHITE: Final = (0.9642, 1.0, 0.8249)
_ROWS: Final = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
"""XYZ of D50 to linear sRGB (Bradford; Lindbloom)."""


def srgb_of_lab(light: float, a: float, b: float) -> tuple[float, float, float]:
    """A colour as sRGB of 0 to 1, cut off at its gamut."""
    y = (light + 16) / 116
    xyz = [white * _back(v) for white, v in zip(_WHITE, (y + a / 500, y, y - b / 200), strict=True)]
    red, green, blue = (
        _curved(sum(part * value for part, value in zip(row, xyz, strict=True))) for row in _ROWS
    )
    return red, green, blue


def _back(value: float) -> float:
    return value**3 if value > 6 / 29 else 3 * (6 / 29) ** 2 * (value - 4 / 29)


def _curved(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
