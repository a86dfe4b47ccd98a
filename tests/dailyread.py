"""Measures the pages of `specs/daily` on their PDF, which pdfium reads: what stands where, in the
terms of the table in docs/daily.md."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

import pypdfium2 as pdfium
from pypdfium2 import raw

MM = 25.4 / 72
EM = 9.0
BODY = ("NotoSerifSC-Regular", "BanxinKai-Regular")
HAN = range(0x4E00, 0xA000)


@dataclass(frozen=True)
class Glyph:
    """A character: its pen origin in points from the trim's top left, y down; the size and the
    shape it is drawn in, `high` points high and `wide` points wide an em."""

    char: str
    x: float
    y: float
    font: str
    wide: float
    high: float

    @property
    def han(self) -> bool:
        return ord(self.char) in HAN


@dataclass(frozen=True)
class Bar:
    """A rule, or another rectangle of ink: its edges in points from the trim's top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def weight(self) -> float:
        """Its thickness in mm."""
        return min(self.width, self.height) * MM


@dataclass(frozen=True)
class Line:
    """Body characters side by side on one baseline, in one column."""

    glyphs: tuple[Glyph, ...]

    @property
    def x(self) -> float:
        return self.glyphs[0].x

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def end(self) -> float:
        """The right edge of the last character's em box; of a trimmed mark's half."""
        last = self.glyphs[-1]
        return last.x + EM * (1.0 if last.han else 0.5)

    @property
    def pitches(self) -> list[float]:
        """Em from one Han to the next that stands right behind it."""
        pairs = pairwise(self.glyphs)
        return [(b.x - a.x) / EM for a, b in pairs if a.han and b.han]


@dataclass(frozen=True)
class Sheet:
    """What was read of a page."""

    glyphs: tuple[Glyph, ...]
    bars: tuple[Bar, ...]

    def lines(self) -> list[Line]:
        """The lines of body type, from above; two columns are parted by a gap above 1.6 em."""
        rows: dict[float, list[Glyph]] = {}
        for glyph in self.glyphs:
            if glyph.font in BODY and abs(glyph.high - EM) < 0.01 and abs(glyph.wide - EM) < 0.01:
                rows.setdefault(round(glyph.y, 2), []).append(glyph)
        found: list[Line] = []
        for _, row in sorted(rows.items()):
            row.sort(key=lambda g: g.x)
            part = [row[0]]
            for before, glyph in pairwise(row):
                if glyph.x - before.x > EM * 1.6:
                    found.append(Line(tuple(part)))
                    part = []
                part.append(glyph)
            found.append(Line(tuple(part)))
        return found

    def head(self, words: str) -> list[Glyph]:
        """The characters of a headline: the largest type in which its words stand."""
        best: list[Glyph] = []
        for at in range(len(self.glyphs) - len(words) + 1):
            run = self.glyphs[at : at + len(words)]
            if "".join(g.char for g in run) == words and (
                not best or run[0].high * run[0].wide > best[0].high * best[0].wide
            ):
                best = list(run)
        assert best, f"{words} is not on the page"
        return best


def read(pdf: bytes) -> Sheet:
    """The first page of a PDF."""
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[0]
        left, _, _, top = page.get_trimbox()
        text = page.get_textpage()
        return Sheet(
            tuple(_glyphs(text, left, top)),
            tuple(_bars(page, left, top)),
        )
    finally:
        document.close()


def _glyphs(text: pdfium.PdfTextPage, left: float, top: float) -> Iterator[Glyph]:
    for at in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, at):
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        assert raw.FPDFText_GetCharOrigin(text, at, x, y)
        matrix = raw.FS_MATRIX()
        assert raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at)
        yield Glyph(
            char=chr(raw.FPDFText_GetUnicode(text, at)),
            x=x.value - left, y=top - y.value, font=_font(text, at),
            wide=size * abs(matrix.a or matrix.b), high=size * abs(matrix.d or matrix.c),
        )  # fmt: skip


def _font(text: pdfium.PdfTextPage, at: int) -> str:
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, at, None, 0, flags)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFText_GetFontInfo(text, at, buffer, length, flags)
    return buffer.value.decode("utf-8").split("+", 1)[-1]


def _bars(page: pdfium.PdfPage, left: float, top: float) -> Iterator[Bar]:
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        x0, y0, x1, y1 = item.get_bounds()
        yield Bar(x0 - left, top - y1, x1 - left, top - y0)


def starts(lines: Iterable[Line], least: int) -> list[float]:
    """The left edges, in points, at which so many lines begin at least: those of the columns."""
    counts = Counter(round(line.x, 2) for line in lines)
    return sorted(x for x, count in counts.items() if count >= least)


def quarters(values: list[float]) -> tuple[float, float, float, float]:
    """The value that half, three quarters and nine tenths of them keep, and the most."""
    cuts = quantiles(values, n=20, method="inclusive")
    return cuts[9], cuts[14], cuts[17], max(values)
