"""Our page and the scan as one looks at them: side by side in equal pixels, and over each other.

In the overlay ink of ours alone is blue, ink of the scan alone red, ink of both black.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.lay import laid_on
from layout.compare.scan.model import BlockReport
from layout.compare.scan.raster import Grey, GreyRaster
from layout.compare.scan.register import Registered

PAPER_MM: Final = 9.0
"""Over which the paper's own lightness is looked for: more than a headline's strokes are wide."""
INK: Final = 0.02  # the share of the darkest pixels that are taken for full ink
FRAME_PX: Final = 2
MOVED: Final = (0, 140, 255)  # orange, as OpenCV has colours
OTHER: Final = (200, 0, 200)


class Pictures(NamedTuple):
    """PNGs of equal size."""

    ours: bytes
    scan: bytes
    both: bytes


def pictures_of(
    ours: GreyRaster, registered: Registered, blocks: Iterable[BlockReport], tolerance: float
) -> Pictures:
    """The pictures of a comparison; in the overlay blocks that are off are framed."""
    laid = laid_on(ours, registered.scan, registered.placed)
    level = _levelled(laid, registered.laid.shown, ours.px)
    both = np.stack([level, level, ours.grey], axis=2)
    # as blue, green, red: the scan's ink takes blue and green away, ours red
    hidden = registered.laid.shown == 0
    both[hidden] = (both[hidden] * 0.4 + 140).astype(np.uint8)
    for block in blocks:
        moved = block.shift is not None and block.shift.beyond(tolerance)
        if moved or block.unlike > 0.15:
            corner = [round(v * ours.px) for v in block.box]
            colour = MOVED if moved else OTHER
            cv2.rectangle(both, corner[:2], corner[2:], colour, FRAME_PX)
    return Pictures(_png(ours.grey), _png(laid), _png(both))


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


def _png(pixels: NDArray[np.uint8]) -> bytes:
    return bytes(cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 4])[1].tobytes())
