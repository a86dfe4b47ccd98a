"""Words of the trade where a spec has a key or a value: the hint is a word that the spec knows."""

from pathlib import Path
from typing import Any

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic, StopError
from layout.spec.markdown.story import FrontMatter
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import keys_of
from layout.spec.reader.tradewords import _KEYS, key_for, meant_key, meant_value
from layout.spec.reference import records
from tests.conftest import Project

MODELS: tuple[type[Any], ...] = (PageSpec, Edition, StyleSheet, FrontMatter)

PAGE = """\
page: A1
format: 四开
date: 2025-11-31
栏数: 3
blocks:
  - {story: s.md, 标题: 甲, 栏: 2, 正文: s.md, 竖排: true, at: {cols: 1-2, lines: 5-20}}
  - {picture: p.png, 图说: 甲, 作者: 乙, at: {cols: 3-4, lines: 5-20}}
"""


def told(project: Project, page: str, story: str) -> list[Diagnostic]:
    project.write("s.md", story)
    try:
        return list(Session().page(Path(project.write("A1.yaml", page))).diagnostics)
    except StopError as stopped:
        return list(stopped.diagnostics)


def test_each_word_stands_for_a_key_that_there_is() -> None:
    known = {key for model in MODELS for cls in (model, *records(model)) for key in keys_of(cls)}
    assert set(_KEYS) <= known


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("栏数", "columns"), ("栏", "columns"), ("标题", "title"), ("引题", "kicker"),
        ("副题", "subtitle"), ("提要", "summary"), ("作者", "byline"), ("图片", "picture"),
        ("图说", "caption"), ("正文", "story"),
    ],
)  # fmt: skip
def test_the_words_that_were_written(word: str, key: str) -> None:
    assert key_for(word) == key
    assert str(meant_key(word, [key])) == f'did you mean "{key}"?'


def test_a_word_of_no_trade_is_none() -> None:
    assert (key_for("清河"), meant_key("清河", ["title"]), meant_value("清河", ["left"])) == (
        "",
        "",
        "",
    )


def test_every_hint_of_a_page_is_a_word_of_specs(project: Project) -> None:
    hints = {d.message.split('"')[1]: d.hint for d in told(project, PAGE, "甲。")}
    assert hints["四开"] == 'did you mean "tabloid"?'
    assert hints["2025-11-31"] == "the last day of 2025-11 is 30"
    assert hints["栏数"] == '"columns" is meant, and stands in another place (docs/spec.md)'
    assert hints["栏"] == 'did you mean "columns"?'
    assert hints["标题"] == '"title" is meant, and stands in a story\'s head'
    assert hints["正文"] == 'did you mean "story"?'
    assert hints["竖排"] == 'did you mean "vertical"?'
    assert hints["图说"] == 'did you mean "caption"?'
    assert hints["作者"] == '"byline" is meant, and stands in a story\'s head'


def test_every_hint_of_a_head_is_a_word_of_heads(project: Project) -> None:
    page = "page: A1\nblocks:\n  - {story: s.md, at: {cols: 1-2, lines: 5-20}}\n"
    head = "---\n标题: 甲\n引题: 乙\n提要: 丙\n正文: 丁\n栏数: 2\n---\n\n戊。\n"
    hints = {d.message.split('"')[1]: d.hint for d in told(project, page, head)}
    assert hints == {
        "标题": 'did you mean "title"?',
        "引题": 'did you mean "kicker"?',
        "提要": 'did you mean "summary"?',
        "正文": "the text stands below the head, after its second ---",
        "栏数": '"columns" is meant, and stands in another place (docs/spec.md)',
    }
    (found,) = told(project, page, "---\n引题：乙\n---\n\n戊。\n")
    assert "full-width" in found.hint
    assert found.hint.endswith("such words as title: and page: write kicker: 乙")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2025-11-31", "the last day of 2025-11 is 30"),
        ("2023-02-29", "the last day of 2023-02 is 28"),
        ("2025年2月30日", "the last day of 2025-02 is 28"),
        ("2025-13-01", "a year has months 1 to 12"),
    ],
)
def test_a_day_that_is_none_is_told_so(project: Project, written: str, hint: str) -> None:
    page = f"page: A1\ndate: {written}\nblocks: []\n"
    (found,) = [d for d in told(project, page, "") if d.code == "VALUE"]
    assert found.message == f'date: "{written}": there is no such day'
    assert found.hint == hint


def test_a_text_in_rows_says_how_they_are_joined(project: Project) -> None:
    page = "page: A1\nblocks:\n  - {story: s.md, at: {cols: 1-2, lines: 5-20}}\n"
    (found,) = told(project, page, "---\nsummary: |\n  甲乙\n  丙丁\n---\n\n戊。\n")
    assert found.code == "CONTROL"
    assert found.hint.startswith("leave out | or")
    for sign in ("", ">", ">-"):
        story = f"---\nsummary: {sign}\n  甲乙\n  丙丁\n---\n\n戊。\n"
        assert not [d for d in told(project, page, story) if d.severity == "error"]
    one = "---\nsummary: |\n  甲乙\n---\n\n戊。\n"
    assert not [d for d in told(project, page, one) if d.severity == "error"]
