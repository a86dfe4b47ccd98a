"""Grey pixels with their scale, and points taken through transformations.

A raster's pixel `i` has its middle at `i + 0.5`: so a page's left edge is 0 in pixels and in mm.
"""

from typing import Any, Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from layout.units import MM_PER_INCH

Grey = NDArray[np.uint8]
Points = NDArray[np.float64]
WORK_DPI: Final = 150.0


class GreyRaster(NamedTuple):
    """Our page in grey."""

    grey: Grey
    dpi: float

    @property
    def px(self) -> float:
        """Pixels in a mm."""
        return self.dpi / MM_PER_INCH

    @property
    def size_mm(self) -> tuple[float, float]:
        """Across and down."""
        return self.grey.shape[1] / self.px, self.grey.shape[0] / self.px

    def at(self, dpi: float) -> "GreyRaster":
        """It in fewer pixels an inch."""
        across, down = (round(side * dpi / self.dpi) for side in self.grey.shape[::-1])
        small = cv2.resize(self.grey, (max(1, across), max(1, down)), interpolation=cv2.INTER_AREA)
        return GreyRaster(np.asarray(small, np.uint8), dpi)


def project(matrix: NDArray[np.float64], points: Points) -> Points:
    """Points (n × 2) through a 3 × 3 matrix."""
    full = points @ matrix[:, :2].T + matrix[:, 2]
    return np.asarray(full[:, :2] / full[:, 2:], float)


def sharpened(grey: NDArray[Any], sigma: float, wide: float) -> NDArray[np.float32]:
    """What of grey pixels is finer than `wide` and coarser than `sigma` pixels: light, yellowed
    paper and shadows are gone, so is noise."""
    fine = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), sigma)
    by = max(1, int(wide / 4))
    size = (max(1, grey.shape[1] // by), max(1, grey.shape[0] // by))
    small = cv2.resize(fine, size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), wide / by)
    slow = cv2.resize(small, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(fine - slow, np.float32)
