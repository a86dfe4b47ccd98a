"""`banxin check` as its user meets it, and the pages that the project ships."""

import json
from pathlib import Path

import pytest

from layout.api import Session
from layout.check.catalogue import CHECKS
from layout.check.run import PageReport, besides, check_page
from layout.cli import main
from layout.diagnostics import error, warning
from tests.conftest import SENTENCE, Golden, Project

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
B1 = ROOT / "specs/zhuzhou-2019-09-20/B1.yaml"

BROKEN = """\
page: T1
format: tabloid
date: 2024-05-06
blocks:
  - id: lead
    story: stories/one.md
    headline: {lines: 5, size: 24pt}
    columns: 2
    evidence:
      - {column_ends: 排起了长队。, source: the print}
      - {column_ends: 第一班公交车, required: false}
    at: {cols: 1-3, lines: 1-20}
  - id: side
    story: stories/two.md
    headline: {lines: 5, size: 24pt}
    at: {cols: 4-6, lines: 1-20}
  - id: low
    story: stories/three.md
    at: {cols: 1-3, lines: 22-24}
  - id: right
    story: stories/two.md
    at: {cols: 4-6, lines: 22-40}
checks:
  FACES: skip
  UNDERSET: info
  accept:
    - {check: PAGE-CUT, at: low, why: two parts}
    - {check: RUNT, at: nowhere, why: none}
"""


@pytest.fixture
def broken(project: Project) -> Project:
    project.write("T1.yaml", BROKEN)
    project.write("stories/one.md", "---\ntitle: 老厂房新园区长\n---\n\n" + SENTENCE * 8 + "\n")
    project.write("stories/three.md", SENTENCE * 3 + "\n")
    return project


def check(capsys: Capture, *args: object) -> tuple[int, str]:
    status = main(["check", *map(str, args)])
    return status, capsys.readouterr().out


def codes(report: PageReport) -> list[str]:
    return [d.code for d in report.diagnostics]


def test_the_text(broken: Project, capsys: Capture, golden: Golden) -> None:
    status, text = check(capsys, broken.spec)
    assert status == 1
    golden("check.txt", text)


def test_the_json(broken: Project, capsys: Capture, golden: Golden) -> None:
    status, text = check(capsys, broken.spec, "--json")
    assert status == 1
    json.loads(text)
    golden("check.json", text.replace(str(broken.root), "ROOT"))


def test_errors_come_first_and_the_count_last(broken: Project, capsys: Capture) -> None:
    _, text = check(capsys, broken.spec)
    rows = text.splitlines()
    assert rows[0] == "== T1 =="
    kinds = [kind for row in rows for kind in ("error", "warning", "info") if f": {kind}: " in row]
    assert kinds == sorted(kinds, key=("error", "warning", "info").index)
    assert len(set(kinds)) == 3
    errors, warnings = kinds.count("error"), kinds.count("warning")
    assert rows[-1].startswith(f"T1: {len(CHECKS) - 1} checks, {errors} error")
    assert f", {warnings} warning" in rows[-1]
    assert rows[-1].endswith(", 1 accepted, 1 left out")


def test_quiet_leaves_errors_and_the_count(broken: Project, capsys: Capture) -> None:
    _, text = check(capsys, broken.spec, "-q")
    *errors, count = text.splitlines()
    assert errors
    assert all(": error: " in row for row in errors)
    assert count.startswith(f"T1: {len(CHECKS) - 1} checks")


def test_a_good_page_ends_well(project: Project, capsys: Capture) -> None:
    project.change("T1.yaml", "cols: 5-6, lines: 5-20", "cols: 5-6, lines: 5-18")
    status, text = check(capsys, project.spec)
    assert status == 0
    assert " 0 errors" in text.splitlines()[-1]


def test_a_threshold_for_one_run(broken: Project, capsys: Capture) -> None:
    _, text = check(capsys, broken.spec, "--set", "checks.OVERSET=warning")
    assert "three.md: " in text
    assert "[OVERSET]" in text
    assert not [r for r in text.splitlines() if ": error: " in r and "[OVERSET]" in r]


def test_a_check_that_is_off_does_not_hide_what_composing_says(
    broken: Project, capsys: Capture
) -> None:
    status, text = check(capsys, broken.spec, "--set", "checks.OVERSET=skip", "-q")
    assert status == 1
    assert text.count("[OVERSET]") == 1


def test_a_page_that_cannot_be_made_does_not_stop_the_others(
    broken: Project, capsys: Capture
) -> None:
    other = broken.write("T2.yaml", "page: T2\nformat: tabloit\n")
    status = main(["check", str(other), str(broken.spec), "--json"])
    pages = json.loads(capsys.readouterr().out)["pages"]
    assert status == 1
    assert set(pages[0]) == {"spec", "diagnostics"}
    assert pages[1]["page"] == "T1"


def test_bad_use(project: Project, capsys: Capture) -> None:
    assert main(["check", str(project.path("none.yaml"))]) == 2
    assert main(["check", str(project.spec), "--set", "checks.RUNTS=skip"]) == 1
    assert 'did you mean "RUNT"?' in capsys.readouterr().err


def test_nothing_is_told_twice(broken: Project) -> None:
    page = Session().page(broken.spec)
    assert "OVERSET" in [d.code for d in page.diagnostics]
    report = check_page(page)
    assert codes(report).count("OVERSET") == 1
    told = [(d.code, str(d.where), d.message) for d in report.diagnostics]
    assert len(told) == len(set(told))


def test_what_composing_alone_says_is_kept(broken: Project) -> None:
    report = check_page(Session().page(broken.spec))
    checks = PageReport(
        page="T", results=report.results, diagnostics=(), accepted=(), copyfit=(), evidence=()
    )
    alone = error("DISPLAY-WIDE", "too wide")
    again = warning("LOOSE", "told by the check, by its own threshold")
    assert besides([alone, again], checks) == [alone]  # type: ignore[arg-type]


def test_findings_have_a_place_in_a_file_and_on_the_page(broken: Project) -> None:
    report = check_page(Session().page(broken.spec))
    found = [d.as_json() for r in report.results for d in r.found]
    assert found
    for one in found:
        assert one["line"]
        assert one["page"] == "T1"
        assert len(one["rect_pt"]) == 4  # type: ignore[arg-type]


def test_b1_has_no_error_and_every_warning_is_explained() -> None:
    report = check_page(Session().page(B1))
    assert report.count("error") == 0
    assert set(codes(report)) <= {"STANDS-IN"}
    assert [r.id for r in report.unchecked if r.id != "FOLIO"] == []
    assert all(a.why for a in report.accepted)


def test_b1_meets_what_is_known_of_its_print() -> None:
    report = check_page(Session().page(B1))
    assert [(s.facts.block, s.met) for s in report.evidence] == [
        ("projects", True),
        ("four-links", True),
        ("four-links", True),
        ("innovation", False),
    ]
    assert [s.evidence.required for s in report.evidence] == [True, True, True, False]


@pytest.mark.parametrize("name", ["S1.yaml", "S2.yaml"])
def test_the_specimen_has_no_finding_that_is_not_explained(name: str) -> None:
    report = check_page(Session().page(ROOT / "specs/specimen" / name))
    assert codes(report) == []
    assert not report.unchecked
