"""A table's file: cells joined, ragged rows, encodings."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import StopError
from layout.spec.tables.rows import MOST_RAGGED
from layout.spec.tables.table import ABOVE, LEFT, Table, parse_table


def table(text: str, file: str = "t.csv") -> Table:
    return parse_table(text.encode(), file)


def spans(text: str) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.row, c.column, c.rows, c.columns) for c in table(text).cells]


def told(data: bytes, file: str = "t.csv") -> list[str]:
    with pytest.raises(StopError) as stop:
        parse_table(data, file)
    return [str(d) for d in stop.value.diagnostics]


def test_cells_are_joined_to_the_left_and_above() -> None:
    assert spans("届次,成绩,<<\n^^,男,女\n一,3,4\n") == [
        ("届次", 0, 0, 2, 1), ("成绩", 0, 1, 1, 2), ("男", 1, 1, 1, 1), ("女", 1, 2, 1, 1),
        ("一", 2, 0, 1, 1), ("3", 2, 1, 1, 1), ("4", 2, 2, 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("corner", ["^^", "<<"])
def test_a_square_of_four_is_one_cell(corner: str) -> None:
    assert spans(f"甲,<<,乙\n^^,{corner},丙\n")[0] == ("甲", 0, 0, 2, 2)


def test_a_join_that_has_nothing_to_join_is_told() -> None:
    assert told(b"<<,a\n1,2\n") == [
        "t.csv:1:1: error: row 1, column 1: << joins a cell to the one at its left, and there is "
        "none [TABLE-SPAN]"
    ]
    assert "row 1, column 2: ^^ joins" in told(b"a,^^\n1,2\n")[0]


def test_cells_that_make_no_rectangle_are_told() -> None:
    (fault,) = told("甲,<<\n^^,2\n".encode())
    assert "the 3 cells joined to “甲” make no rectangle of 2 × 2" in fault
    (fault,) = told("1,甲\n^^,^^\n<<,3\n".encode())[:1]
    assert "TABLE-SPAN" in fault


@pytest.mark.parametrize(("slip", "sign"), [("<", "<<"), ("^", "^^"), ("《《", "<<")])
def test_what_may_be_a_mistyped_join_is_told(slip: str, sign: str) -> None:
    (remark,) = table(f"a,b\n1,{slip}\n").remarks
    assert (remark.severity, remark.said["sign"]) == ("warning", sign)


def test_ragged_rows_are_told_with_their_cells() -> None:
    assert told(b"a,b,c\n1,2\n1,2,3\n1,2,3,4\n") == [
        "t.csv:2:1: error: row 2 of the table has 2 cells, the first row 3 (an empty cell is "
        "written too; `<<` joins one to its left) [TABLE-RAGGED]",
        "t.csv:4:1: error: row 4 of the table has 4 cells, the first row 3 (an empty cell is "
        "written too; `<<` joins one to its left) [TABLE-RAGGED]",
    ]


def test_many_ragged_rows_are_counted() -> None:
    found = told(b"a,b\n" + b"1\n" * 30)
    assert len(found) == MOST_RAGGED + 1
    assert "20 more rows" in found[-1]


@pytest.mark.parametrize("data", [b"", b"\n\n", b",,\n,,\n", b"\xef\xbb\xbf"])
def test_an_empty_table_is_told(data: bytes) -> None:
    assert told(data) == ["t.csv:1:1: error: the table has no words [TABLE-EMPTY]"]


def test_encodings_are_told_as_those_of_other_texts() -> None:
    assert parse_table("\ufeff甲,乙\n1,2\n".encode(), "t.csv").cells[0].text == "甲"
    assert "GB" in told("名次,姓名\n一,李\n".encode("gb18030"))[0]
    assert "UTF-16" in told("甲,乙\n".encode("utf-16"))[0]
    assert "U+202E" in told("甲,\u202e乙\n".encode())[0]


def test_other_files_are_told_by_their_names() -> None:
    assert "TABLE-FILE" in told(b"a,b\n", "t.txt")[0]
    assert "CSV (UTF-8)" in told(b"PK\x03\x04", "成绩.xlsx")[0]
    assert "an Excel file" in told(b"PK\x03\x04 xl/", "成绩.csv")[0]


def test_markdown_and_tabs_are_read_by_the_end_of_the_name() -> None:
    assert table("| a | b |\n|--|--:|\n| 1 | 2 |\n", "T.MD").aligns == ("", "right")
    assert table("a\tb\n1\t2\n", "t.tsv").columns == 2


def oracle(grid: list[list[str]]) -> set[tuple[int, int, int, int]] | None:
    """The rectangles that cells make, each place followed to its owner by hand; None where a join
    has no cell or a cell no rectangle."""
    own: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for r, c in product(range(len(grid)), range(len(grid[0]))):
        y, x = r, c
        while grid[y][x] in (LEFT, ABOVE):
            y, x = (y, x - 1) if grid[y][x] == LEFT else (y - 1, x)
            if y < 0 or x < 0:
                return None
        own.setdefault((y, x), set()).add((r, c))
    out = set()
    for (y, x), held in own.items():
        rows, columns = {r for r, _ in held}, {c for _, c in held}
        whole = set(product(range(y, max(rows) + 1), range(x, max(columns) + 1)))
        if held != whole:
            return None
        out.add((y, x, len(rows), len(columns)))
    return out


@given(
    st.integers(1, 4).flatmap(
        lambda wide: st.lists(
            st.lists(st.sampled_from(["字", "字", LEFT, ABOVE]), min_size=wide, max_size=wide),
            min_size=1, max_size=4,
        )
    )
)  # fmt: skip
def test_joined_cells_are_those_of_the_oracle(grid: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in grid) + "\n"
    expected = oracle(grid)
    if expected is None:
        assert all("TABLE-SPAN" in fault for fault in told(text.encode()))
    else:
        made = table(text).cells
        assert {(c.row, c.column, c.rows, c.columns) for c in made} == expected
