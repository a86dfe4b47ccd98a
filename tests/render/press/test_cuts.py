"""Boxes of marks: as wide as their place, never narrower than their ink, ink where it was."""

import io
import re
from itertools import pairwise

import pikepdf
import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from layout.display.items import GlyphRun
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.record import replace
from layout.render.press.cache import Widths
from layout.render.press.codes import MARKS
from layout.render.press.cuts import INK_OUT, LEFT_OVER, STEPS, box_starts, marks_of, run_cuts
from layout.text.charclass import CharClass
from layout.text.scripts import MEMBERS
from tests import pdfread
from tests.render.press.conftest import Draw
from tests.render.press.helpers import SIZE, line

ROLES = ("报宋", "超粗黑", "楷")


def cuts(face: Face, it: GlyphRun, *near: GlyphRun | None) -> dict[int, tuple[int, int]]:
    return dict(run_cuts(it, marks_of(it), Widths(face), *near))


def test_a_pair_squeezed_to_an_em_has_two_boxes_of_half_an_em(song: Face) -> None:
    it = line(song, "二》《三", [0, 1, 1, 2], 3)
    assert cuts(song, it) == {1: (0, 500), 2: (500, 0)}


def test_marks_at_the_edges_of_a_line_have_boxes_that_end_there(song: Face) -> None:
    assert cuts(song, line(song, "“国，", [-0.5, 0.5, 1.5], 2)) == {0: (500, 0), 2: (0, 500)}


def test_marks_with_their_white_keep_their_boxes(song: Face) -> None:
    assert cuts(song, line(song, "国，国“国", [0, 1, 2, 3, 4], 5)) == {}
    assert cuts(song, line(song, "国国国", [0, 0.5, 1], 1)) == {}  # Han is no mark
    assert cuts(song, line(song, "e´", [0, 0.1], 0.4)) == {}


@pytest.mark.parametrize(
    ("left", "step"), [(0.95, 0), (0.9, 0), (0.85, 100), (0.75, 300), (0.6, 300), (0.55, 500)]
)
def test_a_box_is_as_wide_as_its_place_to_a_tenth(song: Face, left: float, step: int) -> None:
    found = cuts(song, line(song, "国，国", [0, 1, 1 + left], 2 + left))
    assert found == ({1: (0, step)} if step else {})


def test_a_mark_in_the_middle_of_its_em_is_cut_on_both_sides(hei: Face) -> None:
    """The middle dot of the Sans has a full em, of which setting gives it half."""
    assert cuts(hei, line(hei, "国·国", [0, 0.75, 1.5], 2.5)) == {1: (300, 300)}


def test_what_stands_in_the_line_before_and_after_is_seen(song: Face, hei: Face) -> None:
    quote = line(song, "“国，", [0, 1, 2], 2.5, x=100)
    before = line(hei, "甲", [0], 1, x=90)
    after = line(hei, "乙", [0], 1, x=130)
    assert cuts(song, quote, before, after) == {}
    assert cuts(song, quote, replace(before, x=95), replace(after, x=125)) == {
        0: (500, 0), 2: (0, 500),
    }  # fmt: skip
    assert cuts(song, quote, replace(before, y=80), replace(after, y=120)) == {
        0: (500, 0), 2: (0, 500),
    }  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
@given(
    st.lists(
        st.tuples(st.sampled_from("国，。“”《》：；？！·（）、"), st.floats(0, 0.5)),
        min_size=2, max_size=20,
    )
)  # fmt: skip
def test_boxes_neither_overlap_nor_part_what_they_need_not(
    role: str, marks: list[tuple[str, float]]
) -> None:
    """Each box found by brute force: of all that may be cut, what leaves the least overlap."""
    face = Catalog().face(role)
    widths = Widths(face)
    text = "".join(char for char, _ in marks)
    pens, pen = [], 0.0
    for char, squeeze in marks:
        pens.append(pen)
        pen += widths[face.glyph(char)] / 1000 - squeeze
    it = line(face, text, pens, pen)
    found = cuts(face, it)
    boxes = []
    for at, gid in enumerate(it.glyphs):
        before, after = found.get(at, (0, 0))
        white = widths.white(gid)
        assert {before, after} <= {0, *STEPS}
        assert before <= max(0, white[0] + INK_OUT)
        assert after <= max(0, white[1] + INK_OUT)
        start = it.xs[at] * 1000 / SIZE
        boxes.append((start + before, start + widths[gid] - after))
    places = [x * 1000 / SIZE for x in it.xs]
    for at, ((_, end), (start, _)) in enumerate(pairwise(boxes)):
        overlap = places[at] + widths[it.glyphs[at]] - places[at + 1]
        if overlap <= LEFT_OVER:
            assert end - start == pytest.approx(overlap)  # nothing is cut that is not in the way
            continue
        assert start - end <= LEFT_OVER + 1e-6
        options = [
            (a, b)
            for a in (0, *STEPS)
            for b in (0, *STEPS)
            if a <= max(0, widths.white(it.glyphs[at])[1] + INK_OUT)
            and b <= max(0, widths.white(it.glyphs[at + 1])[0] + INK_OUT)
            and (text[at] in MARKS or not a)
            and (text[at + 1] in MARKS or not b)
        ]
        best = min(max(0.0, abs(overlap - a - b) - LEFT_OVER) for a, b in options)
        assert max(0.0, abs(end - start) - LEFT_OVER) <= best + 1e-6


def test_every_mark_of_half_an_em_may_have_a_box() -> None:
    classes = (CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.DOT)
    assert set("".join(MEMBERS[cls] for cls in classes)) <= set(MARKS)
    assert len(set(MARKS)) == len(MARKS)


def test_pens_move_by_whole_units_of_the_face(song: Face) -> None:
    it = line(song, "《国", [-0.5, 0.5], 1.5)
    assert box_starts(it, {0: (300, 0)}, 2048) == pytest.approx((-5 + 614 / 2048 * 10, 5))


def boxes_of(pdf: bytes) -> dict[int, tuple[int, float, tuple[float, float]]]:
    """By code of the one font in the file: its width in W, its width and its ink in the program."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        (font,) = read.pages[0].Resources.Font.values()
        inner = font.DescendantFonts[0]
        table = inner.CIDToGIDMap.read_bytes()
        small = hb.Font(hb.Face(hb.Blob(inner.FontDescriptor.FontFile2.read_bytes())))
        stated: dict[int, int] = {}
        row = list(inner.W)
        for first, widths in zip(row[::2], row[1::2], strict=True):
            stated |= {int(first) + at: int(width) for at, width in enumerate(widths)}
    found: dict[int, tuple[int, float, tuple[float, float]]] = {}
    for code in range(len(table) // 2):
        gid = int.from_bytes(table[2 * code : 2 * code + 2], "big")
        if gid:
            box = small.get_glyph_extents(gid)
            found[code] = (
                stated.get(code, 1000),
                small.get_glyph_h_advance(gid) * 1000 / small.face.upem,
                (box.x_bearing, box.x_bearing + box.width),
            )
    return found


def test_a_box_is_as_wide_in_the_program_as_the_pdf_says(song: Face, draw: Draw) -> None:
    it = line(song, "国》《国，国“国：", [0, 1, 1, 2, 3, 3.75, 4.5, 5.5, 6.5], 7)
    found = cuts(song, it)
    assert found == {1: (0, 500), 2: (500, 0), 4: (0, 300), 6: (300, 0), 8: (0, 500)}
    boxes = boxes_of(draw(it))
    assert all(stated == width for stated, width, _ in boxes.values())
    narrow = [box for code, box in boxes.items() if code >= song.glyph_count]
    assert sorted(width for width, _, _ in narrow) == [500, 500, 500, 700, 700]
    inks = {ink for _, _, ink in narrow}
    for at in found:
        left, _, right, _ = song.ink(it.glyphs[at])
        assert (left - found[at][0], right - found[at][0]) in inks


def test_ink_and_text_stay_as_they_were(song: Face, draw: Draw) -> None:
    it = line(song, "“一》《二，三。", [-0.5, 0.5, 1.5, 1.5, 2.5, 3.5, 4.25, 5.25], 5.75)
    read = pdfread.chars(draw(it))
    assert "".join(char.char for char in read) == it.text
    for char, gid, x in zip(read, it.glyphs, it.xs, strict=True):
        left, *_ = song.ink(gid)
        assert char.ink == pytest.approx(it.x + x + left * SIZE / 1000, abs=0.011)
        assert char.y == pytest.approx(it.y, abs=0.001)


def test_pages_made_apart_agree_on_the_codes_of_boxes(song: Face, draw: Draw) -> None:
    def codes(*texts: str) -> set[int]:
        items = [line(song, t, [-0.5, 0.5, 1.5], 2, y=100 + 20 * k) for k, t in enumerate(texts)]
        return {code for code in boxes_of(draw(*items)) if code >= song.glyph_count}

    assert codes("“国，", "《国。") == codes("《国。", "“国，") == codes("“国，") | codes("《国。")


def test_two_codes_have_one_meaning_each(song: Face, draw: Draw) -> None:
    pdf = draw(line(song, "“国，国，", [-0.5, 0.5, 1.5, 2.5, 3.5], 4))
    with pikepdf.open(io.BytesIO(pdf)) as read:
        cmap = read.pages[0].Resources.Font.F1.ToUnicode.read_bytes().decode("ascii")
    meant = re.findall(r"<([0-9A-F]{4})><([0-9A-F]+)>", cmap)
    assert [text for _, text in sorted(meant) if text == "FF0C"] == ["FF0C", "FF0C"]
    assert len({code for code, _ in meant}) == len(meant)
