"""The ink of a page measured fast, and finely where it comes near the limit."""

import pytest

from layout.pdf.document import open_pdf
from layout.plates.inkcheck import COARSE_DPI, FINE_DPI, ink_of_pdf
from tests.plates.sheets import Sheet


@pytest.mark.parametrize(
    ("inks", "dpi", "good"),
    [
        ("0.3 0.3 0.3 0.3", COARSE_DPI, True),
        ("0.6 0.6 0.6 0.59", FINE_DPI, True),
        ("0.6 0.6 0.6 0.6", FINE_DPI, True),
        ("0.6 0.6 0.62 0.62", FINE_DPI, False),
        ("1 1 1 1", COARSE_DPI, False),
    ],
)
def test_near_the_limit_it_is_measured_finely(inks: str, dpi: float, good: bool) -> None:
    plates, found = ink_of_pdf(open_pdf(Sheet(f"{inks} k 20 20 60 60 re f", {}).pdf()), 1, 240)
    assert plates.dpi == dpi
    assert found.good is good


def test_over_the_limit_the_place_is_known() -> None:
    sheet = Sheet("1 1 1 0 k 20 20 60 60 re f", {})
    [box] = ink_of_pdf(open_pdf(sheet.pdf()), 1)[1].over_means.boxes
    assert tuple(box) == pytest.approx((7, 7, 28.2, 28.2), abs=2)
