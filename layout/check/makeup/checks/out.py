"""OUT: ink outside the type area."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding, NotCheckedError
from layout.check.makeup.drawn import em_box, extent, thing_of
from layout.check.makeup.subject import Subject
from layout.display.items import Box, GlyphRun, Item, owner_of
from layout.geometry import Rect
from layout.record import record
from layout.units import EPS_PT, to_mm
from layout.words.said import Said, said

CHECK: Final[Check[Subject]] = Check(
    id="OUT",
    title="出版心",
    reason="The margins are white by agreement with the press; ink in them is cut, soils, or looks "
    "like a slip.",
    source="the type area (版心) of the page's own grid; extents from the faces' outlines",
    severity="warning",
    run=lambda subject: run(subject),
)


@record
class _Ink:
    """Where something is inked, and the words or the thing and the block by which it is told."""

    rect: Rect
    text: str = ""
    thing: Said | str = ""
    node: str = ""


def run(subject: Subject) -> Iterator[Finding]:
    """Each item whose ink reaches beyond the type area, by the outlines of its glyphs. What
    reaches the edge of the bleed is meant to."""
    page = subject.page
    area = page.grid.type_area
    most = subject.points(subject.rules.out.by)
    for item in page.items:
        if isinstance(item, Box) and item.role == "quiet":
            continue  # white, which no press prints
        rough = extent(item)
        if isinstance(item, GlyphRun):
            rough = rough.inset(-item.size, -item.size, -item.size, -item.size)
        if _beyond(rough, area) <= most + EPS_PT:
            continue
        ink = _ink(subject, item)
        by = _beyond(ink.rect, area)
        if by <= most + EPS_PT or _bleeds(subject, ink.rect):
            continue
        name = subject.block_of(owner_of(item.node), ink.rect)
        off = _off_page(subject, ink.rect)
        if subject.in_fault(name) and not off:
            continue  # told as what does not fit its place
        yield Finding(
            said=_told(ink, by, most),
            where=subject.places.get(name, subject.place),
            spot=subject.spot(ink.rect),
            about=(name,),
            severity="error" if off else None,
        )


def _told(ink: _Ink, by: float, most: float) -> Said:
    out_mm, most_mm = to_mm(by), to_mm(most)
    if not ink.thing:
        return said("OUT.words", text=ink.text, out_mm=out_mm, most_mm=most_mm)
    return said("OUT.thing", thing=ink.thing, node=ink.node, out_mm=out_mm, most_mm=most_mm)


def _beyond(rect: Rect, area: Rect) -> float:
    """How far a rectangle reaches out on its worst side."""
    return max(area.x - rect.x, area.y - rect.y, rect.right - area.right, rect.bottom - area.bottom)


def _bleeds(subject: Subject, rect: Rect) -> bool:
    """Whether it goes beyond the trim by the whole bleed, as only what is meant to does."""
    page, bleed = subject.page, subject.page.bleed
    whole = Rect(0.0, 0.0, page.width, page.height)
    return bleed > 0 and _beyond(rect, whole) >= bleed - EPS_PT


def _off_page(subject: Subject, rect: Rect) -> bool:
    """Whether some of it is cut off with the margins."""
    return _beyond(rect, Rect(0.0, 0.0, subject.page.width, subject.page.height)) > EPS_PT


def _ink(subject: Subject, item: Item) -> _Ink:
    if not isinstance(item, GlyphRun):
        return _Ink(rect=extent(item), thing=thing_of(item), node=owner_of(item.node))
    if not subject.inks.outlined:
        raise NotCheckedError(said("part.no-outlines"))
    box = subject.inks.hull(item)
    rect = Rect(box[0], box[1], box[2] - box[0], box[3] - box[1]) if box else em_box(item)
    return _Ink(rect=rect, text=item.text.strip())
