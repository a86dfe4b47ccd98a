"""The colours that JPEG 2000 pictures say that they have, of what Pillow writes."""

import io

import pytest
from PIL import Image

from layout.pdf.jpx import jpx_family


@pytest.mark.parametrize(
    ("mode", "family"), [("L", "DeviceGray"), ("RGB", "DeviceRGB"), ("CMYK", "DeviceCMYK")]
)
@pytest.mark.parametrize("bare", [False, True])
def test_family(mode: str, family: str, bare: bool) -> None:
    out = io.BytesIO()
    Image.new(mode, (16, 16)).save(out, "JPEG2000", no_jp2=bare)
    assert jpx_family(out.getvalue()) == family


@pytest.mark.parametrize("data", [b"", b"colr", b"....colr\1", b"\xff\x4f\xff\x51", b"x" * 100])
def test_damage_is_no_colour(data: bytes) -> None:
    assert jpx_family(data) == ""
