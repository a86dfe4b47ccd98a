"""LOOSE: a line whose characters stand too far apart, or that cannot be filled."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import Subject
from layout.flow.type.linefaults import KEYS
from layout.inline.line import LOOSE, SHORT
from layout.units import ROUNDING
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="LOOSE",
    title="字距过松",
    reason="Gaps of an eighth of an em and more between all characters are seen as a pale line.",
    source="CLREQ, line adjustment: the last tier; the eighth of an em is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each line that is no last one, with gaps above the threshold."""
    most = subject.rules.loose.gap
    for line in subject.lines:
        facts = line.facts
        if facts is None or facts.last:
            continue
        text = line.text.strip()
        if facts.gap_em > most + ROUNDING:
            limit = said("part.at-most-percent", most=100 * most)
            told = said(
                KEYS[LOOSE], text=text, percent=100 * facts.gap_em, limit=limit, why=facts.why
            )
        elif SHORT in facts.reasons:
            told = said(KEYS[SHORT], text=text, why=facts.why)
        else:
            continue
        yield Finding(
            said=told,
            where=subject.line_place(line),
            spot=subject.spot(line.rect),
            about=subject.about(line),
        )
