"""docs/spec.md is what the model says, and its example builds."""

import re
from pathlib import Path
from typing import Any

import pytest

from layout.api import Session
from layout.spec.markdown.story import FrontMatter
from layout.spec.model.page import Edition, PageSpec
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import keys_of
from layout.spec.reference import EXAMPLE_PAGE, EXAMPLE_STORY, records, reference
from layout.spec.resolve.defaults import COLORS, RULE_STYLES, STYLES
from layout.units import HAO_PT

DOCS = Path(__file__).parents[2] / "docs" / "spec.md"


def test_the_manual_is_what_the_model_says() -> None:
    assert DOCS.read_text(encoding="utf-8") == reference(), (
        "write it anew: python -m layout.spec.reference > docs/spec.md"
    )


@pytest.mark.parametrize("cls", [PageSpec, Edition, StyleSheet, FrontMatter])
def test_every_key_has_its_row(cls: type[Any]) -> None:
    rows = reference().splitlines()
    for record in (cls, *records(cls)):
        for name, spec in keys_of(record).items():
            doc = spec.metadata["doc"].replace(" | ", " \\| ")
            assert any(r.startswith(f"| `{name}` |") and doc in r for r in rows), (record, name)


def test_all_tables_have_whole_rows() -> None:
    width = 0
    for row in reference().splitlines():
        if not row.startswith("|"):
            width = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", row))
        width = width or cells
        assert cells == width, row


def test_what_is_built_in_is_listed() -> None:
    text = reference()
    for name in (*STYLES, *COLORS, *RULE_STYLES):
        assert f"`{name}`" in text
    for name in HAO_PT:
        assert name in text


def test_links_lead_to_headings() -> None:
    text = reference()
    heads = {
        h.lower().replace(" ", "-").replace("`", "") for h in re.findall(r"^#+ (.*)", text, re.M)
    }
    assert set(re.findall(r"\(#([a-z-]+)\)", text)) <= set(heads)


def test_the_example_builds_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "B1.yaml").write_text(EXAMPLE_PAGE, encoding="utf-8")
    (tmp_path / "stories" / "market.md").write_text(EXAMPLE_STORY, encoding="utf-8")
    page = Session().page(tmp_path / "B1.yaml")
    assert not page.diagnostics
    assert page.pdf().startswith(b"%PDF")
