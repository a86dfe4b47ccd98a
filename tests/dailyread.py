"""Measures the pages of `specs/daily` on their PDF, which pdfium reads: what stands where, in the
terms of the table in docs/daily.md."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

import pypdfium2 as pdfium
from pypdfium2 import raw

from tests.pdfread import Char, chars

MM = 25.4 / 72
EM = 9.0
BODY = ("NotoSerifSC-Regular", "BanxinKai-Regular")


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

    glyphs: tuple[Char, ...]

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

    glyphs: tuple[Char, ...]
    bars: tuple[Bar, ...]

    def lines(self) -> list[Line]:
        """The lines of body type, from above; two columns are parted by a gap above 1.6 em."""
        rows: dict[float, list[Char]] = {}
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

    def head(self, words: str) -> list[Char]:
        """The characters of a headline: the largest type in which its words stand."""
        best: list[Char] = []
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
        return Sheet(tuple(chars(pdf)), tuple(_bars(page, left, top)))
    finally:
        document.close()


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
