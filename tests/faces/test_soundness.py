"""A face of the user's own that nothing can be set with is told at its place."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from layout.api import Session
from layout.diagnostics import StopError
from layout.faces.catalog import Catalog, OwnFace
from layout.faces.face import Face, FaceError
from layout.faces.tables import read_directory
from layout.pipeline import compose_page
from layout.workshop import Workshop
from tests.conftest import Project
from tests.madefaces import cut_face

TEXT = "河边的早市有四十年了"


def no_widths(font: Any) -> None:
    for name, (_, left) in font["hmtx"].metrics.items():
        font["hmtx"][name] = (0, left)


def no_han_widths(font: Any) -> None:
    for code, name in font.getBestCmap().items():
        if code > 0x4E00:
            font["hmtx"][name] = (0, 0)


def wide_han(font: Any) -> None:
    for code, name in font.getBestCmap().items():
        if code > 0x4E00:
            font["hmtx"][name] = (9000, 0)


def no_map(font: Any) -> None:
    for table in font["cmap"].tables:
        table.cmap = {}


def gbk_map(font: Any) -> None:
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language = 3, 3, 0
    table.cmap = {0xBAD3: font.getBestCmap()[ord("河")]}
    font["cmap"].tables = [table]


def no_ink(font: Any) -> None:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    for name in font.getGlyphOrder():
        font["glyf"][name] = Glyph()


def bitmaps_only(font: Any) -> None:
    no_ink(font)
    font["EBDT"] = DefaultTable("EBDT")
    font["EBDT"].data = b"\0\2\0\0"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (no_widths, "the advance of every glyph is 0"),
        (no_han_widths, "has Han 0 em wide"),
        (wide_han, "has Han 9 em wide"),
        (no_map, "maps no character of Unicode"),
        (gbk_map, "maps codes of GBK"),
        (no_ink, "has no outlines"),
        (bitmaps_only, "has only bitmaps (EBDT), no outlines"),
    ],
)
def test_a_face_that_cannot_be_set_with_stops_the_page_at_its_place(
    project: Project, change: Callable[[Any], None], words: str
) -> None:
    cut_face(project.path("g.ttf"), TEXT, change=change)
    project.write("styles.yaml", "faces: {报宋: g.ttf}\n")
    with pytest.raises(StopError) as stop:
        compose_page(project.spec, Workshop())
    (said,) = stop.value.diagnostics
    assert (said.code, str(said.where)) == ("FACE", "styles.yaml:1:13")
    assert said.message.startswith("faces.报宋: g.ttf ")
    assert words in said.message


@pytest.mark.parametrize("upem", [0, 15, 16385, 65535])
def test_an_em_that_no_font_has_is_told(tmp_path: Path, upem: int) -> None:
    path = cut_face(tmp_path / "g.ttf", TEXT)
    data = bytearray(path.read_bytes())
    at = struct.unpack(">I", data[data.index(b"head") + 8 :][:4])[0]
    data[at + 18 : at + 20] = struct.pack(">H", upem)
    path.write_bytes(data)
    with pytest.raises(FaceError, match=f"{upem} units to the em"):
        Catalog().open(OwnFace(path=path))


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"wOF2\0\1\0\0" + b"\xff" * 40, "a font for web pages (WOFF2)"),
        (b"wOFF" + b"\xff" * 40, "a font for web pages (WOFF)"),
        (b"%!PS-AdobeFont-1.0: FZ", "a PostScript font"),
        (b"\x80\x01\x10\0\0\0%!PS", "a PostScript font"),
        (b"PK\3\4" + bytes(40), "an archive (ZIP)"),
        (b"<!DOCTYPE html>", "a page of text"),
        (b"", "is not a TrueType"),
        (b"OT", "is not a TrueType"),
    ],
)
def test_another_kind_of_file_is_named(tmp_path: Path, head: bytes, words: str) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(head)
    with pytest.raises(FaceError) as caught:
        Face(path)
    assert words in str(caught.value)


def test_a_glyph_without_ink_is_none(tmp_path: Path) -> None:
    def blank(font: Any) -> None:
        from fontTools.ttLib.tables._g_l_y_f import Glyph

        font["glyf"][font.getBestCmap()[ord("河")]] = Glyph()

    path = cut_face(tmp_path / "g.ttf", TEXT + "\u3000", change=blank)
    face = Catalog().open(OwnFace(path=path))
    assert not face.has("河")
    assert face.has("边")
    assert face.has(" "), "and a space is not expected to have any"
    assert face.has("\u3000")


def test_a_glyph_without_width_is_none(tmp_path: Path) -> None:
    def thin(font: Any) -> None:
        font["hmtx"][font.getBestCmap()[ord("河")]] = (0, 0)

    path = cut_face(
        tmp_path / "g.ttf", TEXT + "\u0301", source="BanxinKai-Regular.ttf", change=thin
    )
    face = Catalog().open(OwnFace(path=path))
    assert not face.has("河")
    assert face.has("边")
    assert face.has("\u0301") == Face(path).has("\u0301"), "an accent has none by nature"


def test_a_glyph_that_reaches_across_the_page_is_none(tmp_path: Path) -> None:
    def far(font: Any) -> None:
        name = font.getBestCmap()[ord("河")]
        glyph = font["glyf"][name]
        glyph.coordinates[0] = (20000, 20000)

    face = Catalog().open(OwnFace(path=cut_face(tmp_path / "g.ttf", TEXT, change=far)))
    assert not face.has("河")
    assert face.has("边")


@pytest.mark.parametrize("tag", [b"gl\xffx", b"\0\0\0\0", b"name"])
def test_a_table_whose_name_is_none_is_damage(tmp_path: Path, tag: bytes) -> None:
    path = cut_face(tmp_path / "g.ttf", TEXT)
    path.write_bytes(path.read_bytes().replace(b"name", tag, 1))
    if tag == b"name":
        assert Face(path).has("河")
        return
    with pytest.raises(FaceError, match=r"g\.ttf is damaged: it names a table"):
        Face(path)


def test_a_file_with_a_hidden_turn_in_its_name_is_shown_in_the_open(tmp_path: Path) -> None:
    path = tmp_path / "song\u202efdp.ttf"
    path.write_bytes(b"nothing")
    with pytest.raises(FaceError, match=r"song\\u202efdp\.ttf is not"):
        Face(path)


def damage(path: Path, tag: str) -> None:
    """Overwrite what a table holds, not its place."""
    offset, length = read_directory(path, 0).tables[tag]
    data = bytearray(path.read_bytes())
    data[offset : offset + length] = b"\xff" * length
    path.write_bytes(data)


@pytest.mark.parametrize(
    "tag", ["cmap", "hhea", "hmtx", "maxp", "head", "glyf", "OS/2", "name", "GSUB"]
)
def test_a_table_of_rubbish_ends_in_words_or_a_page(project: Project, tag: str) -> None:
    path = cut_face(project.path("g.ttf"), TEXT)
    damage(path, tag)
    project.write("styles.yaml", "faces: {报宋: g.ttf}\n")
    session = Session()
    try:
        page = session.page(project.spec)
        assert page.drawable
        told = [str(d.where) for d in page.diagnostics if d.code == "FACE-TABLES"]
        assert told == (["styles.yaml:1:13"] if tag == "GSUB" else [])
        page.pdf()
        page.html()
    except StopError as stop:
        places = {str(d.where) for d in stop.diagnostics}
        assert places == {"styles.yaml:1:13"}
        assert tag not in ("OS/2", "name", "GSUB")
    else:
        assert tag in ("OS/2", "name", "GSUB")
