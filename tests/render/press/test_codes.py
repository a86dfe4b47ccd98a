"""Codes are glyph ids, and further codes appear only where one glyph means two texts."""

import pytest

from layout.render.base import RenderError, glyph_texts
from layout.render.press.codes import TOP_CODE, CodeTable, RunTexts, run_texts
from tests.render.press.helpers import glyph

GLYPHS = TOP_CODE + 1
"""Of the face: none has a higher id."""


def line(glyphs: tuple[int, ...], texts: tuple[str, ...]) -> RunTexts:
    return run_texts(glyphs, texts, down=False)


def test_codes_are_the_glyph_ids() -> None:
    table = CodeTable([line((5, 9), ("中", "国")), line((9, 7), ("国", "人"))], GLYPHS)
    assert table.texts == {5: "中", 9: "国", 7: "人"}
    assert table.more == {}
    assert table.codes((5, 7), ("中", "人")) == (5, 7)


def test_the_first_meaning_keeps_the_id_and_the_others_come_from_the_top() -> None:
    table = CodeTable(
        [
            line((5, TOP_CODE), ("a", "z")),
            line((5, 5, 5), ("b", "a", "c")),
            line((5,), ("b",)),
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
    table = CodeTable([line((5, 5), ("a", "b")), line((5,), ("b",))], GLYPHS)
    assert table.texts == {5: "a"}
    assert table.more == {(5, "b"): TOP_CODE}


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
    assert glyph_texts(glyph(text=text, clusters=clusters, glyphs=glyphs, xs=xs)) == want


def test_clusters_that_fall_back_are_refused() -> None:
    with pytest.raises(RenderError, match="do not cover"):
        glyph_texts(glyph(text="abc", clusters=(2, 1, 0), glyphs=(1, 2, 3), xs=(0.0, 1.0, 2.0)))
