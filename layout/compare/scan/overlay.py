"""Our page and the scan as one looks at them: side by side in equal pixels, and over each other.

In the overlay ink of ours alone is red, ink of the print alone green, ink of both black.
"""

from typing import Final, Literal, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.lay import laid_on
from layout.compare.scan.raster import Grey, GreyRaster
from layout.compare.scan.register import Registered

PAPER_MM: Final = 26.0
"""Over which the paper's own lightness is looked for: more than a panel is high."""
INK: Final = 0.02  # the share of the darkest pixels that are taken for full ink
OURS: Final = (11, 55, 200)  # as OpenCV has colours: blue, green, red
PRINT: Final = (79, 121, 0)
WEBP: Final = 80


class ScanPictures(NamedTuple):
    """Pictures of equal size, grey or in colours."""

    ours: NDArray[np.uint8]
    scan: NDArray[np.uint8]
    both: NDArray[np.uint8]

    def png(self, which: Literal["ours", "scan", "both"]) -> bytes:
        """One of them as a PNG."""
        pixels = {"ours": self.ours, "scan": self.scan, "both": self.both}[which]
        made = cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 4])[1]
        return bytes(made.tobytes())

    def webp(self, which: Literal["ours", "scan", "both"], size: tuple[int, int]) -> bytes:
        """One of them as a WebP of so many pixels across and down."""
        pixels = {"ours": self.ours, "scan": self.scan, "both": self.both}[which]
        small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        made = cv2.imencode(".webp", small, [cv2.IMWRITE_WEBP_QUALITY, WEBP])[1]
        return bytes(made.tobytes())


def pictures_of(ours: GreyRaster, registered: Registered) -> ScanPictures:
    """The pictures of a comparison. Where the scan shows nothing of the page it is grey."""
    laid = laid_on(ours, registered.scan, registered.placed)
    shown = registered.laid.shown
    level = _levelled(laid, shown, ours.px)
    own, print_ = ours.grey.astype(np.float32) / 255, level.astype(np.float32) / 255
    both = np.empty((*own.shape, 3), np.uint8)
    for channel in range(3):
        mine, theirs = OURS[channel] / 255, PRINT[channel] / 255
        light = own * print_ + mine * (1 - own) * print_ + theirs * own * (1 - print_)
        both[..., channel] = np.clip(light * 255, 0, 255)
    hidden = shown == 0
    both[hidden] = (both[hidden] * 0.4 + 140).astype(np.uint8)
    return ScanPictures(ours.grey, laid, both)


def _levelled(grey: Grey, shown: NDArray[np.uint8], px: float) -> Grey:
    """A scan with its paper white and its ink black: the light over it taken away."""
    by = 8
    size = (max(1, grey.shape[1] // by), max(1, grey.shape[0] // by))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    side = max(3, round(PAPER_MM * px / by)) | 1
    paper = cv2.dilate(small, np.ones((side, side), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), side / 2)
    paper = cv2.resize(paper, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    share = grey / np.maximum(paper.astype(np.float32), 24.0)
    some = share[::5, ::5][shown[::5, ::5] > 0]
    dark = float(np.quantile(some, INK)) if some.size else 0.0
    level = (share - dark) / max(0.2, 0.94 - dark)
    level[shown == 0] = 1.0
    return np.asarray(np.clip(level * 255, 0, 255), np.uint8)
