"""Shares of light and dark tones in a picture's area, against a count pixel by pixel."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.check.press.tones import shares
from layout.geometry import Rect
from layout.plates.plate import PixelBox, Plate, Plates, frozen

INKS = ("Cyan", "Magenta", "Yellow", "Black")


def plates(tones: dict[str, list[list[int]]]) -> Plates:
    """Plates of 72 ppi, a pixel a point, whose trim begins with the second row and column."""
    size = np.array(next(iter(tones.values()))).shape
    none = [[0] * size[1]] * size[0]
    made = [Plate(ink=ink, tones=frozen(np.array(tones.get(ink, none), np.uint8))) for ink in INKS]
    trim = PixelBox(1, 1, size[1] - 1, size[0] - 1)
    return Plates(page="1", plates=tuple(made), dpi=72.0, trim=trim, by="pdf")


def test_dark_and_faint_shares() -> None:
    black = [[0] * 6, [0, 255, 220, 0, 0, 0], [0, 200, 0, 5, 0, 0], [0] * 6]
    made = plates({"Black": black})
    found = shares(made, Rect(0, 0, 4, 2), [], least=3, most=85)
    assert found.dark == pytest.approx(25)
    assert found.faint == pytest.approx(12.5)


def test_what_lies_over_it_does_not_count() -> None:
    black = [[0] * 6, [0, 255, 220, 0, 0, 0], [0, 200, 0, 5, 0, 0], [0] * 6]
    made = plates({"Black": black})
    found = shares(made, Rect(0, 0, 4, 2), [Rect(0, 0, 2, 1)], least=3, most=85)
    assert found.dark == 0
    found = shares(made, Rect(0, 0, 4, 2), [Rect(-9, -9, 99, 99)], least=3, most=85)
    assert (found.dark, found.faint) == (0, 0)


def test_an_area_off_the_plates_has_no_share() -> None:
    made = plates({"Black": [[255] * 4] * 4})
    found = shares(made, Rect(50, 50, 10, 10), [], least=3, most=85)
    assert (found.dark, found.faint) == (0, 0)


@given(
    st.lists(st.lists(st.integers(0, 255), min_size=6, max_size=6), min_size=5, max_size=5),
    st.lists(st.lists(st.integers(0, 12), min_size=6, max_size=6), min_size=5, max_size=5),
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(1, 4), st.integers(1, 3)),
)
def test_as_a_count_says(
    black: list[list[int]], cyan: list[list[int]], area: tuple[int, int, int, int]
) -> None:
    x, y, w, h = area
    found = shares(plates({"Black": black, "Cyan": cyan}), Rect(x, y, w, h), [], least=3, most=85)
    cells = [
        (black[r][c], cyan[r][c])
        for r in range(y + 1, min(y + h + 1, 5))
        for c in range(x + 1, min(x + w + 1, 6))
    ]
    dark = sum(k > 85 * 2.55 for k, _ in cells)
    faint = sum(0 < max(pair) < 3 * 2.55 for pair in cells)
    assert found.dark == pytest.approx(100 * dark / len(cells))
    assert found.faint == pytest.approx(100 * faint / len(cells))
