"""Scans of several pages laid on an edition: which page of a scan shows which page of ours.

They are taken in order; a page that shows another one than the next of ours is looked for among the
rest. A scan that is none of ours is told with the reason, and so is a page of ours without one.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from layout.compare.changes import called
from layout.compare.scan.model import OurPage, ScanError, ScanFile, ScanOptions
from layout.compare.scan.report import ScanReport, compared
from layout.record import record
from layout.words.said import Language, Said, said

ANOTHER: Final = frozenset({"SCAN-LAY.other", "SCAN-LAY.unlike"})
"""What is said of a scan that shows another page: any other fault is one of this very page."""


@record
class PageOfScan:
    """What came of a page of a scan: its report, or why there is none. `page` is the index of ours
    among those that were given."""

    name: str
    page: int | None = None
    report: ScanReport | None = None
    why: Said | None = None

    def lines(self, lang: Language) -> list[str]:
        """What a person reads of it."""
        if self.report is not None:
            return self.report.lines(lang)
        assert self.why is not None
        return [said("part.scan-none", scan=self.name, why=self.why).words(lang)]


def compared_pages(
    sides: Sequence[OurPage], scans: Sequence[ScanFile], options: ScanOptions
) -> Iterator[PageOfScan]:
    """Each page of the scans compared with that of ours which it shows. Raises `ScanError` of a
    lone page and a lone scan, `PictureError` and `RenderError`."""
    if len(sides) == len(scans) == 1:
        yield PageOfScan(name=scans[0].name, page=0, report=compared(sides[0], scans[0], options))
        return
    taken: set[int] = set()
    for number, scan in enumerate(scans):
        yield _found(sides, scan, options, _order(len(sides), number, taken), taken)


def _order(count: int, number: int, taken: set[int]) -> list[int]:
    """Which pages of ours are tried for a page of the scan: the one of its number, those that have
    no scan yet, the others."""
    rest = sorted(range(count), key=lambda k: (k in taken, k != number, k))
    return [k for k in rest if k not in taken] or rest


def _found(
    sides: Sequence[OurPage], scan: ScanFile, options: ScanOptions, order: list[int],
    taken: set[int],
) -> PageOfScan:  # fmt: skip
    why: Said | None = None
    for page in order:
        try:
            report = compared(sides[page], scan, options)
        except ScanError as exc:
            if exc.told.key in ANOTHER:
                why = why or exc.told
                continue
            taken.add(page)
            return PageOfScan(name=scan.name, page=page, why=exc.told)
        taken.add(page)
        return PageOfScan(name=scan.name, page=page, report=report)
    return PageOfScan(name=scan.name, why=why)


def alone(sides: Sequence[OurPage], found: Sequence[PageOfScan]) -> bool:
    """Whether it is one page and its scan: there is nothing to sum up."""
    return len(sides) == len(found) == 1


def summary(found: Sequence[PageOfScan]) -> Said:
    """How many pages of scans came out well."""
    other = sum(one.page is None for one in found)
    lost = sum(one.report is None for one in found) - other
    off = sum(one.report is not None and one.report.wanting for one in found)
    return said(
        "part.scan-set", pages=len(found), good=len(found) - lost - off - other, off=off,
        lost=lost, other=other,
    )  # fmt: skip


def status_of(
    sides: Sequence[OurPage], found: Sequence[PageOfScan]
) -> Literal["same", "differ", "lost"]:
    """What came of all: `lost` where a scan shows a page of ours and cannot be compared, or none
    shows any; `differ` where something is off, or on no scan. What shows none is told, no more."""
    if any(one.report is None and one.page is not None for one in found):
        return "lost"
    if all(one.report is None for one in found):
        return "lost"
    good = not any(one.report is not None and one.report.wanting for one in found)
    return "same" if good and not list(without(sides, found)) else "differ"


def as_json(
    sides: Sequence[OurPage], found: Sequence[PageOfScan], lang: Language
) -> dict[str, Any]:
    """What a program reads: of one page and its scan the report itself, else a list of them."""
    if alone(sides, found) and found[0].report is not None:
        return found[0].report.as_json(lang)
    return {
        "scans": [
            {
                "scan": one.name,
                "page": None if one.page is None else sides[one.page].name,
                "report": None if one.report is None else one.report.as_json(lang),
                "message": None if one.why is None else one.why.words(lang),
            }
            for one in found
        ],
        "differs": status_of(sides, found) != "same",
        "without": [side.name for k, side in enumerate(sides) if k not in {o.page for o in found}],
    }


def without(sides: Sequence[OurPage], found: Sequence[PageOfScan]) -> Iterator[Said]:
    """What is said of our pages that no scan shows."""
    shown = {one.page for one in found}
    for page, side in enumerate(sides):
        if page not in shown:
            yield said("part.scan-missing", page=called(side.name))
