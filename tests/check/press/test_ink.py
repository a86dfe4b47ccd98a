"""What ink a colour lays."""

import pytest

from layout.check.press.ink import inks, is_black, is_white, overprints
from layout.pdf.painted import Paint
from layout.pdf.spaces import CMYK, GRAY, RGB, ColorSpace


def spot(*names: str) -> ColorSpace:
    """A Separation or DeviceN of some inks."""
    family = "Separation" if len(names) == 1 else "DeviceN"
    return ColorSpace(family=family, components=len(names), inks=names, base=CMYK)


def paint(space: ColorSpace, *components: float) -> Paint:
    """A colour."""
    return Paint(space=space, components=components)


ICC = ColorSpace(family="ICCBased", components=4)


@pytest.mark.parametrize(
    ("given", "laid"),
    [
        (paint(CMYK, 0, 0.5, 0, 1), {"Magenta": 0.5, "Black": 1}),
        (paint(GRAY, 0.25), {"Black": 0.75}),
        (paint(spot("Gold"), 0.3), {"Gold": 0.3}),
        (paint(spot("All"), 0.3), dict.fromkeys(("Cyan", "Magenta", "Yellow", "Black"), 0.3)),
        (paint(spot("None"), 1), {}),
        (paint(spot("Cyan", "Gold"), 0.2, 0), {"Cyan": 0.2}),
        (paint(CMYK, 2, 0, 0, -1), {"Cyan": 1}),
        (paint(RGB, 0, 0, 0), None),
        (paint(ICC, 0, 0, 0, 1), None),
    ],
)
def test_inks(given: Paint, laid: dict[str, float] | None) -> None:
    assert inks(given) == laid


def test_black_is_of_the_black_plate_alone() -> None:
    assert is_black(paint(CMYK, 0, 0, 0, 1))
    assert is_black(paint(GRAY, 0))
    assert is_black(paint(spot("Black"), 1))
    assert is_black(paint(spot("Gold", "Black"), 0, 1))
    assert not is_black(paint(CMYK, 0, 0, 0, 0.98))
    assert not is_black(paint(CMYK, 0.1, 0, 0, 1))
    assert not is_black(paint(RGB, 0, 0, 0))


def test_white_is_known_to_be_so() -> None:
    assert is_white(paint(CMYK, 0, 0, 0, 0))
    assert is_white(paint(GRAY, 1))
    assert is_white(paint(spot("Gold"), 0))
    assert not is_white(paint(spot("None"), 1))  # which paints nothing, not white
    assert not is_white(paint(RGB, 1, 1, 1))
    assert not is_white(None)


@pytest.mark.parametrize(
    ("given", "flag", "mode", "does"),
    [
        (paint(CMYK, 0, 0, 0, 1), True, 1, True),
        (paint(CMYK, 0, 0, 0, 1), True, 0, False),
        (paint(CMYK, 0, 0, 0, 1), False, 1, False),
        (paint(spot("Black"), 1), True, 0, True),
        (paint(GRAY, 0), True, 1, False),
        (paint(ICC, 0, 0, 0, 1), True, 1, False),
    ],
)
def test_what_overprints(given: Paint, flag: bool, mode: int, does: bool) -> None:
    """ISO 32000-1, table 148."""
    assert overprints(given, flag=flag, mode=mode) is does
