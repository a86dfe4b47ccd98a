"""The rows of a small heading: a bar between blanks ends one, and stands in none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Place
from layout.spec.markdown.headrows import in_rows
from layout.spec.markdown.paragraph import ENDS, Paragraph, Run
from layout.spec.markdown.story import parse_story


def heading(text: str, *runs: Run) -> Paragraph:
    return Paragraph(
        text=text, kind="subhead", runs=runs, lines=((0, Place("s.md", 3, 5)),)
    )  # fmt: skip


def rows(paragraph: Paragraph) -> list[str]:
    """What stands between its forced line ends."""
    cuts = [0, *(r.end for r in paragraph.runs if r.voice == ENDS), len(paragraph.text)]
    return [paragraph.text[a:b] for a, b in pairwise(cuts)]


def test_each_bar_ends_a_row() -> None:
    made = in_rows(heading("一二 | 三四五 | 六"))
    assert made.text == "一二三四五六"
    assert rows(made) == ["一二", "三四五", "六"]


@pytest.mark.parametrize("text", ["一二三", "一|二", " | 一", "一 | ", "P|Q 二"])
def test_what_is_no_bar_between_two_rows_stays(text: str) -> None:
    assert in_rows(heading(text)).text == text


def test_a_character_keeps_its_place_in_the_file() -> None:
    made = in_rows(heading("一二 | 三四 | 五六"))
    places = [made.place_at(k).column - 5 for k in range(6)]
    assert places == [0, 1, 5, 6, 10, 11]


def test_bold_over_two_rows_is_bold_in_both() -> None:
    made = in_rows(heading("一二 | 三四", Run(1, 6, "strong")))
    (bold,) = [r for r in made.runs if r.voice == "strong"]
    assert made.text[bold.start : bold.end] == "二三"


@given(st.lists(st.text("文字A", min_size=1, max_size=5), min_size=1, max_size=5))
def test_any_rows_come_back(parts: list[str]) -> None:
    assert rows(in_rows(heading(" | ".join(parts)))) == parts


def test_a_story_has_them() -> None:
    story = parse_story("### 上一行 | **下**一行\n\n字。\n".encode(), "s.md")
    assert rows(story.paragraphs[0]) == ["上一行", "下一行"]
    assert story.paragraphs[0].kind == "subhead"
