"""Marks in headlines, captions and every other text that is set as type."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic
from layout.display.items import GlyphRun
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.markdown.story import parse_story
from tests.conftest import Project

STORY = """\
---
kicker: 引5m^2^
title: 主10^3^ | **题**CO~2~
subtitle: 副PM~2.5~
summary: 提要10^4^吨
label: 栏m^2^
byline: 记^[1]^者
---

正文在这里。
"""
PAGE = """\
page: A1
header: {left: ["眉5m^2^"], name: "H~2~O周刊"}
blocks:
  - {id: a, story: s.md, headline: TITLE, foot: "注^[2]^", at: {cols: 1-4, lines: 5-35}}
  - {id: t, text: ["文5m^2^", {text: "排成行的文5m^2^", style: brief}],
     at: {cols: 5-6, lines: 5-20}}
  - {id: v, text: ["竖5m^2^"], vertical: true, at: {cols: 5-6, lines: 21-40}}
  - {id: p, picture: , caption: "图5m^2^", credit: "摄^[3]^", at: {cols: 1-4, lines: 36-60}}
  - {id: i, index: [{page: A2, title: "导5m^2^ | CO~2~"}], at: {cols: 1-6, lines: 62-80}}
"""


@pytest.mark.parametrize(
    ("source", "text", "runs"),
    [
        ("5m^2^馆", "5m2馆", [("super", 2, 3)]),
        ("CO~2~为**零**", "CO2为零", [("sub", 2, 3), ("strong", 4, 5)]),
        (r"\^甲\^和\*\*乙\*\*", "^甲^和**乙**", []),
        ("*独家*和3*5", "*独家*和3*5", []),
        ("***甲***", "***甲***", []),
        ("[快讯](https://a.b)", "[快讯](https://a.b)", []),
        ("<https://a.b>", "<https://a.b>", []),
        ("3~5天，5~7天", "3~5天，5~7天", []),
        ("甲**乙", "甲**乙", []),
        ("", "", []),
        ("甲　乙", "甲　乙", []),
    ],
)
def test_the_marks_of_display_type(
    source: str, text: str, runs: list[tuple[str, int, int]]
) -> None:
    words, found = unmarked(source)
    assert (words, [(run.voice, run.start, run.end) for run in found]) == (text, runs)


def drawn(project: Project, headline: str) -> dict[str, str]:
    """The words of each node, high and low type in brackets: what is smaller in its line."""
    project.write("s.md", STORY)
    page = Session().page(Path(project.write("A1.yaml", PAGE.replace("TITLE", headline))))
    assert [d.code for d in page.diagnostics if d.code not in ("UNDERSET", "STANDS-IN")] == []
    out: dict[str, str] = {}
    for item in page.display.items:
        if isinstance(item, GlyphRun):
            out[item.node] = out.get(item.node, "") + item.text
    return out


@pytest.mark.parametrize(
    "headline", ["{title: stack}", "{title: line}", "{title: balance, rows: 2}",
                 "{title: balance, size: fit, lines: 10}", "{vertical: true}"],
)  # fmt: skip
def test_no_mark_is_drawn_in_any_text(project: Project, headline: str) -> None:
    if "vertical" in headline:
        project.write("s.md", STORY)
        text = STORY.replace("summary: 提要10^4^吨\n", "")
        project.write("s.md", text)
        page = PAGE.replace("TITLE", headline)
        found = Session().page(Path(project.write("A1.yaml", page)))
        words = "".join(i.text for i in found.display.items if isinstance(i, GlyphRun))
    else:
        words = "".join(drawn(project, headline).values())
    assert not set("^~*") & set(words)
    for text in ("引5m2", "PM2.5", "栏m2", "记[1]者", "眉5m2", "H2O周刊", "注[2]", "文5m2",
                 "竖5m2", "图5m2", "摄[3]", "导5m2", "CO2"):  # fmt: skip
        assert text in words.replace("\u3000", ""), text


def test_high_type_is_smaller_and_stands_higher(project: Project) -> None:
    project.write("s.md", STORY)
    page = Session().page(Path(project.write("A1.yaml", PAGE.replace("TITLE", "{title: stack}"))))
    runs = [i for i in page.display.items if isinstance(i, GlyphRun)]
    (caption,) = [i for i in runs if i.text.startswith("图5m")]
    (high,) = [i for i in runs if i.text == "2" and abs(i.y - caption.y) < caption.size
               and caption.x < i.x < caption.x + 4 * caption.size]  # fmt: skip
    assert high.size == pytest.approx(0.6 * caption.size)
    assert high.y < caption.y


def told(project: Project, page: str, story: str = "正文。") -> list[Diagnostic]:
    project.write("s.md", story)
    found = Session().page(Path(project.write("A1.yaml", page))).diagnostics
    return [d for d in found if d.code == "MARKUP"]


def test_marks_of_other_dialects_are_told_once_a_kind_and_file(project: Project) -> None:
    page = """\
page: A1
header: {left: ["甲<br>乙"]}
blocks:
  - {text: ["甲~~乙~~", "丙<br>丁", "戊**己"], at: {cols: 1-2, lines: 5-20}}
  - {story: s.md, at: {cols: 3-6, lines: 5-20}}
"""
    story = "---\ntitle: 追梦&nbsp;青春\n---\n\n正文。"
    found = told(project, page, story)
    assert [(str(d.where).rpartition(":")[0], d.message[1:5]) for d in found] == [
        ("A1.yaml:2", "<br>"), ("A1.yaml:4", "~~乙~"), ("A1.yaml:4", "**”:"), ("s.md:2", "&nbs"),
    ]  # fmt: skip


def test_headlines_that_are_words_are_not_told(project: Project) -> None:
    page = """\
page: A1
header: {left: ["{year}年 | {weekday}"]}
blocks:
  - {text: [">50%", "- 甲", "# 甲", "甲 | 乙", "3*5", "*独家*", "1. 甲"],
     at: {cols: 1-2, lines: 5-20}}
  - {story: s.md, at: {cols: 3-6, lines: 5-20}}
"""
    assert told(project, page) == []


def test_a_storys_text_is_what_is_set() -> None:
    assert "主103" in parse_story(STORY.encode(), "s.md").text


def test_gaps_that_are_typed_in_a_spec_are_remarked_on_once_a_file(project: Project) -> None:
    page = """\
page: A1
header: {left: ["第 1 版"]}
blocks:
  - {text: ["第 2 版", "甲 乙 AB cd"], at: {cols: 1-2, lines: 5-20}}
  - {story: s.md, at: {cols: 3-6, lines: 5-20}}
"""
    project.write("s.md", "---\ntitle: 第 3 版\n---\n\n第 4 版。")
    found = Session().page(Path(project.write("A1.yaml", page))).diagnostics
    told = [d for d in found if d.code == "GAP"]
    assert [(str(d.where), d.severity, d.message.split(" ")[0]) for d in told] == [
        ("A1.yaml:2:17", "info", "5"), ("s.md:2:8", "info", "2"), ("s.md:5:2", "info", "2"),
    ]  # fmt: skip
