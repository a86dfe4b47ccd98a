"""The ink of a page of any PDF, measured as fast as a check of it may be.

A mean over 15 mm² needs no fine pixels: at 75 ppi a square has 131 of them, each smoothed by what
covers it. What comes near the limit is measured again at the resolution of a plate.
"""

from typing import Final

from layout.color import GOOD_INK
from layout.pdf.document import PdfDocument
from layout.plates.coverage import InkCoverage, measure
from layout.plates.drawn import FINER
from layout.plates.pdf import plates_of_pdf
from layout.plates.plate import Plates

COARSE_DPI: Final = 75.0
FINE_DPI: Final = 150.0
NEAR: Final = 10.0
"""Per cent from the limit within which the most ink is measured finely. Of the pages of this
project the two resolutions differ by less than half of it: docs/plates.md."""


def ink_of_pdf(
    document: PdfDocument, number: int, limit: float = float(GOOD_INK)
) -> tuple[Plates, InkCoverage]:
    """The plates of a page, counted from 1, and what they measure.

    Raises `PlateError`, `PdfError`, `RenderError`.
    """
    plates = plates_of_pdf(document, number, COARSE_DPI)
    found = measure(plates, limit)
    if abs(found.most_mean.percent - limit) <= NEAR:
        plates = plates_of_pdf(document, number, FINE_DPI, FINER)
        found = measure(plates, limit)
    return plates, found
