"""PF07: a page with nothing to see."""

from typing import Any

import pytest

from layout.check.press.checks import pf07_empty
from tests.check.press.checks.plainsheet import plain, told

CHECK = pf07_empty.CHECK


@pytest.mark.parametrize(
    ("content", "empty"),
    [
        ("", True),
        ("q Q", True),
        ("0 0 0 0 k 50 50 50 50 re f", True),
        ("1 1 1 rg 50 50 50 50 re f", True),
        ("2 2 10 10 re f", True),
        ("q 30 30 5 5 re W n 100 100 5 5 re f Q", True),
        ("100 100 5 5 re n", True),
        ("100 100 5 5 re f", False),
        ("100 100 m 150 100 l S", False),
        ("0 0 0 0 k 50 50 50 50 re f 1 g 0 G 60 60 5 5 re B", False),
    ],
)
def test_a_page(content: str, empty: bool):
    def breaks(pdf: Any, page: Any) -> None:
        page.Contents = pdf.make_stream(content.encode())

    assert told(CHECK, plain(breaks=breaks)) == ([("empty", "error")] if empty else [])
