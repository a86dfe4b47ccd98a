"""What a shape leaves of a line, against distances measured point by point."""

from itertools import pairwise
from math import atan2, cos, hypot, inf, nan, pi, sin, sqrt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.flow.columns.outline import MOST_POINTS, blocked, free
from tests.cost import steps

SQUARE = ((10, 10), (30, 10), (30, 40), (10, 40))
DIAMOND = ((50, 20), (80, 50), (50, 80), (20, 50))
OPEN_RIGHT = ((0, 0), (60, 0), (60, 10), (20, 10), (20, 50), (60, 50), (60, 60), (0, 60))  # 匚
TOWERS = ((0, 0), (20, 0), (20, 40), (40, 40), (40, 0), (60, 0), (60, 60), (0, 60))  # 凵


# ---- the oracle: how far an upright line at x, as high as the band, is from the filled shape


def point_to_edge(p, a, b):
    (px, py), (ax, ay), (bx, by) = p, a, b
    length = (bx - ax) ** 2 + (by - ay) ** 2
    t = 0 if length == 0 else ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length
    t = min(1, max(0, t))
    return hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay))


def upright_to_edge(x, top, bottom, a, b):
    (ax, ay), (bx, by) = a, b
    if min(ax, bx) <= x <= max(ax, bx):
        ys = (ay, by) if ax == bx else [ay + (by - ay) * (x - ax) / (bx - ax)] * 2
        if min(ys) <= bottom and max(ys) >= top:
            return 0
    ends = [point_to_edge((x, y), a, b) for y in (top, bottom)]
    corners = [point_to_edge(p, (x, top), (x, bottom)) for p in (a, b)]
    return min(*ends, *corners)


def turns(polygon, x, y):
    """How often the outline goes round a point, by the angles it is seen under."""
    total = 0.0
    for (ax, ay), (bx, by) in pairwise((*polygon, polygon[0])):
        turn = atan2(by - y, bx - x) - atan2(ay - y, ax - x)
        total += (turn + pi) % (2 * pi) - pi
    return round(total / (2 * pi))


def distance(polygon, x, top, bottom):
    far = min(upright_to_edge(x, top, bottom, a, b) for a, b in pairwise((*polygon, polygon[0])))
    if far > 0 and turns(polygon, x, (top + bottom) / 2):
        return 0
    return far


def holds(intervals, x, slack=0.0):
    return any(a - slack <= x <= b + slack for a, b in intervals)


whole = st.integers(0, 40)
# No point twice: what a loop within an outline goes round is tried by example.
polygons = st.lists(st.tuples(whole, whole), min_size=1, max_size=9, unique=True)
fine = st.floats(0, 40).map(lambda v: round(v, 2))
fine_polygons = st.lists(st.tuples(fine, fine), min_size=3, max_size=8, unique=True)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(polygons, fine_polygons),
    st.floats(-5, 45),
    st.floats(0, 20),
    st.sampled_from([0, 0.5, 3, 12]),
)
@example([(20, 20)], 10, 5, 8)
@example([(0, 0), (40, 40), (0, 0)], 10, 5, 3)
@example(list(DIAMOND), 5, 10, 12)
def test_a_point_is_blocked_when_it_is_nearer_than_the_standoff(polygon, top, height, standoff):
    bottom = top + height
    parts = blocked(polygon, top, bottom, standoff)
    assert all(b < c for (_, b), (c, _) in pairwise(parts))
    assert all(a < b for a, b in parts)
    for step in range(-20, 90):
        x = step * 0.8 + 0.013
        far = distance(polygon, x, top, bottom)
        if far < standoff - 0.01:
            assert holds(parts, x, 0.02)
        elif far == 0 and standoff == 0:
            inner = height > 0.1 and distance(polygon, x, top + 0.01, bottom - 0.01) == 0
            assert holds(parts, x, 0.05) or not inner or _thin(polygon, x, top, bottom)
        elif far > standoff + 0.01:
            assert not holds(parts, x, -0.02)


def _thin(polygon, x, top, bottom):
    """Whether the shape is nothing but a line about x: it blocks no width at all."""
    return any(distance(polygon, x + d, top, bottom) > 0 for d in (-0.04, -0.01, 0.01, 0.04))


@settings(max_examples=200, deadline=None)
@given(polygons, st.floats(-5, 45), st.floats(0.1, 20), st.floats(0, 9), st.floats(0, 9))
def test_more_standoff_or_a_taller_line_never_frees_anything(polygon, top, height, off, more):
    small = blocked(polygon, top, top + height, off)
    for wide in (
        blocked(polygon, top, top + height, off + more),
        blocked(polygon, top - more, top + height + more, off),
    ):
        assert all(any(c - 1e-3 <= a and b <= d + 1e-3 for c, d in wide) for a, b in small)


@given(fine_polygons, st.floats(-5, 45), st.floats(0, 20), st.floats(0, 9))
def test_neither_the_sense_nor_the_first_point_matters(polygon, top, height, standoff):
    parts = blocked(polygon, top, top + height, standoff)
    for same in (
        polygon[::-1],
        polygon[2:] + polygon[:2],
        [*polygon, polygon[0]],
        [p for p in polygon for _ in range(3)],
    ):
        other = blocked(same, top, top + height, standoff)
        assert len(other) == len(parts)
        assert all(x == pytest.approx(y, abs=1e-6) for x, y in zip(other, parts, strict=True))


# ---- by example


def near(*pairs):
    return [pytest.approx(pair, abs=1e-3) for pair in pairs]


def test_beside_a_rectangle():
    assert blocked(SQUARE, 20, 25, 0) == near((10, 30))
    assert blocked(SQUARE, 20, 25, 4) == near((6, 34))
    assert blocked(SQUARE, 0, 5, 4) == []
    assert blocked(SQUARE, 50, 60, 9) == []


def test_a_line_that_touches_is_not_in_the_way():
    assert blocked(SQUARE, 0, 10, 0) == []
    assert blocked(SQUARE, 40, 50, 0) == []
    assert blocked(SQUARE, 0, 6, 4) == []
    assert blocked(SQUARE, 44, 50, 4) == []


def test_the_standoff_is_round_at_a_corner():
    """3 points above a corner, a circle of 5 reaches 4 points to the side."""
    assert blocked(SQUARE, 0, 7, 5) == near((6, 34))


def test_the_standoff_of_a_slope_is_at_right_angles():
    """Beside an edge at 45° a circle of s reaches s√2 to the side."""
    parts = blocked(DIAMOND, 34, 36, 2)
    left = 50 - (36 - 20) - 2 * sqrt(2)
    assert parts == near((left, 100 - left))


def test_the_extreme_on_a_slope_may_lie_outside_the_line():
    """Under the top of a diamond the nearest points of its edges stand below the band."""
    parts = blocked(DIAMOND, 10, 22, 10)
    by_hand = max(x for x in (k / 1000 for k in range(50_000, 70_000)) if _reaches(x, 22))
    assert parts[0][1] == pytest.approx(by_hand, abs=2e-3)


def _reaches(x, bottom):
    return distance(DIAMOND, x, bottom, bottom) < 10


def test_text_on_both_sides_of_a_concave_shape():
    assert blocked(OPEN_RIGHT, 25, 35, 2) == near((-2, 22))
    assert blocked(TOWERS, 10, 20, 2) == near((-2, 22), (38, 62))
    assert blocked(TOWERS, 45, 50, 2) == near((-2, 62))


def test_no_text_in_a_hole():
    ring = [(0, 0), (60, 0), (60, 60), (0, 60), (0, 0), (20, 20), (20, 40), (40, 40), (40, 20)]
    for hole in (ring, [*ring, (20, 20)], [*ring[:5], *ring[:4:-1]]):
        assert blocked(hole, 25, 35, 1) == near((-1, 61))


def test_an_outline_that_crosses_itself():
    bow = ((0, 0), (60, 60), (60, 0), (0, 60))
    assert blocked(bow, 10, 12, 0) == near((0, 12), (48, 60))


def test_lines_and_points_have_a_standoff_too():
    assert blocked([(10, 10)], 8, 12, 3) == near((7, 13))
    assert blocked([(10, 10)], 8, 12, 0) == []
    assert blocked([(10, 10), (20, 10)], 0, 7, 5) == near((6, 24))
    assert blocked([(10, 0), (10, 90)], 30, 40, 2) == near((8, 12))
    assert blocked([], 0, 10, 5) == []


def test_limits():
    with pytest.raises(ValueError, match=f"{MOST_POINTS + 1} points: expected at most"):
        blocked([(0, k) for k in range(MOST_POINTS + 1)], 0, 1, 0)
    for bad in (nan, inf, 1e7):
        with pytest.raises(ValueError, match="expected points of a page"):
            blocked([(0, 0), (bad, 5), (5, 5)], 0, 1, 0)
        with pytest.raises(ValueError, match="expected finite numbers"):
            blocked(SQUARE, 0, 1, -bad)


def test_two_thousand_points_beside_a_hundred_lines():
    star = [
        (200 + (150 + 40 * (k % 2)) * cos(k * pi / 1000), 200 + 190 * sin(k * pi / 1000))
        for k in range(MOST_POINTS)
    ]

    def forty_lines():
        for line in range(40):
            assert blocked(star, line * 10, line * 10 + 9, 6)

    steps(forty_lines, most=3_000_000)  # 1.3 million; each point against each would be 160


# ---- free


def test_nothing_in_the_way():
    assert free(5, 47.3, [], 30, 10) == [(5, 47.3)]
    assert free(5, 47.3, [(0, 5), (47.3, 60)], 99, 10) == [(5, 47.3)]


def test_each_part_is_flush_with_the_edge_it_touches():
    assert free(0, 100, [(43, 58)], 20, 10) == [(0, 40), (60, 100)]
    assert free(0, 100, [(-5, 58)], 20, 10) == [(60, 100)]
    assert free(0, 100, [(43, 120)], 20, 10) == [(0, 40)]
    assert free(0, 100, [(-5, 120)], 0, 10) == []


def test_a_part_between_two_shapes_stands_in_the_middle():
    assert free(0, 100, [(20, 30), (75, 80)], 10, 10) == near((0, 20), (32.5, 72.5), (80, 100))


def test_parts_too_narrow_are_left_white():
    assert free(0, 100, [(29, 45)], 30, 10) == near((50, 100))
    assert free(0, 100, [(29, 45)], 20, 10) == near((0, 20), (50, 100))


def test_no_rounding():
    assert free(0, 100, [(29, 45)], 20, 0) == near((0, 29), (45, 100))


def test_a_whole_number_of_characters_is_not_lost_to_rounding():
    unit = 9 * 0.92
    start, end = free(7, 300, [(7 + 8 * unit - 1e-9, 400)], 4 * unit, unit)[0]
    assert end - start == pytest.approx(8 * unit)


intervals = st.lists(
    st.tuples(st.floats(-20, 120), st.floats(0.01, 40)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=5,
)


@given(intervals, st.floats(0, 30), st.sampled_from([0, 1, 7.5, 11]))
def test_parts_are_free_wide_enough_and_whole(taken, least, unit):
    parts = free(0, 100, taken, least, unit)
    if not any(b > 1e-4 and a < 100 - 1e-4 for a, b in taken):
        assert parts == [(0, 100)]
        return
    for a, b in parts:
        assert b - a >= least - 1e-3
        assert unit == 0 or (b - a) / unit == pytest.approx(round((b - a) / unit), abs=1e-6)
        assert a >= 0
        assert b <= 100 + 1e-9
        assert all(d <= a + 1e-3 or c >= b - 1e-3 for c, d in taken)
    assert all(b <= c for (_, b), (c, _) in pairwise(parts))
    # Whatever is free and not given is too narrow, or what rounding leaves.
    for step in range(1001):
        x = step / 10
        if not any(c - 0.01 <= x <= d + 0.01 for c, d in taken) and not holds(parts, x):
            start = max([0, *(d for _, d in taken if d <= x)])
            end = min([100, *(c for c, _ in taken if c >= x)])
            inside = [p for p in parts if start - 1e-3 <= p[0] and p[1] <= end + 1e-3]
            assert (end - start < max(least, unit) + unit) if not inside else unit
