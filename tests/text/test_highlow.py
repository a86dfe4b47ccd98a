"""High and low characters as marks."""

from unicodedata import normalize

import pytest

from layout.text.highlow import _HIGH, _LOW, as_marks


@pytest.mark.parametrize(
    ("text", "marked"),
    [("CO₂", "CO~2~"), ("H₂SO₄", "H~2~SO~4~"), ("10⁻³", "10^-3^"), ("m²", "m^2^"), ("字", "字")],
)
def test_characters_become_marks(text: str, marked: str) -> None:
    assert as_marks(text) == marked


def test_each_stands_for_what_unicode_says() -> None:
    for char, plain in (_HIGH | _LOW).items():
        assert normalize("NFKC", char).replace("\u2212", "-") == plain
