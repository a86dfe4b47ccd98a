"""Rectangles with round corners, as the steps of a path: panels, frames, pictures' edges."""

from collections.abc import Sequence
from typing import Final

from layout.display.items import Step
from layout.geometry import Rect

KAPPA: Final = 0.5523
"""Of a radius, to the control points of a quarter circle: the nearest that a cubic comes."""

Radii = float | Sequence[float]
"""Radii of the corners in points: one for all, or top left, top right, bottom right, bottom left.
0 is a square corner."""


def rounded(rect: Rect, radius: Radii, *, hole: bool = False) -> tuple[Step, ...]:
    """The outline of `rect` with round corners, closed, clockwise from the top left corner's end.

    Radii that together are longer than a side become smaller, all in one proportion, until they
    fit, as those of CSS do. A `hole` is drawn the other way round: in one path with the outline
    about it, it stays unfilled.
    """
    four = (radius,) * 4 if isinstance(radius, int | float) else radius
    room = share(rect, four)
    a, b, c, d = (max(0.0, r) * room for r in four)
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    # Each corner: where its curve begins and ends, and the corner itself.
    corners = [
        ((right - b, top), (right, top + b), (right, top)),
        ((right, bottom - c), (right - c, bottom), (right, bottom)),
        ((left + d, bottom), (left, bottom - d), (left, bottom)),
        ((left, top + a), (left + a, top), (left, top)),
    ]
    if hole:
        corners = [(end, begin, at) for begin, end, at in reversed(corners)]
    steps: list[Step] = [("M", corners[-1][1])]
    for begin, end, at in corners:
        if steps[-1][1][-2:] != begin:
            steps.append(("L", begin))
        if begin != end:
            steps.append(("C", (*_towards(begin, at), *_towards(end, at), *end)))
    steps.append(("Z", ()))
    return tuple(steps)


def share(rect: Rect, radii: Sequence[float]) -> float:
    """How much of radii a rectangle has room for: 1 where no two on one side overlap."""
    a, b, c, d = (max(0.0, r) for r in radii)
    width, height = max(0.0, rect.width), max(0.0, rect.height)
    pairs = ((width, a + b), (height, b + c), (width, c + d), (height, d + a))
    return min([1.0, *(side / both for side, both in pairs if both > 0)])


def _towards(point: tuple[float, float], corner: tuple[float, float]) -> tuple[float, float]:
    """The control point of a quarter circle that leaves `point` for a corner."""
    (x, y), (cx, cy) = point, corner
    return x + KAPPA * (cx - x), y + KAPPA * (cy - y)
