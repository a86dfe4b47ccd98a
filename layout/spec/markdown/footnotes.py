"""Notes of a story: `[^1]: words` in a row of its own, and its sign `[^1]` in the text.

The syntax is that of Pandoc and GitHub. A note goes on to the next empty row. Where rows are
paragraphs it is one row.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from layout.diagnostics import Diagnostic, Place, error, warning
from layout.spec.markdown.markpieces import LABEL
from layout.spec.markdown.paragraph import NOTE, RUBY, Paragraph

OPENS: Final = "[^"
"""What a note's row begins with, after its blanks."""
_NOTE: Final = re.compile(rf"\s*\[\^(?P<label>{LABEL})\][:：]\s*")
CIRCLED: Final = "circled"
SIGNS: Final = (CIRCLED, "brackets", "typed")
"""How a label is printed: ①, [1], or as it is typed."""
_FIRST, _LAST = ord("①"), ord("⑳")


class NoteRows(NamedTuple):
    """A note as it stands in the file: its label, its rows numbered from 0, and how many characters
    of the first one are none of its words."""

    label: str
    rows: list[tuple[int, str]]
    skip: int

    def place(self, file: str) -> Place:
        """Where it begins."""
        number, row = self.rows[0]
        return Place(file, number + 1, len(row) - len(row.lstrip()) + 1)


def parted(rows: Sequence[str], first: int, *, by_rows: bool) -> tuple[list[str], list[NoteRows]]:
    """The rows of a file from `first` on with those of its notes empty, and the notes."""
    out = list(rows)
    notes: list[NoteRows] = []
    at = first
    while at < len(out):
        found = _NOTE.match(out[at]) if OPENS in out[at][:40] else None
        if found is None:
            at += 1
            continue
        own = [(at, out[at])]
        out[at] = ""
        at += 1
        while at < len(out) and out[at].strip() and not by_rows and not _NOTE.match(out[at]):
            own.append((at, out[at]))
            out[at] = ""
            at += 1
        notes.append(NoteRows(found["label"], own, found.end()))
    return out, notes


def sign_of(label: str, form: str) -> str:
    """How a label is printed in a form of `SIGNS`. Only figures up to 20 have circles; a sign that
    is no figure is always as it is typed."""
    if not label.isascii() or not label.isdigit():
        return label
    code = _FIRST + int(label) - 1
    if form == CIRCLED and _FIRST <= code <= _LAST:
        return chr(code)
    return label if form == "typed" else f"[{label}]"


def before(sign: str) -> str:
    """A sign as it stands before its note: one without a circle or brackets has an em behind it."""
    return sign if "①" <= sign <= "⑳" or sign.endswith("]") else f"{sign}\u3000"


def lettered(label: str, note: Iterable[Paragraph]) -> Iterator[Diagnostic]:
    """A warning for a note that has letters over characters: they are not set, for its lines stand
    too close."""
    for paragraph in note:
        run = next((r for r in paragraph.runs if r.voice == RUBY), None)
        if run is not None:
            yield warning("NOTE.letters", paragraph.place_at(run.start), label=label)


def told(notes: Iterable[NoteRows], file: str, paragraphs: Iterable[Paragraph]) -> list[Diagnostic]:
    """What is wrong with notes: one that says nothing, one of a label that another has, and one
    whose sign stands nowhere, which is not set."""
    used = {r.target for p in paragraphs for r in p.runs if r.voice == NOTE}
    found: list[Diagnostic] = []
    seen: dict[str, Place] = {}
    for note in notes:
        place = note.place(file)
        words = note.rows[0][1][note.skip :].strip() or len(note.rows) > 1
        if note.label in seen:
            line = seen[note.label].line
            found.append(error("NOTE.twice", place, label=note.label, line=line))
        elif not words:
            found.append(error("NOTE.empty", place, label=note.label))
        elif note.label not in used:
            found.append(warning("NOTE.no-sign", place, label=note.label))
        seen.setdefault(note.label, place)
    return found
