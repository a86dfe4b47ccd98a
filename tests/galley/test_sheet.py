"""The galley: every line once, in columns of the measure, on a sheet a PDF may have."""

import pytest

from layout.diagnostics import StopError
from layout.flow.type.setter import Setter
from layout.galley.lines import TextSetting, set_lines
from layout.galley.sheet import COLUMN_LINES, MOST_PT, Galley, galley
from tests.flow.conftest import BODY, SIZE, changed

ROW = "一二三四五六七八九十\n"


def setting(setter: Setter, text: str, measure: float = 5 * SIZE) -> TextSetting:
    return set_lines(setter, text.encode(), changed(BODY, indent_em=0.0), measure, "a.txt")


def columns(sheet: Galley) -> list[int]:
    """How many lines stand in each column, by their left edges."""
    return [sum(line.x == left for line in sheet.lines) for left, _ in sheet.grid.columns]


@pytest.mark.parametrize(("paragraphs", "held"), [(1, [2]), (50, [100]), (51, [100, 2])])
def test_each_line_stands_once_in_reading_order(
    setter: Setter, paragraphs: int, held: list[int]
) -> None:
    done = setting(setter, ROW * paragraphs)
    sheet = galley(done)
    assert [(p.items, p.line) for p in sheet.lines] == [
        (p.items, line) for p in done.paragraphs for line in p.lines
    ]
    assert columns(sheet) == held
    places = [(line.x, line.baseline) for line in sheet.lines]
    assert places == sorted(set(places))


def test_the_sheet_holds_its_columns_and_no_more(setter: Setter) -> None:
    sheet = galley(setting(setter, ROW * 120))
    grid = sheet.grid
    assert all(right - left == pytest.approx(5 * SIZE) for left, right in grid.columns)
    assert grid.columns[0][0] == grid.type_area.x == pytest.approx(2 * SIZE)
    assert grid.columns[-1][1] == pytest.approx(sheet.width - 2 * SIZE)
    assert {line.measure for line in sheet.lines} == {5 * SIZE}
    assert min(line.baseline for line in sheet.lines) - 0.88 * SIZE >= 0
    assert max(line.baseline for line in sheet.lines) + 0.12 * SIZE <= sheet.height


def test_a_long_text_takes_higher_columns_before_the_sheet_is_too_wide(setter: Setter) -> None:
    most = int(MOST_PT / (7 * SIZE)) * COLUMN_LINES // 2  # paragraphs of two lines, 100 a column
    sheet = galley(setting(setter, ROW * (most + 200)))
    assert sheet.grid.lines > COLUMN_LINES
    assert sheet.width <= MOST_PT
    assert sheet.height <= MOST_PT
    assert sum(columns(sheet)) == len(sheet.lines) == 2 * (most + 200)


def test_lines_of_several_measures_keep_their_own(setter: Setter) -> None:
    style = changed(BODY, indent_em=0.0)
    sheet = galley(set_lines(setter, ROW.encode(), style, (3 * SIZE, 5 * SIZE), "a.txt"))
    assert [line.measure for line in sheet.lines] == [3 * SIZE, 5 * SIZE, 5 * SIZE]
    left, right = sheet.grid.columns[0]
    assert right - left == pytest.approx(5 * SIZE)


def test_a_sheet_that_no_pdf_may_have_is_refused_with_numbers(setter: Setter) -> None:
    with pytest.raises(StopError) as stop:
        galley(setting(setter, ROW, measure=1440 * SIZE))
    message = stop.value.diagnostics[0].message
    assert "1 line of 14400 pt" in message
    assert "14,400 pt a side hold 0 such lines" in message
    assert stop.value.diagnostics[0].code == "GALLEY-LARGE"
