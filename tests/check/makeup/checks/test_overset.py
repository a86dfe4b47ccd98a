"""OVERSET: text that has no room, and characters that nobody told to be over."""

import pytest

from layout.api import Session
from layout.check.makeup.checks import overset
from layout.check.makeup.copyfit import fit_rows
from layout.check.run import check_page
from layout.record import replace
from tests.check.pages import (
    column,
    filler,
    fit,
    found,
    frame,
    rect,
    story,
    story_block,
    subject,
    told_by,
)
from tests.conftest import Project
from tests.told import told


def test_text_over_is_an_error_in_lines_and_characters() -> None:
    broken = subject(
        column(filler(4), 50, 1, "s"),
        frames=[frame("s", 50, 1, 4)],
        blocks=[story_block("s", rect(50, 1, 190, 4))],
        fits=[fit("s", 4, 4, columns=2, over=3)],
    )
    got = found(overset.CHECK, broken)
    counts = {"node": "s", "characters": 33, "lines": 3, "of": 7, "room": 4, "deeper": 2}
    assert [told(f) for f in got] == [("OVERSET.story", counts)]
    assert [r.words for r in fit_rows(broken)] == ["溢文33字（3行）"]
    mended = replace(broken, page=replace(broken.page, fits=(fit("s", 4, 4),)))
    assert not told_by(overset.CHECK, mended)


@pytest.mark.parametrize(
    ("headline", "story", "key"),
    [
        ("vertical: true", "columns: 2", "OVERSET.story"),
        ("lines: 6", "vertical: true", "OVERSET.down"),
        ("vertical: true", "vertical: true", "OVERSET.down"),
    ],
)
def test_what_would_help_is_by_the_text_and_not_by_its_headline(
    project: Project, headline: str, story: str, key: str
) -> None:
    project.change("T1.yaml", "    columns: 2\n    headline: {lines: 6}",
                   f"    {story}\n    headline: {{{headline}}}")  # fmt: skip
    project.change("T1.yaml", "lines: 5-40", "lines: 5-14")
    page = Session().page(project.spec)
    assert [d.said.key for d in page.diagnostics if d.code == "OVERSET"] == [key]
    (found,) = [d for d in check_page(page).diagnostics if d.code == "OVERSET"]
    assert found.said.key == key


def test_text_that_jumps_is_not_over() -> None:
    over = replace(fit("s", 4, 4, over=3), jumps="B2")
    made = subject(column(filler(4), 50, 1, "s"), frames=[frame("s", 50, 1, 4)], fits=[over])
    assert not told_by(overset.CHECK, made)
    assert [r.words for r in fit_rows(made)] == ["转B2版"]
    # Nor lost, though this page does not have all of its characters.
    facts = story("".join(words for words, *_ in filler(7)))
    assert not told_by(overset.CHECK, replace(made, stories=(facts,)))
    stays = replace(made.page, fits=(fit("s", 4, 4),))
    assert told_by(overset.CHECK, replace(made, page=stays, stories=(facts,)))
    assert not told_by(
        overset.CHECK, replace(made, page=stays, stories=(replace(facts, story=None),))
    )


def test_characters_that_are_not_drawn_are_told_whatever_is_said_of_the_fit() -> None:
    facts = story("甲乙丙丁戊己庚辛。\n\n壬癸。\n")
    rows = [("甲乙丙", 1, False), ("己庚辛。", 1, True), ("壬癸。", 2, True)]
    broken = subject(column(rows, 50, 1, "s"), fits=[fit("s", 3, 3)], stories=(facts,))
    assert [told(f) for f in found(overset.CHECK, broken)] == [
        ("OVERSET.lost", {"node": "s", "characters": 2, "paragraph": 1})
    ]
    rows[1] = ("丁戊己庚辛。", 1, True)
    assert not told_by(
        overset.CHECK, replace(broken, lines=subject(column(rows, 50, 1, "s")).lines)
    )


@pytest.mark.parametrize(
    ("text", "drawn", "lost"),
    [
        ("甲乙 丙", "甲乙丙", 0),
        ("hyphenate", "hyphen-ate", 0),
        ("甲乙丙", "甲丙", 1),
        ("甲", "", 1),
    ],
)
def test_what_is_missing_of_a_text(text: str, drawn: str, lost: int) -> None:
    assert overset.missing(text, drawn) == lost
