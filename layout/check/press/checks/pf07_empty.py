"""PF07: a page with nothing on it."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.separated import coverage_of
from layout.check.press.subject import PressPage, PressSubject
from layout.pdf.matrix import Box, common, meets
from layout.pdf.painted import Painted
from layout.spec.model.checks import PlainLimits
from layout.words.said import Said

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF07",
    title="空白页",
    reason="A page on which nothing can be seen inside the trim is nearly always an export gone "
    "wrong.",
    source="house rules of newspaper prepress",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Each page that shows nothing within its trim, and a file without pages."""
    if not subject.pages:
        yield subject.finding("PF07.no-pages")
    for page, contents in subject.contents():
        shown = [one for one in contents.painted if _shows(one, page.trim)]
        if all(one.image is not None and not one.image.mask for one in shown) and (
            not shown or _is_bare(subject, page)
        ):
            yield page.finding("PF07.empty")


def _is_bare(subject: PressSubject, page: PressPage) -> bool:
    """Whether pictures alone stand on a page, and no plate has anything of them."""
    found = coverage_of(subject, page, inked=False)
    if isinstance(found, Said) or found[1] is not None:
        return False
    return not any(found[0].each.values())


def _shows(one: Painted, trim: Box) -> bool:
    """Whether a painting can be seen: it is painted, in the trim, and not white."""
    if one.invisible or one.inside("mask") or not meets(one.seen, trim) or one.clear:
        return False
    if one.path is not None and one.stroke is None and not _has_size(common(one.seen, trim)):
        return False
    return not (one.paints and all(paint.white for paint in one.paints))


def _has_size(box: Box) -> bool:
    """Whether a fill is at least a line: ISO 32000-1, 10.6.5 paints that a device pixel wide."""
    return box[2] > box[0] or box[3] > box[1]
