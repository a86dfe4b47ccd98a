"""PF14: nowhere is there more ink than the press takes."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding, NotCheckedError
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, gathered_faults, object_of
from layout.check.press.ink import inks, percent
from layout.check.press.marks import Marks, marks_of
from layout.check.press.separated import coverage_of, page_box
from layout.check.press.subject import PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind
from layout.units import mm
from layout.words.said import Said


@record
class InkLimits(Limits):
    """PF14: how much ink there may be on one spot."""

    most: float = option(NumberKind(0, 400), "per cent of all inks together", default=240)
    window: float = option(
        NumberKind(0.01, 10_000), "square millimetres whose mean counts", default=15
    )


CHECK: Final[PressCheck[InkLimits]] = PressCheck(
    id="PF14",
    title="总墨量",
    reason="More ink than newsprint takes up sets off on the next page and strikes through.",
    source="WAN-IFRA: 240 % coldset (220 by ISO 12647-3:2013 (2)); GWG2015 newspaper (2): 245 % as "
    "a mean over 15 mm²",
    severity="error",
    limits=InkLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: InkLimits) -> Iterator[Finding]:
    """Places inside the trim with too much ink, as the plates have it.

    Where a page's plates can't be made, the colours of its flat shapes are added up instead, which
    proves what it finds and nothing else.
    """
    missed: Said | None = None
    for marks in marks_of(subject):
        found = coverage_of(
            subject, marks.page, inked=marks.inked, limit=limits.most, window=limits.window
        )
        if isinstance(found, Said):
            missed = found
            yield from gathered_faults(marks.page, _flat(marks, limits))
            continue
        coverage, left_out = found
        missed = missed or left_out
        over = coverage.over_means
        for number, place in enumerate(over.boxes):
            yield marks.page.finding(
                "PF14.over" if number == 0 else "PF14.more",
                page_box(marks.page, place),
                value=round(coverage.most_mean.percent, 1),
                limit=limits.most,
                object="",
                area=round(over.area_mm2, 1),
                share=round(over.percent, 2),
                places=over.places,
                x=round(coverage.most_mean.x_mm, 1),
                y=round(coverage.most_mean.y_mm, 1),
            )
    if missed is not None:
        raise NotCheckedError(missed)


def _flat(marks: Marks, limits: InkLimits) -> Iterator[PressFault]:
    """Shapes larger than the window whose own colour is over the limit."""
    least = limits.window * mm(1) ** 2 / marks.page.unit**2
    for one in marks.printed:
        if one.path is None or one.path.shape != "rectangle" or one.fill is None:
            continue
        wide, high = one.seen[2] - one.seen[0], one.seen[3] - one.seen[1]
        total = percent(sum((inks(one.fill) or {}).values()))
        if total > limits.most and wide * high >= least:
            yield PressFault(
                key="PF14.flat",
                box=one.seen,
                object=object_of(one),
                mark=one,
                value=total,
                limit=limits.most,
                badness=total,
            )
