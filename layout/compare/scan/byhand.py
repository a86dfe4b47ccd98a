"""Where about our page lies in a scan by points that a person has found in both, and from there on
by large pieces of the page."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.lay import Placed, prepared
from layout.compare.scan.model import PointPair, ScanError
from layout.compare.scan.patches import ALIKE, find
from layout.compare.scan.raster import Grey, GreyRaster, Points, project
from layout.compare.scan.shape import middle_px
from layout.words.said import said

STEPS_MM: Final = ((45.0, 6.0), (30.0, 3.0))
"""Sides of the pieces, and how far from its place each is looked for."""
COARSER: Final = 3
LEAST: Final = 6
FLAT: Final = 0.05
"""How narrow beside its length a row of points is that lie on one line."""


def by_points(points: tuple[PointPair, ...], by: float) -> NDArray[np.float64]:
    """The transformation of three points, or of four and more."""
    table = np.array(points, float)
    if any(_flat(places) for places in (table[:, :2], table[:, 2:])):
        raise ScanError(said("SCAN-LAY.points-flat"))
    source, target = table[:, :2].astype(np.float32), (table[:, 2:] / by).astype(np.float32)
    if len(points) == 3:
        matrix = np.vstack([cv2.getAffineTransform(source, target), [0.0, 0.0, 1.0]])
    else:
        whole, _ = cv2.findHomography(source, target, 0)
        if whole is None or not np.isfinite(whole).all():
            raise ScanError(said("SCAN-LAY.points-flat"))
        matrix = np.asarray(whole, float)
    return matrix


def _flat(places: Points) -> bool:
    """Whether points lie about on one line."""
    wide, narrow = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)
    return bool(narrow <= FLAT * wide)


def roughly(ours: GreyRaster, scan: Grey, placed: Placed) -> Placed:
    """A transformation by hand, made better by large pieces at a third of the resolution."""
    small = ours.at(ours.dpi / COARSER)
    width, height = ours.size_mm
    for side, reach in STEPS_MM:
        laid = prepared(small, scan, placed, 0.0)
        points, off = [], []
        for y in np.arange(side / 2, height, side / 2):
            for x in np.arange(side / 2, width, side / 2):
                half = side / 2
                one = find(laid, (x - half, y - half, x + half, y + half), reach)
                if (
                    one is not None
                    and one.like >= ALIKE
                    and np.isfinite([one.sd_x, one.sd_y]).all()
                ):
                    points.append((x, y))
                    off.append((one.dx / small.px, one.dy / small.px))
        if len(points) < LEAST:
            raise ScanError(said("SCAN-LAY.points-nothing", pieces=len(points)))
        there = project(placed.matrix, np.array(points) + np.array(off))
        whole, _ = cv2.findHomography(
            np.array(points), there, cv2.USAC_MAGSAC, 1.0 * middle_px(placed.matrix, ours)
        )
        if whole is None:
            raise ScanError(said("SCAN-LAY.points-nothing", pieces=len(points)))
        placed = Placed(np.asarray(whole, float))
    return placed
