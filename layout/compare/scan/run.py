"""Our page compared with a scan of it: the door of this room.

OpenCV, SciPy's kin, are loaded here and by no other command; where they are missing the extra that
brings them is named.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from layout.compare.scan.model import OurPage, ScanError, ScanFile, ScanOptions
from layout.errors import MissingToolError
from layout.words.said import said

if TYPE_CHECKING:
    from layout.compare.scan.report import ScanReport
    from layout.compare.scan.several import Neighbours, PageOfScan

NEEDED: Final = (("cv2", "opencv-python-headless"), ("numpy", "numpy"))


def missing() -> tuple[str, ...]:
    """The packages that are not here."""
    return tuple(package for module, package in NEEDED if find_spec(module) is None)


def compare_scan(side: OurPage, scan: ScanFile, options: ScanOptions) -> "ScanReport":
    """How a printed page, as a scan shows it, lies beside our page.

    Raises `ScanError` where the scan cannot be laid on the page, `PictureError` or `RenderError`
    where it cannot be read, `MissingToolError` without the extra `scan`.
    """
    _ready()
    from layout.compare.scan.report import compared

    return compared(side, scan, options)


def compare_scans(
    sides: Sequence[OurPage],
    scans: Sequence[ScanFile],
    options: ScanOptions,
    neighbours: "Neighbours | None" = None,
) -> "list[PageOfScan]":
    """How each page of some scans lies beside the page of ours that it shows. A scan of several
    pages is taken as so many. Where one shows none of ours `neighbours` gives the other pages of
    the edition, to say which it shows. Raises as `compare_scan`; where there are several pages,
    what is wrong with one is told of it."""
    _ready()
    from layout.compare.scan.read import pages_of
    from layout.compare.scan.several import compared_pages, no_neighbours

    each = [one for scan in scans for one in pages_of(scan, options.lang)]
    if options.points and len(each) > 1:
        raise ScanError(said("SCAN-POINTS.one", pages=len(each)))
    return list(compared_pages(sides, each, options, neighbours or no_neighbours))


def _ready() -> None:
    lost = missing()
    if lost:
        raise MissingToolError(said("SCAN-TOOLS.missing", packages=lost))
