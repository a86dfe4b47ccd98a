"""The two rasters that are compared: our page from its PDF, and the scan from its file."""

from typing import Final, NamedTuple

import numpy as np

from layout.compare.scan.model import ScanFile
from layout.compare.scan.raster import WORK_DPI, Grey, GreyRaster
from layout.pictures.scans import grey_scan, sheets
from layout.record import replace
from layout.render.png import PdfPages, grey_page, grey_sheet
from layout.words.said import Language, said

FINER: Final = 4
"""Times as fine as it is measured: pdfium puts the edges of rules on whole pixels."""
SHEET_DPI: Final = 200.0
SHEET_SIDES: Final = (2500, 6500)
"""Pixels of the longer side of a PDF's page: some scanners write a page of a point a pixel."""


class Seen(NamedTuple):
    """A scan in grey. `by` file pixels stand, each way, for one of its; `dpi` is what the file says
    of its own pixels."""

    grey: Grey
    by: float
    dpi: float | None


def our_page(pdf: bytes, index: int) -> GreyRaster:
    """Our page as it is measured. Raises `RenderError`."""
    (width, height), rows = grey_page(pdf, WORK_DPI, index=index, finer=FINER)
    return GreyRaster(np.frombuffer(rows, np.uint8).reshape(height, width), WORK_DPI)


def pages_of(scan: ScanFile, lang: Language) -> list[ScanFile]:
    """The pages of a scan, each as one: a PDF and a TIFF may have several. Raises `PictureError`
    and `RenderError`."""
    if _is_pdf(scan):
        document = PdfPages(scan.data)
        count = document.count
        document.close()
    else:
        count = sheets(scan.data, scan.name)
    if count == 1:
        return [scan]
    return [
        replace(
            scan, page=k, name=said("part.scan-page", file=scan.name, page=k + 1).words(lang)
        )
        for k in range(count)
    ]  # fmt: skip


def _is_pdf(scan: ScanFile) -> bool:
    return b"%PDF-" in scan.data[:1024]


def seen(scan: ScanFile) -> Seen:
    """The scan: a picture, or a page of a PDF. Raises `PictureError` and `RenderError`."""
    if _is_pdf(scan):
        (width, height), rows, dpi = grey_sheet(
            scan.data, index=scan.page, dpi=SHEET_DPI, sides=SHEET_SIDES
        )
        return Seen(np.frombuffer(rows, np.uint8).reshape(height, width), 1.0, dpi)
    read = grey_scan(scan.data, scan.name, page=scan.page)
    grey = np.frombuffer(read.rows, np.uint8).reshape(read.height, read.width)
    return Seen(grey, float(read.by), read.dpi)
