"""ARTWORK: a PDF or a drawing that is placed, as a press would judge it."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import PlacedArtwork, Subject
from layout.diagnostics import Severity
from layout.display.bleed import AT_EDGE
from layout.units import fits, to_mm
from layout.words.said import Said, said

MOST_TOLD: Final = 8
"""Findings of preflight that are told of one artwork; how many more there are is said."""

CHECK: Final[Check[Subject]] = Check(
    id="ARTWORK",
    title="图稿",
    reason="What comes as a PDF is printed as it comes: a font that is missing, a coarse picture, "
    "too much ink in it is the page's own.",
    source="the checks of preflight by their numbers (docs/preflight.md), at the size at which the "
    "artwork is printed; the tolerance of its size is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each artwork by its box, its size, its bleed, and what preflight says of it."""
    for art in subject.artwork:
        yield from _box(subject, art)
        yield from _size(subject, art)
        yield from _bleed(subject, art)
        yield from _preflight(subject, art)


def _box(subject: Subject, art: PlacedArtwork) -> Iterator[Finding]:
    form = art.form
    if not form.trimmed:
        told = said(
            "ARTWORK.untrimmed", file=art.file, wide_mm=to_mm(form.width),
            high_mm=to_mm(form.height),
        )  # fmt: skip
        yield _finding(subject, art, told)
    if form.facts.notes:
        yield _finding(subject, art, said("ARTWORK.notes", file=art.file, notes=form.facts.notes))


def _size(subject: Subject, art: PlacedArtwork) -> Iterator[Finding]:
    """An advert that was made in another size than it is printed in."""
    form, most = art.form, subject.points(subject.rules.artwork.by)
    off = abs(art.scale - 1) * max(form.width, form.height)
    if art.advert and not fits(off, most):
        told = said(
            "ARTWORK.scaled", file=art.file, wide_mm=to_mm(form.width), high_mm=to_mm(form.height),
            percent=100 * art.scale, printed_wide_mm=to_mm(form.width * art.scale),
            printed_high_mm=to_mm(form.height * art.scale),
        )  # fmt: skip
        yield _finding(subject, art, told)


def _bleed(subject: Subject, art: PlacedArtwork) -> Iterator[Finding]:
    """Artwork at an edge of the page that ends there: what is cut off by a hair leaves white."""
    page, rect = subject.page, art.picture.rect
    gaps = (rect.x, rect.y, page.width - rect.right, page.height - rect.bottom)
    short = [
        said(side)
        for side, gap, has in zip(_SIDES, gaps, art.form.bleed, strict=True)
        if -AT_EDGE <= gap <= AT_EDGE and not fits(page.bleed, has * art.scale)
    ]
    if short and page.bleed > 0:
        told = said(
            "ARTWORK.no-bleed", file=art.file, sides=tuple(short), bleed_mm=to_mm(page.bleed)
        )
        yield _finding(subject, art, told)


_SIDES: Final = ("part.at-left", "part.at-head", "part.at-right", "part.at-foot")


def _preflight(subject: Subject, art: PlacedArtwork) -> Iterator[Finding]:
    from layout.check.press.placed import preflight_art  # for pages that place any

    report = preflight_art(art.form, art.file, art.scale, subject.page.press, subject.spots)
    found = [d for d in report.found if d.said is not None]
    for one in found[:MOST_TOLD]:
        assert one.said is not None
        told = said("ARTWORK.preflight", file=art.file, number=one.code[2:], what=one.said)
        yield _finding(subject, art, told, one.severity)
    if len(found) > MOST_TOLD:
        worst = found[MOST_TOLD].severity
        told = said("ARTWORK.more", file=art.file, count=len(found) - MOST_TOLD)
        yield _finding(subject, art, told, worst)
    left_out: dict[Said, list[str]] = {}
    for left in report.unchecked:
        if left.why is not None:
            left_out.setdefault(left.why, []).append(left.id[2:])
    for why, numbers in left_out.items():  # often all for one reason
        told = said("ARTWORK.unread", file=art.file, number=tuple(numbers), why=why)
        yield _finding(subject, art, told, "error" if _undecoded(why) else "info")


def _undecoded(why: Said) -> bool:
    """Whether a check could not be run for a picture that nobody can decode: what a press makes of
    it is anyone's guess."""
    return why.key == "part.plates-picture" or any(
        isinstance(value, Said) and _undecoded(value) for _, value in why.values
    )


def _finding(
    subject: Subject, art: PlacedArtwork, told: Said, severity: Severity | None = None
) -> Finding:
    if art.picture.stands_in:
        severity = "info"
    return Finding(
        said=told,
        where=art.place,
        spot=subject.spot(art.picture.rect),
        about=(art.block, art.file),
        severity=severity,
    )
