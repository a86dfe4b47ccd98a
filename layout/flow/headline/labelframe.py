"""What is behind the words of a label that is no square panel: round corners or ends, a frame."""

from layout.color import Color
from layout.flow.placed import PlacedItem
from layout.flow.rules import rules
from layout.flow.rules.rounded import frame, panel
from layout.geometry import Rect
from layout.spec.resolve.resolved import RLabel


def backed(spec: RLabel, rect: Rect, ink: Color, node: str) -> list[PlacedItem]:
    """The panel or the frame of a label."""
    if spec.look == "panel":
        return [panel(rect, ink, spec.corners, node, "panel")]
    style = rules.style_of(spec.rule)
    if style is None:
        return []
    if spec.corners:
        return [*frame(style, rect, spec.corners, node)]
    return [*rules.frame((style,) * 4, rect, node)]
