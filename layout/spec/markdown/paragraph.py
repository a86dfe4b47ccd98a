"""A paragraph of a story: its words, and which of them are in another voice."""

from typing import Final

from layout.diagnostics import Place
from layout.record import record

VOICES: Final = ("strong", "emphasis", "super", "sub", "runin", "link")
"""What a run may be: 黑, 楷, high and low type, a heading run into the text, words with an address.
"""


@record(kw_only=False)
class Run:
    """Part of a paragraph in one voice: characters `start` up to `end`.

    Runs may lie inside one another, never across; no two of the same voice overlap. `target` is the
    address of a link: data for the reading edition, not set and never fetched.
    """

    start: int
    end: int
    voice: str  # one of VOICES
    target: str = ""


@record
class Paragraph:
    """Text without its markup; `runs` are the parts in another voice, in order, outer ones first.

    A `continued` paragraph is what stands after a forced line end: it has no indent.
    """

    text: str
    kind: str  # "body", "continued", "subhead" or, outside of stories, "display"
    runs: tuple[Run, ...]
    lines: tuple[tuple[int, Place], ...]  # offset of each stretch that stands unbroken in the file

    def place_at(self, offset: int) -> Place:
        """Where a character stands in the file."""
        start, place = self.lines[0]
        for first, here in self.lines:
            if first > offset:
                break
            start, place = first, here
        return Place(place.file, place.line, place.column + offset - start)


DISPLAY_KINDS: Final = frozenset({"subhead", "display"})
"""Kinds of paragraphs whose writer means each space that is typed."""


def run_in(heading: Paragraph, body: list[Paragraph]) -> list[Paragraph]:
    """A paragraph with its heading in its first line, an em of space between the two."""
    first = body[0]
    after = len(heading.text)
    shift = after + 1
    runs = (
        Run(0, after, "runin"),
        *heading.runs,
        *(Run(r.start + shift, r.end + shift, r.voice, r.target) for r in first.runs),
    )
    lines = (
        *heading.lines,
        (after, heading.place_at(after)),
        *((offset + shift, place) for offset, place in first.lines),
    )
    text = f"{heading.text}\u3000{first.text}"
    return [Paragraph(text=text, kind=first.kind, runs=runs, lines=lines), *body[1:]]


def tail(paragraph: Paragraph, offset: int) -> Paragraph:
    """What follows the first `offset` characters, without the spaces it begins with.

    It stands after a line end in its paragraph, so it has no indent.
    """
    text = paragraph.text[offset:]
    offset += len(text) - len(text.lstrip(" "))
    runs = tuple(
        Run(max(0, r.start - offset), r.end - offset, r.voice, r.target)
        for r in paragraph.runs
        if r.end > offset
    )
    lines = [(max(0, start - offset), place) for start, place in paragraph.lines if start > offset]
    kind = "continued" if paragraph.kind == "body" else paragraph.kind
    return Paragraph(
        text=paragraph.text[offset:],
        kind=kind,
        runs=runs,
        lines=((0, paragraph.place_at(offset)), *lines),
    )
