"""UNDERSET: columns that stay empty, counted as an editor counts them."""

import pytest

from layout.api import Session
from layout.check.makeup.checks import underset
from layout.check.run import check_page
from layout.diagnostics import Diagnostic
from tests.check.pages import (
    messages,
    underfull,
)
from tests.conftest import SENTENCE, Project


def test_a_line_a_column_may_stay_empty() -> None:
    assert not messages(underset.CHECK, underfull(2))
    assert messages(underset.CHECK, underfull(3)) == [
        "s: 3 lines, about 55 characters, left empty (欠文) in 2 columns (at most 2)"
    ]
    assert not messages(underset.CHECK, underfull(3, checks="{UNDERSET: {lines: 1.5}}"))


# Empty columns
def under(page: object) -> list[Diagnostic]:
    return [d for d in page.diagnostics if d.code == "UNDERSET"]  # type: ignore[attr-defined]


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
    (built,) = [d for d in under(page) if "two" in d.message]
    (checked,) = [d for d in under(report) if "two" in d.message]
    assert checked.message.startswith(built.message + " (")
    (row,) = [r for r in report.copyfit if r.node == "stories/two.md"]
    assert f": {row.empty} lines, about {row.characters} characters, " in built.message
