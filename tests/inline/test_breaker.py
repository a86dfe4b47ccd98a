"""The breaker against brute force: every legal breaking of a short paragraph, counted out."""

from itertools import accumulate, combinations, pairwise
from math import inf
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.inline import breaker, costs
from layout.inline.breaker import best_fit, first_fit
from layout.inline.costs import (
    AIRY,
    BOND_COST,
    CHANGE_COST,
    EVEN,
    EVENLY,
    FALLBACK_COST,
    FEWEST,
    FORBIDDEN_COST,
    HYPHEN_AGAIN_COST,
    HYPHEN_COST,
    LOOSE,
    LOOSE_COST,
    NOTHING,
    OVERFULL_COST,
    PARTED_COST,
    RIVET_COST,
    RUNT_COST,
    STEADY,
    TIGHT,
    TIGHT_AGAIN_COST,
    WIDE,
    WIDE_COST,
    Numbers,
    line_cost,
    paragraph_cost,
    shrink_cost,
    stretch_cost,
)
from layout.record import fields, replace


def make(bodies, gaps, legal, runt_from=None, *, penalty=(), hyphens=(), loose=EVENLY):
    """Numbers of clusters `bodies` with gaps (natural, soft, hard, grow, place) between them.

    `legal` are the clusters a line may end with; `penalty` and `hyphens` go by break.
    """
    start, end, at = [], [], 0
    for i, body in enumerate(bodies):
        start.append(at)
        end.append(at + body)
        at += body + (gaps[i][0] if i < len(gaps) else 0)
    columns = list(zip(*gaps, strict=True)) if gaps else [()] * 5
    soft, hard, grow, places = ([0, *accumulate(column)] for column in columns[1:])
    n = len(bodies)
    ends = sorted({*legal, n - 1})
    costs = [0.0] * (len(ends) + 1)
    for k, cost in dict(penalty).items():
        if k < len(ends):
            costs[k] = cost
    return Numbers(
        right=[0, *(end[e] for e in ends)], last=[-1, *ends], start=start, stop=[-1, *ends],
        soft=soft, hard=hard, grow=grow, places=places, penalty=costs,
        hyphens=frozenset(k for k in hyphens if k < len(ends)),
        runt_from=len(ends) + 1 if runt_from is None else runt_from,
        loose=loose,
    )  # fmt: skip


def random_case(rng, *, wide=False):
    n = rng.randint(1, 13)
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
    rest = rng.randint(1500, 7000)
    measures = [max(500, rest - rng.choice([0, 2000])), rest]
    if rng.random() < 0.3:  # beside a picture
        measures[:1] = [rng.randint(1500, 7000) for _ in range(rng.randint(0, 4))]
    numbers = make(
        bodies, gaps, legal, rng.randint(max(1, len(legal) - 2), len(legal) + 1),
        penalty={k: rng.choice([0.0, 0.0, 1.0, HYPHEN_COST]) for k in range(1, n)},
        hyphens=[k for k in range(1, n) if rng.random() < 0.2],
        loose=rng.choice([EVENLY, FEWEST, STEADY]),
    )  # fmt: skip
    return numbers, measures


def overfull_cost(numbers, measures, ends):
    """What a breaking costs where a line may stand out if it ends at the very next break."""
    total, before = 0.0, EVEN
    for at, (first, last) in enumerate(pairwise((0, *ends))):
        width = measures[min(at, len(measures) - 1)]
        cost, look = line_cost(numbers, width, first, last)
        if cost == inf and last == first + 1:
            over = numbers.natural(first, last) - width
            cost, look = RIVET_COST + numbers.penalty[last] + OVERFULL_COST + over, EVEN
        if keep := numbers.loose.keep:
            cost += keep if [before, look].count(TIGHT) == 1 else 0.0
        elif (before, look) == (TIGHT, TIGHT):
            cost += TIGHT_AGAIN_COST
        elif {before, look} == {TIGHT, AIRY}:
            cost += CHANGE_COST
        if {first, last} <= numbers.hyphens:
            cost += HYPHEN_AGAIN_COST
        total += cost
        before = look
    return total


def every_breaking(numbers):
    inner = range(1, numbers.final)
    for size in range(len(inner) + 1):
        for chosen in combinations(inner, size):
            yield [*chosen, numbers.final]


def check(numbers, measures):
    least = min(paragraph_cost(numbers, measures, ends) for ends in every_breaking(numbers))
    cost, ends = best_fit(numbers, measures)
    if least == inf:
        assert (cost, ends) == (inf, [])
        least = min(overfull_cost(numbers, measures, ends) for ends in every_breaking(numbers))
        cost, ends = best_fit(numbers, measures, overfull=True)
        assert overfull_cost(numbers, measures, ends) == pytest.approx(least)
    else:
        assert paragraph_cost(numbers, measures, ends) == pytest.approx(least)
    # What the innermost loop has written out sums to what line_cost() says.
    assert cost == pytest.approx(least)
    assert ends == sorted(set(ends))
    assert ends[-1] == numbers.final
    return ends


def regimes(numbers, measures, ends):
    seen = {"varying"} if len(set(measures)) > 2 and len(ends) > 2 else set()
    looks = []
    for at, (first, last) in enumerate(pairwise((0, *ends))):
        width = measures[min(at, len(measures) - 1)]
        over = numbers.natural(first, last) - width
        soft, hard = numbers.give(first, last)
        looks.append(line_cost(numbers, width, first, last)[1])
        if over > soft + hard:
            seen.add("over")
        elif over > 0:
            seen.add("soft" if over <= soft else "hard")
        elif last < numbers.final and over:
            seen.add("grow" if -over <= numbers.room(first, last)[0] else "stretch")
        if last == numbers.final and first >= numbers.runt_from:
            seen.add("runt")
        if {first, last} <= numbers.hyphens:
            seen.add("ladder")
    if (TIGHT, TIGHT) in pairwise(looks):
        seen.add("band")
    if {(TIGHT, AIRY), (AIRY, TIGHT)} & set(pairwise(looks)):
        seen.add("change")
    return seen


def test_equals_brute_force_in_every_regime():
    rng = Random(15834)
    names = ["soft", "hard", "grow", "stretch", "runt", "over", "varying", "ladder", "band"]
    counts = dict.fromkeys([*names, "change"], 0)
    for number in range(600):
        numbers, measures = random_case(rng, wide=number % 3 == 0)
        for name in regimes(numbers, measures, check(numbers, measures)):
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
    costs = draw(st.lists(st.sampled_from([0.0, 0.0, 30.0, HYPHEN_COST]), max_size=n))
    numbers = make(
        bodies, gaps, legal, draw(st.integers(1, n)),
        penalty=dict(enumerate(costs, 1)), hyphens=draw(st.sets(st.integers(1, n))),
        loose=draw(st.sampled_from([EVENLY, FEWEST, STEADY])),
    )  # fmt: skip
    return numbers, draw(st.lists(st.integers(1, 8000), min_size=1, max_size=5))


@settings(max_examples=200, deadline=None)
@given(cases())
def test_equals_brute_force(case):
    check(*case)


@settings(max_examples=200, deadline=None)
@given(cases(), st.booleans(), st.sampled_from([1.0, 50.0, 450.0, 1e9]))
def test_bounds_are_for_speed_alone(case, overfull, bound):
    expected = best_fit(*case, overfull=overfull)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(breaker, "BOUNDS", (bound, 1e300))
        assert best_fit(*case, overfull=overfull)[0] == pytest.approx(expected)


@settings(max_examples=200, deadline=None)
@given(cases(), st.booleans())
def test_beginnings_that_another_look_beats_are_passed_over_for_speed_alone(case, overfull):
    numbers, measures = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(breaker, "_dearer", lambda _: [[inf] * costs.LOOKS] * costs.LOOKS)
        expected = best_fit(numbers, measures, overfull=overfull)
    assert best_fit(numbers, measures, overfull=overfull) == expected


@pytest.mark.parametrize("loose", [EVENLY, STEADY])
def test_of_two_ways_that_cost_the_same_the_last_line_is_the_longer(loose):
    """Six Han at a measure of four: an end after the fourth costs what opening three does."""
    numbers = make([1000] * 6, [HAN] * 5, [2, 3], loose=loose)
    numbers = replace(numbers, penalty=[0.0, 0.0, stretch_cost(1000, 0, 2, loose), 0.0])
    assert best_fit(numbers, [4000])[1] == [1, 3]


def test_few_breaks_of_a_paragraph_are_looked_at():
    """Where a way costs next to nothing: counted by the places that lines are begun at."""

    class Counted(list[Any]):
        looks = 0

        def __getitem__(self, key):
            Counted.looks += 1
            return super().__getitem__(key)

    numbers = make([1000] * 260, [HAN] * 259, range(259))
    ends = best_fit(replace(numbers, start=Counted(numbers.start)), [13_000])[1]
    assert ends == [*range(13, 261, 13)]
    assert Counted.looks == 20


def ranks(numbers, measures, ends):
    """What the default asks for, in its order, counted without any cost: lines above a quarter of
    an em, 孤字, bonds parted, and the sum of the squares of the gaps in em; None where a line does
    not fit."""
    wide, total = 0, 0.0
    for at, (i, k) in enumerate(pairwise((0, *ends))):
        lack = measures[min(at, len(measures) - 1)] - numbers.natural(i, k)
        if lack < -sum(numbers.give(i, k)):
            return None
        grow, places = numbers.room(i, k)
        lack -= grow
        if k == numbers.final or lack <= 0:
            continue
        gap = lack / max(1, places)
        wide += gap > 250
        total += (gap / 1000) ** 2
    runt = ([0, *ends])[-2] >= numbers.runt_from
    return wide, runt, sum(numbers.penalty[k] > 0 for k in ends), total


SIDELIGHTS = 2.0 / 40_000
"""em²: what squeezed marks and neighbours may weigh in a line beside its gap."""


def test_the_ranks_are_kept_as_they_stand():
    """Fewest lines above 25 %, then no avoidable 孤字, then fewest parted bonds, then least sum."""
    rng = Random(25)
    seen = {"wide": 0, "runt": 0, "bond": 0, "a bond for a line": 0, "a line for a runt": 0}
    for number in range(1500):
        numbers, measures = random_case(rng, wide=number % 3 == 0)
        bonds = [0.0, *(rng.choice([0.0, 0.0, BOND_COST]) for _ in range(numbers.final))]
        bonds[-1] = 0.0
        numbers = replace(numbers, penalty=bonds, hyphens=frozenset(), loose=EVENLY)
        found = {tuple(e): ranks(numbers, measures, e) for e in every_breaking(numbers)}
        legal = [r for r in found.values() if r is not None]
        _, ends = best_fit(numbers, measures)
        if not legal:
            assert ends == []
            continue
        ours, least = found[tuple(ends)], min(legal)
        assert ours[:3] == least[:3]
        assert ours[3] <= least[3] + len(ends) * SIDELIGHTS
        seen["wide"] += ours[0] > 0
        seen["runt"] += ours[1]
        seen["bond"] += ours[2] > 0
        seen["a bond for a line"] += ours[0] < min(
            (r[0] for r in legal if not r[2]), default=ours[0]
        )
        seen["a line for a runt"] += ours[3] > min(r[3] for r in legal if r[0] == ours[0])
    assert min(seen.values()) >= 10, seen


HAN = (0, 0, 0, 0, 1)
PAUSE = (500, 500, 0, 0, 1)
STOP = (500, 0, 500, 0, 1)


def line(bodies, gaps, measure):
    return line_cost(make(bodies, gaps, [len(bodies) - 2]), measure, 0, 1)


@pytest.mark.parametrize(
    ("gap", "measure", "cost", "look"),
    [
        (HAN, 3000, 0.0, EVEN),
        (HAN, 3100, LOOSE_COST, AIRY),  # two gaps of 50
        (HAN, 3050, LOOSE_COST / 4, EVEN),
        (HAN, 3200, 4 * LOOSE_COST, AIRY),
        (HAN, 3500, 25 * LOOSE_COST, AIRY),
        (HAN, 3502, 25.1001 * LOOSE_COST + WIDE_COST, AIRY),
        (PAUSE, 3000, costs.SOFT_COST, TIGHT),
        (PAUSE, 3500, costs.SOFT_COST / 4, EVEN),
        (STOP, 3500, costs.SOFT_COST + costs.HARD_COST / 2, TIGHT),
        (STOP, 2999, inf, TIGHT),
        ((250, 0, 0, 250, 0), 3750, costs.GROW_COST / 2, EVEN),
    ],
)
def test_costs_by_heart(gap, measure, cost, look):
    found = line([1000] * 4, [gap, gap, HAN], measure)
    assert found == (pytest.approx(RIVET_COST + cost), look)


def test_costs_of_neighbours_by_heart():
    # Five lines of two Han: squeezed, squeezed, open, open, the last.
    bodies, gaps = [1000] * 10, [PAUSE, HAN] * 2 + [HAN] * 5
    numbers = make(bodies, gaps, [1, 3, 5, 7], hyphens=[1, 2])
    measures = [2000, 2000, 2050, 2050, 2050]
    lines = 2 * costs.SOFT_COST + 2 * LOOSE_COST + 5 * RIVET_COST
    between = TIGHT_AGAIN_COST + CHANGE_COST + HYPHEN_AGAIN_COST
    assert paragraph_cost(numbers, measures, [1, 2, 3, 4, 5]) == pytest.approx(lines + between)


def test_the_cost_of_marks_that_change_between_two_lines():
    """Two squeezed lines, two open ones, the last: of two changes there are as many as at the edge
    of a paragraph that is squeezed alone."""
    bodies, gaps = [1000] * 10, [PAUSE, HAN] * 2 + [HAN] * 5
    numbers = make(bodies, gaps, [1, 3, 5, 7], loose=STEADY)
    measures = [2000, 2000, 2050, 2050, 2050]
    lines = 2 * costs.SOFT_COST + 2 * LOOSE_COST + 5 * RIVET_COST
    assert paragraph_cost(numbers, measures, [1, 2, 3, 4, 5]) == pytest.approx(
        lines + 2 * STEADY.keep
    )
    assert stretch_cost(30, 0, 1) < STEADY.keep < stretch_cost(35, 0, 1)


def test_the_order_of_evils():
    squeezed, at_loose = shrink_cost(100, 100, 0), stretch_cost(LOOSE, 0, 1)
    third = stretch_cost(LOOSE // 3, 0, 1)
    assert squeezed + costs.HARD_COST + TIGHT_AGAIN_COST + CHANGE_COST < third < at_loose
    assert 1000 * stretch_cost(1000, 0, 1, FEWEST) < BOND_COST
    assert 50 * BOND_COST < RUNT_COST < WIDE_COST < PARTED_COST < FALLBACK_COST < FORBIDDEN_COST
    assert FORBIDDEN_COST < OVERFULL_COST
    # A word is cut rather than a line told as loose; not twice in a row.
    assert at_loose < HYPHEN_COST < stretch_cost(125, 0, 1) < HYPHEN_COST + HYPHEN_AGAIN_COST
    # Where they are counted, two loose lines are worse than one, however loose.
    few = [stretch_cost(gap, 0, 1, FEWEST) for gap in (LOOSE + 1, WIDE - 1, WIDE + 1, 690, 720)]
    assert few[3] < 2 * few[0] < few[4]
    assert few[1] < FEWEST.bond < few[2]


def test_a_mark_is_squeezed_in_rather_than_pushed_out():
    # CLREQ: 先挤进，后推出. Ten Han, one pause; the eleventh fits only if its blank goes.
    bodies = [1000] * 5 + [500] + [1000] * 20
    gaps = [HAN] * 5 + [PAUSE] + [HAN] * 19
    assert best_fit(make(bodies, gaps, range(25)), [10_500])[1][0] == 11


def test_a_runt_is_avoided_at_the_price_of_a_loose_line():
    bodies, gaps = [1000] * 11, [HAN] * 10
    assert best_fit(make(bodies, gaps, range(10)), [10_000])[1] == [10, 11]
    assert best_fit(make(bodies, gaps, range(10), runt_from=10), [10_000])[1] == [9, 11]
    assert first_fit(make(bodies, gaps, range(10), runt_from=10), [10_000]) == [10, 11]


def test_a_word_is_cut_only_to_save_a_line_from_being_loose():
    bodies, gaps = [1000] * 10 + [2500, 2500] + [1000] * 20, [HAN] * 31
    legal = [i for i in range(31) if i != 10] + [10]
    cut = make(bodies, gaps, legal, penalty={11: HYPHEN_COST}, hyphens=[11])
    assert best_fit(cut, [12_500])[1][0] == 11
    assert best_fit(cut, [10_000])[1][0] == 10


def test_lines_of_their_own_widths():
    bodies, gaps = [1000] * 20, [HAN] * 19
    numbers = make(bodies, gaps, range(20))
    assert best_fit(numbers, [3000, 5000, 2000, 6000])[1] == [3, 8, 10, 16, 20]
    assert first_fit(numbers, [3000, 5000, 2000, 6000]) == [3, 8, 10, 16, 20]


def test_nothing_to_break():
    assert best_fit(NOTHING, [1000]) == (0.0, [])
    assert first_fit(NOTHING, [1000]) == []


@settings(max_examples=200, deadline=None)
@given(cases())
def test_first_fit_takes_as_much_as_a_line_can_hold(case):
    numbers, measures = case
    ends = first_fit(*case)
    assert ends == sorted(set(ends))
    assert ends[-1] == numbers.final
    for at, (first, last) in enumerate(pairwise((0, *ends))):
        width = measures[min(at, len(measures) - 1)]
        fitting = [
            k
            for k in range(first + 1, numbers.final + 1)
            if line_cost(numbers, width, first, k)[0] < inf
        ]
        assert last == max(fitting, default=first + 1)


@pytest.mark.parametrize("cost", [FORBIDDEN_COST, PARTED_COST])
def test_first_fit_takes_a_forbidden_end_only_where_no_other_fits(cost):
    """Nor does it part what the editor keeps together, but where nothing else fits."""
    numbers = make([1000] * 4, [HAN] * 3, range(4), penalty={2: cost})
    assert first_fit(numbers, [2000]) == [1, 3, 4]
    numbers = make([1000] * 4, [HAN] * 3, range(4), penalty={1: cost, 2: cost})
    assert first_fit(numbers, [2000]) == [2, 4]


@pytest.mark.parametrize("breaking", [best_fit, first_fit])
@pytest.mark.parametrize("legal", [True, False])
def test_a_long_paragraph_takes_linear_work(breaking, legal):
    """Counted, not timed: how often the numbers are looked at."""

    class Counted(list[Any]):
        looks = 0

        def __getitem__(self, key):
            Counted.looks += 1
            return super().__getitem__(key)

    def looks(n):
        costs = {} if legal else dict.fromkeys(range(1, n), FORBIDDEN_COST)
        numbers = make([1000] * n, [HAN] * (n - 1), range(n), penalty=costs)
        alone = {"hyphens": numbers.hyphens, "runt_from": numbers.runt_from, "loose": numbers.loose}
        lists = [f.name for f in fields(Numbers) if f.name not in alone]
        counted: dict[str, Any] = {name: Counted(getattr(numbers, name)) for name in lists}
        Counted.looks = 0
        breaking(replace(numbers, **counted), [11_000, 9000, 13_000])
        return Counted.looks

    assert looks(8000) < 2.3 * looks(4000)
