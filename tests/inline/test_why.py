"""What is said to have kept a loose line from taking in what follows it."""

import pytest

from layout.inline.breaks import legal_breaks
from layout.inline.why import why_loose
from layout.text.scripts import HANS
from layout.words.said import Said

MARKED = "好，好，好，好，好，"


@pytest.mark.parametrize("before", ["", MARKED, "文字文字文字"])
@pytest.mark.parametrize(
    ("line", "after", "key"),
    [
        ("中文中文中文中文", "abcdef是", "part.why-word"),
        ("中文中文中文中文中文", "——是", "part.why-mark"),
        ("中文中文中文中文中文", "是中文", "part.why-stiff"),
        ("中文中文中文", "是", "part.why-looser"),
        ("中，中，中，中，中，中", "是中文中文中文中文", "part.why-looser"),
    ],
)
def test_what_does_not_fit_is_told_apart_from_what_would_only_be_looser(
    items, before: str, line: str, after: str, key: str
) -> None:
    """A line of ten em, at the head of a paragraph and below other lines: what those could give by
    squeezing their marks is of no use to it."""
    found = items(before + line + after)
    first = len(before)
    breaks = legal_breaks(found, HANS, hanging=False)
    last = first + len(line) - 1
    why = why_loose(found, breaks, first, last, measure=10_000, bonded=frozenset())
    assert isinstance(why, Said)
    assert why.key == key
