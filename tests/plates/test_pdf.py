"""The plates of PDFs of anyone's: what each plate has where inks meet."""

import numpy as np
import pytest

from layout.color import PROCESS
from layout.pdf.document import open_pdf
from layout.plates.pdf import plates_of_pdf
from tests.plates.madeplates import at, near
from tests.plates.sheets import SHEETS, UNMEASURED, Sheet


@pytest.mark.parametrize("name", SHEETS)
def test_every_plate_has_what_lies_on_it(name: str) -> None:
    sheet = SHEETS[name]
    plates = plates_of_pdf(open_pdf(sheet.pdf()), 1, 72.0)
    for place, inks in sheet.probes.items():
        found = at(plates, *place)
        wanted = {ink: percent for ink, percent in inks.items() if percent > 1}
        assert near(found, wanted), (place, found, wanted)


@pytest.mark.parametrize("name", [n for n in SHEETS if n != "RGB"])
def test_what_is_measured_is_not_told(name: str) -> None:
    assert plates_of_pdf(open_pdf(SHEETS[name].pdf()), 1, 36.0).missed == ()


@pytest.mark.parametrize("name", UNMEASURED)
def test_what_is_not_measured_is_told(name: str) -> None:
    sheet, key = UNMEASURED[name]
    assert [m.key for m in plates_of_pdf(open_pdf(sheet.pdf()), 1, 36.0).missed] == [key]


def test_a_page_without_ink_has_four_bare_plates() -> None:
    plates = plates_of_pdf(open_pdf(Sheet("", {}).pdf()), 1, 72.0)
    assert [p.ink for p in plates.plates] == list(PROCESS)
    assert all(p.empty for p in plates.plates)
    assert plates.plates[0].tones.shape == (100, 100)


def test_a_spot_that_nothing_is_painted_in_has_no_plate() -> None:
    sheet = Sheet("0 0 0 1 k 0 0 9 9 re f", {}, SHEETS["a spot"].resources)
    plates = plates_of_pdf(open_pdf(sheet.pdf()), 1, 72.0)
    assert [p.ink for p in plates.plates] == list(PROCESS)


def test_finer_drawing_gives_the_same_means() -> None:
    document = open_pdf(SHEETS["a picture seen in part"].pdf())
    coarse, fine = (plates_of_pdf(document, 1, 72.0, finer) for finer in (1, 3))
    for one, other in zip(coarse.plates, fine.plates, strict=True):
        assert np.mean(one.tones) == pytest.approx(np.mean(other.tones), abs=2)
