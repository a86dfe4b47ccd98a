"""What text keeps clear of: the shape of each block that it runs round, where it is on the page."""

from typing import Any

import pytest

from layout.display.items import Picture
from layout.flow.columns.obstacles import cut_out, in_the_way, shapes
from layout.flow.placed import Made, PlacedLine
from layout.geometry import Rect
from layout.spec.resolve.resolved import RWrap
from tests.flow.conftest import block, story, words
from tests.flow.pictures.helpers import picture
from tests.typed import near, one_of

OUTLINE = RWrap(shape="outline", standoff=4.0)
PLACE = Rect(20, 100, 60, 80)
DIAMOND = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))
"""Of the whole picture, in parts of its width and height."""
CUT_OUT = picture(None, source="a.png", outline=DIAMOND)


def shown(crop: tuple[float, float, float, float]) -> Made:
    return Made(items=[Picture(rect=PLACE, source="a.png", crop=crop)])


def points(made: Made, wrap: RWrap = OUTLINE, **more: Any) -> list[tuple[float, float]]:
    (one,) = shapes(block(CUT_OUT, wrap=wrap, **more), made)
    assert one.standoff == wrap.standoff
    return [(near(x), near(y)) for x, y in one.points]


@pytest.mark.parametrize(
    ("crop", "expected"),
    [
        ((0.0, 0.0, 1.0, 1.0), [(50, 100), (80, 140), (50, 180), (20, 140)]),
        # The right half, drawn twice as wide: 0.5 is at the left edge, what is further left, too.
        ((0.5, 0.0, 1.0, 1.0), [(20, 100), (80, 140), (20, 180), (20, 140)]),
        # The lower half, drawn twice as high: 0.5 is at the upper edge, what is higher, too.
        ((0.0, 0.5, 1.0, 1.0), [(50, 100), (80, 100), (50, 180), (20, 100)]),
        # The middle half both ways: (0.5 - 0.25) / 0.5 is half of it.
        ((0.25, 0.25, 0.75, 0.75), [(50, 100), (80, 140), (50, 180), (20, 140)]),
        # A quarter from the left, three tenths from the top, a tenth from the foot.
        ((0.25, 0.3, 1.0, 0.9), [(40, 100), (80, 100 + 80 / 3), (40, 180), (20, 100 + 80 / 3)]),
    ],
)
def test_a_cropped_picture_keeps_its_outline_where_it_is_seen(crop, expected):
    made = shown(crop)
    assert points(made) == expected
    item = one_of(Picture, cut_out(block(CUT_OUT, wrap=OUTLINE), made).items)
    assert list(item.clip) == points(made)


def test_a_picture_is_cut_to_its_outline_only_where_that_is_asked_for():
    whole = shown((0.0, 0.0, 1.0, 1.0))
    assert cut_out(block(CUT_OUT, wrap=RWrap(shape="box", standoff=4.0)), whole) is whole
    assert cut_out(block(CUT_OUT, wrap=None), whole) is whole


def test_a_caption_is_as_large_as_its_type(setter):
    """Seven characters of 8 points: 56 by 8, from the top of their em."""
    made = Made(items=[setter.display(words("湖边的新园区，", 8.0)).at(30, 190, 80, "a#caption")])
    assert isinstance(made.items[0], PlacedLine)
    width = made.items[0].line.width * 8.0 / 1000
    assert points(made) == [(30, 190), (30 + width, 190), (30 + width, 198), (30, 198)]


def test_points_are_parts_of_the_block():
    wrap = RWrap(shape="polygon", standoff=6.0, points=((0.0, 0.25), (1.0, 0.0), (0.5, 1.0)))
    rect = Rect(10, 20, 200, 400)
    assert points(Made(items=[]), wrap, rect=rect) == [(10, 120), (210, 20), (110, 420)]
    plain = RWrap(shape="box", standoff=6.0)
    corners = [(10, 20), (210, 20), (210, 420), (10, 420)]
    assert points(Made(items=[]), plain, rect=rect) == corners


def test_what_stands_beside_a_story_is_not_in_its_way():
    """To a hundredth of a point; and no block is in its own way."""
    text = block(story("中文"), rect=Rect(100, 100, 100, 100), inner=Rect(100, 100, 100, 100))
    shape = shapes(block(None, wrap=RWrap(shape="box", standoff=0.0)), Made(items=[]))
    for x, seen in ((89.0, False), (90.005, False), (90.02, True), (150.0, True), (200.0, False)):
        other = block(None, rect=Rect(x, 120, 10, 10))
        assert in_the_way(text, [(other, shape)]) == (shape if seen else ()), x
    assert in_the_way(text, [(text, shape)]) == ()
    over = block(None, rect=Rect(150, 120, 10, 10))
    down = block(story("中文", vertical=True), rect=text.rect, inner=text.rect)
    assert in_the_way(down, [(over, shape)]) == ()
    assert in_the_way(block(None, rect=text.rect, inner=text.rect), [(over, shape)]) == ()


def test_text_runs_round_the_round_corners_of_a_picture():
    seen = Picture(rect=PLACE, source="a.jpg", corners=(20, 0, 0, 0))
    (one,) = shapes(block(picture(None, corners=(20, 0, 0, 0)), wrap=OUTLINE), Made(items=[seen]))
    assert (20, 120) in one.points
    assert (40, 100) in one.points
    assert (20, 100) not in one.points
    assert {(80, 100), (80, 180), (20, 180)} <= set(one.points)
    plain = RWrap(shape="box", standoff=4.0)
    (whole,) = shapes(block(picture(None), wrap=plain, rect=PLACE), Made(items=[seen]))
    assert len(whole.points) == 4
