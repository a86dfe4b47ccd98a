"""Whole imports, file for file: what a change of a rule does to a page shows in the diff."""

import json
from pathlib import Path

import pytest

from layout.importer import import_text, write_edition
from layout.importer.word import import_word
from tests.conftest import Golden
from tests.importer.pagetexts import DAILY, PAGE, SHORT, SPECIAL
from tests.importer.word.richcopy import rich

FIELDS = (
    "kind",
    "severity",
    "rule",
    "line",
    "column",
    "byte",
    "to_byte",
    "before",
    "after",
    "note",
)


def told(log: str) -> str:
    """The log, a record a row; of what it says of a part, its beginning."""
    rows = []
    for row in map(json.loads, log.splitlines()):
        more = {k: v for k, v in row.items() if k not in FIELDS}
        cells = [str(row.get(k, ""))[:60].replace("\n", "⏎") for k in FIELDS]
        rows.append(" | ".join(cells) + (f" | {more}" if more else ""))
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    ("name", "text", "page_format"),
    [
        ("first", PAGE, "broadsheet"),
        ("daily", DAILY, "broadsheet"),
        ("special", SPECIAL, "tabloid"),
        ("short", SHORT, "tabloid"),
    ],
)
def test_an_import_writes_what_it_wrote(
    name: str, text: str, page_format: str, tmp_path: Path, golden: Golden
) -> None:
    imported = import_text(text.encode(), name=f"{name}.md", page_format=page_format)
    write_edition(imported, tmp_path / "edition")
    parts = [f"{d.severity} {d.code} {d}\n" for d in imported.diagnostics]
    for path in sorted((tmp_path / "edition").rglob("*")):
        if path.is_file() and path.parent.name != "source" and path.name != ".import.json":
            whole = path.read_text(encoding="utf-8")
            body = told(whole) if path.suffix == ".jsonl" else whole
            parts.append(f"===== {path.relative_to(tmp_path / 'edition').as_posix()}\n{body}")
    golden(f"import-{name}.txt", "".join(parts))


def test_an_import_of_copy_from_word_writes_what_it_wrote(golden: Golden) -> None:
    imported = import_word([("样稿.docx", rich())])
    assert imported.count.agrees
    parts = [f"{imported.count}\n", *(f"{d.severity} {d.code} {d}\n" for d in imported.diagnostics)]
    for name, data in sorted(imported.files.items()):
        body = data.decode() if not name.startswith("assets/") else f"{len(data)} bytes\n"
        parts.append(f"===== {name}\n{body}")
    golden("import-word.txt", "".join(parts))
