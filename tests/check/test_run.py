"""One page checked: nothing twice, nothing lost, and the pages that the project ships."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.check.run import PageReport, besides, check_page
from layout.diagnostics import error, warning
from tests.conftest import Project

ROOT = Path(__file__).parents[2]
B1 = ROOT / "specs/zhuzhou-2019-09-20/B1.yaml"


def codes(report: PageReport) -> list[str]:
    return [d.code for d in report.diagnostics]


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
    alone = error("DISPLAY-WIDE.line")
    again = warning("LOOSE.gaps")
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
