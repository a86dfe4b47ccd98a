"""What a line of a paragraph costs: its demerits by width, gaps and neighbours.

Pure numbers, as in `layout.inline.breaker`, which looks for the paragraph that has the least of
them. Lengths are whole thousandths of an em.
"""

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
EVENLY_LOOSE: Final = 400.0
"""The same for a style that would rather have two lines of 9 % than one of 20 %: where nobody will
mend the one."""
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

NEVER: Final = float("inf")
"""What cannot be set at all."""

# The look of a line; the states of a break.
EVEN: Final = 0
TIGHT: Final = 1
AIRY: Final = 2
LOOKS: Final = 3

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
    return NEVER


def beside(above: int, below: int) -> float:
    """Demerits of the change from one line to the next."""
    if above == TIGHT and below == TIGHT:
        return TIGHT_AGAIN_COST
    return CHANGE_COST if {above, below} == {TIGHT, AIRY} else 0.0
