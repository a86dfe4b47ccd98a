"""The glyphs of a PDF in the order of its content, with pdfium: where each stands, how wide it is.

Everything comes from the file: the origin from the content stream, the advance from the font's
width table, the ink from its outlines. So a page of any tool is measured alike.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from layout.record import record

_NEAR = 0.001  # points
_HYPHENS = (0x02, 0xFFFE)  # what pdfium gives for a hyphen at the end of a line


@record
class Glyph:
    """A glyph, in points: its pen origin, x from the page's left and y from its top downwards.

    `text` has several characters where the glyph stands for them (a joined ——). `advance` and
    `ink` are measured from the origin. A `space` that pdfium made up from a gap is marked as made.
    """

    text: str
    page: int
    x: float
    y: float
    advance: float
    ink: tuple[float, float]
    made: bool = False


def glyphs(pdf: bytes) -> list[Glyph]:
    """Every glyph of every page, spaces too; line ends that pdfium makes up are left out."""
    document = pdfium.PdfDocument(pdf)
    try:
        out: list[Glyph] = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            left, _, _, top = page.get_mediabox()
            for glyph in _page(text, number, left, top):
                if out and _same(out[-1], glyph):
                    out.append(_joined(out.pop(), glyph.text))
                else:
                    out.append(glyph)
        return out
    finally:
        document.close()


def _page(text: pdfium.PdfTextPage, number: int, left: float, top: float) -> Iterator[Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    box = raw.FS_RECTF()
    lead = 0
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        made = bool(raw.FPDFText_IsGenerated(text, at))
        if made and code in (0x0A, 0x0D):
            continue
        if 0xD800 <= code < 0xDC00:  # pdfium gives UTF-16; the pair is one character
            lead = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((lead - 0xD800) << 10) + (code - 0xDC00)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetCharBox(text, at, *edges)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        ink = (edges[0].value - x.value, edges[1].value - x.value)
        reach = box.right - x.value  # of the advance, or of ink that overhangs it
        if not made and ink[1] > reach - _NEAR:
            reach = _advance(text, at, code) or reach
        yield Glyph(
            text="-" if code in _HYPHENS else chr(code),
            page=number,
            x=x.value - left,
            y=top - y.value,
            advance=reach,
            ink=ink,
            made=made,
        )


def _advance(text: pdfium.PdfTextPage, at: int, code: int) -> float:
    """The advance in points that the font's width table gives a character; 0 where it has none."""
    width = ctypes.c_float()
    matrix = raw.FS_MATRIX()
    font = raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(text, at))
    if not raw.FPDFFont_GetGlyphWidth(font, code, raw.FPDFText_GetFontSize(text, at), width):
        return 0.0
    raw.FPDFText_GetMatrix(text, at, matrix)
    return float(width.value) * float(matrix.a)


def _same(one: Glyph, other: Glyph) -> bool:
    """Whether pdfium gave the same glyph again, for its next character."""
    return (
        not one.made
        and one.page == other.page
        and one.advance > 0
        and abs(one.x - other.x) < 1e-6
        and abs(one.y - other.y) < 1e-6
        and one.ink == other.ink
        and one.advance == other.advance
    )


def _joined(glyph: Glyph, text: str) -> Glyph:
    return Glyph(
        text=glyph.text + text,
        page=glyph.page,
        x=glyph.x,
        y=glyph.y,
        advance=glyph.advance,
        ink=glyph.ink,
    )
