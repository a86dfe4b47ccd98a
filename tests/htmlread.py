"""Reads a facsimile as the plainest of browsers would: one advance after another, no shaping.

It knows the few style properties a facsimile uses and shares no code with the writer.
"""

import base64
import io
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

_FACE = re.compile(r'@font-face\{font-family:"([^"]+)";src:url\(data:[^,]+,([^)]*)\)')
_RULE = re.compile(r"^\.([a-z]\d+)\{(.*)\}$", re.MULTILINE)


@dataclass(frozen=True)
class Char:
    """One character: its pen origin in points from the page's top left, and what is drawn."""

    char: str
    x: float
    y: float
    size: float
    family: str
    ink: tuple[float, float, float, float] | None  # in em, from the origin; None for a blank


def fonts(html: str) -> dict[str, TTFont]:
    """The fonts of the document by family."""
    return {
        family: TTFont(io.BytesIO(base64.b64decode(data))) for family, data in _FACE.findall(html)
    }


def text(html: str) -> str:
    """Every character of the document's lines, in the order of the file."""
    return "".join(c.char for page in chars(html) for c in page)


def chars(html: str) -> list[list[Char]]:
    """The characters of each page."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader.pages


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pages: list[list[Char]] = []
        self._rules = {name: _declarations(body) for name, body in _RULE.findall(html)}
        self._fonts = fonts(html)
        self._sets = {name: font.getGlyphSet() for name, font in self._fonts.items()}
        self._styles: list[dict[str, str]] = []
        self._left = self._pen = self._base = 0.0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "section":
            self.pages.append([])
        if tag not in ("p", "span"):
            return
        style = dict(self._styles[-1]) if self._styles else {}
        for name in given.get("class", "").split():
            style.update(self._rules[name])
        own = _declarations(given.get("style", ""))
        style.update(own)
        if "font" in style:
            size, family = re.fullmatch(r'([\d.]+)pt/1 "([^"]+)"', style.pop("font")).groups()  # type: ignore[union-attr]
            style |= {"font-size": size, "font-family": family}
        self._styles.append(style)
        if tag == "p":
            self._left, self._pen = _pt(own["left"]), 0.0
            self._base = _pt(own["top"]) + float(style["font-size"])  # the strut of one em
        self._pen += _pt(own.get("margin-left", "0pt"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "span"):
            self._styles.pop()

    def handle_data(self, data: str) -> None:
        if not self._styles:
            assert not self.pages or not data.strip(), f"text outside a line: {data!r}"
            return
        style = self._styles[-1]
        family, size = style["font-family"].strip('"'), float(style["font-size"])
        font, glyphs = self._fonts[family], self._sets[family]
        em = font["head"].unitsPerEm
        scale = re.fullmatch(r"scaleX\((.*)\)", style.get("transform", "scaleX(1)"))
        assert scale
        for char in data:
            name = font.getBestCmap()[ord(char)]  # KeyError: the font lacks a character
            pen = BoundsPen(glyphs)
            glyphs[name].draw(pen)
            ink = pen.bounds and tuple(v / em for v in pen.bounds)
            x = self._left + self._pen * float(scale[1])
            self.pages[-1].append(Char(char, x, self._base, size, family, ink))
            self._pen += font["hmtx"][name][0] * size / em
            self._pen += _pt(style.get("letter-spacing", "0pt"))


def _declarations(text: str) -> dict[str, str]:
    return dict(part.split(":", 1) for part in text.split(";") if part)  # type: ignore[misc]


def _pt(value: str) -> float:
    assert value.endswith("pt"), value
    return float(value[:-2])
