"""EVIDENCE: what a spec states of the print, and whether the page meets it."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine, in_frames
from layout.check.makeup.subject import StoryFacts, Subject
from layout.record import record
from layout.spec.model.evidence import Evidence
from layout.words.said import Said, said

CHECK: Final[Check[Subject]] = Check(
    id="EVIDENCE",
    title="与原版不符",
    reason="Where the print is known to have ended a column, the page should end it too.",
    source="`evidence:` in the page's spec",
    severity="error",
    run=lambda subject: run(subject),
)


@record
class Statement:
    """A statement and where its words end: behind the last character of line `line` of column
    `column` (both from 1) where `off` is 0, else so many characters after the end of the nearest
    column, before it where negative. None of it where the words are not in the text."""

    facts: StoryFacts
    evidence: Evidence
    column: int = 0
    line: int = 0
    off: int | None = None
    drawn: DrawnLine | None = None

    @property
    def met(self) -> bool:
        """Whether a column ends with the words."""
        return self.off == 0

    @property
    def stands(self) -> Said:
        """Where the words end."""
        if self.off is None:
            return said("part.words-nowhere")
        if self.met:
            return said("part.words-end", column=self.column)
        off, line, column = abs(self.off), self.line, self.column
        if self.off < 0:
            return said("part.words-before", line=line, column=column, characters=off)
        return said("part.words-after", line=line, column=column, characters=off)

    def as_json(self) -> dict[str, object]:
        """The stable JSON form."""
        return {
            "block": self.facts.block,
            "story": self.facts.node,
            "column_ends": self.evidence.column_ends,
            "required": self.evidence.required,
            "met": self.met,
            "column": self.column,
            "line": self.line,
            "characters_off": self.off,
        }


def statements(subject: Subject) -> Iterator[Statement]:
    """Every statement of the page with where its words stand."""
    inside = in_frames(subject.page, subject.lines)
    for facts in subject.stories:
        columns = [
            inside[k] for k, frame in enumerate(subject.page.frames) if frame.block == facts.block
        ]
        for evidence in facts.evidence:
            yield _found(facts, evidence, [lines for lines in columns if lines])


def _found(
    facts: StoryFacts, evidence: Evidence, columns: Sequence[Sequence[DrawnLine]]
) -> Statement:
    """The occurrence of the words that is nearest to the end of a column."""
    text = "".join(line.text for lines in columns for line in lines)
    ends: list[int] = []
    at = 0
    for lines in columns:
        at += sum(len(line.text) for line in lines)
        ends.append(at)
    best: tuple[int, int] | None = None
    start = text.find(evidence.column_ends)
    while start >= 0:
        stop = start + len(evidence.column_ends)
        off = min((stop - end for end in ends), key=abs)
        if best is None or abs(off) < abs(best[1]):
            best = (stop, off)
        start = text.find(evidence.column_ends, start + 1)
    if best is None:
        return Statement(facts=facts, evidence=evidence)
    at = 0
    for column, lines in enumerate(columns, 1):
        for number, line in enumerate(lines, 1):
            at += len(line.text)
            if at >= best[0]:
                return Statement(
                    facts=facts, evidence=evidence, column=column, line=number, off=best[1],
                    drawn=line,
                )  # fmt: skip
    return Statement(facts=facts, evidence=evidence)


def run(subject: Subject) -> Iterator[Finding]:
    """Each statement that the page must meet and does not; and words that are nowhere in the
    text, of whichever."""
    for one in statements(subject):
        if one.met or not (one.evidence.required or one.off is None):
            continue
        place = one.evidence.place_of("column_ends")
        yield Finding(
            said=said(
                "EVIDENCE.column-end",
                node=one.facts.node,
                text=one.evidence.column_ends,
                stands=one.stands,
            ),
            where=place,
            spot=subject.spot(one.drawn.rect) if one.drawn is not None else None,
            about=(one.facts.block, one.facts.node),
        )
