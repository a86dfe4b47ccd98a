"""Numbers told to people: two that differ are read as two."""

import pytest

from layout.units import unlike


@pytest.mark.parametrize(
    ("value", "least", "said"),
    [(4.69, 4.73, ("4.69", "4.73")), (4.6, 4.73, ("4.6", "4.7")), (1.0, 1.0, ("1.0", "1.0")),
     (0.9996, 1.0, ("0.9996", "1.0000"))],
)  # fmt: skip
def test_two_numbers_are_read_as_two(value: float, least: float, said: tuple[str, str]) -> None:
    assert unlike(value, least) == said
