"""Scans of several pages laid on an edition: which page of a scan shows which page of ours.

They are taken in order; a page that shows another one than the next of ours, or a whole block
otherwise, is looked for among the rest, and then among the neighbours: pages of the same edition
that were not given. A scan that is none of ours is told with the reason, and so is a page of ours
without one.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, Literal

from layout.compare.changes import called
from layout.compare.scan.model import OurPage, ScanError, ScanFile, ScanOptions
from layout.compare.scan.report import ScanReport, compared
from layout.record import record
from layout.words.said import Language, Said, said

ANOTHER: Final = frozenset({"SCAN-LAY.other", "SCAN-LAY.unlike"})
"""What is said of a scan that shows another page: any other fault is one of this very page."""
MAYBE: Final = frozenset({"SCAN-LAY.framed", "SCAN-LAY.part", "SCAN-LAY.stretched"})
"""Faults of this page that another one under the same frame has as well: the others are tried."""
CLEARER: Final = 0.02
"""By how much more of its pieces another page must be found to be taken instead of this one."""
Neighbours = Callable[[], Sequence[OurPage]]
"""Pages of the same edition that were not given, made when they are asked for."""


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


def no_neighbours() -> Sequence[OurPage]:
    """Of pages of which no other is known."""
    return ()


def compared_pages(
    sides: Sequence[OurPage],
    scans: Sequence[ScanFile],
    options: ScanOptions,
    neighbours: Neighbours = no_neighbours,
) -> Iterator[PageOfScan]:
    """Each page of the scans compared with that of ours which it shows. Raises `ScanError` of a
    lone page and a lone scan, `PictureError` and `RenderError`."""
    lone = len(sides) == len(scans) == 1
    taken: set[int] = set()
    beside = lru_cache(maxsize=1)(neighbours)
    for number, scan in enumerate(scans):
        order = _order(len(sides), number, taken)
        found = _among(sides, scan, options, order, beside)
        if lone and found.why is not None:
            raise ScanError(found.why)
        if found.page is not None:
            taken.add(found.page)
        yield found


def _order(count: int, number: int, taken: set[int]) -> list[int]:
    """Which pages of ours are tried for a page of the scan: the one of its number, those that have
    no scan yet, the others."""
    return sorted(range(count), key=lambda k: (k in taken, k != number, k))


def _among(
    sides: Sequence[OurPage], scan: ScanFile, options: ScanOptions, order: list[int],
    neighbours: Neighbours,
) -> PageOfScan:  # fmt: skip
    """The page of ours that a page of the scan shows, and how it lies there."""
    best: tuple[int, ScanReport] | None = None
    held: PageOfScan | None = None
    why: Said | None = None
    for page in order:
        try:
            report = compared(sides[page], scan, options)
        except ScanError as exc:
            key = exc.told.key
            if key not in ANOTHER and held is None:
                held = PageOfScan(name=scan.name, page=page, why=exc.told)
            if key not in ANOTHER and key not in MAYBE:
                break
            why = why or exc.told
            continue
        if best is None or _clearer(report, best[1]):
            best = page, report
        if not report.strange:
            break
    if best is not None and not best[1].strange:
        return PageOfScan(name=scan.name, page=best[0], report=best[1])
    if held is not None and held.why is not None and held.why.key not in MAYBE and best is None:
        return held
    other = _neighbour(sides[order[0]], scan, options, neighbours, best and best[1])
    if other is not None:
        return PageOfScan(name=scan.name, why=other)
    if best is not None:
        return PageOfScan(name=scan.name, page=best[0], report=best[1])
    return held or PageOfScan(name=scan.name, why=why)


def _clearer(one: ScanReport, other: ScanReport) -> bool:
    """Whether a scan shows the page of one report rather than that of another."""
    return one.registration.found > other.registration.found + CLEARER


def _neighbour(
    side: OurPage, scan: ScanFile, options: ScanOptions, neighbours: Neighbours,
    best: ScanReport | None,
) -> Said | None:  # fmt: skip
    """What is said of a scan that shows a page of the edition that was not given."""
    for other in neighbours():
        try:
            report = compared(other, scan, options)
        except ScanError:
            continue
        if report.strange or (best is not None and not _clearer(report, best)):
            continue
        return said(
            "SCAN-LAY.neighbour", other=called(other.name), page=called(side.name),
            other_percent=100 * report.registration.found, file=other.source,
        )  # fmt: skip
    return None


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
