"""The report of a comparison with a scan in HTML: the same as that of two builds, with our page as
A, the print as B, and what was measured as its list."""

from collections.abc import Mapping
from typing import Any

from layout.compare.changes import called
from layout.compare.html import DPI, Names, ReportPage, as_data, both_words, rendered
from layout.compare.places import numbered
from layout.compare.scan.overlay import ScanPictures
from layout.compare.scan.telling import BlockTold
from layout.compare.whose import Whose, named_whose
from layout.units import MM_PER_INCH
from layout.words.said import LANGUAGES, Language, Said, said

Pixels = tuple[float, float, float, float]


def report_html(
    names: tuple[str, str],
    paths: tuple[str, str],
    known: Whose,
    pictures: ScanPictures,
    size_mm: tuple[float, float],
    *,
    lies: tuple[Said, ...],
    told: tuple[BlockTold, ...],
    end: Said,
    lang: Language,
) -> str:
    """The report as one text. `names` are that of our page and that of the scan, `paths` those of
    their files, and `known` is whose the page is."""
    ours = named_whose(names[:1], [known])
    print_of = said("part.scan-print", page=called(names[0]))
    whose: Names = (ours, both_words(print_of) if any(ours.values()) else ours)
    px = DPI / MM_PER_INCH
    width, height = (round(side * px) for side in size_mm)
    page = ReportPage(
        name=both_words(called(names[0])),
        width=width,
        height=height,
        drawn=True,
        a=as_data("image/webp", pictures.webp("ours", (width, height))),
        b=as_data("image/webp", pictures.webp("scan", (width, height))),
        over=as_data("image/webp", pictures.webp("both", (width, height))),
        counts=both_words(end),
        changes=numbered([_row(one, px) for one in told], width),
        whose=whose,
        notes=(),
    )
    return rendered(paths, [page], whose=whose, last=end, told=list(lies), lang=lang)


def _row(one: BlockTold, px: float) -> Mapping[str, Any]:
    """A row of the list; what is off is marked where it ought to be and where it is."""
    left, top, right, bottom = one.box
    dx, dy = (one.shift.dx or 0.0, one.shift.dy or 0.0) if one.shift is not None else (0.0, 0.0)
    was = _pixels(left, top, right, bottom, px)
    now = _pixels(left + dx, top + dy, right + dx, bottom + dy, px)
    kind = said("part.scan-kind-off" if one.off else "part.scan-kind-good")
    if not one.seen:
        kind = said("part.scan-kind-unseen")
    return {
        "words": {lang: one.said.words(lang) for lang in LANGUAGES},
        "kind": both_words(kind),
        "block": "",
        "place": None,
        "rect": was,
        "was": was if one.off and now != was else None,
        "now": now if one.off else None,
        "same": now == was,
        "way": None,
    }


def _pixels(left: float, top: float, right: float, bottom: float, px: float) -> Pixels:
    return (
        round(left * px, 1),
        round(top * px, 1),
        round((right - left) * px, 1),
        round((bottom - top) * px, 1),
    )
