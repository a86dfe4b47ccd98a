"""Rasters: their size, where the trim is in them, and what they refuse."""

import numpy as np
import pytest

from layout.plates.plate import PixelBox, Plate, PlateError, Plates, frozen, raster_of


def test_a_raster_holds_the_whole_sheet() -> None:
    raster = raster_of(72.1, 144, (7.2, 14.4, 64.8, 129.6), 100)
    assert (raster.width, raster.height) == (101, 200)
    assert raster.trim == pytest.approx((10, 20, 90, 180))


@pytest.mark.parametrize("size", [(0, 72), (72, -1), (40_000, 40_000)])
def test_a_raster_of_no_size_or_too_many_pixels_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(PlateError, match="pixels"):
        raster_of(*size, (0, 0, 1, 1), 150)


def test_inside_are_the_pixels_whose_middle_is_in_the_trim() -> None:
    tones = frozen(np.zeros((10, 12), np.uint8))
    made = Plates(
        page="T1",
        plates=(Plate(ink="Cyan", tones=tones),),
        dpi=100,
        trim=PixelBox(1.4, 2.6, 9.5, 20.0),
        by="banxin",
    )
    assert made.inside() == (slice(3, 10), slice(1, 10))
    assert made.trimmed()["Cyan"].shape == (7, 9)


def test_tones_cannot_be_written_to() -> None:
    plate = Plate(ink="Cyan", tones=frozen(np.zeros((2, 2), np.uint8)))
    with pytest.raises(ValueError, match="read-only"):
        plate.tones[0, 0] = 1
    assert plate.empty
