"""PF06: a page lies as it is printed, in points."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressSubject
from layout.spec.model.checks import PlainLimits

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF06",
    title="旋转与单位",
    reason="Imposition programs disagree on turned pages and on UserUnit: the page comes out "
    "lying, or at another size.",
    source="ISO 32000-1, table 30; house rules of newspaper prepress",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Each page with a Rotate that turns it, or a UserUnit that scales it."""
    for page in subject.pages:
        if page.node.rotate % 360:
            yield page.finding("PF06.turned", value=page.node.rotate, limit=0)
        if page.node.user_unit != 1.0:
            yield page.finding("PF06.unit", value=page.node.user_unit, limit=1)
