"""A rectangle in mm, 字 and 行, against a grid counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.display.items import Grid
from layout.geometry import Rect
from layout.units import mm
from layout.whence.measures import measures, rows_of

GRID = Grid(
    type_area=Rect(mm(20), mm(30), 320, 600),
    columns=((mm(20), mm(20) + 100), (mm(20) + 110, mm(20) + 210)),
    pitch=12.0,
    lines=50,
    baseline=6 + 10 * 0.38,
)


def test_a_block_on_the_grid() -> None:
    found = measures(Rect(mm(20), mm(30) + 24, 210, 36), GRID)
    assert found.mm == pytest.approx((20, 30 + 24 * 25.4 / 72, 210 * 25.4 / 72, 36 * 25.4 / 72))
    assert found.zi == pytest.approx(21)
    assert found.lines == pytest.approx(3)
    assert found.cols == (1, 2)
    assert found.rows == (3, 5)
    assert found.whole


def test_a_block_off_the_grid() -> None:
    found = measures(Rect(mm(20) + 110, mm(30) + 30, 100, 12), GRID)
    assert found.cols == (2, 2)
    assert found.rows == (3, 4)
    assert not found.whole


def test_what_meets_no_column() -> None:
    found = measures(Rect(0, 0, 10, 10), GRID)
    assert (found.cols, found.rows, found.whole) == (None, None, False)
    edge = measures(Rect(mm(20) + 100, mm(30), 10, 12), GRID)  # the gutter, edges and all
    assert edge.cols is None


@given(st.integers(-40, 700), st.integers(0, 400))
def test_lines_are_those_that_are_met(top: int, height: int) -> None:
    rect = Rect(0, mm(30) + top, 50, height)
    met = [
        number
        for number in range(1, GRID.lines + 1)
        if min(GRID.top_of(number + 1), rect.bottom) - max(GRID.top_of(number), rect.y) > 1e-3
    ]
    assert rows_of(rect, GRID) == ((met[0], met[-1]) if met else None)
