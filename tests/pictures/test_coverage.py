"""Ink of pictures, against sums by hand."""

import io

import pytest
from PIL import Image

from layout.pictures.coverage import coverage
from layout.pictures.facts import PictureError


def tiff(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "TIFF")
    return out.getvalue()


def halves() -> Image.Image:
    """The left half bare, the right one with 255 + 204 + 0 + 255 of each 255."""
    image = Image.new("CMYK", (40, 40), (0, 0, 0, 0))
    image.paste((255, 204, 0, 255), (20, 0, 40, 40))
    return image


def test_ink_is_the_sum_of_all_four() -> None:
    made = coverage(tiff(halves()), "a.tif", 10)
    assert made is not None
    assert made.cells == pytest.approx((0.0, 0.0, 280.0, 280.0) * 4)
    assert made.most == pytest.approx(280.0)
    assert made.over(240) == pytest.approx(50.0)
    assert made.over(281) == 0.0


def test_a_cell_is_the_mean_of_its_pixels() -> None:
    made = coverage(tiff(halves()), "a.tif", 40)
    assert made is not None
    assert made.most == pytest.approx(140.0, abs=1.0)


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA"])
def test_what_is_converted_here_has_no_ink_of_its_own(mode: str) -> None:
    assert coverage(tiff(Image.new(mode, (8, 8))), "a.tif", 2) is None


def test_what_is_no_picture_is_told() -> None:
    with pytest.raises(PictureError):
        coverage(b"no picture at all", "a.tif", 2)
