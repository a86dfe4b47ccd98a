"""Plates as pictures."""

import io

import numpy as np
from PIL import Image

from layout.color import PROCESS
from layout.plates.coverage import measure
from layout.plates.plate import PixelBox
from layout.plates.shown import OVER, ink_png, plate_png
from tests.plates.madeplates import plates_of


def test_a_plate_is_dark_where_ink_lies() -> None:
    tones = np.array([[0, 255, 51]], np.uint8)
    image = Image.open(io.BytesIO(plate_png(tones, 100)))
    assert (image.mode, image.size) == ("L", (3, 1))
    assert [image.getpixel((x, 0)) for x in range(3)] == [255, 0, 204]
    assert round(image.info["dpi"][0]) == 100


def test_what_is_over_the_limit_is_red_and_the_rest_is_grey() -> None:
    tones = np.zeros((60, 60), np.uint8)
    tones[20:40, 20:40] = 255
    tones[50:, 50:] = 80
    plates = plates_of(dict.fromkeys(PROCESS, tones), PixelBox(5, 5, 60, 60))
    image = Image.open(io.BytesIO(ink_png(plates, measure(plates))))
    assert image.size == (55, 55)
    assert image.getpixel((25, 25)) == OVER
    assert image.getpixel((1, 1)) == (255, 255, 255)
    grey = image.getpixel((50, 50))
    assert isinstance(grey, tuple)
    assert grey[0] == grey[1] == grey[2] < 200
