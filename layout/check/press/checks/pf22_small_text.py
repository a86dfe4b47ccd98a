"""PF22: small type is in one ink, and type reversed out of ink is not small."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.ink import inks, is_white
from layout.check.press.marks import Marks, each_page, text_paints
from layout.check.press.subject import PressSubject
from layout.check.press.under import inks_under
from layout.pdf.painted import Painted
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class SmallTextLimits(Limits):
    """PF22: how large type must be that needs register."""

    inks: float = option(NumberKind(0, 1000), "points of type in several inks", default=10)
    reversed: float = option(NumberKind(0, 1000), "points of white type on one ink", default=9)
    reversed_inks: float = option(
        NumberKind(0, 1000), "points of white type on several inks", default=12
    )


CHECK: Final[PressCheck[SmallTextLimits]] = PressCheck(
    id="PF22",
    title="小字套印与反白",
    reason="Thin strokes in several inks blur out of register; white ones fill in.",
    source="GWG2015, 4.16 (2): several inks from 10 pt; house rules: reversed from 9 to 10 pt on "
    "black, 12 to 14 pt on colour",
    severity="warning",
    limits=SmallTextLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: SmallTextLimits) -> Iterator[Finding]:
    """Small type in several inks, and small white type over ink."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: SmallTextLimits) -> Iterator[PressFault]:
    most = max(limits.inks, limits.reversed, limits.reversed_inks)
    for one in marks.texts:
        size = marks.size(one)
        if size >= most:
            continue
        fault = _fault(marks, one, size, limits)
        if fault is not None:
            key, number, limit = fault
            yield PressFault(
                key=key,
                box=one.seen,
                object=object_of(one),
                mark=one,
                value=size,
                limit=limit,
                badness=-size,
                more={"inks": number},
            )


def _fault(
    marks: Marks, one: Painted, size: float, limits: SmallTextLimits
) -> tuple[str, int, float] | None:
    """The key, how many inks, and the size that there should be; None for good type."""
    found = list(text_paints(one))
    paints = [paint for paint, _ in found]
    number = max((len(inks(p) or ()) for p in paints), default=0)
    if number > 1:
        return ("PF22.inks", number, limits.inks) if size < limits.inks else None
    if not paints or not all(is_white(paint) and not over for paint, over in found):
        return None  # white that overprints is PF19's: it spares nothing
    under = inks_under(marks, one)
    limit = limits.reversed_inks if under > 1 else limits.reversed
    return ("PF22.reversed", under, limit) if under and size < limit else None
