"""PF27: encryption, scripts, forms, actions, and annotations where the page is printed."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressPage, PressSubject
from layout.pdf.hazards import Hazards, read_hazards
from layout.pdf.matrix import Box, around
from layout.pdf.painted import Annotation
from layout.spec.model.checks import PlainLimits

ON_THE_SHEET: Final = frozenset({"TrapNet"})
"""Annotations that a press file may have anywhere."""
STILL: Final = frozenset(
    {"Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight",
     "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "PrinterMark",
     "TrapNet", "Watermark", "Redact"}
)  # fmt: skip
"""Annotations that may stand beside the page; those that move, sound or are files may not, and
those that nobody knows."""

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF27",
    title="加密与交互",
    reason="A locked file cannot be imposed; a note or a form's field may print, or not, as the "
    "RIP likes; a script has no business on a press.",
    source="ISO 15930-4 and 15930-7 (second-hand)",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Encryption, then what acts, then annotations in the bleed."""
    if subject.document.encrypted:
        yield subject.finding("PF27.encrypted")
    hazards: Hazards = subject.once("hazards", lambda: read_hazards(subject.document))
    for at in hazards.scripts:
        yield subject.finding("PF27.script", object=at)
    for kind, at in hazards.actions:
        if at not in hazards.scripts:
            yield subject.finding("PF27.action", value=kind, object=at)
    for at in hazards.more_actions:
        if at not in hazards.scripts and at not in {a for _, a in hazards.actions}:
            yield subject.finding("PF27.action", value="AA", object=at)
    if hazards.fields or hazards.xfa:
        yield subject.finding("PF27.form", value=hazards.fields, limit=0)
    if hazards.attachments:
        yield subject.finding("PF27.attachment", severity="warning")
    for page, contents in subject.contents():
        printed = around(page.trim, page.bleed)
        for one in contents.annotations:
            if one.subtype not in STILL or (
                one.subtype not in ON_THE_SHEET and _touches(one, printed)
            ):
                yield _told(page, one)


def _told(page: PressPage, one: Annotation) -> Finding:
    box = one.rect if one.rect is not None else page.trim
    return page.finding("PF27.annotation", box, value=one.subtype, object=one.reference)


def _touches(one: Annotation, printed: Box) -> bool:
    """Whether it reaches into what is printed; one without a rectangle may."""
    if one.rect is None:
        return True
    x0, y0, x1, y1 = one.rect
    return x0 < printed[2] and x1 > printed[0] and y0 < printed[3] and y1 > printed[1]
