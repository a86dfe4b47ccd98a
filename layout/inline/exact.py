"""Total fit where somebody says more than the rules do: so many lines, or a line end at a place.

The same demerits as in `layout.inline.breaker`, summed line by line: the breaker of every paragraph
knows no line's number, and need not. Few paragraphs are set so; a test holds the two together where
nothing is said.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from layout.inline.breaker import first_fit
from layout.inline.breaks import Breaks
from layout.inline.costs import (
    EVEN,
    HYPHEN_AGAIN_COST,
    NEVER,
    WIDE,
    Measures,
    Numbers,
    beside,
    line_cost,
)
from layout.inline.items import Items
from layout.record import record


@record(kw_only=False)
class Exactly:
    """So many lines, none of whose gaps opens by more than `gap` (1/1000 em)."""

    lines: int
    gap: int = WIDE


_Way = tuple[float, tuple[int, int] | None]
"""The least cost of getting to a break with a look, and the break and look before it."""


def exact_fit(
    breaks: Breaks, measures: Measures, exactly: Exactly | None = None, ends: Sequence[int] = ()
) -> tuple[float, list[int]]:
    """The breaks at which the lines end, with the least demerits of all ways that have so many
    lines and one behind each of the clusters `ends`; infinite, and none, if there is no such way.
    No way that has so many lines ends in a 孤字.

    A line opens beyond the gap of `exactly`, or a quarter of an em, only where it ends at `ends`.
    """
    numbers = breaks.numbers
    final = numbers.final
    if not final:
        return 0.0, []
    if exactly is not None and len(first_fit(numbers, measures)) > exactly.lines:
        return NEVER, []
    gap = exactly.gap if exactly is not None else WIDE
    walls = _walls(breaks, ends)
    stages: list[dict[tuple[int, int], _Way]] = [{(0, EVEN): (0.0, None)}]
    best, at = NEVER, (0, (0, EVEN))
    most = exactly.lines if exactly is not None else final
    for number in range(most):
        width = measures[min(number, len(measures) - 1)]
        after: dict[tuple[int, int], _Way] = {}
        for (first, above), (spent, _) in stages[-1].items():
            if first == final:
                continue
            for last in _candidates(numbers, first, width, gap, walls[first]):
                if (
                    last == final
                    and exactly is not None
                    and _ends_badly(numbers, first, number + 1 < most)
                ):
                    continue
                cost, look = line_cost(numbers, width, first, last)
                cost += spent + beside(above, look, numbers.loose.keep)
                if first in numbers.hyphens and last in numbers.hyphens:
                    cost += HYPHEN_AGAIN_COST
                if cost < after.get((last, look), (NEVER, None))[0]:
                    after[last, look] = cost, (first, above)
        if not after:
            break
        stages.append(after)
        for state, (cost, _) in after.items():
            if state[0] == final and cost < best:
                best, at = cost, (number + 1, state)
    return (best, _trace(stages, *at)) if best < NEVER else (best, [])


def forced_ends(items: Items, forced: Sequence[int]) -> list[int]:
    """The clusters that stand before the characters `forced` of a paragraph, where a line ends
    whatever the rules say; none before the first one."""
    ends = {bisect_left(items.offsets, at) - 1 for at in forced}
    return sorted(end for end in ends if 0 <= end < items.count - 1)


def _ends_badly(numbers: Numbers, first: int, early: bool) -> bool:
    """Whether a last line comes too `early`, or would be a 孤字: a line that is won so is none."""
    return early or first >= numbers.runt_from


def _walls(breaks: Breaks, ends: Sequence[int]) -> list[tuple[int, int]]:
    """For each break the first and the last one at the place beyond which no line reaches that
    begins there; there are two where a mark may hang."""
    last = breaks.last
    out = []
    for first in last:
        wall = min((end for end in ends if end > first), default=last[-1])
        out.append((bisect_left(last, wall), bisect_right(last, wall) - 1))
    return out


def _candidates(
    numbers: Numbers, first: int, width: int, gap: int, walls: tuple[int, int]
) -> list[int]:
    """The breaks that a line may end at: those that squeezing brings in, and those to which the
    line would open by no more than `gap`; a forced end in any case, if it fits."""
    right = numbers.right
    target = numbers.start[numbers.last[first] + 1] + width
    low = first + 1 if first in numbers.twins else first
    near, wall = walls
    beyond = bisect_right(right, target, low + 1)
    out = []
    for k in range(beyond, min(wall, numbers.final) + 1):
        if right[k] - target > sum(numbers.give(first, k)):
            break
        out.append(k)
    for k in range(min(beyond - 1, wall), low, -1):
        grow, places = numbers.room(first, k)
        if (target - right[k] - grow) / (places or 1) > gap and k < near:
            break
        out.append(k)
    return out


def _trace(
    stages: Sequence[dict[tuple[int, int], _Way]], stage: int, state: tuple[int, int]
) -> list[int]:
    """The breaks on the cheapest way, back to the first."""
    out = []
    at: tuple[int, int] | None = state
    while stage and at is not None:
        out.append(at[0])
        at = stages[stage][at][1]
        stage -= 1
    return out[::-1]
