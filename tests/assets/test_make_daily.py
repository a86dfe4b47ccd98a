"""The stand-in pictures of the daily are what a press and a page take them for."""

from pathlib import Path

import pytest
from PIL import Image

from tests.inks import INK_LIMIT, most_ink

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SIZES = {"reels": (1680, 1120), "stream": (900, 640), "desk": (1900, 1144)}


@pytest.mark.parametrize("name", SIZES)
def test_is_a_cmyk_jpeg_within_the_ink_limit(name: str) -> None:
    image = Image.open(ASSETS / f"{name}.jpg")
    assert (image.format, image.mode, image.size) == ("JPEG", "CMYK", SIZES[name])
    assert image.info["dpi"][0] > 200
    assert not {"exif", "icc_profile", "comment"} & image.info.keys()
    assert 150 < most_ink(image) <= INK_LIMIT


def test_the_logo_is_black_alone_on_nothing() -> None:
    image = Image.open(ASSETS / "lamp.png")
    assert image.mode == "LA"
    tone, cover = image.split()
    assert tone.getextrema() == (0, 0)
    shares = cover.histogram()
    assert shares[0] > 0.4 * image.width * image.height
    assert shares[255] > 0.05 * image.width * image.height


def test_the_advert_has_its_words_in_one_ink() -> None:
    """Of its pixels that have black in full, nearly all have no other ink."""
    image = Image.open(ASSETS / "advert.tif")
    assert (image.mode, image.info["compression"]) == ("CMYK", "tiff_adobe_deflate")
    assert most_ink(image) <= INK_LIMIT
    c, m, _, k = (band.tobytes() for band in image.split())
    full = [(a, b) for a, b, d in zip(c, m, k, strict=True) if d == 255]
    assert len(full) > 1000
    assert sum(a == b == 0 for a, b in full) > 0.99 * len(full)
