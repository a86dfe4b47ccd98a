"""WIDOW: a paragraph parted between columns, each broken page and its mended twin."""

from layout.check.makeup.checks import widow
from layout.record import replace
from tests.check.pages import (
    column,
    frame,
    story,
    subject,
    told_by,
    two_columns,
)

A, B = "一段的文字", "二段的文字"


def test_the_last_line_of_a_paragraph_is_not_alone_at_a_head() -> None:
    broken = two_columns([(A, 1, False), (A, 1, False)], [(A, 1, True), (B, 2, True)])
    assert told_by(widow.CHECK, broken) == [
        ("WIDOW.ends", {"text": "一段的文字", "lines": 1, "least_lines": 2})
    ]
    mended = two_columns([(A, 1, False), (A, 1, False)], [(A, 1, False), (A, 1, True)])
    assert not told_by(widow.CHECK, mended)
    strict = replace(mended, rules=two_columns([], [], checks="{WIDOW: {head: 3}}").rules)
    assert told_by(widow.CHECK, strict)


def test_the_first_line_of_a_paragraph_is_not_alone_at_a_foot() -> None:
    broken = two_columns([(A, 1, True), (B, 2, False)], [(B, 2, False), (B, 2, True)])
    assert told_by(widow.CHECK, broken) == [
        ("WIDOW.begins", {"text": "二段的文字", "lines": 1, "least_lines": 2})
    ]
    mended = two_columns(
        [(A, 1, True), (B, 2, False), (B, 2, False)], [(B, 2, False), (B, 2, True)]
    )
    assert not told_by(widow.CHECK, mended)


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
    assert not told_by(widow.CHECK, made)


def test_a_paragraph_that_ends_with_its_column_is_whole() -> None:
    assert not told_by(widow.CHECK, two_columns([(A, 1, False), (A, 1, True)], [(B, 2, True)]))
