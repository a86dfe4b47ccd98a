"""PF19: white does not overprint."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.ink import is_white
from layout.check.press.marks import Marks, each_page, seen_paints
from layout.check.press.subject import PressSubject
from layout.pdf.painted import Painted
from layout.spec.model.checks import PlainLimits

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF19",
    title="白色叠印",
    reason="White that overprints is not there: what it should have spared is printed.",
    source="GWG2015, 4.7 and 4.8 (2); ISO 32000-1, 8.6.7 (overprint mode 1 lays no tint of 0)",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Type, paths and stencils in white that are set to overprint, in whichever mode: a RIP, or
    the next program, may take another one."""
    return each_page(subject, _faults)


def _faults(marks: Marks) -> Iterator[PressFault]:
    for one in marks.printed:
        if one.shading is not None or (one.image is not None and not one.image.mask):
            continue
        if _is_white_over(one):
            yield PressFault(key="PF19.white", box=one.seen, object=object_of(one), mark=one)


def _is_white_over(one: Painted) -> bool:
    fill, stroke = seen_paints(one)
    return (one.look.overprint_fill and is_white(fill)) or (
        one.look.overprint_stroke and is_white(stroke)
    )
