"""Lines of text: each broken line and its mended twin."""

import pytest

from layout.check.makeup.checks import kinsoku, loose, runt
from layout.check.makeup.subject import Subject
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, PARTED, SHORT
from layout.record import replace
from layout.text.scripts import script
from tests.check.pages import (
    column,
    facts,
    found,
    frame,
    messages,
    run,
    story,
    subject,
    top,
)


def set_lines(
    *texts: str, level: str = "gb", reasons: tuple[str, ...] = (), **more: object
) -> Subject:
    """One paragraph in these lines; `reasons` are those of its first line."""
    rows = [(text, 1, k == len(texts)) for k, text in enumerate(texts, 1)]
    items = column(rows, 50, 1, "s")
    if reasons:
        items[0] = replace(items[0], line=facts(reasons=reasons))
    return subject(
        items,
        frames=[frame("s", 50, 1, 10)],
        stories=(story("".join(texts), level=level),),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ("字。", 1),
        ("。”", 0),
        ("二字", None),
        ("5", 1),
        ("25", None),
        ("A", 1),
        ("字——", 1),
        ("IT", None),
    ],
)
def test_a_last_line_of_one_character_is_a_runt(last: str, count: int | None) -> None:
    got = messages(runt.CHECK, set_lines("一段文字有许多字", last))
    plural = "" if count == 1 else "s"
    want = f"the last line “{last}” has {count} character{plural} (at least 2)"
    assert got == ([] if count is None else [want])


def test_a_paragraph_of_one_character_is_no_runt() -> None:
    assert not messages(runt.CHECK, set_lines("字。"))


def test_how_short_a_last_line_may_be_is_a_setting() -> None:
    assert messages(runt.CHECK, set_lines("一段文字", "二字。", checks="{RUNT: {least: 3}}"))


@pytest.mark.parametrize(("gap", "told"), [(0.125, False), (0.126, True)])
def test_an_eighth_of_an_em_is_loose(gap: float, told: bool) -> None:
    line = run("松的一行字", 50, 100, "s#p1", line=facts(gap=gap))
    assert bool(messages(loose.CHECK, subject([line]))) is told
    wide = subject([line], checks="{LOOSE: {gap: 0.2}}")
    assert not messages(loose.CHECK, wide)


def test_a_last_line_is_never_loose_and_one_that_cannot_open_is_told() -> None:
    last = run("松的一行字", 50, 100, "s#p1", line=facts(gap=0.5, last=True))
    assert not messages(loose.CHECK, subject([last]))
    short = run("不能开的字", 50, 100, "s#p1", line=facts(reasons=(SHORT,)))
    assert messages(loose.CHECK, subject([short])) == [
        "nothing in “不能开的字” can open: 100.0 of 100.0 pt are filled"
    ]


def test_what_kept_a_line_loose_is_told_with_it() -> None:
    why = ": “11月24日” after it, 4 em, should not be parted"
    line = run("松的一行字", 50, 100, "s#p1", line=replace(facts(gap=0.2), why=why))
    (said,) = messages(loose.CHECK, subject([line]))
    assert said.endswith(f"in “松的一行字”{why}")


def test_a_loose_line_is_told_at_its_place_in_the_story() -> None:
    made = set_lines("甲乙丙丁", "戊己庚辛")
    items = list(made.page.items)
    second = replace(items[1], line=facts(gap=0.3))
    made = replace(made, lines=subject([items[0], second]).lines)
    assert [str(f.where) for f in found(loose.CHECK, made)] == ["s:1:5"]


HANS = script("zh-hans")


@pytest.mark.parametrize(
    ("above", "below", "level", "told"),
    [
        ("甲乙", "，丙丁", "gb", "begins with ， "),
        ("甲乙“", "丙丁", "gb", "ends with “ "),
        ("甲乙／", "丙丁", "gb", "ends with ／ "),
        ("甲乙／", "丙丁", "basic", ""),
        ("甲乙", "——丙丁", "gb", ""),
        ("甲乙", "——丙丁", "strict", "begins with — "),
        ("甲乙", "，丙丁", "none", ""),
        ("互联网", "+丙丁", "gb", "begins with + "),
        ("甲乙", "“丙”丁", "strict", ""),
        ("甲乙。", "丙丁", "strict", ""),
        ("甲～", "乙", "gb", ""),
        ("甲", "～乙", "gb", "begins with ～ "),
    ],
)
def test_the_tables_of_each_level(above: str, below: str, level: str, told: str) -> None:
    got = kinsoku.forbidden(above, below, level, HANS)
    assert told in got
    assert bool(got) is bool(told)


def test_a_forbidden_break_that_nobody_told_of_is_an_error() -> None:
    broken = found(kinsoku.CHECK, set_lines("甲乙丙丁", "，戊己"))
    assert [f.message for f in broken] == [
        "“甲乙丙丁” is followed by a line that begins with ， , which may not (level gb)"
    ]
    assert broken[0].severity is None
    assert str(broken[0].where) == "s:1:1"
    assert not messages(kinsoku.CHECK, set_lines("甲乙丙丁，", "戊己"))
    assert not messages(kinsoku.CHECK, set_lines("甲乙丙丁", "，戊己", level="none"))


@pytest.mark.parametrize(("reason", "severity"), [(FORBIDDEN, "warning"), (FALLBACK, "info")])
def test_one_that_could_not_be_avoided_is_less(reason: str, severity: str) -> None:
    broken = found(kinsoku.CHECK, set_lines("甲乙丙丁", "，戊己", reasons=(reason,)))
    assert [f.severity for f in broken] == [severity]


def test_runs_that_were_parted_are_told() -> None:
    broken = found(kinsoku.CHECK, set_lines("在2019年9月", "20日", reasons=(PARTED,)))
    assert [f.message for f in broken] == [
        "“在2019年9月” ends inside what should stay together (level gb)"
    ]


def test_a_word_cut_without_a_hyphen_is_told() -> None:
    broken = found(kinsoku.CHECK, set_lines("一个typo", "graphy的词"))
    assert [f.message for f in broken] == [
        "“一个typo” ends inside a word: “o” and “g” are parted (level gb)"
    ]
    assert found(kinsoku.CHECK, set_lines("一个typo", "graphy的词", reasons=(CUT,)))
    spaced = set_lines("one", "two")
    spaced = replace(spaced, stories=(story("one two"),))
    assert not messages(kinsoku.CHECK, spaced)


def test_two_paragraphs_do_not_break_into_each_other() -> None:
    rows = [("甲乙丙丁“", 1, True), ("，戊己", 2, True)]
    assert not messages(kinsoku.CHECK, subject(column(rows, 50, 1, "s")))


def test_headlines_of_several_lines_are_held_to_the_rules() -> None:
    lines = [run("上句很长", 50, top(3), "s#title"), run("，下句", 50, top(6), "s#title")]
    assert messages(kinsoku.CHECK, subject(lines))
    assert not messages(kinsoku.CHECK, subject([lines[0], replace(lines[1], text="下句很长")]))
