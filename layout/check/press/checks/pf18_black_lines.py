"""PF18: thin black lines overprint."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.ink import is_black, overprints
from layout.check.press.marks import Marks, each_page
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class BlackLineLimits(Limits):
    """PF18: which black lines must overprint."""

    below: float = option(NumberKind(0, 1000), "points; wider lines may knock out", default=2)


CHECK: Final[PressCheck[BlackLineLimits]] = PressCheck(
    id="PF18",
    title="细黑线叠印",
    reason="A thin rule that knocks out of a tint gets a white edge at the least misregister.",
    source="GWG2015, 4.11 and 4.12 (2): lines below 2 pt in 100 K overprint; in grey they can't",
    severity="warning",
    limits=BlackLineLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: BlackLineLimits) -> Iterator[Finding]:
    """Thin lines in 100 K that knock out: strokes, and boxes as thin as lines."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: BlackLineLimits) -> Iterator[PressFault]:
    for line in marks.lines:
        if line.width >= limits.below or not is_black(line.paint):
            continue
        if not overprints(line.paint, flag=line.flag, mode=line.mark.look.overprint_mode):
            yield PressFault(
                key="PF18.knocks-out",
                box=line.box,
                object=object_of(line.mark),
                mark=line.mark,
                value=line.width,
                limit=limits.below,
                badness=-line.width,
            )
