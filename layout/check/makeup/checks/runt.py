"""RUNT: the last line of a paragraph is one character."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import Subject
from layout.text.charclass import CharClass
from layout.text.scripts import script
from layout.text.segment import class_of, tokens
from layout.words.said import said

MARKS: Final = frozenset(
    {CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.FULL,
     CharClass.DOT, CharClass.POSTFIX, CharClass.PREFIX, CharClass.DASH, CharClass.ELLIPSIS,
     CharClass.SPACE}
)  # fmt: skip
"""What is no character of a last line of its own."""

CHECK: Final[Check[Subject]] = Check(
    id="RUNT",
    title="孤字",
    reason="A single character on a line of its own, mark or no mark, leaves a hole in the column.",
    source="CLREQ, avoidance of one character on the last line of a paragraph",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each last line, of a paragraph of several, with too few characters beside its marks."""
    least = subject.rules.runt.least
    before: DrawnLine | None = None
    for line in subject.lines:
        same = before is not None and before.node == line.node
        before = line
        if line.facts is None or not line.facts.last or not same:
            continue
        count = characters(line.text, _script(subject, line), line.vertical)
        if count < least:
            yield Finding(
                said=said("RUNT.last-line", text=line.text.strip(), characters=count, least=least),
                where=subject.line_place(line),
                spot=subject.spot(line.rect),
                about=subject.about(line),
            )


def characters(text: str, name: str, vertical: bool) -> int:
    """Characters of a line, marks aside; a word or number of several is more than one."""
    count = 0
    for token in tokens(text):
        if class_of(token, script(name, vertical=vertical)) not in MARKS:
            count += min(len(token), 2) if token.isascii() else 1
    return count


def _script(subject: Subject, line: DrawnLine) -> str:
    facts = subject.story(line.owner)
    return facts.script if facts is not None else subject.texts.get(line.owner, ("", "zh-hans"))[1]
