"""Transformations and boxes as tuples of floats: `(a, b, c, d, e, f)` and `(x0, y0, x1, y1)`.

Page space is that of the default user space: points (before UserUnit), y upwards.
"""

from collections.abc import Sequence
from math import hypot, sqrt
from typing import Final

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
NOWHERE: Final[Box] = (0.0, 0.0, 0.0, 0.0)
EVERYWHERE: Final[Box] = (-1e12, -1e12, 1e12, 1e12)


def times(m: Matrix, n: Matrix) -> Matrix:
    """`m` first, then `n`."""
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + o,
    )


def inverse(m: Matrix) -> Matrix | None:
    """The transformation back; None where the plane is folded to a line."""
    a, b, c, d, e, f = m
    det = a * d - b * c
    if abs(det) < 1e-18:
        return None
    return (
        d / det,
        -b / det,
        -c / det,
        a / det,
        (c * f - d * e) / det,
        (b * e - a * f) / det,
    )


def moved(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point after a transformation."""
    a, b, c, d, e, f = m
    return a * x + c * y + e, b * x + d * y + f


def box_of(m: Matrix, box: Box) -> Box:
    """The upright box around a box after a transformation."""
    x0, y0, x1, y1 = box
    a, b, c, d, e, f = m
    xs = (a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1)
    ys = (b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1)
    return (min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f)


def ordered(values: Sequence[float]) -> Box:
    """A box with its lower left corner first."""
    x0, y0, x1, y1 = values
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def common(a: Box, b: Box) -> Box:
    """What two boxes have in common; of no size (but somewhere) where that is nothing."""
    x0, y0 = max(a[0], b[0]), max(a[1], b[1])
    return (x0, y0, max(x0, min(a[2], b[2])), max(y0, min(a[3], b[3])))


def around(a: Box, b: Box) -> Box:
    """The box around two."""
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def grown(box: Box, by: float) -> Box:
    """A box larger by so much at each side."""
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def is_within(inner: Box, outer: Box, slack: float = 0.0) -> bool:
    """Whether a box lies in another, give or take `slack`."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def meets(a: Box, b: Box, slack: float = 0.0) -> bool:
    """Whether two boxes touch or overlap, give or take `slack`; a line has no area and meets."""
    return (
        a[0] <= b[2] + slack
        and b[0] <= a[2] + slack
        and a[1] <= b[3] + slack
        and b[1] <= a[3] + slack
    )


def scales(m: Matrix) -> tuple[float, float]:
    """By how much a transformation stretches a unit along x and along y."""
    return hypot(m[0], m[1]), hypot(m[2], m[3])


def least_scale(m: Matrix) -> float:
    """The least stretch in any direction: what a pen of width 1 is at its thinnest."""
    a, b, c, d = m[:4]
    s = (a * a + b * b + c * c + d * d) / 2
    det = a * d - b * c
    return sqrt(max(0.0, s - sqrt(max(0.0, s * s - det * det))))
