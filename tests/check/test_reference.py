"""docs/checks.md is what the checks say of themselves."""

from pathlib import Path

from layout.check.reference import reference

ROOT = Path(__file__).parents[2]


def test_the_manual_is_what_the_checks_say() -> None:
    made = (ROOT / "docs/checks.md").read_text(encoding="utf-8")
    assert made == reference(), "python -m layout.check.reference > docs/checks.md"
