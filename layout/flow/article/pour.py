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
    above: int = 0  # and those, nearer to it, that the upper edge of its box takes
    below: int = 0  # those under it that the lower edge takes


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
        """Slots left empty above 小标题 and other paragraphs, and for the edges of boxes."""
        return sum(e.blank + e.above + e.below for column in self.columns for e in column)


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
    """Whether all of a text before its by-line is set, and that is not."""
    lines = poured.setting.lines
    whole = bool(lines) and poured.done >= signed_at(lines)
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
    if same is None or ((terms.level or thread.boxed) and _parted(columns, pitch)):
        varied = _told(by_slots(thread, columns, terms), rooms)
        if byline is None or varied.setting.signed is not None:
            return replace(varied, byline=signed)
        return _signed(varied, columns, byline)
    setting = thread.set_solid(same)
    at_line = signed_at(setting.lines) if signed and setting.lines else None
    run = _run(setting.lines, at_line, max(rooms, default=0))
    top = min((slots[0].baseline for slots in columns if slots), default=0.0)
    starts = [round((slots[0].baseline - top) / pitch) if slots else 0 for slots in columns]
    if terms.below:  # notes end level with the text beside them
        starts = [start + rows for start, rows in zip(starts, terms.below, strict=True)]
    if terms.jumps and len(run.opens) > sum(rooms):
        # The other page is one more column, long enough for the rest.
        elsewhere = (*rooms, len(run.opens) + sum(run.before) + sum(run.pads))
        division = divide(run, elsewhere, widows=terms.widows, keep=terms.keep)
    else:
        division = divide(
            run, rooms, level=terms.level, widows=terms.widows, keep=terms.keep, starts=starts
        )
    lines: list[StoryLine | None] = [*setting.lines]
    if at_line is not None:
        lines.insert(at_line, None)
    out: list[tuple[SetSlot, ...]] = []
    at = 0
    for slots, count in zip(columns, division.counts, strict=False):
        row = 0
        column: list[SetSlot] = []
        for number in range(at, at + count):
            blank = run.before[number] if column else 0
            row += blank
            line = lines[number]
            above = below = 0
            if line is not None:
                above, below = line.pads
            column.append(SetSlot(line, slots[row + above], blank, above, below))
            row += above + 1 + below
        at += count
        out.append(tuple(column))
    return Poured(
        columns=tuple(out),
        setting=setting,
        done=at - (at_line is not None and at > at_line),
        rooms=rooms,
        byline=signed,
    )


def signed_at(lines: Sequence[StoryLine]) -> int:
    """The line of a text before which its by-line stands: at its end, but not behind the boxes with
    which it ends."""
    at = len(lines)
    while at and lines[at - 1].inside is not None:
        at -= 1
    return at or len(lines)


def _parted(columns: Columns, pitch: float) -> bool:
    """Whether something stands between two lines of a column: lines do not tell its depth then."""
    return any(
        below.baseline - above.baseline > 1.5 * pitch
        for slots in columns
        for above, below in pairwise(slots)
    )


def _run(lines: Sequence[StoryLine], signed: int | None, room: int) -> StoryLines:
    """What is to be known of lines to divide them over columns of at most `room`. A by-line before
    the line `signed` belongs to the paragraph above it."""
    opens = [line.opens for line in lines]
    closes = [line.closes for line in lines]
    head = [line.leads for line in lines]
    above = [line.white for line in lines]
    pads: list[int] = []
    tied: list[bool] = []
    if any(line.inside is not None for line in lines):
        from layout.flow.article.boxes import edges  # few stories have boxes

        pads, tied = edges([line.inside for line in lines], above, room)
    if any(line.over or line.under for line in lines):  # 小标题 off the grid
        pads = pads or [0] * len(lines)
        tied = tied or [False] * len(lines)
        pads = [pad + line.over + line.under for pad, line in zip(pads, lines, strict=True)]
    if signed is not None:
        closes[signed - 1] = False
        opens.insert(signed, False)
        closes.insert(signed, True)
        head.insert(signed, False)
        above.insert(signed, 0)
        if pads:
            pads.insert(signed, 0)
            tied.insert(signed, False)
    return StoryLines(
        opens=tuple(opens), closes=tuple(closes), head=tuple(head), before=tuple(above),
        pads=tuple(pads), tied=tuple(tied),
    )  # fmt: skip


def _signed(poured: Poured, columns: Columns, width: float) -> Poured:
    """A poured text with its by-line in the first slot after the last line that is wide enough, if
    any is."""
    out = list(poured.columns)
    filled = [k for k, column in enumerate(out) if column]
    narrow = 0.0
    if poured.done == len(poured.setting.lines) and filled:
        last = filled[-1]
        free = after(columns, last, _ended(out[last][-1], columns[last]))
        found = wide_enough(columns, free, width)
        if found is not None:
            column, slot = found
            out[column] = (*out[column], SetSlot(None, slot))
        else:
            narrow = max((slot.measure for _, slot in free), default=0.0)
    return replace(poured, columns=tuple(out), byline=True, narrow=narrow)


def _ended(last: SetSlot, column: Sequence[Slot]) -> float:
    """The baseline on which the last line of a column stands, or the lower edge of its box."""
    below = sorted({s.baseline for s in column if s.baseline > last.slot.baseline + SAME_LINE})
    return below[last.below - 1] if last.below else last.slot.baseline


def _told(tried: Try, rooms: tuple[int, ...]) -> Poured:
    """What was poured. Of slots left empty above a line, those on lines of their own are blank; one
    behind the end of a paragraph was never to be filled."""
    flat = [slot for slots in tried.columns for slot in slots]
    out = []
    left = list(rooms)
    setting = tried.setting
    signed = setting.signed
    for number, numbers in enumerate(by_column(tried)):
        column: list[SetSlot] = []
        start = sum(len(slots) for slots in tried.columns[:number])
        end = start + len(tried.columns[number])
        before = start - 1
        order: list[int | None] = [*numbers]
        if signed is not None and start <= signed < end:
            order = sorted([*numbers, None], key=lambda n: _place(setting, n))
        for at in order:
            place = _place(setting, at)
            passed = flat[before + 1 : place]
            own = {
                round(s.baseline, 1) for s in passed if before < start or _under(s, flat[before])
            }
            left[number] -= len(passed) - len(own)
            slot = setting.moved.get(place, flat[place])
            line = setting.lines[at] if at is not None else None
            column.append(_edged(line, slot, len(own), column[-1] if column else None))
            before = place
        if column and column[-1].below:
            rows = {round(s.baseline, 1) for s in flat[before + 1 : end] if _under(s, flat[before])}
            column[-1] = column[-1]._replace(below=min(column[-1].below, len(rows)))
        out.append(tuple(column))
    done = len(setting.lines) - tried.over
    return Poured(columns=tuple(out), setting=setting, done=done, rooms=tuple(left))


def _place(setting: SetText, line: int | None) -> int:
    """The slot of a line, or of the by-line for None."""
    place = setting.signed if line is None else setting.slots[line]
    assert place is not None
    return place


def _edged(line: StoryLine | None, slot: Slot, empty: int, above: SetSlot | None) -> SetSlot:
    """A line in its slot with what the `empty` lines over it are for: white, the lower edge of the
    box above it, the upper one of its own."""
    if above is not None:
        empty -= above.below
    over, under = line.pads if line is not None else (0, 0)
    edge = min(over, max(0, empty))
    return SetSlot(line, slot, max(0, empty - edge), edge, under)


def _under(slot: Slot, other: Slot) -> bool:
    return slot.baseline > other.baseline + SAME_LINE
