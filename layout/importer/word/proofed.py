"""Stories written and read again: each row must come back with its words in their voices.

A row that does not is written more plainly: without high and low type, then with a backslash before
every sign, then without marks. What then still differs is found by the count of characters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from layout.diagnostics import Place, StopError
from layout.importer.model import SourceParagraph, SourceStory
from layout.importer.stories import literal, story_text
from layout.importer.word.count import MadeText
from layout.importer.word.draft import CopyRow, HeadText, WordDraft
from layout.importer.word.model import HIGH, LOW
from layout.importer.word.text import counted
from layout.importer.word.told import WordTold
from layout.importer.word.written import written
from layout.record import replace
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.markdown.footnotes import CIRCLED, before, sign_of
from layout.spec.markdown.paragraph import ENDS, NAMED, NOTE, RUBY, Paragraph
from layout.spec.markdown.story import Story, parse_story
from layout.spec.resolve.defaults import STYLES

_NAMES: Final = frozenset(STYLES)
_PLAINER: Final[tuple[dict[str, bool], ...]] = (
    {}, {"scripts": False}, {"careful": True}, {"scripts": False, "careful": True},
    {"marks": False, "careful": True},
)  # fmt: skip
"""How a row is written, one after the other until it comes back as it was."""
_TOLD: Final = ("", "script", "", "script", "mark")


@dataclass(slots=True)
class _Try:
    """A row of a story and in which way it is written."""

    row: CopyRow
    way: int = 0


class Proofed:
    """The rows of one story, written so that they come back."""

    def __init__(self, draft: WordDraft, told: WordTold) -> None:
        self._rows = [_Try(row) for row in draft.rows]
        self._notes = {label: _Try(row) for label, row in draft.notes.items()}
        self._told = told

    def paragraphs(self) -> list[SourceParagraph]:
        """The rows as paragraphs of a story: `start` is a row's number."""
        out = []
        done: set[str] = set()
        for n, one in enumerate(self._rows):
            way = _PLAINER[one.way]
            text = one.row.prefix + written(one.row.lines, heading=one.row.subhead, **way)
            for label in self._labels(one.row):
                if label in done:
                    continue
                done.add(label)
                note = self._notes[label]
                text += f"\n\n[^{label}]: {written(note.row.lines, **_PLAINER[note.way])}"
            out.append(
                SourceParagraph(
                    text=one.row.words, start=n, end=n, subhead=one.row.subhead, written=text
                )
            )
        return out

    def _labels(self, row: CopyRow) -> list[str]:
        labels = [s.note for line in row.lines for s in line if s.note]
        return [label for label in dict.fromkeys(labels) if label in self._notes]

    def proof(self, story: SourceStory) -> tuple[SourceStory, Story]:
        """A story whose rows come back as they were, and as it comes back. Raises `StopError` with
        what its reader says where it comes back in no way."""
        for _ in range(len(_PLAINER) * 2):
            read: Story | None = None
            amiss: set[int] = set()
            notes: set[str] = set()
            starts = _starts(story)
            try:
                read = parse_story(story_text(story).encode(), story.file, names=_NAMES)
            except StopError as stop:
                lines = [d.where.line for d in stop.diagnostics if isinstance(d.where, Place)]
                amiss = {n for line in lines if (n := _row_at(starts, line)) >= 0}
                fault = stop
            else:
                amiss, notes = self._differ(story, read, starts)
                if not amiss and not notes:
                    return story, read
            again = [self._rows[n] for n in amiss] + [self._notes[n] for n in notes]
            again = [one for one in again if one.way + 1 < len(_PLAINER)]
            if not again:
                break
            for one in again:
                one.way += 1
            made = self.paragraphs()
            story = replace(story, paragraphs=tuple(made[p.start] for p in story.paragraphs))
        if read is None:
            raise fault
        return story, read

    def _differ(
        self, story: SourceStory, read: Story, starts: Sequence[tuple[int, int]]
    ) -> tuple[set[int], set[str]]:
        """The rows that came back otherwise, and the labels of such notes."""
        came: dict[int, list[tuple[str, frozenset[str]]]] = {}
        for paragraph in read.paragraphs:
            came.setdefault(_row_at(starts, paragraph.lines[0][1].line), []).extend(
                _voiced(paragraph)
            )
        amiss = {
            p.start for p in story.paragraphs
            if came.get(p.start, []) != self._wanted(self._rows[p.start])
        }  # fmt: skip
        notes = set()
        for label, paragraphs in read.notes:
            held = [v for p in paragraphs for v in _voiced(p)][_sign_length(label) :]
            if label in self._notes and held != self._wanted(self._notes[label]):
                notes.add(label)
        return amiss, notes

    def _wanted(self, one: _Try) -> list[tuple[str, frozenset[str]]]:
        """What a row should come back as, written as it is."""
        way = _PLAINER[one.way]
        out: list[tuple[str, frozenset[str]]] = []
        for span in (s for line in one.row.lines for s in line):
            voices = span.voices if way.get("marks", True) else frozenset()
            voices = voices if way.get("scripts", True) else voices - {HIGH, LOW}
            out += [(c, voices) for c in counted(span.text)]
        return out

    def made(self, story: SourceStory, read: Story) -> list[MadeText]:
        """What came of the rows, for the count, and tell what of them is written more plainly."""
        starts = _starts(story)
        held: dict[int, int] = {}
        for paragraph in read.paragraphs:
            at = _row_at(starts, paragraph.lines[0][1].line)
            held[at] = held.get(at, 0) + _characters(paragraph)
        out = []
        for n, characters in held.items():
            if n >= 0:
                row = self._rows[n].row
                out.append(MadeText(numbers=row.numbers, characters=characters - row.added))
        for label, paragraphs in read.notes:
            if label in self._notes:
                row = self._notes[label].row
                whole = sum(_characters(p) for p in paragraphs) - _sign_length(label)
                out.append(MadeText(numbers=row.numbers, characters=whole - row.added))
        for one in [self._rows[p.start] for p in story.paragraphs] + list(self._notes.values()):
            if kind := _TOLD[one.way]:
                self._told.note(kind, one.row.numbers[0], one.row.words)
        return out


def display_text(text: str) -> str:
    """Words of a head or a caption so that they come back as they are."""
    if unmarked(text)[0] == text:
        return text
    return literal(text, frozenset("\\*^~["))


def head_made(head: Mapping[str, HeadText], story: SourceStory) -> list[MadeText]:
    """What came of the parts of a head."""
    out = []
    for key, part in head.items():
        came = counted(unmarked(str(getattr(story, key)))[0])
        out.append(MadeText(numbers=part.numbers, characters=len(came) - part.added))
    return out


def _starts(story: SourceStory) -> list[tuple[int, int]]:
    """The line of the file on which each row begins, with the row's number."""
    whole = story_text(story).split("\n\n", 1)
    line = whole[0].count("\n") + 3
    out = []
    for paragraph in story.paragraphs:
        out.append((line, paragraph.start))
        line += paragraph.written.count("\n") + 2
    return out


def _row_at(starts: Sequence[tuple[int, int]], line: int) -> int:
    found = -1
    for first, row in starts:
        if first > line:
            break
        found = row
    return found


def _voiced(paragraph: Paragraph) -> list[tuple[str, frozenset[str]]]:
    """Each character that prints with its voices, but signs of notes and the mark of an item."""
    mark = paragraph.asked.mark if paragraph.asked is not None else 0
    voices: list[set[str]] = [set() for _ in paragraph.text]
    for run in paragraph.runs:
        voice = "emphasis" if run.voice == NAMED else run.voice
        for n in range(run.start, run.end):
            voices[n].add(voice)
    return [
        (c, frozenset(v - {RUBY, ENDS, "link"}))
        for c, v in list(zip(paragraph.text, voices, strict=True))[mark:]
        if NOTE not in v and counted(c)
    ]


def _characters(paragraph: Paragraph) -> int:
    """Characters that print, letters over others among them, but signs of notes."""
    gone = [(r.start, r.end) for r in paragraph.runs if r.voice == NOTE]
    text = paragraph.text
    for start, end in reversed(gone):
        text = text[:start] + text[end:]
    letters = "".join([r.target for r in paragraph.runs if r.voice == RUBY])
    return len(counted(text)) + len(counted(letters))


def _sign_length(label: str) -> int:
    """Characters of the sign that stands before a note."""
    return len(counted(before(sign_of(label, CIRCLED))))
