"""Numbered boxes on a picture."""

import io

import pytest
from PIL import Image

from layout.pictures.boxed import LEAST, MANY, NumberedBox, boxed


def paper(size: tuple[int, int] = (200, 100)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (255, 255, 255)).save(out, "PNG")
    return out.getvalue()


def drawn(*boxes: NumberedBox) -> Image.Image:
    return Image.open(io.BytesIO(boxed(paper(), boxes))).convert("RGB")


def test_a_box_is_where_it_should_be():
    image = drawn(NumberedBox(1, 50.0, 40.0, 90.0, 70.0, True))
    assert image.size == (200, 100)
    assert image.getpixel((50, 60)) == (214, 0, 20)
    assert image.getpixel((150, 60)) == (255, 255, 255)
    assert image.getpixel((70, 60)) not in ((255, 255, 255), (214, 0, 20))  # a tint


def test_what_is_grave_is_red_and_the_rest_orange():
    image = drawn(NumberedBox(1, 50.0, 40.0, 90.0, 70.0, False))
    assert image.getpixel((50, 60)) == (236, 122, 0)


def test_a_hairline_is_made_wide_enough_to_be_seen():
    image = drawn(NumberedBox(1, 100.0, 50.0, 100.0, 50.0, True))
    width, height = image.size
    row = [x for x in range(width) if image.getpixel((x, 51)) != (255, 255, 255)]
    assert len(row) >= LEAST
    assert height == 100


def test_a_box_out_of_the_picture_is_drawn_at_its_edge():
    image = drawn(NumberedBox(7, -500.0, -500.0, 900.0, 900.0, True))
    assert image.getpixel((100, 0)) == (214, 0, 20)
    assert image.getpixel((100, 60)) == (255, 255, 255)  # no tint over the whole page


@pytest.mark.parametrize("place", [(50.0, 40.0), (195.0, 40.0), (50.0, 0.0), (195.0, 95.0)])
def test_no_number_covers_another(place: tuple[float, float]) -> None:
    """Two findings on one thing begin at one corner: both numbers are read, also at an edge."""
    x, y = place
    boxes = [NumberedBox(n, x, y, x + 3, y + 3, n == 1) for n in (1, 2)]
    red, orange = (214, 0, 20), (236, 122, 0)

    counts = {color: n for n, color in drawn(*boxes).getcolors(20_000) or ()}
    assert counts[red] > 150  # of a ground of 15 by 20, less its digit
    assert counts[orange] > 150


def test_many_numbers_are_drawn_without_a_search_for_room() -> None:
    boxes = [NumberedBox(n, 50.0, 40.0, 90.0, 70.0, False) for n in range(1, MANY + 50)]
    assert drawn(*boxes).size == (200, 100)
