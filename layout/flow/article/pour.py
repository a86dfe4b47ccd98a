"""The lines of a text in its columns: filled one after the other, or ending level.

Columns of one measure: the lines are the same wherever a column ends, so the text is set once and
divided by numbers alone (`divide`). Where measures differ (unequal columns, a picture in the way, a
first character of several lines) a line knows its measure only when its slot is known: the text is
poured from slot to slot (`slotwise`).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from layout.flow.article.divide import StoryLines, divide
from layout.flow.article.slotwise import Terms, Try, after, by_column, by_slots, wide_enough
from layout.flow.article.thread import SetText, StoryLine, Thread
from layout.flow.columns.slots import SAME_LINE, Slot, uniform
from layout.record import record, replace

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
    setting: SetText
    done: int
    rooms: tuple[int, ...]
    byline: bool = False  # whether a by-line was to have a slot
    narrow: float = 0.0  # the widest of the slots that were free for it and too narrow

    @property
    def blanks(self) -> int:
        """Slots left empty above 小标题 and other paragraphs."""
        return sum(entry.blank for column in self.columns for entry in column)


def pour(
    thread: Thread,
    columns: Columns,
    terms: Terms,
) -> Poured:
    """The text of `thread` in the slots of `columns`, which are read in their order."""
    rooms = tuple(len(slots) for slots in columns)
    out = _poured(thread, columns, terms)
    while terms.jumps and _unsigned(out) and any(columns):
        # A by-line goes on with a line of its text: alone on another page it signs nothing.
        last = max(k for k, slots in enumerate(columns) if slots)
        columns = [slots[:-1] if k == last else slots for k, slots in enumerate(columns)]
        out = replace(_poured(thread, columns, terms), rooms=rooms)
    return out


def _unsigned(poured: Poured) -> bool:
    """Whether all of a text is set, and its by-line is not."""
    whole = bool(poured.setting.lines) and poured.done == len(poured.setting.lines)
    signed = any(entry.line is None for column in poured.columns for entry in column)
    return poured.byline and whole and not signed


def _poured(
    thread: Thread,
    columns: Columns,
    terms: Terms,
) -> Poured:
    """`pour`, with a by-line that may be left over alone."""
    rooms = tuple(len(slots) for slots in columns)
    same = uniform(columns) if any(columns) else terms.measure
    byline, pitch = terms.byline, terms.pitch
    signed = byline is not None
    if same is None or (terms.level and _parted(columns, pitch)):
        varied = _told(by_slots(thread, columns, terms), rooms)
        return varied if byline is None else _signed(varied, columns, byline)
    setting = thread.set_solid(same)
    run = _run(setting.lines, byline=signed)
    top = min((slots[0].baseline for slots in columns if slots), default=0.0)
    starts = [round((slots[0].baseline - top) / pitch) if slots else 0 for slots in columns]
    if terms.jumps and len(run.opens) > sum(rooms):
        # The other page is one more column, long enough for the rest.
        elsewhere = (*rooms, len(run.opens) + sum(run.before))
        division = divide(run, elsewhere, widows=terms.widows, keep=terms.keep)
    else:
        division = divide(
            run, rooms, level=terms.level, widows=terms.widows, keep=terms.keep, starts=starts
        )
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
        byline=signed,
    )


def _parted(columns: Columns, pitch: float) -> bool:
    """Whether something stands between two lines of a column: lines do not tell its depth then."""
    return any(
        below.baseline - above.baseline > 1.5 * pitch
        for slots in columns
        for above, below in pairwise(slots)
    )


def _run(lines: Sequence[StoryLine], *, byline: bool) -> StoryLines:
    """What is to be known of lines to divide them. A by-line belongs to the last paragraph."""
    opens = [line.opens for line in lines]
    closes = [line.closes for line in lines]
    head = [line.leads for line in lines]
    above = [line.white for line in lines]
    if byline and lines:
        closes[-1] = False
        opens.append(False)
        closes.append(True)
        head.append(False)
        above.append(0)
    return StoryLines(
        opens=tuple(opens), closes=tuple(closes), head=tuple(head), before=tuple(above)
    )


def _signed(poured: Poured, columns: Columns, width: float) -> Poured:
    """A poured text with its by-line in the first slot after the last line that is wide enough, if
    any is."""
    out = list(poured.columns)
    filled = [k for k, column in enumerate(out) if column]
    narrow = 0.0
    if poured.done == len(poured.setting.lines) and filled:
        last = filled[-1]
        free = after(columns, last, out[last][-1].slot.baseline)
        found = wide_enough(columns, free, width)
        if found is not None:
            column, slot = found
            out[column] = (*out[column], SetSlot(None, slot))
        else:
            narrow = max((slot.measure for _, slot in free), default=0.0)
    return replace(poured, columns=tuple(out), byline=True, narrow=narrow)


def _told(tried: Try, rooms: tuple[int, ...]) -> Poured:
    """What was poured. Of slots left empty above a line, those on lines of their own are blank; one
    behind the end of a paragraph was never to be filled."""
    flat = [slot for slots in tried.columns for slot in slots]
    out = []
    left = list(rooms)
    for number, numbers in enumerate(by_column(tried)):
        column: list[SetSlot] = []
        before = -1
        for k, at in enumerate(numbers):
            place = tried.setting.slots[at]
            assert place is not None
            passed = flat[before + 1 : place] if k else []
            own = {round(s.baseline, 1) for s in passed if _under(s, flat[before])}
            left[number] -= len(passed) - len(own)
            slot = tried.setting.moved.get(place, flat[place])
            column.append(SetSlot(tried.setting.lines[at], slot, len(own)))
            before = place
        out.append(tuple(column))
    done = len(tried.setting.lines) - tried.over
    return Poured(columns=tuple(out), setting=tried.setting, done=done, rooms=tuple(left))


def _under(slot: Slot, other: Slot) -> bool:
    return slot.baseline > other.baseline + SAME_LINE
