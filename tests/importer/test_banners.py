"""Which heading without text heads the page, and which are its series title."""

import pytest

from layout.importer.banners import FoundBanner, assign

Found = tuple[int, bool]
"""The level of a heading, and whether it stands before all text."""


@pytest.mark.parametrize(
    ("found", "roles"),
    [
        ([], []),
        ([(2, True)], ["main"]),
        ([(2, True), (1, True)], ["series", "main"]),  # the largest of those before the text
        ([(1, True), (1, True)], ["main", "series"]),
        ([(1, True), (2, True), (3, True)], ["main", "series", "series-sub"]),
        # One among the stories is the page's, whatever its size; those before it are the series.
        ([(1, True), (2, True), (3, False)], ["series", "series-sub", "main"]),
        ([(3, False), (2, False)], ["series-sub", "main"]),
        ([(2, False), (2, False)], ["main", "series-sub"]),
    ],
)
def test_roles(found: list[Found], roles: list[str]) -> None:
    headings = [FoundBanner(str(n), level, front) for n, (level, front) in enumerate(found)]
    banners = assign(headings)
    assert [b.role for b in banners] == roles
    assert [b.text for b in banners] == [h.text for h in headings]
