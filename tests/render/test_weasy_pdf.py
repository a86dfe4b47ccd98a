"""The second renderer against the first: the display list alone says where a glyph stands."""

import ctypes
import io
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from layout.api import Session
from layout.cli import main
from layout.color import Color
from layout.display.items import Box, GlyphRun, Page
from layout.errors import MissingToolError
from layout.geometry import Rect
from layout.record import replace
from layout.render.base import RenderError
from layout.render.press.document import PressBackend
from layout.render.weasy_pdf import WeasyBackend, load
from layout.units import mm, to_mm
from layout.words.said import said
from tests import pdfread
from tests.conftest import Measured, Project
from tests.render.facsimile.samples import glyph_runs, toy

SPECS = Path(__file__).parents[2] / "specs"
B1 = SPECS / "zhuzhou-2019-09-20/B1.yaml"
ALLOWED_MM = 0.05


@pytest.fixture(scope="session")
def _pango() -> None:
    try:
        load()
    except MissingToolError as exc:
        pytest.skip(str(exc))


def in_content_order(pdf: bytes, index: int = 0) -> list[pdfread.Char]:
    """The characters of a page as its content stream has them.

    pdfium sorts text objects on one line, or within half a large character of it, by their x. In
    the press PDF a line is one object; WeasyPrint may write a headline as an object a glyph, among
    which pdfium would then mix the small line below.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[index]
        text = page.get_textpage()
        count = raw.FPDFPage_CountObjects(page)
        order = {_address(raw.FPDFPage_GetObject(page, at)): at for at in range(count)}
        keys = [
            order[_address(raw.FPDFText_GetTextObject(text, at))]
            for at in range(raw.FPDFText_CountChars(text))
            if not raw.FPDFText_IsGenerated(text, at)
        ]
    finally:
        document.close()
    chars = pdfread.chars(pdf, index)
    return [char for _, char in sorted(zip(keys, chars, strict=True), key=lambda pair: pair[0])]


def _address(pointer: object) -> int:
    address = ctypes.cast(pointer, ctypes.c_void_p).value  # type: ignore[arg-type]
    assert address
    return address


def origins(pdf: bytes, sheet: Page, index: int = 0) -> list[pdfread.Char]:
    """The characters of a page that have a pen of their own, checked against the display list.

    White space, which WeasyPrint leaves out where nothing else stands, and the second character
    of a joined glyph are not among them; nor is the mark by which the press PDF stands in for a
    glyph that has no character.
    """
    own: list[tuple[str, bool]] = []
    for item in glyph_runs(sheet):
        starts = set(item.clusters)
        own += ((c, at in starts) for at, c in enumerate(item.text) if not c.isspace())
    found = [c for c in in_content_order(pdf, index) if not c.char.isspace() and c.char != "\u2060"]
    assert "".join(c.char for c in found) == "".join(c for c, _ in own)
    return [c for c, (_, starts) in zip(found, own, strict=True) if starts]


def largest_difference_mm(press: bytes, weasy: bytes, sheet: Page, index: int = 0) -> float:
    """The furthest that a glyph stands from its place in the press PDF, along either axis.

    A mark in a box of its own begins further on in the press PDF: of such a one it is the ink.
    """
    a, b = (origins(pdf, sheet, index) for pdf in (press, weasy))
    assert a
    pairs = list(zip(a, b, strict=True))
    across = max(min(abs(p.x - q.x), abs(p.ink - q.ink)) for p, q in pairs)
    return to_mm(max(across, *(abs(p.y - q.y) for p, q in pairs)))


@pytest.fixture(scope="module")
def both(_pango: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Page], bytes, bytes]:
    sheets, resources = toy(tmp_path_factory.mktemp("toy"))
    press = PressBackend().render(sheets, resources)
    return sheets, press, WeasyBackend().render(sheets, resources)


def test_glyphs_of_the_toy_pages_stand_as_on_the_press(
    both: tuple[list[Page], bytes, bytes], measured: Measured
) -> None:
    sheets, press, weasy = both
    for index, sheet in enumerate(sheets):
        apart = largest_difference_mm(press, weasy, sheet, index)
        measured(f"{sheet.name}: WeasyPrint's glyphs within {apart:.4f} mm of the press PDF's")
        assert apart <= ALLOWED_MM


@pytest.mark.usefixtures("_pango")
def test_a_glyph_out_of_place_is_seen(tmp_path: Path) -> None:
    sheets, resources = toy(tmp_path)
    moved = [
        replace(i, x=i.x + 0.2) if isinstance(i, GlyphRun) and i.size == 12 else i
        for i in sheets[1].items
    ]
    press = PressBackend().render(sheets[1:], resources)
    weasy = WeasyBackend().render([replace(sheets[1], items=tuple(moved))], resources)
    apart = largest_difference_mm(press, weasy, sheets[1])
    assert apart == pytest.approx(to_mm(0.2), abs=0.01)
    assert apart > ALLOWED_MM


@pytest.mark.usefixtures("_pango")
def test_glyphs_of_b1_stand_as_on_the_press(measured: Measured) -> None:
    page = Session().page(B1)
    weasy = page.pdf("weasyprint")
    apart = largest_difference_mm(page.pdf(), weasy, page.display)
    count = len(origins(weasy, page.display))
    measured(f"B1: {count} glyphs of WeasyPrint within {apart:.4f} mm of the press PDF's")
    assert count > 1000
    assert apart <= ALLOWED_MM


@pytest.mark.usefixtures("_pango")
@pytest.mark.parametrize(
    "name",
    [
        "paragraphs/P1",
        "story/A1",
        "marks/W1",
        "marks/W2",
        "tables/T1",
        "masthead/M2",
        "headlines/H2",
    ],
)
def test_glyphs_of_the_specimens_stand_as_on_the_press(name: str, measured: Measured) -> None:
    """Marks, letters over words, hung lists, boxes, tables and columns that run down."""
    page = Session().page(SPECS / f"{name}.yaml")
    apart = largest_difference_mm(page.pdf(), page.pdf("weasyprint"), page.display)
    measured(f"{name}: WeasyPrint's glyphs within {apart:.4f} mm of the press PDF's")
    assert apart <= ALLOWED_MM


def test_sheets_are_true_to_size(both: tuple[list[Page], bytes, bytes]) -> None:
    sheets, _, weasy = both
    with pikepdf.open(io.BytesIO(weasy)) as read:
        assert len(read.pages) == len(sheets)
        for sheet, made in zip(sheets, read.pages, strict=True):
            trim, bleed = ([float(v) for v in made[key]] for key in ("/TrimBox", "/BleedBox"))
            assert trim == pytest.approx([0, 0, sheet.width, sheet.height], abs=0.002)
            edge = mm(3)
            wanted = [-edge, -edge, sheet.width + edge, sheet.height + edge]
            assert bleed == pytest.approx(wanted, abs=0.002)
        assert str(read.docinfo["/Title"]) == "株洲日报 T1"
        assert str(read.docinfo["/CreationDate"]) == "D:20190920000000+08'00'"


def test_ink_stays_ink(both: tuple[list[Page], bytes, bytes]) -> None:
    with pikepdf.open(io.BytesIO(both[2])) as read:
        used: set[str] = set()
        colours: set[tuple[float, ...]] = set()
        for one in pikepdf.parse_content_stream(read.pages[0]):
            operands, op = one.operands, one.operator
            used.add(str(op))
            if str(op) in ("scn", "SCN"):
                colours.add(tuple(float(v) for v in operands))
        assert used.isdisjoint({"rg", "RG", "g", "G"})
        assert (0, 0, 0, 1) in colours
        assert {len(c) for c in colours} == {4}
        spaces = {str(i.ColorSpace) for i in read.pages[0].Resources.XObject.values()}
        assert "/DeviceCMYK" in spaces


def test_fonts_are_embedded_with_unicode(both: tuple[list[Page], bytes, bytes]) -> None:
    with pikepdf.open(io.BytesIO(both[2])) as read:
        fonts = list(read.pages[0].Resources.Font.values())
        assert len(fonts) >= 6
        for font in fonts:
            assert "/ToUnicode" in font
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


@pytest.mark.usefixtures("_pango")
def test_same_pages_same_bytes(tmp_path: Path) -> None:
    sheets, resources = toy(tmp_path)
    made = [WeasyBackend().render(sheets[1:], resources) for _ in range(2)]
    assert made[0] == made[1]
    assert b"/ID" in made[0]


def spoil(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Change the document that WeasyPrint is given."""
    from layout.render import weasy_pdf

    whole = vars(weasy_pdf)["facsimile"]

    def spoilt(*args: Any, **options: Any) -> bytes:
        html: bytes = whole(*args, **options)
        assert old.encode() in html
        return html.replace(old.encode(), new.encode())

    monkeypatch.setattr(weasy_pdf, "facsimile", spoilt)


@pytest.mark.usefixtures("_pango")
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("url(data:font", "url(data:,broken", "which no style asks for"),
        ('src="data:image', 'src="data:,broken', "it drew 0 of "),
    ],
)
def test_what_weasyprint_leaves_out_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, words: str
) -> None:
    spoil(monkeypatch, old, new)
    sheets, resources = toy(tmp_path)
    with pytest.raises(RenderError, match=words) as caught:
        WeasyBackend().render(sheets, resources)
    assert "WeasyPrint could not draw the page" in str(caught.value)


@pytest.mark.usefixtures("_pango")
def test_a_warning_is_told_and_ends_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, "<style>", '<style>@font-face{font-family:"none";src:url(data:,x)}')
    sheets, resources = toy(tmp_path)
    backend = WeasyBackend()
    made = backend.render(sheets, resources)
    assert "".join(c.char for c in pdfread.chars(made, 1))
    told = [d for d in backend.remarks if d.code == "WEASYPRINT"]
    assert [(d.severity, d.where) for d in told] == [("warning", None)]
    assert "'none' cannot be loaded" in told[0].message


@pytest.mark.usefixtures("_pango")
def test_a_spot_goes_as_its_alternate_and_that_is_told(tmp_path: Path) -> None:
    sheets, resources = toy(tmp_path)
    gold = Color(m=20, y=60, k=20, spot="PANTONE 871 C")
    area = Box(rect=Rect(50, 500, 100, 50), fill=gold.tinted(50))
    backend = WeasyBackend()
    made = backend.render([replace(sheets[0], items=(area,))], resources)
    with pikepdf.open(io.BytesIO(made)) as read:
        inks = [
            [float(v) for v in one.operands]
            for one in pikepdf.parse_content_stream(read.pages[0])
            if str(one.operator) in ("k", "sc", "scn") and len(one.operands) == 4
        ]
    assert [0, 0.1, 0.3, 0.1] in inks
    (told,) = [d for d in backend.remarks if d.code == "SPOTS"]
    assert told.said is not None
    assert (told.severity, told.said["names"]) == ("warning", (gold.spot,))


@pytest.mark.usefixtures("_pango")
def test_without_harfbuzz_subset_a_page_is_made_and_the_cost_told_once(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    project.write("T2.yaml", project.spec.read_text("utf-8").replace("page: T1", "page: T2"))
    out = project.path("out")
    specs = [str(project.spec), str(project.path("T2.yaml"))]
    status = main(["build", *specs, "--renderer", "weasyprint", "-o", str(out), "-j", "1"])
    said = capsys.readouterr().err
    assert status == 0, said
    assert sorted(p.name for p in out.iterdir()) == ["T1.pdf", "T2.pdf"]
    (line,) = [row for row in said.splitlines() if "[SUBSETTER]" in row]
    assert line.startswith("info: ")
    assert "libharfbuzz-subset0" in line
    assert "[WEASYPRINT]" not in said


@pytest.mark.usefixtures("_pango")
def test_without_harfbuzz_subset_glyphs_stand_where_they_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    sheets, resources = toy(tmp_path)
    press = PressBackend().render(sheets, resources)
    weasy = WeasyBackend().render(sheets, resources)
    for index, sheet in enumerate(sheets):
        assert largest_difference_mm(press, weasy, sheet, index) <= ALLOWED_MM


class _NoLibrary:
    """An import that ends as WeasyPrint's does where the system's Pango is missing."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "weasyprint":
            sys.stdout.write("WeasyPrint could not import some external libraries.\n")
            raise OSError("cannot load library 'libpango-1.0-0'")
        return None


def test_missing_pango_is_told_with_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_NoLibrary(), *sys.meta_path])
    with pytest.raises(MissingToolError) as caught:
        load()
    assert caught.value.args[0] == said("part.weasyprint-pango")
    needed = str(caught.value)
    assert all(name in needed for name in ("libpango-1.0-0", "libpangoft2-1.0-0"))
    status = main(["build", str(B1), "--renderer", "weasyprint", "-o", str(tmp_path)])
    told = capsys.readouterr()
    assert status == 1
    assert "libpango-1.0-0" in told.err + told.out
    assert "Traceback" not in told.err
    assert "external libraries" not in told.out
    assert list(tmp_path.iterdir()) == []


def test_missing_weasyprint_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingToolError, match="pip install weasyprint"):
        load()
