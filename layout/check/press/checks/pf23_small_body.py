"""PF23: no type is too small to be read."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class SmallBodyLimits(Limits):
    """PF23: how small type may be."""

    least: float = option(NumberKind(0, 1000), "points of the em, on paper", default=6)


CHECK: Final[PressCheck[SmallBodyLimits]] = PressCheck(
    id="PF23",
    title="字号过小",
    reason="On newsprint the counters of type below 6 pt fill in, of Han first.",
    source="house rules of newspaper prepress",
    severity="warning",
    limits=SmallBodyLimits,
    run=lambda subject, limits: run(subject, limits),
)
EXACT: Final = 0.02
"""Points by which a size may fall short: it is the product of rounded numbers."""


def run(subject: PressSubject, limits: SmallBodyLimits) -> Iterator[Finding]:
    """Type whose em, by its own size and all matrices, is smaller than there should be."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: SmallBodyLimits) -> Iterator[PressFault]:
    for one in marks.texts:
        size = marks.size(one)
        if size < limits.least - EXACT:
            yield PressFault(
                key="PF23.small",
                box=one.seen,
                object=object_of(one),
                mark=one,
                value=size,
                limit=limits.least,
                badness=-size,
            )
