"""Text shown: where it stands on the page, and how far it moves on."""

from layout.pdf.fonts import Font
from layout.pdf.matrix import Box, Matrix, box_of, times
from layout.pdf.painted import Text
from layout.pdf.state import GraphicsState

Shown = tuple[bytes | float, ...]


def show(
    state: GraphicsState, font: Font, tm: Matrix, shown: Shown
) -> tuple[Text, Box, Matrix, int]:
    """What an operator shows: the text, its box in page space, the text matrix after it, and how
    many codes it has.

    The box reaches from the font's descent to its ascent; in columns half an em to each side.
    """
    size, scale = state.font_size, state.scale
    matrix = times(tm, state.ctm)
    unit = (font.matrix[0] or 0.001) if font.subtype == "Type3" else 0.001
    along = low = high = 0.0
    count = 0
    for part in shown:
        if isinstance(part, bytes):
            codes = font.codes(part)
            number = len(codes)
            count += number
            spaces = part.count(b" ") if state.word_space and not font.composite else 0
            extra = number * state.char_space + spaces * state.word_space
            if font.vertical:
                along += -number * size + extra
            else:
                along += (font.length(codes) * unit * size + extra) * scale
        else:
            along -= part / 1000 * size * (1.0 if font.vertical else scale)
        low, high = min(low, along), max(high, along)
    up = font.matrix[3] if font.subtype == "Type3" else 0.001
    ascent, descent = font.ascent * up * size, font.descent * up * size
    if font.vertical:
        local = (-abs(size) / 2 * scale, low, abs(size) / 2 * scale, high)
        after = times((1.0, 0.0, 0.0, 1.0, 0.0, along), tm)
    else:
        bottom, top = sorted((descent + state.rise, ascent + state.rise))
        local = (low, bottom, high, top)
        after = times((1.0, 0.0, 0.0, 1.0, along, 0.0), tm)
    em = abs(size) * (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
    if font.subtype == "Type3":
        em *= abs(font.matrix[3]) * 1000
    text = Text(
        font=font,
        size=em,
        mode=state.mode,
        shown=shown,
        matrix=matrix,
        font_size=size,
        char_space=state.char_space,
        word_space=state.word_space,
        scale=scale,
        rise=state.rise,
    )
    return text, box_of(matrix, local), after, count


def glyph_matrix(text: Text, x: float, y: float) -> Matrix:
    """From the glyph space of a Type 3 font to the page, for a glyph at a point of the page."""
    a, b, c, d = text.matrix[:4]
    size = text.font_size
    placed = (a * size * text.scale, b * size * text.scale, c * size, d * size, x, y)
    m = text.font.matrix
    return times((m[0], m[1], m[2], m[3], m[4], m[5]), placed)
