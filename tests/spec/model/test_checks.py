"""`checks:` in a page and its edition: what may be said, and which goes over which."""

from pathlib import Path

from layout.check.makeup.gather import severities
from layout.diagnostics import Diagnostic
from layout.spec.load import _as
from layout.spec.model.checks import CHECK_IDS, Checks, over
from layout.spec.model.page import Edition, PageSpec
from layout.spec.reader.lengths import Length
from layout.spec.schema import json_schema
from tests.check.pages import rules

ROOT = Path(__file__).parents[3]


def faults(checks: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    _as(PageSpec, "a page")(f"page: T\nchecks: {checks}\n".encode(), "T.yaml", found)
    return found


def edition(checks: str) -> Checks:
    found: list[Diagnostic] = []
    made = _as(Edition, "an edition")(f"checks: {checks}\n".encode(), "e.yaml", found)
    assert made is not None
    assert not found
    assert made.checks is not None
    return made.checks


def test_the_page_goes_over_the_edition_key_by_key() -> None:
    both = over(
        edition("{GUTTER-RUN: {height: 70, articles: 3}, RUNT: skip}"),
        rules("{GUTTER-RUN: {height: 80}, WIDOW: {severity: error}}"),
    )
    assert (both.gutter_run.height, both.gutter_run.articles) == (80, 3)
    assert severities(both) == {"RUNT": "skip", "WIDOW": "error"}
    assert severities(over(edition("{RUNT: skip}"), rules("{RUNT: info}"))) == {"RUNT": "info"}


def test_nothing_given_is_the_default() -> None:
    made = over(None, None)
    assert severities(made) == {}
    assert made.title_abut.gap == Length(2, "zi")
    assert made.loose.gap == 0.125


def test_bad_values_are_told_with_their_place() -> None:
    assert [str(d) for d in faults("{RUNT: no}")] == [
        'T.yaml:2:16: error: checks.RUNT: "no" where one of skip, info, warning, error is expected '
        '(did you mean "info"?) [VALUE]'
    ]
    assert 'did you mean "RUNT"?' in str(faults("{RUNTS: skip}")[0])
    assert [d.code for d in faults("{GRID: {by: 3}}")] == ["VALUE"]
    assert [d.code for d in faults("{GUTTER-RUN: {height: 170}}")] == ["VALUE"]
    assert [d.code for d in faults("{accept: [{check: RUNT, at: x}]}")] == ["MISSING-KEY"]
    assert 'did you mean "WIDOW"?' in str(faults("{accept: [{check: WIDO, at: x, why: y}]}")[0])


def test_an_edition_accepts_nothing() -> None:
    found: list[Diagnostic] = []
    _as(Edition, "e")(b"checks: {accept: [{check: RUNT, at: x, why: y}]}\n", "e.yaml", found)
    assert [d.code for d in found] == ["UNKNOWN-KEY"]


def test_the_schema_has_the_keys() -> None:
    properties = json_schema("page")["properties"]["checks"]["properties"]
    assert set(properties) == {*CHECK_IDS, "accept"}


def test_a_page_without_thresholds_does_not_load_them() -> None:
    import subprocess
    import sys

    code = "import sys, layout.spec.load; print('layout.spec.model.checks' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
