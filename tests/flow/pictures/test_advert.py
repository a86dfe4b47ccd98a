"""Adverts in their frame: artwork whole, the word 广告 always read, what is known while none is
there."""

import pytest

from layout.color import WHITE, Color
from layout.display.items import Box, Picture
from layout.flow.furniture.furniture import furniture_height, make_furniture
from layout.flow.placed import Made
from layout.geometry import Rect
from layout.spec.resolve.resolved import RPicture
from tests.flow.conftest import PITCH, block, lines_of, text_of
from tests.flow.pictures.helpers import advert
from tests.told import assert_told

CORNERS = ("bottom-right", "bottom-left", "top-right", "top-left")


def made(setter, spec: RPicture, lines: int = 8, width: float = 200.0) -> tuple[Made, Rect]:
    place = block(spec, 1, lines, width)
    return make_furniture(setter, place, pitch=PITCH, accent=Color(m=100.0)), place.inner


@pytest.mark.parametrize("corner", CORNERS)
def test_the_mark_stands_in_its_corner_of_the_artwork_on_white(setter, corner: str) -> None:
    found, _ = made(setter, advert(mark_at=corner, pixels=(500, 500)))
    (shown,) = [i.rect for i in found.items if isinstance(i, Picture)]
    (panel,) = [i for i in found.items if isinstance(i, Box) and i.node == "lead#mark"]
    (line,) = lines_of(found, "lead#mark")
    assert text_of(line) == "广告"
    assert panel.fill == WHITE
    assert shown.holds(panel.rect)
    assert found.items.index(panel) > 0
    assert isinstance(found.items[0], Picture)
    down, across = corner.split("-")
    assert (panel.rect.y - shown.y < 5) == (down == "top")
    assert (panel.rect.x - shown.x < 5) == (across == "left")
    size = line.style.size
    assert panel.rect.holds(Rect(line.x, line.baseline - 0.88 * size, line.measure, size))


def test_artwork_that_bears_the_word_has_no_other(setter) -> None:
    found, _ = made(setter, advert(mark=None))
    assert [type(i) for i in found.items] == [Picture]


def test_an_empty_frame_says_whose_it_is_and_what_was_booked(setter) -> None:
    found, room = made(setter, advert(source=None))
    texts = [text_of(line) for line in lines_of(found, "lead")]
    assert texts == ["某某书店", "半通栏71×34mm"]
    (one,) = found.diagnostics
    assert_told(one, "STANDS-IN.advert", {"block": "lead"})
    assert one.severity == "warning"
    for line in lines_of(found, "lead"):
        assert room.x <= line.x
        assert line.x + line.measure <= room.right
    assert lines_of(found, "lead#mark")


@pytest.mark.parametrize(("height", "shown"), [(1, 0), (3, 2), (20, 2)])
def test_words_stand_in_an_empty_frame_where_there_is_room(setter, height: int, shown: int) -> None:
    found, room = made(setter, advert(source=None), height)
    inside = lines_of(found, "lead")
    assert len(inside) == shown
    for line in inside:
        assert room.y <= line.baseline - 0.88 * line.style.size
        assert line.baseline <= room.bottom


def test_in_a_stack_it_is_as_high_as_was_booked(setter) -> None:
    assert furniture_height(setter, advert(), 200.0, PITCH) == 96.0
    by_shape = furniture_height(setter, advert(size=None), 200.0, PITCH)
    assert by_shape == pytest.approx(200.0 * 2 / 3)
