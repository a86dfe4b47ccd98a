"""Display lists made by hand: a run shaped in one go, a page of a few items, a tiny font."""

from pathlib import Path

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from layout.display.items import GlyphRun, Grid, Item, Page
from layout.display.press import PRESS, PressFacts
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


def page(
    *items: Item,
    name: str = "T1",
    width: float = mm(200),
    height: float = mm(280),
    press: PressFacts = PRESS,
) -> Page:
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
        press=press,
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


def cid_keyed(path: Path, cids: dict[str, int]) -> Path:
    """A copy of a toy CFF font whose glyphs have the CIDs `cids` by name, in two parts in turn.

    Each part has a nominal width of its own.
    """
    import copy

    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
    from fontTools.ttLib import TTFont

    font = TTFont(path)
    order = list(font.getGlyphOrder())
    maps = [(subtable, dict(subtable.cmap)) for subtable in font["cmap"].tables]
    metrics = dict(font["hmtx"].metrics)
    table = font["CFF "].cff
    top = table.topDictIndex[0]
    drawn = {name: top.CharStrings[name] for name in order}
    for string in drawn.values():
        string.decompile()
    parts = FDArrayIndex()
    parts.strings = None
    parts.GlobalSubrs = table.GlobalSubrs
    for number in range(2):
        part = FontDict()
        part.setCFF2(False)
        part.Private = copy.deepcopy(top.Private)
        part.Private.nominalWidthX = 300 + 100 * number
        part.FontName = f"Part{number}"
        parts.append(part)
    select = FDSelect()
    select.format = 3
    select.gidArray = [at % 2 for at in range(len(order))]
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = max(cids.values()) + 1
    top.FDArray, top.FDSelect = parts, select
    for key in ("Private", "Encoding"):
        top.rawDict.pop(key, None)
    del top.Private
    names = [".notdef", *(f"cid{cids[name]:05}" for name in order[1:])]
    strings = top.CharStrings
    strings.fdArray, strings.fdSelect = parts, select
    strings.charStringsAreIndexed = 0
    strings.charStrings = {}
    for at, (name, old) in enumerate(zip(names, order, strict=True)):
        string = drawn[old]
        string.private = parts[at % 2].Private
        string.program = [metrics[old][0] - (300 + 100 * (at % 2)), *_without_width(string)]
        string.fdSelectIndex = at % 2
        strings.charStrings[name] = string
    top.charset = names
    font.setGlyphOrder(names)
    new = dict(zip(order, names, strict=True))
    for subtable, known in maps:
        subtable.cmap = {code: new[name] for code, name in known.items()}
    font["hmtx"].metrics = {new[name]: value for name, value in metrics.items()}
    out = path.with_name(f"cid-{path.name}")
    font.save(out)
    return out


def _without_width(string: object) -> list[object]:
    """A charstring's program without the width that may stand before its first operator."""
    program = list(string.program)  # type: ignore[attr-defined]
    first = next(at for at, token in enumerate(program) if isinstance(token, str))
    needed = {"rmoveto": 2, "hmoveto": 1, "vmoveto": 1, "endchar": 0}[program[first]]
    return program[first - needed :]
