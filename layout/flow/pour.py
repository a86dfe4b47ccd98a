"""The lines of a text in its columns: filled one after the other, or ending level.

Columns of one measure: the lines are the same wherever a column ends, so the text is set once and
divided by numbers alone (`layout.flow.divide`). Where measures differ (unequal columns, a picture
in the way, a first character of several lines) a line knows its measure only when its slot is
known: the text is poured from slot to slot, and again with a slot left empty where a column would
begin or end badly.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from layout.flow.divide import Run, divide
from layout.flow.slots import Slot, uniform
from layout.flow.thread import Setting, StoryLine, Thread
from layout.record import record, replace

MOST_POURS: Final = 24
"""How often a text is poured again to better its columns' edges; each time one of them."""
SAME_LINE: Final = 0.5
"""Points: baselines nearer than that are one line of the page."""

Columns = Sequence[Sequence[Slot]]


class SetSlot(NamedTuple):
    """A line in its slot; `line` is None for the by-line's."""

    line: StoryLine | None
    slot: Slot
    blank: int = 0  # empty lines of the grid above it


@record
class Poured:
    """A text in its columns; `done` of its lines found a slot. `rooms` are the slots of each."""

    columns: tuple[tuple[SetSlot, ...], ...]
    setting: Setting
    done: int
    rooms: tuple[int, ...]
    byline: bool = False  # whether a by-line was to have a slot

    @property
    def blanks(self) -> int:
        """Slots left empty above 小标题."""
        return sum(entry.blank for column in self.columns for entry in column)


def pour(
    thread: Thread,
    columns: Columns,
    *,
    level: bool,
    widows: bool,
    keep: int,
    before: int,
    byline: bool,
    pitch: float,
    measure: float,
    jumps: bool = False,
) -> Poured:
    """The text of `thread` in the slots of `columns`, which are read in their order.

    `level`: they end on one line of the page. `widows`: single lines at a column's edge may stand.
    `keep` lines stay under a 小标题, `before` stay empty above one. A `byline` takes the line after
    the text. `pitch` is the distance of baselines, in points; `measure` is that of the lines where
    there is no slot at all. A text that `jumps` goes on on another page, and may leave lines
    empty to end well here.
    """
    rooms = tuple(len(slots) for slots in columns)
    same = uniform(columns) if any(columns) else measure
    if same is None or (level and _parted(columns, pitch)):
        varied = _varied(
            thread, columns, level=level, widows=widows, keep=keep, before=before, jumps=jumps
        )
        return _signed(varied, columns) if byline else varied
    setting = thread.set_solid(same)
    run = _run(setting.lines, before, byline=byline)
    top = min((slots[0].baseline for slots in columns if slots), default=0.0)
    starts = [round((slots[0].baseline - top) / pitch) if slots else 0 for slots in columns]
    if jumps and len(run.opens) > sum(rooms):
        # The other page is one more column, long enough for the rest.
        elsewhere = (*rooms, len(run.opens) + sum(run.before))
        division = divide(run, elsewhere, widows=not widows, keep=keep)
    else:
        division = divide(run, rooms, level=level, widows=not widows, keep=keep, starts=starts)
    out: list[tuple[SetSlot, ...]] = []
    at = 0
    for slots, count in zip(columns, division.counts, strict=False):
        row = 0
        column: list[SetSlot] = []
        for number in range(at, at + count):
            blank = run.before[number] if column else 0
            row += blank
            line = setting.lines[number] if number < len(setting.lines) else None
            column.append(SetSlot(line, slots[row], blank))
            row += 1
        at += count
        out.append(tuple(column))
    return Poured(
        columns=tuple(out),
        setting=setting,
        done=min(at, len(setting.lines)),
        rooms=rooms,
        byline=byline,
    )


def _parted(columns: Columns, pitch: float) -> bool:
    """Whether something stands between two lines of a column: lines do not tell its depth then."""
    return any(
        below.baseline - above.baseline > 1.5 * pitch
        for slots in columns
        for above, below in pairwise(slots)
    )


def _run(lines: Sequence[StoryLine], before: int, *, byline: bool) -> Run:
    """What is to be known of lines to divide them. A by-line belongs to the last paragraph."""
    opens = [line.opens for line in lines]
    closes = [line.closes for line in lines]
    head = [line.head for line in lines]
    above = [
        before if line.head and line.opens and number else 0 for number, line in enumerate(lines)
    ]
    if byline and lines:
        closes[-1] = False
        opens.append(False)
        closes.append(True)
        head.append(False)
        above.append(0)
    return Run(opens=tuple(opens), closes=tuple(closes), head=tuple(head), before=tuple(above))


# Measures that differ


def _varied(
    thread: Thread,
    columns: Columns,
    *,
    level: bool,
    widows: bool,
    keep: int,
    before: int,
    jumps: bool,
) -> Poured:
    """From slot to slot; `level` by the highest foot at which all of the text finds a slot."""
    full = _at(thread, columns, before)
    rooms = tuple(len(slots) for slots in columns)
    if not level or full.over:
        best = _bettered(thread, full, widows=widows, keep=keep, before=before, jumps=jumps)
        return _told(best, rooms)
    feet = sorted({round(slot.baseline, 3) for slots in columns for slot in slots})
    low, high = 0, len(feet) - 1
    while low < high:
        middle = (low + high) // 2
        tried = _at(thread, _above(columns, feet[middle]), before)
        low, high = (low, middle) if not tried.over else (middle + 1, high)
    found = _evened(thread, _at(thread, _above(columns, feet[low]), before), feet[low], before)
    best = _bettered(thread, found, widows=widows, keep=keep, before=before)
    if best.faults and low + 1 < len(feet):  # a line deeper there may be a better way
        deeper = _at(thread, _above(columns, feet[low + 1]), before)
        other = _bettered(thread, deeper, widows=widows, keep=keep, before=before)
        if len(other.faults) < len(best.faults):
            best = other
    return _told(best, rooms)


def _signed(poured: Poured, columns: Columns) -> Poured:
    """The same with the by-line in the slot after the last line, where there is one."""
    out = list(poured.columns)
    filled = [k for k, column in enumerate(out) if column]
    if poured.done == len(poured.setting.lines) and filled:
        last = filled[-1]
        end = out[last][-1].slot.baseline
        below = [slot for slot in columns[last] if slot.baseline > end + SAME_LINE]
        free = [(last, slot) for slot in below[:1]]
        free += [(k, columns[k][0]) for k in range(last + 1, len(columns)) if columns[k]]
        for column, slot in free[:1]:
            out[column] = (*out[column], SetSlot(None, slot))
    return replace(poured, columns=tuple(out), byline=True)


class _Try(NamedTuple):
    """One pouring: the slots it was given, and which lines each column got."""

    columns: tuple[tuple[Slot, ...], ...]
    setting: Setting
    over: int
    faults: tuple[tuple[int, int], ...] = ()  # a column, and how many slots it should give up


def _above(columns: Columns, foot: float) -> Columns:
    return [[slot for slot in slots if slot.baseline < foot + SAME_LINE] for slots in columns]


def _evened(thread: Thread, first: _Try, foot: float, before: int) -> _Try:
    """The same with the foot's line left empty in later columns, as long as the text fits: what
    the foot has too many of is not all at the end of the last column."""
    best = first
    for column in reversed(range(len(first.columns))):
        slots = list(best.columns)
        slots[column] = tuple(s for s in slots[column] if s.baseline < foot - SAME_LINE)
        tried = _at(thread, slots, before)
        if not tried.over:
            best = tried
    return best


def _at(thread: Thread, columns: Columns, before: int) -> _Try:
    setting = thread.pour(columns, before)
    over = sum(1 for place in setting.slots if place is None)
    return _Try(tuple(tuple(slots) for slots in columns), setting, over)


def _bettered(
    thread: Thread, first: _Try, *, widows: bool, keep: int, before: int, jumps: bool = False
) -> _Try:
    """The same with slots left empty at the feet of columns that would end badly, as long as no
    more of the text is left over, or it `jumps`."""
    best = first._replace(faults=_faults(first, widows=widows, keep=keep))
    tolerated: set[int] = set()
    for _ in range(MOST_POURS):
        open_faults = [fault for fault in best.faults if fault[0] not in tolerated]
        if not open_faults:
            break
        column, less = open_faults[0]
        slots = list(best.columns)
        slots[column] = slots[column][: len(slots[column]) - less]
        tried = _at(thread, slots, before)
        tried = tried._replace(faults=_faults(tried, widows=widows, keep=keep))
        if (tried.over > first.over and not jumps) or any(
            c < column for c, _ in tried.faults if c not in tolerated
        ):
            tolerated.add(column)
        else:
            best = tried
            if any(c == column for c, _ in tried.faults) and less >= keep + 2:
                tolerated.add(column)
    return best


def _faults(tried: _Try, *, widows: bool, keep: int) -> tuple[tuple[int, int], ...]:
    """The columns that end badly, and how many of their slots each would have to give up."""
    out = []
    lines = tried.setting.lines
    by_column = _by_column(tried)
    for column, (own, following) in enumerate(pairwise(by_column)):
        if not own or not following:
            continue
        last, next_one = own[-1], following[0]
        under = 0
        while under < len(own) and not lines[own[-1 - under]].head:
            under += 1
        if under < len(own) and under < keep and not lines[next_one].opens:
            gone = under
            while gone < len(own) and lines[own[-1 - gone]].head:
                gone += 1
            if gone < len(own):
                out.append((column, gone))
        elif lines[last].head and under < len(own):
            gone = 0
            while gone < len(own) and lines[own[-1 - gone]].head:
                gone += 1
            if gone < len(own):
                out.append((column, gone))
        elif not widows and len(own) > 1:
            stub = lines[next_one].closes and not lines[next_one].opens
            alone = lines[last].opens and not lines[last].closes
            if stub or alone:
                out.append((column, 1))
    return tuple(out)


def _by_column(tried: _Try) -> list[list[int]]:
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


def _told(tried: _Try, rooms: tuple[int, ...]) -> Poured:
    flat = [slot for slots in tried.columns for slot in slots]
    out = []
    for numbers in _by_column(tried):
        column = []
        for k, number in enumerate(numbers):
            place = tried.setting.slots[number]
            assert place is not None
            before = tried.setting.slots[numbers[k - 1]] if k else place - 1
            assert before is not None
            slot = tried.setting.moved.get(place, flat[place])
            column.append(SetSlot(tried.setting.lines[number], slot, place - before - 1))
        out.append(tuple(column))
    done = len(tried.setting.lines) - tried.over
    return Poured(columns=tuple(out), setting=tried.setting, done=done, rooms=rooms)
