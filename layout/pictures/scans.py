"""A scan or a photograph of a printed page as grey pixels: more of them than a page's picture may
have, of any kind that scanners and archives write.

It is read whatever its colours (grey, RGB, CMYK, black and white, 16 bits), turned as the camera
says, and made smaller by whole numbers where it has more pixels than anyone measures in.
"""

import io
import warnings
from typing import TYPE_CHECKING, Final, NamedTuple

from layout.pictures.facts import PictureError
from layout.pictures.pillow import TURNED, decoded, guarded, has_alpha, strips
from layout.words.said import said

if TYPE_CHECKING:
    from PIL.Image import Image

SCAN_FORMATS: Final = ("JPEG", "PNG", "TIFF", "JPEG2000", "WEBP", "BMP", "GIF")
MOST_READ: Final = 200_000_000
"""Pixels of a file: a broadsheet at 600 dpi has 120 million, a spread at 400 dpi 104."""
MOST_KEPT: Final = 42_000_000
"""Pixels of what is given: a broadsheet at 350 dpi."""
LEAST_SIDE: Final = 64
MOST_SHEETS: Final = 200
"""Pages of a file that are looked at."""


class GreyScan(NamedTuple):
    """Rows of grey pixels, upright; `by` is how many pixels of the file, each way, one of them
    stands for; `dpi` what the file says, None where it says nothing that can be."""

    width: int
    height: int
    rows: bytes
    by: int
    dpi: float | None


def sheets(data: bytes, name: str) -> int:
    """How many pages a picture's file has: a TIFF may have several. What else moves, or holds a
    second picture for the camera's own use, has one. Raises `PictureError`."""
    from PIL import Image, UnidentifiedImageError

    with guarded(name), warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        Image.MAX_IMAGE_PIXELS = MOST_READ // 2
        try:
            image = Image.open(io.BytesIO(data), formats=SCAN_FORMATS)
        except UnidentifiedImageError as exc:
            raise PictureError(said("part.scan-unknown", file=name)) from exc
        count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        return min(max(count, 1), MOST_SHEETS)


def grey_scan(data: bytes, name: str, *, page: int = 0) -> GreyScan:
    """The pixels of a picture's file, of its `page` (from 0) where it holds several. Raises
    `PictureError` for what cannot be read or has more than `MOST_READ` pixels."""
    from PIL import Image, UnidentifiedImageError

    with guarded(name), warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        Image.MAX_IMAGE_PIXELS = MOST_READ // 2  # Pillow stops at twice its figure
        try:
            image = Image.open(io.BytesIO(data), formats=SCAN_FORMATS)
        except UnidentifiedImageError as exc:
            raise PictureError(said("part.scan-unknown", file=name)) from exc
        if image.width * image.height > MOST_READ:
            raise PictureError(
                said(
                    "part.scan-pixels",
                    file=name,
                    million=image.width * image.height / 1e6,
                    most_million=MOST_READ / 1e6,
                )
            )
        if min(image.size) < LEAST_SIDE:
            raise PictureError(
                said("part.scan-small", file=name, width_px=image.width, height_px=image.height)
            )
        frames = int(getattr(image, "n_frames", 1))
        if page >= frames:
            raise PictureError(said("part.scan-no-page", file=name, page=page + 1, pages=frames))
        if page:
            image.seek(page)
        dpi = _dpi(image)
        full = image.size
        if image.format == "JPEG" and full[0] * full[1] > MOST_KEPT:
            image.draft("L", (full[0] // 2, full[1] // 2))  # halved while it is decoded
        drawn = round(full[0] / image.width)
        if image.mode in ("F", "I", "I;16", "I;16B", "I;16L") and image.mode != "1":
            grey = _levels(image)
        else:
            grey = _grey(decoded(image, name))
        by = 1
        while grey.width * grey.height > MOST_KEPT * by * by:
            by += 1
        if by > 1:
            grey = grey.reduce(by)
        return GreyScan(grey.width, grey.height, grey.tobytes(), by * drawn, dpi)


def _grey(image: "Image") -> "Image":
    """A decoded picture in grey, on white where it is see-through."""
    from PIL import Image

    if image.mode == "L" and not has_alpha(image):
        return image
    whole = Image.new("L", image.size, 255)
    top = 0
    for colours, alpha in strips(image):
        part = (colours.convert("RGB") if colours.mode == "CMYK" else colours).convert("L")
        whole.paste(part, (0, top), alpha)
        top += part.height
    return whole


def _levels(image: "Image") -> "Image":
    """16 or 32 bits a pixel in 8, from the darkest to the lightest of them."""
    from PIL import ImageOps

    image.load()
    wide = image.convert("F")
    low, high = (float(v) for v in wide.getextrema())  # type: ignore[arg-type]
    span = high - low or 1.0
    grey = wide.point(lambda v: v * (255.0 / span) - low * 255.0 / span).convert("L")
    if image.getexif().get(TURNED, 1) != 1:
        grey.info |= {}
        grey.getexif()[TURNED] = image.getexif()[TURNED]
        ImageOps.exif_transpose(grey, in_place=True)
    return grey


def _dpi(image: "Image") -> float | None:
    """What a file says of its resolution, where that can be of a page of paper."""
    told = image.info.get("dpi")
    try:
        across = float(told[0]) if told else 0.0
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return None
    return across if 30.0 <= across <= 4800.0 else None
