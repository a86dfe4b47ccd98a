"""What a line of a paragraph costs: its demerits by width, gaps and neighbours.

Pure numbers, as in `layout.inline.breaker`, which looks for the paragraph that has the least of
them. Lengths are whole thousandths of an em.

What is better comes in ranks. The best ways to break a paragraph are those with the fewest lines
whose gaps are above a quarter of an em; of these, those without a last line of one character
(孤字); of these, those that part the fewest dates, measures and names; of these, the one whose
lines have the least sum of squares of their gaps. One step of a rank costs more than all that a
paragraph may have of the next: 1,000 lines with gaps of an em are 4 × 10⁷ demerits. What is left,
squeezed marks and the look of neighbours, tells apart what is as good otherwise.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from layout.record import record

LOOSE: Final = 50
"""A mean gap of 5 % of an em: where a reader begins to see the line's colour change."""
LOOSE_COST: Final = 100.0
"""Demerits of a line exactly at `LOOSE`; they grow with the square of the gap, as in the paper."""
WIDE: Final = 250
"""A mean gap of a quarter of an em: where a line falls apart into its characters."""
GROW_COST: Final = 0.2
"""A line whose word spaces and Han-Latin gaps are at their widest: hardly seen."""
SOFT_COST: Final = 0.3
"""A line whose pauses and brackets are all at ½ em. Squeezing in is preferred to pushing out
(先挤进，后推出)."""
HARD_COST: Final = 0.8
"""Added when every stop is at ½ em too: many styles never squeeze 。, so it comes late."""
TIGHT_AGAIN_COST: Final = 0.4
"""A squeezed line under a squeezed one: together they look like a dark band."""
CHANGE_COST: Final = 0.6
"""A squeezed line beside an open one: each makes the other plain to see."""
RIVET_COST: Final = 0.01
"""Each line costs a little, so that of two equal ways the shorter is taken."""
HYPHEN_COST: Final = 400.0
"""A word cut at a line's end interrupts the reader: as bad as a line with gaps of a tenth of an
em."""
HYPHEN_AGAIN_COST: Final = 600.0
"""Two such lines in a row, a ladder: now a loose line may be the lesser evil."""

BOND_COST: Final = 1e9
"""An end inside a date, between a figure and its unit, in a short name."""
RUNT_COST: Final = 1e11
"""孤字, a last line of one character."""
WIDE_COST: Final = 1e12
"""A line above `WIDE`."""
PARTED_COST: Final = 1.5e14
"""An end inside a number typed on full ems, or another run that is never parted but is wider than
its line."""
FALLBACK_COST: Final = 2e14
"""A forbidden end in a row of three marks or more, where CLREQ lets the rules fall back to none."""
FORBIDDEN_COST: Final = 1e15
"""A way out of a measure too narrow for any legal line, so that a result always exists."""
OVERFULL_COST: Final = 1e16
"""A line that nothing makes fit."""

OPEN: Final = 25
"""A gap from which a line looks open beside a squeezed one: half of `LOOSE`."""
DENSE: Final = 2
"""A line looks squeezed when it has given more than one part in so many of its soft room."""

NEVER: Final = float("inf")
"""What cannot be set at all."""

# The look of a line; the states of a break.
EVEN: Final = 0
TIGHT: Final = 1
AIRY: Final = 2
LOOKS: Final = 3

Measures = Sequence[int]
"""Widths of the lines from the first on; the last one is that of all further lines."""


class Looseness(NamedTuple):
    """What a style thinks of loose lines: from a mean gap above `limit` (1/1000 em) on, each costs
    `cost` beside its gap; to part what belongs together costs `bond`. Where `keep` is said, it is
    what it costs that marks go from full to squeezed, or back, between two lines."""

    limit: int
    cost: float
    bond: float
    keep: float = 0.0


EVENLY: Final = Looseness(limit=WIDE, cost=WIDE_COST, bond=BOND_COST)
"""As few lines above a quarter of an em as may be, and the others as even as they can be."""
FEWEST: Final = Looseness(limit=LOOSE, cost=20_000.0, bond=22_500.0)
"""As few lines above 5 % as may be, each as loose as that takes: for an editor who mends it by a
word. Only a gap of 70 % is as bad as two; a date is parted before a line opens beyond 25 %."""
STEADY: Final = EVENLY._replace(keep=40.0)
"""As even as `EVENLY`, and the marks of a paragraph full, or squeezed, over as many lines as may
be, as dailies have them: a change weighs as much as gaps of 3 % in a line, which nobody sees. On
the stories of the section a third fewer lines change than with `EVENLY`, in as many lines."""
ADDRESSED: Final = Looseness(limit=WIDE, cost=20_000.0, bond=22_500.0)
"""Where the parts of an address leave a line next to nothing to open: none is blown apart to spare
others, so that 733 % in one is worse than 40 % in three."""
LOOSENESS: Final = {"even": EVENLY, "fewest": FEWEST, "steady": STEADY}


@record
class Numbers:
    """All the breaker knows of a paragraph: its breaks, in order, as parallel lists.

    Break 0 is where it begins, the last one where it ends; those between are where a line may end.
    A line that ends at break k ends with the cluster `last[k]`, and the next one begins with the
    cluster behind that, the one from break 0 with cluster 0. So a line from break i to break k
    reaches from `start[last[i] + 1]` to `right[k]`, and has the gaps from there up to `stop[k]`;
    `stop[0]` ends no line. The other lists hold what lies before each gap of the paragraph: a
    line's marks may give `soft[stop[k]] - soft[last[i] + 1]` and then as much of `hard`; it may
    grow by what it has of `grow` and then alike in its `places`.
    """

    right: Sequence[int]
    last: Sequence[int]
    start: Sequence[int]
    stop: Sequence[int]
    soft: Sequence[int]
    hard: Sequence[int]
    grow: Sequence[int]
    places: Sequence[int]
    penalty: Sequence[float]
    """What it costs that a line ends here at all."""
    hyphens: frozenset[int]
    """Breaks that cut a word."""
    runt_from: int
    """A last line that begins at this break or a later one is a 孤字."""
    loose: Looseness = EVENLY
    twins: frozenset[int] = frozenset()
    """Breaks at whose place the next one stands too, with its mark inside the measure: between the
    two there is no line."""

    @property
    def final(self) -> int:
        """The paragraph's end."""
        return len(self.right) - 1

    def natural(self, first: int, last: int) -> int:
        """How wide a line is of which nothing gives or grows."""
        return self.right[last] - self.start[self.last[first] + 1]

    def give(self, first: int, last: int) -> tuple[int, int]:
        """What the marks of a line may give: `soft`, and then `hard`."""
        at, to = self.last[first] + 1, self.stop[last]
        return self.soft[to] - self.soft[at], self.hard[to] - self.hard[at]

    def room(self, first: int, last: int) -> tuple[int, int]:
        """What a line may grow by at first, and the places in which it may then."""
        at, to = self.last[first] + 1, self.stop[last]
        return self.grow[to] - self.grow[at], self.places[to] - self.places[at]


NOTHING: Final = Numbers(
    right=[0], last=[-1], start=[0], stop=[-1], soft=[0], hard=[0], grow=[0], places=[0],
    penalty=[0.0], hyphens=frozenset(), runt_from=1,
)  # fmt: skip
"""A paragraph of nothing."""


def paragraph_cost(numbers: Numbers, measures: Measures, ends: Sequence[int]) -> float:
    """Demerits of a paragraph broken at `ends`; infinite where a line does not fit."""
    total = 0.0
    before = EVEN
    for at, (first, last) in enumerate(pairwise((0, *ends))):
        width = measures[min(at, len(measures) - 1)]
        cost, look = line_cost(numbers, width, first, last)
        total += cost + beside(before, look, numbers.loose.keep)
        if first in numbers.hyphens and last in numbers.hyphens:
            total += HYPHEN_AGAIN_COST
        before = look
    return total


def widest_gap(numbers: Numbers, measures: Measures, ends: Sequence[int]) -> float:
    """The largest mean gap of a paragraph broken at `ends`, its last line aside."""
    found = 0.0
    for at, (first, last) in enumerate(pairwise((0, *ends[:-1]))):
        width = measures[min(at, len(measures) - 1)]
        lack = width - numbers.natural(first, last)
        grow, places = numbers.room(first, last)
        found = max(found, (lack - grow) / (places or 1))
    return found


def line_cost(numbers: Numbers, width: int, first: int, last: int) -> tuple[float, int]:
    """Demerits and look of a line from break `first` to `last`; infinite where it does not fit.

    The owner of the formula. `breaker._cheapest` has it written out, because it is the innermost
    loop of the toolkit and a call costs as much as the sum; a test holds the two together.
    """
    over = numbers.natural(first, last) - width
    base = RIVET_COST + numbers.penalty[last]
    if last == numbers.final:
        base += RUNT_COST if first >= numbers.runt_from else 0.0
        if over <= 0:
            return base, EVEN
    if over > 0:
        soft, hard = numbers.give(first, last)
        tight = numbers.loose.keep or DENSE * over > soft
        return base + shrink_cost(over, soft, hard), TIGHT if tight else EVEN
    grow, places = numbers.room(first, last)
    airy = -over > grow and -over - grow > OPEN * (places or 1)
    cost = stretch_cost(-over, grow, places, numbers.loose)
    return base + cost, AIRY if airy else EVEN


def stretch_cost(lack: int, grow: int, places: int, loose: Looseness = EVENLY) -> float:
    """Demerits of a line that lacks `lack`, with `grow` in tiers 1-2 and `places` of tier 3."""
    if lack <= grow:
        return GROW_COST * lack / grow if lack else 0.0
    gap = (lack - grow) / (places or 1)
    cost = LOOSE_COST / (LOOSE * LOOSE) * gap * gap + (GROW_COST if grow else 0.0)
    return cost + loose.cost if gap > loose.limit else cost


def shrink_cost(over: int, soft: int, hard: int) -> float:
    """Demerits of a line `over` too wide; infinite where its marks cannot give so much."""
    if over <= soft:
        return SOFT_COST * (over / soft) ** 2
    if over <= soft + hard:
        return SOFT_COST + HARD_COST * (over - soft) / hard
    return NEVER


def beside(above: int, below: int, keep: float = 0.0) -> float:
    """Demerits of the change from one line to the next. A paragraph begins with full marks, and its
    last line has them."""
    if keep:
        return keep if (above == TIGHT) != (below == TIGHT) else 0.0
    if above == TIGHT and below == TIGHT:
        return TIGHT_AGAIN_COST
    return CHANGE_COST if {above, below} == {TIGHT, AIRY} else 0.0
