"""Where rules run between rectangles: the middle of the white, junctions, what stops them."""

from itertools import product
from random import Random

import pytest

from layout.flow.rules.segments import Cell, Segment, White, facing, segments
from layout.geometry import Rect

WHITE = White(beside=(2, 8), below=(1, 6))


def cell(name: str, x: float, y: float, right: float, bottom: float, **more: object) -> Cell:
    return Cell(rect=Rect(x, y, right - x, bottom - y), owner=name, **more)  # type: ignore[arg-type]


def runs(*cells: Cell, walls: tuple[Rect, ...] = ()) -> tuple[list[Segment], list[Segment]]:
    made = segments(cells, [*(c.rect for c in cells), *walls], WHITE)
    return list(made.down), list(made.across)


A = cell("a", 0, 0, 40, 50)


def test_a_rule_stands_in_the_middle_as_far_as_two_face_each_other() -> None:
    assert runs(A, cell("b", 44, 10, 80, 70)) == ([Segment(42, 10, 50)], [])
    assert runs(A, cell("b", 10, 54, 80, 70)) == ([], [Segment(52, 10, 40)])


def test_white_that_is_too_narrow_or_too_wide_has_none() -> None:
    for gap, some in ((1, False), (2, True), (8, True), (8.1, False)):
        down, _ = runs(A, cell("b", 40 + gap, 0, 90, 50))
        assert bool(down) is some, gap


@pytest.mark.parametrize("closed", [0, 1, 2, 3])
def test_there_is_none_at_a_closed_side(closed: int) -> None:
    sides = tuple(n != closed for n in range(4))
    one = cell("a", 0, 0, 40, 50, sides=sides)
    down, across = runs(one, cell("b", 44, 0, 80, 50), cell("c", 0, 54, 40, 80))
    assert bool(down) is (closed != 1)
    assert bool(across) is (closed != 2)


def test_a_story_is_not_parted_from_itself_nor_from_a_picture_of_its_group() -> None:
    assert runs(A, cell("a", 44, 0, 80, 50)) == ([], [])
    one = cell("a", 0, 0, 40, 50, group="g")
    assert runs(one, cell("b", 44, 0, 80, 50, group="g", picture=True)) == ([], [])
    assert runs(one, cell("b", 44, 0, 80, 50, group="g")) != ([], [])
    assert runs(one, cell("b", 44, 0, 80, 50, group="h", picture=True)) != ([], [])


def test_rules_meet_in_a_corner_in_a_t_and_in_a_cross() -> None:
    below, wide = cell("c", 0, 54, 40, 80), cell("c", 0, 54, 80, 80)
    beside = cell("b", 44, 0, 80, 50)
    tall = cell("b", 44, 0, 80, 80)
    assert runs(A, tall, below) == ([Segment(42, 0, 80)], [Segment(52, 0, 42)])
    assert runs(A, beside, wide) == ([Segment(42, 0, 52)], [Segment(52, 0, 80)])
    last = cell("d", 44, 54, 80, 80)
    assert runs(A, beside, below, last) == ([Segment(42, 0, 80)], [Segment(52, 0, 80)])
    assert runs(A, beside, below) == ([Segment(42, 0, 52)], [Segment(52, 0, 42)])


def test_what_stands_between_stops_a_rule() -> None:
    wall = Rect(30, 20, 30, 10)
    down, _ = runs(A, cell("b", 44, 0, 80, 50), walls=(wall,))
    assert down == [Segment(42, 0, 20), Segment(42, 30, 50)]


def test_pieces_are_one_rule_where_white_alone_is_between_them() -> None:
    low, far = cell("c", 0, 54, 40, 80), cell("c", 0, 60, 40, 80)
    tall = cell("b", 44, 0, 80, 80, sides=(True, True, True, True))
    assert runs(A, tall, low)[0] == [Segment(42, 0, 80)]
    assert runs(A, tall, far)[0] == [Segment(42, 0, 50), Segment(42, 60, 80)]


def test_no_rule_of_a_page_of_any_cells_goes_through_one_or_ends_short_of_another() -> None:
    """A page cut into cells at random: each rule is in white, and each end is on a rule or in line
    with the end of a cell beside it."""
    for seed in range(60):
        cells = cut(Random(seed), Rect(0, 0, 200, 300), 4)
        made = segments(cells, [c.rect for c in cells], WHITE)
        for (one, flip), c in product(
            [(s, False) for s in made.down] + [(s, True) for s in made.across], cells
        ):
            r = Rect(c.rect.y, c.rect.x, c.rect.height, c.rect.width) if flip else c.rect
            inside = (
                r.x < one.at < r.right and r.y < one.last - 1e-6 and r.bottom > one.first + 1e-6
            )
            assert not inside, (seed, one, c)
        for these, others, flip in (
            (made.down, made.across, False),
            (made.across, made.down, True),
        ):
            for one in these:
                ends = {e for c in cells for e in _along(c, flip=flip)}
                for end in (one.first, one.last):
                    met = any(o.at == end and o.first <= one.at <= o.last for o in others)
                    assert met or end in ends, (seed, one)
        pairs = [(a, b) for a, b in facing(cells, WHITE.beside)]
        assert bool(pairs) == bool(made.down)


def _along(c: Cell, *, flip: bool) -> tuple[float, float]:
    return (c.rect.x, c.rect.right) if flip else (c.rect.y, c.rect.bottom)


def cut(random: Random, rect: Rect, depth: int) -> list[Cell]:
    """A rectangle in two by white, and each of them again."""
    if not depth or min(rect.width, rect.height) < 40 or random.random() < 0.1:
        name = f"{rect.x},{rect.y}"
        return [Cell(rect=rect, owner=name)]
    if random.random() < 0.5:
        at = float(random.randint(15, int(rect.width) - 20))
        parts = [
            Rect(rect.x, rect.y, at, rect.height),
            Rect(rect.x + at + 4, rect.y, rect.width - at - 4, rect.height),
        ]
    else:
        at = float(random.randint(15, int(rect.height) - 20))
        parts = [
            Rect(rect.x, rect.y, rect.width, at),
            Rect(rect.x, rect.y + at + 3, rect.width, rect.height - at - 3),
        ]
    return [c for part in parts for c in cut(random, part, depth - 1)]
