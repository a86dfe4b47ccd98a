"""What WeasyPrint makes is PDF/X-4 by the rules of the press renderer, or is not called so."""

import io
from pathlib import Path

import pikepdf
import pytest

from layout.api import Session
from layout.check.press.profile import find_rules
from layout.check.press.run import preflight
from layout.cli import main
from layout.display.items import Page
from layout.display.press import PressFacts
from layout.errors import MissingToolError
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.weasy_finish import intent_of_pages
from layout.render.weasy_pdf import WeasyBackend, load
from tests.conftest import Project
from tests.pdfxrules import broken
from tests.render.facsimile.samples import toy

SPECS = Path(__file__).parents[2] / "specs"


@pytest.fixture(scope="module")
def _pango() -> None:
    try:
        load()
    except MissingToolError as exc:
        pytest.skip(str(exc))


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Page], Resources]:
    return toy(tmp_path_factory.mktemp("toy"))


def pressed(sheets: list[Page], **facts: str) -> list[Page]:
    return [replace(sheet, press=PressFacts(**facts)) for sheet in sheets]  # type: ignore[arg-type]


@pytest.mark.usefixtures("_pango")
def test_it_keeps_the_rules_of_pdfx_4(sheets: tuple[list[Page], Resources]) -> None:
    pages, resources = sheets
    made = WeasyBackend().render(pressed(pages, pdfx="x4"), resources)
    assert broken(made, "x4") == {}
    with pikepdf.open(io.BytesIO(made)) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        spaces = {str(o.ColorSpace) for o in images if o.get("/Subtype") == "/Image"}
        assert spaces == {"/DeviceCMYK"}  # the picture in RGB too
        assert str(pdf.docinfo["/Producer"]).startswith("banxin, WeasyPrint ")
        assert len(pdf.Root.OutputIntents) == 1


@pytest.mark.usefixtures("_pango")
@pytest.mark.parametrize("name", ["pictures/P1.yaml", "press/X1.yaml"])
def test_pages_with_transparent_pictures_keep_them_too(name: str) -> None:
    made = Session().page(SPECS / name).pdf("weasyprint")
    assert broken(made, "x4") == {}
    report = preflight(made, "made.pdf", find_rules("newspaper-x4"))
    found = [d for result in report.results for d in result.found]
    assert [str(d) for d in found if d.severity == "error"] == []
    # What it does not do: docs/renderers.md says so; PF34 is a remark of what plates cover.
    assert {d.code for d in found} <= {"PF15", "PF17", "PF18", "PF22", "PF24", "PF34"}
    assert "PF17" in {d.code for d in found}


@pytest.mark.usefixtures("_pango")
def test_what_keeps_to_none_is_not_called_so(sheets: tuple[list[Page], Resources]) -> None:
    pages, resources = sheets
    made = WeasyBackend().render(pressed(pages, pdfx="none"), resources)
    assert b"PDF/X" not in made
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert "/Metadata" not in pdf.Root
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        spaces = {str(o.ColorSpace) for o in images if o.get("/Subtype") == "/Image"}
        assert spaces == {"/DeviceCMYK"}


@pytest.mark.usefixtures("_pango")
def test_the_same_pages_give_the_same_bytes(sheets: tuple[list[Page], Resources]) -> None:
    pages, resources = sheets
    one, other = (WeasyBackend().render(pages[:1], resources) for _ in range(2))
    assert one == other


def test_pdfx_1a_is_refused_by_name(sheets: tuple[list[Page], Resources]) -> None:
    pages, resources = sheets
    with pytest.raises(RenderError, match=r"no PDF/X-1a:2003: .*`--pdfx x4`") as caught:
        intent_of_pages(pressed(pages, pdfx="x1a"), resources)
    assert "出不了PDF/X-1a:2003" in caught.value.args[0].words("zh")


def test_pages_for_two_presses_are_refused(sheets: tuple[list[Page], Resources]) -> None:
    pages, resources = sheets
    mixed = [*pressed(pages[:1], pdfx="x4"), *pressed(pages[1:], pdfx="none")]
    with pytest.raises(RenderError, match="T2"):
        intent_of_pages(mixed, resources)


@pytest.mark.usefixtures("_pango")
def test_placed_artwork_is_no_ink_there(project: Project) -> None:
    project.write("ad.svg", DRAWING)
    spec = project.write("A1.yaml", ADVERT)
    page = Session().page(spec)
    with pytest.raises(RenderError, match=r"ad\.svg is a PDF or a drawing.*no PDF/X-4"):
        page.pdf("weasyprint")
    made = Session().page(spec, overrides=("press.pdfx=none",)).pdf("weasyprint")
    assert b"PDF/X" not in made


ADVERT = """\
page: A1
format: tabloid
blocks:
  - {id: ad, picture: ad.svg, at: {cols: 1-2, lines: 10-15}}
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60" viewBox="0 0 100 60">'
    '<rect width="100" height="60" fill="#c00"/></svg>'
)


@pytest.mark.usefixtures("_pango")
def test_marks_that_are_asked_for_are_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(project.path("made"))
    args = ["build", str(project.spec), "--renderer", "weasyprint", "-o", out]
    assert main([*args, "--marks", "all"]) == 0
    assert "WeasyPrint's file has no printer's marks" in capsys.readouterr().err
    assert main(args) == 0
    assert "marks" not in capsys.readouterr().err
