"""The plates of PDFs of anyone's: what each plate has where inks meet."""

import contextlib
import io
import random

import numpy as np
import pikepdf
import pytest
from PIL import Image

from layout.color import PROCESS
from layout.errors import BanxinError
from layout.pdf.document import open_pdf
from layout.pdf.limits import LimitError
from layout.plates.pdf import plates_of_pdf
from tests.plates.madeplates import at, near
from tests.plates.sheets import SHEETS, UNMEASURED, Build, Sheet, image


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


def jpeg_2000(mode: str, ink: tuple[int, ...], **more: object) -> Build:
    def build(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        out = io.BytesIO()
        Image.new(mode, (64, 64), ink).save(out, "JPEG2000")
        made = image(pdf, b"", 64, 64, **more)
        made.write(out.getvalue(), filter=pikepdf.Name.JPXDecode)
        return pikepdf.Dictionary(XObject=pikepdf.Dictionary(JPX=made))

    return build


JPX = "q 80 0 0 80 10 10 cm /JPX Do Q"
IN_INKS = {"Cyan": 40, "Yellow": 100, "Black": 20}


@pytest.mark.parametrize(
    ("mode", "ink", "more", "inks"),
    [
        ("L", (102,), {"ColorSpace": pikepdf.Name.DeviceGray}, {"Black": 60}),
        ("L", (102,), {}, {"Black": 60}),
        ("CMYK", (102, 0, 255, 51), {"ColorSpace": pikepdf.Name.DeviceCMYK}, IN_INKS),
        ("CMYK", (102, 0, 255, 51), {}, IN_INKS),
    ],
)
def test_jpeg_2000_is_measured(
    mode: str, ink: tuple[int, ...], more: dict[str, object], inks: dict[str, int]
) -> None:
    sheet = Sheet(JPX, {}, jpeg_2000(mode, ink, **more))
    plates = plates_of_pdf(open_pdf(sheet.pdf()), 1, 72.0)
    assert plates.missed == ()
    assert near(at(plates, 50, 50), inks)
    assert near(at(plates, 5, 5), {})


@pytest.mark.parametrize(
    ("mode", "ink", "more"),
    [
        ("LA", (102, 128), {}),  # an alpha of its own
        ("RGB", (9, 9, 9), {}),  # colours that only it itself says, and no inks
        ("L", (102,), {"ColorSpace": pikepdf.Name.DeviceGray, "SMaskInData": 1}),
        ("CMYK", (1, 2, 3, 4), {"ColorSpace": pikepdf.Name.DeviceGray}),
    ],
)
def test_jpeg_2000_that_says_otherwise_is_told(
    mode: str, ink: tuple[int, ...], more: dict[str, object]
) -> None:
    sheet = Sheet(JPX, {}, jpeg_2000(mode, ink, **more))
    missed = plates_of_pdf(open_pdf(sheet.pdf()), 1, 36.0).missed
    assert [one.key for one in missed] in (["part.plates-jpx"], ["part.plates-picture"])


ODD = ("-1", "99999999999", "/NOSUCH", "[", "(", "<FF>", "<<", "true", "null", "BI", "Q")


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_ends_in_anything_but_a_message(seed: int) -> None:
    """Words of the content and of the objects are taken out, doubled or put in place of others."""
    chance = random.Random(seed)
    sheet = chance.choice(list(SHEETS.values()))
    words = sheet.content.split()
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(words))
        words[at : at + chance.randint(0, 2)] = chance.choices(
            [
                *words,
                *[
                    "-1",
                    "99999999999",
                    "/NOSUCH",
                    "[",
                    "(",
                    "<FF>",
                    "<<",
                    "true",
                    "null",
                    "BI",
                    "Q",
                ],
            ],
            k=chance.randint(0, 3),
        )
        words = words or ["q"]
    data = bytearray(sheet._replace(content=" ".join(words)).pdf())
    if seed % 2:
        for _ in range(3):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    with contextlib.suppress(BanxinError):
        made = plates_of_pdf(open_pdf(bytes(data)), 1, 36.0)
        assert [p.ink for p in made.plates][:4] == list(PROCESS)


def forms(levels: int) -> Build:
    """Forms each of which draws the next one twice; the first draws itself, too."""

    def made(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        def form(content: bytes, inner: object) -> pikepdf.Object:
            one = pikepdf.Stream(pdf, content)
            one.Type, one.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            one.BBox = pikepdf.Array([0, 0, 100, 100])
            if inner is not None:
                one.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(N=inner))
            return pdf.make_indirect(one)

        inner = form(b"0 0 50 50 re f", None)
        for _ in range(levels):
            inner = form(b"/N Do /N Do /SELF Do", inner)
        inner.Resources.XObject.SELF = inner
        return pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))

    return made


def test_a_form_that_draws_itself_is_told_and_ends() -> None:
    plates = plates_of_pdf(open_pdf(Sheet("/F Do", {}, forms(3)).pdf()), 1, 36.0)
    assert at(plates, 20, 20) == {"Black": 100}
    assert [m.key for m in plates.missed] == ["part.plates-unread"]


def test_forms_that_unfold_without_end_are_refused() -> None:
    """Drawn as often as they are called they would be a million."""
    with pytest.raises(LimitError):
        plates_of_pdf(open_pdf(Sheet("/F Do", {}, forms(20)).pdf()), 1, 36.0)


def test_finer_drawing_gives_the_same_means() -> None:
    document = open_pdf(SHEETS["a picture seen in part"].pdf())
    coarse, fine = (plates_of_pdf(document, 1, 72.0, finer) for finer in (1, 3))
    for one, other in zip(coarse.plates, fine.plates, strict=True):
        assert np.mean(one.tones) == pytest.approx(np.mean(other.tones), abs=2)
