"""Days with their weekdays in running text."""

import datetime

import pytest

from layout.api import Session
from layout.diagnostics import Place
from layout.spec.resolve.weekdays import wrong_weekdays
from tests.conftest import Project
from tests.told import told

DATE = datetime.date(2026, 11, 29)  # 星期日


@pytest.mark.parametrize(
    ("text", "date", "right"),
    [
        ("12月2日（星期四）", "2026-12-02", "星期三"),
        ("12月2日星期四", "2026-12-02", "星期三"),
        ("12月2日，周四上午", "2026-12-02", "星期三"),
        ("12月2日上午（礼拜四）", "2026-12-02", "星期三"),
        ("１２月２日（周四）", "2026-12-02", "星期三"),
        ("十二月二日（星期四）", "2026-12-02", "星期三"),
        ("1月3日（星期六）", "2027-01-03", "星期日"),
        ("2025年12月2日（星期三）", "2025-12-02", "星期二"),
        ("去年12月2日（星期三）", "2025-12-02", "星期二"),
        ("二○二六年十二月二日 星期天", "2026-12-02", "星期三"),
        ("2026-12-02（星期四）", "2026-12-02", "星期三"),
        ("2026/12/2 周四", "2026-12-02", "星期三"),
        ("下周四（12月2日）", "2026-12-02", "星期三"),
        ("星期四上午（12月2日）", "2026-12-02", "星期三"),
        ("十月廿一日 星期一", "2026-10-21", "星期三"),
    ],
)
def test_a_wrong_weekday_is_told_with_the_right_one(text: str, date: str, right: str) -> None:
    ((at, wrong),) = wrong_weekdays(f"定于{text}开会", DATE)
    key, values = told(wrong)
    assert (at >= 2, key) == (True, "DATE-WORDS.of-day")
    assert (values["date"], values["right"]) == (date, right)


@pytest.mark.parametrize(
    "text",
    [
        "12月2日（星期三）", "1月3日（星期日）", "12月2日周一鸣出席", "12月2日（星期三至星期五）",
        "1998年。当年12月2日（星期一）", "1998年9月1日停刊，12月2日（星期三）复刊", "每周四",
        "6月29日（星期一）", "6月1日（星期二）", "12月2日", "1.5（周四）", "周四（上午）",
    ],
)  # fmt: skip
def test_what_may_be_true_is_not_told(text: str) -> None:
    assert list(wrong_weekdays(text, DATE)) == []


@pytest.mark.parametrize("text", ["11月31日（星期二）", "2026年2月29日 星期日", "13月1日（周一）"])
def test_a_day_that_never_is_is_told(text: str) -> None:
    ((_, wrong),) = wrong_weekdays(text, DATE)
    assert told(wrong)[0] == "DATE-WORDS.no-day"


def test_without_a_date_only_days_with_a_year_are_held_against_it() -> None:
    assert list(wrong_weekdays("12月2日（星期一）", None)) == []
    assert len(list(wrong_weekdays("2026年12月2日（星期一）", None))) == 1


def test_each_is_told_once_where_it_stands(project: Project) -> None:
    page = """\
page: A1
date: 2026-11-29
blocks:
  - {id: t, text: ["下期12月5日（星期三）出版"], at: {cols: 1-4, lines: 36-40}}
  - {id: d, text: ["{date}，12月5日 星期三"], at: {cols: 1-4, lines: 41-45}}
  - {id: a, story: s.md, at: {cols: 1-4, lines: 5-35}}
"""
    story = (
        "---\ntitle: 12月2日（星期四）开会\n---\n\n甲12月2日（星期四）。\n\n12月2日（星期四）。\n"
    )
    project.write("s.md", story)
    found = Session().page(project.write("A1.yaml", page)).diagnostics
    places = [
        (d.where.file.rsplit("/", 1)[-1], d.where.line, d.where.column, d.sub, d.said["right"])
        for d in found
        if d.code == "DATE-WORDS" and isinstance(d.where, Place)
    ]
    assert sorted(places) == [
        ("A1.yaml", 4, 22, "of-day", "星期六"),
        ("A1.yaml", 5, 20, "weekday", "星期六"),
        ("s.md", 2, 8, "of-day", "星期三"),
        ("s.md", 5, 2, "of-day", "星期三"),
        ("s.md", 7, 1, "of-day", "星期三"),
    ]
