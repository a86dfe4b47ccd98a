"""A text with boxes in it, set at one measure or slot by slot.

What is short stays whole: where lines know their measure only when their slot is known, its seat is
looked for before it is set, and no line of it is wider than another.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise
from typing import Final

from layout.flow.article.boxes import BoxOf, boxes_of
from layout.flow.article.thread import ParagraphTail, SetText, Thread
from layout.flow.columns.slots import (
    GAP,
    SIDE_MEASURE_EM,
    Slot,
    beside,
    drawn_in,
    lines_below,
    next_line,
    rows_from,
    shortest,
)
from layout.flow.placed import Carry
from layout.flow.type.setter import Setter
from layout.spec.resolve.resolved import RStory

MOST_TRIES: Final = 4
"""How often a box is set narrower, until no line of it finds a narrower slot than those before."""


class BoxedThread(Thread):
    """A story's paragraphs, some of them in boxes."""

    def __init__(
        self,
        setter: Setter,
        story: RStory,
        carry: Carry | None,
        *,
        skip: int,
        pitch: float,
        signed: bool,
    ) -> None:
        """Lines are `pitch` points apart. A text that is `signed` keeps a line for its by-line
        before the boxes at its end."""
        super().__init__(setter, story, carry, skip=skip)
        self._boxes = boxes_of(story)
        self._pitch = pitch
        self._em = story.body.size * story.body.h_scale
        boxed = [part.number in self._boxes for part in self._parts]
        at = len(boxed)
        while at and boxed[at - 1]:
            at -= 1
        self._signed = at if signed and 0 < at < len(boxed) else None

    def pour(self, columns: Sequence[Sequence[Slot]]) -> SetText:
        """As `Thread.pour`; the edges of a box take lines of the grid of their own."""
        slots = [slot for column in columns for slot in column]
        heads = {0, *accumulate(len(column) for column in columns)}
        breaks = heads | _gaps(slots, heads, self._pitch)
        out = SetText([], [], [], {}, {})
        at = 0
        above: ParagraphTail | None = None
        for k, part in enumerate(self._parts):
            if at and beside(slots, at, heads):
                at = next_line(slots, at, heads)
            if k == self._signed and at < len(slots):
                out = out._replace(signed=at)
                at = next_line(slots, at, heads)
            white = self._white(part, above)
            above = part
            at = lines_below(slots, at, white, heads)
            if self._stands_off(part):
                at = self._seated_head(part, slots, at, heads, out)
                continue
            box = self._boxes.get(part.number)
            begins = box is not None and box.first and not part.turned
            if begins:
                at = self._seated(k, at, slots, breaks, out)
            first = drawn_in(slots, at, heads) if part.paragraph.kind == "body" else None
            if first is not None and box is None:
                out.moved[at] = first
            free = self._free(box, at, slots, heads)
            lines = self._lines(part, free, slots, out, white)
            edge = box.box.below if box is not None and box.last else 0
            while edge and lines <= len(free) and _left(slots, free[lines - 1], breaks) < edge:
                # Its last line has no room for the edge under it.
                if lines == 1 and begins and box is not None:
                    below = next_line(slots, free[0], heads)
                    seat = self._deep(box.box.above, below, slots, breaks, out)
                    free = self._free(box, seat, slots, heads)
                else:
                    del free[lines - 1]
                del out.lines[len(out.slots) :]
                out.sets.pop()
                lines = self._lines(part, free, slots, out, white)
            out.slots.extend(free[:lines])
            out.slots.extend([None] * (lines - len(free)))
            at = free[lines - 1] + 1 if lines <= len(free) else len(slots)
            if edge and beside(slots, at, heads):  # what is left of its last line
                at = next_line(slots, at, heads)
            at = lines_below(slots, at, edge, heads, breaks)
            if box is not None and box.last:  # what follows has all of its slots again
                for n in [n for n in out.moved if n >= at]:
                    del out.moved[n]
        return out

    @staticmethod
    def _free(
        box: BoxOf | None, at: int, slots: Sequence[Slot], heads: AbstractSet[int]
    ) -> list[int]:
        """The slots from one on that a paragraph may fill. A box has one side of what stands in
        its column: its sides are straight, and do not close round a picture."""
        free = range(at, len(slots))
        return list(free) if box is None else [n for n in free if not beside(slots, n, heads)]

    def _lines(
        self,
        part: ParagraphTail,
        free: Sequence[int],
        slots: Sequence[Slot],
        out: SetText,
        white: int,
    ) -> int:
        """A paragraph set in the slots that are free for it; returns how many lines it has."""
        rest = [out.moved.get(n, slots[n]).measure for n in free]
        rest = rest or [slot.measure for slot in slots[-1:]] or [1.0]
        return self._set(part, shortest(rest), out, white=white)

    def _white(self, part: ParagraphTail, above: ParagraphTail | None) -> int:
        """Lines of the grid between two paragraphs: of what either asks for, the larger. An edge of
        a box without rule and ground asks for one; inside it headings ask for none."""
        if above is None or part.goes_on:
            return 0
        mine, over = self._boxes.get(part.number), self._boxes.get(above.number)
        if mine is None or not (mine.first or part.paragraph.kind == "subhead"):
            before = self._before(part)
        else:
            before = int(mine.first and not mine.box.above)
        if over is None or not over.last:
            after = self._after(above.paragraph)
        else:
            after = int(not over.box.below)
        return max(before, after)

    def _seated(
        self,
        first: int,
        at: int,
        slots: Sequence[Slot],
        heads: AbstractSet[int],
        out: SetText,
    ) -> int:
        """The slot of the first line of a box whose turn is at a slot: below its upper edge, and
        where it is to stay whole, in the first place that holds all of it. The slots of that are
        made as narrow as the narrowest of them."""
        box = self._boxes[self._parts[first].number]
        parts = self._of(box, first)
        for start in (at, *_places(slots, at, heads)):
            rows = rows_from(slots, start, heads)
            found = self._fitted(box, parts, [slots[row] for row in rows])
            if found is None:
                break  # too deep to stay whole
            left, measure, lines = found
            if lines + box.box.above + box.box.below <= len(rows):
                own = rows[box.box.above : box.box.above + lines]
                if all(b - a == 1 for a, b in pairwise(own)):
                    for row in own:
                        out.moved[row] = Slot(left, slots[row].baseline, measure)
                    return own[0]
        return self._deep(box.box.above, at, slots, heads, out)

    def _deep(
        self, edge: int, at: int, slots: Sequence[Slot], heads: AbstractSet[int], out: SetText
    ) -> int:
        """The first line of a box that may be parted, from a slot on under its upper edge, so many
        lines high, which does not stand alone. In each column its lines have the measure of the
        narrowest, so that its sides are straight; where that is too narrow it begins lower."""
        for start in (at, *_places(slots, at, heads)):
            rows = rows_from(slots, start, heads)
            if len(rows) <= edge or not self._narrowed(rows, slots, out):
                continue
            for n in sorted(heads):
                if n > start:
                    self._narrowed(rows_from(slots, n, heads), slots, out)
            return rows[edge]
        return len(slots)

    def _narrowed(self, rows: Sequence[int], slots: Sequence[Slot], out: SetText) -> bool:
        """Rows made as narrow as the narrowest of them; not where that is too narrow for a box."""
        taken = [slots[row] for row in rows]
        left = max((slot.x for slot in taken), default=0.0)
        measure = min((slot.x + slot.measure for slot in taken), default=0.0) - left
        widest = max((slot.measure for slot in taken), default=0.0)
        if measure < min(SIDE_MEASURE_EM * self._em, widest):
            return False
        for row, slot in zip(rows, taken, strict=True):
            out.moved[row] = Slot(left, slot.baseline, measure)
        return True

    def _of(self, box: BoxOf, first: int) -> list[ParagraphTail]:
        """The paragraphs of a box, from the first on."""
        out = []
        for part in self._parts[first:]:
            own = self._boxes.get(part.number)
            if own is None or own.number != box.number:
                break
            out.append(part)
        return out

    def _fitted(
        self, box: BoxOf, parts: Sequence[ParagraphTail], rows: Sequence[Slot]
    ) -> tuple[float, float, int] | None:
        """The left edge and the measure that all rows of a box have, and how many lines it takes
        between its edges; None where these are more than it may have to stay whole."""
        most = box.box.whole - box.box.above - box.box.below
        lines = 1
        left, right = 0.0, 0.0
        for _ in range(MOST_TRIES):
            taken = rows[: box.box.above + lines + box.box.below] or rows[:1]
            if not taken:
                return None
            left = max(slot.x for slot in taken)
            right = min(slot.x + slot.measure for slot in taken)
            if right - left < min(SIDE_MEASURE_EM * self._em, rows[0].measure):
                return left, right - left, len(rows) + 1  # not here
            needed = self._depth(parts, right - left)
            if needed > most:
                return None
            if needed <= lines:
                return left, right - left, needed
            lines = needed
        return left, right - left, lines

    def _depth(self, parts: Iterable[ParagraphTail], measure: float) -> int:
        """Lines of the grid of the paragraphs of a box, with the white between them."""
        scratch = SetText([], [], [], {}, {})
        lines = 0
        above: ParagraphTail | None = None
        for part in parts:
            lines += self._set(part, (measure,), scratch) + self._white(part, above)
            above = part
        return lines


def _gaps(slots: Sequence[Slot], heads: AbstractSet[int], pitch: float) -> set[int]:
    """The first slots below what stands in a column from side to side: a box ends there as at a
    column's foot."""
    return {
        n for n in range(1, len(slots))
        if n not in heads and slots[n].baseline - slots[n - 1].baseline > GAP * pitch
    }  # fmt: skip


def _left(slots: Sequence[Slot], at: int, heads: AbstractSet[int]) -> int:
    """Rows of a column below that of a slot."""
    return len(rows_from(slots, at, heads)) - 1


def _places(slots: Sequence[Slot], at: int, heads: AbstractSet[int]) -> Iterable[int]:
    """The slots after one at which a box may begin: heads of columns, and where what stands in a
    column ends or begins."""
    for n in range(at + 1, len(slots)):
        if beside(slots, n, heads):
            continue
        one, other = slots[n - 1], slots[n]
        if n in heads or (one.x, one.measure) != (other.x, other.measure):
            yield n
