"""Whole lines of the grid for a 小标题 off it, and the first place that holds it."""

import pytest

from layout.flow.article.headroom import HeadRoom, head_room, high, seat
from layout.flow.columns.slots import Slot
from layout.spec.resolve.defaults import RuleStyle
from layout.spec.resolve.resolved import RSubhead
from tests.flow.conftest import PITCH, SIZE, story

HAIR = RuleStyle(lines=((0.0, 0.5),))
BAR = RuleStyle(lines=((0.0, 2.0),))


def heading(**more: object) -> RSubhead:
    settings: dict[str, object] = {
        "above": HAIR, "below": HAIR, "bar": BAR, "length": 30.0, "end": "left", "leading": 15.0,
        "lines": None, "pitch": PITCH,
    }  # fmt: skip
    return RSubhead(**(settings | more))  # type: ignore[arg-type]


def test_its_height_is_that_of_rows_rules_and_the_white_between() -> None:
    assert high(heading(), 2, 12.0) == pytest.approx(0.5 + 4.8 + 15 + 12 + 4.8 + 2.0)
    assert high(heading(above="none", bar="none"), 1, 12.0) == pytest.approx(12 + 4.8 + 0.5)
    plain = heading(above="none", below="none", bar="none")
    assert high(plain, 3, 12.0) == pytest.approx(30 + 12)


@pytest.mark.parametrize("rows", range(1, 7))
@pytest.mark.parametrize("size", [9.0, 11.0, 12.0, 14.0])
def test_it_has_its_height_and_white_about_it_and_no_line_more(rows: int, size: float) -> None:
    made = heading()
    room = head_room(story("字", heading=made), rows, size)
    lines = room.white + room.whole
    own = high(made, rows, size)
    free = (lines + 1) * PITCH - SIZE - own
    assert 0.7 * PITCH - 1e-6 <= free < 1.7 * PITCH
    assert room.whole * PITCH - own >= 0.3 * PITCH - 1e-6  # at a column's head
    assert room.rows == rows
    assert 0 <= room.over - room.under <= 1


def test_stated_lines_are_what_it_takes() -> None:
    room = head_room(story("字", heading=heading(lines=8)), 2, 12.0)
    assert room.white + room.whole == 8
    few = head_room(story("字", heading=heading(lines=1)), 2, 12.0)
    assert few.white + few.whole == 2  # no fewer than its rows


def column(lines: int, x: float = 0.0, gap_at: int = 99, first: int = 0) -> list[Slot]:
    """Slots on lines of the grid, with something of three lines before the line `gap_at`."""
    return [
        Slot(x, (k + first + (3 if k >= gap_at else 0)) * PITCH, 100.0) for k in range(lines)
    ]  # fmt: skip


ROOM = HeadRoom(white=1, over=1, rows=2, under=1)


@pytest.mark.parametrize(
    ("slots", "at", "heads", "rows", "after"),
    [
        (column(12), 3, {0}, [5, 6], 8),  # a white line, one over it, its rows, one under
        (column(12), 0, {0}, [1, 2], 4),  # no white at a column's head
        (column(8) + column(8, 200), 3, {0, 8}, [9, 10], 12),  # five lines are too few
        (column(9) + column(8, 200), 3, {0, 9}, [5, 6], 8),  # six: one of text under it
        (column(12, gap_at=6), 3, {0}, [8, 9], 11),  # under what stands in the column
    ],
)
def test_it_stands_in_the_first_place_with_room(
    slots: list[Slot], at: int, heads: set[int], rows: list[int], after: int
) -> None:
    assert seat(lambda _: ROOM, slots, at, heads) == (rows, 100.0, after)


def test_where_no_column_has_room_it_is_left_over() -> None:
    rows, _, after = seat(lambda _: ROOM, column(3), 1, {0})
    assert (rows, after) == ([], 3)
