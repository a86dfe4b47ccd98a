"""Cells on a line as few spans: in a span the font's advances and one letter-spacing say it all.

Positions are never left to add up: the emitted numbers are followed with their roundings, and a
span ends where the pen would leave its place.
"""

from collections.abc import Sequence
from typing import Final

from layout.record import record

SLACK_PT: Final = 0.01
"""How far a glyph may stand from its place inside a span: 3.5 µm."""

RENDERER_SLACK_PT: Final = 0.05
"""How far a renderer's own rounding may carry a glyph within a span: 18 µm.

WeasyPrint writes each move of the pen in whole thousandths of an em, cutting off the rest, and
starts afresh at each span; browsers round to 1/64 px, which is far less.
"""

CUT_EM: Final = 0.001  # the most that is cut off after one glyph
HALF_MOVED: Final = 0.5 * (1024 / 1000 - 1)
"""Of a spacing: Pango gives half of it before the glyph, in 1/1024 that WeasyPrint takes for
1/1000."""

DECIMALS: Final = 3  # of lengths in the file, in points


@record
class SpanChar:
    """A character in a font of the document; points from the line's left edge."""

    char: str
    font: int
    x: float
    advance: float
    whole: bool  # the advance is a whole number of thousandths of an em


@record
class FontSpan:
    """Characters of one font. `move` is from the end of the span before, `spacing` after each."""

    text: str
    font: int
    move: float
    spacing: float


def spans_of(cells: Sequence[SpanChar], size: float) -> tuple[FontSpan, ...]:
    """The spans of a line set in one size (points), in order."""
    spans: list[FontSpan] = []
    pen = 0.0
    at = 0
    while at < len(cells):
        first = cells[at]
        move = round(first.x - pen, DECIMALS)
        end, spacing, pen = _reach(cells, at, pen + move, size)
        text = "".join(cell.char for cell in cells[at:end])
        spans.append(FontSpan(text=text, font=first.font, move=move, spacing=spacing))
        at = end
    return tuple(spans)


def _reach(cells: Sequence[SpanChar], at: int, pen: float, size: float) -> tuple[int, float, float]:
    """How far a span that begins at `at` reaches, its spacing, and where its pen ends."""
    first = cells[at]
    end = at + 1
    after = pen + first.advance
    if end == len(cells) or cells[end].font != first.font:
        return end, 0.0, after
    spacing = round(cells[end].x - after, DECIMALS)
    if abs(spacing) <= SLACK_PT / 2:
        spacing = 0.0
    lost = HALF_MOVED * abs(spacing)
    after = pen
    while True:
        last = cells[end - 1]
        after += last.advance + spacing
        if spacing or not last.whole:
            lost += CUT_EM * size
        if (
            end == len(cells)
            or cells[end].font != first.font
            or abs(cells[end].x - after) > SLACK_PT
            or lost > RENDERER_SLACK_PT
        ):
            break
        end += 1
    if end == at + 1:  # alone: a spacing would only have to be taken back
        return end, 0.0, pen + first.advance
    return end, spacing, after
