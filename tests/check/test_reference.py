"""docs/checks.md and docs/zh/checks.md are what the checks say of themselves."""

from pathlib import Path

import pytest

from layout.check.catalogue import CHECKS
from layout.check.reference import reference
from layout.words.said import LANGUAGES, Language
from tests.zhrows import missing_rows

ROOT = Path(__file__).parents[2]
FILES: dict[Language, str] = {"en": "docs/checks.md", "zh": "docs/zh/checks.md"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_manual_is_what_the_checks_say(lang: Language) -> None:
    assert not (lang == "zh" and missing_rows()), missing_rows()
    file = FILES[lang]
    made = (ROOT / file).read_text(encoding="utf-8")
    assert made == reference(lang), f"write {file} anew: make manuals"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_check_has_its_row(lang: Language) -> None:
    rows = reference(lang).splitlines()
    for check in CHECKS:
        assert sum(row.startswith(f"| `{check.id}` | {check.title} |") for row in rows) == 1
