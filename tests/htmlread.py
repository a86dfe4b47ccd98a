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
        self._scale = 1.0
        self._turned = False
        self._up: tuple[float, float] | None = None  # of a character placed by itself

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "section":
            self.pages.append([])
        if tag not in ("p", "span"):
            return
        style = dict(self._styles[-1]) if self._styles else {}
        names = given.get("class", "").split()
        for name in names:
            if name != "up":
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
            self._place(own)
        self._up = (_pt(own["left"]), _pt(own["top"])) if "up" in names else None
        self._pen += _pt(own.get("margin-left", "0pt"))

    def _place(self, own: dict[str, str]) -> None:
        """How a line is widened, and whether it is turned about the left end of its baseline."""
        found = re.fullmatch(
            r"(?:scaleX\(([\d.]+)\))? ?(rotate\(90deg\))?", own.get("transform", "")
        )
        assert found
        self._scale, self._turned = float(found[1] or 1), bool(found[2])
        assert not self._turned or own["transform-origin"] == "0 1em"

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
        for char in data:
            name = font.getBestCmap()[ord(char)]  # KeyError: the font lacks a character
            pen = BoundsPen(glyphs)
            glyphs[name].draw(pen)
            ink = pen.bounds and tuple(v / em for v in pen.bounds)
            x, y = self._left + self._pen * self._scale, self._base
            if self._up is not None:
                assert len(data) == 1
                x, y = self._left + self._up[0] * self._scale, self._base + self._up[1]
            elif self._turned:
                x, y = self._left, self._base + self._pen
            self.pages[-1].append(Char(char, x, y, size, family, ink))
            self._pen += font["hmtx"][name][0] * size / em
            self._pen += _pt(style.get("letter-spacing", "0pt"))


def _declarations(text: str) -> dict[str, str]:
    return dict(part.split(":", 1) for part in text.split(";") if part)


def _pt(value: str) -> float:
    assert value.endswith("pt"), value
    return float(value[:-2])
