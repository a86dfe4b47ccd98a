"""Pixels of a picture in its place."""

import pytest
from PIL import Image, ImageStat

from layout.display.items import Picture
from layout.geometry import Rect
from layout.pictures.fineness import brought_down, by_source, sharpened, wanted
from layout.units import mm


def shown(width_mm: float, height_mm: float, **more: object) -> Picture:
    rect = Rect(0, 0, mm(width_mm), mm(height_mm))
    return Picture(rect=rect, source="a.jpg", **more)  # type: ignore[arg-type]


def test_a_picture_is_brought_down_to_what_its_largest_place_needs() -> None:
    small, large = shown(25.4, 25.4), shown(50.8, 50.8)
    assert wanted([small], (800, 800), 200) == ((200, 200), 800)
    assert wanted([small, large], (800, 800), 200) == ((400, 400), 400)


def test_and_never_up() -> None:
    place = shown(25.4, 25.4)
    for size in ((200, 200), (120, 90)):
        assert wanted([place], size, 200)[0] == size
    assert wanted([place], (800, 800), 0) == ((800, 800), 800)
    assert wanted([], (800, 800), 200) == ((800, 800), 0)


def test_what_is_cut_off_counts() -> None:
    """Half of it stands on an inch: the whole of it needs twice as many."""
    half = shown(25.4, 25.4, crop=(0.25, 0.25, 0.75, 0.75))
    assert wanted([half], (800, 800), 200) == ((400, 400), 400)


def test_the_side_with_fewer_pixels_counts() -> None:
    assert wanted([shown(25.4, 50.8)], (800, 800), 200) == ((400, 400), 400)


def test_by_source() -> None:
    one, two = shown(10, 10), Picture(rect=Rect(0, 0, 9, 9), source="b.jpg")
    assert by_source([one, two, one]) == {"a.jpg": [one, one], "b.jpg": [two]}


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "CMYK", "LAB", "P"])
def test_every_kind_comes_down(mode: str) -> None:
    image = Image.effect_noise((300, 200), 60).convert("RGB")
    image = Image.new("LAB", (300, 200), (90, 4, 250)) if mode == "LAB" else image.convert(mode)
    image.info["icc_profile"] = b"x"
    small = brought_down(image, (75, 50))
    assert small.size == (75, 50)
    assert small.info["icc_profile"] == b"x"
    assert small.mode == {"P": "RGB"}.get(mode, mode)
    before, after = (ImageStat.Stat(i.convert(small.mode)).mean for i in (image, small))
    assert after == pytest.approx(before, abs=2)


def test_inks_get_no_more_than_they_had() -> None:
    """Lanczos would lay 27 % more beside an edge."""
    image = Image.new("CMYK", (400, 400), (0, 0, 0, 20))
    image.paste((150, 150, 100, 160), (100, 100, 300, 300))
    made = brought_down(image, (93, 93)).tobytes()
    assert max(sum(made[n : n + 4]) for n in range(0, len(made), 4)) <= 560
    assert min(made[3::4]) >= 20


def test_sharpening_steepens_an_edge_and_leaves_flats_and_hues() -> None:
    image = Image.new("RGB", (60, 20), (90, 120, 60))
    image.paste((150, 190, 110), (30, 0, 60, 20))
    made = sharpened(image, 200.0)
    assert made.getpixel((5, 10)) == pytest.approx((90, 120, 60), abs=2)
    dark, light = made.getpixel((29, 10)), made.getpixel((30, 10))
    assert isinstance(dark, tuple)
    assert isinstance(light, tuple)
    assert dark[1] < 115
    assert light[1] > 195
    assert dark[0] - dark[1] == pytest.approx(-30, abs=4)  # the hue of the edge is that of its side


def test_a_finer_picture_is_sharpened_as_widely_on_the_paper() -> None:
    def reach(ppi: float) -> int:
        image = Image.new("L", (400, 9), 100)
        image.paste(160, (200, 0, 400, 9))
        made = sharpened(image, ppi).crop((0, 4, 200, 5)).tobytes()
        return sum(value < 99 for value in made)

    assert reach(800) == pytest.approx(4 * reach(200), abs=6)


@pytest.mark.parametrize("mode", ["CMYK", "1"])
def test_inks_and_two_levels_are_not_sharpened(mode: str) -> None:
    image = Image.new(mode, (9, 9))
    assert sharpened(image, 200) is image


def test_what_is_see_through_stays_so() -> None:
    image = Image.new("RGBA", (40, 40), (90, 90, 90, 128))
    assert sharpened(image, 200).getchannel("A").getextrema() == (128, 128)
    grey = Image.new("LA", (40, 40), (90, 77))
    assert sharpened(grey, 200).getchannel("A").getextrema() == (77, 77)
