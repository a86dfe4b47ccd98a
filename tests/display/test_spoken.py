"""Places as they are said at the desk."""

import pytest

from layout.display.items import Grid
from layout.display.spoken import spoken_place
from layout.geometry import Rect
from layout.record import replace
from tests import toypage

PAGE = toypage.page().grid
AREA = PAGE.type_area
COLUMNS = tuple((AREA.x + 50 * n, AREA.x + 50 * n + 40) for n in range(3))
GRID: Grid = replace(PAGE, columns=COLUMNS)


def lines(first: int, last: int) -> tuple[float, float]:
    top = AREA.y + (first - 1) * GRID.pitch
    return top, (last - first + 1) * GRID.pitch


@pytest.mark.parametrize(
    ("left", "right", "first", "last", "told"),
    [
        (0, 40, 2, 4, "第1栏 第2–4行"),
        (0, 90, 3, 3, "第1–2栏 第3行"),
        (55, 140, 1, 2, "第2–3栏 第1–2行"),
        (41, 49, 1, 1, "第1行"),  # a gutter
        (60, 61, 1, 1, "第2栏 第1行"),
    ],
)
def test_columns_and_lines_are_named(
    left: float, right: float, first: int, last: int, told: str
) -> None:
    top, high = lines(first, last)
    rect = Rect(AREA.x + left, top, right - left, high)
    assert spoken_place(GRID, rect, "zh") == told


def test_type_that_reaches_over_its_line_is_in_that_line_alone() -> None:
    top, high = lines(3, 3)
    rect = Rect(AREA.x, top - 0.2 * GRID.pitch, 30, high + 0.1 * GRID.pitch)
    assert spoken_place(GRID, rect, "en") == "col 1, line 3"


def test_what_lies_off_the_type_area_has_no_such_place() -> None:
    assert spoken_place(GRID, Rect(AREA.x, AREA.y - 20, 30, 10), "zh") == ""
    assert spoken_place(GRID, Rect(AREA.x, AREA.bottom + 1, 30, 10), "zh") == ""
