"""How light a picture is from place to place: what words that stand on it are held against.

A picture is taken small, some hundred pixels wide: a character is several of these, and a mean over
them is all that is asked.
"""

from typing import TYPE_CHECKING, Final

from layout.color import SOLIDS, grown
from layout.record import record

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE: Final = 320
"""Pixels of the longer side that is kept."""
_MEANS: Final = ("L", "LA", "RGB", "RGBA", "CMYK")
"""Modes of which pixels can be put together as they are."""
_RGB: Final = (0.2126, 0.7152, 0.0722)
"""What red, green and blue give to relative luminance (IEC 61966-2-1, WCAG 2.2)."""


@record
class Shade:
    """Relative luminance and cover of a picture, one byte a pixel each, row by row."""

    width: int
    height: int
    light: bytes
    cover: bytes

    def under(self, left: float, top: float, right: float, foot: float) -> tuple[float, float]:
        """Means of a part of it, given in fractions of its width and height: its luminance (0 to 1)
        where it covers, and how much of the part it covers (0 to 1)."""
        x0, x1 = _span(left, right, self.width)
        y0, y1 = _span(top, foot, self.height)
        light = cover = 0
        for row in range(y0 * self.width, y1 * self.width, self.width):
            for at in range(row + x0, row + x1):
                seen = self.cover[at]
                cover += seen
                light += self.light[at] * seen
        mean = light / (255 * cover) if cover else 1.0
        return mean, cover / (255 * (x1 - x0) * (y1 - y0))


def shade(data: bytes, name: str) -> Shade:
    """The shade of a picture file. Raises `PictureError`, naming it, where it cannot be read."""
    from layout.pictures import pillow

    with pillow.guarded(name):
        image = pillow.open_image(data, name)
        image.draft(None, (SIDE, SIDE))  # a JPEG is decoded at an eighth, at best
        image = pillow.decoded(image, name)
        if image.mode in _MEANS and "transparency" not in image.info:
            image = _small(image)  # before it is converted: it may be large
        if image.mode != "CMYK":
            image = pillow.for_screen(image)
        if image.mode == "1":
            image = image.convert("L")
        image = _small(image)
        cover = b"\xff" * (image.width * image.height)
        if pillow.has_alpha(image):
            cover = image.getchannel("A").tobytes()
        return Shade(
            width=image.width, height=image.height, light=_light(image).tobytes(), cover=cover
        )


def _small(image: "Image") -> "Image":
    by = max(image.size) // SIDE
    return image.reduce(by) if by > 1 else image


def _light(image: "Image") -> "Image":
    """Relative luminance of a picture of mode L, LA, RGB, RGBA or CMYK, 8 bits."""
    from PIL import ImageChops

    bands = image.split()
    if image.mode == "CMYK":  # as `Color.printed` has it of one colour
        left = [
            band.point([round(255 * (1 - grown(v / 255) * (1 - solid))) for v in range(256)])
            for band, solid in zip(bands, SOLIDS, strict=True)
        ]
        out = left[0]
        for band in left[1:]:
            out = ImageChops.multiply(out, band)
        return out
    if len(bands) < 3:
        return bands[0].point([round(255 * _linear(v)) for v in range(256)])
    parts = [
        band.point([round(255 * weight * _linear(v)) for v in range(256)])
        for band, weight in zip(bands[:3], _RGB, strict=True)
    ]
    return ImageChops.add(ImageChops.add(parts[0], parts[1]), parts[2])


def _linear(value: int) -> float:
    """Light of a sample of sRGB."""
    v = value / 255
    return float(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4)


def _span(low: float, high: float, size: int) -> tuple[int, int]:
    """The pixels of a stretch in fractions, one at least."""
    first = min(size - 1, max(0, int(low * size)))
    return first, min(size, max(first + 1, round(high * size)))
