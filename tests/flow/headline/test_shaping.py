"""The size of a fitted title and how far it is condensed or flattened, against a search of all
sizes and scales; and what is told of one that would have to be changed too far."""

import math
import random
from itertools import product

import pytest

from layout.flow.headline.breaking import FIT_AIR
from layout.flow.headline.headline import set_headline
from layout.flow.headline.shaping import ALIKE, MOULD, STEPS, Lines, Shape, Space, chosen, shapes
from layout.flow.headline.vertical import headline_beside
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.spec.resolve.defaults import Scales, natural_scale
from tests.flow.conftest import changed, headline, story, words
from tests.told import assert_told
from tests.typed import near

SOLID = (1.0, 1.0)
STEP = 1 / STEPS


def space(length=300.0, depth=math.inf, along=SOLID, across=SOLID, *, fill=True) -> Space:
    return Space(length=length, depth=depth, along=along, across=across, fill=fill)


def best(lines: Lines, place: Space, least: float, most: float) -> Shape:
    (_, shape) = chosen([lines], place, least, most) or (0, None)
    assert shape is not None
    return shape


def test_a_title_that_fills_its_width_as_it_is_drawn_stays_so() -> None:
    assert best(Lines(em=10, deep=1.5, cut=False), space(300, 45, (0.7, 1)), 10, 0) == (30, 1, 1)


def test_one_too_long_for_its_lines_is_condensed_as_far_as_the_lines_need() -> None:
    assert best(Lines(em=10, deep=1.5, cut=False), space(300, 60, (0.7, 1)), 10, 0) == (40, 0.75, 1)
    narrow = best(Lines(em=10, deep=1.5, cut=False), space(300, 90, (0.7, 1)), 10, 0)
    assert narrow.size == 42.5  # 300 / 10 / 0.7 = 42.86
    assert narrow.along == pytest.approx(0.705, abs=STEP)


def test_one_too_short_is_widened_where_that_fills_the_width_and_only_there() -> None:
    wide = space(330, 45, (1, 1.2))
    assert best(Lines(em=10, deep=1.5, cut=False), wide, 10, 0) == (30, 1.1, 1)
    assert best(Lines(em=8, deep=1.5, cut=False), wide, 10, 0) == (30, 1, 1)  # 330 / 240 = 1.375


def test_flattened_type_fills_its_width_in_few_lines() -> None:
    flat = space(300, 45, across=(0.6, 1))
    assert best(Lines(em=7.5, deep=1.5, cut=False), flat, 10, 0) == (40, 1, 0.75)


def test_it_is_made_taller_only_where_the_lines_are_to_be_filled() -> None:
    tall = space(300, 60, across=(1, 1.5))
    assert best(Lines(em=10, deep=1.5, cut=False), tall, 10, 0) == (30, 1, 1.333)
    assert best(Lines(em=10, deep=1.5, cut=False), changed(tall, fill=False), 10, 0) == (30, 1, 1)


def test_size_goes_no_further_than_it_may() -> None:
    assert best(Lines(em=10, deep=1.5, cut=False), space(300, 90, (0.5, 1)), 10, 36) == (
        36, 0.833, 1
    )  # fmt: skip


def test_a_way_that_is_not_much_smaller_goes_before_one_that_is_much_condensed() -> None:
    one, two = Lines(em=12, deep=1.5, cut=False), Lines(em=6, deep=2.66, cut=False)
    k, shape = chosen([one, two], space(360, 100, (0.7, 1)), 10, 0) or (9, None)
    assert (k, shape) == (1, (37.5, 1, 1))  # beside 42.5 at 0.706
    k, shape = chosen([one, two], space(420, 75, (0.7, 1)), 10, 0) or (9, None)
    assert (k, shape) == (0, (50, 0.7, 1))  # beside 28: twice as small is worse than narrow
    cut = Lines(em=6, deep=2.66, cut=True)
    assert (chosen([one, cut], space(360, 100, (0.7, 1)), 10, 0) or (9,))[0] == 0


def all_shapes(lines: Lines, place: Space, least: float, most: float) -> list[Shape]:
    """Every size in half points with every scale in thousandths that `chosen` allows."""
    out = []
    sizes = {least} | {n / 2 for n in range(1, int(most * 2) + 1) if n / 2 > least}
    for size in sizes:
        ways = []
        for (low, high), room, fill in (
            (place.along, place.length / (lines.em * size), True),
            (place.across, place.depth / (lines.deep * size), place.fill),
        ):
            steps = {low, high, natural_scale((low, high))}
            steps |= {n / STEPS for n in range(500, 2001) if low <= n / STEPS <= high}
            natural = natural_scale((low, high))
            ways.append([
                s for s in steps
                if s <= room + 1e-9 and (s <= natural or (fill and s >= room - STEP - 1e-9))
            ])  # fmt: skip
        out += [Shape(size, *scales) for scales in product(*ways)]
    return out


@pytest.mark.parametrize("seed", range(60))
def test_no_other_size_and_scale_covers_more(seed: int) -> None:
    """Against all of them: what is chosen covers as much as any, give or take what rounding does,
    and of those that do none is nearer to the face's own shape."""
    chance = random.Random(seed)
    low, high = chance.uniform(0.5, 1.0), chance.uniform(1.0, 1.5)
    kinds = [SOLID, (low, 1.0), (1.0, high), (low, high)]
    along, across = chance.choice(kinds), SOLID if chance.random() < 0.7 else chance.choice(kinds)
    place = space(
        chance.uniform(80, 200), chance.choice([math.inf, chance.uniform(15, 60)]), along, across,
        fill=chance.random() < 0.5,
    )  # fmt: skip
    lines = Lines(em=chance.uniform(3, 14), deep=chance.uniform(1.4, 3.8), cut=False)
    least, most = chance.uniform(6, 12), float(chance.randint(14, 40))
    there = all_shapes(lines, place, least, most)
    found = chosen([lines], place, least, most)
    if not there:
        assert found is None
        return
    assert found is not None
    shape = found[1]
    rounding = 1 + 3 * STEP  # of a scale below and above
    assert shape.area * (1 + ALIKE) * rounding >= max(s.area for s in there)
    assert lines.em * shape.size * shape.along <= place.length + 1e-6
    assert lines.deep * shape.size * shape.across <= place.depth + 1e-6

    def far(s: Shape) -> float:
        return sum(
            abs(math.log(scale / natural_scale(between)))
            for scale, between in ((s.along, along), (s.across, across))
        )

    as_large = [s for s in there if s.area >= shape.area * (1 + ALIKE) * rounding]
    assert all(far(s) > far(shape) - 6 * STEP for s in as_large)
    alike = [s for s in shapes(lines, place, least, most) if s.area >= shape.area]
    assert far(shape) <= min(far(s) for s in alike) + ALIKE


@pytest.mark.parametrize("seed", range(20))
def test_the_way_is_the_one_that_is_worth_most(seed: int) -> None:
    chance = random.Random(1000 + seed)
    place = space(chance.uniform(100, 400), chance.uniform(30, 120), (0.6, 1.0))
    em = chance.uniform(6, 20)
    ways = [Lines(em=em / n, deep=1.16 * n + 0.34, cut=chance.random() < 0.3) for n in (1, 2, 3, 4)]
    found = chosen(ways, place, 8, 0)
    each = {k: best(way, place, 8, 0) for k, way in enumerate(ways) if chosen([way], place, 8, 0)}
    if not each:
        assert found is None
        return
    assert found is not None

    def worth(k: int) -> float:
        size, along, across = each[k]
        return math.log(size * math.sqrt(along * across)) - MOULD * math.log(along / across) ** 2

    whole = [k for k in each if not ways[k].cut] or list(each)
    assert found[0] in whole
    assert worth(found[0]) == pytest.approx(max(worth(k) for k in whole))


def open_title(*title, width=SOLID, height=SOLID, fit=(10.0, 0.0), **more):
    """A fitted headline whose style leaves its scales open."""
    scales = Scales(width, height)
    lines = tuple(words(t, 30.0, scales=scales) for t in title)
    return changed(headline(*title, fit=fit, **more), title=lines)


def made(setter, head, width, height=400.0):
    return set_headline(setter, head, Rect(0, 0, width, height), "n")


def test_a_title_fills_its_width_and_its_lines(setter):
    (line,), found = made(setter, open_title("一二三四五六七八九十", width=(0.6, 1.0)), 300, 60)
    assert not found
    style = line.style
    assert style.size == 60 / (1 + FIT_AIR)
    assert style.h_scale == 0.75
    assert line.line.natural * style.size * style.h_scale / 1000 == pytest.approx(300)


def test_all_lines_of_a_title_have_one_shape(setter):
    head = open_title("一二三四五六七八", "一二三", width=(0.6, 1.0), balance=False)
    placed, found = made(setter, head, 160, 80)
    assert not found
    assert len({(p.style.size, p.style.h_scale) for p in placed}) == 1


def test_a_vertical_title_is_flattened_to_its_height_and_as_wide_as_its_place(setter):
    head = open_title(
        "一二三四五六七八", height=(0.5, 1.0), vertical=True, lines=0, width=(1.0, 1.0),
    )  # fmt: skip
    head = changed(head, width=51.0)  # with half an em of white 34
    placed, found, _ = headline_beside(setter, story("正文。"), head, Rect(0, 0, 300, 215), "n")
    assert not found
    (line,) = placed
    assert isinstance(line, PlacedLine)
    assert line.style.size * line.style.h_scale == 34  # across
    assert line.style.size == pytest.approx(21.5, abs=0.04)  # 215 / (8 + 2)


@pytest.mark.parametrize(
    ("width", "room", "key", "numbers"),
    [
        (200.0, 400.0, "DISPLAY-WIDE.title-scale", {"needed": "40", "room_pt": 200.0}),
        (500.0, 30.0, "DISPLAY-HIGH.title-scale", {"needed": "40", "room_pt": near(20.0)}),
    ],
)
def test_what_would_need_more_than_the_style_allows_is_told(setter, width, room, key, numbers):
    head = open_title("一二三四五六七八九十", width=(0.7, 1.0), height=(0.7, 1.0), fit=(50.0, 0.0))
    _, found = made(setter, head, width, room)
    assert_told(found[0], key, {"allowed": "70", "least_pt": 50.0, **numbers})


def test_a_vertical_one_is_told_too(setter):
    head = open_title(
        "一二三四五六七八", height=(0.8, 1.0), vertical=True, lines=0, fit=(50.0, 0.0)
    )
    _, found, _ = headline_beside(setter, story("正文。"), head, Rect(0, 0, 300, 200), "n")
    told = [d for d in found if d.code == "DISPLAY-WIDE"]
    assert_told(told[0], "DISPLAY-WIDE.title-scale-down", {"needed": "40", "allowed": "80"})


def test_a_balanced_title_of_a_stated_size_is_condensed_before_it_takes_a_line_more(setter):
    head = open_title("一二三四五六七八九十", width=(0.8, 1.0), balance=True)
    for room, rows in ((300, 1), (241, 1), (239, 2)):
        placed, found = made(setter, changed(head, fit=None), room)
        assert not found
        assert len(placed) == rows, room
        longest = max(p.line.natural * p.style.size * p.style.h_scale / 1000 for p in placed)
        assert longest <= room + 0.01
