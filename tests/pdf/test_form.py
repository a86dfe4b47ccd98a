"""A page of a PDF as a form: its boxes, how it is turned, what comes along and what is refused."""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from layout.pdf.alone import alone
from layout.pdf.art import FormError, PlacedForm
from tests.artmade import ORANGE, advert_pdf, form_of, image, page_of, saved


def opened(form: PlacedForm) -> pikepdf.Pdf:
    """A file of its own for a form, without a fault."""
    pdf = pikepdf.open(io.BytesIO(alone(form)))
    assert pdf.check_pdf_syntax() == []
    return pdf


def inner(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Resources.XObject.P


def corners(form: PlacedForm) -> list[tuple[int, ...]]:
    """The colours at the corners of its trim, from the top left clockwise, by pdfium."""
    shot = pypdfium2.PdfDocument(alone(form))[0].render(scale=1).to_pil().convert("RGB")
    left, top, right, bottom = form.bleed
    x0, y0 = left + 3, top + 3
    x1, y1 = shot.width - right - 4, shot.height - bottom - 4
    return [
        shot.getpixel((round(x), round(y))) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    ]


FOUR = b"""1 0 0 0 k 10 60 100 50 re f 0 1 0 0 k 110 60 100 50 re f
0 0 1 0 k 110 10 100 50 re f 0 0 0 1 k 10 10 100 50 re f"""
"""Cyan, magenta, yellow and black at its corners from the top left clockwise."""


def test_the_trim_is_placed_and_what_bleeds_comes_along() -> None:
    form = form_of(advert_pdf(BleedBox=[4, 2, 220, 119]))
    assert (form.width, form.height, form.trimmed, form.pages) == (200.0, 100.0, True, 1)
    assert form.bleed == (6.0, 9.0, 10.0, 8.0)
    pdf = opened(form)
    made = inner(pdf)
    assert [float(v) for v in made.BBox] == [4, 2, 220, 119]
    assert [float(v) for v in made.Matrix] == [1, 0, 0, 1, -10, -10]


@pytest.mark.parametrize(
    ("boxes", "size", "trimmed"),
    [
        ({"ArtBox": [30, 30, 130, 80]}, (100, 50), True),
        ({"CropBox": [30, 30, 130, 90]}, (100, 60), False),
        ({}, (220, 120), False),
        ({"TrimBox": [210, 110, 10, 10]}, (200, 100), True),  # its corners the other way round
        ({"TrimBox": [10, 10, 500, 110]}, (210, 100), True),  # cut off by the MediaBox
        ({"TrimBox": [10, 10, 10, 110], "CropBox": [0, 0, 50, 50]}, (50, 50), False),
        ({"TrimBox": [10, Name.None_, 20, 110]}, (220, 120), False),
    ],
)
def test_what_has_no_trim_is_placed_by_its_next_box(
    boxes: dict[str, Any], size: tuple[float, float], trimmed: bool
) -> None:
    form = form_of(advert_pdf(trim=None, **boxes))
    assert ((form.width, form.height), form.trimmed) == (size, trimmed)


CYAN, MAGENTA, YELLOW, BLACK = range(4)


@pytest.mark.parametrize(
    ("turn", "seen", "bleed"),
    [
        (0, [CYAN, MAGENTA, YELLOW, BLACK], (1, 2, 3, 4)),
        (90, [BLACK, CYAN, MAGENTA, YELLOW], (4, 1, 2, 3)),
        (180, [YELLOW, BLACK, CYAN, MAGENTA], (3, 4, 1, 2)),
        (-90, [MAGENTA, YELLOW, BLACK, CYAN], (2, 3, 4, 1)),
        (450, [BLACK, CYAN, MAGENTA, YELLOW], (4, 1, 2, 3)),
    ],
)
def test_a_page_is_upright_as_it_is_read(
    turn: int, seen: list[int], bleed: tuple[float, ...]
) -> None:
    still = corners(form_of(advert_pdf(FOUR)))
    assert len(set(still)) == 4
    made = form_of(advert_pdf(FOUR, Rotate=turn, BleedBox=[9, 6, 213, 112]))
    assert corners(made) == [still[colour] for colour in seen]
    assert (made.width, made.height) == ((100, 200) if turn % 180 else (200, 100))
    assert made.bleed == bleed


def test_a_larger_unit_makes_a_larger_page() -> None:
    form = form_of(advert_pdf(FOUR, UserUnit=2.5))
    assert (form.width, form.height, form.bleed) == (500, 250, (0, 0, 0, 0))
    assert corners(form) == corners(form_of(advert_pdf(FOUR)))


def test_what_the_pages_over_it_say_is_taken() -> None:
    pdf = pikepdf.new()
    page = page_of(pdf, FOUR, resources=False)
    pages = pdf.Root.Pages
    pages.Resources, pages.Rotate = Dictionary(), 180
    pages.MediaBox = page.obj.MediaBox
    del page.obj["/MediaBox"]
    assert corners(form_of(saved(pdf)))[0] == corners(form_of(advert_pdf(FOUR)))[2]


@pytest.mark.parametrize(
    "content",
    [
        [b"1 0 0 0 k 10 10", b"200 100 re f"],  # an operator in two streams
        [b"q 1 0 0 0 k", b"10 10 200 100 re f"],  # a state that is not closed
        [b"Q Q 1 0 0 0 k 10 10 200 100 re f Q"],  # one that was never open
    ],
)
def test_its_streams_are_one_and_its_states_are_closed(content: list[bytes]) -> None:
    form = form_of(advert_pdf(content))
    seen = corners(form)
    assert len(set(seen)) == 1
    assert seen[0][0] < 90 < seen[0][2]  # cyan
    pdf = opened(form)
    words = inner(pdf).read_bytes().split()
    assert words.count(b"q") == words.count(b"Q")


def test_spots_and_overprint_come_along_as_they_are() -> None:
    form = form_of(advert_pdf())
    assert form.facts.spots == (ORANGE,)
    pdf = opened(form)
    made = inner(pdf)
    assert made.Resources.ColorSpace.Spot[1] == "/" + ORANGE
    assert [bool(made.Resources.ExtGState.Over[k]) for k in ("/OP", "/op")] == [True, True]
    assert made.Resources.ExtGState.Over.OPM == 1
    assert b"/Spot cs 1 scn 20 20 60 40 re f" in made.read_bytes()


def test_streams_stay_as_they_are_coded_but_for_lzw() -> None:
    pdf = pikepdf.new()
    out = io.BytesIO()
    Image.new("CMYK", (8, 8), (9, 99, 0, 0)).save(out, "JPEG")
    kept = image(pdf, b"", (8, 8), Name.DeviceCMYK)
    kept.write(out.getvalue(), filter=Name.DCTDecode)
    lzw = pdf.make_stream(b"")
    lzw.write(bytes.fromhex("800B6050220C0C8501"), filter=Name.LZWDecode)  # ISO 32000-1, 7.4.4.2
    lzw.Type, lzw.Subtype, lzw.BBox = Name.XObject, Name.Form, [0, 0, 1, 1]
    page_of(pdf, b"/I Do 0 0 1 1 re f", resources=Dictionary(XObject={"/I": kept, "/L": lzw}))
    data = saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    made = pikepdf.open(io.BytesIO(alone(form_of(data))))
    inside = inner(made).Resources.XObject
    assert inside.I.read_raw_bytes() == out.getvalue()
    assert inside.L.Filter == Name.FlateDecode
    assert inside.L.read_bytes() == bytes.fromhex("2D2D2D2D2D412D2D2D42")


def test_what_is_no_part_of_the_picture_stays_behind() -> None:
    pdf = pikepdf.new()
    page = page_of(pdf)
    page.obj.Resources.ColorSpace.Spot[3].Metadata = pdf.make_stream(b"secret")
    page.obj.PieceInfo = Dictionary(Private=pdf.make_stream(b"secret"))
    page.obj.Resources.Properties = Dictionary(
        M=pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Layer", Page=page.obj))
    )
    data = saved(pdf, compress_streams=False)
    assert b"secret" in data
    made = alone(form_of(data))
    for left in (b"secret", b"/PieceInfo", b"/OCG", b"/Parent 1"):
        assert left not in made, left


def test_a_font_that_is_listed_and_not_used_is_not_missed() -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    listed = advert_pdf(b"0 0 9 9 re f", resources=Dictionary(Font={"/F1": font}))
    form = form_of(listed)
    assert form.facts.fonts == ()
    assert b"Helvetica" not in alone(form)
    used = advert_pdf(b"BT /F1 9 Tf (a) Tj ET", resources=Dictionary(Font={"/F1": font}))
    assert form_of(used).facts.fonts == ("Helvetica",)


def test_what_it_holds_is_known() -> None:
    pdf = pikepdf.new()
    hidden = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="old"))
    pdf.Root.OCProperties = Dictionary(OCGs=[hidden], D=Dictionary(OFF=[hidden]))
    resources = Dictionary(
        Properties={"/MC0": hidden},
        ExtGState={"/Soft": Dictionary(ca=0.5), "/Curve": Dictionary(TR=Name.Other)},
    )
    page = page_of(pdf, b"/OC /MC0 BDC 0 0 9 9 re f EMC", resources=resources)
    page.obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link)])
    facts = form_of(saved(pdf)).facts
    assert (facts.hidden, facts.transparent, facts.notes, facts.empty) == (True, True, 1, False)
    assert facts.barred == ("part.art-transfer",)
    assert form_of(advert_pdf(b"q Q")).facts.empty


def test_equal_pages_are_equal_and_share_what_they_have_in_common() -> None:
    pdf = pikepdf.new()
    page_of(pdf)
    page_of(pdf, resources=pdf.pages[0].obj.Resources)
    page_of(pdf, FOUR, resources=pdf.pages[0].obj.Resources)
    data = saved(pdf)
    first, second, third = (form_of(data, n) for n in (1, 2, 3))
    assert first == second
    assert first.digest != third.digest
    assert {o.digest for o in first.objects} & {o.digest for o in third.objects}


def test_a_page_that_is_not_there_is_told_with_how_many_are() -> None:
    for number in (0, 2):
        with pytest.raises(FormError, match=rf"ad\.pdf has 1 page; there is no page {number}"):
            form_of(advert_pdf(), number)


@pytest.mark.parametrize("password", ["", "secret"])
def test_one_that_is_locked_is_refused(password: str) -> None:
    pdf = pikepdf.new()
    page_of(pdf)
    data = saved(pdf, encryption=pikepdf.Encryption(owner="own", user=password))
    with pytest.raises(FormError, match="is encrypted"):
        form_of(data)


def test_one_that_is_cut_short_is_refused_wherever_it_is_cut() -> None:
    data = advert_pdf()
    for end in range(20, len(data) - 30, 40):
        with pytest.raises(FormError, match=r"ad\.pdf"):
            form_of(data[:end])


def test_damage_is_told_and_never_raised_as_it_is() -> None:
    """Each byte of the file changed, one at a time: it is read, or refused by name."""
    data = advert_pdf()
    told = 0
    for at in range(0, len(data), 3):
        broken = data[:at] + bytes([data[at] ^ 0x15]) + data[at + 1 :]
        try:
            form_of(broken)
        except FormError:
            told += 1
    assert told > 20


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"media": (0, 0, 0, 0), "trim": None}, "its page has no size"),
        ({"media": (0, 0, 20000, 20), "trim": None}, "20000 × 20 points"),
        ({"trim": (10, 10, 10.5, 110)}, "0 × 100 points"),
        ({"UserUnit": 300}, "60000 × 30000 points"),
    ],
)
def test_a_page_of_no_size_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(FormError, match=said):
        form_of(advert_pdf(**options))


def test_a_form_in_itself_ends() -> None:
    pdf = pikepdf.new()
    loop = pdf.make_stream(b"/Me Do 0 0 1 1 re f")
    loop.Type, loop.Subtype, loop.BBox = Name.XObject, Name.Form, [0, 0, 1, 1]
    loop.Resources = Dictionary(XObject={"/Me": loop})
    page_of(pdf, b"/Me Do", resources=Dictionary(XObject={"/Me": loop}))
    form = form_of(saved(pdf))
    assert len(form.objects) < 5


def test_one_that_is_nested_too_deep_is_refused() -> None:
    pdf = pikepdf.new()
    inside = Dictionary()
    for _ in range(40):
        one = pdf.make_stream(b"/In Do")
        one.Type, one.Subtype, one.BBox, one.Resources = (
            Name.XObject,
            Name.Form,
            [0, 0, 1, 1],
            inside,
        )
        inside = Dictionary(XObject={"/In": one})
    page_of(pdf, b"/In Do", resources=inside)
    with pytest.raises(FormError, match="nested too deep"):
        form_of(saved(pdf))
