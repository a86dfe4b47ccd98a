"""`banxin build --marks`: printer's marks, for one build."""

import io

import pikepdf
import pytest

from layout.cli import main
from layout.display.press import MARKS
from tests.conftest import Project


def built(project: Project, *options: str) -> bool:
    """Whether the page has marks in a PDF that is built so."""
    out = project.path("made")
    assert main(["build", str(project.spec), "-q", "-o", str(out), *options]) == 0
    with pikepdf.open(io.BytesIO((out / "T1.pdf").read_bytes())) as pdf:
        (page,) = pdf.pages
        marked = list(page.mediabox) != list(page.obj.BleedBox)
        assert marked == ("/Marks" in page.Resources.get("/XObject", {}))
    return marked


def test_there_are_none_but_where_they_are_asked_for(project: Project) -> None:
    assert not built(project)
    assert built(project, "--marks", "all")
    assert built(project, "--marks", "crop, slug")
    assert built(project, "--set", "press.marks=true")
    assert built(project, "--set", "press.marks=crop")


def test_it_goes_before_what_the_edition_says(project: Project) -> None:
    project.change("edition.yaml", "name:", "press: {marks: true}\nname:")
    assert built(project)
    assert not built(project, "--marks", "none")


@pytest.mark.parametrize("given", ["corners", "crop,colour", "", "crop;slug", "true"])
def test_others_are_refused(
    project: Project, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    assert main(["build", str(project.spec), "--marks", given]) == 2
    told = capsys.readouterr().err
    assert all(mark in told for mark in MARKS)
