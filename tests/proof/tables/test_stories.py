"""The copyfit list in a proof."""

from layout.api import Session
from layout.check.run import check_page
from layout.proof.tables.stories import stories_table
from tests.conftest import Project


def test_a_story_that_runs_over_is_bad_and_says_by_how_much(project: Project) -> None:
    page = Session().page(project.spec)
    good = stories_table(page, check_page(page), "zh")
    assert [row.bad for row in good.rows] == [False, False]
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    page = Session().page(project.spec)
    table = stories_table(page, check_page(page), "zh")
    assert table.title == "稿件"
    assert [row.bad for row in table.rows] == [True, False]
    assert "溢" in table.rows[0].cells[-1]
    assert table.heads[:3] == ("稿件", "文件", "版位")
    assert [row.cells[:3] for row in table.rows] == [
        ("《老厂房里长出新园区》", "one.md", "第1–4栏 第5–13行"),
        ("《河边的早市》", "two.md", "第5–6栏 第5–20行"),
    ]
    assert table.as_json()["rows"] == [list(row.cells) for row in table.rows]
    assert table.as_json()["blocks"] == ["lead", "side"]


def test_what_is_no_story_has_the_name_that_a_person_gives_it(project: Project) -> None:
    project.write("data.csv", "名,说\n甲,一\n")
    page = project.composed(
        "page: G1\nformat: tabloid\nblocks:\n"
        "  - {id: t, table: data.csv, title: 天气, at: {cols: 1-2, lines: 1-9}}\n"
        "  - {id: ad, advert: assets/park.jpg, client: 某店, at: {cols: 1-2, lines: 11-20}}\n"
    )
    table = stories_table(page, check_page(page), "zh")
    assert [row.cells[:3] for row in table.rows] == [
        ("表格“天气”", "data.csv", "第1–2栏 第1–9行"),
        ("广告“某店”", "park.jpg", "第1–2栏 第11–20行"),
    ]
