"""Changes to a text that can be named, located and undone.

A repair never hides what it did: it holds its edits, each with a rule's id and its place in the
source, and the source can always be made again from the new text. Offsets count characters.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from layout.record import record
from layout.words.said import Said


@record
class Edit:
    """One change: `before` stood at source[start:end] and became `after`, by the rule `rule`."""

    rule: str
    start: int
    end: int
    before: str
    after: str
    note: Said | str = ""


@record
class OffsetMap:
    """Offsets of the source to offsets of the new text and back; both ways never decrease.

    An offset inside an edit goes to the same place inside its other side, or to its end.
    """

    old: tuple[tuple[int, int], ...]
    new: tuple[tuple[int, int], ...]

    def to_new(self, offset: int) -> int:
        """Where the source's character at `offset` stands in the new text."""
        return _carry(offset, self.old, self.new)

    def to_old(self, offset: int) -> int:
        """Where the new text's character at `offset` stood in the source."""
        return _carry(offset, self.new, self.old)


def _carry(
    offset: int, here: tuple[tuple[int, int], ...], there: tuple[tuple[int, int], ...]
) -> int:
    at = bisect_right(here, (offset, offset)) - 1
    if at >= 0 and here[at][0] == offset and here[at][1] > offset:
        return there[at][0]
    if at < 0:
        return offset
    start, end = here[at]
    if offset < end:
        return min(there[at][0] + offset - start, there[at][1])
    return there[at][1] + offset - end


@record
class Repair:
    """A new text and the edits, in the source's order and without overlap, that made it."""

    text: str
    edits: tuple[Edit, ...] = ()

    def offsets(self) -> OffsetMap:
        """The offset map; build it once and ask it often."""
        old, new, shift = [], [], 0
        for edit in self.edits:
            old.append((edit.start, edit.end))
            new.append((edit.start + shift, edit.start + shift + len(edit.after)))
            shift += len(edit.after) - len(edit.before)
        return OffsetMap(old=tuple(old), new=tuple(new))

    def undo(self) -> str:
        """The source text. Raises `ValueError` when the edits do not belong to the text."""
        out: list[str] = []
        at = shift = 0
        for edit in self.edits:
            place = edit.start + shift
            if place < at or self.text[place : place + len(edit.after)] != edit.after:
                raise ValueError(f"edit {edit.rule} at {edit.start} does not fit the text")
            out += (self.text[at:place], edit.before)
            at = place + len(edit.after)
            shift += len(edit.after) - len(edit.before)
        out.append(self.text[at:])
        return "".join(out)


@record(kw_only=False)
class Change:
    """What a rule asks for: text[start:end], never empty, becomes `after`."""

    start: int
    end: int
    after: str
    rule: str
    note: Said | str = ""


@record(kw_only=False)
class DraftPiece:
    """A piece of a draft: what it reads now, and which part of the source it came from."""

    out: str
    start: int
    end: int
    rule: str = ""
    note: Said | str = ""
    fixed: bool = False  # a seam between two pieces of source: kept apart from what rules change


class Draft:
    """A text under repair: rules see `text`; each cell remembers its part of the source."""

    def __init__(self, source: str, cells: Iterable[DraftPiece] | None = None) -> None:
        self._source = source
        self.cells: list[DraftPiece] = (
            [DraftPiece(c, i, i + 1) for i, c in enumerate(source)]
            if cells is None
            else list(cells)
        )
        self.text = "".join(cell.out for cell in self.cells)

    def apply(self, changes: Sequence[Change]) -> None:
        """Make the changes; they are given in order, do not overlap and replace something."""
        if not changes:
            return
        ends = list(accumulate(len(cell.out) for cell in self.cells))
        out: list[DraftPiece] = []
        done = 0
        for change in changes:
            first = bisect_right(ends, change.start)
            last = bisect_right(ends, change.end - 1)
            out += self.cells[done:first]
            head = self.cells[first].out[
                : change.start - (ends[first] - len(self.cells[first].out))
            ]
            tail = self.cells[last].out[len(self.cells[last].out) - (ends[last] - change.end) :]
            out += _replaced(self.cells[first : last + 1], head + change.after + tail, change)
            done = last + 1
        self.cells = out + self.cells[done:]
        self.text = "".join(cell.out for cell in self.cells)

    def edits(self) -> tuple[Edit, ...]:
        """The edits so far, in the source's order."""
        return tuple(
            Edit(
                rule=cell.rule,
                start=cell.start,
                end=cell.end,
                before=self._source[cell.start : cell.end],
                after=cell.out,
                note=cell.note,
            )
            for cell in self.cells
            if cell.rule and cell.out != self._source[cell.start : cell.end]
        )

    def repair(self) -> Repair:
        """The draft as a finished repair of the whole source."""
        return Repair(text=self.text, edits=self.edits())


def _replaced(cells: Sequence[DraftPiece], out: str, change: Change) -> list[DraftPiece]:
    """The cells with their text replaced: one cell, or one on each side of a seam."""
    groups: list[list[DraftPiece]] = [[]]
    seams: list[DraftPiece] = []
    for cell in cells:
        if cell.fixed:
            seams.append(cell)
            groups.append([])
        else:
            groups[-1].append(cell)
    result: list[DraftPiece] = []
    for number, group in enumerate(groups):
        if number:
            result.append(seams[number - 1])
        if group:
            result.append(DraftPiece(out, group[0].start, group[-1].end, change.rule, change.note))
            out = ""  # the whole new text stands before the first seam
    return result
