"""PF13: the ink All is for marks outside the trim."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.spots import paints_all
from layout.check.press.subject import PressSubject
from layout.pdf.matrix import grown, meets
from layout.spec.model.checks import PlainLimits
from layout.units import mm

SLACK_MM: Final = 0.1
"""By which a mark may reach over the trim: registration marks end at it."""

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF13",
    title="套版色",
    reason="What is in All is on every plate at once: four inks on one another, and no register.",
    source="GWG2015, 4.20 (2)",
    severity="warning",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Marks in All that reach into the finished page."""
    return each_page(subject, _faults)


def _faults(marks: Marks) -> Iterator[PressFault]:
    inner = grown(marks.page.trim, -mm(SLACK_MM) / marks.page.unit)
    for one in marks.on_sheet:
        if paints_all(one) and meets(one.seen, inner):
            yield PressFault(
                key="PF13.inside", box=one.seen, object=object_of(one), mark=one, value="All"
            )
