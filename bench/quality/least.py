"""The most even way that any legal breaking of a paragraph allows: a tool's best hope.

A plain dynamic programme over the legal breaks. It knows nothing of the breaker's costs and looks
at every line that fits: nothing set tighter than solid, marks squeezed to half an em at most. Of
the breaker it has only the numbers, which are facts of the text.
"""

from collections.abc import Callable, Set
from operator import add
from typing import Final

from layout.inline.costs import Numbers
from layout.record import record

WIDE: Final = 0.25
"""Mean gap in em over which a line has fallen apart."""
LAST_RESORT: Final = 1e13
"""A break that costs as much is not a legal one; it is taken only where there is no other way."""

_Ranks = tuple[int, int, int, int, int, float]
"""What is counted, the worst first: lines that no squeezing makes fit, last resorts, lines above
`WIDE`, a one-character last line, parted bonds, and what is left: squares or the worst gap."""
_NONE: Final[_Ranks] = (0, 0, 0, 0, 0, 0.0)


@record(kw_only=False)
class Least:
    """Of all legal breakings: the fewest lines above a quarter of an em; of those ways, whether
    each ends with a one-character last line; then, with as few bonds parted as they can have, the
    least sum of squares of the mean gaps (em²) and the least worst gap (em)."""

    wide: int
    runt_forced: bool
    square: float
    worst: float


def least(
    numbers: Numbers,
    first: int,
    rest: int,
    every: Numbers | None = None,
    bonds: Set[int] = frozenset(),
) -> Least:
    """Of one paragraph at a measure of `rest`, `first` for its first line, in 1/1000 em.

    `bonds` are the breaks inside dates, measures and names. `every` has the forbidden breaks too,
    for a paragraph that no legal breaking fits.
    """
    found = _best(numbers, first, rest, bonds, add)
    if every is not None and found[:2] > (0, 0):
        numbers, bonds = every, frozenset()
        found = _best(numbers, first, rest, bonds, add)
    worst = _best(numbers, first, rest, bonds, max)[-1]
    return Least(found[2], bool(found[3]), found[-1], worst)


def _best(
    numbers: Numbers,
    first: int,
    rest: int,
    bonds: Set[int],
    join: Callable[[float, float], float],
) -> _Ranks:
    """The ranks of the best way; `join` makes one figure of those of two lines."""
    final = len(numbers.right) - 1
    best: list[_Ranks | None] = [None] * (final + 1)
    best[0] = _NONE
    for i in range(final):
        so_far = best[i]
        if so_far is None:
            continue
        over, resorts, wide, runts, parted, figure = so_far
        for k in range(i + 1, final + 1):
            gap = line_gap(numbers, rest if i else first, i, k)
            if gap is None and k > i + 1:
                break  # one that is longer still cannot fit either
            ranks = (
                over + (gap is None),
                resorts + (k < final and numbers.penalty[k] >= LAST_RESORT),
                wide + ((gap or 0.0) > WIDE),
                runts + (k == final and i >= numbers.runt_from),
                parted + (k in bonds),
                join(figure, (gap or 0.0) ** 2 if join is add else gap or 0.0),
            )
            known = best[k]
            if known is None or ranks < known:
                best[k] = ranks
    return best[final] or _NONE


def line_gap(numbers: Numbers, measure: int, i: int, k: int) -> float | None:
    """The mean gap, in em, of a line from break i to break k; None for one that does not fit. Last
    lines are not opened."""
    n = numbers
    lack = measure - n.natural(i, k)
    if lack < 0:
        give = sum(n.give(i, k))
        return 0.0 if -lack <= give else None
    grow, places = n.room(i, k)
    lack -= grow
    if k == len(n.right) - 1 or lack <= 0:
        return 0.0
    return lack / max(places, 1) / 1000
