"""`banxin import` as its user meets it: messages, exit status, JSON, no traceback."""

import json
import os
from pathlib import Path

import pytest

from layout.cli import main
from tests.importer.pagetexts import PAGE


def banxin(*words: str) -> int:
    return main(["import", *words])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a1-test.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_good(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out")) == 0
    out = capsys.readouterr().out
    assert "A1: 4 stories" in out
    assert "1 join," in out
    assert (tmp_path / "out/A1.yaml").is_file()


def test_json(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out"), "--json", "--page", "C2") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["page"] == "C2"
    assert report["cuts"] == 1
    assert report["edits"]["M2.list-dot"] == 2
    assert "C2.yaml" in report["written"]


def test_an_edit_refuses_or_goes_beside(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert banxin(str(source), "-o", out) == 0
    (tmp_path / "out/A1.yaml").write_text("# mine\n", encoding="utf-8")
    capsys.readouterr()
    assert banxin(str(source), "-o", out) == 1
    assert "A1.yaml:1:1: error: the file has been edited" in capsys.readouterr().err
    assert banxin(str(source), "-o", out, "--beside") == 0
    assert "A1.yaml.new" in capsys.readouterr().out


def test_undo(source: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out")) == 0
    capfdbinary.readouterr()
    assert banxin("--undo", str(tmp_path / "out")) == 0
    assert capfdbinary.readouterr().out == PAGE.encode()


def test_undo_of_a_changed_text(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out")) == 0
    (tmp_path / "out/source/a1-test.normalised.md").write_text("别的", encoding="utf-8")
    assert banxin("--undo", str(tmp_path / "out")) == 1
    assert "IMPORT-UNDO" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "IMPORT-READ"),
        (b"", "IMPORT-EMPTY"),
        ("报纸的版面".encode("gbk"), "IMPORT-ENCODING"),
        (b"\x00\x01\x02", "IMPORT-BINARY"),
        (b"a" * (2 * 1024 * 1024 + 1), "IMPORT-SIZE"),
        (b"a" * (17 * 1024 * 1024), "IMPORT-READ"),
    ],
)
def test_bad_input(
    data: bytes | None, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.md"
    if data is not None:
        path.write_bytes(data)
    assert banxin(str(path), "-o", str(tmp_path / "out")) == 1
    err = capsys.readouterr().err
    assert f"[{code}]" in err
    assert str(path) in err
    assert not (tmp_path / "out").exists()


def test_a_folder_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert banxin(str(tmp_path), "-o", str(tmp_path / "out")) == 1
    assert "IMPORT-READ" in capsys.readouterr().err


def test_a_pipe_is_not_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert banxin(str(tmp_path / "pipe"), "-o", str(tmp_path / "out")) == 1
    assert "is not a file" in capsys.readouterr().err


@pytest.mark.parametrize("page", ["../x", "", "B 1", "B1/2", "B" * 30])
def test_bad_page(page: str, source: Path, tmp_path: Path) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out"), "--page", page) == 2
    assert not (tmp_path / "out").exists()


def test_no_folder(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert banxin(str(source), "--json") == 2
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["code"] == "USE"
