"""Codes read back by zxing-cpp, which shares no code with what makes them; and dot gain on them."""

import math
from typing import Any

import numpy
import zxingcpp
from PIL import Image, ImageFilter

from tests.squares import darkest

# 26 % at 40 % on a screen of 40 lines a centimetre, as newsprint has it: a round dot of 40 % in
# a cell of 0.25 mm has a radius of 0.0892 mm and one of 66 % of 0.1146 mm, so ink spreads by a
# fortieth of a millimetre on every side.
SPREAD_MM = 0.0254
FINE = 8  # times as fine as the picture of the page, for a spread of whole pixels


def read_image(image: Any, addon: bool = False) -> list[Any]:
    """The codes of a grey image; with `addon` those of bars that have one, and no others."""
    asked = zxingcpp.EanAddOnSymbol.Require if addon else zxingcpp.EanAddOnSymbol.Ignore
    return list(zxingcpp.read_barcodes(image, ean_add_on_symbol=asked))


def texts(image: Image.Image, addon: bool = False) -> list[str]:
    """What the codes of a picture say, in order."""
    return sorted(code.text for code in read_image(numpy.asarray(image.convert("L")), addon))


def spread(image: Image.Image, dpi: float) -> Image.Image:
    """A picture as it is printed with that dot gain, seen by a camera at 600 pixels an inch."""
    size = (image.width * FINE, image.height * FINE)
    fine = image.convert("L").resize(size, Image.Resampling.BICUBIC)
    plate = fine.point(lambda value: 255 * (value > 127))
    grown = darkest(plate, math.ceil(SPREAD_MM / 25.4 * dpi * FINE))
    seen = (round(image.width * 600 / dpi), round(image.height * 600 / dpi))
    return grown.resize(seen, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.7))
