"""Scans as scanners, cameras and archives write them, read as grey pixels."""

import io
import itertools
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image

from layout.pictures import scans
from layout.pictures.facts import PictureError
from layout.pictures.scans import GreyScan, grey_scan

GREY = np.tile(np.linspace(20, 235, 120).astype(np.uint8), (90, 1))
GREY[:30, :40] = 0  # a corner by which its way up is known


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pixels(scan: GreyScan) -> Any:
    return np.frombuffer(scan.rows, np.uint8).reshape(scan.height, scan.width).astype(int)


def wide(kind: str) -> Image.Image:
    """The picture in 16 bits a pixel."""
    return (
        Image.fromarray(GREY.astype(np.uint16) * 257)
        if kind == "I;16"
        else Image.fromarray(GREY.astype(np.int32) * 257)
    )


@pytest.mark.parametrize(
    ("mode", "kind", "options"),
    [
        ("L", "PNG", {}),
        ("L", "TIFF", {"compression": "tiff_lzw"}),
        ("RGB", "TIFF", {"compression": "tiff_adobe_deflate"}),
        ("CMYK", "TIFF", {}),
        ("CMYK", "JPEG", {"quality": 95}),
        ("RGB", "JPEG", {"quality": 95}),
        ("RGB", "JPEG2000", {}),
        ("L", "JPEG2000", {}),
        ("P", "PNG", {}),
        ("LA", "PNG", {}),
        ("RGBA", "WEBP", {"lossless": True}),
        ("L", "BMP", {}),
    ],
)
def test_every_kind_of_file_is_read(mode: str, kind: str, options: dict[str, Any]):
    image = Image.fromarray(GREY)
    if mode == "CMYK":
        image = image.convert("RGB")
    found = grey_scan(saved(image.convert(mode), kind, **options), "a")
    assert (found.width, found.height, found.by) == (120, 90, 1)
    assert np.abs(pixels(found) - GREY).mean() < 3


@pytest.mark.parametrize(("kind", "file"), [("I;16", "PNG"), ("I;16", "TIFF"), ("I", "TIFF")])
def test_sixteen_bits_are_taken_to_eight(kind: str, file: str):
    found = pixels(grey_scan(saved(wide(kind), file), "a"))
    assert np.abs(found - GREY * (255 / 235)).max() < 3


def test_black_and_white_stays_so():
    image = Image.fromarray(np.where(GREY > 120, 255, 0).astype(np.uint8)).convert("1")
    found = pixels(grey_scan(saved(image, "TIFF", compression="group4"), "a"))
    assert set(np.unique(found)) == {0, 255}
    assert ((found > 0) == (GREY > 120)).all()


@pytest.mark.parametrize("turned", [3, 6, 8])
def test_it_stands_upright_as_the_camera_says(turned: int):
    how = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90,
           8: Image.Transpose.ROTATE_270}[turned]  # fmt: skip
    image = Image.fromarray(GREY).transpose(how)
    exif = Image.Exif()
    exif[0x0112] = turned
    found = grey_scan(saved(image, "JPEG", quality=95, exif=exif), "a")
    assert np.abs(pixels(found) - GREY).mean() < 3


def test_a_page_of_several_is_taken():
    first, second = Image.fromarray(GREY), Image.fromarray(255 - GREY)
    data = saved(first, "TIFF", save_all=True, append_images=[second])
    assert (pixels(grey_scan(data, "a", page=1)) == 255 - GREY).all()
    with pytest.raises(PictureError, match="3"):
        grey_scan(data, "a", page=2)


@pytest.mark.parametrize(("told", "dpi"), [(300, 300.0), (1, None), (0, None), (9600, None)])
def test_a_resolution_that_cannot_be_is_none(told: int, dpi: float | None):
    data = saved(Image.fromarray(GREY), "TIFF", dpi=(told, told))
    found = grey_scan(data, "a").dpi
    assert found == (pytest.approx(dpi) if dpi else None)


def test_many_pixels_are_reduced_by_whole_numbers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(scans, "MOST_KEPT", 3000)
    for kind, options in (("PNG", {}), ("JPEG", {"quality": 95})):
        found = grey_scan(saved(Image.fromarray(GREY), kind, **options), "a")
        assert (found.width, found.height, found.by) == (60, 45, 2)
        means = GREY.reshape(45, 2, 60, 2).mean(axis=(1, 3))
        assert np.abs(pixels(found) - means).mean() < 3


def header(width: int, height: int) -> bytes:
    """A PNG of so many pixels, its header alone."""
    import zlib

    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", 1)


def test_a_bomb_is_not_unfolded():
    with pytest.raises(PictureError):
        grey_scan(header(60_000, 60_000), "a")


def test_what_is_cut_off_or_no_picture_is_refused_by_name():
    whole = saved(Image.fromarray(GREY), "PNG")
    good = saved(Image.fromarray(GREY), "TIFF", compression="tiff_lzw")
    bad = [
        b"",
        b"GIF",
        b"%!PS",
        whole[: len(whole) // 2],
        good[:-200],
        header(100, 100),
        b"\0" * 99,
    ]
    for data, name in itertools.product(bad, ("扫描.png",)):
        with pytest.raises(PictureError) as caught:
            grey_scan(data, name)
        assert name in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"# no picture", b"%!PS", b"\0" * 99, b"II*\0"])
def test_what_is_no_picture_is_said_to_be_none(data: bytes):
    with pytest.raises(PictureError) as caught:
        grey_scan(data, "a.md")
    assert caught.value.args[0].key == "part.scan-unknown"


def test_a_thumbnail_is_too_small():
    with pytest.raises(PictureError, match="40 × 40"):
        grey_scan(saved(Image.new("L", (40, 40)), "PNG"), "a")
