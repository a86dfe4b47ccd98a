"""Where the lines of a paragraph end: total fit over numbers, after Knuth and Plass (1981).

Knows widths, capacities and legal ends; nothing of characters, faces or pages. Lengths are whole
thousandths of an em.

The paper's glue is replaced by what Chinese composition does (CLREQ "Line adjustment"): a line that
is too wide is squeezed at its marks, first the pauses and brackets (soft), then the stops (hard); a
line that is too narrow first opens its word spaces and Han-Latin gaps, then every gap alike. Since
a line may end almost anywhere, for each start only the few ends in a window around the measure are
looked at: those that fit when squeezed and lack at most `slack` when not. When no way leads through
the window it is opened wider. The optimum is exact within the window that was used.

Pruning: widths never fall from one end to the next, so the window of a start is one slice of the
list of ends, found by bisection; natural width less capacity never falls either, so the first end
that cannot be squeezed in ends the slice.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

LOOSE: Final = 50
"""A mean gap of 5 % of an em: where a reader begins to see the line's colour change."""
LOOSE_COST: Final = 100.0
"""Demerits of a line exactly at `LOOSE`; they grow with the square of the gap, as in the paper."""
VISIBLY_LOOSE: Final = 400.0
"""Added above `LOOSE`: one loose line is worse than several that are barely open."""
SOFT_COST: Final = 40.0
"""A line whose pauses and brackets are all at ½ em. Squeezing in is preferred to pushing out
(先挤进，后推出), so it costs less than a line at `LOOSE`, more than one at a third of it."""
HARD_COST: Final = 70.0
"""Added when every stop is at ½ em too: many styles never squeeze 。, so it comes late."""
RUNT_COST: Final = 5000.0
"""孤字, a last line of one character: worse than any number of loose lines a paragraph may have."""
RIVET_COST: Final = 0.5
"""Each line costs a little, so that of two equal ways the shorter is taken."""
OVERFULL_COST: Final = 1_000_000.0
FORBIDDEN_COST: Final = 100_000.0
"""Ways out of a measure too narrow for any legal line, so that a result always exists."""

SLACKS: Final = (1_500, 4_000, 1_000_000)
"""Windows tried in turn: 1½ em of slack, four, any."""

_NEVER: Final = float("inf")


class Measures(NamedTuple):
    """Widths of the lines: the first (less its indent), and all others."""

    first: int
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
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


def stretch_cost(lack: int, grow: int, places: int) -> float:
    """Demerits of a line that lacks `lack`, with `grow` in tiers 1-2 and `places` of tier 3."""
    if lack <= grow:
        return 10.0 * lack / grow if lack else 0.0
    rest = lack - grow
    gap = rest / places if places else rest
    ratio = gap / LOOSE
    cost = LOOSE_COST * ratio * ratio + (10.0 if grow else 0.0)
    return cost + VISIBLY_LOOSE if gap > LOOSE else cost


def shrink_cost(over: int, soft: int, hard: int) -> float:
    """Demerits of a line `over` too wide; infinite where its marks cannot give so much."""
    if over <= soft:
        ratio = over / soft
        return SOFT_COST * ratio * ratio
    if over <= soft + hard:
        return SOFT_COST + HARD_COST * (over - soft) / hard
    return _NEVER


def total_fit(numbers: Numbers, measures: Measures) -> list[int]:
    """The last cluster of each line, chosen so that the demerits of the whole sum to the least.

    Returns ascending indices ending with the last cluster; an empty list for no clusters.
    """
    if not numbers.end:
        return []
    for slack in SLACKS:
        found = _search(numbers, measures, slack)
        if found is not None:
            return found
    return _search_desperately(numbers, measures)


def first_fit(numbers: Numbers, measures: Measures) -> list[int]:
    """Each line takes as much as it can hold, squeezed if need be: what older systems set."""
    ends, end, start = numbers.ends, numbers.end, numbers.start
    soft, hard = numbers.soft, numbers.hard
    out: list[int] = []
    i, k, n = 0, 0, len(end)
    while i < n:
        target = start[i] + (measures.rest if i else measures.first)
        best = -1
        while k < len(ends):
            j = ends[k]
            over = end[j] - target
            if over > 0 and over > soft[j] - soft[i] + hard[j] - hard[i]:
                break
            best = j
            k += 1
        if best < i:
            best = ends[k]
            k += 1
        out.append(best)
        i = best + 1
    return out


def _search(numbers: Numbers, measures: Measures, slack: int) -> list[int] | None:
    """Least demerits from the first cluster to the last; None when no way lies in the window."""
    start, end, soft, hard = numbers.start, numbers.end, numbers.soft, numbers.hard
    grow, places, ends = numbers.grow, numbers.places, numbers.ends
    ends_at = [end[j] for j in ends]
    n = len(end)
    last = n - 1
    count = len(ends)
    best = [_NEVER] * (n + 1)
    came = [-1] * (n + 1)
    best[0] = 0.0
    measure = measures.first
    inv_loose = LOOSE_COST / (LOOSE * LOOSE)
    for i in (0, *(j + 1 for j in ends)):
        so_far = best[i] if i < n else _NEVER
        if so_far == _NEVER:
            measure = measures.rest
            continue
        so_far += RIVET_COST
        target = start[i] + measure
        soft_i, hard_i, grow_i, places_i = soft[i], hard[i], grow[i], places[i]
        for k in range(bisect_left(ends_at, target - slack), count):
            j = ends[k]
            if j < i:
                continue
            over = ends_at[k] - target
            if over <= 0:
                if j == last:
                    cost = RUNT_COST if i >= numbers.runt_from else 0.0
                else:
                    # stretch_cost(), written out: this is the innermost loop of the toolkit.
                    give = grow[j] - grow_i
                    if -over <= give:
                        cost = -10.0 * over / give if over else 0.0
                    else:
                        rest = -over - give
                        gaps = places[j] - places_i
                        gap = rest / gaps if gaps else rest
                        cost = inv_loose * gap * gap + (10.0 if give else 0.0)
                        if gap > LOOSE:
                            cost += VISIBLY_LOOSE
            else:
                cost = (
                    shrink_cost(over, soft[j] - soft_i, hard[j] - hard_i)
                    if (soft[j] > soft_i or hard[j] > hard_i)
                    else _NEVER
                )
                if cost == _NEVER:
                    break
                if j == last and i >= numbers.runt_from:
                    cost += RUNT_COST
            cost += so_far
            if cost < best[j + 1]:
                best[j + 1] = cost
                came[j + 1] = i
        # The last line may be short: its end lies outside the window of most starts.
        if end[last] < target - slack:
            cost = so_far + (RUNT_COST if i >= numbers.runt_from else 0.0)
            if cost < best[n]:
                best[n] = cost
                came[n] = i
        measure = measures.rest
    return _trace(came, n) if best[n] < _NEVER else None


def _search_desperately(numbers: Numbers, measures: Measures) -> list[int]:
    """A result for a measure no legal line fits: first overfull lines, then forbidden ends."""
    start, end = numbers.start, numbers.end
    legal = set(numbers.ends)
    n = len(end)
    best = [_NEVER] * (n + 1)
    came = [-1] * (n + 1)
    best[0] = 0.0
    for i in range(n):
        if best[i] == _NEVER:
            continue
        measure = measures.rest if i else measures.first
        for j in range(i, n):
            over = end[j] - start[i] - measure
            soft = numbers.soft[j] - numbers.soft[i]
            hard = numbers.hard[j] - numbers.hard[i]
            cost = RIVET_COST + (0.0 if j in legal else FORBIDDEN_COST)
            if over > soft + hard:
                cost += OVERFULL_COST + over
            elif over > 0:
                cost += shrink_cost(over, soft, hard)
            elif j < n - 1:
                give = numbers.grow[j] - numbers.grow[i]
                cost += stretch_cost(-over, give, numbers.places[j] - numbers.places[i])
            if best[i] + cost < best[j + 1]:
                best[j + 1] = best[i] + cost
                came[j + 1] = i
            if over > soft + hard:
                break
    return _trace(came, n)


def _trace(came: list[int], n: int) -> list[int]:
    out = []
    at = n
    while at > 0:
        out.append(at - 1)
        at = came[at]
    return out[::-1]
