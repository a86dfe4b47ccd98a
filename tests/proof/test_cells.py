"""Where the characters of a line stand, held against lines made by hand and set by the composer."""

from itertools import pairwise

from layout.api import Session
from layout.faces.catalog import Catalog
from layout.proof.cells import cells, cells_of_page
from layout.proof.setlines import page_lines
from tests import toypage
from tests.conftest import Project
from tests.typed import near

FACES = Catalog()


def test_a_character_reaches_to_the_next_one() -> None:
    run = toypage.run(FACES.face("报宋"), "一二a", 50, 100, size=10)
    one, two, letter = cells([run], FACES)
    assert (one.text, one.start, one.end, one.part) == ("一", near(50), near(60), near(1.0))
    assert (two.rect.x, two.rect.y, two.rect.width, two.rect.height) == (
        near(60), near(100 - 8.8), near(10), near(10),
    )  # fmt: skip
    assert letter.start == near(70)
    assert letter.end == near(run.x + run.width)
    assert letter.own == near(letter.end - letter.start)


def test_the_next_run_of_a_line_ends_the_one_before() -> None:
    serif, sans = FACES.face("报宋"), FACES.face("黑")
    one = toypage.run(serif, "一", 50, 100, size=10)
    two = toypage.run(sans, "二", 63, 100, size=10)
    first, second = cells([one, two], FACES)
    assert (first.end, second.start, second.end) == (near(63), near(63), near(73))


def test_a_mark_that_opens_starts_behind_the_blank_it_gave_up(project: Project) -> None:
    words = "“甲乙”，（丙丁）。说：“戊。”己" * 9
    project.write("stories/one.md", f"---\ntitle: 题\n---\n\n“{words}\n")
    page = Session().page(project.spec)
    texts = []
    for row in cells_of_page(page.display, page.composed.catalog):
        texts.append("".join(cell.text for cell in row))
        for before, cell in pairwise(row):
            assert before.end == near(cell.start)
            assert before.end >= before.start - 1e-6
        for cell in row:
            assert cell.text not in "“（" or 0.49 < cell.part < 1.2
    assert texts == [line.text for line in page_lines(page.display)]


def test_columns_that_run_down_go_down(project: Project) -> None:
    project.change("T1.yaml", "story: stories/one.md", "story: stories/one.md\n    vertical: true")
    page = Session().page(project.spec)
    rows = [r for r in cells_of_page(page.display, page.composed.catalog) if r[0].vertical]
    assert rows
    for row in rows:
        assert row[0].rect.y == near(row[0].start)
        assert row[-1].rect.bottom == near(row[-1].end)
