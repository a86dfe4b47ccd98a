"""PF07: a page with nothing on it."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressSubject
from layout.pdf.matrix import meets
from layout.spec.model.checks import PlainLimits

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF07",
    title="空白页",
    reason="A page on which nothing stands inside the trim is nearly always an export gone wrong.",
    source="house rules of newspaper prepress",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Each page that paints nothing within its trim."""
    if not subject.pages:
        yield subject.finding("PF07.no-pages")
    for page, contents in subject.contents():
        shown = (p for p in contents.painted if not p.invisible and not p.inside("mask"))
        if not any(meets(p.seen, page.trim) for p in shown):
            yield page.finding("PF07.empty")
