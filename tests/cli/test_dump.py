"""`banxin dump`: the page as a text, and what is refused."""

from pathlib import Path

import pytest

from layout.cli import main
from layout.display.undump import parse_dump
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


def test_dump_prints_the_page(project: Project, capsys: Capture) -> None:
    assert main(["dump", str(project.spec), "-q"]) == 0
    page = parse_dump(capsys.readouterr().out)
    assert page.name == "T1"
    assert [block.id for block in page.blocks] == ["header", "lead", "side", "picture"]


def test_dump_writes_one_file_or_a_folder(project: Project, tmp_path: Path) -> None:
    assert main(["dump", str(project.spec), "-q", "-o", str(tmp_path / "one.txt")]) == 0
    assert main(["dump", str(project.root), "-q", "-o", f"{tmp_path}/many/"]) == 0
    one = (tmp_path / "one.txt").read_text(encoding="utf-8")
    assert (tmp_path / "many/T1.txt").read_text(encoding="utf-8") == one


def test_dump_of_two_pages_into_one_file_is_bad_use(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    project.write("T2.yaml", project.spec.read_text(encoding="utf-8").replace("T1", "T2"))
    out = tmp_path / "one.txt"
    assert main(["dump", str(project.spec), str(project.path("T2.yaml")), "-o", str(out)]) == 2
    assert "2 pages" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("story: stories/two.md", "story: stories/tow.md"), "MISSING-FILE"),
        (("cols: 5-6, lines: 5-20", "cols: 5-7, lines: 5-20"), "OFF-GRID"),
        (("headline: {lines: 6}", "headlin: {lines: 6}"), "UNKNOWN-KEY"),
        (("cols: 5-6, lines: 5-20", "cols: 4-6, lines: 5-20"), "OVERLAP"),
    ],
)
def test_dump_of_a_bad_page_is_1(
    project: Project, capsys: Capture, change: tuple[str, str], code: str
) -> None:
    project.change("T1.yaml", *change)
    assert main(["dump", str(project.spec)]) == 1
    got = capsys.readouterr()
    assert got.out == ""
    assert f"[{code}]" in got.err
    assert "T1.yaml:" in got.err


def test_an_overset_page_is_dumped_and_1(project: Project, capsys: Capture) -> None:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    assert main(["dump", str(project.spec)]) == 1
    got = capsys.readouterr()
    assert "[OVERSET]" in got.err
    assert parse_dump(got.out).name == "T1"


@pytest.mark.parametrize(
    ("name", "status"), [("nothing.yaml", 2), ("stories", 1), ("x\0y.yaml", 2), ("a" * 5000, 2)]
)
def test_dump_of_nothing(project: Project, capsys: Capture, name: str, status: int) -> None:
    assert main(["dump", str(project.path(name))]) == status
    assert "error" in capsys.readouterr().err
