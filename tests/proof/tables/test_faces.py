"""The faces of a page, and whether its press file has them."""

from layout.api import Session
from layout.check.press.profile import find_rules
from layout.check.press.run import preflight
from layout.proof.tables.faces import embedding, faces_table
from tests.conftest import Project

RULES = "newspaper-x4"


def test_each_face_of_a_press_file_is_embedded_as_a_subset(project: Project) -> None:
    page = Session().page(project.spec)
    press = preflight(page.pdf(), "T1.pdf", find_rules(RULES))
    table = faces_table(page, press, "zh")
    at = table.heads.index("嵌入")
    assert {row.cells[at] for row in table.rows} == {"已嵌入子集"}
    assert len(table.rows) == len(page.faces())
    assert not any(row.bad for row in table.rows)


def test_without_preflight_nothing_is_said_of_it(project: Project) -> None:
    page = Session().page(project.spec)
    table = faces_table(page, None, "zh")
    assert {row.cells[table.heads.index("嵌入")] for row in table.rows} == {"没有查"}


def test_a_face_that_is_not_in_the_file_is_bad(project: Project) -> None:
    page = Session().page(project.spec)
    press = preflight(b"%PDF-1.4\n", "T1.pdf", find_rules(RULES))
    assert embedding(press) == {}
    table = faces_table(page, press, "en")
    assert {row.cells[table.heads.index("in the press PDF")] for row in table.rows} == {
        "not in the file"
    }
    assert all(row.bad for row in table.rows)
