"""A daily's front page and an inside page: their dumps, what a check says, and their measures as
they are read back from the PDF."""

from functools import cache
from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from tests.conftest import Golden
from tests.dailyread import Sheet, read
from tests.dailytable import BETWEEN, PAPERS, SPECS, Row, measures, table

PAGES = ("A1", "A2")
OVER = frozenset({"OVER"})
"""What else a check says: how much one picture covers of another, on purpose."""


@cache
def page(name: str) -> ComposedPage:
    return Session().page(SPECS / f"{name}.yaml")


@cache
def sheet(name: str) -> Sheet:
    return read(page(name).pdf())


@cache
def rows() -> list[Row]:
    return measures(sheet("A1"), sheet("A2"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_was(golden: Golden, name: str) -> None:
    golden(f"daily-{name}.dump", page(name).dump())


@pytest.mark.parametrize("name", PAGES)
def test_a_check_finds_nothing_but_what_stands_in(name: str) -> None:
    assert {d.code for d in check_page(page(name)).diagnostics} - OVER == {"STANDS-IN"}


def test_all_of_it_stands_in() -> None:
    for name in PAGES:
        for story in page(name).composed.sources.stories:
            assert story is None or story.front.stands_in


def test_the_measures_are_those_of_a_daily() -> None:
    assert [row.en for row in rows() if not row.holds] == []


@pytest.mark.parametrize("lang", PAPERS)
def test_the_papers_have_the_table(lang: str) -> None:
    found = BETWEEN.search(PAPERS[lang].read_text(encoding="utf-8"))
    assert found is not None, "python -m tests.dailytable writes it"
    assert found[0] == table(rows(), lang)


def test_a_measure_that_is_missed_is_seen() -> None:
    """The readings are of the page: other columns, and another leading, give other rows."""
    other = Session().page(
        SPECS / "A1.yaml",
        overrides=["blocks.lead.columns.gutter=1zi", "blocks.second.headline.size=30pt"],
    )
    missed = {row.en for row in measures(read(other.pdf()), sheet("A2")) if not row.holds}
    assert "left part: its columns" in missed
    assert "gutters" in missed
    assert any(name.startswith("second headline") for name in missed)


def test_characters_enough_for_two_pages() -> None:
    han = sum(g.han for name in PAGES for g in sheet(name).glyphs)
    assert han > 7500


def test_both_papers_are_there() -> None:
    assert all(Path(paper).is_file() for paper in PAPERS.values())
