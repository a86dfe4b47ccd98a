"""What is known of a picture, and the limits on one."""

from typing import Final, Literal

from layout.errors import BanxinError
from layout.record import record

MAX_PIXELS: Final = 200_000_000
"""A whole broadsheet at 750 ppi; more is a mistake or an attack (a decompression bomb)."""

MAX_BYTES: Final = 256 * 1024 * 1024


def too_many(name: str, pixels: int) -> str:
    """What is said of a picture with more pixels than are taken."""
    have = f"{pixels / 1e6:,.1f} million pixels" if pixels else "too many pixels"
    return f"{name} has {have}, more than the {MAX_PIXELS:,} that are taken"


Mode = Literal["bilevel", "gray", "rgb", "cmyk"]


class PictureError(BanxinError):
    """A picture that cannot be used: its name and the reason."""


@record
class PictureInfo:
    """The facts in a picture's header. Sizes in pixels, upright (a camera's turn is applied).

    `dpi` is what the file claims, or None; the resolution on the page follows from its rectangle.
    `plain` says that the file can go into a PDF undecoded: a baseline or progressive JPEG of 8 bits
    in CMYK or gray. `inverted` is Adobe's habit of storing CMYK with 255 for no ink.
    """

    format: str  # "JPEG", "PNG", "TIFF", …
    mode: Mode
    width: int
    height: int
    dpi: float | None = None
    alpha: bool = False
    plain: bool = False
    inverted: bool = False


@record
class PressPicture:
    """Data for a press: ink amounts, or gray that a renderer prints in black alone.

    `data` is a JPEG file when `jpeg`, else rows of samples: 4 bytes a pixel for "cmyk" (255 is
    full ink, unless `inverted`), one for "gray" (255 is paper), a bit for "bilevel" (1 is paper,
    rows padded to bytes). `note` says what was done to it, for a diagnostic; empty when nothing.
    """

    mode: Literal["bilevel", "gray", "cmyk"]
    width: int
    height: int
    data: bytes
    jpeg: bool
    inverted: bool
    digest: str
    note: str = ""


@record
class ScreenPicture:
    """A file that a browser shows, in sRGB or gray."""

    media_type: str  # "image/jpeg" or "image/png"
    data: bytes
    width: int
    height: int
