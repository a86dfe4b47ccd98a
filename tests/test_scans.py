"""tests/scans.py, which prints and scans pages: its truth against dots that are found again."""

import cv2
import numpy as np
import pytest

from tests.scans import (
    LOOKS,
    WEARS,
    Look,
    Pose,
    Wear,
    drawn_pose,
    project,
    scan_of,
    truth_of,
    worn,
    worst,
)

DPI = 200.0
SIZE = (120.0, 160.0)
DOTS = np.array([(x, y) for x in range(15, 110, 18) for y in range(15, 150, 18)], float)


def dotted() -> np.ndarray:
    """A white page with a round dot at each place, drawn 8 times as fine."""
    fine = 8
    shape = (round(SIZE[1] * DPI / 25.4) * fine, round(SIZE[0] * DPI / 25.4) * fine)
    page = np.full(shape, 255, np.uint8)
    for x, y in DOTS:
        middle = (x * DPI / 25.4 * fine - 0.5, y * DPI / 25.4 * fine - 0.5)
        at = (round(middle[0] * 16), round(middle[1] * 16))
        cv2.circle(page, at, round(1.2 * DPI / 25.4 * fine * 16), 0, -1, cv2.LINE_8, 4)
    small = cv2.resize(page, (shape[1] // fine, shape[0] // fine), interpolation=cv2.INTER_AREA)
    return np.repeat(small[..., None], 3, axis=2)


@pytest.mark.parametrize(
    "pose",
    [
        Pose(),
        Pose(turn=7.0, scale_x=1.02, scale_y=0.97),
        Pose(turn=181.0, keystone=6.0),
        Pose(dpi=110.0, stretch=1.0, crop=(-20, -5, -9, -14)),
        Pose(dpi=150.0, mirrored=True, turn=92.0, stretch=0.3),
        Pose(turn=-3.0, skew=2.0),
    ],
)
def test_each_dot_is_where_the_truth_says(pose: Pose):
    scan = scan_of(dotted(), DPI, pose=pose, look=LOOKS["clean"], seed=5)
    ink = 255.0 - scan.pixels.mean(axis=2)
    for place, (x, y) in zip(DOTS, scan.truth.at(DOTS), strict=True):
        reach = round(2.4 * pose.dpi / 25.4)
        left, top = int(x) - reach, int(y) - reach
        part = ink[top : int(y) + reach + 1, left : int(x) + reach + 1]
        rows, cols = np.indices(part.shape) + 0.5
        weight = part / part.sum()
        found = ((weight * cols).sum() + left, (weight * rows).sum() + top)
        away = np.hypot(found[0] - x, found[1] - y) * 25.4 / pose.dpi
        assert away < 0.02, (place, away)


@pytest.mark.parametrize("stretch", [0.3, 1.5])
def test_paper_stretches_by_what_is_asked(stretch: float):
    truth, _ = truth_of((390.0, 550.0), drawn_pose(3, stretch=stretch), 3)
    dice = np.random.default_rng(1)
    points = dice.uniform((0, 0), (390, 550), (20_000, 2))
    most = np.hypot(*truth.shift(points).T).max()
    assert 0.95 * stretch < most < 1.02 * stretch
    there = truth.at(points)
    assert np.abs(truth.back(there) - points).max() < 0.001


def test_the_worst_is_measured_where_it_is():
    scan = scan_of(dotted(), DPI, pose=Pose(), look=LOOKS["clean"], seed=1)
    exact = worst(scan.truth.at, scan, SIZE)
    assert exact[0] < 0.0001
    off = worst(lambda p: project(scan.truth.matrix, p + np.array([0.3, -0.4])), scan, SIZE)
    assert off == pytest.approx((0.5, 0.5), abs=0.001)


def test_a_screen_keeps_the_tone_and_what_is_full():
    """85 lines at 45 degrees of a tint of 40 %: as dark on the whole, in dots so far apart."""
    page = np.full((600, 600, 3), 153, np.uint8)
    page[:100] = 255
    page[500:] = 0
    seen = worn(page, 300.0, Wear(screen=85.0), 1)[..., 0].astype(float)
    assert (seen[:100] == 255).all()
    assert (seen[500:] == 0).all()
    tint = seen[120:480, 120:480]
    assert tint.mean() == pytest.approx(153, abs=16)
    assert tint.std() > 80
    waves = np.abs(np.fft.fft2(tint - tint.mean()))[:180, :180]
    row, column = np.unravel_index(waves.argmax(), waves.shape)
    lines = np.hypot(row, column) * 300.0 / 360
    assert lines == pytest.approx(85, rel=0.02)
    assert row == column


def test_stamps_pens_and_folds_are_on_the_sheet_by_their_seed():
    page = np.full((900, 700, 3), 255, np.uint8)
    for name in ("stamped", "folded"):
        one, same, other = (worn(page, 100.0, WEARS[name], seed) for seed in (1, 1, 2))
        assert np.array_equal(one, same)
        assert (one != page).any()
        assert (name == "folded") == np.array_equal(one, other)


def test_a_torn_corner_and_a_table_show_what_lies_under():
    page = np.full((900, 700, 3), 255, np.uint8)
    wear = Wear(torn=60.0, table=40.0)
    scan = scan_of(page, 100.0, pose=Pose(dpi=100.0, crop=(-20,) * 4), look=Look(), seed=1,
                   wear=wear)  # fmt: skip
    levels = scan.pixels.mean(axis=2)
    inside = scan.truth.at(np.array([[10.0, 10.0], [170.0, 5.0], [-10.0, 100.0], [90.0, 120.0]]))
    shown = [levels[int(y), int(x)] for x, y in inside]
    assert shown[0] > 250
    assert shown[1] < 60
    assert shown[2] < 60
    assert shown[3] > 250


@pytest.mark.parametrize("name", ["flatbed", "film", "grey", "photo"])
def test_a_look_has_the_paper_and_the_noise_that_were_measured(name: str):
    look = LOOKS[name]
    page = np.full((1000, 800, 3), 255, np.uint8)
    bare = Look(**{**vars(look), "blur": 0.0, "jpeg": 0, "through": 0.0})
    scan = scan_of(page, DPI, pose=Pose(crop=(0, 0, 0, 0)), look=bare, seed=2)
    pixels = scan.pixels[5:-5, 5:-5].astype(float)
    levels = pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, axis=2)
    assert np.abs(levels.mean(axis=(0, 1)) - look.paper).max() < 6
    slow = cv2.GaussianBlur(levels, (0, 0), 8)
    assert (levels - slow).mean(axis=2).std() == pytest.approx(look.noise, rel=0.25)
    assert slow.mean(axis=2).std() == pytest.approx(look.shading, rel=0.25)
