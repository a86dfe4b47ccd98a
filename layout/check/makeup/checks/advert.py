"""ADVERT: an advert of another size than was booked, or whose artwork does not fit its frame."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import AdvertFacts, Subject
from layout.diagnostics import Severity
from layout.units import PT_PER_INCH, fits, mm, to_mm
from layout.words.said import Said, said

CELL: Final = mm(15**0.5)
"""Side of the area over which ink is a mean: 15 mm² (GWG 2015, newspaper)."""

CHECK: Final[Check[Subject]] = Check(
    id="ADVERT",
    title="广告不合",
    reason="An advert is paid for by its size, and what is printed of it is its client's: a frame "
    "of another size, white in it, or ink that sets off on the next page is money back.",
    source="rate cards (刊例); 240 % of ink: ISO 12647-3, as a mean of 15 mm²: GWG 2015; the "
    "tolerances are the project's proposal; the word 广告: 广告法, article 14",
    severity="error",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each advert by its frame against what was booked, its artwork against the frame, its ink and
    its mark. What stands in for the artwork is a remark."""
    for advert in subject.adverts:
        yield from _size(subject, advert)
        yield from _shape(subject, advert)
        yield from _ink(subject, advert)
        if not advert.marked:
            told = said("ADVERT.unmarked", block=advert.block)
            yield _finding(subject, advert, told, "info")


def _size(subject: Subject, advert: AdvertFacts) -> Iterator[Finding]:
    if advert.size is None:
        return
    by, (wide, high) = subject.points(subject.rules.advert.by), advert.size
    rect = advert.rect
    if fits(abs(rect.width - wide), by) and fits(abs(rect.height - high), by):
        return
    told = said(
        "ADVERT.size", block=advert.block, booked=advert.booked, wide_mm=to_mm(rect.width),
        high_mm=to_mm(rect.height), booked_wide_mm=to_mm(wide), booked_high_mm=to_mm(high),
        lines=round(high / subject.page.grid.pitch),
    )  # fmt: skip
    yield _finding(subject, advert, told)


def _shape(subject: Subject, advert: AdvertFacts) -> Iterator[Finding]:
    if advert.seen is None:
        return
    seen, rect = advert.seen, advert.rect
    empty = (rect.width - seen.width, rect.height - seen.height)
    if fits(max(empty), subject.points(subject.rules.advert.white)):
        return
    told = said(
        "ADVERT.shape", block=advert.block, file=advert.file, wide_mm=to_mm(rect.width),
        high_mm=to_mm(rect.height), seen_wide_mm=to_mm(seen.width),
        seen_high_mm=to_mm(seen.height),
    )  # fmt: skip
    yield _finding(subject, advert, told, "info" if advert.stands_in else "warning")


def _ink(subject: Subject, advert: AdvertFacts) -> Iterator[Finding]:
    if not advert.file or not advert.ppi or subject.ink is None:
        return
    ink = subject.ink(advert.file, CELL / PT_PER_INCH * advert.ppi)
    limit = subject.rules.advert.ink
    if ink is None or ink.most <= limit:
        return
    told = said(
        "ADVERT.ink", block=advert.block, file=advert.file, percent=ink.most,
        share_percent=ink.over(limit), most_percent=limit,
    )  # fmt: skip
    yield _finding(subject, advert, told, "info" if advert.stands_in else None)


def _finding(
    subject: Subject, advert: AdvertFacts, told: Said, severity: Severity | None = None
) -> Finding:
    return Finding(
        said=told,
        where=advert.place,
        spot=subject.spot(advert.rect),
        about=tuple(name for name in (advert.block, advert.file, advert.client) if name),
        severity=severity,
    )
