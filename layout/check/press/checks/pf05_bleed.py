"""PF05: trim within bleed within media; what touches the trim goes on beyond it."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.subject import PressPage, PressSubject
from layout.pdf.matrix import Box, is_within
from layout.pdf.painted import PageContents, Painted
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import NumberKind
from layout.units import mm, to_mm

SLACK: Final = 0.02
"""Points: boxes are written with few digits."""
TOUCHES: Final = mm(0.1)
SIDES: Final = ("PF05.left", "PF05.bottom", "PF05.right", "PF05.top")


@record
class BleedLimits(Limits):
    """How far what is cut must go on."""

    least: float = option(NumberKind(0, 100), "mm beyond the trim, of what touches it", default=3.0)
    by: float = option(NumberKind(0, 10), "mm by which that may be less", default=0.1)


CHECK: Final[PressCheck[BleedLimits]] = PressCheck(
    id="PF05",
    title="出血",
    reason="Paper is cut half a millimetre off at times: a picture that ends at the trim shows a "
    "white edge.",
    source="ISO 15930-4 and 15930-7 (boxes, second-hand); house rules: 3 mm",
    severity="error",
    limits=BleedLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: BleedLimits) -> Iterator[Finding]:
    """The boxes of each page in one another, then what touches the trim."""
    for page in subject.pages:
        yield from _boxes(page)
    for page, contents in subject.contents():
        yield from _art(page, contents, limits)


def _boxes(page: PressPage) -> Iterator[Finding]:
    node = page.node
    if "MediaBox" not in node.boxes:
        yield page.finding("PF05.no-media")
    for bad in node.bad_boxes:
        if bad not in ("TrimBox", "MediaBox"):  # the one is PF04's, the other is missing
            yield page.finding("PF05.bad", object=bad)
    trim, bleed, media = node.trim, node.bleed, node.media
    # Where there is no trim PF04 says so; the sheet that stands in for it is no part of a bleed.
    given = "TrimBox" in node.boxes or "ArtBox" in node.boxes
    if given and not is_within(trim, media, SLACK):
        yield page.finding("PF05.trim", trim, object="MediaBox")
    elif given and not is_within(trim, bleed, SLACK):
        yield page.finding("PF05.trim", trim, object="BleedBox")
    if "BleedBox" in node.boxes and not is_within(bleed, media, SLACK):
        yield page.finding("PF05.bleed", bleed)
    crop = node.boxes.get("CropBox")
    if given and crop is not None and not is_within(trim, crop, SLACK):
        yield page.finding("PF05.trim", trim, object="CropBox", severity="warning")


def _art(page: PressPage, contents: PageContents, limits: BleedLimits) -> Iterator[Finding]:
    """At each side of the trim the least that anything which touches it goes beyond."""
    # ISO 32000-1, table 30: where there is no BleedBox the CropBox stands for it, else the sheet.
    boxes = page.node.boxes
    trim, bleed = page.trim, boxes.get("BleedBox", boxes.get("CropBox", page.media))
    least: dict[int, tuple[float, Painted]] = {}
    for one in contents.painted:
        if one.invisible or one.inside("mask") or not _shows(one) or not _inside(one.seen, trim):
            continue
        for side in range(4):
            sign = -1 if side < 2 else 1
            beyond = sign * (one.seen[side] - trim[side])
            if beyond < -TOUCHES:
                continue
            room = sign * (bleed[side] - trim[side])
            value = to_mm(max(0.0, min(beyond, room)) * page.unit)
            if value < limits.least - limits.by and value < least.get(side, (1e9, one))[0]:
                least[side] = (value, one)
    for side, (value, one) in sorted(least.items()):
        yield page.finding(
            SIDES[side], one.seen, severity="warning", value=value, limit=limits.least
        )


def _shows(one: Painted) -> bool:
    return not (one.paints and all(paint.white for paint in one.paints))


def _inside(seen: Box, trim: Box) -> bool:
    """Whether part of it is on the finished page, more than a hair."""
    return (
        seen[2] > trim[0] + TOUCHES
        and seen[0] < trim[2] - TOUCHES
        and seen[3] > trim[1] + TOUCHES
        and seen[1] < trim[3] - TOUCHES
    )
