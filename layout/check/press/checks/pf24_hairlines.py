"""PF24: no line is too thin to print."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.ink import SOLID, inks
from layout.check.press.marks import Marks, PressLine, each_page
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class HairlineLimits(Limits):
    """PF24: how thin lines may be."""

    least: float = option(NumberKind(0, 100), "points of a line in one solid ink", default=0.25)
    tinted: float = option(
        NumberKind(0, 100), "points of a line in several inks, or in a tint", default=1
    )


CHECK: Final[PressCheck[HairlineLimits]] = PressCheck(
    id="PF24",
    title="极细线",
    reason="A line of width 0 is one dot of the plate setter wide, and lost in print; a thin line "
    "in a tint is a row of dots.",
    source="GWG2015, 4.17 (2): 0.25 pt; house rules: 1 pt in several inks or a tint",
    severity="warning",
    limits=HairlineLimits,
    run=lambda subject, limits: run(subject, limits),
)
EXACT: Final = 0.0051
"""Points by which a line may be thinner: programs write 0.1 mm and 0.25 pt rounded."""


def run(subject: PressSubject, limits: HairlineLimits) -> Iterator[Finding]:
    """Strokes, and boxes as thin as lines, that are thinner than they may be."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: HairlineLimits) -> Iterator[PressFault]:
    for line in marks.lines:
        tinted = _is_tinted(line)
        limit = max(limits.tinted, limits.least) if tinted else limits.least
        if line.width < limit - EXACT:
            thin = line.width < limits.least - EXACT
            yield PressFault(
                key="PF24.hairline" if thin else "PF24.tinted",
                box=line.box,
                object=object_of(line.mark),
                mark=line.mark,
                value=line.width,
                limit=limits.least if thin else limit,
                badness=-line.width,
            )


def _is_tinted(line: PressLine) -> bool:
    """Whether a line is in several inks or in a tint of one; a white one is in none."""
    laid = inks(line.paint)
    if not laid:
        return False
    return len(laid) > 1 or min(laid.values()) < SOLID
