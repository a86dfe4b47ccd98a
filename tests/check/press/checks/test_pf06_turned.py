"""PF06: Rotate and UserUnit."""

from typing import Any

import pytest

from layout.check.press.checks import pf06_turned
from tests.check.press.checks.plainsheet import plain, told

CHECK = pf06_turned.CHECK


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("Rotate", 0, []),
        ("Rotate", 360, []),
        ("Rotate", 90, ["turned"]),
        ("UserUnit", 1, []),
        ("UserUnit", 2, ["unit"]),
    ],
)
def test_a_page_that_is_turned_or_scaled(key: str, value: int, found: list[str]):
    def breaks(_pdf: Any, page: Any) -> None:
        page[f"/{key}"] = value

    assert [sub for sub, _ in told(CHECK, plain(breaks=breaks))] == found


def test_what_is_inherited_counts():
    def breaks(pdf: Any, _page: Any) -> None:
        pdf.Root.Pages.Rotate = 270

    assert [sub for sub, _ in told(CHECK, plain(breaks=breaks))] == ["turned"]
