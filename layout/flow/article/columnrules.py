"""栏线: the rules between the columns of a story.

text text │ text text
┌───────────────────┐   what stands across both columns stops the rule, as it stops the lines
└───────────────────┘   beside it; the rule goes on with the next line of text
text text │ text text
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.flow.columns.frames import ColumnFrame
from layout.flow.columns.outline import blocked
from layout.flow.columns.slots import Obstacle
from layout.flow.rules import rules
from layout.spec.resolve.resolved import RStory
from layout.units import EM_ASCENT, fits


def rules_between(
    story: RStory,
    frames: Sequence[ColumnFrame],
    obstacles: Sequence[Obstacle],
    ends: Sequence[float],
) -> list[rules.Drawn]:
    """Rules in the middle of the gutters, from the top of the text to its foot, broken where
    `obstacles` stand in a gutter; below one only where text stands at a side. `ends` are the last
    baseline of each column. All in points on the page."""
    rule, size = story.columns.rule, story.body.size
    reach = rules.reach(rule)
    out: list[rules.Drawn] = []
    foot = max(ends, default=0.0)
    for (one, one_end), (other, other_end) in pairwise(zip(frames, ends, strict=True)):
        if one.x + one.measure >= other.x:  # a column of the next place
            continue
        x = (one.x + one.measure + other.x) / 2
        top, end = max(one.top, other.top), min(foot, one.bottom, other.bottom)
        rows = sorted({y for f in (one, other) for y in f.baselines if top < y and fits(y, end)})
        clear = [not _in_the_way(obstacles, x, reach, y - EM_ASCENT * size, size) for y in rows]
        for first, last in _stretches(clear):
            start = top if first == 0 else rows[first] - EM_ASCENT * size
            stop = end if last == len(rows) - 1 else rows[last]
            empty = first > 0 and not fits(rows[first], max(one_end, other_end))
            if stop > start and not empty:
                out += rules.vertical(rule, x, start, stop - start, story.story.name)
    return out


def _in_the_way(
    obstacles: Sequence[Obstacle], x: float, reach: float, top: float, size: float
) -> bool:
    """Whether something stands at `x` in a line, or so near over or under it that text keeps off.

    At its sides the rule may come nearer than text: it is what parts the two.
    """
    return any(
        left < x + reach and right > x - reach
        for o in obstacles
        if o.reaches(x - reach, top, x + reach, top + size)
        for left, right in blocked(o.points, top - o.standoff, top + size + o.standoff, 0.0)
    )


def _stretches(clear: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last of each row of lines that are clear."""
    first: int | None = None
    for k, free in enumerate([*clear, False]):
        if free and first is None:
            first = k
        elif not free and first is not None:
            yield first, k - 1
            first = None
