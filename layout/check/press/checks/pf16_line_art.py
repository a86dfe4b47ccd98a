"""PF16: how many pixels an inch line art of one bit has on the page."""

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
class LineArtLimits(Limits):
    """PF16: pixels an inch of pictures of one bit, stencils among them."""

    least: float = option(NumberKind(0, 10_000), "pixels an inch; fewer are an error", default=549)
    good: float = option(NumberKind(0, 10_000), "fewer are a warning", default=799)


CHECK: Final[PressCheck[LineArtLimits]] = PressCheck(
    id="PF16",
    title="线条稿分辨率",
    reason="Edges of one bit are printed as they are: their steps show where the pixels are large.",
    source="GWG2015 newspaper (2): error below 549 ppi, warning below 799",
    severity="warning",
    limits=LineArtLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: LineArtLimits) -> Iterator[Finding]:
    """Line art that is too coarse as it is placed. Glyphs of pixels are PF08's."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: LineArtLimits) -> Iterator[PressFault]:
    for one, ppi in resolution(marks, bits=True):
        if ppi < limits.good:
            low = ppi < limits.least
            yield PressFault(
                key="PF16.coarse",
                box=one.seen,
                object=object_of(one),
                mark=one,
                value=ppi,
                limit=limits.least if low else limits.good,
                badness=-ppi,
                severity="error" if low else "warning",
            )
