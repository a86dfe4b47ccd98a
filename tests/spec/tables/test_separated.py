"""Rows of a CSV."""

import pytest

from layout.diagnostics import StopError
from layout.spec.tables.rows import MOST_CELL, MOST_COLUMNS, MOST_ROWS
from layout.spec.tables.separated import separated_rows


def cells(text: str, delimiter: str = ",") -> list[tuple[str, ...]]:
    return [row.cells for row in separated_rows(text, "t.csv", delimiter).rows]


def told(text: str) -> list[str]:
    with pytest.raises(StopError) as stop:
        separated_rows(text, "t.csv")
    return [str(d) for d in stop.value.diagnostics]


def test_cells_of_commas_quotes_and_line_ends() -> None:
    text = '甲,"乙,丙"\r\n"一行\r\n二行","说""好"""\r\n'
    assert cells(text) == [("甲", "乙,丙"), ("一行\n二行", '说"好"')]


def test_a_row_knows_the_line_it_begins_on() -> None:
    rows = separated_rows('a,b\n"1\n2\n3",4\n\n5,6\n', "t.csv").rows
    assert [row.place.line for row in rows] == [1, 2, 6]


def test_blanks_round_words_go_and_full_ones_before_them_stay() -> None:
    assert cells("  甲　 ,　　其中：乙 \n") == [("甲", "　　其中：乙")]


def test_tabs_part_cells_where_they_are_asked_to() -> None:
    assert cells("甲\t乙，丙\n", "\t") == [("甲", "乙，丙")]


def test_what_a_spreadsheet_leaves_empty_is_left_out_and_told() -> None:
    read = separated_rows("a,b,,\n1,2,,\n,,,\n,,,\n", "t.csv")
    assert [row.cells for row in read.rows] == [("a", "b"), ("1", "2")]
    assert [d.code for d in read.remarks] == ["TABLE-BLANK", "TABLE-BLANK"]
    assert "2 empty rows" in read.remarks[0].message
    assert "2 empty columns" in read.remarks[1].message


def test_an_empty_row_among_others_stays() -> None:
    assert cells("a,b\n,\n1,2\n") == [("a", "b"), ("", ""), ("1", "2")]


def test_a_quote_that_is_not_closed_is_told_where_it_opens() -> None:
    (fault,) = told('a,b\n1,"2\n3,4\n')
    assert fault.startswith('t.csv:2:1: error: the " that opens a cell here is not closed')


def test_words_behind_a_quote_are_told() -> None:
    (fault,) = told('a,b\n1,"2"3\n')
    assert fault.startswith("t.csv:2:1: error: words stand behind the quotation mark")


@pytest.mark.parametrize(
    ("sign", "name"), [("\t", "tabs"), (";", "semicolons"), ("，", "full-width")]
)
def test_another_sign_between_cells_is_told(sign: str, name: str) -> None:
    (fault,) = told(f"甲{sign}乙\n一{sign}二\n")
    assert name in fault


def test_one_column_of_words_with_commas_is_no_table_of_two() -> None:
    assert cells("名称，单位\n甲\n") == [("名称，单位",), ("甲",)]


def test_more_rows_than_a_table_may_have_stop_the_reader() -> None:
    (fault,) = told("1,2\n" * 1_000_000)
    assert f"beyond {MOST_ROWS} rows" in fault
    assert fault.startswith(f"t.csv:{MOST_ROWS + 1}:")


def test_more_columns_and_characters_are_told_with_their_numbers() -> None:
    (fault,) = told("a,b\n" + ",".join("1" * (MOST_COLUMNS + 2)) + "\n")
    assert f"row 2 has {MOST_COLUMNS + 2} cells" in fault
    (fault,) = told("a,b\n1," + "字" * (MOST_CELL + 1) + "\n")
    assert f"row 2, column 2: a cell of {MOST_CELL + 1} characters" in fault
    (fault,) = told("a,b\n1," + "字" * 200_000 + "\n")
    assert "131072" in fault
