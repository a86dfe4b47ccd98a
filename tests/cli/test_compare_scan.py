"""Which PDF `banxin compare` takes as a scan, and what it says of scans, without measuring any."""

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from PIL import Image

from layout.cli import main
from layout.compare.scan import run
from layout.compare.scan.several import PageOfScan
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The names of the scans with which each comparison was asked for; every one is good."""
    out: list[list[str]] = []

    def compared(sides: Any, scans: Any, options: Any, beside: Any) -> list[PageOfScan]:
        out.append([scan.name for scan in scans])
        good: Any = SimpleNamespace(
            wanting=False, found=(), lines=lambda lang: ["good"], as_json=lambda lang: {"a": 1}
        )
        return [PageOfScan(name=scan.name, page=0, report=good) for scan in scans]

    monkeypatch.setattr(run, "compare_scans", compared)
    return out


def scanned(path: Path, extra: bytes = b"") -> Path:
    """A PDF of a picture, with more on its page."""
    data = io.BytesIO()
    Image.new("L", (90, 120), 200).save(data, "PDF")
    with pikepdf.open(data) as document:
        page = document.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources.Font = pikepdf.Dictionary(F1=font)
        page.contents_add(document.make_stream(extra))
        document.save(path)
    return path


@pytest.mark.parametrize(
    ("extra", "scan"),
    [
        (b"", True),
        (b"BT 3 Tr /F1 9 Tf 10 10 Td (words) Tj ET", True),
        (b"BT /F1 9 Tf 10 10 Td (words) Tj ET", False),
        (b"10 10 20 20 re f", False),
    ],
)
def test_a_pdf_of_nothing_but_pictures_is_a_scan(
    project: Project, tmp_path: Path, taken: list[list[str]], extra: bytes, scan: bool
) -> None:
    path = scanned(tmp_path / "s.pdf", extra)
    status = main(["compare", str(project.spec), str(path), "-q"])
    assert taken == ([["s.pdf"]] if scan else [])
    assert status == (0 if scan else 1)
    taken.clear()
    assert main(["compare", str(project.spec), str(path), "--scan", "-q"]) == 0
    assert taken == [["s.pdf"]]


def test_two_scans_or_pixels_are_compared_as_pictures(
    project: Project, tmp_path: Path, taken: list[list[str]]
) -> None:
    path = scanned(tmp_path / "s.pdf")
    assert main(["compare", str(path), str(path), "-q"]) == 0
    assert main(["compare", str(project.spec), str(path), "--pixels", "-q"]) == 1
    assert taken == []


def test_a_folder_of_scans(
    project: Project, tmp_path: Path, taken: list[list[str]], capsys: Capture
) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    assert main(["compare", str(project.root), str(folder), "--scan"]) == 2
    assert str(folder) in capsys.readouterr().err
    for name in ("b.JPG", "a.tif"):
        (folder / name).write_bytes(b"-")
    assert main(["compare", str(project.root), str(folder), "-q"]) == 0
    assert taken.pop() == ["a.tif", "b.JPG"]  # nothing else in it could be meant
    for name in ("b.JPG", "a.tif", "c.txt"):
        (folder / name).write_bytes(b"-")
    assert main(["compare", str(project.root), str(folder), "--scan", "--lang", "zh"]) == 0
    assert taken == [["a.tif", "b.JPG"]]
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["good", "good"]
    assert said[-1].startswith("比了2页扫描图，2页好")
