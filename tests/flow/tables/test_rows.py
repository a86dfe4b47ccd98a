"""Heights of rows, and how many have room."""

from hypothesis import given
from hypothesis import strategies as st

from layout.flow.tables.rows import CellDepth, row_depths, row_tops, rows_in


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    assert row_depths(3, [CellDepth(0, 1, 1), CellDepth(0, 1, 3), CellDepth(2, 1, 2)]) == [3, 1, 2]


def test_what_a_cell_over_rows_lacks_is_given_to_the_last_of_them() -> None:
    assert row_depths(3, [CellDepth(0, 2, 5), CellDepth(0, 1, 2)]) == [2, 3, 1]
    assert row_depths(3, [CellDepth(0, 3, 6), CellDepth(0, 2, 5)]) == [1, 4, 1]
    assert row_depths(2, [CellDepth(0, 2, 2)]) == [1, 1]


def test_rows_begin_one_under_the_other() -> None:
    assert row_tops([1, 3, 2], 12.0, 3.0) == [0, 15, 54, 81]


def test_rows_without_room_are_left_off_and_no_cell_is_cut() -> None:
    tops = [0.0, 10.0, 20.0, 30.0, 40.0]
    assert rows_in(tops, 40.0, []) == 4
    assert rows_in(tops, 39.9, []) == 3
    assert rows_in(tops, 35.0, [CellDepth(2, 2, 2)]) == 2
    assert rows_in(tops, 35.0, [CellDepth(2, 2, 2), CellDepth(1, 2, 2)]) == 1
    assert rows_in(tops, 5.0, []) == 0


SPREADS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 3), st.integers(1, 6)).filter(
        lambda s: s[0] + s[1] <= 4
    ),
    max_size=6,
)


@given(SPREADS)
def test_every_cell_has_the_lines_it_takes(given: list[tuple[int, int, int]]) -> None:
    cells = [CellDepth(*one) for one in given]
    depths = row_depths(4, cells)
    assert all(sum(depths[c.row : c.row + c.rows]) >= c.depth for c in cells)
    assert all(depth >= 1 for depth in depths)


@given(SPREADS, st.integers(0, 45))
def test_the_most_whole_rows_stay(given: list[tuple[int, int, int]], room: int) -> None:
    cells = [CellDepth(*one) for one in given]
    tops = [0.0, 10.0, 20.0, 30.0, 40.0]
    possible = [
        n for n in range(5)
        if tops[n] <= room and not any(c.row < n < c.row + c.rows for c in cells)
    ]  # fmt: skip
    assert rows_in(tops, room, cells) == max(possible)
