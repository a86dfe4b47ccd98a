"""Where the lines of a headline end: as alike in length as the sense allows.

Knows edges and costs; nothing of characters or faces. Every way is weighed (total fit), so that
none is better: the sum of what the ends cost and of the squares of how far lines are from the mean.
"""

from collections.abc import Sequence
from typing import Final

from layout.record import record
from layout.units import ROUNDING

WIDE: Final = 10_000.0
"""A line wider than its room: worse than any end, and it grows with what is over."""
NEVER: Final = float("inf")


@record
class Ends:
    """Where a text may be parted, in order; the first is its beginning, the last its end.

    A line from end i to end k is `right[k] - left[i]` em wide, and costs `cost[k]` for ending
    there. No line goes over one of the ends that `must` be taken.
    """

    left: Sequence[float]
    right: Sequence[float]
    cost: Sequence[float]
    must: frozenset[int] = frozenset()

    @property
    def last(self) -> int:
        """The text's end."""
        return len(self.right) - 1


def balanced(ends: Ends, rows: int, room: float | None = None) -> tuple[float, list[int]]:
    """The ends of `rows` lines, ascending, and what they cost; infinite, and none, if there is no
    such way.

    The mean is that of all ends taken but one line: what the text is wide on one line, by the
    rows. A line wider than `room` em stands only where there is no other way.
    """
    last = ends.last
    mean = (ends.right[last] - ends.left[0]) / rows
    best = [0.0] + [NEVER] * last
    trails: list[list[int]] = []
    for row in range(rows):
        after = [NEVER] * (last + 1)
        came = [0] * (last + 1)
        for k in range(1, last + 1):
            if (k == last) != (row == rows - 1):
                continue
            for i in range(k - 1, -1, -1):
                if best[i] < NEVER:
                    width = ends.right[k] - ends.left[i]
                    cost = best[i] + ends.cost[k] + (width - mean) ** 2
                    if room is not None and width > room + ROUNDING:
                        cost += WIDE * (1 + width - room)
                    if cost < after[k]:
                        after[k], came[k] = cost, i
                if i in ends.must:
                    break
        best = after
        trails.append(came)
    if best[last] == NEVER:
        return NEVER, []
    out = [last]
    for came in reversed(trails[1:]):
        out.append(came[out[-1]])
    return best[last], out[::-1]


def narrowest(ends: Ends, rows: int, dearest: float = NEVER) -> float:
    """How wide the widest of `rows` lines is at the least, in em, with no line ending at a place
    that costs more than `dearest`; infinite if there is no such way."""
    last = ends.last
    best = [0.0] + [NEVER] * last
    for row in range(rows):
        after = [NEVER] * (last + 1)
        for k in range(1, last + 1):
            if (k == last) != (row == rows - 1) or (k < last and ends.cost[k] > dearest):
                continue
            for i in range(k - 1, -1, -1):
                after[k] = min(after[k], max(best[i], ends.right[k] - ends.left[i]))
                if i in ends.must:
                    break
        best = after
    return best[last]


def widest(ends: Ends, taken: Sequence[int]) -> float:
    """The width of the widest line, in em."""
    before = (0, *taken)
    return max(ends.right[k] - ends.left[i] for i, k in zip(before, taken, strict=False))
