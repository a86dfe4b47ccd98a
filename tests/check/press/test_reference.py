"""docs/preflight.md and docs/zh/preflight.md are what the checks and profiles say of themselves."""

from pathlib import Path

import pytest

from layout.check.press.catalogue import CHECKS
from layout.check.press.reference import reference
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import keys_of
from layout.words.said import LANGUAGES, Language
from layout.words.zh_preflight_keys import CHECKS as WHY
from layout.words.zh_preflight_keys import LIMITS

ROOT = Path(__file__).parents[3]
FILES: dict[Language, str] = {"en": "docs/preflight.md", "zh": "docs/zh/preflight.md"}


def test_every_check_and_limit_has_chinese_words():
    limits = {
        f"{check.id}.{key}"
        for check in CHECKS
        for key in keys_of(check.limits)
        if key not in keys_of(Limits)
    }
    assert {check.id for check in CHECKS} - set(WHY) == set()
    assert set(WHY) - {check.id for check in CHECKS} == set()
    assert limits - set(LIMITS) == set()
    assert set(LIMITS) - limits == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_manual_is_what_the_checks_say(lang: Language):
    made = (ROOT / FILES[lang]).read_text(encoding="utf-8")
    assert made == reference(lang), f"write {FILES[lang]} anew: make manuals"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_check_has_its_row(lang: Language):
    rows = reference(lang).splitlines()
    for check in CHECKS:
        assert sum(row.startswith(f"| `{check.id}` | {check.title} |") for row in rows) == 1
