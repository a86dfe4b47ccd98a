"""WIDOW: a paragraph parted between columns, each broken page and its mended twin."""

from layout.check.makeup.checks import widow
from layout.record import replace
from tests.check.pages import (
    column,
    frame,
    messages,
    story,
    subject,
    two_columns,
)

A, B = "一段的文字", "二段的文字"


def test_the_last_line_of_a_paragraph_is_not_alone_at_a_head() -> None:
    broken = two_columns([(A, 1, False), (A, 1, False)], [(A, 1, True), (B, 2, True)])
    assert messages(widow.CHECK, broken) == [
        "a paragraph ends with 1 line at the head of a column (at least 2): “一段的文字”"
    ]
    mended = two_columns([(A, 1, False), (A, 1, False)], [(A, 1, False), (A, 1, True)])
    assert not messages(widow.CHECK, mended)
    strict = replace(mended, rules=two_columns([], [], checks="{WIDOW: {head: 3}}").rules)
    assert messages(widow.CHECK, strict)


def test_the_first_line_of_a_paragraph_is_not_alone_at_a_foot() -> None:
    broken = two_columns([(A, 1, True), (B, 2, False)], [(B, 2, False), (B, 2, True)])
    assert messages(widow.CHECK, broken) == [
        "a paragraph begins with 1 line at the foot of a column (at least 2): “二段的文字”"
    ]
    mended = two_columns(
        [(A, 1, True), (B, 2, False), (B, 2, False)], [(B, 2, False), (B, 2, True)]
    )
    assert not messages(widow.CHECK, mended)


def test_a_paragraph_that_fills_a_whole_column_begins_elsewhere() -> None:
    text = A * 6
    facts = story(text)
    frames = [frame("s", x, 1, 2, order=k) for k, x in enumerate((50, 260, 470), 1)]
    items = [
        *column([(A, 1, False), (A, 1, False)], 50, 1, "s"),
        *column([(A, 1, False)], 260, 1, "s"),
        *column([(A, 1, False), (A, 1, False), (A, 1, True)], 470, 1, "s"),
    ]
    made = subject(items, frames=frames, stories=(facts,))
    assert not messages(widow.CHECK, made)


def test_a_paragraph_that_ends_with_its_column_is_whole() -> None:
    assert not messages(widow.CHECK, two_columns([(A, 1, False), (A, 1, True)], [(B, 2, True)]))
