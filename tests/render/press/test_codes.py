"""Codes are glyph ids, and further codes appear only where one glyph means two texts."""

import random

import pytest

from layout.faces.catalog import Catalog
from layout.render.base import RenderError, glyph_texts
from layout.render.press.cache import CodeWidths, Widths
from layout.render.press.codes import TOP_CODE, CodeTable, meanings
from tests.render.press.helpers import glyph

GLYPHS = TOP_CODE + 1
"""Of the face: none has a higher id."""


def test_codes_are_the_glyph_ids() -> None:
    table = CodeTable([meanings((5, 9), ("中", "国")), meanings((9, 7), ("国", "人"))], GLYPHS)
    assert table.texts == {5: "中", 9: "国", 7: "人"}
    assert table.more == {}
    assert table.codes((5, 7), ("中", "人")) == (5, 7)


def test_the_first_meaning_keeps_the_id_and_the_others_come_from_the_top() -> None:
    table = CodeTable(
        [
            meanings((5, TOP_CODE), ("a", "z")),
            meanings((5, 5, 5), ("b", "a", "c")),
            meanings((5,), ("b",)),
        ],
        GLYPHS,
    )
    assert table.texts == {5: "a", TOP_CODE: "z"}
    assert table.more == {(5, "b"): TOP_CODE - 1, (5, "c"): TOP_CODE - 2}
    assert table.codes((5, 5, 5), ("c", "a", "b")) == (TOP_CODE - 2, 5, TOP_CODE - 1)
    assert table.widths({5: 400, TOP_CODE: 900}) == {
        5: 400, TOP_CODE: 900, TOP_CODE - 1: 400, TOP_CODE - 2: 400,
    }  # fmt: skip


def test_a_meaning_first_seen_within_a_run_that_has_two() -> None:
    table = CodeTable([meanings((5, 5), ("a", "b")), meanings((5,), ("b",))], GLYPHS)
    assert table.texts == {5: "a"}
    assert table.more == {(5, "b"): TOP_CODE}


@pytest.mark.parametrize("kinds", [1, 2, 5])
def test_meanings_are_what_going_through_them_one_by_one_finds(kinds: int) -> None:
    chance = random.Random(kinds)
    for length in range(40):
        glyphs = [chance.randrange(8) for _ in range(length)]
        texts = [f"{gid}{chance.randrange(kinds)}" for gid in glyphs]
        first: dict[int, str] = {}
        others: dict[tuple[int, str], None] = {}
        for gid, text in zip(glyphs, texts, strict=True):
            if first.setdefault(gid, text) != text:
                others[gid, text] = None
        found = meanings(glyphs, texts)
        assert list(found.glyphs.items()) == list(first.items())
        assert found.others == tuple(others)


@pytest.mark.parametrize(
    ("text", "clusters", "want"),
    [
        ("中国", (0, 1), ("中", "国")),
        ("——年", (0, 2), ("——", "年")),
        ("年——", (0, 1), ("年", "——")),
        (" 年", (1,), (" 年",)),
        ("é", (0, 0), ("", "é")),
        ("𠀀a", (0, 1), ("𠀀", "a")),
    ],
)
def test_glyph_texts(text: str, clusters: tuple[int, ...], want: tuple[str, ...]) -> None:
    glyphs = tuple(range(1, len(clusters) + 1))
    xs = tuple(0.0 for _ in clusters)
    assert tuple(glyph_texts(glyph(text=text, clusters=clusters, glyphs=glyphs, xs=xs))) == want


def test_clusters_that_fall_back_are_refused() -> None:
    with pytest.raises(RenderError, match="do not cover"):
        glyph_texts(glyph(text="abc", clusters=(2, 1, 0), glyphs=(1, 2, 3), xs=(0.0, 1.0, 2.0)))


def test_a_further_code_has_its_own_advance_whatever_is_known_of_that_glyph() -> None:
    face = Catalog().face("报宋")
    known, comma = Widths(face), face.glyph("，")
    assert [known[comma], known[7]] == [1000, round(face.advance(7) * 1000 / face.upem)]
    by_code = CodeWidths({7: 123, 65_535: 500}, known)
    assert [by_code[code] for code in (7, 65_535, comma)] == [123, 500, 1000]
    assert by_code[face.glyph("国")] == 1000  # asked for later
    assert known[7] != 123
