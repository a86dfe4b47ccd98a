"""Pixels of a picture where it stands: how many it needs there, brought down to that, sharpened.

A screen of 100 lines an inch shows no more than some 200 pixels an inch; more make a file heavy and
are averaged by the plate-setter, unevenly. A picture is never given pixels that it has not.
"""

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING, Final

from layout.display.cut import Grain
from layout.display.items import Item, Picture
from layout.units import MM_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

Size = tuple[int, int]
RADIUS_MM: Final = 0.125
"""Of the unsharp mask: half a cell of newsprint's screen of 40 lines a centimetre, so that the seam
beside an edge is as wide as a dot and does not show as a line."""
AMOUNT: Final = 120
"""Per cent. Ink spreads on newsprint and takes as much from an edge."""
THRESHOLD: Final = 4
"""Levels of 255 below which a difference is grain and not an edge."""
UNKNOWN_PPI: Final = 200.0
"""Pixels an inch of a picture of which nobody says where it stands."""


def wanted(pictures: Iterable[Picture], size: Size, most_ppi: float) -> tuple[Size, float]:
    """The pixels that a picture of `size` needs for all places where it stands, and how many an
    inch it has at the largest of them. They are its own where that is not above `most_ppi`, or
    `most_ppi` is 0."""
    grains = [Grain(picture=picture, pixels=size).ppi for picture in pictures]
    least = min((ppi for ppi in grains if ppi > 0), default=0.0)
    if not most_ppi or least <= most_ppi:
        return size, least
    share = most_ppi / least
    return (max(1, ceil(size[0] * share)), max(1, ceil(size[1] * share))), least


def by_source(items: Iterable[Item]) -> dict[str, list[Picture]]:
    """The pictures of a display list by their files."""
    found: dict[str, list[Picture]] = {}
    for item in items:
        if isinstance(item, Picture):
            found.setdefault(item.source, []).append(item)
    return found


def brought_down(image: "Image", size: Size) -> "Image":
    """A decoded picture of fewer pixels.

    Lanczos for what is still to be converted; of inks a window that never goes below zero
    (Hamming's), so that no place gets more ink than the pixels it is made of.
    """
    from PIL import Image

    if image.mode.startswith("I") or size == image.size:
        return image
    if image.mode in ("P", "PA") or "transparency" in image.info:
        clear = image.mode == "PA" or "transparency" in image.info
        kept = image.info
        image = image.convert("RGBA" if clear else "RGB")
        image.info = {k: v for k, v in kept.items() if k != "transparency"}
    how = Image.Resampling.HAMMING if image.mode == "CMYK" else Image.Resampling.LANCZOS
    small = image.resize(size, how, reducing_gap=3.0)
    small.format = image.format
    small.info = dict(image.info)
    return small


def sharpened(image: "Image", ppi: float) -> "Image":
    """A decoded picture in grey or RGB with an unsharp mask for newsprint's screen, `ppi` being its
    pixels an inch in print. Of colours the lightness alone is sharpened: no edge gets a fringe.
    Inks are left alone: they may be at their limit."""
    from PIL import Image, ImageFilter

    radius = RADIUS_MM / MM_PER_INCH * (ppi or UNKNOWN_PPI)
    mask = ImageFilter.UnsharpMask(radius=radius, percent=AMOUNT, threshold=THRESHOLD)
    if image.mode == "L":
        out = image.filter(mask)
    elif image.mode in ("LA", "RGBA", "RGB", "LAB"):
        *colours, last = image.split()
        alpha = last if image.mode in ("LA", "RGBA") else None
        if image.mode == "LA":
            out = colours[0].filter(mask)
        elif image.mode == "LAB":
            out = Image.merge("LAB", (colours[0].filter(mask), colours[1], last))
        else:
            plain = image if alpha is None else Image.merge("RGB", colours)
            light, *rest = plain.convert("YCbCr").split()
            out = Image.merge("YCbCr", (light.filter(mask), *rest)).convert("RGB")
        if alpha is not None:
            out.putalpha(alpha)
    else:
        return image
    out.format = image.format
    out.info = dict(image.info)
    return out
