"""Where a page is blank, held against looking at every place."""

import random

import pytest

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, Item, Page, Path, Picture
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers.marking.blank import EDGE_PT, PageCover, covering
from tests import toypage

WIDE, HIGH = 120.0, 90.0


def page_of(*items: Item) -> Page:
    return toypage.page(*items, width=WIDE, height=HIGH)


def far(place: Rect, spot: Rect) -> float:
    across = max(spot.x - place.right, place.x - spot.right, 0.0)
    return across + max(spot.y - place.bottom, place.y - spot.bottom, 0.0)


@pytest.mark.parametrize("seed", range(12))
def test_the_nearest_blank_place_is_found_and_all_are_blank(seed: int) -> None:
    dice = random.Random(seed)
    rects = [
        Rect(dice.randint(0, 100), dice.randint(0, 80), dice.randint(3, 40), dice.randint(3, 20))
        for _ in range(9)
    ]
    page = page_of(*(Box(rect=rect, fill=BLACK) for rect in rects))
    spot = Rect(dice.randint(10, 90), dice.randint(10, 70), 9, 9)
    size = (dice.randint(5, 20), dice.randint(4, 12))
    whole = Rect(0, 0, 120, 90)
    found = [Rect(x, y, *size) for x, y in PageCover(page).near(whole).places(size, spot, 6)]
    edge = int(EDGE_PT)
    free = [
        place
        for x in range(2 * edge, 2 * (120 - edge - size[0]) + 1)
        for y in range(2 * edge, 2 * (90 - edge - size[1]) + 1)
        if not any(rect.meets(place := Rect(x / 2, y / 2, *size)) for rect in rects)
    ]
    assert bool(found) == bool(free)
    assert all(place in free for place in found)
    if free:
        assert far(found[0], spot) == min(far(place, spot) for place in free)
        assert [far(one, spot) for one in found] == sorted(far(one, spot) for one in found)
    assert len(set(found)) == len(found)


def test_what_is_taken_beside_is_no_place() -> None:
    page = page_of()
    whole, spot = Rect(0, 0, 120, 90), Rect(50, 40, 9, 9)
    (first, *_) = PageCover(page).near(whole).places((10, 10), spot, 1)
    room = PageCover(page).near(whole, [Rect(first[0], first[1], 10, 10)])
    assert all(
        not Rect(first[0], first[1], 10, 10).meets(Rect(one[0], one[1], 10, 10))
        for one in room.places((10, 10), spot, 8)
    )


def test_what_covers_a_page() -> None:
    run = toypage.run(Catalog().face("黑"), "字字", 10, 50)
    (type_,) = covering(run)
    assert 10 < type_.x < 10.5  # the blank at the side of a character
    assert type_.y < 50 < type_.bottom
    assert list(covering(Picture(rect=Rect(1, 2, 3, 4), source="a.png"))) == [Rect(1, 2, 3, 4)]
    tint = Box(rect=Rect(0, 0, 50, 50), fill=Color(k=10.0), role="tint")
    assert list(covering(tint)) == []  # it can be written on
    assert list(covering(Box(rect=Rect(0, 0, 50, 50), fill=Color(k=90.0), role="tint")))
    assert list(covering(Box(rect=Rect(0, 0, 50, 50), fill=WHITE))) == []
    assert list(covering(Box(rect=Rect(0, 0, 50, 1), fill=BLACK, role="rule")))


def test_a_rule_round_a_block_leaves_the_block_blank() -> None:
    steps = (
        ("M", (10.0, 10.0)), ("L", (60.0, 10.0)), ("L", (60.0, 60.0)), ("L", (10.0, 60.0)),
        ("Z", ()),
    )  # fmt: skip
    rects = list(covering(Path(steps=steps, color=BLACK, width=1.0)))
    assert len(rects) == 4
    inside = Rect(12, 12, 46, 46)
    assert not any(rect.meets(inside) for rect in rects)
    assert any(rect.meets(Rect(8, 30, 4, 4)) for rect in rects)  # the side that closes it


def test_how_much_is_covered() -> None:
    rects = [Rect(0, 0, 10, 10), Rect(20, 0, 10, 10)]
    page = page_of(*(Box(rect=rect, fill=BLACK) for rect in rects))
    near = PageCover(page).near(Rect(0, 0, 120, 90))
    assert near.under(Rect(5, 5, 20, 2)) == pytest.approx(20.0)
    assert near.under(Rect(50, 50, 5, 5)) == 0.0
    assert PageCover(page_of()).near(Rect(0, 0, 9, 9)).under(Rect(0, 0, 9, 9)) == 0.0
