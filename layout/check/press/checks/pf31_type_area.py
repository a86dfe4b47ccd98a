"""PF31: type stands within the type area."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.subject import PressSubject
from layout.pdf.matrix import grown, is_within, meets
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind
from layout.units import mm, to_mm


@record
class TypeAreaLimits(Limits):
    """PF31: how near to the trim type may stand."""

    margin: float = option(NumberKind(0, 500), "millimetres within the trim", default=3)


CHECK: Final[PressCheck[TypeAreaLimits]] = PressCheck(
    id="PF31",
    title="文字超出版心",
    reason="What stands at the trim is cut where the fold and the knife are a little off.",
    source="house rules of newspaper prepress: 3 mm, or the margins of the paper's own type area",
    severity="warning",
    limits=TypeAreaLimits,
    run=lambda subject, limits: run(subject, limits),
)
SLACK_MM: Final = 0.5
"""By which an em may reach out: the ink of its glyphs is smaller."""


def run(subject: PressSubject, limits: TypeAreaLimits) -> Iterator[Finding]:
    """Type that reaches over the edge of the type area; a slug line outside the bleed does not."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: TypeAreaLimits) -> Iterator[PressFault]:
    page = marks.page
    area = grown(page.trim, -mm(limits.margin - SLACK_MM) / page.unit)
    for one in marks.texts:
        if is_within(one.seen, area) or not meets(one.seen, page.node.bleed):
            continue
        edge = min(
            one.seen[0] - page.trim[0],
            one.seen[1] - page.trim[1],
            page.trim[2] - one.seen[2],
            page.trim[3] - one.seen[3],
        )
        yield PressFault(
            key="PF31.outside",
            box=one.seen,
            object=object_of(one),
            mark=one,
            value=to_mm(edge * page.unit),
            limit=limits.margin,
            badness=-edge,
        )
