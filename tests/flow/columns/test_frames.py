"""Columns of whole characters, and how lines are shared among them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.display.items import Grid
from layout.flow.columns.frames import column_edges, share, story_edges
from layout.geometry import Rect
from tests.flow.conftest import columns


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


BROADSHEET = Grid(
    type_area=Rect(0, 0, 999, 1389), pitch=11.575, lines=120, baseline=9.2,
    columns=tuple((i * 126.0, i * 126.0 + 117.0) for i in range(8)),
)  # fmt: skip

# 破栏: what a textbook of editing gives for a broadsheet of 8 × 13字 with a gutter of 1字
# (三破二 20, 四破三 17⅔, 五破三 22⅓, 五破四 16½, 六破四 20, 八破五 21.4, 八破六 17⅔, 八破七 15).
BROKEN = [
    (3, 2, 20.0), (4, 3, 53 / 3), (5, 3, 67 / 3), (5, 4, 16.5), (6, 4, 20.0),
    (8, 5, 21.4), (8, 6, 106 / 6), (8, 7, 15.0),
]  # fmt: skip
ZI = 9.0


def long(columns: int) -> float:
    return (13 * columns + columns - 1) * ZI


def broken_up(basic: int, broken: int, policy: str) -> tuple[tuple[float, float], ...]:
    spec = columns(broken, policy=policy, gutter=ZI)
    return story_edges(Rect(0, 0, long(basic), 99), spec, ZI, BROADSHEET)


@pytest.mark.parametrize(("basic", "broken", "zi"), BROKEN)
def test_equal_fractions_are_the_textbooks(basic, broken, zi):
    edges = story_edges(
        Rect(0, 0, long(basic), 99), columns(broken, policy="equal", gutter=ZI), ZI, BROADSHEET
    )
    assert {round(m / ZI, 9) for _, m in edges} == {round(zi, 9)}
    gutters = {round(b[0] - a[0] - a[1], 9) for a, b in pairwise(edges)}
    assert gutters == {ZI}
    assert edges[-1][0] + edges[-1][1] == pytest.approx(long(basic))


@pytest.mark.parametrize(("basic", "broken", "zi"), BROKEN)
def test_whole_characters_give_the_rest_to_the_gutters(basic, broken, zi):
    edges = broken_up(basic, broken, "whole")
    assert {m / ZI for _, m in edges} == {int(zi + 1e-9)}
    assert edges[0][0] == 0
    assert edges[-1][0] + edges[-1][1] == pytest.approx(long(basic))
    assert all(b[0] - a[0] - a[1] >= ZI - 1e-9 for a, b in pairwise(edges))


@pytest.mark.parametrize(("basic", "broken", "zi"), BROKEN)
def test_unequal_columns_are_whole_and_the_first_are_the_wide_ones(basic, broken, zi):
    edges = story_edges(
        Rect(0, 0, long(basic), 99), columns(broken, policy="unequal", gutter=ZI), ZI, BROADSHEET
    )
    whole = [round(m / ZI, 9) for _, m in edges]
    assert all(m == int(m) for m in whole)
    assert whole == sorted(whole, reverse=True)
    assert whole[0] - whole[-1] <= 1
    assert sum(whole) == int(broken * zi + 1e-9)
    assert edges[-1][0] + edges[-1][1] == pytest.approx(long(basic))


def test_the_grids_own_columns_are_taken_as_they_are():
    inner = Rect(
        BROADSHEET.columns[1][0], 0, BROADSHEET.columns[3][1] - BROADSHEET.columns[1][0], 99
    )
    edges = story_edges(inner, columns(1, policy="grid"), ZI, BROADSHEET)
    assert edges == tuple((a, b - a) for a, b in BROADSHEET.columns[1:4])
    inset = inner.inset(10, 0, 4, 0)  # an inset takes whole characters of the outer columns
    first, middle, last = story_edges(inset, columns(1, policy="grid"), ZI, BROADSHEET)
    assert middle == edges[1]
    assert [first[1] / ZI, last[1] / ZI] == [11, 12]
    assert first[0] + first[1] == pytest.approx(edges[0][0] + edges[0][1])
    assert last[0] == edges[2][0]
