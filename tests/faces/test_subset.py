"""Subsets hold the outlines asked for, of the right face and instance, under the right ids."""

import io
import struct
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from layout.faces.catalog import Catalog
from layout.faces.cff import coded
from layout.faces.copies import Copy
from layout.faces.face import Face, FaceError
from layout.faces.subset import SubsetProgram, subset
from tests.toypage import SQUARES, cid_keyed, toy_font


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


def cff_face(folder: Path, *, cids: bool) -> Face:
    path = toy_font(folder / "toy.otf", cff=True)
    return Face(cid_keyed(path, {"A": 700, "B": 30000, "C": 40001}) if cids else path)


def drawn(cut: SubsetProgram) -> dict[int, tuple[object, float]]:
    """The bounds and the width of each glyph of a CFF program, by its CID."""
    table = CFFFontSet()
    table.decompile(io.BytesIO(cut.program), None)
    assert table[0].ROS == ("Adobe", "Identity", 0)
    found = {}
    for at, name in enumerate(table[0].charset):
        pen = BoundsPen(None)
        string = table[0].CharStrings[name]
        string.draw(pen)
        found[int(name.removeprefix("cid")) if at else 0] = (pen.bounds, string.width)
    assert max(found) < table[0].CIDCount
    return found


@pytest.mark.parametrize("cids", [False, True])
def test_cff_subset_is_a_bare_table_in_which_codes_are_cids(tmp_path: Path, cids: bool) -> None:
    face = cff_face(tmp_path, cids=cids)
    b, c = face.glyph("B"), face.glyph("C")
    copies = {900: Copy(b, 300, 400), 60_000: Copy(c, 0, 1000), 7: Copy(b, -20, 555)}
    cut = subset(face, [c, b], None, copies)
    assert cut.kind == "cff"
    assert cut.new_ids == {code: code for code in (b, c, *copies)}
    assert drawn(cut) == {
        0: (None, 1000),
        b: ((0, 0, 500, 700), 1000),
        c: ((0, 0, 800, 700), 1000),
        7: ((20, 0, 520, 700), 555),
        900: ((-300, 0, 200, 700), 400),
        60_000: ((0, 0, 800, 700), 1000),
    }


@pytest.mark.parametrize("cids", [False, True])
def test_a_cff_program_holds_the_glyphs_of_the_page_and_no_empty_ones(
    tmp_path: Path, cids: bool
) -> None:
    face = cff_face(tmp_path, cids=cids)
    assert sorted(drawn(subset(face, [face.glyph("C")]))) == [0, face.glyph("C")]


@pytest.mark.parametrize("role", ["报宋", "超粗黑", "楷"])
def test_copies_of_truetype_glyphs_have_boxes_of_their_own(role: str) -> None:
    face = Catalog().face(role)
    gids = {char: face.glyph(char) for char in "，《》A国"}
    copies = {
        40_000: Copy(gids["《"], 500, 500),
        40_001: Copy(gids["，"], 0, 500),
        40_002: Copy(gids["，"], 0, face.advance(gids["，"])),
        40_003: Copy(gids["，"], 0, 500),
    }
    cut = subset(face, gids.values(), None, copies)
    small, whole = opened(cut), opened(subset(face, gids.values()))
    for gid in gids.values():
        assert outline(small, cut.new_ids[gid]) == outline(face.font, gid)
        assert small.get_glyph_h_advance(cut.new_ids[gid]) == face.advance(gid)
    for code, copy in copies.items():
        new = cut.new_ids[code]
        assert small.get_glyph_h_advance(new) == copy.width
        left, low, right, high = face.ink(copy.glyph)
        box = small.get_glyph_extents(new)
        assert (box.x_bearing, box.x_bearing + box.width) == (left - copy.left, right - copy.left)
        assert (box.y_bearing + box.height, box.y_bearing) == (low, high)
    assert cut.new_ids[40_002] == cut.new_ids[gids["，"]]  # nothing of it is unlike the glyph
    assert cut.new_ids[40_003] == cut.new_ids[40_001]
    assert small.face.glyph_count == whole.face.glyph_count + 2
    checked = TTFont(io.BytesIO(cut.program), checkChecksums=2)
    assert checked["maxp"].numGlyphs == small.face.glyph_count
    assert checked["maxp"].maxComponentElements == checked["maxp"].maxComponentDepth == 1
    assert checked["hhea"].advanceWidthMax == max(w for w, _ in checked["hmtx"].metrics.values())


def test_a_copy_of_a_composite_and_of_a_blank(tmp_path: Path) -> None:
    path = toy_font(tmp_path / "toy.ttf")
    font = TTFont(path)
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent("A", (1, 0, 0, 1, 50, 0))
    font["glyf"]["C"] = pen.glyph()
    font["glyf"]["B"] = TTGlyphPen(None).glyph()
    font.save(path)
    face = Face(path)
    b, c = face.glyph("B"), face.glyph("C")
    cut = subset(face, [b], None, {90: Copy(c, 50, 300), 91: Copy(b, 0, 400)})
    small = opened(cut)
    box = small.get_glyph_extents(cut.new_ids[90])
    assert (box.x_bearing, box.width) == (0, SQUARES["A"])
    assert outline(small, cut.new_ids[91]) == ""
    assert small.get_glyph_h_advance(cut.new_ids[91]) == 400
    assert TTFont(io.BytesIO(cut.program))["maxp"].maxComponentDepth == 2


@pytest.mark.parametrize("cids", [False, True])
def test_a_damaged_table_raises_nothing_but_what_is_said(tmp_path: Path, cids: bool) -> None:
    face = cff_face(tmp_path, cids=cids)
    table = bytes(face.handle.reference_table("CFF ").data)
    refused = 0
    for at in range(len(table)):
        for bad in (table[:at], table[:at] + b"\xff" + table[at + 1 :]):
            try:
                coded(bad, {1: 1, 2: Copy(2, 100, 900)})
            except (ValueError, LookupError, struct.error, OverflowError):
                refused += 1
    assert refused > len(table) / 2


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
