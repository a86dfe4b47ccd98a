"""RUNT: last lines that are too short."""

import pytest

from layout.check.makeup.checks import runt
from tests.check.pages import (
    set_lines,
    told_by,
)


@pytest.mark.parametrize(
    ("last", "count"),
    [
        ("字。", 1),
        ("。”", 0),
        ("二字", None),
        ("5", 1),
        ("25", None),
        ("A", 1),
        ("字——", 1),
        ("IT", None),
    ],
)
def test_a_last_line_of_one_character_is_a_runt(last: str, count: int | None) -> None:
    got = told_by(runt.CHECK, set_lines("一段文字有许多字", last))
    want = ("RUNT.last-line", {"text": last, "characters": count, "least": 2})
    assert got == ([] if count is None else [want])


def test_a_paragraph_of_one_character_is_no_runt() -> None:
    assert not told_by(runt.CHECK, set_lines("字。"))


def test_how_short_a_last_line_may_be_is_a_setting() -> None:
    assert told_by(runt.CHECK, set_lines("一段文字", "二字。", checks="{RUNT: {least: 3}}"))
