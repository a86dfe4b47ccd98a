"""Rules as what is drawn: 正线 反线 双线 文武线 as boxes, 点线 虚线 as dashes, 曲线 as waves, and
ornamental borders; and the grounds that they go round."""

from typing import Final

from layout.color import Color
from layout.display.items import Box, Path, Stroke
from layout.geometry import Rect
from layout.spec.resolve.defaults import Rule, RuleStyle, style_of

Drawn = Box | Stroke | Path
Four = tuple[Rule, Rule, Rule, Rule]

DOT_OVER: Final = 0.01
"""Points that a row of dots is drawn too long: the last one stands exactly at its end, and a
renderer's rounding must not lose it."""


def reach(rule: Rule) -> float:
    """How far a rule's ink goes beyond the edge it stands on, in points."""
    style = style_of(rule)
    return style.reach if style is not None else 0.0


def horizontal(
    rule: Rule, x: float, y: float, width: float, node: str, *, flip: bool = False
) -> list[Drawn]:
    """A rule whose middle lies at `y`. `flip` turns a 文武线 over, its thick line below."""
    style = style_of(rule)
    if style is None or width <= 0:
        return []
    if style.ornamental:
        return _ornament(style, x, y, width, node, down=False, flip=flip)
    side = -1.0 if flip else 1.0
    if style.dash:
        rows = [(y + side * at, w) for at, w in style.lines]
        return [_dashed(style, (x, row), (x + width, row), w, node) for row, w in rows]
    return [
        Box(rect=Rect(x, y + side * at - w / 2, width, w), fill=style.color, node=node, role="rule")
        for at, w in style.lines
    ]


def vertical(
    rule: Rule, x: float, y: float, height: float, node: str, *, flip: bool = False
) -> list[Drawn]:
    """A rule that runs down from `y` at `x`, drawn as boxes; `flip` turns its thick line to the
    right."""
    style = style_of(rule)
    if style is None or height <= 0:
        return []
    if style.ornamental:
        return _ornament(style, x, y, height, node, down=True, flip=flip)
    side = -1.0 if flip else 1.0
    if style.dash:
        rows = [(x + side * at, w) for at, w in style.lines]
        return [_dashed(style, (row, y), (row, y + height), w, node) for row, w in rows]
    return [
        Box(rect=Rect(x + side * at - w / 2, y, w, height), fill=style.color, node=node,
            role="rule")
        for at, w in style.lines
    ]  # fmt: skip


def ground(rect: Rect, fill: Color, corners: tuple[float, ...], node: str, role: str) -> Box | Path:
    """A filled rectangle, its corners round where it has any."""
    if not corners:
        return Box(rect=rect, fill=fill, node=node, role=role)
    from layout.flow.rules.rounded import panel  # few have any

    return panel(rect, fill, corners, node, role)


def frame(rules: Four, rect: Rect, node: str, corners: tuple[float, ...] = ()) -> list[Drawn]:
    """Rules on the sides of a rectangle (top, right, bottom, left), meeting at its corners.

    A frame of four lies wholly inside the rectangle, so that a panel at its edge covers it. Four
    of one kind are closed: their lines turn the corner, and so do waves and borders. One with round
    `corners` is of one kind.
    """
    top, right, bottom, left = rules
    whole = "none" not in rules
    style = style_of(top)
    if corners and style is not None:
        from layout.flow.rules import rounded  # few have any

        return [*rounded.frame(style, rect, corners, node)]
    if whole and style is not None and all(rule == top for rule in rules):
        if style.ornamental:
            from layout.flow.rules.borders import border  # few pages have any

            return border(style, rect, node)
        if len(style.lines) > 1 and not style.dash:
            return _nested(style, rect, node)
    if whole:
        rect = rect.inset(reach(left), reach(top), reach(right), reach(bottom))
    out: list[Drawn] = []
    a, b = reach(left), reach(right)
    out += horizontal(top, rect.x - a, rect.y, rect.width + a + b, node)
    out += horizontal(bottom, rect.x - a, rect.bottom, rect.width + a + b, node, flip=True)
    out += vertical(left, rect.x, rect.y, rect.height, node)
    out += vertical(right, rect.right, rect.y, rect.height, node, flip=True)
    return out


def _nested(style: RuleStyle, rect: Rect, node: str) -> list[Drawn]:
    """A closed frame of several lines, one inside the other: none runs into its neighbour."""
    out: list[Drawn] = []
    for at, w in style.lines:
        edge = style.reach + at - w / 2
        r = rect.inset(edge, edge, edge, edge)
        sides = (
            Rect(r.x, r.y, r.width, w),
            Rect(r.x, r.bottom - w, r.width, w),
            Rect(r.x, r.y + w, w, r.height - 2 * w),
            Rect(r.right - w, r.y + w, w, r.height - 2 * w),
        )
        out += [Box(rect=side, fill=style.color, node=node, role="rule") for side in sides]
    return out


def _dashed(
    style: RuleStyle,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float,
    node: str,
) -> Stroke:
    """A row of dots or dashes that begins and ends with one: gaps give or take a little."""
    length = end[0] - start[0] + end[1] - start[1]
    dots = style.dash[0] == 0
    period = sum(style.dash)
    count = max(1, round((length - style.dash[0]) / period))
    more = (length - style.dash[0] - count * period) / count / (len(style.dash) // 2)
    dash = tuple(d + more if i % 2 else d for i, d in enumerate(style.dash))
    if min(dash[1::2]) <= 0:
        dash = style.dash
    over = DOT_OVER if dots else 0.0
    across = 1.0 if end[0] > start[0] else 0.0
    return Stroke(
        x1=start[0], y1=start[1], x2=end[0] + over * across, y2=end[1] + over * (1.0 - across),
        width=width, color=style.color, dash=dash, round_caps=dots, node=node,
    )  # fmt: skip


def _ornament(
    style: RuleStyle, x: float, y: float, length: float, node: str, *, down: bool, flip: bool
) -> list[Drawn]:
    """A wave or a band of units on its own: whole ones, from end to end."""
    from layout.flow.rules.borders import band

    return band(style, x, y, length, node, down=down, flip=flip)
