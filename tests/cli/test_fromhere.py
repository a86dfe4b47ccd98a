"""Places in files that a command tells can be opened from where it was given."""

import contextlib
from pathlib import Path

import pytest

from layout.cli import main
from tests.conftest import Project

QUICK = ["--without", "full,plates,preflight,html,pdf"]


@pytest.mark.parametrize(
    ("folder", "spec"),
    [(".", "paper/T1.yaml"), ("paper", "T1.yaml"), ("paper/stories", "../T1.yaml")],
)
@pytest.mark.parametrize("command", ["check", "build", "proof"])
def test_all_places_are_from_here(
    project: Project, capsys: pytest.CaptureFixture[str], command: str, folder: str, spec: str
) -> None:
    out = ["--dpi", "20", "-o", str(project.root.parent / "out")]
    more = {"check": [], "build": ["--to", "png", *out], "proof": [*QUICK, *out]}[command]
    with contextlib.chdir(project.root.parent / folder):
        main([command, spec, *more, "--lang", "zh"])
        told = capsys.readouterr()
        places = {row.split(":")[0] for row in (told.out + told.err).splitlines() if "警告" in row}
        files = {Path(place).resolve() for place in places if place.endswith((".yaml", ".md"))}
    wanted = {project.spec.resolve()}
    if command != "proof":
        wanted.add(project.path("stories/one.md").resolve())
    assert files == wanted
