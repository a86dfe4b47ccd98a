"""The specimen of pictures against its dump, and what a check says of it."""

from pathlib import Path

from layout.api import Session
from layout.cli import main
from layout.display.items import Picture
from tests.conftest import Golden

SPECIMEN = Path(__file__).parents[1] / "specs/pictures/P1.yaml"


def test_the_specimen_of_pictures_is_set_as_it_was(golden: Golden) -> None:
    page = Session().page(SPECIMEN)
    told = {d.said.key for d in page.diagnostics if d.severity != "info"}
    assert told == {"STANDS-IN.text"}
    golden("pictures.dump", page.dump())


def test_what_covers_another_picture_is_told_of_it() -> None:
    page = Session().page(SPECIMEN)
    over = [(d.said.key, d.severity) for d in page.diagnostics if d.code == "OVER"]
    assert over == [("OVER.covers", "info"), ("OVER.clear", "info"), ("OVER.covers", "info")]
    assert sum(bool(i.corners) for i in page.display.items if isinstance(i, Picture)) == 9


def test_no_check_has_a_word_on_the_specimen(capsys) -> None:
    assert main(["check", str(SPECIMEN)]) == 0
    assert "0 errors, 2 warnings" in capsys.readouterr().out  # its texts stand in
