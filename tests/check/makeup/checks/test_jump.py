"""JUMP: reading from column to column, each broken page and its mended twin."""

import pytest

from layout.check.makeup.checks import jump, widow
from layout.check.makeup.subject import Subject
from layout.record import replace
from tests.check.pages import (
    column,
    frame,
    rect,
    story_block,
    subject,
    told_by,
    two_columns,
)

A, B = "一段的文字", "二段的文字"


def flow(*places: tuple[float, int, int]) -> Subject:
    """One story through frames at (x, first line, last line), a line of text in each."""
    items = []
    frames = []
    for order, (x, first, last) in enumerate(places, 1):
        items += column([(f"第{order}栏的文字", order, True)], x, first, "s")
        frames.append(frame("s", x, first, last, order=order))
    return subject(items, frames=frames, blocks=[story_block("s", rect(50, 1, 400, 40))])


@pytest.mark.parametrize(
    ("places", "fault"),
    [
        (((50, 1, 10), (260, 1, 10)), ""),
        (((50, 1, 10), (260, 5, 10), (50, 12, 20)), ""),
        (((50, 11, 20), (260, 1, 20)), ""),  # a step up to the right: an L
        (((260, 1, 10), (50, 1, 10)), "left"),
        (((50, 20, 30), (50, 1, 10)), "above"),
        (((50, 20, 30), (260, 1, 10)), "above"),
        (((60, 1, 10), (50, 5, 12)), "same-place"),
    ],
)
def test_reading_goes_to_the_right_and_then_down(
    places: tuple[tuple[float, int, int], ...], fault: str
) -> None:
    steps = {"node": "s", "column": 1, "to_column": 2}
    assert told_by(jump.CHECK, flow(*places)) == ([(f"JUMP.{fault}", steps)] if fault else [])


def test_a_story_does_not_jump_over_another() -> None:
    made = flow((50, 1, 10), (470, 1, 10))
    assert not told_by(jump.CHECK, made)
    other = frame("other", 260, 1, 10)
    broken = replace(made, page=replace(made.page, frames=(*made.page.frames, other)))
    assert told_by(jump.CHECK, broken) == [
        ("JUMP.over", {"node": "s", "column": 1, "to_column": 2, "other": "other"})
    ]


@pytest.mark.parametrize("first", [11, 12])
def test_nothing_is_jumped_over_where_two_columns_share_no_height(first: int) -> None:
    """The text goes on below: what stands beside both is not between them."""
    made = flow((50, 1, 10), (470, first, 20))
    other = frame("other", 260, 1, 20)
    assert not told_by(
        jump.CHECK, replace(made, page=replace(made.page, frames=(*made.page.frames, other)))
    )


def test_neighbours_have_nothing_between_them() -> None:
    """Columns a hair apart, or over one another: a frame that meets both is no column between."""
    made = flow((50, 1, 10), (240.5, 1, 10))
    other = frame("other", 100, 1, 10)
    assert not told_by(
        jump.CHECK, replace(made, page=replace(made.page, frames=(*made.page.frames, other)))
    )


def test_paragraphs_follow_one_another() -> None:
    broken = two_columns([(A, 2, True)], [(B, 1, True)])
    assert told_by(jump.CHECK, broken) == [
        ("JUMP.order", {"node": "s", "paragraph": 1, "behind": 2})
    ]
    assert not told_by(jump.CHECK, two_columns([(A, 1, True)], [(B, 2, True)]))


def test_a_story_that_is_set_twice_does_not_jump() -> None:
    again = [frame("s", 260, 1, 5, block="one"), frame("s", 50, 1, 5, block="two")]
    items = [*column([(A, 1, False), (B, 1, True)], 260, 1, "s")]
    items += column([(A, 1, False), (B, 1, True)], 50, 1, "s")
    assert not told_by(jump.CHECK, subject(items, frames=again))
    assert not told_by(widow.CHECK, subject(items, frames=again))
    going_on = [*items[:2], *column([(A, 2, True)], 50, 1, "s")]
    assert told_by(jump.CHECK, subject(going_on, frames=again))
