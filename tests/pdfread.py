"""Reads a PDF back with pdfium, which shares no code with the writer: characters and their origins.

pdfium follows the content stream, so what it gives is in the order of the display list.
"""

import ctypes
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

HAN = range(0x4E00, 0xA000)


@dataclass(frozen=True)
class Char:
    """One character of a page: its pen origin in points from the trim's top left, y down; the size
    and the shape it is drawn in, `high` points high and `wide` points wide an em."""

    char: str
    x: float
    y: float
    font: str  # without the subset tag
    size: float
    wide: float
    high: float
    ink: float  # left edge of its ink, from the trim; pdfium rounds it to 1/1000 em

    @property
    def han(self) -> bool:
        return ord(self.char) in HAN


def chars(pdf: bytes, index: int = 0) -> list[Char]:
    """The characters that stand in the page's content; those pdfium makes up are left out."""
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[index]
        left, _, _, top = page.get_trimbox()
        text = page.get_textpage()
        found: list[Char] = []
        for at in range(raw.FPDFText_CountChars(text)):
            if raw.FPDFText_IsGenerated(text, at):
                continue
            code = raw.FPDFText_GetUnicode(text, at)
            if 0xDC00 <= code < 0xE000:  # pdfium gives UTF-16; the pair is one character
                lead = ord(found[-1].char)
                whole = 0x10000 + ((lead - 0xD800) << 10) + (code - 0xDC00)
                found[-1] = replace(found[-1], char=chr(whole))
                continue
            x, y = ctypes.c_double(), ctypes.c_double()
            assert raw.FPDFText_GetCharOrigin(text, at, x, y)
            edges = [ctypes.c_double() for _ in range(4)]
            assert raw.FPDFText_GetCharBox(text, at, *edges)
            matrix = raw.FS_MATRIX()
            assert raw.FPDFText_GetMatrix(text, at, matrix)
            size = raw.FPDFText_GetFontSize(text, at)
            found.append(
                Char(
                    char=chr(code),
                    x=x.value - left,
                    y=top - y.value,
                    font=_font(text, at),
                    size=size,
                    wide=size * abs(matrix.a or matrix.b),
                    high=size * abs(matrix.d or matrix.c),
                    ink=edges[0].value - left,
                )
            )
        return found
    finally:
        document.close()


def text(pdf: bytes, index: int = 0) -> str:
    """The page's text without white space."""
    return "".join(c.char for c in chars(pdf, index) if not c.char.isspace())


def _font(textpage: object, at: int) -> str:
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(textpage, at, None, 0, flags)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFText_GetFontInfo(textpage, at, buffer, length, flags)
    name = buffer.value.decode("utf-8")
    return name.split("+", 1)[1] if "+" in name else name
