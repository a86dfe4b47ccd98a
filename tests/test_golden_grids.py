"""Grids: specs/grids against its dumps, and the measures of the daily of 2025 read back from it."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from layout.display.items import Box, GlyphRun
from layout.geometry import Rect
from layout.units import mm, to_mm
from tests.conftest import Golden

ROOT = Path(__file__).parents[1] / "specs/grids"
EM, PITCH = 9.0, 11.7


@cache
def made(name: str) -> ComposedPage:
    page = Session().page(ROOT / f"{name}.yaml")
    assert page.good, page.diagnostics
    return page


def frames(name: str, block: str) -> list[Rect]:
    return [f.rect for f in made(name).display.frames if f.block == block]


def block(name: str, wanted: str) -> Rect:
    return next(b.rect for b in made(name).display.blocks if b.id == wanted)


def rules(name: str) -> list[Rect]:
    """The rules between stories: those that run down, then those across."""
    found = [i.rect for i in made(name).display.items if isinstance(i, Box) and i.node == "between"]
    return sorted(found, key=lambda r: (r.width > r.height, r.x))


@pytest.mark.parametrize("name", ["G1", "G2"])
def test_it_is_set_as_it_was(golden: Golden, name: str) -> None:
    golden(f"grids-{name}.dump", made(name).dump())


@pytest.mark.parametrize("name", ["G1", "G2"])
def test_nothing_is_told_but_that_it_stands_in(name: str) -> None:
    told = {d.code for d in check_page(made(name)).diagnostics}
    assert told <= {"STANDS-IN", "PICTURE-INKS"}


def test_two_parts_of_71_and_34_em_with_4_between() -> None:
    grid = made("G1").display.grid
    (a, b), (c, d) = grid.columns
    assert [(b - a) / EM, (c - b) / EM, (d - c) / EM] == pytest.approx([71.0, 4.0, 34.0])
    assert to_mm(grid.type_area.width) == pytest.approx(346.1, abs=0.05)
    assert (grid.pitch, grid.lines) == (PITCH, 41)
    assert grid.type_area.height / PITCH == pytest.approx(41.5)


@pytest.mark.parametrize(
    ("story", "measures"),
    [("four", [16.25] * 4), ("two", [16.0] * 2), ("level", [19.0] * 2), ("down", [20.0])],
)
def test_each_block_has_equal_columns_of_its_own_with_2_em_between(
    story: str, measures: list[float]
) -> None:
    found = frames("G1", story)
    assert [r.width / EM for r in found] == pytest.approx(measures)
    whites = [(b.x - a.right) / EM for a, b in pairwise(found)]
    assert whites == pytest.approx([2.0] * (len(measures) - 1))


def test_rules_are_in_the_middle_of_the_white_and_as_wide_as_the_daily_has_them() -> None:
    down, part, across = rules("G1")
    for rule in (down.width, part.width, across.height):
        assert 0.18 - 1e-3 <= to_mm(rule) <= 0.20
    edge = made("G1").display.grid.type_area.x
    assert (part.x + part.width / 2 - edge) / EM == pytest.approx(73.0)
    one, other = block("G1", "down"), block("G1", "level")
    assert (other.x - one.right) / EM == pytest.approx(4.0)
    assert down.x + down.width / 2 == pytest.approx((one.right + other.x) / 2)
    upper, lower = block("G1", "four"), block("G1", "row")
    assert across.y + across.height / 2 == pytest.approx((upper.bottom + lower.y) / 2)


def test_rules_meet_and_end_with_the_stories() -> None:
    down, part, across = rules("G1")
    four, two, row = (block("G1", name) for name in ("four", "two", "row"))
    assert across.x == pytest.approx(four.x)  # no farther than the type area
    assert across.right == pytest.approx(part.x + part.width)  # on the rule between the parts
    assert down.y == pytest.approx(across.y)
    assert down.bottom == pytest.approx(row.bottom)
    assert part.y == pytest.approx(two.y)
    assert part.bottom == pytest.approx(two.bottom)
    tint = block("G1", "tint")
    assert not any(r.meets(tint.inset(-18, -18, -18, -18)) for r in (down, across))


def test_all_baselines_are_on_one_grid_within_3_hundredths_of_a_line() -> None:
    grid = made("G1").display.grid
    lines = [
        i
        for i in made("G1").display.items
        if isinstance(i, GlyphRun) and i.line is not None and i.line.block
    ]
    assert {run.line.block for run in lines if run.line} == {
        "four", "two", "down", "level", "tint",
    }  # fmt: skip
    for run in lines:
        off = (run.y - grid.type_area.y - grid.baseline) / PITCH
        assert abs(off - round(off)) <= 0.03


def test_two_pages_are_one_sheet_with_a_strip_in_the_fold() -> None:
    page = made("G2")
    display = page.display
    assert page.composed.resolved.names == ("G2", "G3")
    assert to_mm(display.fold) == pytest.approx(275.0)
    strip = block("G2", "strip")
    assert to_mm(strip.width) == pytest.approx(26.0)
    assert strip.x + strip.width / 2 == pytest.approx(display.fold)
    for over in ("wide", "hills"):
        rect = block("G2", over)
        assert rect.x < display.fold - mm(100)
        assert rect.right > display.fold + mm(100)
    left, right = rules("G2")
    west, east = block("G2", "west"), block("G2", "east")
    assert left.x + left.width / 2 == pytest.approx((west.right + strip.x) / 2)
    assert right.x + right.width / 2 == pytest.approx((strip.right + east.x) / 2)
    folios = [i for i in display.items if isinstance(i, GlyphRun) and i.node == "header#folio"]
    assert [run.text for run in folios] == ["G2", "G3"]
    area = display.grid.type_area
    assert folios[0].x == pytest.approx(area.x)
    assert folios[1].x + folios[1].width == pytest.approx(area.right)


def test_a_sheet_whose_type_would_be_folded_is_told() -> None:
    wider = ["blocks.wide.text.1.style=under"]
    told = check_page(Session().page(ROOT / "G2.yaml", overrides=wider)).diagnostics
    assert "FOLD.small-across" in {d.said.key for d in told}
