"""How much ink there is: means of squares against sums by hand, areas, places."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.color import PROCESS
from layout.plates.coverage import measure, places_of, window_means
from layout.plates.plate import PixelBox
from tests.plates.madeplates import plates_of


def by_hand(total: np.ndarray, side: float) -> np.ndarray:
    """The mean of each square, pixel by pixel with the part of it that lies in the square."""
    height, width = total.shape
    whole = int(np.ceil(side - 1e-9))
    weights = np.ones(whole)
    weights[-1] = side - (whole - 1)
    out = np.zeros((height - whole + 1, width - whole + 1))
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            found = 0.0
            for down in range(whole):
                for across in range(whole):
                    found += total[y + down, x + across] * weights[down] * weights[across]
            out[y, x] = found / side**2
    return out


@given(
    height=st.integers(4, 9),
    width=st.integers(4, 9),
    side=st.sampled_from([1.0, 1.5, 2.0, 2.75, 3.0, 3.87, 4.0]),
    seed=st.integers(0, 999),
)
def test_means_of_squares_are_those_by_hand(
    height: int, width: int, side: float, seed: int
) -> None:
    total = np.random.default_rng(seed).integers(0, 1020, (height, width)).astype(np.uint16)
    np.testing.assert_allclose(window_means(total, side), by_hand(total, side), rtol=1e-5)


def test_each_ink_is_a_share_of_the_trim() -> None:
    cyan = np.zeros((20, 40), np.uint8)
    cyan[:, :10] = 255
    spot = np.full((20, 40), 51, np.uint8)
    found = measure(plates_of({"Cyan": cyan, "PANTONE 185 C": spot}))
    assert found.each == pytest.approx(
        {"Cyan": 25.0, "Magenta": 0.0, "Yellow": 0.0, "Black": 0.0, "PANTONE 185 C": 20.0}
    )


def test_marks_outside_the_trim_do_not_count() -> None:
    full = np.zeros((30, 30), np.uint8)
    full[:5] = 255  # a registration mark in all inks
    found = measure(plates_of(dict.fromkeys(PROCESS, full), PixelBox(5, 5, 25, 25)))
    assert found.most_pixel.percent == 0
    assert set(found.each.values()) == {0.0}
    assert found.over_means.places == 0


def test_a_patch_over_the_limit_has_its_area_and_its_place() -> None:
    patch = np.zeros((100, 100), np.uint8)
    patch[20:30, 50:70] = 255
    found = measure(plates_of(dict.fromkeys(PROCESS, patch), PixelBox(10, 10, 90, 90)))
    assert found.most_pixel.percent == pytest.approx(400)
    assert found.over_pixels.area_mm2 == pytest.approx(200)
    assert found.over_pixels.percent == pytest.approx(200 / 64)
    assert [tuple(box) for box in found.over_pixels.boxes] == [(40, 10, 60, 20)]
    assert found.most_mean.percent == pytest.approx(400, rel=1e-5)
    [box] = found.over_means.boxes  # a square that reaches out of the patch by less than 40 %
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((39, 9, 61, 21), abs=1)
    assert found.good is False


def test_a_speck_is_over_as_a_pixel_and_not_as_a_mean() -> None:
    speck = np.zeros((40, 40), np.uint8)
    speck[20, 20] = 255
    found = measure(plates_of(dict.fromkeys(PROCESS, speck)))
    assert found.over_pixels.area_mm2 == pytest.approx(1)
    assert found.most_mean.percent == pytest.approx(400 / 15, rel=1e-4)
    assert found.over_means.places == 0


@pytest.mark.parametrize(("tone", "over"), [(153, False), (154, True)])
def test_the_limit_itself_is_allowed(tone: int, over: bool) -> None:
    """153 of 255 is 60 %, 240 % in four inks; one step more is over."""
    flat = np.full((20, 20), tone, np.uint8)
    assert measure(plates_of(dict.fromkeys(PROCESS, flat)), 240).good is not over


def test_a_page_smaller_than_the_square_is_measured_as_a_whole() -> None:
    flat = np.full((2, 3), 255, np.uint8)
    found = measure(plates_of(dict.fromkeys(PROCESS, flat)))
    assert found.most_mean.percent == pytest.approx(400)
    assert not found.good


def test_places_are_parted_by_white() -> None:
    mask = np.zeros((60, 60), np.bool_)
    mask[2:5, 3:9] = True
    mask[5:9, 8:12] = True  # it touches the first
    mask[40:41, 50:51] = True
    assert sorted(places_of(mask, 4)) == [(3, 2, 12, 9), (50, 40, 51, 41)]


@given(seed=st.integers(0, 999), cell=st.integers(1, 7))
def test_every_pixel_is_in_a_place(seed: int, cell: int) -> None:
    mask = np.random.default_rng(seed).random((23, 31)) > 0.97
    left = mask.copy()
    for x, y, right, bottom in places_of(mask, cell):
        assert mask[y, x:right].any()
        assert mask[bottom - 1, x:right].any()
        left[y:bottom, x:right] = False
    assert not left.any()
