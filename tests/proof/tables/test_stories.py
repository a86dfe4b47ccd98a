"""The copyfit list in a proof."""

from layout.api import Session
from layout.check.run import check_page
from layout.proof.tables.stories import stories_table
from tests.conftest import Project


def test_a_story_that_runs_over_is_bad_and_says_by_how_much(project: Project) -> None:
    good = stories_table(check_page(Session().page(project.spec)), "zh")
    assert [row.bad for row in good.rows] == [False, False]
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    table = stories_table(check_page(Session().page(project.spec)), "zh")
    assert table.title == "稿件"
    assert [row.bad for row in table.rows] == [True, False]
    assert "溢" in table.rows[0].cells[-1]
    assert table.as_json()["rows"] == [list(row.cells) for row in table.rows]
