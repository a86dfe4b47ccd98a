"""Squares first down and then across are those that Pillow looks at pixel by pixel."""

import pytest
from PIL import Image, ImageFilter

from tests.squares import darkest, lightest


@pytest.mark.parametrize("size", [(40, 30), (7, 50), (1, 1), (3, 90)])
@pytest.mark.parametrize("reach", [0, 1, 3, 11])
def test_each_pixel_is_what_pillow_makes_of_it(size: tuple[int, int], reach: int) -> None:
    image = Image.effect_noise(size, 80)
    side = 2 * reach + 1
    assert darkest(image, reach).tobytes() == image.filter(ImageFilter.MinFilter(side)).tobytes()
    assert lightest(image, reach).tobytes() == image.filter(ImageFilter.MaxFilter(side)).tobytes()
