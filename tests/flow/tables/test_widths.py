"""The widths of a table's columns, against all ways to divide a small room."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.flow.tables.widths import (
    Candidate,
    CellNeed,
    ColumnAsk,
    column_widths,
    shallowest,
)

AUTO = ColumnAsk()


def pieces(*widths: int) -> list[tuple[float, float]]:
    """Pieces one behind another."""
    out: list[tuple[float, float]] = []
    at = 0
    for width in widths:
        out.append((float(at), float(at + width)))
        at += width
    return out


def cell(row: int, column: int, *widths: int, columns: int = 1, rows: int = 1) -> CellNeed:
    return CellNeed(row, column, [pieces(*widths)], rows=rows, columns=columns)


def depth(cells: list[CellNeed], widths: tuple[float, ...]) -> int:
    """Lines of a table, row by row."""
    rows: dict[int, int] = {}
    for one in cells:
        rows[one.row] = max(rows.get(one.row, 1), one.depth(widths[one.column]))
    return sum(rows.values())


def test_a_cell_fills_line_after_line() -> None:
    one = cell(0, 0, 2, 3, 1, 4)
    assert (one.natural, one.least) == (10, 4)
    assert [one.depth(w) for w in (4, 5, 6, 9, 10)] == [3, 2, 2, 2, 1]
    two = CellNeed(0, 0, [pieces(2, 2), pieces(3)], step=2)
    assert (two.natural, two.depth(4), two.depth(3)) == (4, 4, 6)
    assert CellNeed(0, 0, [[]]).depth(5) == 1


def test_columns_with_room_share_what_is_left_alike() -> None:
    cells = [cell(0, 0, 2), cell(0, 1, 4), cell(1, 1, 6)]
    assert column_widths([AUTO, AUTO], cells, 20, 1) == [8, 12]


def test_a_stated_width_stays_and_shares_divide_the_rest() -> None:
    cells = [cell(0, 0, 2), cell(0, 1, 4), cell(0, 2, 1), cell(0, 3, 1)]
    asks = [ColumnAsk(width=5), AUTO, ColumnAsk(share=1), ColumnAsk(share=3)]
    assert column_widths(asks, cells, 21, 1) == [5, 4, 3, 9]
    assert column_widths([ColumnAsk(width=5)] * 4, cells, 40, 1) == [5] * 4


def test_columns_that_have_room_keep_their_words_on_one_line() -> None:
    """Also in a row that a narrow column makes two lines deep anyway: the rest of the room is
    for the column that asks for a share of it."""
    asks = [ColumnAsk(width=5), AUTO, ColumnAsk(share=1)]
    cells = [cell(0, 0, 4, 4), cell(0, 1, 3, 3), cell(0, 2, 2)]
    assert column_widths(asks, cells, 30, 1) == [5, 6, 19]


def test_a_share_is_not_less_than_its_widest_piece() -> None:
    asks = [ColumnAsk(share=1), ColumnAsk(share=1)]
    assert column_widths(asks, [cell(0, 0, 7), cell(0, 1, 1, 1)], 10, 0) == [7, 3]


def test_a_cell_over_columns_widens_them_where_there_is_room() -> None:
    cells = [cell(0, 0, 12, columns=2), cell(1, 0, 2), cell(1, 1, 2), cell(1, 2, 3)]
    assert column_widths([AUTO] * 3, cells, 14, 2) == pytest.approx([5, 5, 4], abs=1.01)
    wide = column_widths([AUTO] * 3, cells, 13, 2)
    assert wide[0] + wide[1] + 2 >= 12


def test_words_that_cannot_be_parted_may_need_more_than_the_room() -> None:
    assert sum(column_widths([AUTO, AUTO], [cell(0, 0, 8), cell(0, 1, 5)], 10, 0)) == 13


def test_a_row_that_is_deep_anyway_gives_its_columns_no_room() -> None:
    # The stated column makes row 0 three lines deep: the other one needs no width for it.
    asks = [ColumnAsk(width=2), AUTO, AUTO]
    cells = [
        cell(0, 0, 2, 2, 2), cell(0, 1, *[1] * 6), cell(0, 2, 1),
        cell(1, 0, 1), cell(1, 1, 1), cell(1, 2, *[1] * 6),
    ]  # fmt: skip
    widths = column_widths(asks, cells, 11, 0)
    assert widths[0] == 2
    assert widths[2] >= 6


CELLS = st.integers(1, 3).flatmap(
    lambda columns: st.lists(
        st.tuples(*[st.lists(st.integers(1, 3), min_size=1, max_size=5)] * columns),
        min_size=1, max_size=4,
    )
)  # fmt: skip


@given(CELLS, st.integers(3, 16))
def test_no_way_to_divide_the_room_has_fewer_lines(
    rows: list[tuple[list[int], ...]], room: int
) -> None:
    cells = [cell(r, c, *one) for r, row in enumerate(rows) for c, one in enumerate(row)]
    count = len(rows[0])
    least = [max(one.least for one in cells if one.column == c) for c in range(count)]
    found = column_widths([AUTO] * count, cells, room, 0)
    assert all(a >= b - 1e-9 for a, b in zip(found, least, strict=True))
    if sum(least) > room:
        assert found == least
        return
    assert sum(found) == pytest.approx(room)
    ways = product(*[range(int(w), room + 1) for w in least])
    best = min(depth(cells, way) for way in ways if sum(way) <= room)
    assert depth(cells, tuple(found)) == best


@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(1, 4), st.tuples(st.integers(0, 2), st.integers(0, 2))),
            min_size=1, max_size=3,
        ),
        min_size=1, max_size=4,
    ),
    st.integers(4, 20),
)  # fmt: skip
def test_the_shallowest_of_all_combinations(
    steps: list[list[tuple[int, tuple[int, int]]]], room: int
) -> None:
    """Candidates that grow in width and fall in depth, as those of columns do."""
    columns = []
    for column in steps:
        width, deep, made = 0, (9, 9), []
        for wider, less in column:
            width += wider
            deep = (deep[0] - less[0], deep[1] - less[1])
            made.append(Candidate(float(width), deep))
        columns.append(made)
    found = shallowest(columns, room)
    ways = [
        way for way in product(*[range(len(c)) for c in columns])
        if sum(c[k].width for c, k in zip(columns, way, strict=True)) <= room
    ]  # fmt: skip
    if not ways:
        assert found == [0] * len(columns)
        return

    def rank(way: tuple[int, ...]) -> tuple[int, float]:
        picked = [c[k] for c, k in zip(columns, way, strict=True)]
        return sum(map(max, *[p.depths for p in picked])) if len(picked) > 1 else sum(
            picked[0].depths
        ), sum(p.width for p in picked)

    assert rank(tuple(found)) == min(map(rank, ways))


def test_of_too_many_ways_one_is_taken_that_is_no_deeper_than_plain_shares() -> None:
    rows = [[[1] * (20 + (7 * r + 13 * c) % 40) for c in range(8)] for r in range(60)]
    cells = [cell(r, c, *one) for r, row in enumerate(rows) for c, one in enumerate(row)]
    room = 72
    found = column_widths([AUTO] * 8, cells, room, 0)
    assert sum(found) == pytest.approx(room)
    assert depth(cells, tuple(found)) <= depth(cells, (room / 8,) * 8)


def test_many_long_cells_stay_within_the_limits() -> None:
    cells = [cell(r, c, *[1] * (150 + 7 * r + c)) for r in range(40) for c in range(8)]
    found = column_widths([AUTO] * 8, cells, 300, 0)
    assert sum(found) == pytest.approx(300)
    assert depth(cells, tuple(found)) <= depth(cells, (300 / 8,) * 8)
