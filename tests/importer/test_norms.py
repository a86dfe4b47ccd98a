"""The grids that a first page is arranged on, by the norms of the trade."""

import pytest

from layout.importer.norms import BROADSHEET, NORMS


def test_the_type_area_is_as_wide_as_its_columns_and_gutters() -> None:
    """Eight columns of 13 characters and seven gutters of one; 9 pt to the character."""
    assert BROADSHEET.full_em == 8 * 13 + 7
    assert BROADSHEET.full_pt == 9 * 111
    tabloid = NORMS["tabloid"]
    assert tabloid.full_em == 6 * 11 + 5
    assert tabloid.full_pt == 9 * 71


def test_lines_are_spread_over_the_height_of_the_type_area() -> None:
    """120 lines in 490 mm, 86 in 350 mm."""
    assert BROADSHEET.pitch_pt * 120 == pytest.approx(490 * 72 / 25.4)
    assert NORMS["tabloid"].pitch_pt * NORMS["tabloid"].lines == pytest.approx(350 * 72 / 25.4)


def test_equal_columns_are_of_whole_characters() -> None:
    """111 less the gutters, shared out."""
    assert [BROADSHEET.measure(n) for n in (1, 2, 3, 4, 5)] == [111, 55, 36, 27, 21]
