"""From the rendered picture to newsprint ink: ICC conversion, ink limit, JPEG."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

from layout.pictures.tone import opened

INK_LIMIT = 220.0
MOST_BLACK = 83.0
"""Per cent of K before it is coded, which adds some at edges: the press takes 85."""


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
    return open_black(out)


def open_black(image: Image.Image) -> Image.Image:
    """Its shadows with no more black than stays open on newsprint: the colours that lie under it
    keep them dark (L* 35 for 34), and the plate does not fill in."""
    *colours, black = image.split()
    return Image.merge("CMYK", (*colours, black.point(list(opened(range(256), 255, MOST_BLACK)))))


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


def put(data: bytes, out: Path) -> None:
    """A file whole or not at all: it is written beside its place, then moved."""
    beside = out.with_suffix(".part")
    beside.write_bytes(data)
    beside.replace(out)


def put_image(image: Image.Image, out: Path, kind: str, **options: object) -> None:
    """A picture as it is, as `put` writes it; `options` are those of Pillow for its kind."""
    data = io.BytesIO()
    image.save(data, kind, **options)
    put(data.getvalue(), out)


def save(image: Image.Image, out: Path, quality: int, dpi: int) -> None:
    """A CMYK JPEG whose decoded pixels keep the limit too: coding adds a few points of ink."""
    limit = INK_LIMIT
    for _ in range(8):
        data = io.BytesIO()
        inked = limit_ink(image, limit)
        inked.save(data, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True, subsampling=0)
        top = float(ink_percent(Image.open(io.BytesIO(data.getvalue()))).max())
        if top <= INK_LIMIT:
            put(data.getvalue(), out)
            print(f"{out.name}: {len(data.getvalue())} bytes, most ink {top:.1f} %")
            return
        limit -= max(1.0, top - INK_LIMIT)
    raise SystemExit(f"{out.name}: ink stays above {INK_LIMIT} %")
