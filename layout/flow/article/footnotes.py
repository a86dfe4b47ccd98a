"""Notes at the foot of the column in which their signs stand, in whole lines of its grid.

    text text    text text
    text①text   text text     The notes take lines from their column; that moves the text, and the
    ───          text text     signs with it. So the text is poured again until every column has the
    ①note note  text text     lines that its notes need.

A sign may go to the next column when room is made for its note, and come back when not: after
`FREE` rounds a column keeps the lines it has had, and what stays empty of them is told.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.diagnostics import Diagnostic, error, warning
from layout.flow.article.pour import Poured, SetSlot, pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.thread import Thread
from layout.flow.columns.slots import Slot
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.type.linefaults import line_faults
from layout.flow.type.linemarks import drawn_at
from layout.flow.type.missing import no_glyph
from layout.flow.type.setter import Setter
from layout.flow.type.voices import Voices
from layout.inline.line import SetParagraph
from layout.record import record, replace
from layout.spec.markdown.paragraph import NOTE, Paragraph
from layout.spec.resolve.resolved import RBlock, RStory
from layout.units import EM_ASCENT, fits, whole_up

FREE: Final = 3
"""Rounds in which a column may give back lines that it needs no more."""
MOST_ROUNDS: Final = 24
"""Of pouring. After the first ones columns only take lines, so most texts need two and few four."""
RULE_ROOM: Final = 0.53
"""White from the text to its notes, with the rule in it, in lines of the grid."""
RULE_EM: Final = 6.0
"""The rule over notes is so many characters of the body long: short, as that of a column is not."""
RULE_OVER: Final = 0.38
"""From the em box of the first note up to the rule, in the notes' leading, at most."""
LEAST_TEXT: Final = 1
"""Lines of text that a column with notes has at least: that of the sign."""

Columns = Sequence[Sequence[Slot]]


@record
class SetNote:
    """A note set at the measure of its column."""

    label: str
    sets: tuple[tuple[Paragraph, SetParagraph], ...]

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return sum(len(done.lines) for _, done in self.sets)


@record
class NotedColumn:
    """The notes of a column, in the order of their signs; `rows` are the lines of the grid that are
    kept for them."""

    notes: tuple[SetNote, ...] = ()
    rows: int = 0


@record
class Noted:
    """A text poured, its notes by column, the slots that these leave, and what is wrong."""

    poured: Poured
    columns: tuple[NotedColumn, ...]
    slots: tuple[tuple[Slot, ...], ...]
    diagnostics: tuple[Diagnostic, ...]


def settle(setter: Setter, story: RStory, thread: Thread, columns: Columns, terms: Terms) -> Noted:
    """The text of `thread` poured with the lines kept free that the notes of each column need."""
    taken = [0] * len(columns)
    homeless: dict[str, tuple[int, int]] = {}  # by label: lines that a note needs, and has
    for number in range(MOST_ROUNDS):
        cut = [tuple(own[: len(own) - rows]) for own, rows in zip(columns, taken, strict=True)]
        poured = pour(thread, cut, replace(terms, below=tuple(taken) if any(taken) else ()))
        notes = _by_column(setter, story, poured, columns, homeless)
        needed = [_rows(story, own, terms.pitch) for own in notes]
        for k, (rows, own) in enumerate(zip(needed, columns, strict=True)):
            if rows > max(0, len(own) - LEAST_TEXT):
                last = notes[k][-1]
                homeless[last.label] = rows, max(0, len(own) - LEAST_TEXT)
                needed[k] = taken[k]
                break
        else:
            if number >= FREE:
                needed = [max(pair) for pair in zip(needed, taken, strict=True)]
            if needed == taken:
                break
        taken = needed
    found = list(_told(story, notes, taken, homeless, terms.pitch))
    noted = tuple(
        NotedColumn(notes=tuple(own), rows=rows) for own, rows in zip(notes, taken, strict=True)
    )
    return Noted(poured=poured, columns=noted, slots=tuple(cut), diagnostics=tuple(found))


def _by_column(
    setter: Setter,
    story: RStory,
    poured: Poured,
    columns: Columns,
    homeless: dict[str, tuple[int, int]],
) -> list[list[SetNote]]:
    """The notes whose signs stand in each column, each where its first one does."""
    seen = set(homeless)
    out: list[list[SetNote]] = []
    notes = dict(story.story.notes)
    for entries, own in zip(poured.columns, columns, strict=True):
        labels = [label for entry in entries for label in _signs(entry)]
        new = [label for label in dict.fromkeys(labels) if label not in seen]
        seen.update(new)
        measure = min((slot.measure for slot in own), default=1.0)
        out.append([_set(setter, story, label, notes[label], measure) for label in new])
    out += [[] for _ in columns[len(out) :]]
    return out


def _signs(entry: SetSlot) -> Iterator[str]:
    """The labels of the signs in a line."""
    line = entry.line
    if line is None or not line.marks:
        return
    items = line.items
    first = items.offsets[line.line.first]
    end = items.offsets[line.line.last] + len(items.tokens[line.line.last].text)
    for run in line.marks:
        if run.voice == NOTE and first <= run.start < end:
            yield run.target


def _set(
    setter: Setter, story: RStory, label: str, paragraphs: Sequence[Paragraph], measure: float
) -> SetNote:
    style = story.note
    assert style is not None
    bold, light = (replace(style, face=v.face) for v in (story.strong, story.emphasis))
    voices = Voices(bold, light, style, story.named)
    sets = []
    for paragraph in paragraphs:
        own = style if paragraph.kind == "body" else replace(style, indent_em=0.0)
        sets.append((paragraph, setter.paragraph(paragraph, own, voices, measure)))
    return SetNote(label=label, sets=tuple(sets))


def _leading(story: RStory, pitch: float) -> float:
    assert story.note is not None
    return story.note.leading or pitch


def _depth(story: RStory, notes: Sequence[SetNote], pitch: float) -> float:
    """How deep notes are, from the em box of the first line to the baseline of the last, in
    points."""
    assert story.note is not None
    lines = sum(note.lines for note in notes)
    return max(0, lines - 1) * _leading(story, pitch) + EM_ASCENT * story.note.size


def _rows(story: RStory, notes: Sequence[SetNote], pitch: float) -> int:
    """The lines of the grid that the notes of a column take, with the rule over them."""
    if not notes:
        return 0
    under = (1 - EM_ASCENT) * story.body.size  # of the last line of text, below its baseline
    return whole_up((_depth(story, notes, pitch) + under) / pitch + RULE_ROOM)


def _told(
    story: RStory,
    notes: Sequence[Sequence[SetNote]],
    taken: Sequence[int],
    homeless: dict[str, tuple[int, int]],
    pitch: float,
) -> Iterator[Diagnostic]:
    written = dict(story.story.notes)
    for label, (rows, room) in homeless.items():
        place = written[label][0].place_at(0)
        yield error("NOTE.no-room", place, label=label, lines=rows, room=room)
    for k, (own, rows) in enumerate(zip(notes, taken, strict=True)):
        empty = rows - _rows(story, own, pitch)
        if empty > 0:
            later = next((n for other in notes[k + 1 :] for n in other), None) or (
                own[-1] if own else None
            )
            if later is not None:
                place = written[later.label][0].place_at(0)
                yield warning("NOTE.unsettled", place, lines=empty, column=k + 1)
    for note in (note for own in notes for note in own):
        for paragraph, done in note.sets:
            for char, offset in done.items.missing:
                yield no_glyph(char, paragraph.place_at(offset))
            yield from line_faults(paragraph, done)


def placed(
    story: RStory, block: RBlock, noted: Noted, columns: Columns, pitch: float, *, level: bool
) -> list[PlacedItem]:
    """The notes of each column with their rule: on the last lines of `columns`, or, where these end
    `level`, on the last line that any text or note reaches."""
    style = story.note
    assert style is not None
    deepest = max(
        (own[-1].slot.baseline + (own[-1].below + rows.rows) * pitch
         for own, rows in zip(noted.poured.columns, noted.columns, strict=False) if own),
        default=0.0,
    )  # fmt: skip
    leading = _leading(story, pitch)
    out: list[PlacedItem] = []
    for number, (own, slots) in enumerate(zip(noted.columns, columns, strict=True)):
        if not own.notes:
            continue
        region = slots[len(slots) - own.rows :] or slots
        last = region[-1].baseline
        if level and not fits(last, deepest):
            last = deepest
        x = max(slot.x for slot in region)
        measure = min(slot.x + slot.measure for slot in region) - x
        top = last - _depth(story, own.notes, pitch)
        above = last - own.rows * pitch + (1 - EM_ASCENT) * story.body.size
        y = top - min((top - above) / 2, RULE_OVER * leading)
        node = f"{story.story.name}#note"
        length = min(measure, RULE_EM * story.body.size * story.body.h_scale)
        out += rules.horizontal("thin", x, y, length, node)
        baseline = top + EM_ASCENT * style.size
        for note in own.notes:
            for paragraph, done in note.sets:
                for line in done.lines:
                    set_line = PlacedLine(
                        items=done.items, line=line, style=style, x=x, baseline=baseline,
                        measure=measure, node=node, block=block.id, column=number + 1,
                    )  # fmt: skip
                    out += [set_line, *drawn_at(set_line, paragraph.runs)]
                    baseline += leading
    return out
