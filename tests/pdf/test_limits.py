"""Hostile PDFs: what they hold more of than is read is told, and costs no more than the limit."""

import io
import zlib
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from layout.check.press.profile import find_rules
from layout.check.press.run import FileReport, preflight
from layout.pdf.document import open_pdf
from layout.pdf.limits import LimitError, ReadLimits
from layout.record import replace
from layout.words.said import Said
from tests.pdf.madepdf import made, saved
from tests.typed import one_of

SMALL = ReadLimits(content=200_000, operators=30_000, painted=500, points=20_000, characters=5_000)
RULES = find_rules("general")


def opened(content: bytes = b"/X Do") -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(made(content)))


def form(pdf: pikepdf.Pdf, content: bytes, inner: Any = None) -> Any:
    """A form XObject that may draw another one as /X."""
    made_form = pdf.make_stream(content)
    made_form.Type, made_form.Subtype = Name.XObject, Name.Form
    made_form.BBox, made_form.Resources = Array([0, 0, 99, 99]), Dictionary()
    if inner is not None:
        made_form.Resources.XObject = Dictionary(X=inner)
    return made_form


def with_form(pdf: pikepdf.Pdf, one: Any) -> bytes:
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=one)
    return saved(pdf)


def judged(data: bytes, limits: ReadLimits = SMALL) -> FileReport:
    report = preflight(data, "a.pdf", RULES, limits)
    assert not report.clean
    return report


def whys(report: FileReport) -> set[str]:
    """The keys of what is said to be wrong, of the findings of PF00."""
    found = [d for d in report.found if d.code == "PF00"]
    return {one_of(Said, [d.said["why"]]).key for d in found}


def test_a_form_that_draws_itself():
    pdf = opened()
    one = form(pdf, b"0 0 9 9 re f /X Do")
    one.Resources.XObject = Dictionary(X=one)
    assert whys(judged(with_form(pdf, one))) == {"part.pdfread-loop"}


def test_forms_that_draw_forms_ten_times_each():
    pdf = opened()
    one = form(pdf, b"0 0 5 5 re f")
    for _ in range(9):  # a milliard of rectangles
        one = form(pdf, b"/X Do " * 10, one)
    report = judged(with_form(pdf, one))
    assert whys(report) == {"part.pdfread-most-painted"}
    assert "PF08" not in {r.id for r in report.results if r.status == "passed"}


def test_forms_in_forms():
    pdf = opened()
    one = form(pdf, b"0 0 5 5 re f")
    for _ in range(60):
        one = form(pdf, b"/X Do", one)
    assert whys(judged(with_form(pdf, one))) == {"part.pdfread-most-nesting"}


@pytest.mark.parametrize("times", [1, 2])
def test_what_unfolds_to_more_than_is_read(times: int):
    data = b"0 0 1 1 re f\n" * 2_000_000
    for _ in range(times):
        data = zlib.compress(data, 9)
    pdf = opened()
    stream = pdf.make_stream(b"")
    stream.write(data, filter=Array([Name.FlateDecode] * times))
    pdf.pages[0].obj.Contents = stream
    report = judged(saved(pdf, compress_streams=False))
    assert whys(report) == {"part.pdfread-most-stream"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"q " * 2_000, "part.pdfread-most-saved"),
        (b"q Q " * 16_000, "part.pdfread-most-operators"),
        (b"0 0 1 1 re f " * 600, "part.pdfread-most-painted"),
        (b"0 0 m " + b"1 1 l " * 25_000 + b"S", "part.pdfread-most-points"),
        (b"BT /F1 9 Tf (" + b"a" * 6_000 + b") Tj ET", "part.pdfread-most-characters"),
        (b"0 0 1 1 re f " * 20_000, "part.pdfread-most-stream"),
    ],
)
def test_content_of_more_than_is_read(content: bytes, why: str):
    assert why in whys(judged(made(content)))


def test_a_page_tree_that_runs_in_a_circle():
    data = made(b"0 0 5 5 re f")
    at = data.index(b"/Kids [ ") + 8
    pages = data.index(b"/Pages ") + 7
    own = data[pages : data.index(b" ", pages)]
    changed = data[:at] + own + b" 0 R " + data[at:]
    assert "PF00" in {d.code for d in judged(changed).found}


def test_more_pages_or_objects_or_bytes_than_are_read():
    pdf = opened(b"0 0 5 5 re f")
    for _ in range(5):
        pdf.add_blank_page(page_size=(50, 50))
    data = saved(pdf)
    for limits in (
        replace(SMALL, pages=5),
        replace(SMALL, objects=6),
        replace(SMALL, file=len(data) - 1),
        replace(SMALL, tree=0),
    ):
        with pytest.raises(LimitError):
            open_pdf(data, limits)
        report = preflight(data, "a.pdf", RULES, limits)
        assert {r.status for r in report.results if r.id != "PF00"} == {"not checked"}


def test_a_range_of_widths_that_has_no_end():
    pdf = opened(b"BT /F9 9 Tf 20 20 Td <0001> Tj ET")
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.A, W=Array([0, 10**9, 500])
    )
    pdf.pages[0].obj.Resources.Font.F9 = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.A, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([below]),
    )  # fmt: skip
    assert preflight(saved(pdf), "a.pdf", RULES, SMALL).pages == 1
