"""Pages of grey drawn to tones, each pixel the mean of finer ones.

pdfium smooths edges well but puts the edges of pictures on whole pixels and strokes no line thinner
than one; drawn finer and reduced, both are a fraction of a pixel of the plate.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from layout.plates.plate import FULL, Raster, Tones
from layout.render.png import GreyBand, grey_pages

FINER: Final = 2
"""Pixels drawn for one of a plate, across and down."""
BAND: Final = 1 << 25
"""Pixels that are drawn together: 对开 at 300 dpi."""


def tones_of(pdf: bytes, raster: Raster, dpi: float, finer: int = FINER) -> Iterator[Tones]:
    """The tones of each page of `pdf`, whose media begin at the top left pixel of `raster`.

    Black of the page is full ink. Raises `RenderError`.
    """
    rows = max(1, BAND // (raster.width * finer * finer))
    for bands in grey_pages(pdf, (raster.width, raster.height), dpi, finer=finer, rows=rows):
        parts = [_reduced(_pixels(band), finer) for band in bands]
        bare = parts[0] if len(parts) == 1 else np.concatenate(parts)
        np.subtract(FULL, bare, out=bare)
        yield bare


def _pixels(band: GreyBand) -> Tones:
    rows = np.frombuffer(band.data, np.uint8).reshape(band.height, band.stride)
    return rows[:, : band.width]


def _reduced(fine: Tones, by: int) -> Tones:
    """The means of squares of `by` × `by` pixels."""
    if by == 1:
        return np.array(fine)
    total = np.zeros((fine.shape[0] // by, fine.shape[1] // by), np.uint16)
    for down in range(by):
        for across in range(by):
            total += fine[down::by, across::by]
    total += by * by // 2
    total //= by * by
    return total.astype(np.uint8)
