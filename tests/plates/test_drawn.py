"""Pages of grey as tones: in one piece or in bands, each pixel the mean of finer ones."""

import numpy as np
import pytest

from layout.plates import drawn
from layout.plates.drawn import tones_of
from layout.plates.plate import raster_of

PDF = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 40 30]/Contents 4 0 R>>endobj "
    b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>"
)
MARKS = b"0.5 g 0 20 m 10 20 l 10 30 l 0 30 l f 0 g 20.25 0 m 20.75 0 l 20.75 30 l 20.25 30 l f"


def test_a_tone_is_what_is_covered() -> None:
    raster = raster_of(40, 30, (0, 0, 40, 30), 72)
    [tones] = tones_of(PDF % (len(MARKS), MARKS), raster, 72)
    assert tones.shape == (30, 40)
    assert tones[:10, :10].mean() == pytest.approx(127.5, abs=1)
    assert tones[:, 20].mean() == pytest.approx(127.5, abs=2)  # half a pixel wide
    assert not tones[12:, :20].any()


def test_bands_give_the_same_as_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    raster = raster_of(40, 30, (0, 0, 40, 30), 100)
    [whole] = tones_of(PDF % (len(MARKS), MARKS), raster, 100)
    monkeypatch.setattr(drawn, "BAND", 56 * 4 * 7)
    [bands] = tones_of(PDF % (len(MARKS), MARKS), raster, 100)
    np.testing.assert_array_equal(whole, bands)
