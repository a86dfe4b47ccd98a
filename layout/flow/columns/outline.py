"""What a shape leaves of a line: where text may stand beside a polygon.

Numbers only. A line is a band from `top` to `bottom`; the text keeps `standoff` from the shape in
every direction, which is what a circle drawn along its outline would cover.

     ┌───────────────────────────────┐
     │ text text   ▂▂▂▂▂▂   text text│   blocked: the intervals of x that come nearer to the
     │ text te  ▟████████▙  text text│   shape, at any height of the band, than the standoff
     │ text t  ▐██████▛▔▔   text text│
     │ text te  ▜█████████▙   text te│   free: what remains of the measure, in whole characters:
     └───────────────────────────────┘   each part is flush with the column's edge it touches

The union of such points over the shape is exact, not sampled. Its ends lie on edges alone: a point
inside the shape that is as far out as any could still move out. So each edge gives one interval,
and what remains between two of them lies wholly inside the shape or wholly outside.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot, isfinite, sqrt
from typing import Final

from layout.units import EPS_PT, whole_down

Points = Sequence[tuple[float, float]]
Intervals = list[tuple[float, float]]

MOST_POINTS: Final = 2_000
"""Of a polygon: an outline within half a point of a picture needs a tenth of it."""
FARTHEST: Final = 1e6
"""Points from the page's corner, 350 m: beyond it a number is a mistake, and sums lose places."""


def blocked(polygon: Points, top: float, bottom: float, standoff: float) -> Intervals:
    """The intervals of x, from left to right, where the band from `top` to `bottom` comes nearer
    than `standoff` to the filled `polygon`; y downwards, all in points.

    A band that only touches is not in the way. The polygon closes itself; it may cross or touch
    itself, and run back on itself: whatever any of its loops goes round counts as filled, so that
    no text stands in a hole. Raises `ValueError` for more than `MOST_POINTS` points, for numbers
    that are not finite or beyond `FARTHEST`, and for a negative standoff.
    """
    _checked(polygon, top, bottom, standoff)
    top, bottom = min(top, bottom), max(top, bottom)
    if bottom - top > 2 * EPS_PT:  # the edge of a shape on the edge of a band
        top, bottom = top + EPS_PT, bottom - EPS_PT
    found: Intervals = []
    high, low = top - standoff, bottom + standoff
    a = polygon[-1] if polygon else (0.0, 0.0)
    above = a[1] < high
    below = a[1] > low
    for b in polygon:
        was_above, was_below = above, below
        y = b[1]
        above = y < high
        below = y > low
        if not ((above and was_above) or (below and was_below)):
            found.append(_edge(a, b, top, bottom, standoff))
        a = b
    found = _merged(found)
    if len(found) > 1:
        found = _filled(polygon, found, (top + bottom) / 2)
    return [(a, b) for a, b in found if b - a > EPS_PT]


def free(
    left: float,
    right: float,
    taken: Iterable[tuple[float, float]],
    least: float,
    unit: float,
) -> Intervals:
    """What intervals `taken`, in any order, leave of a measure from `left` to `right`.

    Each part is at least `least` wide and a whole number of `unit`s (0: as wide as it is). What is
    over goes to the side of the shape: the part at the left keeps its left edge, the part at the
    right its right edge, and one between two shapes stands in the middle. A measure that nothing
    is taken from is given back as it is, whatever its width.
    """
    out: Intervals = []
    at = left
    walls = _merged([(a, b) for a, b in taken if b > left + EPS_PT and a < right - EPS_PT])
    if not walls:
        return [(left, right)]
    for wall, beyond in (*walls, (right, right)):
        start, end = at, min(wall, right)
        at = max(at, beyond)
        width = end - start
        if unit > 0:
            width = whole_down(width / unit) * unit
        if width <= 0 or width < least - EPS_PT:
            continue
        if start > left and end < right:
            start += (end - start - width) / 2
        elif start > left:
            start = end - width
        out.append((start, start + width))
    return out


def _edge(
    a: tuple[float, float], b: tuple[float, float], top: float, bottom: float, standoff: float
) -> tuple[float, float]:
    """What an edge blocks that comes into the band, or into the standoff above or below it.

    At height y it reaches h(y) to either side: the standoff inside the band, outside it half the
    chord of a circle, √(s² - d²) at a distance d. Along a straight edge x ± h has one extreme on
    each side: at an end, where the band begins or ends, or where the edge is tangent to the circle.
    """
    (x0, y0), (x1, y1) = a, b
    if top <= y0 <= bottom and top <= y1 <= bottom:
        return min(x0, x1) - standoff, max(x0, x1) + standoff
    high, low = max(min(y0, y1), top - standoff), min(max(y0, y1), bottom + standoff)
    dx, dy = x1 - x0, y1 - y0
    # At distance d above or below, the circle falls away as d / h; the edge as dx / dy.
    tangent = standoff * abs(dx) / (hypot(dx, dy) or 1.0)
    least, most = [], []
    for wanted in (high, top - tangent, top, bottom, bottom + tangent, low):
        y = min(max(wanted, high), low)
        off = max(top - y, y - bottom, 0.0)
        reach = sqrt(max(0.0, standoff * standoff - off * off))
        if dy:
            x = x0 + dx * ((y - y0) / dy)
            least.append(x - reach)
            most.append(x + reach)
        else:
            least += (x0 - reach, x1 - reach)
            most += (x0 + reach, x1 + reach)
    return min(least), max(most)


def _merged(intervals: Intervals) -> Intervals:
    """From left to right, those that touch made one."""
    out: Intervals = []
    for a, b in sorted(intervals):
        if out and a <= out[-1][1] + EPS_PT:
            if b > out[-1][1]:
                out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _filled(polygon: Points, parts: Intervals, y: float) -> Intervals:
    """With the gaps closed that lie inside the shape. No edge comes near the band in a gap."""
    loops = _loops(polygon)
    out = parts[:1]
    for part in parts[1:]:
        if any(_inside(loop, (out[-1][1] + part[0]) / 2, y) for loop in loops):
            out[-1] = (out[-1][0], part[1])
        else:
            out.append(part)
    return out


def _loops(polygon: Points) -> list[list[tuple[float, float]]]:
    """The closed walks a polygon is made of, parted where it comes back to a point.

    A hole that is drawn by going in along a line, round, and out again becomes a loop of its own.
    """
    out: list[list[tuple[float, float]]] = []
    walk: list[tuple[float, float]] = []
    seen: dict[tuple[float, float], int] = {}
    for point in polygon:
        at = seen.get(point)
        if at is not None:
            out.append(walk[at:])
            for gone in walk[at + 1 :]:
                del seen[gone]
            del walk[at + 1 :]
        else:
            seen[point] = len(walk)
            walk.append(point)
    out.append(walk)
    return [loop for loop in out if len(loop) > 2]


def _inside(loop: Points, x: float, y: float) -> bool:
    """Whether a loop goes round a point, once or more, in whichever sense."""
    turns = 0
    for (x0, y0), (x1, y1) in pairwise((*loop, loop[0])):
        if (x0 <= x) != (x1 <= x) and y0 + (y1 - y0) * ((x - x0) / (x1 - x0)) < y:
            turns += 1 if x0 <= x else -1
    return turns != 0


def _checked(polygon: Points, top: float, bottom: float, standoff: float) -> None:
    if len(polygon) > MOST_POINTS:
        raise ValueError(f"an outline of {len(polygon)} points: expected at most {MOST_POINTS}")
    if not 0 <= standoff <= FARTHEST or not isfinite(top + bottom):
        raise ValueError(
            f"a standoff of {standoff:g} from {top:g} to {bottom:g}: expected finite numbers, "
            "and none below 0"
        )
    if not all(-FARTHEST <= x <= FARTHEST and -FARTHEST <= y <= FARTHEST for x, y in polygon):
        raise ValueError(f"an outline with a point beyond {FARTHEST:g}: expected points of a page")
