"""From the rendered picture to newsprint ink: label, ICC conversion, ink limit, JPEG."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageDraw, ImageFilter, ImageFont

INK_LIMIT = 220.0
LABEL = "示意图"
LABEL_HEIGHT = 1 / 42  # of the picture's height: about 8 pt where the picture is 139 mm high


def label(image: Image.Image, font: Path) -> Image.Image:
    """Sets the white label in the lower right corner, on a faint soft shadow."""
    size = max(6, round(image.height * LABEL_HEIGHT))
    face = ImageFont.truetype(str(font), size)
    _x0, _y0, x1, y1 = face.getbbox(LABEL)
    gap = round(size * 0.75)
    at = (image.width - gap - x1, image.height - gap - y1)
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).text(at, LABEL, font=face, fill=255)
    halo = mask.filter(ImageFilter.GaussianBlur(size * 0.22)).point(lambda v: min(150, v * 2))
    out = Image.composite(Image.new("RGB", image.size, (10, 14, 12)), image, halo)
    return Image.composite(Image.new("RGB", image.size, (255, 255, 255)), out, mask)


def to_ink(image: Image.Image, profile: Path) -> Image.Image:
    """sRGB to the newsprint profile: relative colorimetric with black point compensation."""
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        str(profile),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    out = ImageCms.applyTransform(image, transform)
    assert out is not None
    return out


def ink_percent(image: Image.Image) -> np.ndarray:
    """Sum of the four inks, percent, of every pixel."""
    return np.asarray(image, np.float32).sum(-1) * (100 / 255)


def limit_ink(image: Image.Image, limit: float = INK_LIMIT) -> Image.Image:
    """Takes the colour inks down in step where their sum with black passes the limit."""
    a = np.asarray(image, np.float32)
    colour, black = a[..., :3].sum(-1), a[..., 3]
    room = np.maximum(limit * 2.55 - black, 0)
    scale = np.where(colour > room, room / np.maximum(colour, 1), 1)
    a[..., :3] = np.floor(a[..., :3] * scale[..., None] + 1e-4)
    return Image.fromarray(a.astype(np.uint8), "CMYK")


def save(image: Image.Image, out: Path, quality: int, dpi: int) -> None:
    """A CMYK JPEG whose decoded pixels keep the limit too: coding adds a few points of ink."""
    limit = INK_LIMIT
    for _ in range(8):
        data = io.BytesIO()
        inked = limit_ink(image, limit)
        inked.save(data, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True, subsampling=0)
        top = float(ink_percent(Image.open(io.BytesIO(data.getvalue()))).max())
        if top <= INK_LIMIT:
            beside = out.with_suffix(".part")
            beside.write_bytes(data.getvalue())
            beside.replace(out)
            print(f"{out.name}: {len(data.getvalue())} bytes, most ink {top:.1f} %")
            return
        limit -= max(1.0, top - INK_LIMIT)
    raise SystemExit(f"{out.name}: ink stays above {INK_LIMIT} %")
