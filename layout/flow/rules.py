"""Rules as boxes: 正线 反线 双线 文武线, and 点线 as a row of dots."""

from layout.color import BLACK
from layout.display.items import Box, Stroke
from layout.geometry import Rect
from layout.spec.defaults import RULE_WEIGHTS


def horizontal(
    kind: str, x: float, y: float, width: float, node: str, *, flip: bool = False
) -> list[Box | Stroke]:
    """A rule whose middle lies at `y`. `flip` turns a 文武线 over, its thick line below."""
    if kind == "none" or width <= 0:
        return []
    weight = RULE_WEIGHTS[kind]
    if weight.dash:
        w = weight.lines[0][1]
        return [
            Stroke(x1=x, y1=y, x2=x + width, y2=y, width=w, color=BLACK, dash=weight.dash,
                   round_caps=True, node=node)
        ]  # fmt: skip
    side = -1.0 if flip else 1.0
    return [
        Box(rect=Rect(x, y + side * at - w / 2, width, w), fill=BLACK, node=node, role="rule")
        for at, w in weight.lines
    ]


def vertical(
    kind: str, x: float, y: float, height: float, node: str, *, flip: bool = False
) -> list[Box | Stroke]:
    """As `horizontal`, downwards from `y`."""
    if kind == "none" or height <= 0:
        return []
    weight = RULE_WEIGHTS[kind]
    if weight.dash:
        w = weight.lines[0][1]
        return [
            Stroke(x1=x, y1=y, x2=x, y2=y + height, width=w, color=BLACK, dash=weight.dash,
                   round_caps=True, node=node)
        ]  # fmt: skip
    side = -1.0 if flip else 1.0
    return [
        Box(rect=Rect(x + side * at - w / 2, y, w, height), fill=BLACK, node=node, role="rule")
        for at, w in weight.lines
    ]


def frame(kinds: tuple[str, str, str, str], rect: Rect, node: str) -> list[Box | Stroke]:
    """Rules on the sides of a rectangle (top, right, bottom, left), meeting at its corners.

    A frame of four lies wholly inside the rectangle, so that a panel at its edge covers it.
    """
    top, right, bottom, left = kinds
    if "none" not in kinds:
        rect = rect.inset(_reach(left), _reach(top), _reach(right), _reach(bottom))
    out: list[Box | Stroke] = []
    if top != "none":
        a, b = _reach(left), _reach(right)
        out += horizontal(top, rect.x - a, rect.y, rect.width + a + b, node)
    if bottom != "none":
        a, b = _reach(left), _reach(right)
        out += horizontal(bottom, rect.x - a, rect.bottom, rect.width + a + b, node, flip=True)
    out += vertical(left, rect.x, rect.y, rect.height, node)
    out += vertical(right, rect.right, rect.y, rect.height, node, flip=True)
    return out


def _reach(kind: str) -> float:
    """How far a rule's outermost line reaches beyond the edge it stands on."""
    if kind == "none":
        return 0.0
    return max(abs(at) + w / 2 for at, w in RULE_WEIGHTS[kind].lines)
