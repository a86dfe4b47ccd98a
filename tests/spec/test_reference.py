"""docs/spec.md and docs/zh/spec.md are what the model says, and their example builds."""

import re
from pathlib import Path
from typing import Any

import pytest

from layout.api import Session
from layout.spec.documents import DOCUMENTS, records
from layout.spec.purposes import purpose
from layout.spec.reader.fields import keys_of
from layout.spec.reference import reference
from layout.spec.resolve.defaults import COLORS, IN_THE_LINE, RULE_STYLES, STYLES
from layout.units import HAO_PT
from layout.words.manual import written
from layout.words.said import LANGUAGES, Language
from tests.zhrows import missing_rows

ROOT = Path(__file__).parents[2]
FILES: dict[Language, str] = {"en": "docs/spec.md", "zh": "docs/zh/spec.md"}
BOTH = pytest.mark.parametrize("lang", LANGUAGES)


@BOTH
def test_the_manual_is_what_the_model_says(lang: Language) -> None:
    assert not (lang == "zh" and missing_rows()), missing_rows()
    file = FILES[lang]
    assert (ROOT / file).read_text(encoding="utf-8") == reference(lang), (
        f"write {file} anew: make manuals"
    )


@BOTH
@pytest.mark.parametrize("cls", DOCUMENTS.values())
def test_every_key_has_its_row(cls: type[Any], lang: Language) -> None:
    rows = reference(lang).splitlines()
    for record in (cls, *records(cls)):
        for name in keys_of(record):
            doc = purpose(record, name, lang).replace("|", "\\|")
            assert any(r.startswith(f"| `{name}` |") and doc in r for r in rows), (record, name)


@BOTH
def test_all_tables_have_whole_rows(lang: Language) -> None:
    width = 0
    for row in reference(lang).splitlines():
        if not row.startswith("|"):
            width = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", row))
        width = width or cells
        assert cells == width, row


@BOTH
def test_a_style_inside_a_line_has_a_dash_for_what_is_the_lines_own(lang: Language) -> None:
    (table,) = [part for part in reference(lang).split("\n\n") if "| `masthead-day` |" in part]
    rows = {row.split("`")[1]: row.split("|")[1:-1] for row in table.splitlines() if "`" in row}
    assert set(IN_THE_LINE) < set(rows)
    for name, row in rows.items():
        cells = [cell.strip() for cell in row][-8:]
        keys = ("face", "size", "leading", "color", "align", "indent", "latin_gap", "digits")
        dashes = {key for key, cell in zip(keys, cells, strict=True) if cell == "—"}
        assert dashes == set(keys) - IN_THE_LINE.get(name, set(keys))


@BOTH
def test_what_is_built_in_is_listed(lang: Language) -> None:
    text = reference(lang)
    for name in (*STYLES, *COLORS, *RULE_STYLES):
        assert f"`{name}`" in text
    for name in HAO_PT:
        assert name in text


@BOTH
def test_links_lead_to_headings(lang: Language) -> None:
    text = reference(lang)
    heads = re.findall(r"^#+ (.*)", text, re.M)
    assert len(set(heads)) == len(heads)
    anchors = {h.lower().replace(" ", "-").replace("`", "") for h in heads}
    assert set(re.findall(r"\(#([^)]+)\)", text)) <= anchors


@BOTH
def test_the_example_builds_without_a_word(tmp_path: Path, lang: Language) -> None:
    (tmp_path / "stories").mkdir()
    for name, words in (("B1.yaml", "example-page"), ("stories/market.md", "example-story")):
        (tmp_path / name).write_text(written(lang, words), encoding="utf-8")
    page = Session().page(tmp_path / "B1.yaml")
    assert not page.diagnostics
    assert page.pdf().startswith(b"%PDF")


def test_the_chinese_manual_is_in_chinese() -> None:
    bare = re.sub(r"```.*?```|`[^`\n]*`", "", reference("zh"), flags=re.S)
    assert re.findall("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", bare) == []
