"""A piece of a page found in another picture: to hundredths of a pixel, a rule one way alone."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from layout.compare.scan.patches import ALIKE, LaidPair, find

PX = 6.0


def scene(seed: int = 1) -> NDArray[np.float32]:
    """Dark strokes on paper, somewhat blurred."""
    dice = np.random.default_rng(seed)
    page = np.full((400, 400), 255, np.float32)
    for _ in range(700):
        x, y = dice.integers(0, 395, 2)
        page[y : y + dice.integers(1, 8), x : x + dice.integers(1, 8)] = dice.uniform(0, 120)
    return np.asarray(cv2.GaussianBlur(page, (0, 0), 1.2), np.float32)


def shifted(page: NDArray[np.float32], dx: float, dy: float) -> NDArray[np.float32]:
    """The picture moved by a fraction of a pixel, by its spectrum: exact, and no code of ours."""
    rows, cols = np.fft.fftfreq(page.shape[0])[:, None], np.fft.fftfreq(page.shape[1])
    turn = np.exp(-2j * np.pi * (rows * dy + cols * dx))
    return np.asarray(np.fft.ifft2(np.fft.fft2(page) * turn).real, np.float32)


def laid(ours: NDArray[np.float32], scan: NDArray[np.float32]) -> LaidPair:
    return LaidPair(ours - ours.mean(), scan - scan.mean(), np.ones(ours.shape, np.uint8), PX)


@pytest.mark.parametrize(("dx", "dy"), [(0.0, 0.0), (0.31, -0.64), (-4.45, 2.5), (9.2, -7.7)])
def test_a_shift_is_found_to_hundredths_of_a_pixel(dx: float, dy: float):
    page = scene()
    noise = np.random.default_rng(2).normal(0, 4, page.shape).astype(np.float32)
    seen = 0.6 * shifted(page, dx, dy) + 30 + noise
    found = find(laid(page, seen), (25, 25, 37, 37), 2.0)
    assert found is not None
    assert found.like > 0.9
    assert abs(found.dx - dx) < 0.08
    assert abs(found.dy - dy) < 0.08
    assert found.sd_x < 0.1


def test_the_error_that_is_said_is_that_which_is_made():
    page = scene(3)
    off = []
    for seed in range(40):
        noise = np.random.default_rng(seed).normal(0, 25, page.shape).astype(np.float32)
        seen = shifted(page, 0.4, 0.2) + cv2.GaussianBlur(noise, (0, 0), 0.9)
        found = find(laid(page, seen), (20, 20, 27, 27), 1.0)
        assert found is not None
        off.append(((found.dx - 0.4) / found.sd_x, (found.dy - 0.2) / found.sd_y))
    assert 0.3 < float(np.std(off)) < 1.6


def test_a_rule_is_measured_across_itself_alone():
    page = np.full((300, 300), 255, np.float32)
    page[150:153, :] = 20
    page = cv2.GaussianBlur(page, (0, 0), 1.0)
    found = find(laid(page, shifted(page, 0.0, 1.3)), (10, 23, 40, 28), 1.0)
    assert found is not None
    assert abs(found.dy - 1.3) < 0.05
    assert np.isinf(found.sd_x)


def test_white_paper_and_what_the_scan_does_not_show_are_not_measured():
    page = scene()
    page[:150] = 255
    pair = laid(page, page)
    assert find(pair, (20, 5, 30, 15), 1.0) is None
    pair.shown[200:] = 0
    assert find(pair, (20, 40, 30, 50), 1.0) is None


def test_another_picture_is_not_found():
    found = find(laid(scene(4), scene(5)), (20, 20, 34, 34), 2.0)
    assert found is not None
    assert found.like < ALIKE
    assert np.isinf(found.sd_x)


def test_a_piece_is_looked_for_beside_its_place():
    page = scene(6)
    seen = shifted(page, 60.0, -30.0)
    found = find(laid(page, seen), (25, 25, 35, 35), 1.0, (10.0, -5.0))
    assert found is not None
    assert abs(found.dx - 60) < 0.05
    assert abs(found.dy + 30) < 0.05
