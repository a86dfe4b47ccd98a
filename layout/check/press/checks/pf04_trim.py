"""PF04: the finished page is given, and is as large as it should be."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressPage, PressSubject
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind
from layout.units import ROUNDING, to_mm

_SIDE: Final = NumberKind(1, 10_000)


@record
class TrimLimits(Limits):
    """How large the finished page should be."""

    width: float | None = option(_SIDE, "of the finished page in mm; any where it is not given")
    height: float | None = option(_SIDE, "of the finished page in mm; any where it is not given")
    by: float = option(NumberKind(0, 100), "mm by which it may differ", default=0.1)


CHECK: Final[PressCheck[TrimLimits]] = PressCheck(
    id="PF04",
    title="成品框",
    reason="The page is cut and placed by its TrimBox; without one the sheet is taken for "
    "the page.",
    source="ISO 15930-4 and 15930-7 (second-hand): a TrimBox or an ArtBox, not both",
    severity="error",
    limits=TrimLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: TrimLimits) -> Iterator[Finding]:
    """The TrimBox of each page, and the size of what is the finished page."""
    for page in subject.pages:
        boxes = page.node.boxes
        if "TrimBox" in page.node.bad_boxes:
            yield page.finding("PF04.bad", page.media)
            continue
        if "TrimBox" not in boxes:
            yield page.finding("PF04.art" if "ArtBox" in boxes else "PF04.none", page.media)
        elif "ArtBox" in boxes:
            yield page.finding("PF04.both", boxes["ArtBox"])
        yield from _size(page, limits)


def _size(page: PressPage, limits: TrimLimits) -> Iterator[Finding]:
    left, bottom, right, top = page.node.trim
    width, height = to_mm((right - left) * page.unit), to_mm((top - bottom) * page.unit)
    if width <= 0 or height <= 0:
        yield page.finding("PF04.bad", page.media)
        return
    for value, wanted, key in (
        (width, limits.width, "PF04.width"),
        (height, limits.height, "PF04.height"),
    ):
        if wanted is not None and abs(value - wanted) > limits.by + ROUNDING:
            yield page.finding(key, value=value, limit=wanted, by=limits.by)
