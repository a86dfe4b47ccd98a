"""PF15: how many pixels an inch pictures have on the page."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.resolution import resolution
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class ResolutionLimits(Limits):
    """PF15: pixels an inch of pictures in grey and colour."""

    least: float = option(NumberKind(0, 10_000), "pixels an inch; fewer are an error", default=99)
    good: float = option(NumberKind(0, 10_000), "fewer are a warning", default=149)


CHECK: Final[PressCheck[ResolutionLimits]] = PressCheck(
    id="PF15",
    title="图像分辨率",
    reason="With fewer pixels than the screen can show a picture is soft, or its pixels are seen.",
    source="GWG2015 newspaper (2): error below 99 ppi, warning below 149",
    severity="warning",
    limits=ResolutionLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: ResolutionLimits) -> Iterator[Finding]:
    """Pictures of more than one bit that are too coarse as they are placed."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: ResolutionLimits) -> Iterator[PressFault]:
    for one, ppi in resolution(marks, bits=False):
        if ppi < limits.good:
            low = ppi < limits.least
            yield PressFault(
                key="PF15.coarse",
                box=one.seen,
                object=object_of(one),
                mark=one,
                value=ppi,
                limit=limits.least if low else limits.good,
                badness=-ppi,
                severity="error" if low else "warning",
            )
