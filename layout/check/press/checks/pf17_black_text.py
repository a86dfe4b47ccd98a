"""PF17: small black type overprints."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.ink import is_black, is_gray, overprints
from layout.check.press.marks import Marks, each_page, text_paints
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class BlackTextLimits(Limits):
    """PF17: which black type must overprint."""

    below: float = option(NumberKind(0, 1000), "points; larger type may knock out", default=12)


CHECK: Final[PressCheck[BlackTextLimits]] = PressCheck(
    id="PF17",
    title="小号黑字叠印",
    reason="Where black type knocks out of a tint, white paper shows round it when the plates are "
    "out of register by a tenth of a millimetre.",
    source="GWG2015, 4.9 (2): type below 12 pt in 100 K overprints, with OPM 1 in DeviceCMYK",
    severity="warning",
    limits=BlackTextLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: BlackTextLimits) -> Iterator[Finding]:
    """Small type in 100 K that knocks out. What is in grey is PF20's."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: BlackTextLimits) -> Iterator[PressFault]:
    for one in marks.texts:
        size = marks.size(one)
        if size >= limits.below:
            continue
        for paint, flag in text_paints(one):
            if not is_black(paint) or is_gray(paint):
                continue
            if not overprints(paint, flag=flag, mode=one.look.overprint_mode):
                yield PressFault(
                    key="PF17.mode" if flag else "PF17.knocks-out",
                    box=one.seen,
                    object=object_of(one),
                    mark=one,
                    value=size,
                    limit=limits.below,
                    badness=-size,
                )
