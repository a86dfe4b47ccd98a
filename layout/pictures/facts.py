"""What is known of a picture, and the limits on one."""

from typing import Final, Literal

from layout.errors import BanxinError
from layout.record import record
from layout.words.said import Said, Value, said

MAX_PIXELS: Final = 52_000_000
"""A page of a broadsheet at 350 ppi has 42 million, a large camera's photograph 50; more is a
mistake or an attack (a decompression bomb). A page with a picture of so many is made in 700 MB,
whatever is in it."""

MAX_BYTES: Final = 160 * 1024 * 1024


def too_many(name: str, pixels: int) -> Said:
    """What is said of a picture with more pixels than are taken."""
    most = MAX_PIXELS / 1e6
    if not pixels:
        return said("part.picture-too-many", file=name, most_million=most)
    return said("part.picture-pixels", file=name, million=pixels / 1e6, most_million=most)


Mode = Literal["bilevel", "gray", "rgb", "cmyk"]


class PictureError(BanxinError):
    """A picture that cannot be used: its name and the reason.

    `source` is the path by which the page names it, where it is known.
    """

    source: str = ""


@record
class PictureInfo:
    """The facts in a picture's header. Sizes in pixels, upright (a camera's turn is applied).

    `dpi` is what the file claims, or None; the resolution on the page follows from its rectangle.
    `plain` says that the file can go into a PDF undecoded: a baseline or progressive JPEG of 8 bits
    in CMYK or gray. `inverted` is Adobe's habit of storing CMYK with 255 for no ink. `turned` says
    that the file's rows do not run from the left at its head, `frames` how many pictures it holds.
    A `vector` one, a page of a PDF or a drawing, has no pixels: its sides are in hundredths of a
    point, those of what is placed of it.
    """

    format: str  # "JPEG", "PNG", "TIFF", …
    mode: Mode
    width: int
    height: int
    dpi: float | None = None
    alpha: bool = False
    plain: bool = False
    inverted: bool = False
    turned: bool = False
    frames: int = 1
    vector: bool = False


def noted(key: str, /, **values: Value) -> Said:
    """What is to be told of a picture, and may be true of several: whoever tells it names their
    files."""
    return said(key, files=(), more="", **values)


@record
class PressPicture:
    """Data for a press: ink amounts, or gray that a renderer prints in black alone.

    `data` is a JPEG file when `jpeg`, else deflated rows of samples: 4 bytes a pixel for "cmyk"
    (255 is full ink, unless `inverted`), one for "gray" (255 is paper), a bit for "bilevel" (1 is
    paper, rows padded to bytes). `mask` are deflated rows of a byte a pixel, 0 where nothing of it
    is seen; None where all of it is. `table` gives the K, 0 to 255, of each grey of a "gray" one;
    None where it is what the grey lacks to 255. `untouched`: the data are those of the file.
    `stencil` are deflated rows of a bit a pixel, padded to bytes, 1 where nothing is painted: what
    a picture has that nothing shows through in part.
    `notes` is what was done to it, `warned` what is amiss with it, for diagnostics that name files.
    """

    mode: Literal["bilevel", "gray", "cmyk"]
    width: int
    height: int
    data: bytes
    jpeg: bool
    inverted: bool
    digest: str
    mask: bytes | None = None
    table: bytes | None = None
    untouched: bool = False
    notes: tuple[Said, ...] = ()
    warned: tuple[Said, ...] = ()
    stencil: bytes | None = None


@record
class ScreenPicture:
    """A file that a browser shows, in sRGB or gray."""

    media_type: str  # "image/jpeg" or "image/png"
    data: bytes
    width: int
    height: int
