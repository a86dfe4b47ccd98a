"""Words of the trade where a spec has a key or a value: the hint is a word that the spec knows."""

from pathlib import Path
from typing import Any

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic, StopError
from layout.spec.documents import records
from layout.spec.markdown.story import FrontMatter
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import keys_of
from layout.spec.reader.tradewords import KEY_WORDS, key_for, meant_key, meant_value
from layout.spec.resolve.defaults import RULE_NAMES
from layout.words.said import Said, said
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
    assert set(KEY_WORDS) <= known


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
    assert meant_key(word, [key]) == meant(key)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("报头", "masthead"), ("报尾", "imprint"), ("导读", "index"), ("稿件", "story"),
        ("照片", "picture"), ("组图", "pictures"), ("表格", "table"), ("并排", "row"),
        ("Story", "story"), ("mastead", "masthead"),
    ],
)  # fmt: skip
def test_a_block_of_no_kind_names_the_one_that_was_meant(
    project: Project, key: str, kind: str
) -> None:
    page = f"page: A1\nblocks:\n  - {{id: a, {key}: x, at: {{cols: 1-2, lines: 5-20}}}}\n"
    (found,) = [d for d in told(project, page, "") if d.code == "BLOCK-KIND"]
    assert found.said["hint"] == meant(kind)


@pytest.mark.parametrize("name", RULE_NAMES)
def test_a_rule_in_chinese_names_the_one_that_was_meant(project: Project, name: str) -> None:
    word = RULE_NAMES[name].rpartition(" ")[2]
    page = (
        f"page: A1\nblocks:\n  - {{text: 甲, rules: {word}, at: {{cols: 1-2, lines: 5-20}}}}\n"
        f"  - {{rule: {word}, at: {{cols: 1-2, lines: 25}}}}\n"
    )
    found = [d for d in told(project, page, "") if d.code == "UNKNOWN-RULE"]
    assert found
    assert {d.said["hint"] for d in found} == {meant(name)}


@pytest.mark.parametrize(
    ("choices", "word", "meaning"),
    [
        (("across", "stack", "down"), "竖排", "down"),
        (("across", "stack", "down"), "横排", "across"),
        (("row", "column", "grid", "mosaic"), "横排", "row"),
        (("row", "column", "grid", "mosaic"), "网格", "grid"),
        (("line", "stack", "steps", "balance"), "一行", "line"),
    ],
)
def test_how_things_are_arranged(choices: tuple[str, ...], word: str, meaning: str) -> None:
    assert meant_value(word, choices) == meant(meaning)


def test_a_key_in_capitals_is_the_key(project: Project) -> None:
    page = "page: A1\nblocks:\n  - {text: 甲, ID: a, at: {cols: 1-2, lines: 5-20}}\n"
    (found,) = [d for d in told(project, page, "") if d.code == "UNKNOWN-KEY"]
    assert found.said["hint"] == meant("id")


@pytest.mark.parametrize(
    ("key", "written"), [("masthead", "{name}"), ("text", "{date}"), ("imprint", "[{issn}]")]
)
def test_a_text_in_braces_stands_in_quotes(project: Project, key: str, written: str) -> None:
    page = f"page: A1\nblocks:\n  - {{{key}: {written}, at: {{cols: 1-2, lines: 5-20}}}}\n"
    (found,) = told(project, page, "")
    words = '"' + written.strip("[]") + '"'
    assert found.said.key == "VALUE.kind"
    assert found.said["hint"] == said("part.braces-in-quotes", text=words)


def test_a_missing_logo_is_told_under_its_own_key(project: Project) -> None:
    page = "page: A1\nblocks:\n  - {masthead: 甲, logo: x.png, at: {cols: 1-2, lines: 5-20}}\n"
    (found,) = [d for d in told(project, page, "") if d.code == "MISSING-FILE"]
    assert str(found.said["path"]).endswith("logo")


def test_a_word_of_no_trade_is_none() -> None:
    assert (key_for("清河"), meant_key("清河", ["title"]), meant_value("清河", ["left"])) == (
        "",
        "",
        "",
    )


def meant(word: str) -> Said:
    return said("part.did-you-mean", word=word)


def hints_of(found: list[Diagnostic]) -> dict[str, Said]:
    """The hint of each finding, by the word as it was written."""
    return {d.message.split('"')[1]: d.said["hint"] for d in found}


def test_every_hint_of_a_page_is_a_word_of_specs(project: Project) -> None:
    hints = hints_of(told(project, PAGE, "甲。"))
    assert hints["四开"] == meant("tabloid")
    assert hints["2025-11-31"] == said("part.last-day", year=2025, month=11, day=30)
    assert hints["栏数"] == said("part.key-of-other-place", key="columns")
    assert hints["栏"] == meant("columns")
    assert hints["标题"] == said("part.key-of-story-head", key="title")
    assert hints["正文"] == meant("story")
    assert hints["竖排"] == meant("vertical")
    assert hints["图说"] == meant("caption")
    assert hints["作者"] == said("part.key-of-story-head", key="byline")


def test_every_hint_of_a_head_is_a_word_of_heads(project: Project) -> None:
    page = "page: A1\nblocks:\n  - {story: s.md, at: {cols: 1-2, lines: 5-20}}\n"
    head = "---\n标题: 甲\n引题: 乙\n提要: 丙\n正文: 丁\n栏数: 2\n---\n\n戊。\n"
    assert hints_of(told(project, page, head)) == {
        "标题": meant("title"),
        "引题": meant("kicker"),
        "提要": meant("summary"),
        "正文": said("part.text-below-head"),
        "栏数": said("part.key-of-other-place", key="columns"),
    }
    (found,) = told(project, page, "---\n引题：乙\n---\n\n戊。\n")
    assert found.said["hint"] == said(
        "part.han-key-and-hint",
        slip=said("YAML.han-key"),
        hint=said("part.write", text="kicker: 乙"),
    )


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2025-11-31", said("part.last-day", year=2025, month=11, day=30)),
        ("2023-02-29", said("part.last-day", year=2023, month=2, day=28)),
        ("2025年2月30日", said("part.last-day", year=2025, month=2, day=28)),
        ("2025-13-01", said("part.months")),
    ],
)
def test_a_day_that_is_none_is_told_so(project: Project, written: str, hint: Said) -> None:
    page = f"page: A1\ndate: {written}\nblocks: []\n"
    (found,) = [d for d in told(project, page, "") if d.code == "VALUE"]
    assert (found.said.key, found.said["path"]) == ("VALUE.no-day", "date")
    assert found.said["hint"] == hint


def test_a_text_in_rows_says_how_they_are_joined(project: Project) -> None:
    page = "page: A1\nblocks:\n  - {story: s.md, at: {cols: 1-2, lines: 5-20}}\n"
    (found,) = told(project, page, "---\nsummary: |\n  甲乙\n  丙丁\n---\n\n戊。\n")
    assert found.code == "CONTROL"
    assert found.said["hint"] == said("part.join-rows")
    for sign in ("", ">", ">-"):
        story = f"---\nsummary: {sign}\n  甲乙\n  丙丁\n---\n\n戊。\n"
        assert not [d for d in told(project, page, story) if d.severity == "error"]
    one = "---\nsummary: |\n  甲乙\n---\n\n戊。\n"
    assert not [d for d in told(project, page, one) if d.severity == "error"]
