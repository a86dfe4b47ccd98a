"""UNDERSET: columns that stay empty, counted as an editor counts them."""

from collections.abc import Iterable

import pytest

from layout.api import Session
from layout.check.makeup.checks import underset
from layout.check.run import check_page
from layout.diagnostics import Diagnostic
from layout.words.said import said
from tests.check.pages import (
    found,
    told_by,
    underfull,
)
from tests.conftest import SENTENCE, Project
from tests.told import told


def test_a_line_a_column_may_stay_empty() -> None:
    assert not told_by(underset.CHECK, underfull(2))
    (fault,) = found(underset.CHECK, underfull(3))
    assert told(fault) == (
        "UNDERSET.columns",
        {
            "node": "s", "lines": 3, "characters": 55, "columns": 2,
            "limit": said("part.at-most", most=2.0),
        },
    )  # fmt: skip
    assert not told_by(underset.CHECK, underfull(3, checks="{UNDERSET: {lines: 1.5}}"))


def under(found: Iterable[Diagnostic], story: str) -> list[Diagnostic]:
    return [d for d in found if d.code == "UNDERSET" and d.said["node"] == story]


@pytest.mark.parametrize(
    ("front", "block_"),
    [
        ("title: 短", ""),
        ("title: 短\nbyline: 记者　周立新", ""),
        ("title: 短", "\n    foot: 图片由本报提供"),
        ("title: 短\nbyline: 记者　周立新", "\n    foot: 图片由本报提供"),
        ("byline: 记者　周立新", "\n    vertical: true"),
        ("title: 短", "\n    end: ■"),
    ],
)
def test_build_check_and_the_table_count_alike(project: Project, front: str, block_: str) -> None:
    project.write("stories/two.md", f"---\n{front}\n---\n\n{SENTENCE}\n")
    where = "    at: {cols: 5-6, lines: 5-20}"
    head = "    headline: {lines: 6, size: 22pt}\n" if "title" in front else ""
    project.change("T1.yaml", f"{where}\n    headline: {{lines: 6, size: 22pt}}\n",
                   f"{where}{block_}\n{head}")  # fmt: skip
    page = Session().page(project.spec)
    report = check_page(page)
    (built,) = under(page.diagnostics, "stories/two.md")
    (checked,) = under(report.diagnostics, "stories/two.md")
    assert checked.said.having(limit="") == built.said
    assert checked.said["limit"] != ""
    (row,) = [r for r in report.copyfit if r.node == "stories/two.md"]
    counts = {"lines": row.empty, "characters": row.characters}
    assert told(built, "lines", "characters")[1] == counts
