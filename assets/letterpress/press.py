"""Into newsprint ink and a CMYK JPEG whose decoded pixels keep the limit; or into black alone."""

from __future__ import annotations

import io
from pathlib import Path

from park.press import INK_LIMIT, MOST_BLACK, ink_percent, limit_ink, put, put_image, to_ink
from PIL import Image

from layout.pictures.tone import opened


def save(image: Image.Image, profile: Path, out: Path, quality: int, dpi: int) -> None:
    """Hard edges overshoot when coded: the limit before coding goes down until none passes it."""
    inked = to_ink(image, profile)
    limit = INK_LIMIT
    while limit > INK_LIMIT / 2:
        data = io.BytesIO()
        limit_ink(inked, limit).save(
            data, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True, subsampling=0
        )
        top = float(ink_percent(Image.open(io.BytesIO(data.getvalue()))).max())
        if top <= INK_LIMIT:
            put(data.getvalue(), out)
            print(f"{out.name}: {len(data.getvalue())} bytes, most ink {top:.1f} %")
            return
        limit -= max(1.0, 0.5 * (top - INK_LIMIT))
    raise SystemExit(f"{out.name}: ink stays above {INK_LIMIT} %")


def save_gray(image: Image.Image, out: Path, quality: int, dpi: int) -> None:
    """For black alone: what shows how inks stand to each other would be falsified by the plates.
    Its shadows stay open, as those of black among four inks do."""
    grey = image.convert("L").point([255 - k for k in opened(range(255, -1, -1), 255, MOST_BLACK)])
    put_image(grey, out, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
    print(f"{out.name}: {out.stat().st_size} bytes, black alone")
