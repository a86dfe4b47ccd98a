"""Two pages laid over one another: what is only in A is red, what is only in B green, what both
have is grey. Vermilion and bluish green, which those tell apart who do not see red from green."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np

from layout.compare.drawn import drawn_parts, raster
from layout.compare.pixels import grey, unexplained
from layout.compare.places import Part
from layout.compare.side import PageSide
from layout.record import record

WAS: Final = (11, 55, 200)
"""Blue, green, red of what is gone."""
NOW: Final = (79, 121, 0)
PALE: Final = 0.42
"""How dark ink is shown that both have."""
QUALITY: Final = 80


@record
class LaidOver:
    """Two pages and their overlay as pixels, blue, green and red, of one size; at so many dpi."""

    a: Any
    b: Any
    over: Any
    dpi: float

    def png(self) -> bytes:
        """The overlay as a PNG."""
        from layout.pictures.pillow import png_of

        rows, columns = self.over.shape[:2]
        return png_of("RGB", (columns, rows), self.over.tobytes(), self.dpi, "BGR")

    def webp(self, which: str) -> bytes:
        """A, B or the overlay as a picture for a browser."""
        from layout.pictures.pillow import webp_of

        pixels = {"a": self.a, "b": self.b, "over": self.over}[which]
        rows, columns = pixels.shape[:2]
        return webp_of((columns, rows), pixels.tobytes(), "BGR", QUALITY)


def laid(a: PageSide, b: PageSide, dpi: float) -> LaidOver:
    """Two pages drawn and laid over one another, aligned at the top left. Raises `BanxinError`."""
    one, other = raster(a, dpi), raster(b, dpi)
    shape = tuple(max(x, y) for x, y in zip(one.shape[:2], other.shape[:2], strict=True))
    one, other = _padded(one, shape), _padded(other, shape)
    return LaidOver(a=one, b=other, over=overlay(one, other), dpi=dpi)


def details(
    a: PageSide, b: PageSide, dpi: float, parts: Iterable[Part], times: int
) -> Iterator[LaidOver]:
    """Parts of two pages, which are measured in pixels of `dpi`, laid over one another and drawn so
    many times as fine. Raises `BanxinError`."""
    wanted = [
        (part.left * times, part.top * times, part.width * times, part.height * times)
        for part in parts
    ]
    for one, other in drawn_parts(a, b, dpi * times, wanted):
        yield LaidOver(a=one, b=other, over=overlay(one, other), dpi=dpi * times)


def overlay(a: Any, b: Any) -> Any:
    """Both pages in one picture."""
    gone, new = unexplained(a, b, 1)
    tones_a, tones_b = grey(a), grey(b)
    pale = 255 - ((255 - np.minimum(tones_a, tones_b)).astype(np.float32) * PALE).astype(np.uint8)
    out = np.repeat(pale[..., None], 3, axis=2)
    for mask, tones, color in ((gone, tones_a, WAS), (new, tones_b, NOW)):
        # A change of colour alone leaves the paper white: what is gone or new is never pale.
        strength = np.maximum(255 - tones[mask], 150).astype(np.float32)[:, None] / 255
        out[mask] = (255 - strength * (255 - np.array(color, dtype=np.float32))).astype(np.uint8)
    return out


def _padded(pixels: Any, shape: tuple[int, ...]) -> Any:
    if pixels.shape[:2] == shape:
        return pixels
    whole = np.full((*shape, 3), 255, dtype=np.uint8)
    whole[: pixels.shape[0], : pixels.shape[1]] = pixels
    return whole
