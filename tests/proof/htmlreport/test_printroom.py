"""Labels in print: on no headline and on no other, at the cost of a little size or place."""

import random

import pytest

from layout.color import BLACK
from layout.display.items import Box, Page
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.htmlreport.printroom import HEADLINE_EM, SIZES, PrintRoom
from layout.proof.layers.layer import LayerLabel
from layout.proof.marks import inked
from tests import toypage

FACE = Catalog().face("黑")


def label(x: float, y: float, width: float = 40.0) -> LayerLabel:
    return LayerLabel(at=(x, y), size=8.4, items=(Box(rect=Rect(x, y, width, 9.7), fill=BLACK),))


def page(*runs: tuple[str, float, float, float]) -> Page:
    return toypage.page(*(toypage.run(FACE, text, x, y, size=size) for text, x, y, size in runs))


def test_where_there_is_room_it_is_as_large_as_it_should_be_and_stays() -> None:
    made = PrintRoom(page()).put(label(100, 100), 2.0)
    assert made.by == 2.0
    assert (made.place.x, made.place.y) == (100, 100)
    assert (made.place.width, made.place.height) == pytest.approx((80, 19.4))


@pytest.mark.parametrize("below", [10.0, 14.0, 18.0])
def test_it_lies_on_no_headline(below: float) -> None:
    given = page(("大字标题大字标题", 60, 100 + below + 24, 30.0))
    assert HEADLINE_EM * given.grid.em < 30.0
    made = PrintRoom(given).put(label(100, 100), 2.0)
    (head,) = inked(given.items)
    assert not made.place.meets(head)
    assert made.place.meets(Rect(60, 60, 200, 80))  # no further off than it must be


def test_of_body_type_it_covers_little() -> None:
    lines = [("国" * 20, 60.0, 100 + 13.0 * k, 9.0) for k in range(-3, 9) if k not in (1, 2)]
    given = page(*lines)
    made = PrintRoom(given).put(label(100, 103), 1.9)
    shares = [
        rect for rect in inked(given.items)
        if rect.meets(made.place) and min(rect.bottom, made.place.bottom) - rect.y > 3
    ]  # fmt: skip
    assert len(shares) <= 1


@pytest.mark.parametrize("seed", range(3))
def test_many_lie_on_no_other_and_on_the_page(seed: int) -> None:
    dice = random.Random(seed)
    given = page()
    room = PrintRoom(given)
    made = [
        room.put(label(dice.uniform(0, 350), dice.uniform(0, 350), dice.uniform(10, 60)), 1.8)
        for _ in range(25)
    ]
    whole = Rect(0, 0, given.width, given.height)
    for k, one in enumerate(made):
        assert whole.holds(one.place)
        assert 1.8 * min(SIZES) - 1e-9 <= one.by <= 1.8
        assert not any(one.place.meets(other.place, 2.0) for other in made[:k])


def test_one_that_is_large_enough_is_not_made_smaller() -> None:
    made = PrintRoom(page(("大字标题大字标题", 60, 110, 30.0))).put(label(100, 100), 1.0)
    assert made.by == 1.0
