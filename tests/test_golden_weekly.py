"""A weekly of four tabloid pages: its dumps, what a check says of it, and what it shows."""

from functools import cache
from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from layout.spec.resolve.resolved import RStory
from tests.conftest import Golden

FOLDER = Path(__file__).parents[1] / "specs/weekly"
PAGES = ("A1", "A2", "A3", "A4")


@cache
def page(name: str) -> ComposedPage:
    return Session().page(FOLDER / f"{name}.yaml")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_was(golden: Golden, name: str) -> None:
    golden(f"weekly-{name}.dump", page(name).dump())


@pytest.mark.parametrize("name", PAGES)
def test_a_check_finds_nothing_but_what_stands_in(name: str) -> None:
    report = check_page(page(name))
    assert {d.code for d in report.diagnostics} == {"STANDS-IN"}
    assert all(r.status == "passed" for r in report.results if r.id == "FOLIO")


def test_it_shows_every_kind_of_text_that_a_weekly_prints() -> None:
    stories = [s for name in PAGES for s in page(name).composed.sources.stories if s is not None]
    styles = {style for s in stories for p in s.paragraphs for style in p.styles}
    letter = {"顶格", "引文", "此致", "敬礼", "落款", "日期"}
    assert styles >= letter | {"诗", "问", "答", "列表", "居中", "编者按", "链接"}
    heads = [s.front for s in stories]
    assert any(f.byline for f in heads)
    assert any(f.dateline for f in heads)
    blocks = {b.id: b.content for name in PAGES for b in page(name).composed.resolved.blocks}
    kinds = {content.kind for content in blocks.values()}
    assert kinds >= {"masthead", "imprint", "index", "table", "picture", "pictures", "text"}
    jumps = [c for c in blocks.values() if isinstance(c, RStory) and (c.jump_to or c.jump_from)]
    ends = [(c.jump_to and c.jump_to.page, c.jump_from and c.jump_from.page) for c in jumps]
    assert ends == [("A4", None), (None, "A1")]


def test_all_of_it_stands_in() -> None:
    for name in PAGES:
        for story in page(name).composed.sources.stories:
            assert story is None or story.front.stands_in
