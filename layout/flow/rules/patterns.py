"""The units of ornamental borders: 回纹 绳纹 圆点 菱纹, and 双线方角, drawn from their geometry.

Each is made for a length along a side and the breadth of its band; see `borders` for the
axes. Proportions are ours.
"""

from collections.abc import Callable
from typing import Final

from layout.display.items import Box, Path, Step
from layout.display.rounded import KAPPA
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.defaults import RuleStyle

Steps = list[Step]


@record
class Pattern:
    """A border's units along a side, and the piece that stands in each corner.

    `side` takes length, breadth and weight; `corner` breadth and weight, for the square from the
    origin. `apart` is the white between a corner and its sides, in parts of the breadth; `stroked`
    gives from breadth and weight the pen's width (0 for filled shapes) and whether it is round.
    """

    side: Callable[[float, float, float], Steps]
    corner: Callable[[float, float], Steps]
    stroked: Callable[[float, float], tuple[float, bool]]
    apart: float
    ends: bool  # whether a row of it alone begins and ends with its corner piece


def _whole(length: float, pitch: float) -> tuple[int, float]:
    """How many units of about `pitch` fill a length, and their exact pitch."""
    count = max(1, round(length / pitch))
    return count, length / count


# 回纹: a key whose pen is a fifth of the band, and as much white between its lines.


def _meander(length: float, breadth: float, _: float) -> Steps:
    pen = breadth / 5
    top, low, middle = pen / 2, breadth - pen / 2, breadth / 2
    count, pitch = _whole(length - pen, 6 * pen)
    third = pitch / 3
    steps: Steps = [("M", (pen / 2, low))]
    for k in range(count):
        a = pen / 2 + k * pitch
        for along, across in (
            (a, low), (a, top), (a + 2 * third, top), (a + 2 * third, middle),
            (a + third, middle), (a + third, low), (a + pitch, low),
        ):  # fmt: skip
            steps.append(("L", (along, across)))
    steps.append(("L", (length - pen / 2, 0.0)))
    return [("M", (pen / 2, breadth)), *steps[2:]]  # its ends are as long as its middle


def _key(breadth: float, _: float) -> Steps:
    """回 itself."""
    pen = breadth / 5
    near, far = pen / 2, breadth - pen / 2
    ring = (("M", near, near), ("L", far, near), ("L", far, far), ("L", near, far))
    middle = breadth / 2
    return [
        *((letter, (a, c)) for letter, a, c in ring),
        ("Z", ()),
        ("M", (middle - pen / 2, middle)),
        ("L", (middle + pen / 2, middle)),
    ]


# 绳纹: strands that lie over one another, each an S from the inner edge to the outer one.


def _rope(length: float, breadth: float, weight: float) -> Steps:
    low, top = breadth - weight / 2, weight / 2
    count, pitch = _whole(length, breadth * 0.62)
    strand = pitch * 2
    steps: Steps = []
    for k in range(count - 1):
        a, b = k * pitch + weight / 2, k * pitch + strand - weight / 2
        bend = (b - a) * 0.62
        steps += [("M", (a, low)), ("C", (a + bend, low, b - bend, top, b, top))]
    return steps


def _knot(breadth: float, weight: float) -> Steps:
    """A ring and its middle."""
    outer = _circle(breadth / 2, breadth / 2, (breadth - weight) / 2)
    return outer + _circle(breadth / 2, breadth / 2, max(0.01, breadth / 2 - 2 * weight))


# 圆点: circles, also in the corners.


def _beads(length: float, breadth: float, _: float) -> Steps:
    """Circles between those of the corners, which stand half a breadth before and behind."""
    radius = breadth / 2
    count, pitch = _whole(length + breadth, breadth * 2.1)
    steps: Steps = []
    for k in range(1, count):
        steps += _circle(k * pitch - radius, radius, radius)
    return steps


def _bead(breadth: float, _: float) -> Steps:
    return _circle(breadth / 2, breadth / 2, breadth / 2)


# 菱纹: diamonds with a point between them.


def _lozenges(length: float, breadth: float, _: float) -> Steps:
    middle = breadth / 2
    count, pitch = _whole(length, breadth * 2.3)
    wide = pitch * 0.36
    steps: Steps = []
    for k in range(count):
        a = (k + 0.5) * pitch
        steps += _diamond(a, middle, wide, middle)
        if k:
            steps += _diamond(k * pitch, middle, breadth * 0.15, breadth * 0.15)
    return steps


def _lozenge(breadth: float, _: float) -> Steps:
    """A square with a smaller one cut out of it: drawn the other way round."""
    inner = breadth * 0.28
    far = breadth - inner
    return [
        *_square(0.0, 0.0, breadth),
        ("M", (inner, inner)), ("L", (inner, far)), ("L", (far, far)), ("L", (far, inner)),
        ("Z", ()),
    ]  # fmt: skip


def _diamond(a: float, c: float, wide: float, high: float) -> Steps:
    return [
        ("M", (a - wide, c)), ("L", (a, c - high)), ("L", (a + wide, c)), ("L", (a, c + high)),
        ("Z", ()),
    ]  # fmt: skip


def _square(a: float, c: float, side: float) -> Steps:
    return [
        ("M", (a, c)), ("L", (a + side, c)), ("L", (a + side, c + side)), ("L", (a, c + side)),
        ("Z", ()),
    ]  # fmt: skip


def _circle(a: float, c: float, radius: float) -> Steps:
    k = KAPPA * radius
    return [
        ("M", (a + radius, c)),
        ("C", (a + radius, c + k, a + k, c + radius, a, c + radius)),
        ("C", (a - k, c + radius, a - radius, c + k, a - radius, c)),
        ("C", (a - radius, c - k, a - k, c - radius, a, c - radius)),
        ("C", (a + k, c - radius, a + radius, c - k, a + radius, c)),
        ("Z", ()),
    ]


# 双线方角: two lines whose inner one steps round a square in each corner.

OUTER: Final = 0.992  # 0.35 mm


def bare_corners(style: RuleStyle, rect: Rect, node: str) -> list[Box | Path]:
    """A thick line outside, a thin one inside with its corners turned in, a square in each."""
    size, thin = style.size, style.lines[0][1]
    out: list[Box | Path] = []
    wide = OUTER
    for side in (
        Rect(rect.x, rect.y, rect.width, wide),
        Rect(rect.x, rect.bottom - wide, rect.width, wide),
        Rect(rect.x, rect.y + wide, wide, rect.height - 2 * wide),
        Rect(rect.right - wide, rect.y + wide, wide, rect.height - 2 * wide),
    ):
        out.append(Box(rect=side, fill=style.color, node=node, role="rule"))
    gap = wide + size * 0.28
    notch = size - thin / 2
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    points = []
    for x, y, across, down in (
        (left, top, 1, 1), (right, top, -1, 1), (right, bottom, -1, -1), (left, bottom, 1, -1)
    ):  # fmt: skip
        corner = [(gap, notch), (notch, notch), (notch, gap)]
        if across != down:  # gone round clockwise, every other corner is the other way about
            corner.reverse()
        points += [(x + across * a, y + down * c) for a, c in corner]
    steps: Steps = [("L" if k else "M", point) for k, point in enumerate(points)]
    out.append(Path(steps=(*steps, ("Z", ())), color=style.color, width=thin, node=node))
    dot = (notch - wide) * 0.42
    at = wide + (notch - wide - dot) / 2
    for x in (left + at, right - at - dot):
        for y in (top + at, bottom - at - dot):
            out.append(Box(rect=Rect(x, y, dot, dot), fill=style.color, node=node, role="rule"))
    return out


def _two_lines(length: float, breadth: float, weight: float) -> Steps:
    """Without corners it is a thick and a thin line."""
    gap = OUTER + breadth * 0.28
    return [*_bar(0.0, OUTER, length), *_bar(gap - weight / 2, weight, length)]


def _bar(c: float, weight: float, length: float) -> Steps:
    return [
        ("M", (0.0, c)), ("L", (length, c)), ("L", (length, c + weight)), ("L", (0.0, c + weight)),
        ("Z", ()),
    ]  # fmt: skip


def _filled(_: float, __: float) -> tuple[float, bool]:
    return 0.0, False


PATTERNS: Final[dict[str, Pattern]] = {
    "meander": Pattern(
        side=_meander,
        corner=_key,
        stroked=lambda breadth, _: (breadth / 5, False),
        apart=0.2,
        ends=False,
    ),
    "rope": Pattern(
        side=_rope, corner=_knot, stroked=lambda _, weight: (weight, True), apart=0.12, ends=False
    ),
    "beads": Pattern(side=_beads, corner=_bead, stroked=_filled, apart=0.0, ends=True),
    "lozenge": Pattern(side=_lozenges, corner=_lozenge, stroked=_filled, apart=0.0, ends=False),
    "corners": Pattern(side=_two_lines, corner=_lozenge, stroked=_filled, apart=0.0, ends=False),
}
