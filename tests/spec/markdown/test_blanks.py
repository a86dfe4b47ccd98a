"""White that is not set as it was typed, and rows that become one paragraph: told once a story."""

import random
import re
from typing import Any

import pytest

from layout.environment import Files
from layout.spec.load import load_page
from layout.spec.markdown.blanks import _HAN, _gaps
from layout.spec.markdown.story import Story, parse_story
from tests.conftest import Project
from tests.spec.helpers import where
from tests.told import told


def said(story: Story) -> list[tuple[str, str, tuple[int, int]]]:
    return [(d.code, d.severity, where(d)) for d in story.remarks]


def texts(source: str, edition: str | None = None) -> list[str]:
    return [p.text for p in parse_story(source.encode(), "s.md", edition).paragraphs]


PASTED = "第一段。\n第二段。\n\n第三段，\n第四段。\n第五段。\n"


def test_rows_are_joined_and_it_is_told_once() -> None:
    story = parse_story(PASTED.encode(), "s.md")
    assert [p.text for p in story.paragraphs] == ["第一段。第二段。", "第三段，第四段。第五段。"]
    assert said(story) == [("JOINED", "warning", (2, 1))]
    assert told(story.remarks[0]) == ("JOINED.rows", {"rows": 3})


@pytest.mark.parametrize(
    ("head", "edition", "rows"),
    [
        ("", None, False),
        ("", "rows", True),
        ("", "joined", False),
        ("---\nparagraphs: rows\n---\n", None, True),
        ("---\nparagraphs: rows\n---\n", "joined", True),
        ("---\nparagraphs: joined\n---\n", "rows", False),
    ],
)
def test_the_storys_head_goes_before_the_edition(head: str, edition: str, rows: bool) -> None:
    assert len(texts(head + PASTED, edition)) == (5 if rows else 2)
    story = parse_story((head + PASTED).encode(), "s.md", edition)
    assert bool(story.remarks) == (not head and edition is None)


def test_each_row_is_a_paragraph_with_its_marks_and_places() -> None:
    source = "---\nparagraphs: rows\n---\n### 小标题\n　　甲**乙**\n丙\\\n丁\n#### 一\n戊\n"
    story = parse_story(source.encode(), "s.md")
    assert [(p.kind, p.text) for p in story.paragraphs] == [
        ("subhead", "小标题"), ("body", "甲乙"), ("body", "丙"), ("continued", "丁"),
        ("body", "一\u3000戊"),
    ]  # fmt: skip
    assert [(p.place_at(0).line, p.place_at(0).column) for p in story.paragraphs[:4]] == [
        (4, 5), (5, 3), (6, 1), (7, 1),
    ]  # fmt: skip


def test_an_edition_says_it_for_all_its_stories(project: Project) -> None:
    project.write("s.md", PASTED)
    path = project.write("p.yaml", "page: A1\nedition: e.yaml\nblocks: [{story: s.md}]\n")
    memo: dict[Any, Any] = {}
    for value, count in (("rows", 5), ("joined", 2), ("rows", 5)):
        project.write("e.yaml", f"paragraphs: {value}\n")
        (story,) = load_page(Files(project.root), path, memo).stories
        assert story is not None
        assert len(story.paragraphs) == count


@pytest.mark.parametrize("row", ["甲\\\n乙", "### 甲\n乙", "#### 甲\n乙", "甲\n\n乙"])
def test_rows_that_are_not_joined(row: str) -> None:
    assert parse_story(row.encode(), "s.md").remarks == ()


@pytest.mark.parametrize(
    ("source", "severity", "rows"),
    [
        ("　　甲。\n\n　　乙。\n", "info", 2),
        ("甲。\n\n    乙。\n", "info", 1),
        ("\t甲。\n", "info", 1),
        ("　　　　　　落款\n", "warning", 1),
        ("　　甲。\n\n　　　　　　落款\n", "warning", 1),
    ],
)
def test_indents_that_are_typed_are_told_once(source: str, severity: str, rows: int) -> None:
    story = parse_story(source.encode(), "s.md")
    assert {d.code for d in story.remarks} == {"INDENT"}
    found = [d for d in story.remarks if d.severity == severity]
    assert len(found) == 1
    assert found[0].said["rows"] == rows
    assert not story.paragraphs[0].text[0].isspace()


def test_an_em_inside_a_paragraph_stays() -> None:
    story = parse_story("第一条　为了，　甲\n".encode(), "s.md")
    assert story.paragraphs[0].text == "第一条　为了，　甲"
    assert story.remarks == ()


def test_a_tab_is_a_space_and_told() -> None:
    story = parse_story("甲。\n\n乙\t丙**\t**丁\t\n\n### 一\t二\n".encode(), "s.md")
    assert [p.text for p in story.paragraphs] == ["甲。", "乙 丙** **丁", "一 二"]
    assert [(d.code, where(d)) for d in story.remarks if d.code == "TAB"] == [("TAB", (3, 2))]
    assert told(story.remarks[0]) == ("TAB.text", {"tabs": 3})


def test_a_gap_that_is_typed_is_told_once() -> None:
    story = parse_story("第 2187 期和 A 股，B 2 C。\n".encode(), "s.md")
    assert story.paragraphs[0].text == "第 2187 期和 A 股，B 2 C。"
    assert said(story) == [("GAP", "info", (1, 2))]
    assert told(story.remarks[0]) == ("GAP.text", {"spaces": 4})
    assert parse_story("甲 乙，AB cd 12\n".encode(), "s.md").remarks == ()


def test_a_space_in_a_small_heading_is_told_as_one_that_stays() -> None:
    text, head = parse_story("### 第 2187期\n\n第 2187期。\n".encode(), "s.md").remarks[::-1]
    assert (where(head), where(text)) == ((1, 6), (3, 2))
    assert told(head) == ("GAP.display", {"spaces": 1})
    assert told(text) == ("GAP.text", {"spaces": 1})


def test_gaps_are_those_of_one_pattern() -> None:
    han = "".join(f"{first}-{last}" for first, last in _HAN)
    pattern = re.compile(rf"(?<=[{han}]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) +(?=[{han}])")
    signs = ["  ", " ", "株", "〇", "\u9fff", "\ua000", "\U00020000", "a", "Z", "7", "%", "é", "，"]
    chance = random.Random(15)
    for _ in range(2000):
        text = "".join(chance.choices([*signs, "\u3000", "\t"], k=9))
        assert list(_gaps(text)) == [m.start() for m in pattern.finditer(text)]
