"""Where text stands, against pdfium, which shares no code with us."""

import io
from ctypes import byref, c_double
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array
from pypdfium2 import raw

from layout.api import Session
from layout.pdf.document import open_pdf
from layout.pdf.interpreter import Reader
from layout.pdf.matrix import Box, is_within
from tests.pdf.madepdf import made, saved

SLACK = 0.6


def by_pdfium(data: bytes) -> list[tuple[float, float]]:
    """The origin of each glyph that pdfium finds on the first page."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    out = []
    for at in range(text.count_chars()):
        x, y = c_double(), c_double()
        if raw.FPDFText_IsGenerated(text, at) == 0 and raw.FPDFText_GetCharOrigin(
            text, at, byref(x), byref(y)
        ):
            out.append((x.value, y.value))
    document.close()
    return out


def by_us(data: bytes) -> tuple[list[tuple[float, float]], list[Box]]:
    document = open_pdf(data)
    painted = Reader(document).contents(document.pages[0]).painted
    texts = [one for one in painted if one.text is not None]
    origins = []
    for one in texts:
        assert one.text is not None
        # pdfium tells of a column's glyph where its own origin is: half an em left, 0.88 below.
        em = one.text.size if one.text.font.vertical else 0.0
        origins += [(x - em / 2, y - 0.88 * em) for _, x, y, _ in one.text.glyphs()]
    return origins, [one.box for one in texts]


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 20 100 Td (abcdef) Tj ET",
        b"BT /F1 12 Tf 3 Tc 5 Tw 20 100 Td (ab cd) Tj (ef) Tj ET",
        b"BT /F1 12 Tf 50 Tz 20 100 Td [(ab) -500 (cd) 250 (ef)] TJ ET",
        b"BT /F1 9 Tf 2 0 0 3 20 100 Tm 4 Ts (abc) Tj 0 -10 TD (def) Tj T* (ghi) Tj ET",
        b"q 0.7 0.7 -0.7 0.7 80 60 cm BT /F1 14 Tf 11 TL (abc) Tj (def) ' 1 2 (gh i) \" ET Q",
    ],
)
def test_each_glyph_stands_where_pdfium_has_it(content: bytes):
    data = with_widths(made(content))
    ours, boxes = by_us(data)
    theirs = by_pdfium(data)
    assert len(ours) == len(theirs)
    for (x, y), (a, b) in zip(ours, theirs, strict=True):
        assert x == pytest.approx(a, abs=0.05)
        assert y == pytest.approx(b, abs=0.05)
    for x, y in ours:
        assert any(is_within((x, y, x, y), box, SLACK) for box in boxes)


def with_widths(data: bytes) -> bytes:
    """The font of the page with widths of its own, all of 500."""
    pdf = pikepdf.open(io.BytesIO(data))
    font = pdf.pages[0].obj.Resources.Font.F1
    font.FirstChar, font.LastChar, font.Widths = 32, 126, Array([500] * 95)
    return saved(pdf)


def test_a_page_of_ours(page_b4: bytes):
    ours, boxes = by_us(page_b4)
    theirs = by_pdfium(page_b4)
    assert len(theirs) > 500
    away = [p for p in theirs if not any(is_within((*p, *p), box, SLACK) for box in boxes)]
    assert away == []
    near = {(round(x), round(y)) for x, y in ours}
    lost = [
        (x, y)
        for x, y in theirs
        if not {(round(x + dx), round(y + dy)) for dx in (-0.5, 0, 0.5) for dy in (-0.5, 0, 0.5)}
        & near
    ]
    assert lost == []


@pytest.fixture(scope="module")
def page_b4() -> bytes:
    """B4, which has text down the page too."""
    spec = Path(__file__).parents[2] / "specs/zhuzhou-2019-09-20/B4.yaml"
    return Session().page(spec).pdf()
