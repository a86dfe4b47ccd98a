"""PF21: type in rich black has not too much ink."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.ink import inks, percent
from layout.check.press.marks import Marks, each_page, text_paints
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind


@record
class RichBlackLimits(Limits):
    """PF21: what rich black is, and how much of it type may have."""

    most: float = option(NumberKind(0, 400), "per cent of all inks together", default=220)
    black: float = option(
        NumberKind(0, 100), "per cent of black from which a colour counts as black", default=85
    )


CHECK: Final[PressCheck[RichBlackLimits]] = PressCheck(
    id="PF21",
    title="四色黑文字",
    reason="Four inks on one letter set off, and show as coloured edges out of register.",
    source="GWG2015, 4.15 (2): at most 220 % where black is 85 % or more",
    severity="warning",
    limits=RichBlackLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: RichBlackLimits) -> Iterator[Finding]:
    """Type in black with more of the other inks than there may be."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: RichBlackLimits) -> Iterator[PressFault]:
    for one in marks.texts:
        for paint, _ in text_paints(one):
            laid = inks(paint)
            if laid is None or percent(laid.get("Black", 0.0)) < limits.black:
                continue
            total = percent(sum(laid.values()))
            if total > limits.most:
                yield PressFault(
                    key="PF21.rich",
                    box=one.seen,
                    object=object_of(one),
                    mark=one,
                    value=total,
                    limit=limits.most,
                    badness=total,
                )
