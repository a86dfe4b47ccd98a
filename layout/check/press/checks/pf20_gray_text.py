"""PF20: black type is not in DeviceGray."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.ink import is_black, is_gray
from layout.check.press.marks import Marks, each_page, text_paints
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class GrayTextLimits(Limits):
    """PF20: which black type may not be in grey."""

    below: float = option(NumberKind(0, 10_000), "points; larger type may be", default=10_000)


CHECK: Final[PressCheck[GrayTextLimits]] = PressCheck(
    id="PF20",
    title="灰度黑字",
    reason="Type in DeviceGray knocks out of what is under it even when it is set to overprint.",
    source="GWG2015, 4.10 (2); ISO 32000-1, table 148: grey is converted, and paints four plates",
    severity="warning",
    limits=GrayTextLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: GrayTextLimits) -> Iterator[Finding]:
    """Black type in DeviceGray."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: GrayTextLimits) -> Iterator[PressFault]:
    for one in marks.texts:
        size = marks.size(one)
        if size < limits.below and any(is_gray(p) and is_black(p) for p, _ in text_paints(one)):
            yield PressFault(
                key="PF20.gray",
                box=one.seen,
                object=object_of(one),
                mark=one,
                value=size,
                limit=limits.below,
                badness=-size,
            )
