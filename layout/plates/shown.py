"""Plates as pictures: each ink in grey, dark where it lies, and all of them together as how much
ink there is, red where it is more than the press takes."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from layout.pictures.pillow import png_of
from layout.plates.coverage import EXACT, InkCoverage, total_of
from layout.plates.plate import FULL, Plates, Tones

OVER: Final = (214, 0, 28)
"""A pixel over the limit."""
AROUND: Final = (255, 176, 168)
"""The place it lies in, where the pixel itself is not."""
AT_LIMIT: Final = 70
"""The grey of ink at the limit; bare paper is white."""
EDGE: Final = 2
"""Pixels of the frame round a place that is over the limit."""


def plate_png(tones: Tones, dpi: float) -> bytes:
    """One ink, inside the trim: black is full ink, white is paper."""
    height, width = tones.shape
    rows = np.subtract(FULL, tones)
    return png_of("L", (width, height), rows.tobytes(), dpi, "L")


def ink_png(plates: Plates, found: InkCoverage) -> bytes:
    """All ink inside the trim, lighter grey for less; over the limit red, in a frame."""
    total = total_of(plates.trimmed().values())
    bound = (found.limit + EXACT) * FULL / 100.0
    at_limit = max(found.limit * FULL / 100.0, 1.0)  # of a limit of nothing, the first trace
    step = (FULL - AT_LIMIT) / at_limit
    scale = np.clip(FULL - np.arange(int(total.max()) + 1) * step, AT_LIMIT, FULL).astype(np.uint8)
    grey = scale[total]
    rgb = np.repeat(grey[:, :, None], 3, axis=2)
    mm = plates.mm
    for box in found.over_means.boxes:
        sides = [round(v / mm) for v in box]
        _frame(rgb, (sides[0], sides[1], sides[2], sides[3]))
    rgb[total > bound] = OVER
    height, width = total.shape
    return png_of("RGB", (width, height), rgb.tobytes(), plates.dpi, "RGB")


def _frame(rgb: NDArray[np.uint8], box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = (max(0, v) for v in box)
    for rows, columns in (
        (slice(max(0, top - EDGE), top), slice(left, right)),
        (slice(bottom, bottom + EDGE), slice(left, right)),
        (slice(top, bottom), slice(max(0, left - EDGE), left)),
        (slice(top, bottom), slice(right, right + EDGE)),
    ):
        rgb[rows, columns] = AROUND
