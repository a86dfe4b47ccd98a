"""What a page is called at the desk."""

import pytest

from layout.api import Session
from layout.display.spoken import spoken_day
from layout.proof.heading import heading_of, spoken_page
from layout.words.said import Language
from tests.conftest import Project


@pytest.mark.parametrize(
    ("name", "lang", "told"),
    [("1", "zh", "第1版"), ("12", "zh", "第12版"), ("B1", "zh", "B1版"), ("1", "en", "page 1")],
)
def test_a_page_by_its_number_or_its_name(name: str, lang: Language, told: str) -> None:
    assert spoken_page(name, lang) == told


@pytest.mark.parametrize(
    ("day", "lang", "told"),
    [
        ("2026-11-24", "zh", "2026年11月24日 星期二"),
        ("2026-11-29", "zh", "2026年11月29日 星期日"),
        ("2026-11-24", "en", "Tuesday 2026-11-24"),
        ("", "zh", ""),
        ("today", "zh", "today"),
    ],
)
def test_a_day_with_its_weekday(day: str, lang: Language, told: str) -> None:
    assert spoken_day(day, lang) == told


@pytest.mark.parametrize(
    ("title", "called"),
    [("", "T1版"), ("title: 城市晚报 要闻\n", "T1版 要闻"), ("title: 要闻 T1\n", "T1版 要闻")],
)
def test_its_title_is_what_stands_beside_the_paper_and_the_number(
    project: Project, title: str, called: str
) -> None:
    project.change("T1.yaml", "page: T1\n", f"page: T1\n{title}")
    heading = heading_of(Session().page(project.spec), "zh")
    assert heading.page == called
    assert heading.paper == "城市晚报"
    assert heading.whole == f"城市晚报\u30002024年5月6日 星期一\u3000{called}"
