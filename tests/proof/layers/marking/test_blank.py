"""Where a page is blank, held against looking at every place."""

import random
from itertools import combinations

import pytest

from layout.color import BLACK, WHITE, Color
from layout.display.items import Box, Item, Page, Path, Picture
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers.marking.blank import EDGE_PT, PageCover, less
from layout.proof.layers.marking.covering import covering
from layout.proof.layers.marking.printed import Printed, table
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
        for place in [Rect(x / 2, y / 2, *size)]
        if not any(rect.meets(place) for rect in rects)
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
    whole = Rect(0, 0, 120, 90)
    under = PageCover(page).near(whole).under(table([Rect(5, 5, 20, 2), Rect(50, 50, 5, 5)]))
    assert under.tolist() == pytest.approx([20.0, 0.0])
    assert PageCover(page_of()).near(whole).under(table([whole])).tolist() == [0.0]


def common(one: Rect, other: Rect) -> float:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(wide, 0.0) * max(high, 0.0)


@pytest.mark.parametrize("seed", range(4))
def test_how_much_is_covered_is_the_sum_of_what_each_covers(seed: int) -> None:
    dice = random.Random(seed)

    def rect(most: float) -> Rect:
        x, y = dice.uniform(-20, 120), dice.uniform(-20, 90)
        return Rect(x, y, dice.choice((0.0, dice.uniform(0, most))), dice.uniform(0, most))

    rects, asked = [rect(50) for _ in range(30)], [rect(30) for _ in range(200)]
    found = Printed(table(rects)).under(table(asked)).tolist()
    assert found == pytest.approx([sum(common(a, b) for b in rects) for a in asked], abs=1e-5)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_left_are_all_the_largest_blank_rectangles(seed: int) -> None:
    """Held against every rectangle between the edges of what is taken."""
    dice = random.Random(seed)
    rects = [
        Rect(dice.randint(0, 100), dice.randint(0, 80), dice.randint(3, 40), dice.randint(3, 20))
        for _ in range(6)
    ]
    edges = table(rects)
    xs = sorted({0.0, 120.0, *(x for x in edges[:, [0, 2]].ravel().tolist() if 0 < x < 120)})
    ys = sorted({0.0, 90.0, *(y for y in edges[:, [1, 3]].ravel().tolist() if 0 < y < 90)})
    blank = [
        one
        for a, c in combinations(xs, 2) if c - a >= 5
        for b, d in combinations(ys, 2) if d - b >= 8
        if not any(rect.meets(one := Rect(a, b, c - a, d - b)) for rect in rects)
    ]  # fmt: skip
    largest = {one for one in blank if not any(o.holds(one) and o != one for o in blank)}
    left = less(table([Rect(0, 0, 120, 90)]), edges).tolist()
    assert {Rect(a, b, c - a, d - b) for a, b, c, d in left} == largest
    assert len(left) == len(largest)
