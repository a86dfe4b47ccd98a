"""Names of spots."""

import pytest

from layout.check.press.spots import likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PANTONE 185 C", "Pantone 185 c"),
        ("PANTONE 185 C", "PANTONE 185 CV"),
        ("PANTONE 185 C", "PANTONE 185 CVC"),
        ("PANTONE 185 C", "PANTONE 185 U"),
        ("PANTONE 185 C", "PANTONE185C"),
        ("PANTONE 185 C", "PANTONE 185"),
        ("PANTONE Reflex Blue C", "PANTONE Reflex Blue CVC"),
        ("HKS 43 K", "HKS 43 N"),
        ("Gold", "gold"),
        ("Gold", " Gold"),
        ("Spot_1", "Spot 1"),
        ("black", "Black"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert likeness(one) == likeness(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PANTONE 185 C", "PANTONE 186 C"),
        ("PANTONE 185 C", "PANTONE 1850 C"),
        ("PANTONE Black C", "PANTONE Black 2 C"),
        ("HKS 43 K", "HKS 44 K"),
        ("Gold", "Golden"),
        ("Spot 1", "Spot 2"),
        ("Logo C", "Logo M"),  # a letter behind a name of one's own may mean anything
        ("金", "银"),
    ],
)
def test_unlike(one: str, other: str) -> None:
    assert likeness(one) != likeness(other)
