"""`banxin build`: what it says at the end, what it makes once, and how it ends."""

import json
from pathlib import Path

import pytest

from layout.cli import main
from layout.making.page import told_apart
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def out(tmp_path: Path) -> str:
    return str(tmp_path / "out")


def test_the_last_line_says_what_came_of_a_page(
    project: Project, capsys: Capture, out: str
) -> None:
    assert main(["build", str(project.spec), "-o", out]) == 0
    got = capsys.readouterr()
    assert got.out == f"{out}/T1.pdf\n"
    assert got.err.splitlines()[-1].startswith("T1: made, ")
    assert "error" not in got.err.splitlines()[-1]


def test_errors_and_warnings_are_counted(project: Project, capsys: Capture, out: str) -> None:
    project.write("stories/two.md", "---\ntitle: 早市\n---\n> 早市开了。\n")
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    assert main(["build", str(project.spec), "-o", out]) == 1
    rows = capsys.readouterr().err.splitlines()
    errors, warnings = (sum(f": {kind}: " in row for row in rows) for kind in ("error", "warning"))
    assert errors == 1
    assert warnings > 1
    assert rows[-1] == f"T1: made, 1 error, {warnings} warnings"


def test_a_page_that_is_not_made_is_said(project: Project, capsys: Capture, out: str) -> None:
    project.change("T1.yaml", "story: stories/two.md", "story: stories/tow.md")
    project.change("T1.yaml", "format: tabloid", "format: tabloit")
    assert main(["build", str(project.spec), "-o", out]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "T1: not made, 2 errors"


@pytest.mark.parametrize("option", ["-q", "--json"])
def test_no_summary_where_none_is_wanted(
    project: Project, capsys: Capture, out: str, option: str
) -> None:
    assert main(["build", str(project.spec), "-o", out, option]) == 0
    assert "T1: made" not in capsys.readouterr().err


def test_a_spec_given_twice_is_made_once(project: Project, capsys: Capture, out: str) -> None:
    link = project.path("same.yaml")
    link.symlink_to(project.spec)
    words = [str(project.spec), str(project.root / "." / "stories" / ".." / "T1.yaml")]
    assert main(["build", *words, str(project.root), str(link), "-o", out]) == 0
    got = capsys.readouterr()
    assert got.out == f"{out}/T1.pdf\n{out}/paper.pdf\n"
    assert got.err.count("T1: made") == 1


def test_two_pages_of_one_name_are_told_at_the_second(
    project: Project, capsys: Capture, out: str
) -> None:
    project.write("T2.yaml", project.spec.read_text(encoding="utf-8"))
    assert main(["build", str(project.spec), str(project.path("T2.yaml")), "-o", out]) == 1
    err = capsys.readouterr().err
    assert "T2.yaml:1:7: error: T2.yaml and T1.yaml are both T1 [SAME-NAME]" in err
    assert err.splitlines()[-1].startswith("T2: not made, 1 error")


def test_two_files_of_one_name_are_told_apart_by_their_folders(
    project: Project, capsys: Capture, out: str
) -> None:
    page = project.spec.read_text("utf-8")
    specs = [str(project.write(f"{day}/A.yaml", page)) for day in ("d1", "d2")]
    assert main(["build", *specs, "-o", out]) == 1
    assert "d2/A.yaml and d1/A.yaml are both T1 [SAME-NAME]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("A1.yaml", "A2.yaml", ("A1.yaml", "A2.yaml")),
        ("d1/A1.yaml", "d2/A1.yaml", ("d1/A1.yaml", "d2/A1.yaml")),
        ("a/d1/A1.yaml", "b/d1/A1.yaml", ("a/d1/A1.yaml", "b/d1/A1.yaml")),
        ("A1.yaml", "d1/A1.yaml", ("A1.yaml", "d1/A1.yaml")),
        ("A1.yaml", "A1.yaml", ("A1.yaml", "A1.yaml")),
    ],
)
def test_as_many_folders_are_named_as_tell_files_apart(
    one: str, other: str, apart: tuple[str, str]
) -> None:
    assert told_apart(Path(one), Path(other)) == apart


def test_a_folder_of_editions_is_told_how_they_are_given(
    project: Project, capsys: Capture, out: str
) -> None:
    project.write("archive/d1/edition.yaml", "pages: []\n")
    assert main(["build", str(project.path("archive")), "-o", out]) == 1
    assert "archive/*) [NO-EDITION]" in capsys.readouterr().err
    project.path("archive/d1/edition.yaml").unlink()
    assert main(["build", str(project.path("archive")), "-o", out]) == 1
    assert "holds no edition.yaml [NO-EDITION]" in capsys.readouterr().err


def test_what_is_not_final_is_told_at_the_page(project: Project, capsys: Capture, out: str) -> None:
    project.change("T1.yaml", "caption: 湖边的新园区", "caption: 湖边的新园区\n    stands_in: true")
    assert main(["build", str(project.spec), "-o", out, "--final"]) == 1
    err = capsys.readouterr().err
    told = "T1 is not final: assets/park.jpg stands in for the picture [NOT-FINAL]"
    assert f"T1.yaml:17:14: error: {told}" in err
    assert not Path(out).exists()


@pytest.mark.parametrize("command", ["build", "proof", "dump"])
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["no.yaml"], 2),
        (["T1.yaml", "no.yaml"], 2),
        (["no\0.yaml"], 2),
        (["stories"], 1),
        (["T1.yaml", "--set", "format.columns"], 2),
        (["T1.yaml", "--set", "=7"], 2),
        (["T1.yaml", "--set", "blocks.nobody.at=1"], 2),
        (["T1.yaml", "--set", "title=[a"], 2),
        (["T1.yaml", "--set", "blocks.lead.at.lines=5-999"], 1),
        (["T1.yaml", "--set", "blocks.lead.story=stories/no.md"], 1),
    ],
)
def test_bad_use_and_problems(  # noqa: PLR0917
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    command: str,
    words: list[str],
    status: int,
) -> None:
    monkeypatch.chdir(project.root)
    dpi = [] if command == "dump" else ["--dpi", "20"]
    assert main([command, *words, *dpi]) == status
    assert "error" in capsys.readouterr().err


def test_json_holds_what_could_not_be_found(project: Project, capsys: Capture, out: str) -> None:
    assert (
        main(["build", str(project.path("no.yaml")), str(project.spec), "-o", out, "--json"]) == 2
    )
    pages = json.loads(capsys.readouterr().out)["pages"]
    assert [p["diagnostics"][0]["code"] for p in pages[:1]] == ["MISSING-FILE"]
    assert pages[1]["written"] == [f"{out}/T1.pdf"]


@pytest.mark.parametrize("name", ["../T1", "a\\b", ".hidden", "..", "/T1"])
def test_a_name_that_leads_out_is_refused(
    project: Project, capsys: Capture, out: str, name: str
) -> None:
    project.change("T1.yaml", "page: T1", f"page: {name}")
    assert main(["build", str(project.spec), "-o", out]) == 1
    err = capsys.readouterr().err
    assert "T1.yaml:1:7: error: page: " in err
    assert "files are called by a page's name" in err
    assert not Path(out).exists()
