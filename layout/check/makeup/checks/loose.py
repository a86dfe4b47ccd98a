"""LOOSE: a line whose characters stand too far apart, or that cannot be filled."""

from collections.abc import Iterator

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import Subject
from layout.inline.line import SHORT
from layout.units import ROUNDING


def run(subject: Subject) -> Iterator[Finding]:
    """Each line that is no last one, with gaps above the threshold."""
    most = subject.rules.loose.gap
    for line in subject.lines:
        facts = line.facts
        if facts is None or facts.last:
            continue
        if facts.gap_em > most + ROUNDING:
            message = (
                f"a loose line: gaps of {100 * facts.gap_em:.1f} % of an em (at most "
                f"{100 * most:g} %) in "
                f"“{line.text.strip()}”{facts.why}"
            )
        elif SHORT in facts.reasons:
            message = (
                f"nothing in “{line.text.strip()}” can open: {facts.set:.1f} of "
                f"{facts.measure:.1f} pt are filled{facts.why}"
            )
        else:
            continue
        yield Finding(
            message=message,
            where=subject.line_place(line),
            spot=subject.spot(line.rect),
            hint="change a word in the paragraph, or the measure",
            about=subject.about(line),
        )


CHECK = Check(
    id="LOOSE",
    title="字距过松",
    reason="Gaps of an eighth of an em and more between all characters are seen as a pale line.",
    source="CLREQ, line adjustment: the last tier; the eighth of an em is the project's proposal",
    severity="warning",
    run=run,
)
