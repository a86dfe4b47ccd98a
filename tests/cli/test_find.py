"""`banxin find`: a row a place, file:line:column, and how it ends."""

import json

import pytest

from layout.cli import main
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


def test_every_place_is_a_row(project: Project, capsys: Capture):
    assert main(["find", "早市", str(project.root)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "stories/two.md:2:11: title: 河边的[早市]"
    assert out[1].startswith("stories/two.md:5:4: 河边的[早市]有四十年了")
    assert out[-1] == '"早市": 2 places in 1 file'


def test_places_as_json(project: Project, capsys: Capture):
    assert main(["find", "湖边", str(project.spec), "--json"]) == 0
    (place,) = json.loads(capsys.readouterr().out)["places"]
    assert place["file"] == "T1.yaml"
    assert place["spec"]
    assert place["words"] == "湖边"


def test_what_is_not_there_and_what_is_left_out(project: Project, capsys: Capture):
    assert main(["find", "株洲", str(project.root)]) == 1
    assert "stands nowhere" in capsys.readouterr().out
    assert main(["find", "早市", str(project.root), "--except", "河边的早市"]) == 1
    assert main(["find", "早市", str(project.root), "--except", "晚市"]) == 2
    assert main(["find", "早市", str(project.root / "gone")]) == 2


def test_a_page_that_cannot_be_read_is_told(project: Project, capsys: Capture):
    project.write("T2.yaml", "page: T2\nblock: []\n")
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    assert main(["find", "早市", str(project.root)]) == 1
    both = capsys.readouterr()
    assert "T2.yaml:2:1" in both.err
    assert "2 places" in both.out
