"""小标题: where a small heading stands in its line."""

from layout.flow.ranged import share
from layout.inline.line import SetLine
from layout.spec.resolve.defaults import TextStyle


def ranged(line: SetLine, style: TextStyle, measure: float) -> float:
    """How far a heading's line is moved to the right in a measure of so many points: its style has
    it centred or ranged right. A line that fills its measure, or more, stays."""
    before = share(style.align)
    if not before or not line.is_last:
        return 0.0
    return before * max(0.0, measure - line.width * style.size * style.h_scale / 1000)
