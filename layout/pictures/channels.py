"""The inks of a picture, one by one: what a plate of a page shows of it."""

import zlib
from typing import Final

from layout.pictures.facts import PictureError, PressPicture
from layout.words.said import said

_INVERSE: Final = bytes(range(255, -1, -1))


def channels(picture: PressPicture, name: str) -> tuple[bytes, bytes, bytes, bytes]:
    """Rows of grey of a picture's cyan, magenta, yellow and black, a byte a pixel, 0 full ink.

    A picture that has no ink of a kind has empty bytes for it: there the paper stays bare. Raises
    `PictureError`, with `name` in it.
    """
    none = b""
    if picture.mode == "cmyk":
        inks = _rows(picture, name)
        if not (picture.jpeg or picture.inverted):
            inks = inks.translate(_INVERSE)
        c, m, y, k = (inks[at::4] for at in range(4))
        return c, m, y, k
    if picture.mode == "gray":
        rows = _rows(picture, name)
        if picture.table is not None:
            rows = rows.translate(picture.table.translate(_INVERSE))
        return none, none, none, rows
    from PIL import Image

    bits = zlib.decompress(picture.data)
    size = (picture.width, picture.height)
    return none, none, none, Image.frombytes("1", size, bits).convert("L").tobytes()


def _rows(picture: PressPicture, name: str) -> bytes:
    """The samples of a picture of a byte each; those of a JPEG in CMYK with 0 for full ink."""
    if not picture.jpeg:
        return zlib.decompress(picture.data)
    from layout.pictures import pillow

    with pillow.guarded(name):
        rows = pillow.decoded(pillow.open_image(picture.data, name), name).tobytes()
    # Pillow takes every CMYK JPEG for one of Adobe's, whose samples are upside down.
    return rows.translate(_INVERSE) if picture.mode == "cmyk" and picture.inverted else rows


def samples(data: bytes, finest: int) -> tuple[bytes, int, int, int]:
    """The samples of a JPEG as its file has them, a byte each: with its width, its height, and how
    many there are a pixel. It is decoded coarser where it keeps `finest` pixels a side.

    Raises `PictureError`.
    """
    from layout.pictures import pillow

    with pillow.guarded("JPEG"):
        image = pillow.open_image(data, "JPEG")
        longest = max(image.size)
        if longest >= 2 * finest:
            by = longest // finest
            image.draft(None, (max(1, image.width // by), max(1, image.height // by)))
        image.load()
        rows = image.tobytes()
        if image.mode == "CMYK":
            rows = rows.translate(_INVERSE)
        return rows, image.width, image.height, len(image.getbands())


def unpacked(data: bytes) -> tuple[bytes, int, int, int]:
    """The samples of a JPEG 2000, as those of a JPEG; of 8 bits, without alpha.

    Raises `PictureError`.
    """
    from layout.pictures import pillow

    with pillow.guarded("JPEG 2000"):
        image = pillow.open_image(data, "JPEG 2000", ("JPEG2000",))
        if image.mode not in ("L", "RGB", "CMYK"):
            raise PictureError(said("part.picture-mode", file="JPEG 2000", mode=image.mode))
        return image.tobytes(), image.width, image.height, len(image.getbands())


def grey_file(data: bytes, name: str) -> tuple[bytes, int, int]:
    """The rows of a picture file of grey, a byte a pixel, with its width and height.

    Raises `PictureError`.
    """
    from layout.pictures import pillow

    with pillow.guarded(name):
        image = pillow.decoded(pillow.open_image(data, name), name)
        grey = image if image.mode == "L" else image.convert("L")
        return grey.tobytes(), grey.width, grey.height
