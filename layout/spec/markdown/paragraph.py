"""A paragraph of a story: its words, and which of them are in another voice."""

from typing import Final

from layout.diagnostics import Place
from layout.record import record, replace
from layout.spec.reader.kinds import Name

VOICES: Final = ("strong", "emphasis", "super", "sub", "runin", "link")
"""What a run may be: 黑, 楷, high and low type, a heading run into the text, words with an address.
"""
DRAWN: Final = ("dots", "underline", "wavy", "box")
"""What is drawn at the words of a run: 着重号, 下划线, 波浪线, 框."""
KEPT: Final = "kept"
"""The words of a run that stay on one line."""
RUBY: Final = "ruby"
"""A character with letters over it, which are the run's target: 拼音."""
NOTE: Final = "note"
"""The sign of a note, whose label is the run's target: ①."""
ENDS: Final = "ends"
"""The words of a run behind which a line ends, and is flush."""
NAMED: Final = "named"
"""The words of a run in a style or a colour, whose name is its target."""


@record(kw_only=False)
class Run:
    """Part of a paragraph in one voice: characters `start` up to `end`.

    Runs may lie inside one another, never across; no two of the same voice and, of those in a style
    or colour, of the same name overlap. `target` is that name, the letters over a character, the
    label of a note, or the address of a link: data for the reading edition, not set and never
    fetched. A run that was cut goes on `before` its paragraph's first character, or `after` its
    last one.
    """

    start: int
    end: int
    voice: str  # one of VOICES or DRAWN, KEPT, RUBY, NOTE or NAMED
    target: str = ""
    before: bool = False
    after: bool = False

    def moved(self, by: int) -> "Run":
        """The run in a text that stands `by` characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)

    def within(self, start: int, end: int) -> "Run":
        """What of the run stands in the characters `start` up to `end`, counted from there."""
        return replace(
            self,
            start=max(self.start, start) - start,
            end=min(self.end, end) - start,
            before=self.before or self.start < start,
            after=self.after or self.end > end,
        )


@record
class Asked:
    """How the writer of a paragraph asks for it to be set.

    `styles` are named at its head or hold around it, a later one over an earlier one; the first
    `fenced` of them are those of fences. One of these may be a box, which stands round all
    paragraphs that have this very name, with its place. In a `list` of the story, which are counted
    from 1, a paragraph stands on a `level`, counted from 1, and its first `mark` characters are the
    mark of an item; an item's further paragraphs have none. By `hand` it is to have so many lines
    more, or fewer where that is below 0, as is written at `hand_at`.
    """

    styles: tuple[Name, ...] = ()
    fenced: int = 0
    list: int = 0
    level: int = 0
    mark: int = 0
    hand: int = 0
    hand_at: Place | None = None


@record
class Paragraph:
    """Text without its markup; `runs` are the parts in another voice, in order, outer ones first.

    A `continued` paragraph is what stands after a forced line end: it has no indent. `asked` is
    None where it is set as the story is.
    """

    text: str
    kind: str  # "body", "continued", "subhead" or, outside of stories, "display"
    runs: tuple[Run, ...]
    lines: tuple[tuple[int, Place], ...]  # offset of each stretch that stands unbroken in the file
    asked: Asked | None = None

    @property
    def styles(self) -> tuple[str, ...]:
        """The names of the styles that it asks for."""
        return tuple([name.text for name in self.asked.styles]) if self.asked is not None else ()

    def behind(
        self, text: str, runs: tuple[Run, ...], lines: tuple[tuple[int, Place], ...]
    ) -> "Paragraph":
        """The paragraph with words before it, and the runs and places of these."""
        by = len(text)
        return replace(
            self,
            text=text + self.text,
            runs=(*runs, *(run.moved(by) for run in self.runs)),
            lines=(*lines, *((offset + by, place) for offset, place in self.lines)),
        )

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
    after = len(heading.text)
    runs = (Run(0, after, "runin"), *heading.runs)
    lines = (*heading.lines, (after, heading.place_at(after)))
    return [body[0].behind(f"{heading.text}\u3000", runs, lines), *body[1:]]


def asked_of(asked: Asked, made: list[Paragraph]) -> list[Paragraph]:
    """What is asked for a paragraph as it is asked for the parts that line ends cut it in: the mark
    of an item stands before the first, and the longest is set by hand."""
    longest = max(range(len(made)), key=lambda k: len(made[k].text))
    return [
        replace(
            part,
            asked=replace(
                asked, mark=0 if k else asked.mark, hand=asked.hand if k == longest else 0
            ),
        )
        for k, part in enumerate(made)
    ]


def marked_item(mark: str, place: Place, body: list[Paragraph]) -> list[Paragraph]:
    """An item of a list with its mark, which stands at `place`, at its head."""
    return [body[0].behind(mark, (), ((0, place),)), *body[1:]]


def tail(paragraph: Paragraph, offset: int) -> Paragraph:
    """What follows the first `offset` characters, without the spaces it begins with.

    It stands after a line end in its paragraph, so it has no indent.
    """
    text = paragraph.text[offset:]
    offset += len(text) - len(text.lstrip(" "))
    end = len(paragraph.text)
    runs = tuple(r.within(offset, end) for r in paragraph.runs if r.end > offset)
    lines = [(start - offset, place) for start, place in paragraph.lines if start > offset]
    kind = "continued" if paragraph.kind == "body" else paragraph.kind
    return Paragraph(
        text=paragraph.text[offset:],
        kind=kind,
        runs=runs,
        lines=((0, paragraph.place_at(offset)), *lines),
        asked=paragraph.asked,
    )
