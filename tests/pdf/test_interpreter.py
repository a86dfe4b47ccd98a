"""The interpreter: what a page paints, of operators written by hand."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from layout.pdf.document import open_pdf
from layout.pdf.interpreter import Reader
from layout.pdf.painted import PageContents
from tests.pdf.madepdf import made


def read(data: bytes) -> PageContents:
    document = open_pdf(data)
    return Reader(document).contents(document.pages[0])


def test_a_rectangle_is_where_the_matrix_puts_it():
    one = read(made(b"q 2 0 0 3 10 20 cm 0 1 0 0 k 1 2 10 5 re f Q")).painted[0]
    assert one.kind == "path"
    assert one.box == pytest.approx((12, 26, 32, 41))
    assert one.path is not None
    assert one.path.shape == "rectangle"
    assert one.fill is not None
    assert one.fill.amounts() == {"Cyan": 0, "Magenta": 1, "Yellow": 0, "Black": 0}


def test_the_state_is_saved_and_restored():
    found = read(made(b"q 5 w 0.5 g 0 0 9 9 re B Q 0 0 9 9 re B"))
    assert [one.line_width for one in found.painted] == [5, 1]
    assert [one.fill.components for one in found.painted if one.fill] == [(0.5,), (0.0,)]
    assert found.unread == ()


def test_type_clips_from_the_end_of_its_text():
    found = read(
        made(
            b"q BT 7 Tr /F1 10 Tf 20 30 Td (a) Tj 0 0 9 9 re f 40 0 Td (a) Tj ET"
            b" 0 0 200 200 re f Q 0 0 200 200 re f"
        )
    )
    _, within, _, clipped, after = found.painted
    assert within.seen == pytest.approx((0, 0, 9, 9))
    left, bottom, right, top = clipped.seen
    assert 5 < left < 15
    assert 60 < right < 90
    assert 10 < bottom < top < 60
    assert after.seen[2] >= 200


def test_colours_of_spaces_without_a_number_are_told_apart():
    """A Separation that stands in the resources itself, under a pattern and under Type 3; it is
    called as an inline picture calls DeviceGray."""
    pdf = pikepdf.new()
    tint = Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0] * 4, C1=[0, 1, 0, 0])
    gold = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint])
    cell = Stream(pdf, b"0 0 2 2 re f")
    for key, value in {"PatternType": 1, "PaintType": 2, "TilingType": 1, "BBox": [0, 0, 9, 9],
                       "XStep": 9, "YStep": 9, "Resources": Dictionary()}.items():  # fmt: skip
        cell[f"/{key}"] = value
    face = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 9, 9],
        FontMatrix=[0.1, 0, 0, 0.1, 0, 0],
        FirstChar=97, LastChar=97, Widths=[9], Resources=Dictionary(),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
        CharProcs=Dictionary(a=Stream(pdf, b"9 0 0 0 9 9 d1 0 0 5 5 re f")),
    )  # fmt: skip
    pdf.add_blank_page(page_size=(200, 200))
    pdf.pages[0].Resources = Dictionary(
        ColorSpace=Dictionary(G=gold, P=Array([Name.Pattern, gold])),
        Pattern=Dictionary(C=pdf.make_indirect(cell)),
        Font=Dictionary(T=face),
    )
    pdf.pages[0].Contents = Stream(
        pdf,
        b"/P cs 1 /C scn 0 0 50 50 re f 0.5 /C scn 0 0 50 50 re f"
        b" /G cs 1 scn BT /T 9 Tf (a) Tj ET 0.3 scn BT /T 9 Tf (a) Tj ET",
    )
    out = io.BytesIO()
    pdf.save(out)
    found = read(out.getvalue())
    assert found.unread == ()
    inner = [one for one in found.painted if one.inside("pattern") or one.inside("glyph")]
    assert [one.fill.amounts() for one in inner if one.fill] == [
        {"Gold": amount} for amount in (1, 0.5, 1, 0.3)
    ]


def test_text_moves_on_by_its_widths():
    found = read(made(b"BT /F1 10 Tf 20 30 Td (ab) Tj (c) Tj ET"))
    first, second = (one.box for one in found.painted)
    assert first[2] == pytest.approx(second[0])
    assert first[0] == 20
    assert found.fonts[0].codes == frozenset(b"abc")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"0 0 5 5 re glow", "part.pdfread-operator"),
        (b"1 2 re f", "part.pdfread-operands"),
        (b"/X9 Do", "part.pdfread-missing"),
        (b"q 0 0 5 5 re f", "part.pdfread-unrestored"),
        (b"0 0 5 5 re f Q", "part.pdfread-unsaved"),
        (b"BT (a) Tj ET", "part.pdfread-no-font"),
        (b"(a) Tj", "part.pdfread-outside-text"),
        (b"/CS9 cs 1 sc", "part.pdfread-space"),
    ],
)
def test_what_is_not_understood_is_told(content: bytes, key: str):
    assert key in {one.said.key for one in read(made(content)).unread}
