"""The fewest loose lines that any legal breaking of a paragraph allows: a tool's best hope.

A plain dynamic programme over the legal breaks. It knows nothing of the breaker's costs and looks
at every line that fits: nothing set tighter than solid, marks squeezed to half an em at most. Of
the breaker it has only the numbers, which are facts of the text.
"""

from typing import Final

from layout.inline.costs import Numbers
from layout.record import record

LOOSE: Final = 50
"""Mean gap in 1/1000 em over which a line counts as loose."""
LAST_RESORT: Final = 10_000.0
"""A break that costs as much is not a legal one; it is taken only where there is no other way."""

# Counts in one number, the worst first: lines that no squeezing makes fit, last resorts, a
# one-character last line where those are to be avoided, loose lines.
_OVER: Final = 10**12
_RESORT: Final = 10**8
_RUNT: Final = 10**6


@record(kw_only=False)
class Least:
    """The fewest loose lines over all legal breakings, and over those without a one-character last
    line where one can be avoided."""

    loose: int
    no_runt: int
    runt_forced: bool  # every legal breaking ends with a one-character last line


def least(numbers: Numbers, first: int, rest: int, every: Numbers | None = None) -> Least:
    """Of one paragraph at a measure of `rest`, `first` for its first line, in 1/1000 em.

    `every` has the forbidden breaks too, for a paragraph that no legal breaking fits.
    """
    if every is not None and _fewest(numbers, first, rest, runt=0) >= _RESORT:
        numbers = every
    avoiding = _fewest(numbers, first, rest, runt=_RUNT)
    return Least(
        _fewest(numbers, first, rest, runt=0) % _RUNT,
        avoiding % _RUNT,
        bool(avoiding % _RESORT // _RUNT),
    )


def _fewest(numbers: Numbers, first: int, rest: int, *, runt: int) -> int:
    final = len(numbers.right) - 1
    best: list[int | None] = [None] * (final + 1)
    best[0] = 0
    for i in range(final):
        so_far = best[i]
        if so_far is None:
            continue
        measure = rest if i else first
        for k in range(i + 1, final + 1):
            cost = line_cost(numbers, measure, i, k)
            if cost is None:
                if k > i + 1:
                    break  # one that is longer still cannot fit either
                cost = _OVER
            if k == final:
                cost += runt if i >= numbers.runt_from else 0
            elif numbers.penalty[k] >= LAST_RESORT:
                cost += _RESORT
            known = best[k]
            if known is None or so_far + cost < known:
                best[k] = so_far + cost
    return best[final] or 0


def line_cost(numbers: Numbers, measure: int, i: int, k: int) -> int | None:
    """1 for a loose line from break i to break k, 0 for another, None for one that does not fit."""
    n = numbers
    lack = measure - (n.right[k] - n.left[i])
    if lack < 0:
        give = n.soft_to[k] - n.soft_from[i] + n.hard_to[k] - n.hard_from[i]
        return 0 if -lack <= give else None
    grow = n.grow_to[k] - n.grow_from[i]
    if k == len(n.right) - 1 or lack <= grow:
        return 0
    places = n.places_to[k] - n.places_from[i]
    return int(lack - grow > LOOSE * places)
