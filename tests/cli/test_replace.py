"""`banxin replace`: nothing is changed until it is asked for, and then all of it."""

import json

import pytest

from layout.cli import main
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


def story(project: Project) -> str:
    return project.path("stories/two.md").read_text(encoding="utf-8")


def test_it_is_dry_by_default(project: Project, capsys: Capture):
    before = story(project)
    assert main(["replace", "早市", "夜市", str(project.root)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "stories/two.md:2:11: title: 河边的[早市→夜市]"
    assert out[-1] == "nothing is changed yet; --write changes the files"
    assert story(project) == before


def test_with_write_the_files_are_changed(project: Project, capsys: Capture):
    before = story(project)
    assert main(["replace", "早市", "夜市", str(project.root), "--write"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 file changed"
    assert story(project) == before.replace("早市", "夜市")
    assert main(["replace", "早市", "夜市", str(project.root), "--write"]) == 1
    assert main(["build", str(project.spec), "-q", "-o", str(project.root / "out")]) == 0


def test_places_in_specs_are_told_and_stay(project: Project, capsys: Capture):
    assert main(["replace", "新园区", "新城", str(project.root), "--write", "--lang", "zh"]) == 0
    both = capsys.readouterr()
    assert "T1.yaml:18:" in both.err
    assert "没有改" in both.err
    assert "湖边的新园区" in project.spec.read_text(encoding="utf-8")


def test_nothing_is_written_while_a_page_cannot_be_read(project: Project, capsys: Capture):
    project.write("T2.yaml", "page: T2\nblock: []\n")
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    before = story(project)
    assert main(["replace", "早市", "夜市", str(project.root), "--write"]) == 1
    assert "some pages cannot be read" in capsys.readouterr().err
    assert story(project) == before


def test_what_breaks_a_head_is_told_with_its_place(project: Project, capsys: Capture):
    before = story(project)
    assert main(["replace", "河边的", "河边: ", str(project.root), "--write"]) == 1
    err = capsys.readouterr().err
    assert "stories/two.md:2:" in err
    assert "nothing is changed" in err
    assert story(project) == before


def test_as_json(project: Project, capsys: Capture):
    assert main(["replace", "早市", "夜市", str(project.root), "--write", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["written"] == ["stories/two.md"]
    assert [p["column"] for p in told["places"]] == [11, 4]


@pytest.mark.parametrize("args", [["甲", "甲"], ["", "甲"], ["甲\n", "乙"]])
def test_bad_use(project: Project, args: list[str]):
    assert main(["replace", *args, str(project.root)]) == 2
