"""Display lists made by hand: a run shaped in one go, a page of a few items, a tiny font."""

from pathlib import Path

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from layout.display.items import GlyphRun, Grid, Item, Page
from layout.faces.face import Face
from layout.geometry import Rect
from layout.units import mm

GRID = Grid(
    type_area=Rect(50, 60, 400, 600),
    columns=((50, 160), (170, 280)),
    pitch=12,
    lines=50,
    baseline=9,
)


def run(
    face: Face,
    text: str,
    x: float = 50,
    y: float = 100,
    size: float = 9,
    *,
    gap: float = 0.0,
    features: dict[str, bool] | None = None,
    **more: object,
) -> GlyphRun:
    """`text` set on one line with `gap` points after each glyph."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Hani", "zh-hans"
    hb.shape(face.font, buffer, features or {})
    xs, pen = [], 0.0
    wide = float(str(more.get("h_scale", 1.0)))
    for place in buffer.glyph_positions:
        xs.append(pen)
        pen += place.x_advance * size * wide / face.upem + gap
    return GlyphRun(
        face=face.key,
        size=size,
        x=x,
        y=y,
        glyphs=tuple(g.codepoint for g in buffer.glyph_infos),
        xs=tuple(xs),
        clusters=tuple(g.cluster for g in buffer.glyph_infos),
        text=text,
        width=pen - gap,
        **more,  # type: ignore[arg-type]
    )


def page(*items: Item, name: str = "T1", width: float = mm(200), height: float = mm(280)) -> Page:
    """A page that holds `items`."""
    return Page(
        name=name,
        title=f"株洲日报 {name}",
        date="2019-09-20",
        width=width,
        height=height,
        bleed=mm(3),
        grid=GRID,
        items=items,
    )


class Faces:
    """Faces by key, as a catalogue gives them."""

    def __init__(self, *faces: Face) -> None:
        self._faces = {face.key: face for face in faces}

    def by_key(self, key: str) -> Face:
        return self._faces[key]


SQUARES = {"A": 200, "B": 500, "C": 800}  # width of each letter's block, in thousandths


def toy_font(path: Path, *, cff: bool = False, variable: bool = False) -> Path:
    """A font of three letters, each a block from the baseline, 700 high.

    The variable one widens every block by 100 at wght 900; its default is wght 100.
    """
    order = [".notdef", *SQUARES]
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(name): name for name in SQUARES})
    glyphs = {}
    for name in order:
        pen = T2CharStringPen(1000, None) if cff else TTGlyphPen(None)
        wide = SQUARES.get(name, 0)
        if wide:
            pen.moveTo((0, 0))
            for point in ((0, 700), (wide, 700), (wide, 0)):
                pen.lineTo(point)
            pen.closePath()
        glyphs[name] = pen.getCharString() if cff else pen.glyph()
    if cff:
        builder.setupCFF("Toy-Regular", {}, glyphs, {})
    else:
        builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Toy", "styleName": "Regular", "psName": "Toy-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=700, version=4)
    builder.setupPost()
    if variable:
        from fontTools.ttLib.tables.TupleVariation import TupleVariation

        builder.setupFvar(
            [("wght", 100, 100, 900, "Weight")],
            [
                {"location": {"wght": 100}, "stylename": "Thin"},
                {"location": {"wght": 900}, "stylename": "Heavy"},
            ],
        )
        move = [(0, 0), (0, 0), (100, 0), (100, 0), (0, 0), (0, 0), (0, 0), (0, 0)]
        deltas = {n: [TupleVariation({"wght": (0, 1, 1)}, move)] for n in SQUARES}
        builder.setupGvar(deltas)
    builder.save(path)
    return path
