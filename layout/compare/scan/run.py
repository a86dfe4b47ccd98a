"""Our page compared with a scan of it: the door of this room.

OpenCV, SciPy's kin, are loaded here and by no other command; where they are missing the extra that
brings them is named.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from layout.compare.scan.model import OurPage, ScanFile, ScanOptions
from layout.errors import MissingToolError
from layout.words.said import said

if TYPE_CHECKING:
    from layout.compare.scan.report import ScanReport

NEEDED: Final = (("cv2", "opencv-python-headless"), ("numpy", "numpy"))


def missing() -> tuple[str, ...]:
    """The packages that are not here."""
    return tuple(package for module, package in NEEDED if find_spec(module) is None)


def compare_scan(side: OurPage, scan: ScanFile, options: ScanOptions) -> "ScanReport":
    """How a printed page, as a scan shows it, lies beside our page.

    Raises `ScanError` where the scan cannot be laid on the page, `PictureError` or `RenderError`
    where it cannot be read, `MissingToolError` without the extra `scan`.
    """
    lost = missing()
    if lost:
        raise MissingToolError(said("SCAN-TOOLS.missing", packages=lost))
    from layout.compare.scan.report import compared

    return compared(side, scan, options)
