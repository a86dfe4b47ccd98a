"""`banxin preflight`: what it says, its JSON, its pictures, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from layout.cli import main
from tests.check.press.checks.plainsheet import plain

Capture = pytest.CaptureFixture[str]


def turned(_pdf: Any, page: Any) -> None:
    page.Rotate = 90


@pytest.fixture
def good(tmp_path: Path) -> str:
    path = tmp_path / "good.pdf"
    path.write_bytes(plain())
    return str(path)


@pytest.fixture
def bad(tmp_path: Path) -> str:
    path = tmp_path / "bad.pdf"
    path.write_bytes(plain(breaks=turned))
    return str(path)


def test_a_sound_file_ends_with_0(good: str, capsys: Capture):
    assert main(["preflight", good]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == f"== {good} =="
    assert rows[-1].endswith(": passes by these rules")


def test_an_error_ends_with_1_and_does_not_stop_the_next_file(bad: str, good: str, capsys: Capture):
    assert main(["preflight", bad, good]) == 1
    out = capsys.readouterr().out
    assert "the page is turned by 90°" in out
    assert out.splitlines()[-1].endswith("passes by these rules")


def test_what_cannot_be_read_is_a_finding(tmp_path: Path, capsys: Capture):
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(plain()[:500])
    for path in (cut, tmp_path / "none.pdf", tmp_path):
        assert main(["preflight", str(path)]) == 1
        out = capsys.readouterr().out
        assert "[PF00]" in out
        assert out.count("the file could not be read") == 1  # of all checks in one row
        assert out.splitlines()[-1].endswith("does not pass")


def test_a_profile_that_is_not_known_is_bad_use(good: str, capsys: Capture):
    assert main(["preflight", good, "--profile", "newspaper"]) == 2
    assert "[PROFILE]" in capsys.readouterr().err


def test_json(bad: str, capsys: Capture):
    assert main(["preflight", bad, "--json"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["file"] == bad
    assert (file["profile"], file["standard"], file["pages"]) == ("newspaper-x4", "x4", 1)
    assert (file["errors"], file["clean"]) == (1, False)
    statuses = {check["id"]: check["status"] for check in file["checks"]}
    assert statuses["PF06"] == "found"
    assert statuses["PF04"] == "passed"
    (found,) = [f for f in file["findings"] if f["severity"] == "error"]
    assert (found["number"], found["id"], found["sub"]) == (1, "PF06", "turned")
    assert (found["page"], found["measured"], found["limit"]) == (1, 90, 0)
    assert found["box_mm"] == pytest.approx([0, 0, 260 / 72 * 25.4, 360 / 72 * 25.4], abs=0.01)


def test_json_of_a_file_that_cannot_be_read(tmp_path: Path, capsys: Capture):
    assert main(["preflight", str(tmp_path / "none.pdf"), "--json"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["pages"] is None
    assert {c["status"] for c in file["checks"]} == {"found", "not checked"}


def test_pictures_are_of_pages_with_findings(bad: str, good: str, tmp_path: Path, capsys: Capture):
    folder = tmp_path / "found"
    assert main(["preflight", bad, good, "--picture", str(folder)]) == 1
    assert [path.name for path in folder.iterdir()] == ["bad-1.png"]
    assert str(folder / "bad-1.png") in capsys.readouterr().out


def test_pictures_of_files_of_one_name_do_not_write_over_one_another(bad: str, tmp_path: Path):
    other = tmp_path / "more" / "BAD.pdf"
    other.parent.mkdir()
    other.write_bytes(Path(bad).read_bytes())
    folder = tmp_path / "found"
    assert main(["preflight", bad, str(other), "--picture", str(folder)]) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["BAD-2-1.png", "bad-1.png"]


def boxed(box: list[float] | list[str]) -> Any:
    def breaks(pdf: Any, page: Any) -> None:
        for key in ("TrimBox", "BleedBox"):
            if f"/{key}" in page:
                del page[f"/{key}"]
        page.MediaBox = pdf.make_indirect(pikepdf.Array(box))

    return breaks


@pytest.mark.parametrize(
    "box", [[300, 400, 0, 0], [0, 400, 300, 0], [0, 0, 0, 0], [0, 0, 9]], ids=str
)
def test_a_page_of_any_box_is_drawn(box: list[float], tmp_path: Path, capsys: Capture):
    path = tmp_path / "box.pdf"
    path.write_bytes(plain(breaks=boxed(box)))
    folder = tmp_path / "found"
    assert main(["preflight", str(path), "--picture", str(folder)]) == 1
    told = capsys.readouterr()
    assert "[PF04]" in told.out
    assert "BytesIO" not in told.out + told.err
    assert (folder / "box-1.png").is_file()


def test_in_chinese(bad: str, capsys: Capture):
    assert main(["preflight", bad, "--lang", "zh"]) == 1
    out = capsys.readouterr().out
    assert "这一页转了90°" in out
    assert out.splitlines()[-1].endswith("：不合格")


def test_a_locked_file_asks_for_its_password(tmp_path: Path, capsys: Capture):
    path = tmp_path / "locked.pdf"
    path.write_bytes(plain(encryption=pikepdf.Encryption(owner="a", user="b", R=4)))
    assert main(["preflight", str(path)]) == 1
    out = capsys.readouterr().out
    assert "[PF27]" in out
    assert "[PF00]" not in out
