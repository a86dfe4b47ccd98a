"""PF11: spot colours: none, or those that the press has."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault
from layout.check.press.marks import Marks, each_page
from layout.check.press.spots import spots_of
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import ListKind, option
from layout.spec.reader.kinds import FlagKind, TextKind
from layout.words.said import said


@record
class SpotLimits(Limits):
    """PF11: which spots are allowed."""

    allowed: tuple[str, ...] = option(
        ListKind(TextKind(200, copy=False)), "names of spots that the press prints", default=()
    )
    any: bool = option(FlagKind(), "whether any spot is allowed", default=False)


CHECK: Final[PressCheck[SpotLimits]] = PressCheck(
    id="PF11",
    title="专色",
    reason="A spot makes a plate of its own, for which there is no ink on a press of four.",
    source="GWG2015, 4.18 (2); house rules",
    severity="error",
    limits=SpotLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: SpotLimits) -> Iterator[Finding]:
    """Each spot of a page that is not allowed."""
    if limits.any:
        return iter(())
    return each_page(subject, lambda marks: _faults(marks, limits), whole=True)


def _faults(marks: Marks, limits: SpotLimits) -> Iterator[PressFault]:
    for one in marks.on_sheet:
        for spot in spots_of(one):
            if spot not in limits.allowed:
                yield PressFault(
                    key="PF11.spot",
                    box=one.seen,
                    object=said("part.press-spot", name=spot),
                    value=spot,
                    limit=limits.allowed,
                )
