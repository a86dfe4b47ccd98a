"""The most even way, held against all breakings of short paragraphs."""

from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bench.quality.least import LAST_RESORT, Least, least
from layout.inline.costs import Numbers
from tests.typed import near

MEASURE = 5000


def numbers(
    widths: Sequence[int],
    blanks: Sequence[int] = (),
    grows: Sequence[int] = (),
    penalties: Sequence[float] = (),
    runt_from: int = 99,
) -> Numbers:
    """One break after each cluster of `widths`; before each but the first a blank that may go (hard
    where its place in the list is odd) and a place that may grow."""
    count = len(widths)
    blank = [0, *blanks, *[0] * count][:count]
    grow = [0, *grows, *[0] * count][:count]
    start, soft, hard, grown = [0], [0], [0], [0]
    for k in range(count):
        start.append(start[-1] + widths[k] + (blank[k + 1] if k + 1 < count else 0))
        more = blank[k + 1] if k + 1 < count else 0
        soft.append(soft[-1] + (0 if k % 2 else more))
        hard.append(hard[-1] + (more if k % 2 else 0))
        grown.append(grown[-1] + (grow[k + 1] if k + 1 < count else 0))
    ends = [start[k] + widths[k] for k in range(count)]
    # A line from break i holds clusters i … k-1; the gaps inside it are those before i+1 … k-1.
    inner = list(range(count + 1))
    return Numbers(
        right=[0, *ends],
        last=[-1, *inner[:count]],
        start=start,
        stop=[-1, *inner[:count]],
        soft=soft,
        hard=hard,
        grow=grown,
        places=inner,
        penalty=[0.0, *(list(penalties) + [0.0] * count)[: count - 1], 0.0],
        hyphens=frozenset(),
        runt_from=runt_from,
    )


def brute(n: Numbers, first: int, rest: int, bonds: Set[int]) -> Least | None:
    """All breakings, one by one; None where none is legal."""
    final = len(n.right) - 1
    found = []
    for size in range(final):
        for inner in combinations(range(1, final), size):
            if any(n.penalty[k] >= LAST_RESORT for k in inner):
                continue
            lines = list(zip((0, *inner), (*inner, final), strict=True))
            gaps = [_gap(n, rest if i else first, i, k) for i, k in lines]
            if None not in gaps:
                known = [gap for gap in gaps if gap is not None]
                wide = sum(gap > 250 for gap in known)
                runt = lines[-1][0] >= n.runt_from
                parted = sum(k in bonds for k in inner)
                square = sum(gap * gap for gap in known) / 1e6
                found.append((wide, runt, parted, square, max(known) / 1000))
    if not found:
        return None
    ranks = min(found)[:3]
    best = [way for way in found if way[:3] == ranks]
    return Least(ranks[0], bool(ranks[1]), min(w[3] for w in best), min(w[4] for w in best))


def _gap(n: Numbers, measure: int, i: int, k: int) -> float | None:
    lack = measure - n.natural(i, k)
    if -lack > sum(n.give(i, k)):
        return None
    grow, places = n.room(i, k)
    lack -= grow
    return lack / max(1, places) if k < len(n.right) - 1 and lack > 0 else 0.0


def paragraphs() -> Iterator[st.SearchStrategy[Numbers]]:
    yield st.builds(
        numbers,
        st.lists(st.sampled_from([500, 1000, 1000, 1700]), min_size=2, max_size=11),
        st.lists(st.sampled_from([0, 0, 500]), max_size=11),
        st.lists(st.sampled_from([0, 0, 250]), max_size=11),
        st.lists(st.sampled_from([0.0, 0.0, 0.0, 400.0, 1e14]), max_size=11),
        st.integers(2, 12),
    )


@given(
    next(paragraphs()),
    st.sampled_from([2000, 3000, 4500, 5000]),
    st.booleans(),
    st.sets(st.integers(1, 10)),
)
def test_it_is_the_least_of_all_breakings(
    n: Numbers, rest: int, indented: bool, bonds: set[int]
) -> None:
    first = rest - 1000 if indented else rest
    expected = brute(n, first, rest, bonds)
    if expected is not None:
        found = least(n, first, rest, bonds=bonds)
        assert (found.wide, found.runt_forced) == (expected.wide, expected.runt_forced)
        assert found.square == near(expected.square)
        assert found.worst == near(expected.worst)


def test_a_line_above_a_quarter_em_is_counted_and_one_at_the_limit_is_not() -> None:
    n = numbers([1000] * 11 + [9000])
    assert least(n, 12_250, 12_250).wide == 0  # eleven Han, ten places: 125 each
    apart = numbers([1000] * 5 + [4900, 1000])
    assert least(apart, 6000, 6000) == Least(0, False, near(0.0625), near(0.25))
    assert least(apart, 6004, 6004).wide == 1


def test_an_avoidable_runt_is_avoided_and_costs_evenness() -> None:
    n = numbers([1000] * 11, runt_from=10)
    assert least(n, 10_000, 10_000) == Least(0, False, near(1 / 64), 0.125)
    forced = numbers([1000, 1000], runt_from=1)
    assert least(forced, 1000, 1000) == Least(0, True, 0.0, 0.0)


def test_a_bond_is_parted_for_a_line_and_for_no_less() -> None:
    n = numbers([1000] * 5 + [4900, 1000])
    assert least(n, 6004, 6004, bonds={5}).wide == 1
    free = numbers([1000] * 5 + [1000, 3900, 1000])
    assert least(free, 6004, 6004, bonds={6}) == Least(0, False, near(0.0, abs=1e-5), 0.0008)


def test_forbidden_breaks_are_taken_where_nothing_else_fits() -> None:
    legal = numbers([9000])
    every = numbers([1000] * 9, penalties=[LAST_RESORT] * 8)
    assert least(legal, 4000, 4000, every=every).wide == 0
    assert least(every, 3100, 3100).wide == 0  # a last resort is worse than any loose line
    assert least(every, 9000, 9000).wide == 0
