"""A proof set, as its maker meets it: which files there are, and what is said where a part is left
out or cannot be made."""

import json
from pathlib import Path

import pytest

from layout.api import ComposedPage
from layout.cli import main
from layout.making.earlier import LIST, LeftBehind, ProofFolder
from layout.making.proofset import PARTS
from layout.plates.plate import PlateError
from layout.words.said import said
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]
PICTURES = ["T1.png", "T1-proof.png", "T1-proof.txt"]


def names_in(folder: Path) -> list[str]:
    """The files of a folder of proofs, without the list of what made them."""
    return sorted(p.name for p in folder.iterdir() if p.name != LIST)


def test_the_whole_set(project: Project, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "set"
    words = ["proof", str(project.edition), "-o", str(out), "--dpi", "40", "--full-dpi", "60"]
    assert main([*words, "--json", "--lang", "zh"]) == 1  # PF15: its picture has few pixels
    told = json.loads(capsys.readouterr().out)
    inks = [f"T1-{ink}.png" for ink in ("Cyan", "Magenta", "Yellow", "Black", "ink", "softproof")]
    names = [*PICTURES, "T1-full.png", *inks, "T1-annotated.pdf"]
    (page,) = told["pages"]
    assert list(page["written"].values()) == [str(out / name) for name in names]
    assert Path(told["report"]).parent == out
    assert names_in(out) == sorted([*names, Path(told["report"]).name])
    assert [t["table"] for t in page["tables"]] == [
        "stories", "faces", "pictures", "colours", "inks",
    ]  # fmt: skip
    assert page["not_run"] == []
    assert [f["number"] for f in page["findings"]] == list(range(1, len(page["findings"]) + 1))


def test_a_page_that_cannot_be_set_is_one_of_those_of_the_report(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    """Who signs the report of the others sees that it is missing, and why."""
    text = project.spec.read_text(encoding="utf-8")
    bad = text.replace("page: T1", "page: T2").replace("columns: 2", "colums: 2")
    project.write("T2.yaml", bad)
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    words = ["proof", str(project.edition), "-o", str(tmp_path / "set"), "--dpi", "20", "--json"]
    without = ",".join(part for part in PARTS if part != "html")
    assert main([*words, "--without", without, "--lang", "zh"]) == 1
    html = Path(json.loads(capsys.readouterr().out)["report"]).read_text(encoding="utf-8")
    assert "共2版" in html
    assert "T2版排不出" in html
    assert "错误0处" not in html
    section = html.split('<section class="missed"')[1].split("</section>")[0]
    assert "colums" in section
    assert html.index("T2版排不出") < html.index('<section class="page ')


def proofed(project: Project, out: Path, *more: str) -> int:
    """The least set of the edition."""
    parts = "full,plates,preflight,pdf,html"
    return main(
        ["proof", str(project.edition), "-o", str(out), "--dpi", "20", "--without", parts, *more]
    )


def test_nothing_of_an_earlier_run_stands_beside_a_page_that_cannot_be_set(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    """What a person has changed or put there stays, and is said to be of another run."""
    out = tmp_path / "set"
    page = project.spec.read_text("utf-8")
    project.write("T2.yaml", page.replace("page: T1", "page: T2"))
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    proofed(project, out)
    (out / "T2-mine.png").write_bytes(b"mine")
    (out / "T2-proof.txt").write_text("read by me")
    project.change("T2.yaml", "columns: 2", "colums: 2")
    capsys.readouterr()
    assert proofed(project, out, "--lang", "zh") == 1
    told = capsys.readouterr().err
    assert "这次没有重做的2个文件已删去：T2-proof.png、T2.png" in told
    assert "有人改过，没有删，不是这次的：T2-proof.txt" in told
    assert names_in(out) == sorted([*PICTURES, "T2-mine.png", "T2-proof.txt"])
    proofed(project, out, "--lang", "zh")
    assert "上次的校样" not in capsys.readouterr().err  # said once


def test_what_is_not_made_anew_goes_with_its_report(project: Project, tmp_path: Path) -> None:
    """A report, and parts that are left out; pages of other papers in the folder stay."""
    out = tmp_path / "set"
    words = ["proof", str(project.spec), "-o", str(out), "--dpi", "20", "--without"]
    main([*words, "plates,preflight,full"])
    assert names_in(out) == sorted([*PICTURES, "T1-annotated.pdf", "T1-proof.html"])
    other = project.spec.read_text("utf-8").replace("page: T1", "page: X9")
    main(["proof", str(project.write("X9.yaml", other)), *words[2:], "plates,preflight,full,html"])
    main([*words, "plates,preflight,full,html"])
    ours = [name for name in names_in(out) if name.startswith("T1")]
    assert ours == sorted([*PICTURES, "T1-annotated.pdf"])
    project.change("T1.yaml", "columns: 2", "colums: 2")
    main([*words, "plates,preflight,full,html"])
    assert names_in(out) == sorted([f"X9{name[2:]}" for name in [*PICTURES, "T1-annotated.pdf"]])


def test_a_page_that_the_edition_no_longer_has_goes(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "set"
    page = project.spec.read_text("utf-8")
    project.write("T2.yaml", page.replace("page: T1", "page: T2"))
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    proofed(project, out)
    project.change("edition.yaml", "[T1.yaml, T2.yaml]", "[T1.yaml]")
    proofed(project, out)
    assert names_in(out) == sorted(PICTURES)


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", '{"files": 3}', '{"files": {"T1.png": {}}}', "[" * 9999,
        '{"files": {"../T1.yaml": {"digest": "0", "of": ["../T1.yaml"]}}}',
        '{"files": {"T1.png": {"digest": "0", "of": []}, "x": {"digest": 1, "of": ["a"]}}}',
    ],
)  # fmt: skip
def test_a_list_that_is_none_takes_nothing_away(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST).write_text(text)
    (tmp_path / "T1.png").write_bytes(b"")
    assert ProofFolder(tmp_path).end([tmp_path / "T1.yaml"], []) == LeftBehind()
    assert (tmp_path / "T1.png").exists()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_left_out_is_not_made_and_said(
    project: Project, tmp_path: Path, capsys: Capture, lang: str
) -> None:
    words = ["proof", str(project.spec), "-o", str(tmp_path / "set"), "--dpi", "20", "--json"]
    assert main([*words, "--without", ",".join(PARTS), "--lang", lang]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "report" not in told
    assert names_in(tmp_path / "set") == sorted(PICTURES)
    assert len(told["pages"][0]["not_run"]) == len(PARTS)


def test_plates_that_cannot_be_made_are_said_and_the_rest_is_made(
    project: Project, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(self: ComposedPage, dpi: float = 150.0) -> None:
        raise PlateError(said("PLATES.inks", count=99, most=12))

    monkeypatch.setattr(ComposedPage, "plates", none)
    words = ["proof", str(project.spec), "-o", str(tmp_path), "--dpi", "20", "--json"]
    assert main([*words, "--without", "full,pdf,preflight", "--lang", "zh"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert any("99" in line for line in told["pages"][0]["not_run"])
    assert (tmp_path / "T1-proof.html").is_file()


@pytest.mark.parametrize(
    ("given", "told"),
    [("plate", 'did you mean "plates"?'), (",", "--without takes"), ("x", "marks:")],
)
def test_a_part_that_is_none_is_2(project: Project, capsys: Capture, given: str, told: str) -> None:
    assert main(["proof", str(project.spec), "--without", given]) == 2
    assert told in capsys.readouterr().err


def test_two_pages_of_one_name_have_files_of_their_own(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    project.write("other.yaml", project.spec.read_text(encoding="utf-8"))
    out = tmp_path / "set"
    words = ["proof", str(project.spec), str(project.path("other.yaml")), "-o", str(out)]
    without = ",".join(part for part in PARTS if part != "html")
    assert main([*words, "--dpi", "20", "--without", without]) == 0
    capsys.readouterr()
    assert {"T1.png", "T1-2.png", "pages-proof.html"} <= {p.name for p in out.iterdir()}
