"""The inks of pictures, whatever they are stored as."""

import io
import zlib

from PIL import Image

from layout.pictures.channels import channels
from layout.pictures.facts import PressPicture
from layout.record import replace


def picture(mode: str, data: bytes, *, jpeg: bool = False, inverted: bool = False) -> PressPicture:
    return PressPicture(
        mode=mode,  # type: ignore[arg-type]
        width=8,
        height=8,
        data=data,
        jpeg=jpeg,
        inverted=inverted,
        digest="",
    )


def first(rows: tuple[bytes, ...]) -> list[int | None]:
    """How much of each ink the first pixel has, 255 is full; None where there is none at all."""
    return [255 - row[0] if row else None for row in rows]


def test_rows_of_ink() -> None:
    rows = zlib.compress(bytes((255, 51, 0, 128)) * 64)
    assert first(channels(picture("cmyk", rows), "a")) == [255, 51, 0, 128]


def test_jpegs_of_ink_upside_down_or_not() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (8, 8), (255, 51, 0, 128)).save(out, "JPEG", quality=100)
    data = out.getvalue()
    up = first(channels(picture("cmyk", data, jpeg=True, inverted=True), "a"))
    down = first(channels(picture("cmyk", data, jpeg=True), "a"))
    for found, ink in zip(up, (255, 51, 0, 128), strict=True):
        assert found is not None
        assert abs(found - ink) <= 2
    for found, ink in zip(down, (0, 204, 255, 127), strict=True):
        assert found is not None
        assert abs(found - ink) <= 2


def test_the_tones_of_grey_are_those_of_its_table() -> None:
    table = bytes([min(216, 255 - grey) for grey in range(256)])
    made = picture("gray", zlib.compress(bytes([0] * 32 + [200] * 32)))
    rows = channels(replace(made, table=table), "a")[3]
    assert (255 - rows[0], 255 - rows[63]) == (216, 55)


def test_gray_and_two_levels_are_black_alone() -> None:
    gray = channels(picture("gray", zlib.compress(bytes([51] * 64))), "a")
    assert first(gray) == [None, None, None, 204]
    lines = channels(picture("bilevel", zlib.compress(bytes([0b01111111] * 8))), "a")
    assert lines[:3] == (b"", b"", b"")
    assert (lines[3][0], lines[3][1]) == (0, 255)
