"""栏线 stop at what stands across two columns, and go on below it."""

import pytest

from layout.display.items import Box
from layout.flow.article.columnrules import rules_between
from layout.flow.columns.frames import ColumnFrame
from layout.flow.columns.slots import Obstacle
from tests.flow.conftest import ASCENT, GRID, SIZE, columns, story
from tests.typed import all_of

ROWS = tuple(GRID.baseline_of(n) for n in range(1, 21))
TOP, BOTTOM = GRID.top_of(1), GRID.top_of(21)
SPEC = story("文", columns=columns(3, rule="thin"))
FRAMES = [
    ColumnFrame(x=x, measure=90.0, top=TOP, bottom=BOTTOM, baselines=ROWS) for x in (20, 120, 220)
]


def box(x, first, right, last, standoff=10.0):
    """Lines `first` to `last` of the grid."""
    top, foot = GRID.top_of(first), GRID.top_of(last + 1)
    return Obstacle(points=((x, top), (right, top), (right, foot), (x, foot)), standoff=standoff)


def drawn(*obstacles, ends=None, frames=FRAMES):
    rules = rules_between(SPEC, frames, obstacles, ends or [ROWS[-1]] * len(frames))
    return [(r.rect.x + r.rect.width / 2, r.rect.y, r.rect.bottom) for r in all_of(Box, rules)]


def head(n):
    return pytest.approx(GRID.baseline_of(n) - ASCENT * SIZE)


def foot(n):
    return pytest.approx(GRID.baseline_of(n))


def test_a_rule_goes_from_the_top_of_the_text_to_its_foot():
    assert drawn() == [(115, TOP, foot(20)), (215, TOP, foot(20))]


def test_it_stops_at_what_stands_across_both_columns_and_goes_on_below():
    """Lines 5 to 8 and a standoff of 10 pt: lines 4 and 9 stand too near."""
    assert drawn(box(20, 5, 200, 8)) == [
        (115, TOP, foot(3)), (115, head(10), foot(20)), (215, TOP, foot(20)),
    ]  # fmt: skip


def test_two_things_leave_three_pieces_and_one_at_the_head_or_foot_none_there():
    parts = drawn(box(20, 1, 310, 3, 0), box(20, 8, 310, 9, 0), box(20, 15, 310, 25, 0))
    assert parts[:2] == [(115, head(4), foot(7)), (115, head(10), foot(14))]
    assert len(parts) == 4


def test_what_stands_in_one_column_does_not_stop_it_unless_it_reaches_the_gutter():
    assert len(drawn(box(20, 5, 105, 8, 0))) == 2
    assert len(drawn(box(20, 5, 116, 8, 0))) == 3
    assert len(drawn(box(20, 5, 110, 8, 10.0))) == 2  # its white alone does not


def test_a_polygon_stops_it_only_where_it_is():
    wedge = Obstacle(points=((20, TOP), (220, GRID.top_of(11)), (20, GRID.top_of(21))), standoff=0)
    (above, below) = [p for p in drawn(wedge) if p[0] == 115]
    assert above[2] < GRID.top_of(7) < GRID.top_of(15) < below[1]


def test_a_rule_ends_with_the_shorter_place():
    """An L: the second column goes on below the first."""
    short = ColumnFrame(x=20, measure=90.0, top=TOP, bottom=GRID.top_of(9), baselines=ROWS[:8])
    assert drawn(frames=[short, FRAMES[1]]) == [(115, TOP, pytest.approx(GRID.top_of(9)))]


def test_nothing_is_drawn_from_one_place_to_the_next():
    assert drawn(frames=[FRAMES[1], FRAMES[0]]) == []


def test_below_what_stands_across_a_rule_goes_on_only_beside_text():
    across = box(20, 8, 310, 10, 0)
    short, long = ROWS[6], ROWS[15]
    assert [p[0] for p in drawn(across, ends=[short, short, long])] == [115, 215, 215]
    assert [p[0] for p in drawn(across, ends=[long, short, short])] == [115, 115, 215]
    assert drawn(ends=[short, short, long])[0] == (115, TOP, foot(16))  # to the foot of them all
