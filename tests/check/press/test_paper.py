"""The section's pages, its book and its spreads go to press: preflight finds no error in them."""

from pathlib import Path

import pytest

from layout.check.press.profile import find_rules
from layout.check.press.run import FileReport, preflight
from layout.cli import main

EDITION = Path(__file__).parents[3] / "specs/zhuzhou-2019-09-20"
FILES = ("B1", "B2", "B3", "B4", EDITION.name, f"{EDITION.name}-spreads")
PAGES = (1, 1, 1, 1, 4, 2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all of them are made, in both standards, once."""
    out = tmp_path_factory.mktemp("press")
    for standard in ("x4", "x1a"):
        # They stand in for a print, and cannot be built with --final.
        main(
            ["build", str(EDITION), "-o", str(out / standard), "--pdfx", standard, "-q", "-j", "1"]
        )
    return out


def judged(folder: Path, standard: str, name: str) -> FileReport:
    data = (folder / standard / f"{name}.pdf").read_bytes()
    return preflight(data, f"{name}.pdf", find_rules(f"newspaper-{standard}"))


@pytest.mark.parametrize("standard", ["x4", "x1a"])
@pytest.mark.parametrize(("name", "pages"), list(zip(FILES, PAGES, strict=True)))
def test_no_error_is_found(folder: Path, standard: str, name: str, pages: int):
    report = judged(folder, standard, name)
    assert [d.line("en") for d in report.found if d.severity == "error"] == []
    assert [(r.id, str(r.why)) for r in report.unchecked] == []
    assert report.pages == pages
    assert report.clean


def test_each_is_refused_by_the_other_standard(folder: Path):
    data = (folder / "x4" / "B1.pdf").read_bytes()
    assert not preflight(data, "B1.pdf", find_rules("newspaper-x1a")).clean
    data = (folder / "x1a" / "B1.pdf").read_bytes()
    assert not preflight(data, "B1.pdf", find_rules("newspaper-x4")).clean
