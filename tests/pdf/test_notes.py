"""Layers, notes and the banner of an annotated PDF, read back by qpdf and by pdfium."""

import ctypes
import io

import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from layout.pdf.notes import NoteLayer, PdfNote, ProofBanner, annotated

RED = (0.8, 0.1, 0.1)
WORDS = "1  警告：“株洲”少一个字 (ça) 𠮷\n第二行"


def source() -> bytes:
    """A page of 200 × 300 points with 10 of bleed, a page that paints one square, and a banner."""
    pdf = pikepdf.new()
    for trim, content in (
        ((10, 10, 210, 310), b"0 0 1 rg 60 160 20 20 re f"),
        ((10, 10, 210, 310), b"1 0 0 rg 60 160 20 20 re f"),
        ((0, 0, 200, 30), b"0 1 0 rg 0 0 200 30 re f"),
    ):
        pdf.add_blank_page(page_size=(trim[2] + trim[0], trim[3] + trim[1]))
        page = pdf.pages[-1]
        page.obj.TrimBox = pikepdf.Array(list(trim))
        page.obj.BleedBox = page.obj.MediaBox
        page.contents_add(content)
    pdf.Root.OutputIntents = pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name("/GTS_PDFX"))])
    pdf.docinfo["/GTS_PDFXVersion"] = pikepdf.String("PDF/X-4")
    with pdf.open_metadata() as meta:
        meta["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] = "PDF/X-4"
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def note(
    place: tuple[float, float, float, float] | None, text: str = WORDS, name: str = "n1"
) -> PdfNote:
    return PdfNote(name=name, subject="RUNT", text=text, color=RED, place=place)


def made(*notes: PdfNote, shown: bool = True, beneath: bool = False) -> bytes:
    layer = NoteLayer(
        name="松紧", beneath=1 if beneath else None, over=None if beneath else 1, shown=shown
    )
    return annotated(
        source(), layers=(layer,), notes=notes, head=ProofBanner(page=2, height=30.0),
        foot=ProofBanner(page=2, height=30.0),
        author="版心 Banxin", title="晚报 校样", language="zh-CN",
    )  # fmt: skip


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place of the sheet, from its top left, in points."""
    picture = pdfium.PdfDocument(data)[0].render(scale=2, may_draw_forms=False).to_pil()
    found = picture.convert("RGB").getpixel((round(2 * x), round(2 * y)))
    assert isinstance(found, tuple)
    return found


def test_the_sheet_grows_by_a_banner_over_and_under_and_holds_one_page() -> None:
    document = pikepdf.open(io.BytesIO(made()))
    (page,) = document.pages
    assert [float(v) for v in page.obj.MediaBox] == [0, -30, 220, 350]
    assert [float(v) for v in page.obj.TrimBox] == [10, 10, 210, 310]
    data = made()
    assert pixel(data, 110, 15) == (0, 255, 0)
    assert pixel(data, 110, 365) == (0, 255, 0)
    assert pixel(data, 110, 60) == (255, 255, 255)


def test_nothing_of_pdfx_is_left() -> None:
    data = made(note((0, 0, 9, 9)))
    document = pikepdf.open(io.BytesIO(data))
    assert "/OutputIntents" not in document.Root
    assert "/Metadata" not in document.Root
    assert not [key for key in document.docinfo if "GTS" in key]
    assert b"pdfxid" not in data
    assert b"GTS_PDFX" not in data
    assert str(document.docinfo.Title) == "晚报 校样"


def test_a_layer_is_optional_content_seen_as_it_says() -> None:
    shown, hidden = made(shown=True), made(shown=False)
    for data in (shown, hidden):
        with pikepdf.open(io.BytesIO(data)) as document:
            told = document.Root.OCProperties
            assert [str(g.Name) for g in told.OCGs] == ["松紧"]
            off = [str(g.Name) for g in told.D.OFF]
        assert off == ([] if data == shown else ["松紧"])
    # The middle of the square: of the page 160-180 up, so 170-190 from the top of the sheet.
    assert pixel(shown, 70, 30 + 350 - 30 - 170) == (255, 0, 0)
    assert pixel(hidden, 70, 30 + 350 - 30 - 170) == (0, 0, 255)


def test_what_lies_beneath_is_laid_over_as_ink_is() -> None:
    assert pixel(made(beneath=True), 70, 180) == (0, 0, 0)


def test_notes_are_read_back_at_their_places() -> None:
    data = made(note((20, 40, 60, 12)), note(None, "整版：x", "n2"), note(None, "另一条", "n3"))
    document = pikepdf.open(io.BytesIO(data))
    first, second, third = document.pages[0].Annots
    assert [str(a.Subtype) for a in (first, second, third)] == ["/Square", "/Text", "/Text"]
    assert str(first.Contents) == WORDS
    assert bytes(first.Contents)[:2] == b"\xfe\xff"
    assert str(first.T) == "版心 Banxin"
    assert [float(v) for v in first.Rect] == [30, 258, 90, 270]
    assert [float(v) for v in first.C] == pytest.approx(RED)
    assert first.F == 4
    one, two = ([float(v) for v in a.Rect] for a in (second, third))
    assert one[1] > 310  # beside the page, in the banner, and not one over the other
    assert two[2] <= one[0]


def test_pdfium_reads_the_notes_too() -> None:
    page = pdfium.PdfDocument(made(note((20, 40, 60, 12))))[0]
    assert raw.FPDFPage_GetAnnotCount(page.raw) == 1
    annotation = raw.FPDFPage_GetAnnot(page.raw, 0)
    size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(
        annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    raw.FPDFPage_CloseAnnot(annotation)
    assert buffer.raw[: size - 2].decode("utf-16-le") == WORDS


def test_a_note_draws_nothing_itself() -> None:
    """What it is about is marked in a layer; a frame more would be another mark (改正)."""
    data = made(note((20, 40, 60, 12)), shown=False)
    page = pdfium.PdfDocument(data)[0]
    with_notes, without = (
        page.render(scale=2, draw_annots=drawn).to_pil().tobytes() for drawn in (True, False)
    )
    assert with_notes == without
    document = pikepdf.open(io.BytesIO(data))
    (found,) = document.pages[0].Annots
    assert found.Subtype == "/Square"
    assert [float(v) for v in found.Rect] == [30, 258, 90, 270]


def test_same_notes_same_bytes() -> None:
    assert made(note((1, 2, 3, 4))) == made(note((1, 2, 3, 4)))
