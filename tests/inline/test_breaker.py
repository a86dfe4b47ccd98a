"""The breaker against brute force: every legal breaking of a short paragraph, counted out."""

from functools import cache
from itertools import accumulate, combinations
from math import inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.inline import breaker
from layout.inline.breaker import (
    FORBIDDEN_COST,
    LOOSE,
    LOOSE_COST,
    OVERFULL_COST,
    RIVET_COST,
    RUNT_COST,
    VISIBLY_LOOSE,
    Measures,
    Numbers,
    first_fit,
    line_cost,
    shrink_cost,
    stretch_cost,
    total_fit,
)


def make(bodies, gaps, legal, runt_from=None):
    """Numbers of clusters `bodies` with gaps (natural, soft, hard, grow, place) between them."""
    start, end, at = [], [], 0
    for i, body in enumerate(bodies):
        start.append(at)
        end.append(at + body)
        at += body + (gaps[i][0] if i < len(gaps) else 0)
    columns = list(zip(*gaps, strict=True)) if gaps else [()] * 5
    sums = [[0, *accumulate(column), 0] for column in columns[1:]]
    for values in sums:
        values[-1] = values[-2]
    n = len(bodies)
    return Numbers(
        start=start, end=end, soft=sums[0], hard=sums[1], grow=sums[2], places=sums[3],
        ends=sorted({*legal, n - 1}), runt_from=n if runt_from is None else runt_from,
    )  # fmt: skip


def random_case(rng, *, wide=False):
    n = rng.randint(1, 12)
    bodies = [
        rng.choice([500, 1000, 1000, 1000, rng.randint(200, 6000 if wide else 2500)])
        for _ in range(n)
    ]
    gaps = []
    for _ in range(n - 1):
        natural = rng.choice([0, 0, 0, 250, 500])
        give = rng.randint(0, natural)
        soft, hard = rng.choice([(give, 0), (0, give)])
        grow = rng.choice([0, 0, 250])
        gaps.append((natural, soft, hard, grow, 0 if grow else rng.randint(0, 1)))
    legal = [i for i in range(n - 1) if rng.random() < (0.3 if wide else 0.75)]
    runt_from = rng.randint(max(1, n - 3), n)
    rest = rng.randint(1500, 7000)
    return make(bodies, gaps, legal, runt_from), Measures(
        max(500, rest - rng.choice([0, 2000])), rest
    )


def cost_of(numbers, measures, ends, price):
    firsts = [0, *(e + 1 for e in ends[:-1])]
    return sum(price(first, last) for first, last in zip(firsts, ends, strict=True))


def least(numbers, measures):
    """The least cost of all breakings: legal ones first, if none fits any at all, by counting."""
    n = len(numbers.end)
    legal = set(numbers.ends)

    @cache
    def price(first, last):
        return line_cost(numbers, measures, first, last)

    @cache
    def any_price(first, last):
        cost = price(first, last)
        over = (
            numbers.end[last] - numbers.start[first] - (measures.rest if first else measures.first)
        )
        if cost == inf and first == last:
            cost = RIVET_COST + OVERFULL_COST + over
        # The price of a forbidden end is charged to the line that begins after it.
        return cost + (FORBIDDEN_COST if last not in legal else 0)

    def best(inner, asked):
        return min(
            cost_of(numbers, measures, (*chosen, n - 1), asked)
            for size in range(len(inner) + 1)
            for chosen in combinations(inner, size)
        )

    found = best(sorted(legal - {n - 1}), price)
    return (found, price) if found < inf else (best(range(n - 1), any_price), any_price)


def check(numbers, measures):
    ends = total_fit(numbers, measures)
    assert ends == sorted(set(ends))
    assert ends[-1] == len(numbers.end) - 1
    expected, price = least(numbers, measures)
    assert cost_of(numbers, measures, ends, price) == pytest.approx(expected, rel=1e-9, abs=1e-6)
    # What the innermost loop has written out sums to what line_cost() says.
    counted, _ = breaker._search(numbers, measures, inf)
    if counted < inf:
        assert counted == pytest.approx(expected, rel=1e-9, abs=1e-6)
    return expected, ends


def regimes(numbers, measures, ends):
    seen = set()
    first = 0
    for last in ends:
        over = (
            numbers.end[last] - numbers.start[first] - (measures.rest if first else measures.first)
        )
        soft = numbers.soft[last] - numbers.soft[first]
        hard = numbers.hard[last] - numbers.hard[first]
        if over > soft + hard:
            seen.add("over")
        elif over > 0:
            seen.add("soft" if over <= soft else "hard")
        elif last < len(numbers.end) - 1 and over:
            grow = numbers.grow[last] - numbers.grow[first]
            seen.add("grow" if -over <= grow else "stretch")
        if last not in numbers.ends:
            seen.add("forbidden")
        if last == len(numbers.end) - 1 and first >= numbers.runt_from:
            seen.add("runt")
        first = last + 1
    return seen


def test_equals_brute_force_in_every_regime():
    rng = Random(15834)
    counts = dict.fromkeys(["soft", "hard", "grow", "stretch", "runt", "forbidden", "over"], 0)
    for number in range(500):
        numbers, measures = random_case(rng, wide=number % 3 == 0)
        _, ends = check(numbers, measures)
        for name in regimes(numbers, measures, ends):
            counts[name] += 1
    assert min(counts.values()) >= 10, counts


GAPS = st.tuples(st.integers(0, 500), st.booleans(), st.integers(0, 250), st.integers(0, 1))


@st.composite
def cases(draw):
    n = draw(st.integers(1, 10))
    bodies = draw(st.lists(st.integers(0, 3000), min_size=n, max_size=n))
    gaps = [
        (natural, natural if soft else 0, 0 if soft else natural, grow, place)
        for natural, soft, grow, place in draw(st.lists(GAPS, min_size=n - 1, max_size=n - 1))
    ]
    legal = draw(st.sets(st.integers(0, n - 1)))
    rest = draw(st.integers(1, 8000))
    first = draw(st.integers(1, rest))
    return make(bodies, gaps, legal, draw(st.integers(1, n))), Measures(first, rest)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_equals_brute_force(case):
    check(*case)


@settings(max_examples=100, deadline=None)
@given(cases(), st.sampled_from([1.0, 50.0, 450.0, 1e9]))
def test_the_first_bound_is_for_speed_alone(case, bound):
    expected = total_fit(*case)
    usual, breaker.FIRST_BOUND = breaker.FIRST_BOUND, bound
    try:
        found = total_fit(*case)
    finally:
        breaker.FIRST_BOUND = usual
    numbers, measures = case
    _, price = least(numbers, measures)
    assert cost_of(numbers, measures, found, price) == pytest.approx(
        cost_of(numbers, measures, expected, price), rel=1e-9, abs=1e-6
    )


HAN = (0, 0, 0, 0, 1)
PAUSE = (500, 500, 0, 0, 1)
STOP = (500, 0, 500, 0, 1)


def line(bodies, gaps, measure):
    return line_cost(
        make(bodies, gaps, [len(bodies) - 2]), Measures(measure, measure), 0, len(bodies) - 2
    )


@pytest.mark.parametrize(
    ("gap", "measure", "cost"),
    [
        (HAN, 3000, 0.0),
        (HAN, 3100, LOOSE_COST),  # two gaps of 50
        (HAN, 3050, LOOSE_COST / 4),
        (HAN, 3200, 4 * LOOSE_COST + VISIBLY_LOOSE),
        (PAUSE, 3000, breaker.SOFT_COST),
        (PAUSE, 3500, breaker.SOFT_COST / 4),
        (STOP, 3500, breaker.SOFT_COST + breaker.HARD_COST / 2),
        (STOP, 2999, inf),
        ((250, 0, 0, 250, 0), 3750, breaker.GROW_COST / 2),
    ],
)
def test_costs_by_heart(gap, measure, cost):
    assert line([1000] * 4, [gap, gap, HAN], measure) == pytest.approx(RIVET_COST + cost)


def test_the_order_of_evils():
    squeezed, at_loose = shrink_cost(100, 100, 0), stretch_cost(LOOSE, 0, 1)
    third = stretch_cost(LOOSE // 3, 0, 1)
    assert third < squeezed < at_loose < at_loose + breaker.HARD_COST
    assert stretch_cost(LOOSE + 1, 0, 1) > 4 * at_loose
    assert stretch_cost(1000, 0, 1) < RUNT_COST
    assert FORBIDDEN_COST > RUNT_COST
    assert OVERFULL_COST > FORBIDDEN_COST


def test_a_mark_is_squeezed_in_rather_than_pushed_out():
    # CLREQ: 先挤进，后推出. Ten Han, one pause; the eleventh fits only if its blank goes.
    bodies = [1000] * 5 + [500] + [1000] * 20
    gaps = [HAN] * 5 + [PAUSE] + [HAN] * 19
    assert total_fit(make(bodies, gaps, range(25)), Measures(10_500, 10_500))[0] == 10


def test_a_runt_is_avoided_at_the_price_of_a_loose_line():
    bodies, gaps = [1000] * 11, [HAN] * 10
    measures = Measures(10_000, 10_000)
    assert total_fit(make(bodies, gaps, range(10)), measures) == [9, 10]
    assert total_fit(make(bodies, gaps, range(10), runt_from=10), measures) == [8, 10]
    assert first_fit(make(bodies, gaps, range(10), runt_from=10), measures) == [9, 10]


def test_nothing_to_break():
    empty = make([], [], [])
    nothing = Numbers(
        start=[], end=[], soft=[0], hard=[0], grow=[0], places=[0], ends=[], runt_from=0
    )
    assert total_fit(nothing, Measures(1000, 1000)) == []
    assert first_fit(nothing, Measures(1000, 1000)) == []
    assert empty.end == []


@settings(max_examples=200, deadline=None)
@given(cases())
def test_first_fit_takes_as_much_as_a_line_can_hold(case):
    numbers, measures = case
    ends = first_fit(*case)
    assert ends == sorted(set(ends))
    assert ends[-1] == len(numbers.end) - 1
    first = 0
    for last in ends:
        fitting = [
            j
            for j in range(first, len(numbers.end))
            if line_cost(numbers, measures, first, j) < inf
        ]
        legal = [j for j in fitting if j in numbers.ends]
        assert last == (max(legal) if legal else max(fitting, default=first))
        first = last + 1


@pytest.mark.parametrize("breaking", [total_fit, first_fit])
@pytest.mark.parametrize("legal", [True, False])
def test_a_long_paragraph_takes_linear_work(breaking, legal):
    """Counted, not timed: how often the numbers are looked at."""

    class Counted(list):
        looks = 0

        def __getitem__(self, key):
            Counted.looks += 1
            return super().__getitem__(key)

    def looks(n):
        numbers = make([1000] * n, [HAN] * (n - 1), range(n) if legal else [])
        counted = {
            name: Counted(getattr(numbers, name)) for name in ("start", "end", "soft", "places")
        }
        more = {name: getattr(numbers, name) for name in ("hard", "grow", "ends", "runt_from")}
        Counted.looks = 0
        ends = breaking(Numbers(**counted, **more), Measures(11_000, 13_000))
        assert ends[-1] == n - 1
        return Counted.looks

    assert looks(8000) < 2.3 * looks(4000)
