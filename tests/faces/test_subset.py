"""Subsets hold the outlines asked for, of the right face and instance, under the right ids."""

import io
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTCollection, TTFont

from layout.faces.catalog import Catalog
from layout.faces.face import Face, FaceError
from layout.faces.subset import SubsetProgram, subset
from tests.toypage import SQUARES, toy_font


def outline(font: hb.Font, gid: int) -> str:
    """A glyph's path as text."""
    said: list[str] = []
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, c: said.append(f"M{x},{y}"))
    pen.set_line_to_func(lambda x, y, c: said.append(f"L{x},{y}"))
    pen.set_quadratic_to_func(lambda a, b, x, y, c: said.append(f"Q{a},{b},{x},{y}"))
    pen.set_cubic_to_func(lambda a, b, e, f, x, y, c: said.append(f"C{a},{b},{e},{f},{x},{y}"))
    font.draw_glyph(gid, pen)
    return " ".join(said)


def opened(cut: SubsetProgram) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob(cut.program)))


@pytest.mark.parametrize("role", ["报宋", "超粗黑", "楷"])
def test_glyf_subset_keeps_outlines_and_advances(role: str) -> None:
    face = Catalog().face(role)
    gids = [face.glyph(c) for c in "株洲日报九月A1"]
    cut = subset(face, gids)
    small = opened(cut)
    assert cut.kind == "glyf"
    for gid in gids:
        assert outline(small, cut.new_ids[gid]) == outline(face.font, gid) != ""
        assert small.get_glyph_h_advance(cut.new_ids[gid]) == face.advance(gid)
    assert small.face.glyph_count < 40
    assert {"GSUB", "GPOS", "cmap", "name", "vmtx"}.isdisjoint(small.face.table_tags)


def test_same_glyphs_same_bytes_whatever_the_order() -> None:
    face = Catalog().face("报宋")
    gids = [face.glyph(c) for c in "凝心聚力谋发展"]
    once, again = subset(face, gids), subset(face, reversed([*gids, *gids]))
    assert once == again
    assert once.digest != subset(face, gids[:-1]).digest


def test_cff_subset_is_a_bare_table_in_which_ids_stay(tmp_path: Path) -> None:
    face = Face(toy_font(tmp_path / "toy.otf", cff=True))
    cut = subset(face, [face.glyph("C")])
    assert cut.kind == "cff"
    table = CFFFontSet()
    table.decompile(io.BytesIO(cut.program), None)
    strings = table[0].CharStrings
    strings_of = [strings[name] for name in table[0].charset]
    for string in strings_of:
        string.decompile()
    drawn = [gid for gid, string in enumerate(strings_of) if len(string.program) > 2]
    assert drawn == [face.glyph("C")]
    assert cut.new_ids[face.glyph("C")] == face.glyph("C")


def test_one_face_of_a_collection(tmp_path: Path) -> None:
    toy_font(tmp_path / "plain.ttf")
    toy_font(tmp_path / "heavy.ttf", variable=True)
    heavy = TTFont(tmp_path / "heavy.ttf")
    for tag in ("fvar", "gvar"):
        del heavy[tag]
    heavy["glyf"]["A"].coordinates[2] = heavy["glyf"]["A"].coordinates[3] = (333, 0)
    heavy["glyf"]["A"].recalcBounds(heavy["glyf"])
    both = TTCollection()
    both.fonts = [TTFont(tmp_path / "plain.ttf"), heavy]
    both.save(tmp_path / "both.ttc")
    first, second = (Face(tmp_path / "both.ttc", index=index) for index in (0, 1))
    gid = first.glyph("A")
    paths = [
        outline(opened(c), c.new_ids[gid]) for c in (subset(first, [gid]), subset(second, [gid]))
    ]
    assert paths == [outline(first.font, gid), outline(second.font, gid)]
    assert paths[0] != paths[1]
    assert first.key != second.key
    with pytest.raises(FaceError, match="no face number 2"):
        Face(tmp_path / "both.ttc", index=2)


def test_variable_font_is_cut_at_its_instance(tmp_path: Path) -> None:
    path = toy_font(tmp_path / "toy.ttf", variable=True)
    widths = {}
    for name in ("Thin", "Heavy"):
        face = Face(path, instance=name)
        cut = subset(face, [face.glyph("B")])
        small = opened(cut)
        assert not small.face.has_var_data
        widths[name] = small.get_glyph_extents(cut.new_ids[face.glyph("B")]).width
    assert widths == {"Thin": SQUARES["B"], "Heavy": SQUARES["B"] + 100}


def test_a_glyph_that_is_not_there() -> None:
    face = Catalog().face("楷")
    with pytest.raises(FaceError, match="none numbered 65000"):
        subset(face, [65000])


def test_damaged_outlines_are_a_face_error(tmp_path: Path) -> None:
    font = TTFont(toy_font(tmp_path / "toy.otf", cff=True))
    data = bytearray((tmp_path / "toy.otf").read_bytes())
    start = font.reader.tables["CFF "].offset
    data[start : start + 64] = b"\xff" * 64
    (tmp_path / "bad.otf").write_bytes(data)
    with pytest.raises(FaceError, match="damaged"):
        subset(Face(tmp_path / "bad.otf"), [1])


@pytest.mark.parametrize("role", ["报宋", "超粗黑", "楷"])
@pytest.mark.parametrize("text", ["株洲日报九月A1——“版”", "永", "，。；：？！（）《》"])
def test_what_glyphs_stand_for_changes_nothing_of_the_program(role: str, text: str) -> None:
    face = Catalog().face(role)
    texts = {face.glyph(c): c for c in text if face.has(c)}
    assert subset(face, texts, texts) == subset(face, texts)


def test_glyphs_that_no_character_has_are_cut_by_number() -> None:
    face = Catalog().face("报宋")
    char = face.glyph("版")
    other = next(g for g in range(1, face.glyph_count) if g not in map(face.glyph, "版心"))
    for texts in ({char: "版", other: "版"}, {char: "版", other: ""}, {char: "心"}, {}):
        assert subset(face, (char, other), texts) == subset(face, (char, other))


def test_a_cff_face_is_cut_alike_with_texts_and_without(tmp_path: Path) -> None:
    face = Face(toy_font(tmp_path / "toy.otf", cff=True))
    texts = {face.glyph(name): name for name in SQUARES}
    assert subset(face, texts, texts) == subset(face, texts)
