"""Whose a side of a comparison is, in words."""

from typing import Any

import pytest

from layout.api import Session
from layout.compare.side import PageSide
from layout.compare.sides import Composer, Given, sides_of
from layout.compare.whose import Whose, named_whose, whose
from tests.conftest import Project

DAY = "2026-11-24"


@pytest.mark.parametrize(
    ("names", "known", "zh", "en"),
    [
        (
            ["A1"], [Whose(("云埠日报", "要闻"), DAY)],
            "云埠日报 要闻　2026年11月24日 星期二　A1版",
            "云埠日报 要闻　Tuesday 2026-11-24　page A1",
        ),
        (
            ["A1", "A2"], [Whose(("云埠日报", "要闻"), DAY), Whose(("云埠日报", "本地"), DAY)],
            "云埠日报　2026年11月24日 星期二", "云埠日报　Tuesday 2026-11-24",
        ),
        (["A1", "A2"], [Whose(("甲报",), DAY), Whose(("乙报",), "2026-11-25")], "", ""),
        (["1"], [Whose(("日报",))], "日报　第1版", "日报　page 1"),
        (["1"], [Whose()], "", ""),
        ([], [], "", ""),
    ],
)  # fmt: skip
def test_what_the_pages_of_a_side_have_in_common(
    names: list[str], known: list[Whose], zh: str, en: str
) -> None:
    assert named_whose(names, known) == {"zh": zh, "en": en}


def test_a_page_is_known_by_its_display_list_or_its_pdf(project: Project) -> None:
    project.change("T1.yaml", "page: T1", "page: T1\ntitle: 城市晚报 要闻")
    page = Session().page(project.spec)
    expected = Whose(("城市晚报", "要闻"), "2024-05-06")
    (side,) = sides_of(Given(str(project.spec)), Composer()).pages
    assert whose(side) == expected
    given: Any = {"name": "T1", "source": "T1", "pdf": lambda: (page.pdf(), 0)}
    listed = PageSide(kind="spec", page=lambda: page.display, **given)
    assert whose(listed) == whose(PageSide(kind="pdf", **given)) == expected
    assert whose(PageSide(kind="pdf", **given | {"pdf": lambda: (b"%PDF-", 0)})) == Whose()
    assert whose(PageSide(name="T1", source="T1.txt", kind="dump")) == Whose()
