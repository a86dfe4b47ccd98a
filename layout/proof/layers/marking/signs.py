"""The proofreader's marks of GB/T 14706-93 (校对符号及其用法) as lines.

| mark | drawn |
|---|---|
| 改正 | a ring round the words, open where they go on in the next line; a lead to the new words |
| 删除 | a ring, and a lead that ends in a loop |
| 增补 | a wedge between two characters, and a lead to the new words |
| 对调 | a line that steps from over the one part to under the other; over, under, over where something stands between them that stays |
| 接排 | a line from the end of a paragraph to the beginning of the next, between the lines; beside it 〔接排〕 |
| 另起段 | an upright line with a head and a foot before the first word; beside it 〔另起段〕 |
| 改字体 | a ring, and a lead to what is to be done, in brackets: it is no word of the text (说明) |
| 已改 | a dotted line round the words that have come, and a lead to a tick (no sign of the standard) |
| 疑问 | a ring, and a lead to a question mark (the standard has no sign of its own: 说明) |

Leads run between lines (its 5.3), so a mark reaches half of the way to the next line at most.
"""  # noqa: E501  a table

from collections.abc import Sequence
from typing import Final

from layout.color import Color
from layout.display.items import Path, Step
from layout.geometry import Rect
from layout.proof.layers.layer import CorrectionMark
from layout.proof.marks import DONE, NODE, READING

LINE_PT: Final = 0.8
LEAD_PT: Final = 0.45
"""A lead is thinner than a mark: where it leaves a stepped line it is seen where that begins."""
OFF_PT: Final = 1.1
"""From the em boxes of a line to a mark over or under it."""
ROUND_PT: Final = 2.2
"""The corner of a ring; the ink of a character does not reach into the corner of its em."""
WEDGE_PT: Final = 1.7
"""Half of the width of a wedge; it reaches twice as far in between the characters."""
TICK_PT: Final = 3.0
"""At both ends of a stepped line, along the edge of its words."""
TURN_PT: Final = 3.5
"""Of the line of 接排 and 另起段 along the type, at each of its ends."""
DOT_PT: Final = 1.4
"""A dot of the line round words that have come, and the blank behind it."""
Point = tuple[float, float]


def signs(mark: CorrectionMark) -> tuple[Path, ...]:
    """The lines of a mark at its words, without its lead. A wedge is drawn with the lead. Words
    that have come have a dotted line round them."""
    if mark.done:
        return tuple([_dotted(around(spot, vertical=mark.vertical)) for spot in mark.spots])
    if mark.mark == "insert":
        return ()
    if mark.mark == "transpose" and mark.parts:
        return _stepped(mark.parts, vertical=mark.vertical)
    if mark.mark == "break":
        return (_begins(mark.spots[0], vertical=mark.vertical),)
    if mark.mark == "join":
        return _runs_on(mark.spots, vertical=mark.vertical)
    last = len(mark.spots) - 1
    return tuple(
        [
            _ring(around(spot, vertical=mark.vertical), k > 0, k < last, vertical=mark.vertical)
            for k, spot in enumerate(mark.spots)
        ]
    )


def around(spot: Rect, *, vertical: bool) -> Rect:
    """A spot with what its mark needs over and under it."""
    if vertical:
        return Rect(spot.x - OFF_PT, spot.y, spot.width + 2 * OFF_PT, spot.height)
    return Rect(spot.x, spot.y - OFF_PT, spot.width, spot.height + 2 * OFF_PT)


def wedge(at: Point, *, vertical: bool, begins: bool) -> Path:
    """增补: where words come in. `at` is over the edge between two characters, where that `begins`
    or ends; the wedge points in between them, and its lead leaves it at its back."""
    x, y = at
    deep = 2 * WEDGE_PT if begins else -2 * WEDGE_PT
    if vertical:
        return line(((x, y - WEDGE_PT), (x + deep, y), (x, y + WEDGE_PT)), closed=True)
    return line(((x - WEDGE_PT, y), (x, y + deep), (x + WEDGE_PT, y)), closed=True)


def loop(x: float, y: float, size: float) -> Path:
    """删除: the loop at the end of its lead, in a square of a size with its upper left corner at
    `x`, `y`."""

    def at(*parts: float) -> tuple[float, ...]:
        return tuple((x, y)[k % 2] + part * size for k, part in enumerate(parts))

    return stroked(
        ("M", at(0.0, 0.62)),
        ("C", at(0.45, 0.62, 0.86, 0.52, 0.86, 0.28)),
        ("C", at(0.86, 0.06, 0.5, 0.06, 0.5, 0.34)),
        ("C", at(0.5, 0.66, 0.66, 0.92, 1.0, 0.92)),
    )


def _begins(edge: Rect, *, vertical: bool) -> Path:
    """另起段: an upright line before what is to begin a paragraph, its head over that, its foot
    under what stays."""
    x, top, bottom = _edge(edge, vertical=vertical)
    points = (
        (x + TURN_PT, top - OFF_PT), (x, top - OFF_PT), (x, bottom + OFF_PT),
        (x - TURN_PT, bottom + OFF_PT),
    )  # fmt: skip
    return line([(b, a) for a, b in points] if vertical else points)


def _runs_on(edges: Sequence[Rect], *, vertical: bool) -> tuple[Path, ...]:
    """接排: a line from the end of a paragraph to the beginning of the next, between the two lines
    of type; where these do not follow one another in a column, a piece of it at each."""
    found = [_edge(edge, vertical=vertical) for edge in edges]
    (x0, top0, bottom0), (x1, top1, bottom1) = found[0], found[-1]
    middle0, middle1 = (top0 + bottom0) / 2, (top1 + bottom1) / 2
    beginning = [(x1 - TURN_PT, middle1), (x1, middle1)]
    if len(found) > 1:
        end = [(x0, middle0), (x0 + TURN_PT, middle0)]
        gap = top1 - bottom0 if not vertical else top0 - bottom1
        if 0 <= gap <= 2 * (bottom0 - top0):
            between = (bottom0 + top1) / 2 if not vertical else (top0 + bottom1) / 2
            way = [*end, (end[-1][0], between), (beginning[0][0], between), *beginning]
            return (line([(b, a) for a, b in way] if vertical else way),)
        ways = [[*end, (end[-1][0], bottom0)], [(beginning[0][0], top1), *beginning]]
    else:
        ways = [[(beginning[0][0], top1), *beginning]]
    return tuple([line([(b, a) for a, b in way] if vertical else way) for way in ways])


def _edge(edge: Rect, *, vertical: bool) -> tuple[float, float, float]:
    """Where along its line an edge is, and from where to where it goes across that."""
    if vertical:
        return edge.y, edge.x, edge.right
    return edge.x, edge.y, edge.bottom


def tick(x: float, y: float, size: float) -> Path:
    """已改: a tick in a square of a size with its upper left corner at `x`, `y`."""
    points = ((x, y + 0.55 * size), (x + 0.35 * size, y + 0.9 * size), (x + size, y + 0.1 * size))
    return line(points, color=DONE)


def line(
    points: Sequence[Point],
    width: float = LINE_PT,
    *,
    closed: bool = False,
    color: Color = READING,
) -> Path:
    """Straight lines from point to point, and back to the first where it is `closed`."""
    steps: list[Step] = [("M" if k == 0 else "L", point) for k, point in enumerate(points)]
    return stroked(*steps, *([("Z", ())] if closed else []), width=width, color=color)


def stroked(*steps: Step, width: float = LINE_PT, color: Color = READING) -> Path:
    """A path in the proofreader's red, or in another colour."""
    return Path(steps=steps, color=color, width=width, round=True, node=NODE)


def _dotted(rect: Rect) -> Path:
    """A dotted line round a rectangle."""
    corners = (
        (rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom),
    )  # fmt: skip
    steps: list[Step] = []
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        far = abs(bx - ax) + abs(by - ay)
        count = max(round(far / (2 * DOT_PT)), 1)
        for k in range(count):
            begin, end = k / count, (k + 0.5) / count
            steps.append(("M", (ax + begin * (bx - ax), ay + begin * (by - ay))))
            steps.append(("L", (ax + end * (bx - ax), ay + end * (by - ay))))
    return stroked(*steps, width=LEAD_PT, color=DONE)


def _ring(rect: Rect, goes_back: bool, goes_on: bool, *, vertical: bool) -> Path:
    """A rectangle with round corners, open to the side from which its words come or to which they
    go on."""
    flip = _turned if vertical else _level
    x0, y0, x1, y1 = (
        (rect.y, rect.x, rect.bottom, rect.right)
        if vertical
        else (rect.x, rect.y, rect.right, rect.bottom)
    )
    r = min(ROUND_PT, (x1 - x0) / 2, (y1 - y0) / 2)
    k = 0.45 * r  # of a curve that is nearly a quarter of a circle
    steps: list[tuple[str, tuple[float, ...]]] = []
    if goes_back:
        steps.append(("M", (x0, y0)))
    else:
        steps.append(("M", (x0 + r, y0)))
    if goes_on:
        steps += [("L", (x1, y0)), ("M", (x1, y1))]
    else:
        steps += [
            ("L", (x1 - r, y0)), ("C", (x1 - k, y0, x1, y0 + k, x1, y0 + r)),
            ("L", (x1, y1 - r)), ("C", (x1, y1 - k, x1 - k, y1, x1 - r, y1)),
        ]  # fmt: skip
    if goes_back:
        steps.append(("L", (x0, y1)))
    else:
        steps += [
            ("L", (x0 + r, y1)), ("C", (x0 + k, y1, x0, y1 - k, x0, y1 - r)),
            ("L", (x0, y0 + r)), ("C", (x0, y0 + k, x0 + k, y0, x0 + r, y0)),
        ]  # fmt: skip
    return stroked(*((letter, flip(points)) for letter, points in steps))


def _level(points: tuple[float, ...]) -> tuple[float, ...]:
    return points


def _turned(points: tuple[float, ...]) -> tuple[float, ...]:
    """Points with along and across changed."""
    return tuple(points[k + 1 - 2 * (k % 2)] for k in range(len(points)))


def _stepped(parts: Sequence[Sequence[Rect]], *, vertical: bool) -> tuple[Path, ...]:
    """阶形线: over the first part, under what comes next, and so on; a line of its own on each line
    of type, with an upright step where one part goes over into the next. In a line that runs down
    `over` is the right side. At its two ends a tick along the edge of the words says how far they
    go."""
    lines: list[tuple[Rect, list[tuple[float, float, float]]]] = []
    for number, part in enumerate([part for part in parts if part]):
        for spot in part:
            if vertical:
                start, end = spot.y, spot.bottom
                level = spot.right + OFF_PT if number % 2 == 0 else spot.x - OFF_PT
            else:
                start, end = spot.x, spot.right
                level = spot.y - OFF_PT if number % 2 == 0 else spot.bottom + OFF_PT
            if not lines or not _on_one_line(lines[-1][0], spot, vertical=vertical):
                lines.append((spot, []))
            lines[-1][1].append((start, end, level))
    out = []
    for k, (spot, spans) in enumerate(lines):
        points: list[Point] = []
        for start, end, level in spans:
            points += [(points[-1][0] if points else start, level), (end, level)]
        middle = spot.x + spot.width / 2 if vertical else spot.y + spot.height / 2
        if k == 0:
            points.insert(0, _tick(points[0], middle))
        if k == len(lines) - 1:
            points.append(_tick(points[-1], middle))
        out.append(line([(y, x) for x, y in points] if vertical else points))
    return tuple(out)


def _tick(end: Point, middle: float) -> Point:
    """The end of a tick from the end of a line, towards the middle of the type."""
    along, level = end
    return along, level + (TICK_PT if level < middle else -TICK_PT)


def _on_one_line(one: Rect, other: Rect, *, vertical: bool) -> bool:
    """Whether two spots are of one line of type, whose characters need not be of one size."""
    if vertical:
        return abs(one.x + one.width / 2 - other.x - other.width / 2) < one.width / 2
    return abs(one.y + one.height / 2 - other.y - other.height / 2) < one.height / 2
