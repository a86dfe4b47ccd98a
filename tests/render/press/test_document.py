"""The press PDF read back by parsers that did not write it."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, GlyphRun, Stroke
from layout.environment import Files
from layout.faces.face import Face
from layout.geometry import Rect
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.document import PressBackend
from layout.render.press.flate import zlib_compressor
from layout.units import mm
from tests import pdfread
from tests.render.press.conftest import Draw
from tests.toypage import Faces, page, run


def items(song: Face, hei: Face, kai: Face) -> list[GlyphRun | Box | Stroke]:
    """A little of everything that goes wrong in Chinese PDFs."""
    return [
        Box(rect=Rect(-mm(3), -mm(3), 400, 60), fill=Color(m=100, y=90)),
        run(hei, "凝心聚力谋发展", 50, 40, 36, color=WHITE),
        run(song, "改革开放——四十年……“动力谷”2019年,", 50, 100, 9, gap=0.137),
        run(song, "第12届35周年", 50, 112, 9, gap=-0.05, features={"hwid": True}),
        run(song, "平体一百零五", 50, 140, 20, h_scale=1.05, stroke_em=0.01),
        run(kai, "楷体字,阳光“下”·", 50, 180, 20.5, gap=1 / 3, color=Color(c=100)),
        run(hei, "大", 150, 380, 200),
        Box(rect=Rect(50, 200, 300, 0.5), fill=BLACK),
        Stroke(x1=50, y1=210, x2=350, y2=210, width=1, color=BLACK, dash=(0, 3), round_caps=True),
    ]


@pytest.fixture
def pdf(song: Face, hei: Face, kai: Face, draw: Draw) -> bytes:
    return draw(*items(song, hei, kai))


def test_text_comes_back_whole_and_in_order(song: Face, hei: Face, kai: Face, pdf: bytes) -> None:
    wanted = "".join(i.text for i in items(song, hei, kai) if isinstance(i, GlyphRun))
    assert pdfread.text(pdf) == wanted


def test_glyph_origins_equal_the_display_list(song: Face, hei: Face, kai: Face, pdf: bytes) -> None:
    wanted = [
        (item.text[cluster], item.x + x, item.y)
        for item in items(song, hei, kai)
        if isinstance(item, GlyphRun)
        for cluster, x in zip(item.clusters, item.xs, strict=True)
    ]
    found = pdfread.chars(pdf)
    joined = [i for i, c in enumerate(found) if c.char == "—"]
    assert len(joined) == 2  # one glyph, two characters: the second has no place of its own
    del found[joined[1]]
    assert len(found) == len(wanted)
    for char, (text, x, y) in zip(found, wanted, strict=True):
        assert char.char == text
        assert char.x == pytest.approx(x, abs=0.01)
        assert char.y == pytest.approx(y, abs=0.01)


def test_all_fonts_are_embedded_subset_cid_fonts(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert read.check_pdf_syntax() == []
        fonts = [
            o for o in read.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"
        ]  # fmt: skip
        composite = [f for f in fonts if f.Subtype == "/Type0"]
        assert len(composite) == 3
        assert len(fonts) == 6
        for font in composite:
            assert font.Encoding == "/Identity-H"
            assert b"beginbfchar" in font.ToUnicode.read_bytes()
            (descendant,) = font.DescendantFonts
            assert descendant.Subtype == "/CIDFontType2"
            assert re.fullmatch(r"/[A-Z]{6}\+[\w-]+", str(descendant.BaseFont))
            assert descendant.BaseFont == font.BaseFont == descendant.FontDescriptor.FontName
            assert int(descendant.FontDescriptor.FontFile2.Length1) == len(
                descendant.FontDescriptor.FontFile2.read_bytes()
            )
        tags = {str(f.BaseFont)[1:7] for f in composite}
        assert len(tags) == 3
    assert b"Helvetica" not in pdf


def test_descriptor_tells_the_face(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        found = {
            str(f.BaseFont)[8:]: f.DescendantFonts[0].FontDescriptor
            for f in read.pages[0].Resources.Font.values()
        }
        song, hei = found["NotoSerifSC-Regular"], found["NotoSansSC-Black"]
        assert (int(song.Flags), int(hei.Flags)) == (6, 4)  # serif and symbolic; symbolic
        assert (int(song.Ascent), int(song.Descent)) == (880, -120)
        assert int(hei.StemV) > 2 * int(song.StemV)
        assert int(song.FontBBox[0]) < 0 < int(song.CapHeight) < 880


def test_inks_only(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        used = {str(one.operator) for one in pikepdf.parse_content_stream(read.pages[0])}
        states = read.pages[0].Resources.ExtGState
        assert {bool(states.GSO.op), bool(states.GSO.OP)} == {True}
        assert int(states.GSO.OPM) == 1
        assert not bool(states.GSK.op)
    assert {"k", "K"} <= used
    assert used.isdisjoint({"g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"})


def test_boxes_are_true_to_size(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        sheet = read.pages[0]
        media, bleed, trim = (
            [float(v) for v in sheet[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
    assert media == bleed == pytest.approx([0, 0, mm(206), mm(286)], abs=1e-4)
    assert trim == pytest.approx([mm(3), mm(3), mm(203), mm(283)], abs=1e-4)


def test_info_is_the_pages_own(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert str(read.docinfo["/Title"]) == "株洲日报 T1"
        assert str(read.docinfo["/CreationDate"]) == "D:20190920000000+08'00'"
        assert str(read.docinfo["/Trapped"]) == "/False"
        assert "level 6" in str(read.docinfo["/Producer"])
        assert read.trailer.ID[0] == read.trailer.ID[1]
        assert len(bytes(read.trailer.ID[0])) == 16


def test_a_warm_cache_writes_the_same_bytes(
    song: Face, hei: Face, kai: Face, tmp_path: Path
) -> None:
    resources = Resources.of(Faces(song, hei, kai), Files(root=tmp_path))
    backend = PressBackend()
    whole = page(*items(song, hei, kai))
    other = page(run(hei, "另一页", 50, 90), *items(song, hei, kai)[:3], name="T1")
    first = backend.render([whole], resources)
    changed = backend.render([other], resources)
    assert first != changed
    assert backend.render([whole], resources) == first
    assert PressBackend().render([other], resources) == changed
    assert changed[-800:] != first[-800:]  # the id follows the content


def test_page_streams_do_not_depend_on_the_subset(song: Face, hei: Face, draw: Draw) -> None:
    def stream(*runs: GlyphRun) -> bytes:
        with pikepdf.open(io.BytesIO(draw(*runs))) as read:
            return bytes(read.pages[0].Contents.read_bytes())

    one = stream(run(song, "株洲日报"))
    assert stream(run(song, "株洲日报"), run(song, "高新区篇", y=200)).startswith(one[:-3])


SCRIPT = """
import hashlib, sys
from pathlib import Path
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.render.base import Resources
from layout.render.press.document import PressBackend
from tests.render.press.test_document import items
from tests.toypage import page
c = Catalog()
faces = [c.face(r) for r in ("报宋", "超粗黑", "楷")]
pdf = PressBackend().render([page(*items(*faces))], Resources.of(c, Files(root=Path("."))))
print(hashlib.sha256(pdf).hexdigest())
"""


def test_bytes_do_not_depend_on_hash_seed_or_time_zone(pdf: bytes) -> None:
    import hashlib

    for seed, zone in (("1", "Asia/Shanghai"), ("4711", "America/New_York")):
        made = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        )
        assert made.stdout.strip() == hashlib.sha256(pdf).hexdigest()


def test_pages_of_one_file_share_their_fonts(song: Face, hei: Face, tmp_path: Path) -> None:
    resources = Resources.of(Faces(song, hei), Files(root=tmp_path))
    sheets = [
        page(run(song, "第一版"), name="B1"),
        page(run(song, "第二版"), run(hei, "标题", y=200), name="B2"),
    ]
    made = PressBackend().render(sheets, resources)
    assert [pdfread.text(made, at) for at in (0, 1)] == ["第一版", "第二版标题"]
    with pikepdf.open(io.BytesIO(made)) as read:
        first, second = (sheet.Resources.Font for sheet in read.pages)
        assert list(first.keys()) == ["/F1"]
        assert sorted(second.keys()) == ["/F1", "/F2"]
        assert first.F1.objgen == second.F1.objgen


def test_both_compressors_hold_the_same(song: Face, tmp_path: Path) -> None:
    resources = Resources.of(Faces(song), Files(root=tmp_path))
    sheets = [page(run(song, "动力谷"))]
    plain = PressBackend(PressCache(zlib_compressor())).render(sheets, resources)
    assert b"zlib-" in plain
    assert pdfread.text(plain) == "动力谷"


def test_an_empty_page_and_no_page(draw: Draw, song: Face, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(draw())) as read:
        assert "/Font" not in read.pages[0].Resources
    with pytest.raises(RenderError, match="at least one page"):
        PressBackend().render([], Resources.of(Faces(song), Files(root=tmp_path)))


def test_a_face_that_is_not_open(draw: Draw, tmp_path: Path) -> None:
    from tests.toypage import toy_font

    stranger = Face(toy_font(tmp_path / "toy.ttf"))
    with pytest.raises(RenderError, match=re.escape(stranger.key)):
        draw(run(stranger, "AB"))
