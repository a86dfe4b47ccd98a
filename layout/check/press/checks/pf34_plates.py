"""PF34: what each plate covers of the page, and which are empty."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding, NotCheckedError
from layout.check.press.check import PressCheck
from layout.check.press.marks import marks_of
from layout.check.press.separated import coverage_of
from layout.check.press.spots import spots_of
from layout.check.press.subject import PressSubject
from layout.spec.model.checks import PlainLimits
from layout.words.said import Said, said

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF34",
    title="版面覆盖率",
    reason="The printer sets the ink keys by it; a plate with nothing on it need not be made, or "
    "something is missing.",
    source="house rules of newspaper prepress",
    severity="info",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)
EMPTY: Final = 0.0002
"""Per cent of a page: less than a dot of the plate setter."""


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """A remark on each page with what every plate covers, and one for each that is empty."""
    missed: Said | None = None
    for marks in marks_of(subject):
        page = marks.page
        found = coverage_of(subject, page, inked=marks.inked)
        if isinstance(found, Said):
            missed = found
            continue
        missed = missed or found[1]
        spots = dict.fromkeys(spot for one in marks.on_sheet for spot in spots_of(one))
        each = dict.fromkeys(spots, 0.0) | found[0].each
        each = {ink: each[ink] for ink in (*found[0].each, *spots)}
        yield page.finding(
            "PF34.covered",
            severity="info",
            value=tuple(
                said("part.press-covers", ink=ink, share=round(share, 2))
                for ink, share in each.items()
            ),
            limit="",
            object="",
        )
        for ink, share in each.items():
            if share < EMPTY:
                yield page.finding(
                    "PF34.empty", severity="info", value=0, limit="", object=ink, ink=ink
                )
    if missed is not None:
        raise NotCheckedError(missed)
