"""Typed weekdays and lunar dates against the date."""

import datetime

import pytest

from layout.diagnostics import Place
from layout.spec.resolve.datewords import check_lunar, typed_dates, usual
from tests.told import assert_told

DATE = datetime.date(2019, 9, 20)  # 星期五, 己亥年八月廿二
LEAP = datetime.date(2025, 8, 1)  # 闰六月初八
HERE = Place("B1.yaml", 4, 9)


@pytest.mark.parametrize(
    "text",
    [
        "2019年9月20日 星期五", "周五", "礼拜五", "农历八月廿二", "农历己亥年八月二十二",
        "每周三出版", "逢星期四出版", "周一至周五", "周一、三、五出版", "九月二十日", "十月初版",
        "二〇一九年九月二十日", "八月十五日", "甲子路12号", "下期9月23日（星期一）出版",
        "1949年10月1日 星期六创刊", "己亥猪年八月廿二", "己亥（猪）年", "2月30日 星期五",
    ],
)  # fmt: skip
def test_what_is_true_or_no_date_is_not_told(text: str) -> None:
    assert list(typed_dates(text, DATE, HERE)) == []


@pytest.mark.parametrize(
    ("text", "key", "given", "right"),
    [
        ("2019年9月20日 星期四", "DATE-WORDS.weekday", "星期四", "星期五"),
        ("周天", "DATE-WORDS.weekday", "周天", "星期五"),
        ("9月20日星期四", "DATE-WORDS.weekday", "星期四", "星期五"),
        ("{month}月{day}日 星期四", "DATE-WORDS.weekday", "星期四", "星期五"),
        ("戊戌狗年", "DATE-WORDS.ganzhi", "戊戌狗年", "己亥年"),
        ("农历八月廿一", "DATE-WORDS.lunar", "八月廿一", "八月廿二"),
        ("农历闰八月廿二", "DATE-WORDS.lunar", "闰八月廿二", "八月廿二"),
        ("八月初二 星期五", "DATE-WORDS.lunar", "八月初二", "八月廿二"),
        ("农历十一月二十二", "DATE-WORDS.lunar", "十一月二十二", "八月廿二"),
        ("戊戌年八月廿二", "DATE-WORDS.ganzhi", "戊戌年", "己亥年"),
    ],
)
def test_what_is_not_true_is_told_with_what_is(text: str, key: str, given: str, right: str) -> None:
    (one,) = typed_dates(text, DATE, HERE)
    assert_told(one, key, {"given": given, "right": right, "date": "2019-09-20"})
    assert (one.severity, one.where) == ("warning", HERE)


def test_a_weekday_behind_another_day_is_held_against_that() -> None:
    (one,) = typed_dates("下期9月23日 星期二出版", DATE, HERE)
    assert_told(one, "DATE-WORDS.weekday", {"right": "星期一", "date": "2019-09-23"})


def test_a_leap_month_is_told_apart() -> None:
    assert list(typed_dates("农历闰六月初八", LEAP, HERE)) == []
    (one,) = typed_dates("农历六月初八", LEAP, HERE)
    assert_told(one, "DATE-WORDS.lunar", {"right": "闰六月初八"})


@pytest.mark.parametrize(
    "given",
    ["八月廿二", "农历八月二十二", "农历己亥年八月廿二", "夏历八月廿二", "农历己亥猪年八月廿二"],
)
def test_an_edition_may_give_its_lunar_date(given: str) -> None:
    assert list(check_lunar(given, DATE, HERE)) == []


def test_an_edition_s_lunar_date_is_that_of_its_date() -> None:
    (one,) = check_lunar("八月廿一", DATE, HERE)
    assert_told(one, "LUNAR-DATE.other", {"date": "2019-09-20", "lunar": "八月廿二"})
    (one,) = check_lunar("戊戌年八月廿二", DATE, HERE)
    assert_told(one, "LUNAR-DATE.other", {"lunar": "己亥年八月廿二"})
    (one,) = check_lunar("八月廿一", None, HERE)
    assert_told(one, "LUNAR-DATE.no-date", {"given": "八月廿一"})
    (one,) = check_lunar("八月廿一", datetime.date(1899, 12, 31), HERE)
    assert_told(one, "ALMANAC.outside", {"date": "1899-12-31", "first": "1900-01-31"})


@pytest.mark.parametrize(
    ("typed", "so"),
    [
        ("十二月初八", "腊月初八"), ("閏十一月二十一", "闰冬月廿一"), ("一月三十", "正月三十"),
        ("八月二十", "八月二十"), ("臘月十九", "腊月十九"),
    ],
)  # fmt: skip
def test_other_names_of_months_and_days(typed: str, so: str) -> None:
    assert usual(typed) == so
