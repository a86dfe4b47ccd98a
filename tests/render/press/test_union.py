"""The faces of a document out of those of its pages: whatever one page asks of a face, it has."""

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from layout.display.items import GlyphRun, Page
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.render.base import Resources
from layout.render.press.document import PressBackend, document_of
from tests import pdfread
from tests.columns import column
from tests.toypage import Faces, page, run


@pytest.fixture
def resources(song: Face, hei: Face, tmp_path: Path) -> Resources:
    return Resources.of(Faces(*Catalog().chain("报宋"), song, hei), Files(root=tmp_path))


def bound(pages: Sequence[Page], resources: Resources) -> bytes:
    """The pages prepared one by one, as by workers, and bound."""
    press = PressBackend()
    prepared = [press.prepare(one, resources) for one in pages]
    return PressBackend().bind(document_of(prepared), resources, pages.__getitem__)


def fonts_of(read: pikepdf.Page) -> tuple[dict[str, str], set[str]]:
    """The encodings of a page's fonts by name, and the names that its content asks for."""
    there = {str(name): str(font.Encoding) for name, font in read.Resources.Font.items()}
    shown = pikepdf.parse_content_stream(read)
    return there, {str(op.operands[0]) for op in shown if str(op.operator) == "Tf"}


ACROSS, DOWN, BOTH = "横", "竖", "横竖"


@pytest.mark.parametrize(
    "order", [(ACROSS, DOWN), (DOWN, ACROSS), (ACROSS, DOWN, ACROSS), (BOTH, ACROSS), (DOWN, BOTH)]
)
def test_a_face_writes_down_in_a_document_if_on_one_page_it_does(
    order: tuple[str, ...], song: Face, resources: Resources
) -> None:
    pages = []
    for number, kind in enumerate(order, 1):
        items: list[GlyphRun] = [run(song, "横排一行", 50, 100)] if "横" in kind else []
        if "竖" in kind:
            items += column(Catalog().chain("报宋"), "竖排的一栏", 300, 60)
        pages.append(page(*items, name=f"T{number}"))
    made = bound(pages, resources)
    with pikepdf.open(io.BytesIO(made)) as read:
        for one in read.pages:
            there, asked = fonts_of(one)
            assert asked <= set(there)
            # A page that only lends its face to columns of another one has both fonts, too.
            assert "/Identity-H" in there.values()
            assert "/Identity-V" in there.values()
    for at, kind in enumerate(order):
        text = pdfread.text(made, at)
        assert ("横排一行" in text, "竖排的一栏" in text) == ("横" in kind, "竖" in kind)


def test_a_document_of_lines_alone_has_no_font_that_writes_down(
    song: Face, resources: Resources
) -> None:
    made = bound([page(run(song, "横排"), name=name) for name in ("T1", "T2")], resources)
    with pikepdf.open(io.BytesIO(made)) as read:
        assert all(set(fonts_of(one)[0].values()) == {"/Identity-H"} for one in read.pages)


def test_a_face_that_pages_call_by_other_names_is_one(
    song: Face, hei: Face, resources: Resources
) -> None:
    """The first face of the second page is the second one of the first."""
    pages = [
        page(run(song, "甲", 50, 100), run(hei, "乙", 50, 200), name="T1"),
        page(run(hei, "丙", 50, 100), run(song, "丁", 50, 200), name="T2"),
    ]
    made = bound(pages, resources)
    assert [pdfread.text(made, at) for at in (0, 1)] == ["甲乙", "丙丁"]
    with pikepdf.open(io.BytesIO(made)) as read:
        named = [
            {str(font.BaseFont): str(name) for name, font in one.Resources.Font.items()}
            for one in read.pages
        ]
        programs = {
            font.DescendantFonts[0].FontDescriptor.FontFile2.objgen
            for one in read.pages
            for font in one.Resources.Font.values()
        }
    assert set(named[0]) == set(named[1])
    assert len(programs) == 2
