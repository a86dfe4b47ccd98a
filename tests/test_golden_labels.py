"""The specimen of labels, panels, 小标题 and folios against its dumps, and what a check says."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.cli import main
from tests.conftest import Golden

SPECIMEN = Path(__file__).parents[1] / "specs/labels"
TOLD = {
    "L1": {
        "STANDS-IN",
        "PICTURE-INKS",
        "RULE-INKS",
    },  # an RGB drawing; a red hairline, as in dailies
    "L2": {"STANDS-IN", "RULE-INKS"},
}


@pytest.mark.parametrize("page", TOLD)
def test_the_specimen_of_labels_is_set_as_it_was(golden: Golden, page: str) -> None:
    made = Session().page(SPECIMEN / f"{page}.yaml")
    assert {d.code for d in made.diagnostics} == TOLD[page]
    golden(f"labels-{page}.dump", made.dump())


@pytest.mark.parametrize("page", TOLD)
def test_no_check_finds_an_error_on_the_specimen(capsys, page: str) -> None:
    assert main(["check", str(SPECIMEN / f"{page}.yaml")]) == 0
    told = capsys.readouterr().out
    assert "0 errors" in told
    for code in ("COLLIDE", "INVISIBLE", "TIGHT", "GRID", "OUT", "TITLE-ORPHAN"):
        assert f"[{code}]" not in told
