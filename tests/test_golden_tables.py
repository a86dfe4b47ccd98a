"""The specimen of tables against its dump, and what a check says of it."""

from pathlib import Path

from layout.api import Session
from layout.cli import main
from tests.conftest import Golden

SPECIMEN = Path(__file__).parents[1] / "specs/tables/T1.yaml"


def test_the_specimen_of_tables_is_set_as_it_was(golden: Golden) -> None:
    page = Session().page(SPECIMEN)
    assert {d.code for d in page.diagnostics} == {"STANDS-IN"}
    golden("tables.dump", page.dump())


def test_no_check_has_a_word_on_the_specimen(capsys) -> None:
    assert main(["check", str(SPECIMEN)]) == 0
    assert "0 errors" in capsys.readouterr().out
