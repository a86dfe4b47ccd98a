"""Modules of a code as one path: no edge runs between two dark ones, where print shows a hairline.

▓▓░▓      The outline goes round each dark ground clockwise, and round a hole the other way, so
▓▓▓░      that it is left unfilled. Two that meet at a corner stay two, and part when all are
░▓░▓      made smaller for the dot gain.
"""

from collections.abc import Sequence

from layout.display.items import Step
from layout.geometry import Rect

Point = tuple[int, int]
Corner = tuple[Point, Point]
"""A corner of an outline in modules, and the way inside from it: -1, 0 or 1 across and down."""


def outlines(rows: Sequence[str]) -> list[list[Corner]]:
    """The outlines of the dark modules (`1`), each closed, by their corners."""
    ways = _edges(rows)
    found = []
    while ways:
        at = start = min(ways)  # never one where two grounds meet: it is the leftmost that is left
        sides: list[tuple[Point, Point]] = []
        while at != start or not sides:
            turn = ways[at][0]
            if sides:  # round its own ground where two meet: the way that turns to the right
                across, down = sides[-1][1]
                turn = (-down, across) if (-down, across) in ways[at] else turn
            ways[at].remove(turn)
            if not ways[at]:
                del ways[at]
            sides.append((at, turn))
            at = (at[0] + turn[0], at[1] + turn[1])
        ends = zip([sides[-1], *sides], sides, strict=False)
        found.append([(at, _inside(a, b)) for (_, a), (at, b) in ends if a != b])
    return found


def _edges(rows: Sequence[str]) -> dict[Point, list[Point]]:
    """The sides of dark modules that face light ones, by where they begin: the dark to the right of
    the way."""
    wide, high = len(rows[0]), len(rows)
    ways: dict[Point, list[Point]] = {}

    def dark(x: int, y: int) -> bool:
        return 0 <= x < wide and 0 <= y < high and rows[y][x] == "1"

    for y in range(high):
        for x in range(wide):
            if rows[y][x] != "1":
                continue
            if not dark(x, y - 1):
                ways.setdefault((x, y), []).append((1, 0))
            if not dark(x + 1, y):
                ways.setdefault((x + 1, y), []).append((0, 1))
            if not dark(x, y + 1):
                ways.setdefault((x + 1, y + 1), []).append((-1, 0))
            if not dark(x - 1, y):
                ways.setdefault((x, y + 1), []).append((0, -1))
    return ways


def _inside(before: Point, after: Point) -> Point:
    """The way inside from a corner between two ways: to the right of both."""
    return (-before[1] - after[1], before[0] + after[0])


def squares(
    rows: Sequence[str], x: float, y: float, module: float, reduction: float
) -> tuple[Step, ...]:
    """The steps of a path of the dark modules, from the top left at `x` and `y`, each `module`
    wide and high, less `reduction`: half of it is taken off each side."""
    steps: list[Step] = []
    for corners in outlines(rows):
        letter = "M"
        for (across, down), (right, under) in corners:
            at = x + across * module + right * reduction / 2
            steps.append((letter, (at, y + down * module + under * reduction / 2)))
            letter = "L"
        steps.append(("Z", ()))
    return tuple(steps)


def bars(
    row: str, x: float, module: float, reduction: float, ends: Sequence[tuple[float, float]]
) -> tuple[Step, ...]:
    """The steps of a path of bars from `x` on, `module` times their modules wide, less `reduction`.

    `ends` are the top and the foot of each module's bar.
    """
    steps: list[Step] = []
    start = 0
    while (start := row.find("1", start)) >= 0:
        end = start
        while end < len(row) and row[end] == "1":
            end += 1
        left = x + start * module + reduction / 2
        right = x + end * module - reduction / 2
        top, foot = ends[start]
        steps += _closed(Rect(left, top, right - left, foot - top))
        start = end
    return tuple(steps)


def _closed(r: Rect) -> list[Step]:
    corners = ((r.x, r.y), (r.right, r.y), (r.right, r.bottom), (r.x, r.bottom))
    return [("ML"[n > 0], corner) for n, corner in enumerate(corners)] + [("Z", ())]
