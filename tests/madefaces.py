"""Faces of a user's own, made from the shipped ones: subsets, collections, faces with faults."""

import io
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from layout.faces.catalog import bundled_folder

LATIN = "".join(map(chr, range(0x20, 0x7F)))


def cut_face(
    path: Path,
    text: str,
    *,
    source: str = "NotoSerifSC-Regular.ttf",
    name: str = "Own",
    layout: bool = True,
    change: Callable[[Any], None] | None = None,
) -> Path:
    """A face with the characters of `text` and Latin, called `name`; `change` comes last."""
    font = TTFont(io.BytesIO(_subset(source, text, layout)))
    renamed(font, name)
    if change is not None:
        change(font)
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


@cache
def _subset(source: str, text: str, layout: bool) -> bytes:
    font = TTFont(bundled_folder() / source)
    options = Options()
    options.layout_features = ["*"] if layout else []
    if not layout:
        options.drop_tables += ["GSUB", "GPOS"]
    subsetter = Subsetter(options)
    subsetter.populate(text=text + LATIN)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def renamed(font: Any, name: str) -> None:
    """Give a font a name of its own, in Unicode."""
    names = font["name"]
    names.names = []
    for number, text in ((1, name), (2, "Regular"), (4, name), (6, name)):
        names.setName(text, number, 3, 1, 0x409)


def named_in(name: str, platform: int, encoding: int, language: int, codec: str) -> Any:
    """A change after which a face has its name in one old encoding alone."""

    def change(font: Any) -> None:
        names = font["name"]
        names.names = []
        for number in (1, 4, 6):
            names.setName(name.encode(codec), number, platform, encoding, language)

    return change


def redrawn(char: str, glyph: Any = None, *, wide: float = 1.0, up: int = 0, advance: int) -> Any:
    """A change after which a character's glyph is drawn narrower or higher, on its own advance."""

    def change(font: Any) -> None:
        name = glyph or font.getBestCmap()[ord(char)]
        glyphs, pen = font.getGlyphSet(), TTGlyphPen(None)
        glyphs[name].draw(TransformPen(pen, (wide, 0, 0, 1, 0, up)))
        made = pen.glyph()
        made.recalcBounds(font["glyf"])
        font["glyf"][name] = made
        font["hmtx"][name] = (advance, made.xMin)

    return change


def collection(path: Path, fonts: Iterable[Path]) -> Path:
    """A TTC of faces."""
    made = TTCollection()
    made.fonts = [TTFont(font) for font in fonts]
    made.save(path)
    return path


def only_maps(char: str) -> Callable[[Any], None]:
    """A change after which a face has one character, drawn as one it had."""
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    def change(font: Any) -> None:
        glyph = font.getBestCmap()[ord("书")]
        table = CmapSubtable.newSubtable(12)
        table.platformID, table.platEncID, table.language = 3, 10, 0
        table.cmap = {ord(char): glyph}
        font["cmap"].tables = [table]

    return change
