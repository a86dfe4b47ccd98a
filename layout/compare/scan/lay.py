"""A scan laid on our page: its pixels where the page has them."""

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.field import Fitted
from layout.compare.scan.patches import LaidPair
from layout.compare.scan.raster import Grey, GreyRaster, Points, project, sharpened

STEP: Final = 16
"""Pixels between the points whose place is worked out; between them it goes straight, by less than
a thousandth of a pixel."""
SIGMA: Final = 0.9
WIDE_MM: Final = 2.5
BAND: Final = 512


class Placed:
    """Where points of the page lie in the scan: the transformation, then the field, if there is
    one. Points in mm, pixels with the middle of the first at 0.5."""

    def __init__(self, matrix: NDArray[np.float64], fitted: Fitted | None = None) -> None:
        self.matrix = matrix
        self.fitted = fitted

    def at(self, points: Points) -> Points:
        """Pixels of points."""
        moved = points if self.fitted is None else points + self.fitted.at(points)
        return project(self.matrix, moved)


def laid_on(ours: GreyRaster, grey: NDArray[Any], placed: Placed) -> NDArray[np.uint8]:
    """The scan's pixels (grey or colours) as our page has them; white where it has none."""
    height, width = ours.grey.shape
    out = np.empty((height, width, *grey.shape[2:]), np.uint8)
    for top in range(0, height, BAND):
        rows = min(BAND, height - top)
        maps = _maps(ours, placed, top, rows)
        out[top : top + rows] = cv2.remap(
            grey, *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255,) * 3
        )
    return out


def shown_on(ours: GreyRaster, size: tuple[int, int], placed: Placed) -> NDArray[np.uint8]:
    """1 where the scan (`size` across and down) has pixels of our page, else 0."""
    height, width = ours.grey.shape
    out = np.empty((height, width), np.uint8)
    for top in range(0, height, BAND):
        rows = min(BAND, height - top)
        x, y = _maps(ours, placed, top, rows)
        inside = (x >= 0) & (y >= 0) & (x <= size[0] - 1) & (y <= size[1] - 1)
        out[top : top + rows] = inside
    return out


def prepared(ours: GreyRaster, scan: Grey, placed: Placed, blur: float) -> LaidPair:
    """Both as they are measured. `blur` is what the scan has lost of sharpness by its resolution,
    pixels of ours."""
    seen = laid_on(ours, scan, placed)
    shown = shown_on(ours, (scan.shape[1], scan.shape[0]), placed)
    wide = WIDE_MM * ours.px
    sharp = float(np.hypot(SIGMA, blur))
    left, right = sharpened(ours.grey, sharp, wide), sharpened(seen, SIGMA, wide)
    right[shown == 0] = 0.0
    return LaidPair(left, right, shown, ours.px)


def _maps(
    ours: GreyRaster, placed: Placed, top: int, rows: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    width = ours.grey.shape[1]
    xs = np.arange(0, width + STEP, STEP)
    ys = np.arange(top, top + rows + STEP, STEP)
    across, down = np.meshgrid(xs + 0.5, ys + 0.5)
    places = placed.at(np.column_stack([across.ravel(), down.ravel()]) / ours.px) - 0.5
    coarse = places.reshape(len(ys), len(xs), 2).astype(np.float32)
    fine_x = np.arange(width, dtype=np.float32) / STEP
    fine_y = np.arange(rows, dtype=np.float32) / STEP
    grid = np.meshgrid(fine_x, fine_y)
    both = cv2.remap(coarse, *grid, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return both[..., 0], both[..., 1]
