"""Rows of a pipe table in Markdown."""

import pytest

from layout.diagnostics import StopError
from layout.spec.tables.piped import piped_rows


def told(text: str) -> str:
    with pytest.raises(StopError) as stop:
        piped_rows(text, "t.md")
    (found,) = stop.value.diagnostics
    return str(found)


def test_head_alignment_and_rows() -> None:
    read = piped_rows(
        "\n| 品种 | 价 | 量 | 注 |\n|:--|--:|:-:|---|\n| 米 | 5.2 | 3 | |\n\n", "t.md"
    )
    assert [row.cells for row in read.rows] == [("品种", "价", "量", "注"), ("米", "5.2", "3", "")]
    assert read.aligns == ("left", "right", "center", "")
    assert read.headed
    assert [row.place.line for row in read.rows] == [2, 4]


def test_bars_at_the_ends_may_be_left_out() -> None:
    read = piped_rows("a | b\n--|--\n1 | 2\n| 3 | 4\n", "t.md")
    assert [row.cells for row in read.rows] == [("a", "b"), ("1", "2"), ("3", "4")]


def test_a_backslash_makes_a_bar_a_sign_and_keeps_other_marks() -> None:
    read = piped_rows("| a | b |\n|--|--|\n| 1\\|2 | 3\\*4 |\n", "t.md")
    assert read.rows[1].cells == ("1|2", "3\\*4")


@pytest.mark.parametrize("mark", ["<br>", "<br/>", "<BR />"])
def test_a_line_ends_in_a_cell_at_br(mark: str) -> None:
    assert piped_rows(f"|a|b|\n|-|-|\n|上 {mark} 下|2|\n", "t.md").rows[1].cells == ("上\n下", "2")


def test_an_empty_head_is_none() -> None:
    read = piped_rows("| | |\n|--|--|\n| 1 | 2 |\n", "t.md")
    assert [row.cells for row in read.rows] == [("1", "2")]
    assert read.headed is False


def test_an_empty_file_has_no_rows() -> None:
    assert piped_rows("\n \n", "t.md").rows == ()


def test_what_is_no_table_is_told_with_its_line() -> None:
    table = "| a | b |\n|--|--|\n| 1 | 2 |\n"
    assert told("# 题\n\n" + table).startswith("t.md:1:1: error: “# 题” stands before the table")
    assert told(table + "说明\n").startswith("t.md:4:1: error: “说明” stands after the table")
    assert told(table + "\n" + table).startswith("t.md:4:1: error: an empty row in the middle")
    assert "full-width" in told("｜ a ｜ b ｜\n")
    assert told("| a | b |\n| 1 | 2 |\n").startswith("t.md:2:1: error: the row under the header")
    assert told("| a | b |\n").startswith("t.md:2:1: error: the row under the header")
    assert "3 marks of alignment under 2 columns" in told("| a | b |\n|--|--|--|\n")
