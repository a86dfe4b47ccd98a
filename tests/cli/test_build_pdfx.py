"""`banxin build --pdfx`: what the press PDF keeps to, for one build."""

import pytest

from layout.cli import main
from tests.conftest import Project


def press_line(project: Project, *options: str) -> str:
    """What the dump that a build makes says of the press."""
    out = project.path("made")
    assert main(["build", str(project.spec), "--to", "dump", "-q", "-o", str(out), *options]) == 0
    lines = (out / "T1.txt").read_text(encoding="utf-8").splitlines()
    return next((line for line in lines if line.startswith("press ")), "")


def test_it_goes_before_what_page_and_edition_say(project: Project) -> None:
    project.change("edition.yaml", "name:", "press: {pdfx: x1a, ink_limit: 220}\nname:")
    assert press_line(project) == "press pdfx=x1a ink-limit=220"
    assert press_line(project, "--pdfx", "none") == "press pdfx=none ink-limit=220"
    assert press_line(project, "--pdfx", "x4") == "press ink-limit=220"


def test_another_is_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(project.spec), "--pdfx", "x3"]) == 2
    assert "x4, x1a" in capsys.readouterr().err
