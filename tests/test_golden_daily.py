"""A daily's front page and an inside page: their dumps, what a check says, and their measures as
they are read back from the PDF."""

from functools import cache

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from layout.display.items import Path
from layout.spec.resolve.resolved import RStory
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
    assert all(paper.is_file() for paper in PAPERS.values())


def test_it_shows_the_furniture_of_a_daily() -> None:
    blocks = {b.id: b for name in PAGES for b in page(name).composed.resolved.blocks}
    kinds = {b.content.kind for b in blocks.values()}
    assert kinds >= {"masthead", "imprint", "index", "pictures", "picture", "advert", "rule"}
    stories = {b.id: b.content for b in blocks.values() if isinstance(b.content, RStory)}
    words = [j.words for s in stories.values() for j in (s.jump_to, s.jump_from) if j is not None]
    assert words == ["下转第二版"] * 2 + ["上接第一版"] * 2
    assert sum(s.heading is not None for s in stories.values()) == 3  # 小标题 between hairlines
    assert {b.id for b in blocks.values() if b.corners} == {"desk", "inside", "slips", "words"}
    header = page("A2").composed.resolved.header
    assert header is not None
    assert (header.hangs, len(header.parts)) == ("name", 3)
    held = page("A1").display.items
    assert sum(isinstance(item, Path) and item.role == "code" for item in held) == 2
