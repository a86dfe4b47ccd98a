"""KINSOKU: what may not begin or end a line, each broken line and its mended twin."""

import pytest

from layout.check.makeup.checks import kinsoku
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, PARTED
from layout.record import replace
from layout.text.scripts import script
from tests.check.pages import (
    column,
    found,
    run,
    set_lines,
    story,
    subject,
    told_by,
    top,
)
from tests.told import told

HANS = script("zh-hans")


@pytest.mark.parametrize(
    ("above", "below", "level", "fault"),
    [
        ("甲乙", "，丙丁", "gb", ("start", "，")),
        ("甲乙“", "丙丁", "gb", ("end", "“")),
        ("甲乙／", "丙丁", "gb", ("end", "／")),
        ("甲乙／", "丙丁", "basic", None),
        ("甲乙", "——丙丁", "gb", None),
        ("甲乙", "——丙丁", "strict", ("start", "—")),
        ("甲乙", "，丙丁", "none", None),
        ("互联网", "+丙丁", "gb", ("start", "+")),
        ("甲乙", "“丙”丁", "strict", None),
        ("甲乙。", "丙丁", "strict", None),
        ("甲～", "乙", "gb", None),
        ("甲", "～乙", "gb", ("start", "～")),
    ],
)
def test_the_tables_of_each_level(
    above: str, below: str, level: str, fault: tuple[str, str] | None
) -> None:
    got = kinsoku.forbidden(above, below, level, HANS)
    assert (got and (got.sub, got["mark"])) == fault


def test_a_forbidden_break_that_nobody_told_of_is_an_error() -> None:
    broken = found(kinsoku.CHECK, set_lines("甲乙丙丁", "，戊己"))
    assert [told(f) for f in broken] == [
        ("KINSOKU.start", {"text": "甲乙丙丁", "mark": "，", "level": "gb"})
    ]
    assert broken[0].severity is None
    assert str(broken[0].where) == "s:1:1"
    assert not told_by(kinsoku.CHECK, set_lines("甲乙丙丁，", "戊己"))
    assert not told_by(kinsoku.CHECK, set_lines("甲乙丙丁", "，戊己", level="none"))


@pytest.mark.parametrize(("reason", "severity"), [(FORBIDDEN, "warning"), (FALLBACK, "info")])
def test_one_that_could_not_be_avoided_is_less(reason: str, severity: str) -> None:
    broken = found(kinsoku.CHECK, set_lines("甲乙丙丁", "，戊己", reasons=(reason,)))
    assert [f.severity for f in broken] == [severity]


def test_runs_that_were_parted_are_told() -> None:
    broken = found(kinsoku.CHECK, set_lines("在2019年9月", "20日", reasons=(PARTED,)))
    assert [told(f) for f in broken] == [("KINSOKU.parted", {"text": "在2019年9月"})]


def test_a_word_cut_without_a_hyphen_is_told() -> None:
    broken = found(kinsoku.CHECK, set_lines("一个typo", "graphy的词"))
    assert [told(f) for f in broken] == [
        ("KINSOKU.word", {"text": "一个typo", "before": "o", "after": "g", "level": "gb"})
    ]
    assert found(kinsoku.CHECK, set_lines("一个typo", "graphy的词", reasons=(CUT,)))
    rows = [("one", 1, False), ("two", 1, True)]
    spaced = subject(column(rows, 50, 1, "s"), stories=(story("one two"),))
    assert not told_by(kinsoku.CHECK, spaced)


def test_two_paragraphs_do_not_break_into_each_other() -> None:
    rows = [("甲乙丙丁“", 1, True), ("，戊己", 2, True)]
    assert not told_by(kinsoku.CHECK, subject(column(rows, 50, 1, "s")))


def test_headlines_of_several_lines_are_held_to_the_rules() -> None:
    lines = [run("上句很长", 50, top(3), "s#title"), run("，下句", 50, top(6), "s#title")]
    assert told_by(kinsoku.CHECK, subject(lines))
    assert not told_by(kinsoku.CHECK, subject([lines[0], replace(lines[1], text="下句很长")]))
