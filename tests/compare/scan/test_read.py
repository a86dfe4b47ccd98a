"""Our page and a scan as rasters: a PDF whose page is a scan, and what its page says of itself."""

import io

import numpy as np
import pytest
from PIL import Image

from layout.compare.scan import read
from layout.compare.scan.model import ScanFile
from layout.errors import BanxinError
from tests.compare.scan.printed import side_of, small

PICTURE = np.zeros((700, 500), np.uint8)
PICTURE[:, 250:] = 255


def pdf(dpi: float) -> bytes:
    out = io.BytesIO()
    Image.fromarray(PICTURE).save(out, "PDF", resolution=dpi)
    return out.getvalue()


@pytest.mark.parametrize("dpi", [20.0, 72.0, 150.0, 600.0])
def test_a_page_of_a_pdf_is_drawn_in_pixels_enough_whatever_size_it_says(dpi: float):
    seen = read.seen(ScanFile(name="a.pdf", data=pdf(dpi)))
    height, width = seen.grey.shape
    assert read.SHEET_SIDES[0] - 2 <= height <= read.SHEET_SIDES[1] + 2
    assert width / height == pytest.approx(5 / 7, rel=0.01)
    assert seen.dpi == pytest.approx(height / 700 * dpi, rel=0.01)
    assert seen.grey[:, : width // 2 - 9].max() < 15
    assert seen.grey[:, width // 2 + 9 :].min() > 240


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7 nothing", b"no scan"])
def test_what_is_none_is_refused(data: bytes):
    with pytest.raises(BanxinError):
        read.seen(ScanFile(name="a.pdf", data=data))


def test_a_page_that_is_not_there_is_told():
    with pytest.raises(BanxinError, match="2"):
        read.seen(ScanFile(name="a.pdf", data=pdf(72.0), page=1))


def test_our_page_is_cut_to_its_trim():
    ours = read.our_page(side_of(small()).data, 0)
    assert ours.size_mm == pytest.approx((395 * 25.4 / 72, 685 * 25.4 / 72), abs=0.2)
    assert ours.grey.mean() > 180
