"""Where the lines of a paragraph end: total fit over numbers, after Knuth and Plass (1981).

Knows widths, capacities and legal ends; nothing of characters, faces or pages. Lengths are whole
thousandths of an em.

The paper's glue is replaced by what Chinese composition does (CLREQ "Line adjustment"): a line that
is too wide is squeezed at its marks, first the pauses and brackets (soft), then the stops (hard); a
line that is too narrow first opens its word spaces and Han-Latin gaps, then every gap alike.

A line may end almost anywhere, so from each start only the ends around the measure are looked at:
outwards from the first end beyond it, on one side until no more can be squeezed in, on the other
until a line alone would cost more than a whole paragraph may. Both stops are sound, because
`end - soft - hard` never falls from one end to the next and a shorter line is never less loose. If
the paragraph found costs more than that, it bounds a second, wider search: so the result has the
least demerits of all legal breakings, as a test against brute force shows.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from layout.record import record

LOOSE: Final = 50
"""A mean gap of 5 % of an em: where a reader begins to see the line's colour change."""
LOOSE_COST: Final = 100.0
"""Demerits of a line exactly at `LOOSE`; they grow with the square of the gap, as in the paper."""
VISIBLY_LOOSE: Final = 400.0
"""Added above `LOOSE`: one loose line is worse than several that are barely open."""
GROW_COST: Final = 10.0
"""A line whose word spaces and Han-Latin gaps are at their widest: hardly seen."""
SOFT_COST: Final = 40.0
"""A line whose pauses and brackets are all at ½ em. Squeezing in is preferred to pushing out
(先挤进，后推出), so it costs less than a line at `LOOSE`, more than one at a third of it."""
HARD_COST: Final = 70.0
"""Added when every stop is at ½ em too: many styles never squeeze 。, so it comes late."""
RUNT_COST: Final = 50_000.0
"""孤字, a last line of one character: worse than a line with a whole em in each of its gaps."""
RIVET_COST: Final = 0.5
"""Each line costs a little, so that of two equal ways the shorter is taken."""
OVERFULL_COST: Final = 1_000_000.0
FORBIDDEN_COST: Final = 100_000.0
"""Ways out of a measure too narrow for any legal line, so that a result always exists."""

FIRST_BOUND: Final = 800.0
"""What no single line may cost in the first search: more than most whole paragraphs do."""

_NEVER: Final = float("inf")


class Measures(NamedTuple):
    """Widths of the lines: the first (less its indent), and all others."""

    first: int
    rest: int


@record
class Numbers:
    """All the breaker knows of a paragraph; see `layout.inline.items.Items` for the lists."""

    start: Sequence[int]
    end: Sequence[int]
    soft: Sequence[int]
    hard: Sequence[int]
    grow: Sequence[int]
    places: Sequence[int]
    ends: Sequence[int]  # legal, ascending, the last cluster among them
    runt_from: int  # a last line that begins here or later is a 孤字


def total_fit(numbers: Numbers, measures: Measures) -> list[int]:
    """The last cluster of each line, chosen so that the demerits of the whole sum to the least.

    Returns ascending indices ending with the last cluster; an empty list for no clusters. Where no
    legal way fits the measure, the fewest forbidden ends are taken, and clusters wider than a line
    stand alone.
    """
    if not numbers.end:
        return []
    best, came = _search(numbers, measures, FIRST_BOUND)
    if best > FIRST_BOUND:
        best, came = _search(numbers, measures, best)
    if best == _NEVER:
        best, came = _search(numbers, measures, _NEVER, forced=True)
    return _trace(came)


def first_fit(numbers: Numbers, measures: Measures) -> list[int]:
    """Each line takes as much as it can hold, squeezed if need be: what older systems set."""
    ends, end, start = numbers.ends, numbers.end, numbers.start
    least = [e - s - h for e, s, h in zip(end, numbers.soft, numbers.hard, strict=False)]
    out: list[int] = []
    i, n = 0, len(end)
    while i < n:
        room = start[i] - numbers.soft[i] - numbers.hard[i]
        room += measures.rest if i else measures.first
        k = bisect_right(ends, bisect_right(least, room) - 1) - 1
        # Where no legal end fits, one that is forbidden; where nothing fits, one cluster.
        best = ends[k] if k >= 0 and ends[k] >= i else max(i, bisect_right(least, room) - 1)
        out.append(best)
        i = best + 1
    return out


def line_cost(numbers: Numbers, measures: Measures, first: int, last: int) -> float:
    """Demerits of the line `first` … `last`; infinite where it does not fit.

    The owner of the formula. `_search` has it written out, because it is the innermost loop of the
    toolkit and a call costs as much as the sum; a test holds the two together.
    """
    over = numbers.end[last] - numbers.start[first] - (measures.rest if first else measures.first)
    runt = 0.0
    if last == len(numbers.end) - 1:
        runt = RUNT_COST if first >= numbers.runt_from else 0.0
        if over <= 0:
            return RIVET_COST + runt
    if over > 0:
        soft = numbers.soft[last] - numbers.soft[first]
        hard = numbers.hard[last] - numbers.hard[first]
        return RIVET_COST + runt + shrink_cost(over, soft, hard)
    grow = numbers.grow[last] - numbers.grow[first]
    places = numbers.places[last] - numbers.places[first]
    return RIVET_COST + stretch_cost(-over, grow, places)


def stretch_cost(lack: int, grow: int, places: int) -> float:
    """Demerits of a line that lacks `lack`, with `grow` in tiers 1-2 and `places` of tier 3."""
    if lack <= grow:
        return GROW_COST * lack / grow if lack else 0.0
    gap = (lack - grow) / (places or 1)
    cost = LOOSE_COST / (LOOSE * LOOSE) * gap * gap + (GROW_COST if grow else 0.0)
    return cost + VISIBLY_LOOSE if gap > LOOSE else cost


def shrink_cost(over: int, soft: int, hard: int) -> float:
    """Demerits of a line `over` too wide; infinite where its marks cannot give so much."""
    if over <= soft:
        return SOFT_COST * (over / soft) ** 2
    if over <= soft + hard:
        return SOFT_COST + HARD_COST * (over - soft) / hard
    return _NEVER


def _search(  # noqa: PLR0912, PLR0915  the innermost loop: a call would double it
    numbers: Numbers, measures: Measures, bound: float, *, forced: bool = False
) -> tuple[float, list[int]]:
    """Least demerits of the whole, and for each cluster (plus one) where a line to it begins.

    Stretched lines that cost more than `bound` are not looked at. With `forced` a line may end
    anywhere, at a price, and a cluster wider than the measure may stand alone. One long loop: a
    call inside it would be paid some 10,000 times a page.
    """
    start, end, soft, hard = numbers.start, numbers.end, numbers.soft, numbers.hard
    grow, places, runt_from = numbers.grow, numbers.places, numbers.runt_from
    n = len(end)
    legal = numbers.ends
    ends: Sequence[int] = range(n) if forced else legal
    ends_at = end if forced else [end[j] for j in legal]
    free = frozenset(legal) if forced else frozenset()
    count = len(ends)
    dearest = bound + GROW_COST  # the one term that may fall when a line gets shorter
    square = LOOSE_COST / (LOOSE * LOOSE)
    best = [_NEVER] * (n + 1)
    came = [0] * (n + 1)
    best[0] = 0.0
    for i in (0, *(j + 1 for j in ends)):
        so_far = best[i] + RIVET_COST
        if so_far == _NEVER or i == n:
            continue
        if forced and i and i - 1 not in free:
            so_far += FORBIDDEN_COST
        target = start[i] + (measures.rest if i else measures.first)
        soft_i, hard_i, grow_i, places_i = soft[i], hard[i], grow[i], places[i]
        beyond = bisect_right(ends_at, target)
        open_to = beyond
        if beyond == count:  # the last line: never stretched
            open_to -= 1
            cost = so_far + RUNT_COST if i >= runt_from else so_far
            if cost < best[n]:
                best[n] = cost
                came[n] = i
        for k in range(open_to - 1, -1, -1):
            j = ends[k]
            if j < i:
                break
            lack = target - ends_at[k]
            room = grow[j] - grow_i
            if lack <= room:
                cost = GROW_COST * lack / room if lack else 0.0
            else:
                gap = (lack - room) / (places[j] - places_i or 1)
                cost = square * gap * gap
                if room:
                    cost += GROW_COST
                if gap > LOOSE:
                    cost += VISIBLY_LOOSE
                    if cost > dearest:
                        break
            cost += so_far
            if cost < best[j + 1]:
                best[j + 1] = cost
                came[j + 1] = i
        for k in range(beyond, count):
            j = ends[k]
            over = ends_at[k] - target
            give = soft[j] - soft_i
            if over <= give:
                cost = SOFT_COST * (over / give) ** 2
            else:
                late = hard[j] - hard_i
                if over > give + late:
                    break
                cost = SOFT_COST + HARD_COST * (over - give) / late
            cost += so_far
            if j == n - 1 and i >= runt_from:
                cost += RUNT_COST
            if cost < best[j + 1]:
                best[j + 1] = cost
                came[j + 1] = i
        if forced and end[i] > target:
            cost = so_far + OVERFULL_COST + end[i] - target
            if cost < best[i + 1]:
                best[i + 1] = cost
                came[i + 1] = i
    return best[n], came


def _trace(came: Sequence[int]) -> list[int]:
    out = []
    at = len(came) - 1
    while at > 0:
        out.append(at - 1)
        at = came[at]
    return out[::-1]
