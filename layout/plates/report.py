"""What plates measure, as a table for a person and as JSON."""

from collections.abc import Iterator, Mapping

from layout.plates.coverage import BoxMm, InkCoverage, Most, Over
from layout.plates.plate import Plates
from layout.words.said import Language, Said, said


def maker(plates: Plates) -> str:
    """Who separated: as it is chosen on the command line."""
    return "ghostscript" if plates.by == "ghostscript" else "banxin"


def rows(plates: Plates, found: InkCoverage, lang: Language) -> Iterator[tuple[str, str]]:
    """Rows of two columns: each ink with what it covers, the most ink, what is over the limit."""
    for ink, percent in found.each.items():
        told = said("part.plates-each", percent=percent) if percent else said("part.plates-empty")
        yield said("part.plate-ink", ink=ink).words(lang), told.words(lang)
    area, limit = found.window_mm2, found.limit
    yield said("part.plates-most-pixel").words(lang), _most_words(found.most_pixel, lang)
    head = said("part.plates-most-mean", area=area).words(lang)
    yield head, _most_words(found.most_mean, lang)
    head = said("part.plates-over-pixel", limit=limit).words(lang)
    yield head, _over(found.over_pixels, lang)
    head = said("part.plates-over-mean", limit=limit, area=area).words(lang)
    yield head, _over(found.over_means, lang)
    yield from (("", where_of(box).words(lang)) for box in found.over_means.boxes)
    for missed in plates.missed:
        yield said("part.plates-missed").words(lang), missed.words(lang)


def _most_words(most: Most, lang: Language) -> str:
    told = said("part.plates-at", percent=most.percent, x_mm=most.x_mm, y_mm=most.y_mm)
    return told.words(lang)


def _over(over: Over, lang: Language) -> str:
    if not over.places:
        return said("part.plates-nowhere").words(lang)
    return said(
        "part.plates-area", area=over.area_mm2, percent=over.percent, places=over.places
    ).words(lang)


def where_of(box: BoxMm) -> Said:
    """A part of the page in words."""
    return said("part.plates-box", left=box.left, top=box.top, right=box.right, bottom=box.bottom)


def as_json(
    plates: Plates, found: InkCoverage, written: Mapping[str, str], lang: Language
) -> dict[str, object]:
    """The same as JSON: lengths in mm from the trim's top left, ink in per cent."""
    return {
        "page": plates.page,
        "by": maker(plates),
        "dpi": plates.dpi,
        "limit": found.limit,
        "window_mm2": found.window_mm2,
        "inks": {ink: round(percent, 3) for ink, percent in found.each.items()},
        "most": _most(found.most_pixel),
        "most_mean": _most(found.most_mean),
        "over": _over_json(found.over_pixels),
        "over_mean": _over_json(found.over_means),
        "not_measured": [one.words(lang) for one in plates.missed],
        "written": dict(written),
    }


def _most(most: Most) -> dict[str, float]:
    return {
        "percent": round(most.percent, 1),
        "x_mm": round(most.x_mm, 2),
        "y_mm": round(most.y_mm, 2),
    }


def _over_json(over: Over) -> dict[str, object]:
    return {
        "area_mm2": round(over.area_mm2, 2),
        "percent": round(over.percent, 4),
        "places": over.places,
        "boxes_mm": [[round(v, 2) for v in box] for box in over.boxes],
    }
