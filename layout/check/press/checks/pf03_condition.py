"""PF03: the printing condition is one that the press prints in."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import ListKind, option
from layout.spec.reader.kinds import TextKind

NEWSPRINT: Final = (
    "CGATS TR 002", "IFRA26", "JCN2002", "FOGRA42", "FOGRA48", "CGATS21-2-CRPC1", "CGATS21-2-CRPC2",
    "ISOnewspaper26v4", "WAN-IFRAnewspaper26v5",
)  # fmt: skip
"""The conditions on newsprint of the ICC's registry, and the profiles of IFRA26 by whose names some
programs call it."""


@record
class ConditionLimits(Limits):
    """Which printing conditions a press takes."""

    allowed: tuple[str, ...] = option(
        ListKind(TextKind(200, copy=False), most=100),
        "identifiers of printing conditions; an empty list takes any",
        default=NEWSPRINT,
    )


CHECK: Final[PressCheck[ConditionLimits]] = PressCheck(
    id="PF03",
    title="印刷条件",
    reason="Colours separated for coated paper are too dark and too wet on newsprint.",
    source="ICC registry of characterization data; the press's own list",
    severity="warning",
    limits=ConditionLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: ConditionLimits) -> Iterator[Finding]:
    """Each intent of PDF/X whose condition is not in the list."""
    for intent in subject.identity.intents:
        known = intent.identifier in limits.allowed
        if intent.subtype == "GTS_PDFX" and intent.identifier and limits.allowed and not known:
            yield subject.finding(
                "PF03.unknown", value=intent.identifier, limit=limits.allowed, object=intent.info
            )
