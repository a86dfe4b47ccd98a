"""Marks in headlines, captions and every other text that is set as type."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic
from layout.display.items import GlyphRun
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.markdown.story import parse_story
from layout.words.said import Said
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


NAMES = frozenset({"红", "大", "title"})


@pytest.mark.parametrize(
    ("source", "text", "runs"),
    [
        ("甲[乙]{红}丙", "甲乙丙", [("红", 1, 2)]),
        ("[甲[乙]{红}]{大}", "甲乙", [("大", 0, 2), ("红", 1, 2)]),
        ("[甲]{大 红}", "甲", [("大", 0, 1), ("红", 0, 1)]),
        ("甲[2024]5号[乙]{红}", "甲[2024]5号乙", [("红", 9, 10)]),
        ("[甲[2024]乙]{红}", "甲[2024]乙", [("红", 0, 8)]),
        ("[**甲**]{红}", "甲", [("红", 0, 1), ("", 0, 1)]),
        (r"\[甲]{红}", "[甲]{红}", []),
        ("甲]{红}", "甲]{红}", []),
        ("[]{红}", "[]{红}", []),
        ("[甲]{洪}", "[甲]{洪}", []),
        ("[甲]{红 洪}", "[甲]{红 洪}", []),
        ("[甲]{着重}和[乙]{红}", "[甲]{着重}和乙", [("红", 8, 9)]),
        ("[甲](https://a.b)[乙]{红}", "[甲](https://a.b)乙", [("红", 16, 17)]),
    ],
)
def test_words_of_display_type_in_a_style_or_a_colour(
    source: str, text: str, runs: list[tuple[str, int, int]]
) -> None:
    """What is text without a known name stays text, with what else stands in brackets."""
    words, found = unmarked(source, NAMES)
    assert words == text
    assert [(run.target, run.start, run.end) for run in found] == runs


@pytest.mark.parametrize("name", ["洪", "题"])
def test_whoever_reads_the_words_alone_takes_every_name(name: str) -> None:
    assert unmarked(f"甲[乙]{{{name}}}丙")[0] == "甲乙丙"


SHEET = """\
styles:
  大: {like: title, face: 超粗黑, size: 54pt}
  窄: {like: title, h_scale: 60, color: M100}
"""


def runs_of(project: Project, title: str, *, text: str = "丙", fill: str = "") -> list[GlyphRun]:
    """The runs of a page with a title of 36 pt, and a display text."""
    project.write("own.yaml", SHEET)
    page = project.composed(
        "page: A1\ndate: 2024-05-06\nstyles: own.yaml\nblocks:\n"
        f"  - {{id: a, story: stories/s.md, headline: {{{fill}}},\n"
        "     at: {cols: 1-5, lines: 1-20}}\n"
        f'  - {{id: t, text: ["{text}"], at: {{cols: 1-5, lines: 21-30}}}}\n',
        {"s": f'---\ntitle: "{title}"\n---\n\n正文。\n'},
    )
    assert page.good, page.diagnostics
    return [i for i in page.display.items if isinstance(i, GlyphRun)]


def titles(project: Project, title: str, **more: str) -> list[GlyphRun]:
    return [run for run in runs_of(project, title, **more) if "title" in run.node]


def test_words_stand_on_one_baseline_in_their_size_width_and_colour(project: Project) -> None:
    runs = titles(project, "甲[乙]{大}[丙]{窄}[丁]{蓝}")
    assert [(r.text, r.size, r.h_scale) for r in runs] == [
        ("甲", 36, 1), ("乙", 54, 1), ("丙", 36, 0.6), ("丁", 36, 1)
    ]  # fmt: skip
    assert [r.color.m for r in runs] == [0, 0, 100, 60]
    assert len({r.y for r in runs}) == 1
    assert [round(r.x - runs[0].x, 6) for r in runs] == [0, 36, 90, 111.6]


def test_a_field_may_stand_in_marked_words_and_a_name_is_no_field(project: Project) -> None:
    runs = [r for r in runs_of(project, "题", text="第[{page}]{红}版[{year}]{蓝}") if r.node == "t"]
    assert [(r.text, r.color.m) for r in runs] == [("第", 0), ("A1", 100), ("版", 0), ("2024", 60)]


def test_a_mark_may_go_over_the_break_of_a_couplet(project: Project) -> None:
    runs = titles(project, "甲[乙 | 丙]{红}丁", fill="title: stack")
    assert [(r.text, r.color.m) for r in runs] == [("甲", 0), ("乙", 100), ("丙", 100), ("丁", 0)]


def test_on_a_dark_ground_words_in_a_style_without_a_colour_are_reversed(project: Project) -> None:
    runs = titles(project, "甲[乙]{大}[丙]{窄}", fill="fill: K100")
    assert [(r.color.k, r.color.m) for r in runs] == [(0, 0), (0, 0), (0, 100)]


@pytest.mark.parametrize(
    ("title", "key"),
    [("[甲]{红色}", "part.did-you-mean"), ("[甲]{着重}", "part.way-in-text")],
)
def test_a_name_that_there_is_not_is_told(project: Project, title: str, key: str) -> None:
    page = project.composed(
        "page: A1\ndate: 2024-05-06\nblocks:\n"
        "  - {id: a, story: stories/s.md, at: {cols: 1-5, lines: 1-20}}\n",
        {"s": f'---\ntitle: "{title}"\n---\n\n正文。\n'},
    )
    (found,) = [d for d in page.diagnostics if d.code == "MARKUP"]
    assert found.said is not None
    way = dict(found.said.values)["way"]
    assert isinstance(way, Said)
    assert way.key == key
