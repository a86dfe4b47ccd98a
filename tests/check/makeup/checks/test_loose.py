"""LOOSE: lines whose gaps are open, each broken line and its mended twin."""

import pytest

from layout.check.makeup.checks import loose
from layout.inline.line import SHORT
from layout.record import replace
from layout.words.said import said
from tests.check.pages import (
    facts,
    found,
    run,
    set_lines,
    subject,
    told_by,
)
from tests.told import told
from tests.typed import near


@pytest.mark.parametrize(("gap", "is_loose"), [(0.125, False), (0.126, True)])
def test_an_eighth_of_an_em_is_loose(gap: float, is_loose: bool) -> None:
    line = run("松的一行字", 50, 100, "s#p1", line=facts(gap=gap))
    assert bool(told_by(loose.CHECK, subject([line]))) is is_loose
    wide = subject([line], checks="{LOOSE: {gap: 0.2}}")
    assert not told_by(loose.CHECK, wide)


def test_a_last_line_is_never_loose_and_one_that_cannot_open_is_told() -> None:
    last = run("松的一行字", 50, 100, "s#p1", line=facts(gap=0.5, last=True))
    assert not told_by(loose.CHECK, subject([last]))
    short = run("不能开的字", 50, 100, "s#p1", line=facts(reasons=(SHORT,)))
    assert [told(f) for f in found(loose.CHECK, subject([short]))] == [
        ("LOOSE.no-place", {"text": "不能开的字", "why": ""})
    ]


def test_what_kept_a_line_loose_is_told_with_it() -> None:
    why = said("part.why-bond", piece="11月24日", width=4.0)
    line = run("松的一行字", 50, 100, "s#p1", line=replace(facts(gap=0.2), why=why))
    (fault,) = found(loose.CHECK, subject([line]))
    assert told(fault) == (
        "LOOSE.gaps",
        {
            "text": "松的一行字", "percent": near(20.0), "why": why,
            "limit": said("part.at-most-percent", most=12.5),
        },
    )  # fmt: skip


def test_a_loose_line_is_told_at_its_place_in_the_story() -> None:
    made = set_lines("甲乙丙丁", "戊己庚辛")
    items = list(made.page.items)
    second = replace(items[1], line=facts(gap=0.3))
    made = replace(made, lines=subject([items[0], second]).lines)
    assert [str(f.where) for f in found(loose.CHECK, made)] == ["s:1:5"]
