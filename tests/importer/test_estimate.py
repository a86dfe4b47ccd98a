"""How much room words will take, on the safe side."""

import pytest

from layout.importer.estimate import (
    advance,
    paragraph_height,
    paragraph_lines,
    story_lines,
    width_em,
)
from layout.importer.model import SourceParagraph, SourceStory


def test_advances() -> None:
    for char, em in (("中", 1), ("，", 1), ("…", 1), ("か", 1), ("a", 0.56), ("A", 0.72),
                     ("1", 0.52), (".", 0.52), ("é", 0.72)):  # fmt: skip
        assert advance(char) == em, char


def test_a_gap_stands_between_han_and_latin() -> None:
    assert width_em("中文") == 2
    assert width_em("中a文") == pytest.approx(2 + 0.56 + 2 * 0.25)
    assert width_em("12月") == pytest.approx(1.04 + 0.25 + 1)
    assert width_em("") == 0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("中" * 8, 1),  # ten characters, two of them the indent
        ("中" * 9, 2),
        ("中" * 18, 2),
        ("中" * 19, 3),
        ("中" * 8 + "。", 2),  # the stop takes a character along
        ("中" * 8 + "。" + "中" * 8, 2),
        ("中" * 8 + "。" + "中" * 9, 3),
        ("中" * 6 + "word", 2),  # 0.56 × 4 and a gap: the word stays whole
        ("中" * 5 + "word", 1),
        ("w" * 17, 2),  # 9.52 em begin a line of their own
        ("w" * 36, 4),  # 20.16 em are cut: what is over ten begins another line
    ],
)
def test_lines_of_a_paragraph_of_ten_characters(text: str, lines: int) -> None:
    assert paragraph_lines(text, 10) == lines


def paragraph(text: str, *, subhead: bool = False) -> SourceParagraph:
    return SourceParagraph(text=text, start=0, end=len(text), subhead=subhead)


def test_a_small_heading_has_a_line_more() -> None:
    assert paragraph_height(paragraph("小" * 10, subhead=True), 10) == 2
    assert paragraph_height(paragraph("小" * 11, subhead=True), 10) == 3
    assert paragraph_height(paragraph("小" * 11), 10) == 2


def test_lines_of_a_story_and_its_by_line() -> None:
    own = (paragraph("中" * 9), paragraph("小题", subhead=True), paragraph("中"))
    assert story_lines(SourceStory(file="a.md", paragraphs=own), 10) == 5
    assert story_lines(SourceStory(file="a.md", paragraphs=own, byline="记者"), 10) == 6
