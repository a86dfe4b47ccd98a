"""Display lines: series titles, the main headline, notes; stacked or side by side."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from layout.diagnostics import Diagnostic, error, shown, warning
from layout.flow.placed import Made, PlacedItem, PlacedLine
from layout.flow.type.align import share, too_high
from layout.flow.type.setter import LEAST_SHRINK, UNSEEN_SHRINK, DisplayLine, Setter
from layout.record import replace
from layout.spec.resolve.resolved import RBlock, RText, StyledText
from layout.units import EM_ASCENT, EPS_PT, fits
from layout.words.said import Value

STACK_GAP: Final = 0.35  # em of the lower of two stacked lines
ROW_GAP: Final = 1.0
"""em of the larger of two entries side by side, the least white between them: with less of it two
texts are read as one."""
SHOWN: Final = 30
"""Characters of a row that a message quotes."""
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
    found += too_high("part.display-text", height, inner.height, block.place)
    return Made(items=items, diagnostics=found)


def _row(setter: Setter, block: RBlock, texts: tuple[StyledText, ...]) -> Made:
    """Lines side by side on one baseline, `ROW_GAP` apart at least: the first at the left, the last
    at the right. Too wide for its place, the row is set smaller as a whole, and that is told once.
    """
    inner = block.inner
    lines = [setter.display(t) for t in texts]
    found: list[Diagnostic] = []
    need = _row_width(lines)
    if need > inner.width + EPS_PT and any(t.style.scales is not None for t in texts):
        texts = _narrower(texts, lines, inner.width)
        lines = [setter.display(t) for t in texts]
        need = _row_width(lines)
    if need > inner.width + EPS_PT:
        part = max(inner.width / need, LEAST_SHRINK)
        found += _row_wide(block, texts, need=need, part=part, size=lines[0].height)
        styles = [replace(t.style, size=t.style.size * part) for t in texts]
        lines = [
            setter.display(replace(t, style=style)) for t, style in zip(texts, styles, strict=True)
        ]
    # Wider than its place even so, it stands out of it rather than run together.
    gaps = _row_gaps(lines)
    free = inner.width - _row_width(lines)
    more = max(0.0, free) / len(gaps) if gaps else 0.0
    x = inner.x if gaps else inner.x + share(lines[0].style.align) * max(0.0, free)
    if gaps and free > 0:
        even = (inner.width - sum(line.width for line in lines)) / len(gaps)
        if even >= max(gaps):  # all alike where there is room for it
            gaps, more = [even] * len(gaps), 0.0
    items: list[PlacedItem] = []
    # One baseline for all, that of the largest, which stands in the middle.
    largest = max(line.height for line in lines)
    baseline = inner.y + (inner.height - largest) / 2 + EM_ASCENT * largest + block.nudge
    for line, gap in zip(lines, [*gaps, 0.0], strict=True):
        items.append(line.at(x, baseline - EM_ASCENT * line.height, line.width, block.id))
        x += line.width + gap + more
    found += [d for line in lines for d in line.diagnostics]
    found += too_high("part.display-line", largest, inner.height, block.place)
    return Made(items=items, diagnostics=found)


def _narrower(
    texts: Sequence[StyledText], lines: Sequence[DisplayLine], width: float
) -> tuple[StyledText, ...]:
    """The entries of a row condensed so that it is `width` points wide, each as far as its style
    leaves that open."""
    from layout.flow.type.narrowing import narrowed

    rigid = sum(line.width for line in lines if line.style.scales is None)
    free = sum(line.width for line in lines) - rigid
    part = max(0.0, width - sum(_row_gaps(lines)) - rigid) / free
    out: list[StyledText] = []
    for text, line in zip(texts, lines, strict=True):
        style = text.style
        if style.scales is not None and line.width:
            em = line.width / (style.size * style.h_scale)
            style = narrowed(style, em, part * line.width, vertical=False)
        out.append(replace(text, style=style))
    return tuple(out)


def _row_gaps(lines: Sequence[DisplayLine]) -> list[float]:
    """The least white between each two entries of a row: by the larger of them."""
    return [ROW_GAP * max(a.height, b.height) for a, b in pairwise(lines)]


def _row_width(lines: Sequence[DisplayLine]) -> float:
    """The least width of a row, in points."""
    return sum(line.width for line in lines) + sum(_row_gaps(lines))


def _row_wide(
    block: RBlock, texts: Sequence[StyledText], *, need: float, part: float, size: float
) -> list[Diagnostic]:
    """Diagnostics of a row `need` points wide that is set at `part` of its size, which for its
    first entry is `size`."""
    words = tuple([shown(t.text, SHOWN) for t in texts])
    room, place = block.inner.width, texts[0].place
    several = len(texts) > 1
    facts: dict[str, Value] = {
        "texts": words, "between_em": ROW_GAP, "width_pt": need, "room_pt": room,
        "size_pt": size * part, "asked_pt": size,
    }  # fmt: skip
    if not fits(need * part, room):
        key = "DISPLAY-WIDE.side-by-side" if several else "DISPLAY-WIDE.one-in-row"
        return [error(key, place, **facts)]
    if part < 1 - UNSEEN_SHRINK:
        key = "DISPLAY-SHRUNK.side-by-side" if several else "DISPLAY-SHRUNK.one-in-row"
        return [warning(key, place, **facts)]
    return []


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
        from layout.flow.type.paragraph import lined  # few texts run over lines

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
