"""A text poured from slot to slot: where measures differ a line knows its own only when its slot is
known.

The text is poured, looked at, and poured again with a slot left empty where a column would begin or
end badly. Columns that are to end level are given their depths one way after the other, the
cheapest first, by the costs of `layout.flow.article.divide`.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from layout.flow.article.divide import StoryLines, edge_costs, unlevel_cost
from layout.flow.article.thread import SetText, Thread
from layout.flow.columns.slots import SAME_LINE, Slot
from layout.record import record
from layout.units import EPS_PT

MOST_POURS: Final = 24
"""How often a text is poured again to better its columns' edges; each time one of them."""
MOST_DEPTHS: Final = 60
"""How many ways of ending level are poured, the cheapest first: two columns of four that may each
end on four lines, or one fault that needs a column shorter by `DEEPEST` and the others by one."""
DEEPEST: Final = 3
"""Lines that the last column may end below the least depth, where a fault is avoided by it."""
APART_COST: Final = 500
"""A by-line below a picture under which its text does not go on, or in no place at all: a reader
takes it for the picture's. Worth a column seven lines off."""

Columns = Sequence[Sequence[Slot]]


@record
class Terms:
    """What the columns of a text keep to.

    `level`: they end on one line of the page. `widows`: single lines at a column's edge may stand.
    `keep` lines stay under a 小标题. A `byline`, so many points wide, takes the line after the
    text, or the next one that is wide enough for it. `pitch` is the distance of baselines, in
    points; `measure` is that of the lines where there is no slot at all. A text that `jumps` goes
    on on another page, and may leave lines empty to end well here.
    `below` are the lines that notes take under the text of each column; none where it is empty.
    """

    level: bool
    widows: bool
    keep: int
    byline: float | None
    pitch: float
    measure: float
    jumps: bool = False
    below: tuple[int, ...] = ()


class Try(NamedTuple):
    """One pouring: the slots it was given, and which lines each column got."""

    columns: tuple[tuple[Slot, ...], ...]
    setting: SetText
    over: int
    faults: tuple[tuple[int, int], ...] = ()  # a column, and how many slots it should give up


def by_slots(thread: Thread, columns: Columns, terms: Terms) -> Try:
    """The best pouring found of `thread` in the slots of `columns`."""
    full = _at(thread, columns)
    if not terms.level or full.over:
        return _bettered(thread, full, terms)
    return _levelled(thread, columns, full, terms)


def _at(thread: Thread, columns: Columns) -> Try:
    setting = thread.pour(columns)
    over = sum(1 for place in setting.slots if place is None)
    return Try(tuple(tuple(slots) for slots in columns), setting, over)


def _levelled(thread: Thread, columns: Columns, full: Try, terms: Terms) -> Try:
    """Of the ways in which columns end near one depth, the cheapest that was found.

    All columns but the last are cut off at a depth; the last takes the rest. The first way is the
    least depth at which all of the text finds a slot. From each way the next ones move by a line
    the columns that are to blame: those at whose edge a fault stands, and, where the end is not
    level, every one.
    """
    rows = [_rows(slots) for slots in columns]
    foot = _least_foot(thread, columns)
    aims = [sum(1 for y in own if y < foot + SAME_LINE) for own in rows]
    caps = [min(len(own), aim + DEEPEST) for own, aim in zip(rows, aims, strict=True)]
    best, least = full, _Price(10**9, ())
    waiting = [(0, tuple(aims[:-1]))]
    seen = {waiting[0][1]}
    for _ in range(MOST_DEPTHS):
        if not waiting:
            break
        bound, cuts = heappop(waiting)
        if bound >= least.cost:
            break
        tried = _at(thread, _cut(columns, rows, (*cuts, caps[-1])))
        if tried.over:
            continue
        price = _price(tried, columns, rows, aims, terms)
        if price.cost < least.cost:
            best, least = tried, price
        for column in price.blamed:
            for by in (-1, 1):
                moved = (*cuts[:column], cuts[column] + by, *cuts[column + 1 :])
                if 0 <= moved[column] <= caps[column] and moved not in seen:
                    seen.add(moved)
                    cost = sum(
                        unlevel_cost(aim - cut) for aim, cut in zip(aims, moved, strict=False)
                    )
                    heappush(waiting, (cost, moved))
    return best


class _Price(NamedTuple):
    """What a pouring costs, and the columns whose depth may be at fault."""

    cost: int
    blamed: tuple[int, ...]


def _price(
    tried: Try,
    columns: Columns,
    rows: Sequence[Sequence[float]],
    aims: Sequence[int],
    terms: Terms,
) -> _Price:
    """Columns off their aim, and faults at their edges, by the costs of a division by numbers.

    A by-line counts as a line of the column in which it finds a slot of `columns`, which are not
    cut off; one that finds none, or stands apart from its text, costs more than any unevenness.
    """
    lines = tried.setting.lines
    run = StoryLines(
        opens=tuple(line.opens for line in lines),
        closes=tuple(line.closes for line in lines),
        head=tuple(line.leads for line in lines),
        before=(0,) * len(lines),
    )
    # Upside down, as it always was: level columns pay for 孤行 only where these may stand. To mend
    # it moves lines of pages that are set, so it has to be a change of its own.
    edges = edge_costs(run, widows=not terms.widows, keep=terms.keep)
    flat = [slot for slots in tried.columns for slot in slots]
    cost = 0
    blamed: set[int] = set()
    numbers = by_column(tried)
    ends = [_baseline(tried, flat, own) for own in numbers]
    byline = terms.byline
    if byline is not None and any(numbers):
        last = max(k for k, own in enumerate(numbers) if own)
        found = wide_enough(columns, after(columns, last, ends[last]), byline)
        follows = found is not None and _follows(rows, last, ends[last], found)
        if found is not None:
            ends[found[0]] = found[1].baseline
        if not follows:
            cost += APART_COST
            blamed |= set(range(len(aims) - 1))
    for column, own in enumerate(numbers):
        used = sum(1 for y in rows[column] if y < ends[column] + SAME_LINE)
        if own:
            fault = edges.get(own[0], 0) if column else 0
            if fault:
                cost += fault
                blamed |= set(range(column))
        off = unlevel_cost(aims[column] - used)
        cost += off
        if off:
            blamed |= set(range(len(aims) - 1))
    return _Price(cost, tuple(sorted(blamed)))


def _baseline(tried: Try, flat: Sequence[Slot], own: Sequence[int]) -> float:
    """Where the last of a column's lines stands; above all of them where it has none."""
    if not own:
        return -inf
    place = tried.setting.slots[own[-1]]
    assert place is not None
    return flat[place].baseline


def after(columns: Columns, column: int, baseline: float) -> list[tuple[int, Slot]]:
    """The slots that are free after a text that ends in a column, in their order, each with its
    column: those on lines below its last, then those of the columns that follow."""
    own = [(column, slot) for slot in columns[column] if slot.baseline > baseline + SAME_LINE]
    return own + [(k, slot) for k in range(column + 1, len(columns)) for slot in columns[k]]


def wide_enough(
    columns: Columns, free: Sequence[tuple[int, Slot]], width: float
) -> tuple[int, Slot] | None:
    """The first free slot that holds a line `width` points wide without making it smaller than a
    whole line of the story would."""
    widest = max((slot.measure for slots in columns for slot in slots), default=0.0)
    need = min(width, widest) - EPS_PT
    return next(((k, slot) for k, slot in free if slot.measure >= need), None)


def _follows(
    rows: Sequence[Sequence[float]], column: int, end: float, found: tuple[int, Slot]
) -> bool:
    """Whether nothing lies between a text that ends at a baseline of a column and its by-line."""
    at, slot = found
    if at != column:
        return at == column + 1 and slot.baseline < rows[at][0] + SAME_LINE
    step = min((b - a for a, b in pairwise(rows[column])), default=0.0)
    return slot.baseline - end < 1.5 * step


def _rows(slots: Sequence[Slot]) -> list[float]:
    """The baselines of a column, from the top down; beside a picture two slots share one."""
    out: list[float] = []
    for slot in slots:
        if not out or slot.baseline > out[-1] + SAME_LINE:
            out.append(slot.baseline)
    return out


def _cut(
    columns: Columns, rows: Sequence[Sequence[float]], cuts: Sequence[int]
) -> list[list[Slot]]:
    """The columns, each with so many of its baselines."""
    return [
        [slot for slot in slots if cut and slot.baseline < own[cut - 1] + SAME_LINE]
        for slots, own, cut in zip(columns, rows, cuts, strict=True)
    ]


def _least_foot(thread: Thread, columns: Columns) -> float:
    """The highest baseline at which all columns may end with the whole text set."""
    feet = sorted({round(slot.baseline, 3) for slots in columns for slot in slots})
    low, high = 0, len(feet) - 1
    while low < high:
        middle = (low + high) // 2
        above = [[s for s in slots if s.baseline < feet[middle] + SAME_LINE] for slots in columns]
        low, high = (low, middle) if not _at(thread, above).over else (middle + 1, high)
    return feet[low] if feet else 0.0


def _bettered(thread: Thread, first: Try, terms: Terms) -> Try:
    """A try with slots left empty at the feet of columns that would end badly, as long as no more
    of the text is left over, or it `jumps`."""
    best = first._replace(faults=_faults(first, widows=terms.widows, keep=terms.keep))
    tolerated: set[int] = set()
    for _ in range(MOST_POURS):
        open_faults = [fault for fault in best.faults if fault[0] not in tolerated]
        if not open_faults:
            break
        column, less = open_faults[0]
        slots = list(best.columns)
        slots[column] = slots[column][: len(slots[column]) - less]
        tried = _at(thread, slots)
        tried = tried._replace(faults=_faults(tried, widows=terms.widows, keep=terms.keep))
        if (tried.over > first.over and not terms.jumps) or any(
            c < column for c, _ in tried.faults if c not in tolerated
        ):
            tolerated.add(column)
        else:
            best = tried
            if any(c == column for c, _ in tried.faults) and less >= terms.keep + 2:
                tolerated.add(column)
    return best


def _faults(tried: Try, *, widows: bool, keep: int) -> tuple[tuple[int, int], ...]:
    """The columns that end badly, and how many of their slots each would have to give up."""
    out = []
    lines = tried.setting.lines
    numbers = by_column(tried)
    for column, (own, following) in enumerate(pairwise(numbers)):
        if not own or not following:
            continue
        last, next_one = own[-1], following[0]
        under = 0
        while under < len(own) and not lines[own[-1 - under]].leads:
            under += 1
        if under < len(own) and under < keep and not lines[next_one].opens:
            gone = under
            while gone < len(own) and lines[own[-1 - gone]].leads:
                gone += 1
            if gone < len(own):
                out.append((column, gone))
        elif lines[last].leads and under < len(own):
            gone = 0
            while gone < len(own) and lines[own[-1 - gone]].leads:
                gone += 1
            if gone < len(own):
                out.append((column, gone))
        elif not widows and len(own) > 1:
            stub = lines[next_one].closes and not lines[next_one].opens
            alone = lines[last].opens and not lines[last].closes
            if stub or alone:
                out.append((column, 1))
    return tuple(out)


def by_column(tried: Try) -> list[list[int]]:
    """The numbers of the lines in each column."""
    ends = []
    total = 0
    for slots in tried.columns:
        total += len(slots)
        ends.append(total)
    out: list[list[int]] = [[] for _ in tried.columns]
    column = 0
    for number, place in enumerate(tried.setting.slots):
        if place is None:
            break
        while place >= ends[column]:
            column += 1
        out[column].append(number)
    return out
