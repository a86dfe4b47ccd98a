"""How the lines of a story are divided over its columns: total fit over numbers.

Knows lines that open, close or head a paragraph, and the room of each column; nothing of text or
places. All of the text that can be set is set: that comes before any other wish, and the columns
filled one after the other set the most. Of all divisions that set as much, one has the least cost:
faults at the columns' edges (背题, 孤行) against columns that stay short, or end unlevel.

    fill                       level
    ▇▇▇  ▇▇▇  ▇▇▇  ▇▇▇         ▇▇▇  ▇▇▇  ▇▇▇  ▇▇▇
    ▇▇▇  ▇▇▇  ▇▇▇  ▇▇▇         ▇▇▇  ▇▇▇  ▇▇▇  ▇▇▇
    ▇▇▇  ▇▇▇  ▇▇▇              ▇▇▇  ▇▇▇  ▇▇▇  ▇▇▇
    ▇▇▇   ·   ▇▇▇              ▇▇▇  ▇▇▇   ·    ·    earlier columns take the odd lines
         short, so that no paragraph's first line stands alone at the foot

A state is a column and the line it begins with. From each only the ends near the column's aim are
looked at (`MOST`), so the work is columns × lines × a few; what costs more than a way already known
is not followed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, Literal

from layout.record import record

Kind = Literal["box", "heading", "orphan", "widow"]

HEADING_COST: Final = 100_000
"""背题, a column that ends with a 小标题: never, where there is any other way."""
PARTED_COST: Final = 10 * HEADING_COST
"""A 小标题 whose rows stand in two columns: only where text would be left over, or there were ten
背题 instead."""
BOX_COST: Final = 10_000
"""A box that is to stay whole and does not: only where text would be left over, or before 背题."""
KEEP_COST: Final = 1_000
"""A 小标题 with fewer lines under it than are to be kept: no more than a column 10 lines short."""
WIDOW_COST: Final = 85
"""孤行 at a column's head, the line seen first: worth a column two lines short (40) and not three
(90); of level columns, one a line deeper beside one two lines short (50), but not twice that."""
ORPHAN_COST: Final = 75
"""孤行 at a column's foot: a new paragraph's line of full width hides there better."""
SHORT_COST: Final = 10
"""A line left empty at the foot of a column that the text goes on from; by the square, so that two
columns one line short are better than one column two short."""
UNLEVEL_COST: Final = 10
"""Columns that end level end at the least depth or a line above it, at no cost. Further off it
grows by the square about that half line: 20, 60, 120 from two lines short, or one too deep."""
DEEPER_COST: Final = 10
"""A line below the least depth, beside being unlevel: it takes room from what stands below."""
MOST: Final = 8
"""Lines that a column may be off its aim for any reason: a 小标题 of three lines, the blank above
it and the lines to be kept under it can always go to the next column."""
BOUNDS: Final = (50, 250, 1_250, 1 << 60)
"""What a division may cost in one search and the next: a narrow one that finds none is cheap, and
one that finds a way has found the best. Most stories need the first; 64 columns the second."""

LEAST_KEPT: Final = 2


@record
class StoryLines:
    """All that is known of the lines of a story, in order: parallel tuples, one entry a line.

    `before` is how many empty lines of the grid are wanted above a line that is not at a column's
    head (one blank line above a 小标题: 1 at its first line). `pads` are lines of the grid that a
    line takes besides its own wherever it stands, for the edges of a box; with a line that is
    `tied` no column ends, for its box is to stay whole. Both are empty where there are none.
    """

    opens: tuple[bool, ...]  # the first line of a paragraph
    closes: tuple[bool, ...]  # its last
    head: tuple[bool, ...]  # a line of a 小标题
    before: tuple[int, ...]
    pads: tuple[int, ...] = ()
    tied: tuple[bool, ...] = ()


@record
class Division:
    """How many lines each column gets, and how many lines of the grid they take with the blanks.

    `over` lines at the end did not fit. `broken` are the faults that no cheaper division avoids:
    the column at whose head ("widow") or foot (all others) it stands, and its kind. Where
    lines are over, the cut at their beginning is none of them.
    """

    counts: tuple[int, ...]
    used: tuple[int, ...]
    over: int
    broken: tuple[tuple[int, Kind], ...] = ()


def divide(
    run: StoryLines,
    rooms: Sequence[int],
    *,
    level: bool = False,
    widows: bool = False,
    keep: int = LEAST_KEPT,
    starts: Sequence[int] = (),
) -> Division:
    """The division of `run` over columns that hold `rooms` lines, with the least cost.

    Not `level`: columns are filled one after the other, each to its room. `level`: they end as
    level as may be, as high up as may be. `widows`: 孤行 may stand and are not even looked for.
    `keep` lines of a paragraph, or all it has, stand under its 小标题. `starts` are lines of the
    grid by which columns begin lower than the highest (a picture stands over them), all 0 if empty.

    Of divisions that cost the same, the one whose first columns have more lines. Raises
    `ValueError` where the input is not one entry a line or a column, or negative.
    """
    starts = tuple(starts) or (0,) * len(rooms)
    _checked(run, rooms, starts)
    page = _LineSums(run, widows=widows, keep=keep)
    end = page.fill(rooms)
    over = len(run.opens) - end
    if level and not over:
        depth = _least_depth(page, rooms, starts)
        aims = [min(max(depth - s, 0), r) for s, r in zip(starts, rooms, strict=True)]
        caps = [min(r, aim + page.most) for r, aim in zip(rooms, aims, strict=True)]
    else:
        level = False  # text that is over fills every column
        aims = caps = list(rooms)
    ends: list[int] = []
    for bound in BOUNDS:
        ends = _search(page, aims, caps, end, bound, level=level)
        if ends:
            break
    return _told(page, ends, over)


def division_cost(
    page: "_LineSums", aims: Sequence[int], ends: Sequence[int], end: int, *, level: bool
) -> int:
    """What it costs that columns with such aims end before the lines `ends`.

    The owner of the formula; `_search` has it written out, and a test holds the two together.
    """
    total = first = 0
    for aim, last in zip(aims, ends, strict=True):
        off = aim - page.used(first, last)
        if level:
            total += unlevel_cost(off)
        elif last < end:
            total += SHORT_COST * max(0, off - page.before[last]) ** 2
        if first < last < end:
            total += page.price[last]
        first = last
    return total


def unlevel_cost(off: int) -> int:
    """What it costs that a level column ends `off` lines above its aim; below it, less than 0."""
    return UNLEVEL_COST * off * (off - 1) + DEEPER_COST * max(0, -off)


def edge_costs(run: StoryLines, *, widows: bool, keep: int) -> dict[int, int]:
    """By line: what it costs that a column ends before it; lines that cost nothing are left out."""
    return {at: cost for at, (cost, _) in _faults(run, widows=widows, keep=keep).items()}


class _LineSums:
    """The lines as sums: what a column costs in lines, and what an end before each line costs."""

    __slots__ = ("before", "faults", "heads", "most", "price", "sums")

    def __init__(self, run: StoryLines, *, widows: bool, keep: int) -> None:
        self.before = (*run.before, 0)
        self.sums = [0, *accumulate(1 + b for b in run.before)]
        self.most = MOST
        if run.pads:
            self.sums = [
                0,
                *accumulate(1 + b + p for b, p in zip(run.before, run.pads, strict=True)),
            ]
            self.most = max(MOST, _deepest(run, self.sums))
        # A column of lines a … b-1 takes sums[b] - heads[a]: no blank is left at its head.
        self.heads = [s + b for s, b in zip(self.sums, self.before, strict=True)]
        self.faults = _faults(run, widows=widows, keep=keep)
        self.price = [0] * len(self.sums)
        for at, (cost, _) in self.faults.items():
            self.price[at] = cost

    def used(self, first: int, last: int) -> int:
        """Lines of the grid that lines `first` … `last` - 1 take in one column."""
        return self.sums[last] - self.heads[first] if last > first else 0

    def reach(self, first: int, room: int) -> int:
        """The line after the last that goes into `room` from line `first` on."""
        return max(first, bisect_right(self.sums, self.heads[first] + room) - 1)

    def fill(self, rooms: Sequence[int]) -> int:
        """The line after the last that goes into columns of `rooms` at all.

        The end of a column never comes earlier when its beginning comes later, so columns that
        each take all they can set the most.
        """
        at = 0
        for room in rooms:
            at = self.reach(at, room)
        return at


def _deepest(run: StoryLines, sums: Sequence[int]) -> int:
    """Lines of the grid of the deepest box that is to stay whole, with the white above it."""
    deepest = first = 0
    for at, tied in enumerate(run.tied):
        if not tied:
            deepest = max(deepest, sums[at + 1] - sums[first])
            first = at + 1
    return deepest


def _faults(run: StoryLines, *, widows: bool, keep: int) -> dict[int, tuple[int, tuple[Kind, ...]]]:
    """By line: what it costs that a column ends before it, and why. Lines that may begin one at no
    cost are not there."""
    out: dict[int, tuple[int, tuple[Kind, ...]]] = {}
    opens, closes, head = run.opens, run.closes, run.head
    first = 0  # of the paragraph that line `at - 1` belongs to
    for at in range(1, len(opens)):
        above = at - 1
        if opens[above]:
            first = above
        if run.tied and run.tied[above]:
            out[at] = BOX_COST, ("box",)
            continue
        cost = 0
        kinds: tuple[Kind, ...] = ()
        inside = not closes[above] and not opens[at]
        if head[above]:
            cost, kinds = PARTED_COST if inside else HEADING_COST, ("heading",)
        elif first and head[first - 1] and inside and at - first < keep:
            cost, kinds = KEEP_COST, ("heading",)
        elif not widows and inside and opens[above]:
            cost, kinds = ORPHAN_COST, ("orphan",)
        if not widows and inside and closes[at] and not head[at]:
            cost, kinds = cost + WIDOW_COST, (*kinds, "widow")
        if kinds:
            out[at] = cost, kinds
    return out


def _least_depth(page: _LineSums, rooms: Sequence[int], starts: Sequence[int]) -> int:
    """The least depth, counted from the highest column's head, that the whole text goes into."""
    goal = len(page.sums) - 1
    low, high = 0, max((s + r for s, r in zip(starts, rooms, strict=True)), default=0)
    while low < high:
        middle = (low + high) // 2
        cut = [min(max(middle - s, 0), r) for s, r in zip(starts, rooms, strict=True)]
        if page.fill(cut) >= goal:
            high = middle
        else:
            low = middle + 1
    return low


def _search(
    page: _LineSums, aims: list[int], caps: list[int], end: int, bound: int, *, level: bool
) -> list[int]:
    """The lines before which the columns of the cheapest division end; none if all cost more than
    `bound`.

    A column ends within `MOST` lines of its aim (or as many as a box has that is to stay whole),
    or takes all that goes into its aim, or the text ends in it.
    """
    sums, heads, before, price = page.sums, page.heads, page.before, page.price
    most = page.most
    least = _least_starts(page, caps, end)
    costs = {0: 0}  # by the line a column begins with: the least cost of the columns before it
    came: list[dict[int, list[int]]] = []  # by the line a column ends before: where it may begin
    for column, (aim, cap) in enumerate(zip(aims, caps, strict=True)):
        after: dict[int, int] = {}
        ways: dict[int, list[int]] = {}
        need = least[column + 1]
        for first, spent in costs.items():
            base = heads[first]
            top = min(end, page.reach(first, cap))
            low = min(top, page.reach(first, aim))
            # With no line at all a column is `aim` lines short.
            low = first if aim <= most else min(low, bisect_left(sums, base + aim - most))
            for last in range(max(low, need), top + 1):
                off = aim - (sums[last] - base if last > first else 0)
                cost = spent
                if level:
                    cost += UNLEVEL_COST * off * (off - 1)
                    if off < 0:
                        cost -= DEEPER_COST * off
                elif last < end:
                    off -= before[last]
                    if off > 0:
                        cost += SHORT_COST * off * off
                if first < last < end:
                    cost += price[last]
                if cost > bound:
                    continue
                known = after.get(last, cost + 1)
                if cost < known:
                    after[last] = cost
                    ways[last] = [first]
                elif cost == known:
                    ways[last].append(first)
        costs = after
        came.append(ways)
    return _trace(came, end) if end in costs else []


def _least_starts(page: _LineSums, caps: Sequence[int], end: int) -> list[int]:
    """For each column the first line with which it may begin for all to be set; `end` at last."""
    out = [end]
    for cap in reversed(caps):
        out.append(min(out[-1], bisect_left(page.heads, page.sums[out[-1]] - cap)))
    return out[::-1]


def _trace(came: list[dict[int, list[int]]], end: int) -> list[int]:
    """Of the cheapest ways the one whose earlier columns have more lines."""
    onward: list[dict[int, int]] = []
    wanted = [end]
    for ways in reversed(came):
        best: dict[int, int] = {}
        for last in sorted(wanted):
            for first in ways[last]:
                best[first] = last  # the greatest comes last
        onward.append(best)
        wanted = list(best)
    out: list[int] = []
    at = 0
    for best in reversed(onward):
        at = best[at]
        out.append(at)
    return out


def _told(page: _LineSums, ends: Sequence[int], over: int) -> Division:
    """The division as it is handed out, with the faults that stand in it."""
    counts: list[int] = []
    used: list[int] = []
    broken: list[tuple[int, Kind]] = []
    first = foot = 0
    for column, last in enumerate(ends):
        if last > first:
            for kind in page.faults.get(first, (0, ()))[1]:
                broken.append((column if kind == "widow" else foot, kind))
            foot = column
        counts.append(last - first)
        used.append(page.used(first, last))
        first = last
    return Division(counts=tuple(counts), used=tuple(used), over=over, broken=tuple(broken))


def _checked(run: StoryLines, rooms: Sequence[int], starts: Sequence[int]) -> None:
    count = len(run.opens)
    for name in ("closes", "head", "before", "pads", "tied"):
        if name in ("pads", "tied") and not getattr(run, name):
            continue
        if len(getattr(run, name)) != count:
            raise ValueError(f"Run.{name} has {len(getattr(run, name))} entries for {count} lines")
    if len(starts) != len(rooms):
        raise ValueError(f"{len(starts)} starts for {len(rooms)} columns")
    for name, values in (
        ("before", run.before),
        ("pads", run.pads),
        ("rooms", rooms),
        ("starts", starts),
    ):
        if min(values, default=0) < 0:
            raise ValueError(f"{name} holds {min(values)}: expected no number below 0")


@record
class WhitePlaces:
    """Where a column may take in white: above its 小标题, between paragraphs, between lines.

    As numbers of places in one column, or as points that one place of each kind may take at most.
    """

    heads: float
    paragraphs: float
    lines: float


def stretch(
    used: float, depth: float, gaps: WhitePlaces, limits: WhitePlaces
) -> tuple[float, float, float, float]:
    """How a column that takes `used` points is brought to `depth` points.

    The missing white goes above 小标题 first, then between paragraphs, then between lines, evenly
    over the `gaps` of a kind, until each has as much as `limits` allows. Out: what each place of
    the three kinds takes, and what is left over (negative where the column is too deep already).
    """
    left = depth - used
    out: list[float] = []
    for count, most in (
        (gaps.heads, limits.heads),
        (gaps.paragraphs, limits.paragraphs),
        (gaps.lines, limits.lines),
    ):
        each = max(0.0, min(left / count, most)) if count else 0.0
        out.append(each)
        if each:
            left = left - each * count if each == most else 0.0
    return out[0], out[1], out[2], left
