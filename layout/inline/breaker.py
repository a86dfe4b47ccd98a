"""Where the lines of a paragraph end: total fit over numbers, after Knuth and Plass (1981).

Knows edges, capacities and legal ends; nothing of characters, faces or pages. Lengths are whole
thousandths of an em.

The paper's glue is replaced by what Chinese composition does (CLREQ "Line adjustment"): a line that
is too wide is squeezed at its marks, first the pauses and brackets (soft), then the stops (hard); a
line that is too narrow first opens its word spaces and Han-Latin gaps, then every gap alike.

A line may end almost anywhere, so from each start only the ends around the measure are looked at:
outwards from the first end beyond it, on one side until no more can be squeezed in, on the other
until the way would cost more than it may. Both stops are sound, because `right - soft - hard` never
falls from one break to the next and a shorter line is never less loose.

Of all beginnings of a way the one that costs least is led on first (Dijkstra 1959): the first that
comes to the end has the least demerits of all legal breakings, as a test against brute force shows.
Nearly every paragraph has a way that costs little, and hardly two breaks a line have one that costs
less.

What a line looks like beside the one above it counts too, so a state is a break and the look of the
line that ends there, as with the fitness classes of the paper; and the number of the line, while
lines have widths of their own.
"""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from heapq import heappop, heappush
from operator import sub
from typing import Final

from layout.inline.costs import (
    AIRY,
    DENSE,
    EVEN,
    GROW_COST,
    HARD_COST,
    HYPHEN_AGAIN_COST,
    LOOKS,
    LOOSE,
    LOOSE_COST,
    NEVER,
    OPEN,
    OVERFULL_COST,
    PARTED_COST,
    RIVET_COST,
    RUNT_COST,
    SOFT_COST,
    TIGHT,
    Measures,
    Numbers,
    beside,
)

BOUNDS: Final = (400.0, 4000.0, 1e5, 1e10, 1e300)
"""What a way may cost in the first search, and in those that follow while there is none: no line is
stretched for more than is left."""

EVERY: Final = 1_000_000_000
"""In the place of `DENSE`: a line looks squeezed when it has given anything."""


def best_fit(
    numbers: Numbers, measures: Measures, *, overfull: bool = False
) -> tuple[float, list[int]]:
    """Total fit: the breaks at which the lines end, chosen so that the demerits of the whole sum to
    the least, and those demerits; infinite, and none, if there is no way.

    The breaks ascend and end with the last one.

    With `overfull` a line that no squeezing makes fit may stand if it ends at the very next break:
    then there is always a way.
    """
    if not numbers.final:
        return 0.0, []
    for bound in BOUNDS:
        best, ends = _cheapest(numbers, measures, bound, overfull=overfull)
        if ends:
            return best, ends
    return NEVER, []


def first_fit(numbers: Numbers, measures: Measures) -> list[int]:
    """Each line takes as much as it can hold, squeezed if need be: what older systems set.

    A forbidden end is taken only where no other fits. Where nothing fits a line, it ends at the
    very next break.
    """
    right, final, penalty = numbers.right, numbers.final, numbers.penalty
    soft, hard = numbers.soft, numbers.hard
    least = [r - soft[at] - hard[at] for r, at in zip(right, numbers.stop, strict=True)]
    out: list[int] = []
    i = 0
    while i < final:
        at = numbers.last[i] + 1
        room = numbers.start[at] - soft[at] - hard[at]
        room += measures[min(len(out), len(measures) - 1)]
        low = i + 1 if i in numbers.twins else i
        most = max(low + 1, bisect_right(least, room) - 1)
        i = next((k for k in range(most, low, -1) if penalty[k] < PARTED_COST), most)
        out.append(i)
    return out


@cache
def _changes(keep: float) -> list[list[float]]:
    """What a line costs for the look of the one above it: by that look, then by its own."""
    return [[beside(above, below, keep) for below in range(LOOKS)] for above in range(LOOKS)]


@cache
def _dearer(keep: float) -> list[list[float]]:
    """What the look of one line may cost the next one more than that of another: by the first look,
    then by the other."""
    changes = _changes(keep)
    return [[max(map(sub, one, other)) for other in changes] for one in changes]


def _cheapest(  # noqa: PLR0912, PLR0915  the innermost loop: a call would double it
    numbers: Numbers, measures: Measures, bound: float, *, overfull: bool
) -> tuple[float, list[int]]:
    """The least demerits, and the breaks, of all ways that cost up to `bound`.

    A state is one number: of the line, the break and the look, in that order. Of two beginnings
    that cost the same the one that is behind is led on first; of two ways to a state that cost the
    same, to rounding, the one whose last line is longer is kept, then the one that cost less before
    that line.
    """
    right, last, start, penalty = numbers.right, numbers.last, numbers.start, numbers.penalty
    stop, soft, hard, grow = numbers.stop, numbers.soft, numbers.hard, numbers.grow
    places, hyphens, twins = numbers.places, numbers.hyphens, numbers.twins
    limit, loose, _, keep = numbers.loose
    dense = EVERY if keep else DENSE
    changes = _changes(keep)
    square = LOOSE_COST / (LOOSE * LOOSE)
    final = numbers.final
    count = final + 1
    alike = len(measures) - 1  # the first line of those that are all alike
    dearer = _dearer(keep)
    came: dict[int, int] = {}
    cheapest: dict[int, tuple[float, int]] = {}  # at each break of each line, and with which look
    least: dict[int, float] = {}  # of the ways to a state that wait
    # The cost of a way, the state it comes to, and the one before that: its break, what was spent
    # there, its look.
    queue = [(0.0, 0, 0, 0.0, 0)]
    while queue:
        spent, state, came_from, _, before = heappop(queue)
        if state in came:
            continue
        came[state] = came_from * LOOKS + before
        at, above = divmod(state, LOOKS)
        other, look = cheapest.setdefault(at, (spent, above))
        if spent - other > dearer[look][above]:  # whatever follows is cheaper behind that one
            continue
        line, i = divmod(at, count)
        if i == final:
            return spent, _traced(came, state, count)
        here = min(line + 1, alike) * count
        even, tight, airy = changes[above]
        so = spent + even + RIVET_COST, spent + tight + RIVET_COST, spent + airy + RIVET_COST
        # Of a stretched line's terms one may fall when it gets shorter, by `GROW_COST` at most.
        dearest = bound - spent + GROW_COST
        at_gap = last[i] + 1
        target = start[at_gap] + measures[line]
        soft_i, hard_i, grow_i = soft[at_gap], hard[at_gap], grow[at_gap]
        runt = RUNT_COST if i >= numbers.runt_from else 0.0
        again = HYPHEN_AGAIN_COST if i in hyphens else 0.0
        low = i + 1 if i in twins else i  # the last break at which the line would be empty
        beyond = bisect_right(right, target, low + 1)
        if beyond > final:  # the last line: never stretched
            cost = so[EVEN] + penalty[final] + runt
            to = (here + final) * LOOKS + EVEN
            if cost <= least.get(to, bound):
                least[to] = cost
                heappush(queue, (cost, to, at, so[EVEN], above))
        for k in range(min(beyond, final) - 1, low, -1):
            lack = target - right[k]
            to_gap = stop[k]
            room = grow[to_gap] - grow_i
            look = EVEN
            if lack <= room:
                cost = so[EVEN] + penalty[k] + (GROW_COST * lack / room if lack > 0 else 0.0)
                if again and k in hyphens:
                    cost += again
            else:
                gap = (lack - room) / (places[to_gap] - places[at_gap] or 1)
                cost = square * gap * gap
                if room:
                    cost += GROW_COST
                if gap > limit:
                    cost += loose
                if cost > dearest:
                    break
                if gap > OPEN:
                    look = AIRY
                cost += penalty[k]
                if again and k in hyphens:
                    cost += again
                cost += so[look]
            to = (here + k) * LOOKS + look
            if cost <= least.get(to, bound):
                least[to] = cost
                heappush(queue, (cost, to, at, so[look], above))
        for k in range(beyond, count):
            over = right[k] - target
            to_gap = stop[k]
            give = soft[to_gap] - soft_i
            look = EVEN
            if over <= give:
                cost = SOFT_COST * (over / give) ** 2 if over > 0 else 0.0
            else:
                late = hard[to_gap] - hard_i
                if over > give + late:
                    if overfull and k == low + 1:
                        cost = so[EVEN] + penalty[k] + OVERFULL_COST + over
                        if again and k in hyphens:
                            cost += again
                        to = (here + k) * LOOKS + EVEN
                        if cost <= least.get(to, bound):
                            least[to] = cost
                            heappush(queue, (cost, to, at, so[EVEN], above))
                    break
                cost = SOFT_COST + HARD_COST * (over - give) / late
            cost += penalty[k]
            if k == final:
                cost += runt
            if again and k in hyphens:
                cost += again
            if dense * over > give:
                look = TIGHT
            cost += so[look]
            to = (here + k) * LOOKS + look
            if cost <= least.get(to, bound):
                least[to] = cost
                heappush(queue, (cost, to, at, so[look], above))
    return NEVER, []


def _traced(came: Mapping[int, int], state: int, count: int) -> list[int]:
    """The breaks on the way to a state, in order."""
    out: list[int] = []
    while state:
        out.append(state // LOOKS % count)
        state = came[state]
    return out[::-1]
