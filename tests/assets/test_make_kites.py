"""The drawn pictures of kites are what a press and a page take them for."""

from pathlib import Path

import pytest
from PIL import Image

from tests.inks import INK_LIMIT, deep, most_ink

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SIZES = {"lake": (2000, 1260), "kite": (1200, 1500), "reel": (1500, 1000)}
CUT_OUTS = {"swallow": (1000, 900), "branch": (1400, 660)}


@pytest.mark.parametrize("name", SIZES)
def test_is_a_cmyk_jpeg_within_the_ink_limit(name: str) -> None:
    path = ASSETS / f"{name}.jpg"
    image = Image.open(path)
    assert (image.format, image.mode, image.size) == ("JPEG", "CMYK", SIZES[name])
    assert path.stat().st_size < 900_000
    assert not {"exif", "icc_profile", "comment"} & image.info.keys()
    assert 150 < most_ink(image) <= INK_LIMIT
    assert deep(image) < 0.15


@pytest.mark.parametrize("name", CUT_OUTS)
def test_a_cut_out_is_clear_round_its_subject_and_softly_where_it_has_a_shadow(name: str) -> None:
    image = Image.open(ASSETS / f"{name}.png")
    assert (image.mode, image.size) == ("RGBA", CUT_OUTS[name])
    alpha = image.getchannel("A")
    w, h = image.size
    for edge in ((0, 0, w, 4), (0, h - 4, w, h)):
        assert alpha.crop(edge).getextrema() == (0, 0)
    shares = alpha.histogram()
    soft = sum(shares[8:248]) / (w * h)
    assert soft > 0.03 if name == "branch" else soft < 0.02
