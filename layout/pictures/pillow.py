"""Pillow behind a few functions: open with care, decode, take to plain modes, separate, encode.

Pillow is loaded when the first picture needs decoding and not before. What it raises on a hostile
file is of many kinds; each comes out as one `PictureError`.
"""

import io
import struct
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from layout.diagnostics import shown
from layout.errors import BanxinError
from layout.pictures.facts import MAX_PIXELS, Mode, PictureError, too_many
from layout.pictures.png import SIGNATURE
from layout.words.said import Said, said

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS: Final = ("JPEG", "PNG", "TIFF", "GIF", "BMP", "WEBP")
KNOWN: Final = (*FORMATS, "PDF", "SVG")
"""What may stand for a picture; the last two are no pixels and are read elsewhere."""
JPEG_QUALITY: Final = 92  # of a photograph that had to be converted; without chroma subsampling

STRIP: Final = 1 << 21
"""Pixels that are worked on together."""
NEAR: Final = 8
"""Pixels from an edge within which what is not seen has the colours of what is."""
TURNED: Final = 0x0112  # the tag of a camera's orientation

_OTHERS: Final = (
    (b"<svg", "part.picture-svg"), (b"%PDF", "part.file-pdf"),
    (b"%!PS", "part.picture-postscript"),
    (b"8BPS", "part.picture-photoshop"), (b"ftyphei", "part.picture-heic"),
    (b"ftypmif", "part.picture-heic"), (b"ftypavif", "part.picture-avif"),
    (b"\x00\x00\x00\x0cjP  ", "part.picture-jpeg-2000"),
    (b"\xd7\xcd\xc6\x9a", "part.picture-metafile"),
)  # fmt: skip
"""What editors have at hand and is no picture of pixels that is read here, by its first bytes."""

_BARE: Final = {"LA": "L", "RGBA": "RGB"}
"""The mode of a picture's colours without its transparency."""

_MODES: Final[dict[str, Mode]] = {
    "1": "bilevel", "L": "gray", "LA": "gray", "La": "gray", "I": "gray", "I;16": "gray",
    "I;16B": "gray", "I;16L": "gray", "I;16N": "gray", "RGB": "rgb", "RGBA": "rgb", "RGBa": "rgb",
    "RGBX": "rgb", "P": "rgb", "PA": "rgb", "YCbCr": "rgb", "LAB": "rgb", "HSV": "rgb",
    "CMYK": "cmyk",
}  # fmt: skip


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Turns whatever a decoder raises into a `PictureError` that names the picture."""
    from PIL import Image, ImageFile

    # WeasyPrint sets this for the whole process; a picture cut short must never pass in silence.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except BanxinError:
        raise
    except Image.DecompressionBombError as exc:
        digits = "".join(c for c in str(exc).partition("pixels")[0] if c.isdigit())
        raise PictureError(too_many(name, int(digits or 0))) from exc
    except MemoryError as exc:
        raise PictureError(said("part.picture-memory", file=name)) from exc
    except Exception as exc:
        told = said("part.picture-damaged-or-cut", file=name, reason=_reason(exc))
        raise PictureError(told) from exc
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def open_image(data: bytes, name: str, formats: tuple[str, ...] = FORMATS) -> "Image":
    """A picture with its header read and its size checked; its pixels are not decoded yet."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2  # Pillow stops at twice its figure
    try:
        image: Image.Image = _png(data) or Image.open(io.BytesIO(data), formats=formats)
    except UnidentifiedImageError as exc:
        other = next((what for mark, what in _OTHERS if mark in data[:512]), "")
        if other:
            told = said("part.picture-not-taken", file=name, what=said(other), known=KNOWN)
            raise PictureError(told) from exc
        raise PictureError(said("part.picture-unknown", file=name, known=KNOWN)) from exc
    if image.width * image.height > MAX_PIXELS:
        raise PictureError(too_many(name, image.width * image.height))
    if image.mode == "F" or (image.mode == "I" and image.format != "PNG"):
        raise PictureError(said("part.picture-32-bits", file=name, mode=image.mode))
    if image.mode not in _MODES:
        raise PictureError(said("part.picture-mode", file=name, mode=image.mode))
    if image.mode.startswith("I") and has_alpha(image):
        raise PictureError(said("part.picture-16-bits-clear", file=name))
    return image


def _png(data: bytes) -> "Image | None":
    """The picture of a PNG, nothing of other files, and of one whose header is not to be read.

    Its reader alone: to open any file at all Pillow loads those of BMP, GIF, JPEG and PPM first,
    with what they need, a tenth of the time of a page.
    """
    if not data.startswith(SIGNATURE):
        return None
    from PIL.PngImagePlugin import PngImageFile

    try:
        return PngImageFile(io.BytesIO(data))
    except (SyntaxError, IndexError, TypeError, struct.error):  # as `Image.open` lets pass
        return None


def frames_of(image: "Image") -> int:
    """How many pictures its file holds: of an animation or of several pages. The previews that a
    camera puts beside a photograph are none."""
    return int(getattr(image, "n_frames", 1)) if image.format != "MPO" else 1


def mode_of(image: "Image") -> Mode:
    """The kind of a picture's pixels; a palette of grays counts as colour."""
    return _MODES[image.mode]


def has_alpha(image: "Image") -> bool:
    """Whether parts of it are see-through."""
    return image.mode in ("LA", "La", "RGBA", "RGBa", "PA") or "transparency" in image.info


def decoded(image: "Image", name: str) -> "Image":
    """Its pixels, turned as the camera's orientation tag says. Raises `PictureError` for a TIFF of
    which libtiff says that a part could not be read."""
    from PIL import ImageOps

    if image.format == "TIFF":
        from layout.pictures.libtiff import damage, overheard

        with overheard() as lines:
            image.load()
        fault = damage(lines)
        if fault:
            raise PictureError(
                said(
                    "part.picture-damaged",
                    file=name,
                    fault=said("part.program-says", text=_cut(fault)),
                )
            )
    else:
        image.load()
    if image.getexif().get(TURNED, 1) != 1:
        ImageOps.exif_transpose(image, in_place=True)
    return image


def plain_mode(image: "Image") -> str:
    """The mode, of 1, L, RGB and CMYK, that its colours are taken to."""
    if image.mode in ("1", "CMYK"):
        return "L" if image.mode == "1" and has_alpha(image) else image.mode
    return "L" if _MODES[image.mode] == "gray" else "RGB"


def strips(
    image: "Image", *, lab: bool = False, spread: bool = True
) -> "Iterator[tuple[Image, Image | None]]":
    """A decoded picture from its head to its foot, a few rows at a time: its colours in
    `plain_mode`, or as they are where it is in Lab and `lab` is asked for; and how
    much of each pixel is seen, mode L; None where it has no transparency.

    Colours of pixels that are not seen at all are those of what is next to them, as far as `NEAR`
    pixels: where a picture is shown smaller they are mixed into its edges. Without `spread` they
    are what the file has.
    """
    clear = has_alpha(image)
    step = max(NEAR, STRIP // image.width // NEAR * NEAR)
    more = NEAR if clear and spread else 0
    mode = plain_mode(image)
    as_it_is = image.mode == "LAB" and lab
    for top in range(0, image.height, step):
        foot = min(top + step, image.height)
        above = max(0, top - more)
        part = image.crop((0, above, image.width, min(foot + more, image.height)))
        if not clear:
            yield (part if as_it_is else _plain(part, mode)), None
            continue
        part.info |= {k: v for k, v in image.info.items() if k == "transparency"}
        inner = (0, top - above, image.width, foot - above)
        if part.mode != "LA":
            part = part.convert("RGBA")
        colours = (_spread(part) if spread else part.convert(_BARE[part.mode])).crop(inner)
        alpha = part.getchannel("A").crop(inner)
        yield (colours if colours.mode == mode else colours.convert(mode)), alpha


def _plain(image: "Image", mode: str) -> "Image":
    if image.mode.startswith("I"):  # 16 bits a pixel
        return image.convert("I").point(lambda v: v * (1 / 257)).convert("L")
    if image.mode == "LAB":
        from layout.pictures.separation import from_lab

        return from_lab(image)
    return image if image.mode == mode else image.convert(mode)


def _spread(image: "Image") -> "Image":
    """The colours of an LA or RGBA picture, those of its bare parts taken from what is next to
    them."""
    from PIL import Image

    bare = _BARE[image.mode]
    colours = image.convert(bare)
    alpha = image.getchannel("A")
    if alpha.getextrema()[0]:
        return colours
    mean = image.convert(bare + "a").reduce(NEAR).resize(image.size, Image.Resampling.BILINEAR)
    around = mean.convert(image.mode)
    out = Image.new(bare, image.size, "white")
    out.paste(around.convert(bare), mask=_any(around.getchannel("A")))
    out.paste(colours, mask=_any(alpha))
    return out


def _any(alpha: "Image") -> "Image":
    return alpha.point([0] + [255] * 255)


def for_screen(image: "Image") -> "Image":
    """A decoded picture as mode 1, L, RGB, LA or RGBA: what a PNG holds and a browser shows."""
    from PIL import Image

    if image.mode in ("1", "L", "RGB") and not has_alpha(image):
        return image
    mode = plain_mode(image)
    mode = {"CMYK": "RGB"}.get(mode, mode)
    whole = Image.new(mode + "A" * has_alpha(image), image.size)
    top = 0
    for colours, alpha in strips(image):
        part = colours.convert(mode)
        if alpha is not None:
            part.putalpha(alpha)
        whole.paste(part, (0, top))
        top += part.height
    return whole


def joined(mode: str, size: tuple[int, int], parts: "Iterable[Image]") -> "Image":
    """One picture of strips, from the head down."""
    from PIL import Image

    whole = Image.new(mode, size)
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


def encode(image: "Image", kind: str, **options: Any) -> bytes:
    """The picture as a file of format `kind`."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def reduced(rows: bytes, size: tuple[int, int], by: int) -> bytes:
    """Rows of four bytes a pixel, `by` times as coarse: the means of squares of pixels."""
    from PIL import Image

    return Image.frombuffer("RGBX", size, rows, "raw", "RGBX", 0, 1).reduce(by).tobytes()


def reduced_grey(
    rows: bytes, size: tuple[int, int], stride: int, by: int
) -> tuple[tuple[int, int], bytes]:
    """Rows of grey, each `stride` bytes, `by` times as coarse and without what fills a row up."""
    from PIL import Image

    grey = Image.frombuffer("L", size, rows, "raw", "L", stride, 1)
    grey = grey.reduce(by) if by > 1 else grey
    return grey.size, grey.tobytes()


def png_of(mode: str, size: tuple[int, int], rows: bytes, dpi: float, raw: str) -> bytes:
    """A PNG of raw pixels (`raw` is Pillow's name of their layout) that states its resolution."""
    from PIL import Image

    image = Image.frombytes(mode, size, rows, "raw", raw, 0, 1)
    return encode(image, "PNG", dpi=(dpi, dpi), compress_level=6)


def jpeg_of(png: bytes, quality: int) -> bytes:
    """A picture that was made here as a JPEG in RGB or grey, for where its size counts."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        plain = image if image.mode == "L" else image.convert("RGB")
        return encode(plain, "JPEG", quality=quality, optimize=True)


def webp_of(size: tuple[int, int], rows: bytes, raw: str, quality: int) -> bytes:
    """A WebP of raw pixels (`raw` is Pillow's name of their layout), for a browser."""
    from PIL import Image

    image = Image.frombytes("RGB", size, rows, "raw", raw, 0, 1)
    return encode(image, "WEBP", quality=quality, method=2)


def lighter(data: bytes, most: int, quality: int) -> bytes | None:
    """A picture for a screen with at most so many pixels a side, as a JPEG; None where it is as
    small already, or has transparent parts, which a JPEG has not."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        if max(image.size) <= most or has_alpha(image):
            return None
        image.draft("RGB", (most, most))
        small = image.convert("RGB")
        small.thumbnail((most, most))
        return encode(small, "JPEG", quality=quality, optimize=True)


def rgb_of(png: bytes) -> tuple[tuple[int, int], bytes]:
    """The size of a picture that was made here, and its rows of red, green and blue."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        return image.size, image.convert("RGB").tobytes()


_FAULTS: Final = (
    ("truncated", "part.picture-truncated"),
    ("not enough image data", "part.picture-truncated"),
    ("cannot identify", "part.picture-no-format"),
    ("broken data stream", "part.picture-broken-data"),
    ("unrecognized data stream", "part.picture-broken-data"),
    ("decoder error", "part.picture-broken-data"),
    ("bad crc", "part.picture-broken-data"),
    ("broken png", "part.picture-broken-data"),
    ("corrupt", "part.picture-broken-data"),
    ("cannot handle", "part.picture-not-handled"),
    ("not supported", "part.picture-not-handled"),
    ("unsupported", "part.picture-not-handled"),
)
"""Parts of what Pillow 10 to 12 says of a file, in small letters, and the key of our words."""


def _reason(exc: BaseException) -> Said:
    """What is wrong with a file in words of ours; what Pillow says, quoted, where it is unknown."""
    text = _cut(str(exc).split("\n", 1)[0])
    text = text if text and "/" not in text else exc.__class__.__name__
    key = next((key for part, key in _FAULTS if part in text.lower()), None)
    return said(key) if key is not None else said("part.program-says", text=text)


def _cut(text: str) -> str:
    """What a library says, as it may stand in a message."""
    return shown(text.strip().rstrip("."), 80)
