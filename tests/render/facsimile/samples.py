"""A page for both tests of the facsimile: a little of everything that a renderer may get wrong."""

from pathlib import Path

from PIL import Image

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, GlyphRun, Item, Page, Picture, Stroke
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.geometry import Rect
from layout.render.base import Resources
from layout.units import mm
from tests.columns import column, columns
from tests.toypage import Faces, page, run, toy_font

RED = Color(m=100, y=90)


def glyph_runs(sheet: Page) -> list[GlyphRun]:
    """The runs of a page in order."""
    return [item for item in sheet.items if isinstance(item, GlyphRun)]


def toy(folder: Path) -> tuple[list[Page], Resources]:
    """Two pages and what they need; `folder` takes a font and a picture."""
    catalog = Catalog()
    song, hei, kai = (catalog.face(role) for role in ("报宋", "超粗黑", "楷"))
    cff = Face(toy_font(folder / "toy.otf", cff=True))
    heavy = Face(toy_font(folder / "toyvar.ttf", variable=True), instance="Heavy")
    Image.new("CMYK", (40, 20), (0, 200, 180, 30)).save(folder / "ink.jpg")
    Image.new("RGB", (40, 20), (20, 90, 160)).save(folder / "sky.png")
    items: list[Item] = [
        Box(rect=Rect(-mm(3), -mm(3), 400, 60), fill=RED),
        run(hei, "凝心聚力谋发展", 50, 40, 36, color=WHITE),
        run(song, "改革开放——四十年……“动力谷”2019年，", 50, 100, 9, gap=0.137),
        run(song, "第12届35周年", 50, 112, 9, gap=-0.05, features={"hwid": True}),
        run(song, "一 <b>A&amp;B</b> 二", 50, 124, 9),
        run(song, "接着", 50, 136, 9, node="n"),
        run(hei, "粗体", 68.25, 136, 9, node="n"),
        run(song, "之后", 90, 136, 9, node="n"),
        run(song, "平体一百零五", 50, 156, 20, h_scale=1.05, gap=0.4),
        run(song, "长体六成", 220, 156, 20, h_scale=0.6, gap=0.4),
        run(song, "描粗的字", 50, 180, 20, stroke_em=0.03),
        run(kai, "楷体字，阳光“下”·", 50, 205, 20.5, gap=1 / 3, color=Color(c=100)),
        run(cff, "ABAC", 50, 230, 15),
        run(heavy, "CAB", 150, 230, 15, gap=2.5),
        run(hei, "大", 150, 420, 200),
        uneven(song),
        Box(rect=Rect(50, 440, 300, 0.5), fill=BLACK),
        Stroke(x1=50, y1=450, x2=350, y2=450, width=1, color=BLACK, dash=(0, 3), round_caps=True),
        Stroke(x1=50, y1=455, x2=50, y2=600, width=0.5, color=RED, dash=(4, 2)),
        *columns(catalog.chain("报宋"), 14, color=RED),
        *column(catalog.chain("楷"), "平体“一百”100%、AlphaGo——……", 380, 40, 15, h_scale=1.1),
        *column(catalog.chain("楷"), "扁体“六成”60%、Ab——", 380, 400, 9, h_scale=1 / 0.6),
        *column(catalog.chain("超粗黑"), "描粗：5G·高新区～", 420, 330, 15, stroke_em=0.03),
        Picture(rect=Rect(60, 460, 200, 100), source="ink.jpg", alt='一幅"图"'),
        Picture(rect=Rect(270, 460, 80, 80), source="sky.png", crop=(0.25, 0, 0.75, 1)),
    ]  # fmt: skip
    sheets = [
        page(*items),
        page(run(song, "第二版—", 30, 50, 12), name="T2", width=mm(150), height=mm(100)),
    ]
    more = {f.key: f for role in ("报宋", "楷", "超粗黑") for f in catalog.chain(role)}
    faces = Faces(*more.values(), song, hei, kai, cff, heavy)
    return sheets, Resources.of(faces, Files(root=folder))


def uneven(face: Face) -> GlyphRun:
    """Glyphs at gaps that no one spacing describes, and a cluster of several glyphs."""
    plain = run(face, "疏密不匀的一行字", 50, 600, 10.5)
    gaps = (0.0, 0.31, -0.2, 1.7, 0.0, 0.0, 0.013, 3.3)
    shifts = [sum(gaps[: at + 1]) for at in range(len(gaps))]
    accent = face.glyph("ˊ") or face.glyph("'")
    return GlyphRun(
        face=plain.face,
        size=plain.size,
        x=plain.x,
        y=plain.y,
        glyphs=(*plain.glyphs, accent, face.glyph("e")),
        xs=(*(x + s for x, s in zip(plain.xs, shifts, strict=True)), 95.0, 97.25),
        clusters=(*plain.clusters, 8, 8),
        text=plain.text + "é",
        width=105.0,
    )
