"""PF25: transparency, which PDF/X-1a has none of; and the space in which PDF/X-4 blends."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import Gathered, PressCheck, gathered
from layout.check.press.subject import PressPage, PressSubject
from layout.pdf.matrix import Box
from layout.pdf.painted import PageContents, Painted, TransparencyGroup
from layout.pdf.spaces import ColorSpace
from layout.spec.model.checks import PlainLimits

PLAIN: Final = ("Normal", "Compatible")

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF25",
    title="透明",
    reason="PDF/X-1a has no transparency, and a RIP that meets some flattens it as it likes; in "
    "PDF/X-4 a group that blends in RGB changes every colour in it.",
    source="ISO 15930-4 and 15930-7 (second-hand); ISO 32000-1, 11",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """In X-1a any transparency; else the colour spaces of groups that are none of a press."""
    for page, contents in subject.contents():
        if subject.standard == "x1a":
            yield from _any(page, contents)
        elif subject.standard == "x4":
            yield from _spaces(page, contents)


def _any(page: PressPage, contents: PageContents) -> Iterator[Finding]:
    for key, met in gathered(_met(contents)):
        yield _told(page, key, met)
    for group in contents.groups:
        if not group.of_mask:  # a mask is told by what it veils
            yield page.finding("PF25.group", object=group.reference)


def _met(contents: PageContents) -> Iterator[tuple[str, Box, Painted]]:
    for one in contents.painted:
        if _see_through(one):
            yield "PF25.opacity", one.seen, one
        if one.look.blend not in PLAIN:
            yield "PF25.blend", one.seen, one
        if one.look.soft_mask:
            yield "PF25.mask", one.seen, one
        image = one.image
        if image is not None and (image.soft_mask is not None or image.mask_in_data):
            yield "PF25.picture", one.seen, one


def _see_through(one: Painted) -> bool:
    """Whether what is painted has an opacity of less than 1; that of a stroke counts for one."""
    fills = one.fill is not None or one.stroke is None
    strokes = one.stroke is not None
    look = one.look
    return (fills and look.alpha_fill != 1) or (strokes and look.alpha_stroke != 1)


def _told(page: PressPage, key: str, met: Gathered[Painted]) -> Finding:
    one, number = met.first, met.number
    if key == "PF25.opacity":
        least = min(one.look.alpha_fill, one.look.alpha_stroke) * 100
        return page.finding(
            "PF25.opacity", met.box, value=least, limit=100, number=number, object=one.source
        )
    if key == "PF25.blend":
        return page.finding(
            "PF25.blend", met.box, value=one.look.blend, number=number, object=one.source
        )
    at = one.image.reference if key == "PF25.picture" and one.image is not None else one.source
    return page.finding(key, met.box, number=number, object=at)


def _spaces(page: PressPage, contents: PageContents) -> Iterator[Finding]:
    for group in contents.groups:
        if group.space is not None and not _of_press(group, group.space):
            key = "PF25.page-space" if group.of_page else "PF25.space"
            yield page.finding(key, value=group.space.family, object=group.reference)


def _of_press(group: TransparencyGroup, space: ColorSpace) -> bool:
    """Whether a group may blend in a space: CMYK, or a mask in grey, which only says how much."""
    if not space.known:
        return False
    flat = space.flat
    if flat.family in ("DeviceCMYK", "ICCBased"):
        return flat.components == 4 or (group.of_mask and flat.components == 1)
    return group.of_mask and flat.family in ("DeviceGray", "CalGray")
