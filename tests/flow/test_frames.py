"""Columns of whole characters, and how lines are shared among them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.flow.frames import column_edges, share
from layout.geometry import Rect


@pytest.mark.parametrize(
    ("width", "count", "gutter", "expected"),
    [
        (100, 1, 10, ((0, 100),)),
        (104, 1, 10, ((2, 100),)),  # a lone column stands in the middle
        (210, 2, 10, ((0, 100), (110, 100))),
        (217, 2, 10, ((0, 100), (117, 100))),  # what is left over widens the gutter
        (330, 3, 10, ((0, 100), (115, 100), (230, 100))),
        (41 * 9, 2, 9, ((0, 180), (189, 180))),  # 三破二: 3 × 13 + 2 字 make two columns of 20
        (69 * 9, 3, 9, ((0, 198), (211.5, 198), (423, 198))),  # 五破三: 22⅓, set as 22
    ],
)
def test_columns_by_heart(width, count, gutter, expected):
    size = 9 if gutter == 9 else 10
    assert column_edges(Rect(0, 0, width, 50), count, size, gutter, None) == expected


def test_a_stated_measure_is_kept():
    assert column_edges(Rect(5, 0, 250, 50), 2, 10, 10, 80.0) == ((5, 80.0), (175, 80.0))


def test_a_column_narrower_than_a_character_still_has_one():
    assert column_edges(Rect(0, 0, 6, 50), 1, 10, 10, None) == ((0, 10),)


@given(st.floats(60, 2000), st.integers(1, 8), st.floats(5, 40), st.floats(0, 30))
def test_columns_are_equal_and_inside(width, count, size, gutter):
    inner = Rect(3.0, 0.0, width, 50.0)
    edges = column_edges(inner, count, size, gutter, None)
    room = (width - (count - 1) * gutter) / count
    if room < size:
        return
    measures = {measure for _, measure in edges}
    assert len(measures) == 1
    (measure,) = measures
    assert measure / size == pytest.approx(round(measure / size))
    assert room - size < measure <= room + 1e-4
    assert edges[0][0] >= inner.x
    assert edges[-1][0] + measure <= inner.right + 1e-3
    for (a, _), (b, _) in pairwise(edges):
        assert b - a - measure >= gutter - 1e-3


@pytest.mark.parametrize(
    ("lines", "columns", "room", "level", "expected"),
    [
        (25, 3, 10, False, (10, 10, 5)),
        (25, 3, 10, True, (9, 8, 8)),
        (31, 3, 10, False, (10, 10, 10)),
        (31, 3, 10, True, (10, 10, 10)),
        (2, 3, 10, False, (2, 0, 0)),
        (2, 3, 10, True, (1, 1, 0)),
        (5, 2, 0, False, (0, 0)),
    ],
)
def test_share(lines, columns, room, level, expected):
    assert share(lines, columns, room, level=level) == expected


@given(st.integers(0, 200), st.integers(1, 8), st.integers(0, 60), st.booleans())
def test_no_line_is_lost_while_there_is_room(lines, columns, room, level):
    counts = share(lines, columns, room, level=level)
    assert sum(counts) == min(lines, columns * room)
    assert all(0 <= c <= room for c in counts)
    if level:
        assert max(counts) - min(counts) <= 1
