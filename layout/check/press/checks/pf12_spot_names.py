"""PF12: spots whose names are alike but not equal."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.marks import marks_of
from layout.check.press.spots import likeness, spots_of
from layout.check.press.subject import PressSubject
from layout.color import PROCESS
from layout.pdf.matrix import Box
from layout.pdf.painted import Painted
from layout.spec.model.checks import PlainLimits
from layout.words.said import said

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF12",
    title="专色名相近",
    reason="One ink by two names makes two plates.",
    source="GWG2015, 4.19 (2): ambiguous names of spots",
    severity="warning",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Each name that is another one but for case, spaces, dashes or a PANTONE suffix."""
    known: dict[str, list[str]] = {likeness(ink): [ink] for ink in PROCESS}
    for marks in marks_of(subject):
        for name, box in _names(marks.on_sheet).items():
            alike = known.setdefault(likeness(name), [])
            if name not in alike:
                for other in alike[:1]:
                    yield marks.page.finding(
                        "PF12.alike",
                        box,
                        about=(name,),
                        value=name,
                        limit=other,
                        object=said("part.press-spot", name=name),
                    )
                alike.append(name)


def _names(painted: tuple[Painted, ...]) -> dict[str, Box]:
    """The spots of a page, each with the box of its first mark."""
    found: dict[str, Box] = {}
    for one in painted:
        for spot in spots_of(one):
            found.setdefault(spot, one.seen)
    return found
