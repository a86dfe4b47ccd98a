"""INK: more ink on one place than the press takes, where black stands on colours and pictures."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import Subject
from layout.diagnostics import Severity, beginning
from layout.display.items import GlyphRun, owner_of
from layout.display.overprint import SMALL_TYPE_PT, overprints
from layout.geometry import Rect
from layout.units import EM_ASCENT, PT_PER_INCH, mm
from layout.words.said import said

CELL: Final = mm(15**0.5)
"""Side of the area over which a picture's ink is a mean: 15 mm² (GWG 2015, newspaper)."""
SHOWN: Final = 16  # characters that a message quotes

CHECK: Final[Check[Subject]] = Check(
    id="INK",
    title="墨量过大",
    reason="Ink beyond what the paper takes sets off on the next page. Black type on so much of it "
    "cannot overprint: it knocks out, and white shows beside it where the plates do not meet.",
    source="`ink_limit` of the press, 240 % where it is not said (ISO 12647-3); of a picture as a "
    "mean of 15 mm², and that black type below 12 pt overprints: GWG 2015, newspaper",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Black type that has to knock out of what it stands on, once for all of a block and a ground;
    and pictures in inks of their own. Colours as they are written are told by `banxin build`."""
    yield from _type(subject)
    yield from _pictures(subject)


def _type(subject: Subject) -> Iterator[Finding]:
    told: dict[tuple[str, float], list[GlyphRun]] = {}
    page = subject.page
    for item, how in zip(page.items, overprints(page, subject.look), strict=True):
        if isinstance(item, GlyphRun) and how.inks:
            block = subject.block_of(owner_of(item.node), _rect(item))
            told.setdefault((block, round(how.inks)), []).append(item)
    for (block, inks), runs in told.items():
        smallest = min(runs, key=lambda run: run.size)
        small = smallest.size < SMALL_TYPE_PT
        more = said("part.more-like-it", count=len(runs) - 1) if len(runs) > 1 else ""
        yield Finding(
            said=said(
                "INK.type",
                text=beginning(smallest.text.strip(), SHOWN),
                block=block,
                size_pt=smallest.size,
                percent=100 + inks,
                under_percent=inks,
                most=page.press.ink_limit,
                more=more,
                hint=said("part.ink-small-type" if small else "part.ink-large-type"),
            ),
            where=subject.places.get(block) or subject.block_place(block),
            spot=subject.spot(_rect(smallest)),
            about=tuple(dict.fromkeys((block, owner_of(smallest.node)))),
            severity=None if small else "info",
        )


def _pictures(subject: Subject) -> Iterator[Finding]:
    if subject.ink is None:
        return
    most = subject.page.press.ink_limit
    adverts = {advert.file for advert in subject.adverts}  # ADVERT tells of these
    for shown in subject.shown:
        picture = shown.grain.picture
        if picture.source in adverts:
            continue
        ink = subject.ink(picture.source, CELL / PT_PER_INCH * shown.grain.ppi)
        if ink is None or ink.most <= most:
            continue
        severity: Severity | None = "info" if picture.stands_in else None
        yield Finding(
            said=said(
                "INK.picture", file=picture.source, percent=ink.most,
                share_percent=ink.over(most), most=most,
            ),
            where=shown.place,
            spot=subject.spot(picture.rect),
            about=(shown.block, picture.source),
            severity=severity,
        )  # fmt: skip


def _rect(run: GlyphRun) -> Rect:
    if run.vertical:
        return Rect(run.x - run.size / 2, run.y, run.size, run.width)
    return Rect(run.x, run.y - EM_ASCENT * run.size, run.width, run.size)
