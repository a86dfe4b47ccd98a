"""What the browser shows of a page is what the press file shows: glyph by glyph, in Chromium."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layout.api import ComposedPage, Session
from layout.display.items import GlyphRun, Page, Picture
from layout.geometry import Rect
from layout.record import replace
from layout.units import mm
from tests.preview import pixels

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
ISSUE = "specs/zhuzhou-2019-09-20"
PARTS = [
    *[(f"{ISSUE}/B{number}.yaml", part, 60) for number, part in ((1, 4), (2, 1), (3, 6), (4, 3))],
    ("specs/adverts/G2.yaml", 5, 0),  # two adverts, whose words are their own
]
WHOLE = ("specs/marks/W2.yaml", "specs/inks/I1.yaml")
"""Columns and readings, spots; each with type of some other kind."""


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


def look(browser: "Browser", session: Session, page: ComposedPage, number: int | None) -> int:
    """Hold a page, or a part of it, against its press file; returns how many glyphs it has."""
    display, resources = page.display, session.resources(page)
    part = pixels.whole(display) if number is None else pixels.eighth(display, number)
    ours = pixels.in_browser(browser, display, resources, part)
    press = pixels.in_press(page, part)
    seen, off = pixels.glyphs_off(ours, press, display, resources, part)
    assert off == []
    assert pixels.unlike(ours, press, display, part) < pixels.ELSE
    for item in display.items:
        if isinstance(item, Picture) and part.holds(item.rect) and item.rect.width > 20:
            assert pixels.likeness(ours, press, item.rect, part) > 0.9, item.source
    return seen


@pytest.mark.parametrize(("name", "number", "least"), PARTS)
def test_a_page_in_the_browser_is_the_press_file(
    browser: "Browser", session: Session, name: str, number: int, least: int
) -> None:
    assert look(browser, session, session.page(ROOT / name), number) >= least


@pytest.mark.parametrize("name", WHOLE)
def test_so_is_a_page_of_another_kind(browser: "Browser", session: Session, name: str) -> None:
    assert look(browser, session, session.page(ROOT / name), None) > 200


def lost(run: GlyphRun, at: int, blank: int) -> GlyphRun:
    return replace(run, glyphs=(*run.glyphs[:at], blank, *run.glyphs[at + 1 :]))


def moved(run: GlyphRun, at: int, blank: int) -> GlyphRun:
    return replace(run, xs=(*run.xs[:at], run.xs[at] + mm(0.3), *run.xs[at + 1 :]))


def raised(run: GlyphRun, at: int, blank: int) -> GlyphRun:
    return replace(run, y=run.y - mm(0.3))


@pytest.mark.parametrize("harm", [lost, moved, raised])
def test_one_glyph_that_is_lost_or_moved_by_a_third_of_a_millimetre_is_seen(
    browser: "Browser", session: Session, harm: Callable[[GlyphRun, int, int], GlyphRun]
) -> None:
    page = session.page(ROOT / "specs/marks/W2.yaml")
    display, resources = page.display, session.resources(page)
    part = pixels.eighth(display, 0)
    press = pixels.in_press(page, part)
    at = next(
        k for k, item in enumerate(display.items)
        if isinstance(item, GlyphRun) and len(item.glyphs) > 12 and not item.vertical
        and part.holds(Rect(item.x, item.y - item.size, item.width, item.size))
    )  # fmt: skip
    run = display.items[at]
    assert isinstance(run, GlyphRun)
    blank = resources.face(run.face).glyph("\u3000") or resources.face(run.face).glyph(" ")
    items = (*display.items[:at], harm(run, 5, blank), *display.items[at + 1 :])
    broken: Page = replace(display, items=items)
    ours = pixels.in_browser(browser, broken, resources, part)
    _, off = pixels.glyphs_off(ours, press, display, resources, part)
    assert run.text[5] in [one.text for one in off]
    assert len(off) <= len(run.glyphs)
