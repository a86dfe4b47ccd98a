"""The darkest or the lightest pixel of a square round each: ink that spreads.

Pillow's `MinFilter` and `MaxFilter` give the same, but look at each pixel of each square: for one
of 65 that takes a hundred times as long.
"""

import numpy
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[numpy.uint8]


def darkest(image: Image.Image, reach: int) -> Image.Image:
    """What the darkest pixel of the square makes of each, which reaches so far to every side."""
    return Image.fromarray(_picked(numpy.asarray(image), reach, numpy.minimum))


def lightest(image: Image.Image, reach: int) -> Image.Image:
    """What the lightest pixel of the square makes of each."""
    return Image.fromarray(_picked(numpy.asarray(image), reach, numpy.maximum))


def _picked(pixels: Grey, reach: int, pick: numpy.ufunc) -> Grey:
    """First down, then across; beyond its edges a picture goes on as it ends."""
    wide = numpy.pad(pixels, reach, mode="edge")
    (height, width), steps = pixels.shape, range(2 * reach + 1)
    down = pick.reduce([wide[step : step + height] for step in steps])
    return numpy.asarray(pick.reduce([down[:, step : step + width] for step in steps]))
