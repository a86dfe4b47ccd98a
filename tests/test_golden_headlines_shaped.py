"""Display type that is not set as it is drawn: the specimen of specs/headlines/H2.yaml, and the
measures of a daily read back from the display list."""

from functools import cache
from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.diagnostics import Place
from layout.display.items import GlyphRun
from tests.conftest import Golden, Project
from tests.pdfread import text

SPEC = Path(__file__).parents[1] / "specs/headlines/H2.yaml"


@cache
def made() -> ComposedPage:
    page = Session().page(SPEC)
    assert page.good, page.diagnostics
    return page


def titles(page: ComposedPage, story: str, part: str = "title") -> list[GlyphRun]:
    return [
        item
        for item in page.display.items
        if isinstance(item, GlyphRun) and item.node.endswith(f"/{story}.md#{part}")
    ]


def advance(run: GlyphRun) -> float:
    """From one character to the next, on the average."""
    return (run.xs[-1] - run.xs[0]) / (len(run.xs) - 1)


def test_it_is_set_as_it_was(golden: Golden) -> None:
    golden("headlines-H2.dump", made().dump())


def test_stories_go_on_as_they_did(golden: Golden) -> None:
    page = Session().page(SPEC.with_name("H3.yaml"))
    assert page.good, page.diagnostics
    assert {d.code for d in page.diagnostics} <= {"UNDERSET"}
    golden("headlines-H3.dump", page.dump())


def test_nothing_is_told_but_what_is_left_empty() -> None:
    assert {d.code for d in made().diagnostics} <= {"UNDERSET"}


def test_a_title_of_14_is_50_pt_high_and_fills_five_columns() -> None:
    (run,) = titles(made(), "长")
    assert len(run.text) == 14
    assert run.size == 50
    assert run.h_scale == pytest.approx(0.887)  # 621 / 14 / 50, to the thousandth below
    assert advance(run) == pytest.approx(621 / 14, abs=0.05)


def test_one_title_in_three_looks_fills_its_width_in_each() -> None:
    drawn, narrow, low = (titles(made(), f"形-{look}")[0] for look in "正长扁")
    assert (drawn.h_scale, drawn.size % 0.5) == (1, 0)
    assert narrow.h_scale < 1 < low.h_scale
    assert low.size < drawn.size < narrow.size
    for run in (drawn, narrow, low):
        assert run.width == pytest.approx(369 - 9, rel=0.02)


# The measures of a page of 2025: advance along the line and size across it, points.
@pytest.mark.parametrize(
    ("style", "keys", "title", "measures"),
    [
        ("size: 50pt, h_scale: 89.2", "", "甲乙丙丁戊己庚辛壬癸子丑寅卯", (44.6, 50.0)),
        ("size: 36.5pt, h_scale: 73.7", "", "甲乙丙丁戊己庚辛壬癸", (26.9, 36.5)),
        ("size: 34pt, v_scale: 63.24", "vertical: true", "甲乙丙丁戊己庚", (21.5, 34.0)),
        # Chosen with the size: as wide as its five columns, and as high as it may be.
        ("size: 50pt, h_scale: [60, 100]", "size: fit, most: 50pt",
         "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳", (46.69, 50.0)),
        ("size: 34pt, v_scale: [60, 100]", "vertical: true, size: fit, most: 34pt, width: 60pt",
         "甲乙丙丁戊己庚辛壬", (21.04, 34.0)),
    ],
)  # fmt: skip
def test_the_measures_of_a_daily_can_be_set(
    project: Project, style: str, keys: str, title: str, measures: tuple[float, float]
) -> None:
    project.write("styles.yaml", f"styles: {{测: {{like: title, {style}}}}}\n")
    page = project.composed(
        "page: G1\ndate: 2024-05-06\nstyles: styles.yaml\nblocks:\n"
        f"  - id: lead\n    story: stories/s.md\n    headline: {{style: 测, {keys}}}\n"
        "    at: {cols: 1-6, lines: 1-20}\n",
        {"s": f"---\ntitle: {title}\n---\n\n题下的正文。\n"},
    )
    assert page.good, page.diagnostics
    (run,) = titles(page, "s")
    along, across = measures
    breadth, height = (run.size * run.h_scale, run.size)
    if run.vertical:
        breadth, height = height, breadth
    assert advance(run) == pytest.approx(along, abs=0.05)
    assert breadth == pytest.approx(along, abs=0.05)
    assert height == pytest.approx(across, abs=0.05)


@pytest.mark.parametrize(
    ("title", "times"),
    [
        ("长题把字收窄一行排满仍然醒目", 1), ("二条题比头条题矮一截", 1),
        ("竖题上下压扁站在一旁", 1), ("左右不变，字数再多也不用缩小", 1),
        ("一行题里两种字号", 1), ("三种字体同在一条线上", 1),
        ("“同心”“同向”，《一路》走来", 2), ("四口之家一日三餐小有讲究", 2),
    ],
)  # fmt: skip
def test_the_text_of_display_type_is_read_back(title: str, times: int) -> None:
    """Condensed, flattened, in several sizes, set apart by its ink: it stays text."""
    assert read().count(title) == times


@cache
def read() -> str:
    """The text of the page as a reader of its PDF gives it, without white."""
    return text(made().pdf())


def test_what_would_need_40_per_cent_stops_the_page(project: Project) -> None:
    project.write("styles.yaml", "styles: {测: {like: title, size: 50pt, h_scale: [70, 100]}}\n")
    page = project.composed(
        "page: G1\ndate: 2024-05-06\nstyles: styles.yaml\nblocks:\n"
        "  - id: lead\n    story: stories/s.md\n"
        "    headline: {style: 测, size: fit, least: 50pt}\n"
        "    at: {cols: 1-2, lines: 1-20}\n",
        {"s": "---\ntitle: 一二三四五六七八九十一二\n---\n\n题下的正文。\n"},
    )
    (found,) = [d for d in page.diagnostics if d.severity == "error"]
    assert found.code == "DISPLAY-WIDE"
    assert "condensed to 40 %" in found.message
    assert "its style allows 70 %" in found.message
    assert isinstance(found.where, Place)
    assert (found.where.line, found.where.column) == (2, 8)
    assert not page.good
