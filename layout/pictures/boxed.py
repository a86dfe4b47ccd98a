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

MANY: Final = 400
"""Numbers on a picture from which on no room is looked for: nobody reads so many."""


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
    labels: list[tuple[float, float, float, float]] = []
    for one in sorted(boxes, key=lambda b: not b.grave):  # over all boxes, to be read
        color = (214, 0, 20) if one.grave else (236, 122, 0)
        x0, _ = _apart(one.left, one.right, wide)
        y0, _ = _apart(one.top, one.bottom, high)
        words = str(one.number)
        across, down = draw.textlength(words, font=font) + 6, DIGITS + 4
        x0, y0 = _free(labels, (x0, y0 - down), (across, down), image.size)
        labels.append((x0, y0, x0 + across, y0 + down))
        draw.rectangle(labels[-1], fill=(*color, 255))
        middle = (x0 + across / 2, y0 + down / 2)
        draw.text(middle, words, fill=(255, 255, 255), font=font, anchor="mm")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _free(
    labels: Sequence[tuple[float, float, float, float]],
    at: tuple[float, float],
    size: tuple[float, float],
    picture: tuple[int, int],
) -> tuple[float, float]:
    """Where a number covers no other: where it belongs, else to the right of those there, else in
    the rows below and above. Where a picture is full of numbers, where it belongs."""
    (across, down), wide, high = size, picture[0] - 1, picture[1] - 1
    left, top = max(0.0, min(at[0], wide - across)), max(0.0, min(at[1], high - down))
    if len(labels) >= MANY:
        return left, top
    row = down + 1
    below = [top + n * row for n in range(int((high - down - top) // row) + 1)]
    above = [top - n * row for n in range(1, int(top // row) + 1)]
    for y in (*below, *above):
        x = left
        while x + across <= wide:
            ends = [
                one[2]
                for one in labels
                if one[0] <= x + across and one[2] >= x and one[1] <= y + down and one[3] >= y
            ]
            if not ends:
                return x, y
            x = max(ends) + 1
    return left, top


def _apart(low: float, high: float, most: int) -> tuple[float, float]:
    """Two ends within the picture, not closer than LEAST."""
    low, high = min(max(low, 0.0), most - 1.0), min(max(high, 0.0), most - 1.0)
    short = LEAST - (high - low)
    if short > 0:
        low, high = max(0.0, low - short / 2), min(most - 1.0, high + short / 2)
    return low, high
