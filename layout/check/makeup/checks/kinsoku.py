"""KINSOKU: a line begins or ends where the rules of line ends forbid it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import Subject
from layout.diagnostics import Severity
from layout.flow.type.linefaults import KEYS
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, PARTED, UNBOUND
from layout.text.charclass import NOT_AT_END, NOT_AT_START
from layout.text.scripts import Script, script
from layout.text.segment import class_of, tokens
from layout.words.said import Said, said

DISPLAY = ("title", "subtitle", "summary", "caption")
"""Display type of several lines, held to the level `gb`."""

CHECK: Final[Check[Subject]] = Check(
    id="KINSOKU",
    title="禁则",
    reason="A mark that closes does not begin a line, one that opens does not end it, words and "
    "numbers stay whole.",
    source="GB/T 15834-2011 5.1; CLREQ, prohibition rules for line start and line end",
    severity="error",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each break between two drawn lines of one paragraph or headline, by the level of its style;
    then what composing itself says that it could not avoid."""
    for above, below in pairwise(subject.lines):
        if above.node != below.node or not _breaks(above, below):
            continue
        level, kind = _rules(subject, above)
        fault = forbidden(above.text, below.text, level, kind) or _cut(subject, above, below, level)
        reasons = above.facts.reasons if above.facts is not None else ()
        composing = next((r for r in (PARTED, CUT, UNBOUND) if r in reasons), "")
        if fault is None and not composing:
            continue
        severity: Severity | None = "warning" if FORBIDDEN in reasons or CUT in reasons else None
        if FALLBACK in reasons or UNBOUND in reasons:
            severity = "info"
        if fault is None:
            severity = severity or "warning"
            fault = said(KEYS[composing], text=above.text.strip())
        yield Finding(
            said=fault,
            where=subject.line_place(above),
            spot=subject.spot(above.rect),
            about=subject.about(above),
            severity=severity,
        )


def forbidden(above: str, below: str, level: str, kind: Script) -> Said | None:
    """What is wrong with a break between two lines of text; None for nothing."""
    first = class_of(tokens(below.strip())[0], kind) if below.strip() else None
    last = class_of(tokens(above.strip())[-1], kind) if above.strip() else None
    if last is not None and last in NOT_AT_END[level]:
        return said("KINSOKU.end", text=above.strip(), mark=above.strip()[-1], level=level)
    if first is not None and first in NOT_AT_START[level]:
        return said("KINSOKU.start", text=above.strip(), mark=below.strip()[0], level=level)
    return None


def _breaks(above: DrawnLine, below: DrawnLine) -> bool:
    """Whether a line goes on in the other: not where one ends a paragraph or a forced line."""
    if above.facts is not None and below.facts is not None:
        return not above.facts.last
    return above.facts is below.facts and above.part in DISPLAY


def _cut(subject: Subject, above: DrawnLine, below: DrawnLine, level: str) -> Said | None:
    """What is told of a word that is cut between two lines without a hyphen."""
    a, b = above.text[-1:], below.text[:1]
    if not (a.isascii() and a.isalnum() and b.isascii() and b.isalnum()):
        return None
    paragraph, start = subject.paragraph(below), below.offset
    if paragraph is None or not start:
        return None
    if paragraph.text[start - 1].isspace():
        return None
    return said("KINSOKU.word", text=above.text.strip(), before=a, after=b, level=level)


def _rules(subject: Subject, line: DrawnLine) -> tuple[str, Script]:
    facts = subject.story(line.owner)
    if line.facts is None:
        level, name = "gb", "zh-hans"
    elif facts is not None:
        level, name = facts.level, facts.script
    else:
        level, name = subject.texts.get(line.owner, ("gb", "zh-hans"))
    return level, script(name, vertical=line.vertical)
