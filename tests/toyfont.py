"""A face whose measures can be known by heart: every Han 1 em, Latin ½ em, marks on a full em.

Ink of an opening mark lies at 600-900 of its em, of a closing one, pause or stop at 100-400; a dash
fills its em. Digits are 600 wide and 500 by the feature `hwid`. 1000 units to the em.
"""

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from layout.text.charclass import CharClass
from layout.text.scripts import MEMBERS

SPACE = 250
LATIN = 500
DIGIT = 600
_GLYPHS = {  # name: advance, left and right of its ink
    ".notdef": (1000, 50, 950),
    "space": (SPACE, 0, 0),
    "wide_space": (1000, 0, 0),
    "han": (1000, 50, 950),
    "open": (1000, 600, 900),
    "close": (1000, 100, 400),
    "full": (1000, 0, 1000),
    "middle": (1000, 450, 550),
    "latin": (LATIN, 50, 450),
    "acute": (0, -300, -200),
    "digit": (DIGIT, 100, 500),
    "half_digit": (500, 50, 450),
}
_FEATURES = "feature hwid { sub digit by half_digit; } hwid;"


def toy_face(
    path: Path, *, only: str = "", forms: str = "", upem: int = 1000, half: bool = True
) -> Path:
    """Write the face to `path`; with `only`, one that has no other characters than these; `forms`
    are characters that it has in the form that U+E0100 behind them asks for. Without `half` it has
    no digits of half an em."""
    scale = upem / 1000
    builder = FontBuilder(upem)
    builder.setupGlyphOrder(list(_GLYPHS))
    cmap = _cmap()
    if only:
        cmap = {code: name for code, name in cmap.items() if chr(code) in only}
    uvs = [(ord(char), 0xE0100, "full") for char in forms]
    builder.setupCharacterMap(cmap, uvs=uvs or None)
    builder.setupGlyf(
        {name: _box(left, right, scale) for name, (_, left, right) in _GLYPHS.items()}
    )
    builder.setupHorizontalMetrics(
        {n: (round(w * scale), round(left * scale)) for n, (w, left, _) in _GLYPHS.items()}
    )
    builder.setupHorizontalHeader(ascent=round(880 * scale), descent=round(-120 * scale))
    name = "ToyForms" if forms else "ToyPart" if only else "Toy" if half else "ToyWide"
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, version=4)
    builder.setupPost()
    if half:
        addOpenTypeFeaturesFromString(builder.font, _FEATURES)
    builder.save(path)
    return path


def _cmap() -> dict[int, str]:
    cmap = dict.fromkeys(range(0x3400, 0xA000), "han")
    cmap |= dict.fromkeys(range(0x21, 0x7F), "latin")
    cmap |= dict.fromkeys(map(ord, "0123456789"), "digit")
    cmap |= dict.fromkeys(map(ord, MEMBERS[CharClass.OPEN]), "open")
    for cls in (CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP):
        cmap |= dict.fromkeys(map(ord, MEMBERS[cls]), "close")
    cmap |= dict.fromkeys(map(ord, "—～–⸺…⋯／％"), "full")
    cmap |= {0x20: "space", 0xA0: "space", 0x3000: "wide_space", 0xB7: "middle", 0x301: "acute"}
    return cmap


def _box(left: int, right: int, scale: float) -> object:
    pen = TTGlyphPen(None)
    if right > left:
        low, high = round(left * scale), round(right * scale)
        pen.moveTo((low, 0))
        for point in ((low, round(700 * scale)), (high, round(700 * scale)), (high, 0)):
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()
