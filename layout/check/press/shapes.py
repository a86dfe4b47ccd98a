"""The shapes of paths, as far as a check asks: long thin boxes, and what lies under a point."""

from collections.abc import Iterator
from math import hypot
from typing import Any, Final

from layout.pdf.matrix import Box, is_within, meets
from layout.pdf.painted import Painted, PaintedPath

LINE_RATIO: Final = 4.0
"""A filled box this many times longer than wide is a line; a square of the same width is a dot."""
SLACK: Final = 0.02
"""Points by which opposite sides of a box may differ: coordinates are rounded."""

Point = tuple[float, float]


def thin_boxes(path: PaintedPath) -> Iterator[tuple[float, Box]]:
    """The lines among the parts of a filled path: the width of each and its bounding box, in units
    of page space.

    A line is a long thin box, upright or turned, of which programs fill many by one path; or the
    frame that is left of a box with another one cut out of it.
    """
    parts = list(_parts(path))
    frame = _frame(parts, path.even_odd) if len(parts) == 2 else None
    if frame is not None:
        yield frame
        return
    for points in parts:
        width = _box_width(points)
        if width is not None:
            yield width, _around(points)


def _frame(parts: list[list[Point]], even_odd: bool) -> tuple[float, Box] | None:
    """The width of a frame between two upright boxes, and its outer box; None where these are none
    or nothing is cut out."""
    if not (even_odd or _turn(parts[0]) * _turn(parts[1]) < 0):
        return None
    if not all(_is_upright(points) for points in parts):
        return None
    one, two = map(_around, parts)
    if is_within(one, two, SLACK):
        one, two = two, one
    elif not is_within(two, one, SLACK):
        return None
    gaps = (two[0] - one[0], two[1] - one[1], one[2] - two[2], one[3] - two[3])
    widths = [gap for gap in gaps if gap > SLACK / 2]
    least = min(one[2] - one[0], one[3] - one[1])
    if not widths or LINE_RATIO * max(widths) > max(one[2] - one[0], one[3] - one[1]):
        return None
    return min(*widths, least), one


def _turn(points: list[Point]) -> float:
    """The area of a part, negative where it is drawn clockwise."""
    return sum(
        (x0 * y1 - x1 * y0) / 2
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True)
    )


def _is_upright(points: list[Point]) -> bool:
    """Whether every corner of a part is one of its bounding box, and there are four of them."""
    left, bottom, right, top = _around(points)
    return len(points) in (4, 5) and all(
        min(abs(x - left), abs(x - right)) < SLACK and min(abs(y - bottom), abs(y - top)) < SLACK
        for x, y in points
    )


def _around(points: list[Point]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _box_width(points: list[Point]) -> float | None:
    """The width of a part that is a long thin box; None for other shapes."""
    if len(points) == 5 and hypot(points[0][0] - points[4][0], points[0][1] - points[4][1]) < SLACK:
        points = points[:4]
    if len(points) != 4:
        return None
    sides = [
        hypot(points[k][0] - points[k - 1][0], points[k][1] - points[k - 1][1]) for k in range(4)
    ]
    if abs(sides[0] - sides[2]) > SLACK or abs(sides[1] - sides[3]) > SLACK:
        return None
    one, two = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    width, length = min(one, two), max(one, two)
    return width if length > 0 and length >= LINE_RATIO * width else None


def _parts(path: PaintedPath) -> Iterator[list[Point]]:
    """The parts of a path that have straight sides alone, as their corners."""
    points: list[Point] = []
    straight = True
    for segment in (*path.segments, ("m", 0.0, 0.0)):
        if segment[0] == "m":
            if points and straight:
                yield points
            points, straight = [], True
        if segment[0] == "c" and not _is_straight(points[-1] if points else (0.0, 0.0), segment):
            straight = False
        elif segment[0] != "h":
            points.append((float(segment[-2]), float(segment[-1])))


def _is_straight(start: Point, curve: tuple[Any, ...]) -> bool:
    """Whether a curve is a side all the same: both its controls lie on it."""
    _, *numbers = curve
    end = (float(numbers[4]), float(numbers[5]))
    length = hypot(end[0] - start[0], end[1] - start[1])
    for x, y in ((float(numbers[0]), float(numbers[1])), (float(numbers[2]), float(numbers[3]))):
        near = min(hypot(x - start[0], y - start[1]), hypot(x - end[0], y - end[1]))
        away = (end[0] - start[0]) * (y - start[1]) - (end[1] - start[1]) * (x - start[0])
        if near > SLACK and abs(away) > SLACK * length:
            return False
    return True


def lies_at(one: Painted, x: float, y: float) -> bool:
    """Whether a mark covers a point of the page: a path by its sides, of curves by their ends and
    controls, else by its bounding box."""
    if not meets(one.seen, (x, y, x, y)):
        return False
    return one.path is None or one.path.shape == "rectangle" or _inside(one.path, x, y)


def _inside(path: PaintedPath, x: float, y: float) -> bool:
    """Whether a point lies in a path, by how many of its sides are to the right."""
    inside = False
    for (x0, y0), (x1, y1) in _sides(path):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def _sides(path: PaintedPath) -> list[tuple[Point, Point]]:
    sides: list[tuple[Point, Point]] = []
    start = last = (0.0, 0.0)
    for segment in path.segments:
        if segment[0] == "h":
            continue
        if segment[0] == "m":
            sides.append((last, start))
            start = last = (float(segment[1]), float(segment[2]))
            continue
        for k in range(1, len(segment), 2):
            point = (float(segment[k]), float(segment[k + 1]))
            sides.append((last, point))
            last = point
    sides.append((last, start))
    return sides
