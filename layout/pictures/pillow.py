"""Pillow behind four functions: open with care, turn upright, separate into inks, encode.

Pillow is loaded when the first picture needs decoding and not before. What it raises on a hostile
file is of many kinds; each comes out as one `PictureError`.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from layout.pictures.facts import MAX_PIXELS, Mode, PictureError, too_many

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS: Final = ("JPEG", "PNG", "TIFF", "GIF", "BMP", "WEBP")
JPEG_QUALITY: Final = 92  # of a photograph that had to be converted; without chroma subsampling

_MODES: Final[dict[str, Mode]] = {
    "1": "bilevel", "L": "gray", "LA": "gray", "La": "gray", "I": "gray", "I;16": "gray",
    "I;16B": "gray", "I;16L": "gray", "F": "gray", "RGB": "rgb", "RGBA": "rgb", "RGBa": "rgb",
    "RGBX": "rgb", "P": "rgb", "PA": "rgb", "YCbCr": "rgb", "LAB": "rgb", "HSV": "rgb",
    "CMYK": "cmyk",
}  # fmt: skip


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Turns whatever a decoder raises into a `PictureError` that names the picture."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    # WeasyPrint sets this for the whole process; a picture cut short must never pass in silence.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PictureError:
        raise
    except UnidentifiedImageError as exc:
        known = ", ".join(FORMATS)
        raise PictureError(f"{name} is not a picture of a known kind ({known})") from exc
    except Image.DecompressionBombError as exc:
        digits = "".join(c for c in str(exc).partition("pixels")[0] if c.isdigit())
        raise PictureError(too_many(name, int(digits or 0))) from exc
    except MemoryError as exc:
        raise PictureError(f"{name} does not fit into memory") from exc
    except Exception as exc:
        raise PictureError(f"{name} is damaged or cut short ({_reason(exc)})") from exc
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def open_image(data: bytes, name: str) -> "Image":
    """A picture with its header read and its size checked; its pixels are not decoded yet."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2  # Pillow stops at twice its figure
    image: Image.Image = Image.open(io.BytesIO(data), formats=FORMATS)
    if image.width * image.height > MAX_PIXELS:
        raise PictureError(too_many(name, image.width * image.height))
    if image.mode not in _MODES:
        raise PictureError(f"{name} has pixels of a kind that is not known ({image.mode})")
    return image


def mode_of(image: "Image") -> Mode:
    """The kind of a picture's pixels; a palette of grays counts as colour."""
    return _MODES[image.mode]


def has_alpha(image: "Image") -> bool:
    """Whether parts of it are see-through."""
    return image.mode in ("LA", "La", "RGBA", "RGBa", "PA") or "transparency" in image.info


def upright(image: "Image") -> "Image":
    """Turned as the camera's orientation tag says, decoded."""
    from PIL import ImageOps

    image.load()
    return ImageOps.exif_transpose(image)


def flat(image: "Image") -> "Image":
    """As mode 1, L, RGB or CMYK: no palette, 8 bits, on white paper where it is see-through."""
    from PIL import Image

    if has_alpha(image):
        gray = image.mode in ("LA", "La", "L")
        paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
        paper.alpha_composite(image.convert("RGBA"))
        return paper.convert("L" if gray else "RGB")
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in ("I", "F"):
        top = image.getextrema()[1]
        deep = isinstance(top, int | float) and top > 255
        return image.point(lambda v: v * (1 / 257 if deep else 1)).convert("L")
    if image.mode in ("1", "L", "RGB", "CMYK"):
        return image
    return image.convert("RGB")


def separate(image: "Image", profile: bytes | None, source_profile: bytes | None) -> "Image":
    """An RGB picture as CMYK: through LittleCMS, or by full grey replacement without a profile.

    The latter puts all grey into K and the rest into at most two inks, so it never lays more than
    200 % on the paper; it is no match of colours.
    """
    from PIL import Image, ImageChops

    if profile is None:
        red, green, blue = (ImageChops.invert(band) for band in image.split())
        black = ImageChops.darker(ImageChops.darker(red, green), blue)
        inks = [ImageChops.subtract(band, black) for band in (red, green, blue)]
        return Image.merge("CMYK", (*inks, black))
    from PIL import ImageCms

    own = _rgb_profile(source_profile)
    done = ImageCms.profileToProfile(
        image,
        own if own is not None else ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        renderingIntent=ImageCms.Intent.PERCEPTUAL,
        outputMode="CMYK",
    )
    assert done is not None  # only a conversion in place gives None
    return done


def _rgb_profile(data: bytes | None) -> Any:
    """The profile a picture carries, when it is one of RGB that LittleCMS can read."""
    from PIL import ImageCms

    if not data or data[16:20] != b"RGB ":
        return None
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(data))
    except (OSError, ImageCms.PyCMSError):
        return None


def encode(image: "Image", kind: str, **options: Any) -> bytes:
    """The picture as a file of format `kind`."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png_of(mode: str, size: tuple[int, int], rows: bytes, dpi: float, raw: str) -> bytes:
    """A PNG of raw pixels (`raw` is Pillow's name of their layout) that states its resolution."""
    from PIL import Image

    image = Image.frombytes(mode, size, rows, "raw", raw, 0, 1)
    return encode(image, "PNG", dpi=(dpi, dpi), compress_level=6)


def _reason(exc: BaseException) -> str:
    text = str(exc).split("\n", 1)[0]
    return text[:80] if text and "/" not in text else exc.__class__.__name__
