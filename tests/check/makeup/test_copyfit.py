"""The copyfit table: over and under in an editor's words."""

import pytest

from layout.api import Session
from layout.check.makeup.checks import underset
from layout.check.makeup.copyfit import fit_rows
from layout.check.report import as_json
from layout.check.report import text as report_text
from layout.check.run import check_page
from layout.flow.copyfit import about
from tests.check.pages import (
    told_by,
    underfull,
)
from tests.conftest import Project


def test_a_byline_takes_a_line() -> None:
    assert not told_by(underset.CHECK, underfull(3, byline=True))
    assert [r.words for r in fit_rows(underfull(3, byline=True))] == ["欠文约40字（2行）"]


def test_copyfit_says_what_an_editor_says() -> None:
    assert [r.words for r in fit_rows(underfull(0))] == ["正好"]
    assert [r.words for r in fit_rows(underfull(5))] == ["欠文约95字（5行）"]
    assert [about(n) for n in (0, 1, 7.6, 57, 98, 123)] == [0, 5, 10, 55, 100, 120]


@pytest.mark.parametrize(
    ("lines", "says", "taken"), [("1-6", "正好", 6), ("1-9", "空3行", 6), ("1-4", "缺2行", 6)]
)
def test_a_table_is_short_of_lines_or_leaves_some(
    project: Project, lines: str, says: str, taken: int
) -> None:
    project.write("data.csv", "名,说\n甲,一\n乙,二\n丙,三\n")
    page = (
        "page: G1\nformat: tabloid\nblocks:\n"
        f"  - {{id: t, table: data.csv, title: 题, at: {{cols: 1-2, lines: {lines}}}}}\n"
    )
    report = check_page(Session().page(project.write("G1.yaml", page)))
    (row,) = report.tables
    assert (row.words, row.lines, row.shape, row.set) == (says, taken, "2列4行", 8)
    assert any("data.csv" in line and says in line for line in report_text(report))
    assert as_json(report)["copyfit"] == [row.as_json()]
