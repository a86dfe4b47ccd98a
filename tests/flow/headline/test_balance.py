"""Lines of like length: against every way there is."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.flow.headline.balance import NEVER, WIDE, Ends, balanced, narrowest, widest


def plain(count, cost=None, must=()):
    """Ends after each of `count` characters of one em."""
    at = [float(k) for k in range(count + 1)]
    return Ends(left=at, right=at, cost=cost or [0.0] * (count + 1), must=frozenset(must))


def brute(ends, rows, room=None):
    mean = (ends.right[ends.last] - ends.left[0]) / rows
    best = NEVER
    for inner in combinations(range(1, ends.last), rows - 1):
        taken = (*inner, ends.last)
        if not ends.must.issubset(taken):
            continue
        total, before = 0.0, 0
        for k in taken:
            width = ends.right[k] - ends.left[before]
            total += ends.cost[k] + (width - mean) ** 2
            if room is not None and width > room + 1e-6:
                total += WIDE * (1 + width - room)
            before = k
        best = min(best, total)
    return best


@given(
    widths=st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0]), min_size=1, max_size=9),
    prices=st.lists(st.integers(-20, 30), min_size=9, max_size=9),
    must=st.sets(st.integers(1, 8), max_size=2),
    rows=st.integers(1, 5),
    room=st.sampled_from([None, 2.0, 4.0]),
)
def test_no_way_is_better(widths, prices, must, rows, room):
    at = [0.0]
    for width in widths:
        at.append(at[-1] + width)
    last = len(widths)
    ends = Ends(
        left=at,
        right=at,
        cost=[0.0, *map(float, prices[:last])],
        must=frozenset(k for k in must if k < last),
    )
    cost, taken = balanced(ends, rows, room)
    best = brute(ends, rows, room)
    assert cost == pytest.approx(best)
    if best < NEVER:
        assert len(taken) == rows
        assert taken[-1] == last
        assert ends.must.issubset(taken)
    else:
        assert taken == []


@given(
    widths=st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0]), min_size=1, max_size=9),
    prices=st.lists(st.sampled_from([0.0, 500.0]), min_size=9, max_size=9),
    must=st.sets(st.integers(1, 8), max_size=2),
    rows=st.integers(1, 5),
    dearest=st.sampled_from([NEVER, 200.0]),
)
def test_no_way_has_a_shorter_longest_line(widths, prices, must, rows, dearest):
    at = [0.0]
    for width in widths:
        at.append(at[-1] + width)
    last = len(widths)
    must = frozenset(k for k in must if k < last)
    ends = Ends(left=at, right=at, cost=[0.0, *prices[:last]], must=must)
    ways = [
        (*inner, last)
        for inner in combinations(range(1, last), rows - 1)
        if must.issubset(inner) and all(ends.cost[k] <= dearest for k in inner)
    ]
    assert narrowest(ends, rows, dearest) == min((widest(ends, w) for w in ways), default=NEVER)


def test_it_is_even():
    assert balanced(plain(12), 3)[1] == [4, 8, 12]
    assert balanced(plain(7), 1)[1] == [7]


def test_sense_before_length():
    cost = [0.0] * 11
    cost[3] = -30.0
    assert balanced(plain(10, cost), 2)[1] == [3, 10]


def test_what_must_be_parted_is():
    assert balanced(plain(10, must={2}), 2)[1] == [2, 10]
    assert balanced(plain(10, must={2}), 1) == (NEVER, [])
    assert balanced(plain(2), 3) == (NEVER, [])


def test_the_widest_line():
    assert widest(plain(10), [3, 10]) == 7.0
