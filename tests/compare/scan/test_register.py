"""A scan registered on our page, whatever way it lies; and refused where it cannot be."""

import cv2
import numpy as np
import pytest

from layout.compare.scan.model import ScanError
from layout.compare.scan.telling import is_off
from tests.compare.scan.printed import (
    Side,
    at,
    compared,
    of_block,
    printed,
    scanned,
    side_of,
    small,
    with_moved,
)
from tests.scans import WEARS, Pose, drawn_pose, encoded, worst

pytestmark = pytest.mark.xdist_group("scan")


@pytest.fixture(scope="module")
def ours() -> Side:
    return side_of(small())


@pytest.mark.parametrize(
    ("look", "pose", "least"),
    [
        ("photo", drawn_pose(2, turn=180.5, dpi=100.0), 0.10),
        ("film", drawn_pose(4, turn=-90.4, crop=(-100.0, -10.0, -10.0, -10.0)), 0.10),
        ("flatbed", drawn_pose(5, dpi=220.0, crop=(5.0, 10.0, 10.0, 75.0)), 0.10),
    ],
)
def test_a_scan_is_registered_as_it_lies(ours: Side, look: str, pose: Pose, least: float):
    """Upside down, on its side on a spread, a part of the page."""
    scan = scanned(small(), pose, look, 1)
    report = compared(ours, scan.png())
    lies = report.registration
    assert worst(at(report), scan, report.size_mm)[0] <= least
    assert abs((lies.turn - pose.turn + 180) % 360 - 180) < 0.7  # keystone turns it a little
    assert lies.dpi_x == pytest.approx(pose.dpi, rel=0.03)
    assert lies.dpi_told is None
    part = pose.crop[0] > 0
    assert (lies.shown < 0.6) == part
    assert not report.differs
    assert (report.unseen() != ()) == part == report.wanting
    end = report.end().words("zh")
    assert ("不在扫描图上" in end) == part
    assert ("没有比全" in end) == part
    assert report.as_json("zh")["unseen"] == list(report.unseen())
    assert any(not one.seen for one in report.told()) == part


@pytest.mark.parametrize(
    ("look", "name", "pose", "most"),
    [
        ("photo", "all of it", drawn_pose(11, keystone=12.0, crop=(-30.0,) * 4), 0.10),
        ("flatbed", "screened", drawn_pose(12, skew=0.8, turn=90.6), 0.10),
        ("grey", "stamped", drawn_pose(13, stretch=0.3), 0.20),
    ],
)
def test_what_was_done_to_the_sheet_moves_nothing(
    ours: Side, look: str, name: str, pose: Pose, most: float
):
    """A halftone screen, folds, stamps, a pen, a torn corner on a dark table."""
    scan = scanned(small(), pose, look, 21, WEARS[name])
    report = compared(ours, scan.png())
    assert worst(at(report), scan, report.size_mm)[0] <= most
    assert not any(is_off(block, 0.3) for block in report.blocks)


def test_a_mirrored_scan_is_refused(ours: Side):
    scan = scanned(small(), drawn_pose(5, mirrored=True), "grey", 1)
    with pytest.raises(ScanError) as caught:
        compared(ours, scan.png())
    assert caught.value.told.key == "SCAN-LAY.mirrored"


def test_a_negative_is_taken_as_its_positive(ours: Side):
    scan = scanned(small(), drawn_pose(6), "grey", 1)
    report = compared(ours, encoded(255 - scan.pixels, ".png"))
    assert report.registration.negative
    assert worst(at(report), scan, report.size_mm)[0] <= 0.10


def test_another_page_is_refused(ours: Side):
    shuffled = small()
    for k, name in enumerate(("brief", "projects")):
        shuffled = with_moved(shuffled, of_block(shuffled, name), (11, -7)[k], (160, -70)[k])
    page = printed(shuffled)[:1900, :1080][::-1, ::-1]
    noise = np.random.default_rng(1).permuted(page.reshape(-1, 20, 3), axis=0).reshape(page.shape)
    with pytest.raises(ScanError) as caught:
        compared(ours, encoded(np.ascontiguousarray(noise), ".png"))
    assert caught.value.told.key in ("SCAN-LAY.other", "SCAN-LAY.unlike")


def test_a_corner_of_the_page_is_too_little(ours: Side):
    scan = scanned(small(), drawn_pose(7, crop=(10.0, 10.0, 95.0, 190.0)), "flatbed", 1)
    with pytest.raises(ScanError) as caught:
        compared(ours, scan.png())
    assert caught.value.told.key in ("SCAN-LAY.part", "SCAN-LAY.other", "SCAN-LAY.unlike")


def test_points_by_hand_are_enough(ours: Side):
    """Four that are off by 2 mm; and at other places they say that the page is not there."""
    pose = drawn_pose(8)
    scan = scanned(small(), pose, "photo", 1)
    corners = np.array([(15, 20), (125, 15), (120, 230), (10, 235)], float)
    there = scan.truth.at(corners) + np.random.default_rng(3).uniform(-12, 12, (4, 2))
    points = tuple((*a, *b) for a, b in zip(corners.tolist(), there.tolist(), strict=True))
    report = compared(ours, scan.png(), points=points)
    assert report.registration.by_hand
    assert worst(at(report), scan, report.size_mm)[0] <= 0.10
    wrong = tuple((x, y, across + 150, down - 90) for x, y, across, down in points)
    with pytest.raises(ScanError) as caught:
        compared(ours, scan.png(), points=wrong)
    assert caught.value.told.key in ("SCAN-LAY.points-nothing", "SCAN-LAY.unlike")


@pytest.mark.parametrize("count", [3, 4])
def test_points_on_one_line_are_refused(ours: Side, count: int):
    points = tuple((10.0 * k, 20.0 * k, 60.0 * k, 120.0 * k) for k in range(count))
    blank = encoded(np.full((400, 300), 255, np.uint8), ".png")
    with pytest.raises(ScanError) as caught:
        compared(ours, blank, points=points)
    assert caught.value.told.key == "SCAN-LAY.points-flat"


def test_a_page_from_the_side_is_refused(ours: Side):
    page = printed(small())
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    leaning = corners + np.array(
        [[0.36 * width, 0], [-0.36 * width, 0], [0, 0], [0, 0]], np.float32
    )
    matrix = cv2.getPerspectiveTransform(corners, leaning)
    seen = cv2.warpPerspective(page, matrix, (width, height), borderValue=(255, 255, 255))
    with pytest.raises(ScanError) as caught:
        compared(ours, encoded(np.asarray(seen, np.uint8), ".png"))
    assert caught.value.told.key == "SCAN-LAY.slanted"
