"""What happens to a press file afterwards: the table in docs, by the programs that are here."""

from pathlib import Path

import pytest

from bench.afterwards.facts import FACTS, Facts, facts_of
from bench.afterwards.files import FILES, make_files
from bench.afterwards.report import (
    ABSENT,
    CHANGED,
    DOCS,
    KEPT,
    LOST,
    Verdict,
    cell,
    compare,
    programs,
    read_rows,
    treated,
)
from bench.afterwards.tools import TREATMENTS, Treatment

STATED = {lang: path.read_text(encoding="utf-8") for lang, path in DOCS.items()}
ROWS = read_rows(STATED["en"])
ALWAYS = {"qpdf", "pikepdf", "pdfium"}
"""Programs that come with Banxin: they are never missing."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    return make_files(FILES, tmp_path_factory.mktemp("afterwards"))


def by_name(treatment: Treatment) -> str:
    return f"{treatment.program.name} {treatment.what.strip('`')}"


@pytest.mark.parametrize("treatment", TREATMENTS, ids=by_name)
def test_the_table_is_what_happens(
    treatment: Treatment, files: dict[str, tuple[Path, Path]]
) -> None:
    program = treatment.program
    here = program.version()
    if not here:
        assert program.name not in ALWAYS
        pytest.skip(f"{program.name} is missing ({program.brings})")
    if f"{program.name} {here}" not in STATED["en"].split("<!-- /versions -->")[0]:
        pytest.skip(f"docs/afterwards.md is of another version than {program.name} {here}")
    row = ROWS[treatment.name]
    for name, paths in files.items():
        verdict = treated(treatment, *paths)
        stated = {fact: _of(name, text) for fact, text in zip(FACTS, row, strict=True)}
        had = {fact: what for fact, what in verdict.items() if what != ABSENT}
        assert had == {fact: stated[fact] for fact in had}, name


def _of(name: str, stated: str) -> str:
    """What a cell says of a file: one that names files says of others that they were kept."""
    for part in stated.split("; "):
        what, _, names = part.partition(": ")
        if not names or name in names.split(", "):
            return KEPT if what == "·" else what
    return KEPT


def test_both_languages_have_the_same_table() -> None:
    signs = {"·": "·", "lost": "丢", "changed": "变", "refused": "不做"}
    for one, other in zip(ROWS.values(), read_rows(STATED["zh"]).values(), strict=True):
        for english, chinese in zip(one, other, strict=True):
            assert chinese.startswith(signs[english.split(":")[0]])
    assert len(ROWS) == len(TREATMENTS)


def test_versions_are_stated() -> None:
    for text in STATED.values():
        stated = text.partition("<!-- versions -->")[2].partition("<!-- /versions -->")[0]
        assert all(program.name in stated for program in programs())


def test_what_comes_with_banxin_keeps_a_press_file_whole(
    files: dict[str, tuple[Path, Path]],
) -> None:
    """What the page advises: joining by qpdf behind the first file, and taking a page out."""
    for treatment in TREATMENTS:
        if treatment.name in ("qpdf: `a --pages a b --`", "qpdf: `a --pages a 1 --`"):
            for paths in files.values():
                assert set(treated(treatment, *paths).values()) <= {KEPT, ABSENT}


def test_a_fact_is_kept_lost_or_changed() -> None:
    before: Facts = dict.fromkeys(FACTS, "a")
    before["blend space"] = [""]
    after = before | {"intent": [], "spots": ["b"], "identification": ("", "")}
    verdict = compare(before, after)
    assert (verdict["intent"], verdict["spots"], verdict["text"]) == (LOST, CHANGED, KEPT)
    assert verdict["identification"] == LOST
    assert verdict["blend space"] == ABSENT


def test_a_cell_names_the_files_that_differ() -> None:
    def of(what: str) -> Verdict:
        return {"intent": what}

    assert cell({"X-4": of(LOST), "sheet": of(LOST)}, "intent", "en") == "lost"
    assert cell({"X-4": of(LOST), "sheet": of(ABSENT)}, "intent", "en") == "lost"
    assert cell({"X-4": of(ABSENT)}, "intent", "en") == "·"
    mixed = {"X-4": of(LOST), "sheet": of(KEPT), "B1": of(CHANGED)}
    assert cell(mixed, "intent", "en") == "lost: X-4; changed: B1"
    assert cell(mixed, "intent", "zh") == "丢：X-4；变：B1"


def test_the_facts_are_there_to_be_lost(files: dict[str, tuple[Path, Path]]) -> None:
    """A fact that a file does not have can't be lost: of the specimen all are there."""
    found = facts_of(files["X-4"][0])
    assert all(found[fact] for fact in FACTS)
    assert found["blend space"] == ["/DeviceCMYK"]
    assert len(str(facts_of(files["sheet"][0])["spots"]).split(",")) == 2
