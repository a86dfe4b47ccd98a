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
from itertools import pairwise
from typing import Final

from layout.record import record

LOOSE: Final = 50
"""A mean gap of 5 % of an em: where a reader begins to see the line's colour change."""
LOOSE_COST: Final = 100.0
"""Demerits of a line exactly at `LOOSE`; they grow with the square of the gap, as in the paper."""
VISIBLY_LOOSE: Final = 20_000.0
"""Added above `LOOSE`: as few lines as may be are loose at all, for each is one that an editor is
told of and can mend. Only gaps of 70 % of an em and more are as bad as two loose lines."""
EVENLY_LOOSE: Final = 1500.0
"""The same for a style that would rather have two loose lines than one of nearly four times their
excess: where nobody will mend them."""
GROW_COST: Final = 10.0
"""A line whose word spaces and Han-Latin gaps are at their widest: hardly seen."""
SOFT_COST: Final = 15.0
"""A line whose pauses and brackets are all at ½ em. Squeezing in is preferred to pushing out
(先挤进，后推出): it costs as much as gaps of 2 % of an em, which is as far as both go unseen."""
HARD_COST: Final = 40.0
"""Added when every stop is at ½ em too: many styles never squeeze 。, so it comes late, after gaps
of 3½ %."""
TIGHT_AGAIN_COST: Final = 20.0
"""A squeezed line under a squeezed one: together they look like a dark band."""
CHANGE_COST: Final = 30.0
"""A squeezed line beside an open one: each makes the other plain to see."""
HYPHEN_COST: Final = 400.0
"""A word cut at a line's end interrupts the reader: worse than any line that is not visibly loose,
and better than one that is."""
HYPHEN_AGAIN_COST: Final = 600.0
"""Two such lines in a row, a ladder: now a loose line may be the lesser evil."""
RUNT_COST: Final = 10_000_000.0
"""孤字, a last line of one character: worse than any number of loose lines."""
RIVET_COST: Final = 0.5
"""Each line costs a little, so that of two equal ways the shorter is taken."""
OVERFULL_COST: Final = 1_000_000_000.0
FORBIDDEN_COST: Final = 100_000_000.0
"""Ways out of a measure too narrow for any legal line, so that a result always exists."""
FALLBACK_COST: Final = 20_000_000.0
"""A forbidden end in a row of three marks or more, where CLREQ lets the rules fall back to none."""

PARTED_COST: Final = 15_000_000.0
"""An end inside a date, or another run that should stay whole but is wider than its line."""

OPEN: Final = 25
"""A gap from which a line looks open beside a squeezed one: half of `LOOSE`."""
DENSE: Final = 2
"""A line looks squeezed when it has given more than one part in so many of its soft room."""

FIRST_BOUND: Final = 800.0
"""What no single line may cost in the first search: more than most whole paragraphs do."""

SHORT: Final = 500
"""Breaks of a paragraph of which every stage can hold all: a long one has as many lines."""

_NEVER: Final = float("inf")

# The look of a line; the states of a break.
EVEN: Final = 0
TIGHT: Final = 1
AIRY: Final = 2
_LOOKS: Final = 3

Measures = Sequence[int]
"""Widths of the lines from the first on; the last one is that of all further lines."""


@record
class Numbers:
    """All the breaker knows of a paragraph: its breaks, in order, as parallel lists.

    Break 0 is where it begins, the last one where it ends; those between are where a line may end.
    A line from break i to break k reaches from `left[i]` to `right[k]`; its marks may give
    `soft_to[k] - soft_from[i]` and then `hard_to[k] - hard_from[i]`; it may grow by
    `grow_to[k] - grow_from[i]` and then alike in `places_to[k] - places_from[i]` places.
    """

    right: Sequence[int]
    left: Sequence[int]
    soft_to: Sequence[int]
    soft_from: Sequence[int]
    hard_to: Sequence[int]
    hard_from: Sequence[int]
    grow_to: Sequence[int]
    grow_from: Sequence[int]
    places_to: Sequence[int]
    places_from: Sequence[int]
    penalty: Sequence[float]
    """What it costs that a line ends here at all."""
    hyphens: frozenset[int]
    """Breaks that cut a word."""
    runt_from: int
    """A last line that begins at this break or a later one is a 孤字."""
    loose: float = VISIBLY_LOOSE
    """What a visibly loose line costs beside its gap."""

    @property
    def final(self) -> int:
        """The paragraph's end."""
        return len(self.right) - 1


NOTHING: Final = Numbers(
    right=[0], left=[0], soft_to=[0], soft_from=[0], hard_to=[0], hard_from=[0],
    grow_to=[0], grow_from=[0], places_to=[0], places_from=[0],
    penalty=[0.0], hyphens=frozenset(), runt_from=1,
)  # fmt: skip
"""A paragraph of nothing."""


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
        most = max(i + 1, bisect_right(least, room) - 1)
        i = next((k for k in range(most, i, -1) if penalty[k] < PARTED_COST), most)
        out.append(i)
    return out


def fits(numbers: Numbers, measures: Measures, ends: Sequence[int]) -> bool:
    """Whether every line of a paragraph broken at `ends` can be squeezed into its measure."""
    return paragraph_cost(numbers, measures, ends) < _NEVER


def paragraph_cost(numbers: Numbers, measures: Measures, ends: Sequence[int]) -> float:
    """Demerits of a paragraph broken at `ends`; infinite where a line does not fit."""
    total = 0.0
    before = EVEN
    for at, (first, last) in enumerate(pairwise((0, *ends))):
        width = measures[min(at, len(measures) - 1)]
        cost, look = line_cost(numbers, width, first, last)
        total += cost + beside(before, look)
        if first in numbers.hyphens and last in numbers.hyphens:
            total += HYPHEN_AGAIN_COST
        before = look
    return total


def line_cost(numbers: Numbers, width: int, first: int, last: int) -> tuple[float, int]:
    """Demerits and look of a line from break `first` to `last`; infinite where it does not fit.

    The owner of the formula. `_relax` has it written out, because it is the innermost loop of the
    toolkit and a call costs as much as the sum; a test holds the two together.
    """
    over = numbers.right[last] - numbers.left[first] - width
    base = RIVET_COST + numbers.penalty[last]
    if last == numbers.final:
        base += RUNT_COST if first >= numbers.runt_from else 0.0
        if over <= 0:
            return base, EVEN
    if over > 0:
        soft = numbers.soft_to[last] - numbers.soft_from[first]
        hard = numbers.hard_to[last] - numbers.hard_from[first]
        return base + shrink_cost(over, soft, hard), TIGHT if DENSE * over > soft else EVEN
    grow = numbers.grow_to[last] - numbers.grow_from[first]
    places = numbers.places_to[last] - numbers.places_from[first]
    airy = -over > grow and -over - grow > OPEN * (places or 1)
    cost = stretch_cost(-over, grow, places, numbers.loose)
    return base + cost, AIRY if airy else EVEN


def stretch_cost(lack: int, grow: int, places: int, loose: float = VISIBLY_LOOSE) -> float:
    """Demerits of a line that lacks `lack`, with `grow` in tiers 1-2 and `places` of tier 3."""
    if lack <= grow:
        return GROW_COST * lack / grow if lack else 0.0
    gap = (lack - grow) / (places or 1)
    cost = LOOSE_COST / (LOOSE * LOOSE) * gap * gap + (GROW_COST if grow else 0.0)
    return cost + loose if gap > LOOSE else cost


def shrink_cost(over: int, soft: int, hard: int) -> float:
    """Demerits of a line `over` too wide; infinite where its marks cannot give so much."""
    if over <= soft:
        return SOFT_COST * (over / soft) ** 2
    if over <= soft + hard:
        return SOFT_COST + HARD_COST * (over - soft) / hard
    return _NEVER


def beside(above: int, below: int) -> float:
    """Demerits of the change from one line to the next."""
    if above == TIGHT and below == TIGHT:
        return TIGHT_AGAIN_COST
    return CHANGE_COST if {above, below} == {TIGHT, AIRY} else 0.0


class _States:
    """For each break and look, the least cost of getting there, and where the last line began.

    `came` is the break before and its look as one number; -1 where the state is that of the
    stage before.
    """

    __slots__ = ("best", "came")

    def __init__(self, count: int) -> None:
        self.best = [[_NEVER] * count for _ in range(_LOOKS)]
        self.came = [[-1] * count for _ in range(_LOOKS)]

    def at(self, index: int) -> tuple[float, int]:
        """The least cost at a break, and the look that has it."""
        return min((self.best[look][index], look) for look in range(_LOOKS))


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
    best, stage = _NEVER, 0
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
    for look in range(_LOOKS):
        last.best[look][: len(states.best[look])] = states.best[look]
    _relax(numbers, measures[-1], last, last, bound, overfull=overfull)
    stages.append(last)
    if last.at(final)[0] <= best:
        best, stage = last.at(final)[0], len(stages) - 1
    return (best, _trace(stages, stage, final)) if best < _NEVER else (best, [])


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
    loose = numbers.loose
    final = numbers.final
    even, tight, airy = states.best
    to_even, to_tight, to_airy = after.best
    from_even, from_tight, from_airy = after.came
    top = len(to_even)  # breaks that may be reached
    never = _NEVER
    dearest = bound + GROW_COST  # the one term that may fall when a line gets shorter
    square = LOOSE_COST / (LOOSE * LOOSE)
    for i in range(min(len(even), final)):
        a, b, c = even[i], tight[i], airy[i]
        if a == b == c == never:  # no way leads here
            continue
        # The best way to begin a line of each look, and the state it comes from.
        here = _LOOKS * i
        so_even, came_even = (a, here) if a <= b else (b, here + TIGHT)
        if c < so_even:
            so_even, came_even = c, here + AIRY
        so_tight, came_tight = (a, here) if a <= b + TIGHT_AGAIN_COST else (
            b + TIGHT_AGAIN_COST, here + TIGHT
        )  # fmt: skip
        if c + CHANGE_COST < so_tight:
            so_tight, came_tight = c + CHANGE_COST, here + AIRY
        so_airy, came_airy = (a, here) if a <= c else (c, here + AIRY)
        if b + CHANGE_COST < so_airy:
            so_airy, came_airy = b + CHANGE_COST, here + TIGHT
        so_even += RIVET_COST
        so_tight += RIVET_COST
        so_airy += RIVET_COST
        target = left[i] + width
        soft_i, hard_i = numbers.soft_from[i], numbers.hard_from[i]
        grow_i, places_i = numbers.grow_from[i], numbers.places_from[i]
        again = HYPHEN_AGAIN_COST if i in hyphens else 0.0
        beyond = bisect_right(right, target, i + 1)
        open_to = beyond
        if beyond > final:  # the last line: never stretched
            open_to = final
            if final < top:
                cost = so_even + penalty[final] + (RUNT_COST if i >= runt_from else 0.0)
                if cost < to_even[final]:
                    to_even[final] = cost
                    from_even[final] = came_even
        for k in range(min(open_to, top) - 1, i, -1):
            lack = target - right[k]
            room = grow_to[k] - grow_i
            if lack <= room:
                cost = so_even + penalty[k] + (GROW_COST * lack / room if lack else 0.0)
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
            if gap > LOOSE:
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
                cost = SOFT_COST * (over / give) ** 2
            else:
                late = hard_to[k] - hard_i
                if over > give + late:
                    if overfull and k == i + 1:
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
            if DENSE * over > give:
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
            at, look = divmod(came, _LOOKS)
        if came < 0 or stage < alike:
            stage -= 1
    return out[::-1]
