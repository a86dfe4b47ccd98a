"""Display lines: series titles, the main headline, notes; stacked or side by side."""

from typing import Final

from layout.flow.headline import too_high
from layout.flow.placed import Made, PlacedItem
from layout.flow.ranged import share
from layout.flow.setter import Setter
from layout.spec.resolve import EM_ASCENT
from layout.spec.resolved import RBlock, RText, StyledText

STACK_GAP: Final = 0.35  # em of the lower of two stacked lines


def make_text(setter: Setter, block: RBlock, text: RText) -> Made:
    """Display lines, stacked or side by side."""
    inner = block.inner
    if text.arrange == "row":
        return _row(setter, block, text.lines)
    lines = [setter.display(t, inner.width) for t in text.lines]
    gaps = [0.0] + [
        text.gap if text.gap is not None else STACK_GAP * line.height for line in lines[1:]
    ]
    height = sum(line.height for line in lines) + sum(gaps)
    free = inner.height - height
    y = inner.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[text.valign] * free + block.nudge
    items: list[PlacedItem] = []
    for line, gap in zip(lines, gaps, strict=True):
        y += gap
        x = inner.x + share(line.style.align) * (inner.width - line.width)
        items.append(line.at(x, y, line.width, block.id))
        y += line.height
    found = [d for line in lines for d in line.diagnostics]
    found += too_high("the display text", height, inner.height, block.place)
    return Made(items=items, diagnostics=found)


def _row(setter: Setter, block: RBlock, texts: tuple[StyledText, ...]) -> Made:
    """Lines side by side on one middle: the first at the left, the last at the right."""
    inner = block.inner
    lines = [setter.display(t) for t in texts]
    total = sum(line.width for line in lines)
    if total > inner.width:
        part = inner.width / total
        lines = [setter.display(t, w.width * part) for t, w in zip(texts, lines, strict=True)]
        total = sum(line.width for line in lines)
    gap = (inner.width - total) / (len(lines) - 1) if len(lines) > 1 else 0.0
    x = inner.x if len(lines) > 1 else inner.x + share(lines[0].style.align) * (inner.width - total)
    items: list[PlacedItem] = []
    # One baseline for all, that of the largest, which stands in the middle.
    largest = max(line.height for line in lines)
    baseline = inner.y + (inner.height - largest) / 2 + EM_ASCENT * largest + block.nudge
    for line in lines:
        items.append(line.at(x, baseline - EM_ASCENT * line.height, line.width, block.id))
        x += line.width + gap
    found = [d for line in lines for d in line.diagnostics]
    found += too_high("the line", largest, inner.height, block.place)
    return Made(items=items, diagnostics=found)


def text_height(setter: Setter, text: RText, width: float) -> float:
    """Points that display lines take, one box over another, without white around them."""
    if text.arrange == "row":
        return max(setter.display(t).height for t in text.lines)
    lines = [setter.display(t, width) for t in text.lines]
    gaps = [text.gap if text.gap is not None else STACK_GAP * n.height for n in lines[1:]]
    return sum(n.height for n in lines) + sum(gaps)
