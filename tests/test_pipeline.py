"""What the pipeline says of a page's faces before it composes."""

import pytest

from layout.api import Session
from layout.diagnostics import StopError
from tests.conftest import Project
from tests.told import assert_told

STYLES = "styles: {body: {face: %s}}\n"


def style(project: Project, text: str) -> Project:
    project.write("looks.yaml", text)
    project.change("T1.yaml", "page: T1\n", "page: T1\nstyles: looks.yaml\n")
    return project


def test_a_face_that_stands_in_is_told_at_its_place(project: Project) -> None:
    page = Session().page(style(project, STYLES % "仿宋").spec)
    (said,) = [d for d in page.diagnostics if d.code == "FACE-STANDS-IN"]
    assert (said.severity, str(said.where)) == ("warning", "looks.yaml:1:23")
    assert_told(said, "FACE-STANDS-IN.role", {"used": "楷", "role": "仿宋"})


def test_a_face_that_is_there_is_not_spoken_of(project: Project) -> None:
    page = Session().page(style(project, STYLES % "报宋").spec)
    assert not [d for d in page.diagnostics if d.code.startswith("FACE")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (STYLES % "没有", "looks.yaml:1:23"),
        ("faces: {坏: T1.yaml}\n" + STYLES % "坏", "looks.yaml:1:12"),
    ],
)
def test_a_face_that_cannot_be_had_stops_the_page(project: Project, text: str, place: str) -> None:
    with pytest.raises(StopError) as stop:
        Session().page(style(project, text).spec)
    faults = [d for d in stop.value.diagnostics if d.code == "FACE"]
    assert place in [str(d.where) for d in faults]
    assert all(d.severity == "error" for d in faults)
