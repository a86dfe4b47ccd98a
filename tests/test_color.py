"""Inks in per cent, spots and their tints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.color import BLACK, WHITE, Color, parse_color

GOLD = Color(m=20, y=60, k=20, spot="PANTONE 871 C")
PER_CENT = st.integers(0, 1000).map(lambda v: v / 10)


def test_what_is_laid_is_called_by_its_plate() -> None:
    assert Color(c=10, k=100).inks == {"Cyan": 10, "Black": 100}
    assert GOLD.tinted(30).inks == {"PANTONE 871 C": 30}
    assert WHITE.inks == {}


def test_a_spot_lays_its_tint_and_looks_like_its_alternate() -> None:
    assert (GOLD.total, GOLD.tinted(25).total) == (100, 25)
    assert GOLD.tinted(50).luminance == Color(m=10, y=30, k=10).luminance
    assert BLACK.tinted(30) == Color(k=30)


@given(
    st.tuples(PER_CENT, PER_CENT, PER_CENT, PER_CENT),
    st.integers(1, 1000).map(lambda v: v / 10),
)
def test_every_tint_of_a_spot_leads_back_to_it(
    inks: tuple[float, float, float, float], percent: float
) -> None:
    spot = Color(*inks, spot="金")
    assert spot.tinted(percent).solid == spot


@pytest.mark.parametrize(
    ("color", "words"),
    [
        (GOLD, "PANTONE 871 C"), (GOLD.tinted(12.5), "PANTONE 871 C 12.5%"),
        (Color(m=100, y=90.5), "M100 Y90.5"), (WHITE, "K0"),
    ],
)  # fmt: skip
def test_a_colour_is_told_by_its_inks(color: Color, words: str) -> None:
    assert str(color) == words
    assert color.spot or parse_color(words) == color
