"""Display lines: series titles, the main headline, notes; stacked or side by side."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from layout.diagnostics import Diagnostic
from layout.flow.lined import lined
from layout.flow.placed import Made, PlacedItem, PlacedLine
from layout.flow.ranged import share, too_high
from layout.flow.setter import Setter
from layout.record import replace
from layout.spec.resolve import EM_ASCENT
from layout.spec.resolved import RBlock, RText, StyledText

STACK_GAP: Final = 0.35  # em of the lower of two stacked lines
LEADING: Final = 1.4
"""From line to line of a running text in its em, where its style does not say."""


def make_text(setter: Setter, block: RBlock, text: RText) -> Made:
    """Display lines, stacked or side by side."""
    inner = block.inner
    if text.arrange == "row":
        return _row(setter, block, text.lines)
    pieces = [_piece(setter, t, inner.width, block.id) for t in text.lines]
    gaps = _gaps(text, pieces)
    height = sum(piece.height for piece in pieces) + sum(gaps)
    free = inner.height - height
    y = inner.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[text.valign] * free + block.nudge
    items: list[PlacedItem] = []
    for piece, gap in zip(pieces, gaps, strict=True):
        y += gap
        items += [replace(n, x=n.x + inner.x, baseline=n.baseline + y) for n in piece.lines]
        y += piece.height
    found = [d for piece in pieces for d in piece.diagnostics]
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
    pieces = [_piece(setter, t, width, "") for t in text.lines]
    return sum(piece.height for piece in pieces) + sum(_gaps(text, pieces))


class _Piece(NamedTuple):
    """A display line, or a paragraph of running text, with its first em box at the origin."""

    lines: list[PlacedLine]
    height: float
    size: float
    diagnostics: Sequence[Diagnostic]


def _piece(setter: Setter, words: StyledText, width: float, node: str) -> _Piece:
    """One entry of a text; with `align: justify` it runs over as many lines as it needs."""
    style = words.style
    if style.align == "justify":
        leading = style.leading or LEADING * style.size
        lines, _, found = lined(setter, words, width, leading, node)
        return _Piece(lines, (len(lines) - 1) * leading + style.size, style.size, found)
    line = setter.display(words, width)
    x = share(line.style.align) * (width - line.width)
    placed = line.at(x, 0.0, line.width, node)
    return _Piece([placed], line.height, line.height, line.diagnostics)


def _gaps(text: RText, pieces: Sequence[_Piece]) -> list[float]:
    """The white above each entry."""
    below = [text.gap if text.gap is not None else STACK_GAP * p.size for p in pieces[1:]]
    return [0.0, *below]
