"""Where on a page the ink of what is drawn can be: the boxes of lines, and of the pieces of a path.

Boxes are (left, top, right, bottom) in points on the page.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from layout.display.items import Path, Stroke, polygon

Ltrb = tuple[float, float, float, float]
Polygon = tuple[tuple[float, float], ...]

WIDE: Final = 3.0
"""Points both ways: a curve of less is looked at as the box round it."""


def line_box(stroke: Stroke) -> Ltrb:
    """The box of a straight line with its ends."""
    half = stroke.width / 2
    x = (min(stroke.x1, stroke.x2), max(stroke.x1, stroke.x2))
    y = (min(stroke.y1, stroke.y2), max(stroke.y1, stroke.y2))
    across = half if x[0] == x[1] or stroke.round_caps else 0.0
    down = half if y[0] == y[1] or stroke.round_caps else 0.0
    return (x[0] - across, y[0] - down, x[1] + across, y[1] + down)


def pieces(path: Path) -> Iterator[Ltrb]:
    """The box of each line or curve of a path; of a filled one, that of each closed part."""
    half = path.width / 2
    part: list[float] = []
    at: tuple[float, ...] = ()
    for letter, points in path.steps:
        if letter == "C" and not path.filled and _wide(at, points):
            chords = polygon((("M", at), (letter, points)))
            yield from (around((*one, *other), half) for one, other in pairwise(chords))
            part, at = [], points[-2:]
            continue
        if letter == "M" or not path.filled:
            if len(part) > 2:
                yield around(part, half)
            part = list(at if letter != "M" else ())
        part += points
        at = points[-2:] or at
    if len(part) > 2:
        yield around(part, half)


def _wide(at: Sequence[float], points: Sequence[float]) -> bool:
    """Whether a curve goes so far both ways that the box round it holds much it does not touch: a
    round corner, and not a wave."""
    left, top, right, foot = around((*at[-2:], *points), 0.0)
    return min(right - left, foot - top) > WIDE


def around(points: Sequence[float], half: float) -> Ltrb:
    xs, ys = points[::2], points[1::2]
    return (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)


def inside_of(polygon: Polygon, x: float, y: float) -> bool:
    """Whether a point lies inside a polygon, by the even-odd rule."""
    inside = False
    for k, (x1, y1) in enumerate(polygon):
        x0, y0 = polygon[k - 1]
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside
