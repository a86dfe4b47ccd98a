"""MARKS: told once a kind and story, with the places of the others; in every text of a page."""

from pathlib import Path

from layout.api import Session
from layout.check.makeup.checks import marks
from layout.check.makeup.subject import Words
from layout.check.run import check_page
from layout.diagnostics import Place
from layout.words.said import said
from tests.check.pages import found, story, subject, told_by
from tests.conftest import Project

COPY = """\
---
kicker: 他说"好"
title: 追梦,青春 |? 再见
---

甲,乙。

丙,丁。丙,丁。

戊。。
"""


def test_a_kind_is_told_once_a_story_with_its_places() -> None:
    told = found(marks.CHECK, subject([], stories=(story(COPY),)))
    assert [(f.said.key, f.said["mark"], f.said["times"], str(f.where)) for f in told] == [
        ("MARKS.straight", '"', said("part.times", count=2), "s:2:9"),
        ("MARKS.half-width", ",", said("part.times", count=4), "s:3:8"),
        ("MARKS.together", "。。", "", "s:10:2"),
    ]
    assert [f.said["meant"]["marks"] for f in told] == [("“", "”"), ("，",), ("。",)]
    assert [f.said["hint"] for f in told] == [
        "", said("part.also-in", lines=(6, 8), count=2), "",
    ]  # fmt: skip
    assert all(f.about == ("s", "s") for f in told)


def test_a_story_in_two_blocks_is_told_once() -> None:
    one = story("甲,乙。")
    assert len(told_by(marks.CHECK, subject([], stories=(one, one)))) == 1


def test_good_copy_is_not_told() -> None:
    assert found(marks.CHECK, subject([], stories=(story("甲，“乙”。\n\n“丙。\n\n“丁。”"),))) == []
    assert found(marks.CHECK, subject([], stories=(story("甲,乙。", script="ja"),))) == []


def test_other_texts_of_the_page_are_looked_at() -> None:
    words = (Words(block="b", text="图为甲,乙", place=Place("T.yaml", 9, 3)),)
    (told,) = found(marks.CHECK, subject([], words=words))
    assert (str(told.where), told.about) == ("T.yaml:9:3", ("b",))


def test_every_text_of_a_spec_is_among_them(project: Project) -> None:
    project.write("s.md", "---\ntitle: 好\n---\n甲。")
    spec = """\
page: A1
header: {left: ["报眉,左"], name: "名,称"}
blocks:
  - {story: s.md, foot: "附,注", at: {cols: 1-2, lines: 5-20}}
  - {text: ["文,本"], at: {cols: 3-4, lines: 5-10}}
  - {picture: , caption: "图,说", credit: "摄,影", at: {cols: 5-6, lines: 5-30}}
  - {index: [{page: A2, title: "导,读"}], at: {cols: 1-6, lines: 60-80}}
"""
    path = project.write("A1.yaml", spec)
    page = Session().page(Path(path))
    told = [d for d in check_page(page).diagnostics if d.code == "MARKS"]
    assert [d.where.line for d in told if isinstance(d.where, Place)] == [2, 2, 4, 5, 6, 6, 7]
