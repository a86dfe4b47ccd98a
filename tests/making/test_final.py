"""A build that is final: preflighted before its file is written."""

from pathlib import Path

import pytest
from PIL import Image

from layout.check.press.checks.pf03_condition import ConditionLimits
from layout.check.press.checks.pf04_trim import TrimLimits
from layout.check.press.checks.pf11_spots import SpotLimits
from layout.cli import main
from layout.display.press import PressFacts
from layout.making.final import judge, rules_of
from layout.units import mm
from tests.check.press.checks.plainsheet import plain
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]
SIZE = (260.0, 360.0)


def test_the_rules_are_those_of_the_spec():
    rules = rules_of(PressFacts(pdfx="x1a", condition="Our press"), (mm(390), mm(543)))
    condition, trim = rules.limits["PF03"], rules.limits["PF04"]
    assert rules.standard == "x1a"
    assert isinstance(condition, ConditionLimits)
    assert isinstance(trim, TrimLimits)
    assert "Our press" in condition.allowed
    assert trim.width == pytest.approx(390)
    assert trim.height == pytest.approx(543)
    assert rules_of(PressFacts(pdfx="none")).standard == "none"


def test_the_spots_of_the_spec_are_no_strangers():
    rules = rules_of(PressFacts(), spots=("PANTONE 871 C",))
    inks = rules.limits["PF11"]
    assert isinstance(inks, SpotLimits)
    assert inks.allowed == ("PANTONE 871 C",)


def test_a_sound_file_is_let_through():
    found = judge(plain(), "A.pdf", PressFacts(), pages=("A1",), size=SIZE)
    assert [d for d in found if d.severity == "error"] == []


def test_what_is_wrong_is_told_at_the_page_and_stops_it():
    def breaks(_pdf: object, page: object) -> None:
        page["/Rotate"] = 90  # type: ignore[index]

    found = judge(plain(breaks=breaks), "A.pdf", PressFacts(), pages=("A1",), size=SIZE)
    errors = [d for d in found if d.severity == "error"]
    assert [f"{d.code}.{d.sub}" for d in errors] == ["PF06.turned", "NOT-FINAL.preflight"]
    assert errors[0].spot is not None
    assert errors[0].spot.page == "A1"


def test_a_page_of_another_size_is_not_final():
    found = judge(plain(), "A.pdf", PressFacts(), pages=("A1",), size=(261.0, 360.0))
    assert "PF04.width" in {f"{d.code}.{d.sub}" for d in found}


def test_a_final_page_is_written_where_preflight_finds_no_error(
    project: Project, tmp_path: Path, capsys: Capture
):
    out = tmp_path / "out"
    Image.new("RGB", (2000, 1000), (120, 140, 130)).save(project.path("assets/park.jpg"))
    command = ["build", str(project.spec), "-o", str(out), "--final", "--pdfx", "none"]
    assert main(command) == 0, capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == ["T1.pdf"]


def test_a_book_and_spreads_with_a_spot_are_final(tmp_path: Path, capsys: Capture):
    edition = Path(__file__).parents[2] / "specs/press"
    command = ["build", str(edition), "-o", str(tmp_path), "--final", "--pdfx", "x4", "-j", "1"]
    assert main(command) == 0, capsys.readouterr().err
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"X1.pdf", "X2.pdf", "press.pdf", "press-spreads.pdf"}


def test_a_final_page_is_not_written_where_it_does(
    project: Project, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "out"
    monkeypatch.setattr("layout.making.page._make", lambda *_: plain())  # of another size
    assert main(["build", str(project.spec), "-o", str(out), "--final"]) == 1
    err = capsys.readouterr().err
    assert "[PF04]" in err
    assert "T1.pdf is not written: preflight finds" in err
    assert not list(out.glob("*")) if out.exists() else True
    assert main(["build", str(project.spec), "-o", str(out)]) == 0
