"""A picture with numbered boxes drawn on it: where on a page something was found."""

import io
from collections.abc import Sequence
from typing import Final

from layout.record import record

LEAST: Final = 6
"""Pixels that a box measures at least each way, so that a hairline can be found."""
DIGITS: Final = 15
LARGE: Final = 8
"""A box of more than such a part of the picture has an outline alone."""


@record(kw_only=False)
class NumberedBox:
    """A box in pixels from the picture's top left, its number, and whether it is grave."""

    number: int
    left: float
    top: float
    right: float
    bottom: float
    grave: bool


def boxed(png: bytes, boxes: Sequence[NumberedBox]) -> bytes:
    """A PNG with the boxes drawn on it, as a PNG: red what is grave, orange the rest."""
    from PIL import Image, ImageDraw, ImageFont

    with Image.open(io.BytesIO(png)) as opened:
        image = opened.convert("RGB")
    draw = ImageDraw.Draw(image, "RGBA")
    font = ImageFont.load_default(DIGITS)
    wide, high = image.size
    for one in sorted(boxes, key=lambda b: b.grave):
        color = (214, 0, 20) if one.grave else (236, 122, 0)
        x0, x1 = _apart(one.left, one.right, wide)
        y0, y1 = _apart(one.top, one.bottom, high)
        small = (x1 - x0) * (y1 - y0) < wide * high / LARGE  # else the page would be one tint
        fill = (*color, 26) if small else None
        draw.rectangle((x0, y0, x1, y1), outline=(*color, 255), fill=fill, width=2)
    for one in sorted(boxes, key=lambda b: b.grave):  # over all boxes, to be read
        color = (214, 0, 20) if one.grave else (236, 122, 0)
        x0, _ = _apart(one.left, one.right, wide)
        y0, _ = _apart(one.top, one.bottom, high)
        words = str(one.number)
        across, down = draw.textlength(words, font=font) + 6, DIGITS + 4
        x0, y0 = min(x0, wide - across), max(0.0, min(y0 - down, high - down))
        draw.rectangle((x0, y0, x0 + across, y0 + down), fill=(*color, 255))
        draw.text((x0 + 3, y0 + 1), words, fill=(255, 255, 255), font=font)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _apart(low: float, high: float, most: int) -> tuple[float, float]:
    """Two ends within the picture, not closer than LEAST."""
    low, high = min(max(low, 0.0), most - 1.0), min(max(high, 0.0), most - 1.0)
    short = LEAST - (high - low)
    if short > 0:
        low, high = max(0.0, low - short / 2), min(most - 1.0, high + short / 2)
    return low, high
