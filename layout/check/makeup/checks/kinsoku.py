"""KINSOKU: a line begins or ends where the rules of line ends forbid it."""

from collections.abc import Iterator
from itertools import pairwise

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import Subject
from layout.diagnostics import Severity
from layout.inline.line import CUT, FALLBACK, FORBIDDEN, PARTED, UNBOUND
from layout.text.charclass import NOT_AT_END, NOT_AT_START
from layout.text.scripts import Script, script
from layout.text.segment import class_of, tokens

DISPLAY = ("title", "subtitle", "summary", "caption")
"""Display type of several lines, held to the level `gb`."""


def run(subject: Subject) -> Iterator[Finding]:
    """Each break between two drawn lines of one paragraph or headline, by the level of its style;
    then what composing itself says that it could not avoid."""
    for above, below in pairwise(subject.lines):
        if above.node != below.node or not _breaks(above, below):
            continue
        level, kind = _rules(subject, above)
        fault = forbidden(above.text, below.text, level, kind) or _cut(subject, above, below)
        told = above.facts.reasons if above.facts is not None else ()
        if not fault and not _told(told):
            continue
        severity: Severity | None = "warning" if FORBIDDEN in told or CUT in told else None
        if FALLBACK in told or UNBOUND in told:
            severity = "info"
        if not fault:
            severity = severity or "warning"
            fault = "ends inside what should stay together"
        yield Finding(
            message=f"“{above.text.strip()}” {fault} (level {level})",
            where=subject.line_place(above),
            spot=subject.spot(above.rect),
            hint="change a word in the paragraph, or the measure",
            about=subject.about(above),
            severity=severity,
        )


def _told(reasons: tuple[str, ...]) -> bool:
    return bool({PARTED, CUT, UNBOUND} & set(reasons))


def forbidden(above: str, below: str, level: str, kind: Script) -> str:
    """What is wrong with a break between two lines of text; empty for nothing."""
    first = class_of(tokens(below.strip())[0], kind) if below.strip() else None
    last = class_of(tokens(above.strip())[-1], kind) if above.strip() else None
    if last is not None and last in NOT_AT_END[level]:
        return f"ends with {above.strip()[-1]} , which may not stand at a line's end"
    if first is not None and first in NOT_AT_START[level]:
        return f"is followed by a line that begins with {below.strip()[0]} , which may not"
    return ""


def _breaks(above: DrawnLine, below: DrawnLine) -> bool:
    """Whether a line goes on in the other: not where one ends a paragraph or a forced line."""
    if above.facts is not None and below.facts is not None:
        return not above.facts.last
    return above.facts is below.facts and above.part in DISPLAY


def _cut(subject: Subject, above: DrawnLine, below: DrawnLine) -> str:
    """Whether a word is cut between two lines without a hyphen."""
    a, b = above.text[-1:], below.text[:1]
    if not (a.isascii() and a.isalnum() and b.isascii() and b.isalnum()):
        return ""
    paragraph, start = subject.paragraph(below), below.offset
    if paragraph is None or not start:
        return ""
    return (
        ""
        if paragraph.text[start - 1].isspace()
        else f"ends inside a word: “{a}” and “{b}” are parted"
    )


def _rules(subject: Subject, line: DrawnLine) -> tuple[str, Script]:
    facts = subject.story(line.owner)
    if line.facts is None:
        level, name = "gb", "zh-hans"
    elif facts is not None:
        level, name = facts.level, facts.script
    else:
        level, name = subject.texts.get(line.owner, ("gb", "zh-hans"))
    return level, script(name, vertical=line.vertical)


CHECK = Check(
    id="KINSOKU",
    title="禁则",
    reason="A mark that closes does not begin a line, one that opens does not end it, words and "
    "numbers stay whole.",
    source="GB/T 15834-2011 5.1; CLREQ, prohibition rules for line start and line end",
    severity="error",
    run=run,
)
