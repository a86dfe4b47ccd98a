"""Where the lines of a paragraph end: total fit over numbers, after Knuth and Plass (1981).

Knows edges, capacities and legal ends; nothing of characters, faces or pages. Lengths are whole
thousandths of an em.

The paper's glue is replaced by what Chinese composition does (CLREQ "Line adjustment"): a line that
is too wide is squeezed at its marks, first the pauses and brackets (soft), then the stops (hard); a
line that is too narrow first opens its word spaces and Han-Latin gaps, then every gap alike.

A line may end almost anywhere, so from each start only the ends around the measure are looked at:
outwards from the first end beyond it, on one side until no more can be squeezed in, on the other
until a line alone would cost more than a whole paragraph may. Both stops are sound, because
`right - soft - hard` never falls from one break to the next and a shorter line is never less loose.
If the paragraph found costs more than that, it bounds a second, wider search: so the result has the
least demerits of all legal breakings, as a test against brute force shows.

What a line looks like beside the one above it counts too, so a state is a break and the look of the
line that ends there, as with the fitness classes of the paper.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from layout.inline.costs import (
    AIRY,
    CHANGE_COST,
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
    TIGHT_AGAIN_COST,
    Measures,
    Numbers,
)

FIRST_BOUND: Final = 400.0
"""What no single line may cost in the first search: more than most whole paragraphs do."""

EVERY: Final = 1_000_000_000
"""In the place of `DENSE`: a line looks squeezed when it has given anything."""
SHORT: Final = 500
"""Breaks of a paragraph of which every stage can hold all: a long one has as many lines."""


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
    best, ends = _through(numbers, measures, FIRST_BOUND, overfull=overfull)
    if best > FIRST_BOUND:
        best, ends = _through(numbers, measures, best, overfull=overfull)
    return best, ends


def first_fit(numbers: Numbers, measures: Measures) -> list[int]:
    """Each line takes as much as it can hold, squeezed if need be: what older systems set.

    A forbidden end is taken only where no other fits. Where nothing fits a line, it ends at the
    very next break.
    """
    right, final, penalty = numbers.right, numbers.final, numbers.penalty
    least = [r - s - h for r, s, h in zip(right, numbers.soft_to, numbers.hard_to, strict=True)]
    out: list[int] = []
    i = 0
    while i < final:
        room = numbers.left[i] - numbers.soft_from[i] - numbers.hard_from[i]
        room += measures[min(len(out), len(measures) - 1)]
        low = i + 1 if i in numbers.twins else i
        most = max(low + 1, bisect_right(least, room) - 1)
        i = next((k for k in range(most, low, -1) if penalty[k] < PARTED_COST), most)
        out.append(i)
    return out


class _States:
    """For each break and look, the least cost of getting there, and where the last line began.

    `came` is the break before and its look as one number; -1 where the state is that of the
    stage before.
    """

    __slots__ = ("best", "came")

    def __init__(self, count: int) -> None:
        self.best = [[NEVER] * count for _ in range(LOOKS)]
        self.came = [[-1] * count for _ in range(LOOKS)]

    def at(self, index: int) -> tuple[float, int]:
        """The least cost at a break, and the look that has it."""
        return min((self.best[look][index], look) for look in range(LOOKS))


def _through(
    numbers: Numbers, measures: Measures, bound: float, *, overfull: bool
) -> tuple[float, list[int]]:
    """The least demerits, and the breaks, of all ways whose stretched lines cost up to `bound`.

    Lines of a width of their own come first, one stage each: there a state is known by its line
    too. In the last stage all lines are alike.
    """
    final = numbers.final
    states = _States(1)
    states.best[EVEN][0] = 0.0
    stages = [states]
    best, stage = NEVER, 0
    reach = 0
    for width in measures[:-1]:
        reach = _reach(numbers, reach, width)
        after = _States(reach + 1)
        _relax(numbers, width, states, after, bound, overfull=overfull)
        states = after
        stages.append(states)
        if reach == final and states.at(final)[0] < best:
            best, stage = states.at(final)[0], len(stages) - 1
    last = _States(final + 1)
    for look in range(LOOKS):
        last.best[look][: len(states.best[look])] = states.best[look]
    _relax(numbers, measures[-1], last, last, bound, overfull=overfull)
    stages.append(last)
    if last.at(final)[0] <= best:
        best, stage = last.at(final)[0], len(stages) - 1
    return (best, _trace(stages, stage, final)) if best < NEVER else (best, [])


def _reach(numbers: Numbers, start: int, width: int) -> int:
    """A break beyond which no line from `start` or an earlier break can end."""
    final = numbers.final
    if final <= SHORT or start == final:
        return final
    edge = numbers.left[start] - numbers.soft_from[start] - numbers.hard_from[start] + width
    k = start + 1
    while k < final and numbers.right[k] - numbers.soft_to[k] - numbers.hard_to[k] <= edge:
        k += 1
    return min(k, final)


def _relax(  # noqa: PLR0912, PLR0915  the innermost loop: a call would double it
    numbers: Numbers, width: int, states: _States, after: _States, bound: float, *, overfull: bool
) -> None:
    """Set one line of `width` from every state, into `after`; both may be the same.

    Stretched lines that cost more than `bound` are not looked at. One long loop: a call inside it
    would be paid some 10,000 times a page.
    """
    right, left, penalty = numbers.right, numbers.left, numbers.penalty
    soft_to, hard_to, grow_to = numbers.soft_to, numbers.hard_to, numbers.grow_to
    places_to, hyphens, runt_from = numbers.places_to, numbers.hyphens, numbers.runt_from
    limit, loose, _, keep = numbers.loose
    again_tight = 0.0 if keep else TIGHT_AGAIN_COST
    change = keep or CHANGE_COST
    dense = EVERY if keep else DENSE
    final, twins = numbers.final, numbers.twins
    even, tight, airy = states.best
    to_even, to_tight, to_airy = after.best
    from_even, from_tight, from_airy = after.came
    top = len(to_even)  # breaks that may be reached
    never = NEVER
    dearest = bound + GROW_COST  # the one term that may fall when a line gets shorter
    square = LOOSE_COST / (LOOSE * LOOSE)
    for i in range(min(len(even), final)):
        a, b, c = even[i], tight[i], airy[i]
        if a == b == c == never:  # no way leads here
            continue
        # The best way to begin a line of each look, and the state it comes from.
        here = LOOKS * i
        so_even, came_even = (a, here) if a <= b + keep else (b + keep, here + TIGHT)
        if c < so_even:
            so_even, came_even = c, here + AIRY
        so_tight, came_tight = (a + keep, here) if a + keep <= b + again_tight else (
            b + again_tight, here + TIGHT
        )  # fmt: skip
        if c + change < so_tight:
            so_tight, came_tight = c + change, here + AIRY
        so_airy, came_airy = (a, here) if a <= c else (c, here + AIRY)
        if b + change < so_airy:
            so_airy, came_airy = b + change, here + TIGHT
        so_even += RIVET_COST
        so_tight += RIVET_COST
        so_airy += RIVET_COST
        target = left[i] + width
        soft_i, hard_i = numbers.soft_from[i], numbers.hard_from[i]
        grow_i, places_i = numbers.grow_from[i], numbers.places_from[i]
        again = HYPHEN_AGAIN_COST if i in hyphens else 0.0
        low = i + 1 if i in twins else i  # the last break at which the line would be empty
        beyond = bisect_right(right, target, low + 1)
        open_to = beyond
        if beyond > final:  # the last line: never stretched
            open_to = final
            if final < top:
                cost = so_even + penalty[final] + (RUNT_COST if i >= runt_from else 0.0)
                if cost < to_even[final]:
                    to_even[final] = cost
                    from_even[final] = came_even
        for k in range(min(open_to, top) - 1, low, -1):
            lack = target - right[k]
            room = grow_to[k] - grow_i
            if lack <= room:
                cost = so_even + penalty[k] + (GROW_COST * lack / room if lack > 0 else 0.0)
                if again and k in hyphens:
                    cost += again
                if cost < to_even[k]:
                    to_even[k] = cost
                    from_even[k] = came_even
                continue
            gap = (lack - room) / (places_to[k] - places_i or 1)
            cost = square * gap * gap
            if room:
                cost += GROW_COST
            if gap > limit:
                cost += loose
            if cost > dearest:
                break
            cost += penalty[k]
            if again and k in hyphens:
                cost += again
            if gap > OPEN:
                cost += so_airy
                if cost < to_airy[k]:
                    to_airy[k] = cost
                    from_airy[k] = came_airy
            else:
                cost += so_even
                if cost < to_even[k]:
                    to_even[k] = cost
                    from_even[k] = came_even
        for k in range(beyond, top):
            over = right[k] - target
            give = soft_to[k] - soft_i
            if over <= give:
                cost = SOFT_COST * (over / give) ** 2 if over > 0 else 0.0
            else:
                late = hard_to[k] - hard_i
                if over > give + late:
                    if overfull and k == low + 1:
                        cost = so_even + penalty[k] + OVERFULL_COST + over
                        if again and k in hyphens:
                            cost += again
                        if cost < to_even[k]:
                            to_even[k] = cost
                            from_even[k] = came_even
                    break
                cost = SOFT_COST + HARD_COST * (over - give) / late
            cost += penalty[k]
            if k == final and i >= runt_from:
                cost += RUNT_COST
            if again and k in hyphens:
                cost += again
            if dense * over > give:
                cost += so_tight
                if cost < to_tight[k]:
                    to_tight[k] = cost
                    from_tight[k] = came_tight
            else:
                cost += so_even
                if cost < to_even[k]:
                    to_even[k] = cost
                    from_even[k] = came_even


def _trace(stages: Sequence[_States], stage: int, final: int) -> list[int]:
    """The breaks on the cheapest way to the end of a stage, back to the first."""
    alike = len(stages) - 1  # the stage whose lines follow one another
    out: list[int] = []
    at, look = final, stages[stage].at(final)[1]
    while at:
        came = stages[stage].came[look][at]
        if came >= 0:
            out.append(at)
            at, look = divmod(came, LOOKS)
        if came < 0 or stage < alike:
            stage -= 1
    return out[::-1]
