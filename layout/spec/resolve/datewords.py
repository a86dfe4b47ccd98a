"""Weekdays and dates of the 农历 that are typed, held against the date of the page."""

import datetime
import re
from collections.abc import Iterator
from typing import Final

from layout.almanac import FIRST, LAST, lunar_day
from layout.diagnostics import Diagnostic, Place, error, shown, warning
from layout.spec.reader.kinds import weekday_of
from layout.words.said import said

_TRADITIONAL: Final = str.maketrans("闰腊龙马鸡猪惊蛰谷处满种", "閏臘龍馬雞豬驚蟄穀處滿種")
_WEEKDAY: Final = re.compile(r"(?<![每逢])(?:星期|礼拜|周)([一二三四五六日天])(?![、至到和])")
_DAY_BEFORE: Final = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号][\s（(，,]*$")
"""A day that a weekday stands right behind: 9月23日（星期一）."""
_NEAR: Final = datetime.timedelta(days=213)
"""How far from its edition a day without a year is looked for: seven months."""
_LUNAR: Final = re.compile(
    r"([闰閏]?(?:十[一二]|[正一二三四五六七八九十冬腊臘])月)"
    r"(初[一二三四五六七八九十]|[二廿][十]?[一二三四五六七八九]|二十|三十|十[一二三四五六七八九])"
    r"(?![日号號])"
)
_GANZHI: Final = re.compile(
    r"([甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])[（(]?[鼠牛虎兔龙蛇马羊猴鸡狗猪]?[）)]?年"
)


def typed_dates(text: str, date: datetime.date, place: Place) -> Iterator[Diagnostic]:
    """What of a text is not true of the day: a warning each, with what is right. A weekday right
    behind another day (下期9月23日 星期一) is held against that."""
    for match in _WEEKDAY.finditer(text):
        of = _day_before(text[: match.start()], date)
        true = weekday_of(of)
        if f"星期{match[1]}".replace("天", "日") != true:
            yield _wrong("DATE-WORDS.weekday", match[0], true, of, place)
    lunar, year = list(_LUNAR.finditer(text)), list(_GANZHI.finditer(text))
    if not (lunar or year) or not FIRST <= date <= LAST:
        return
    day = lunar_day(date)
    for match in lunar:
        if usual(match[0]) != day.date:
            yield _wrong("DATE-WORDS.lunar", match[0], day.date, date, place)
    for match in year:
        if match[1] != day.ganzhi:
            yield _wrong("DATE-WORDS.ganzhi", match[0], f"{day.ganzhi}年", date, place)


def check_lunar(given: str, date: datetime.date | None, place: Place) -> Iterator[Diagnostic]:
    """A lunar date that an edition gives is that of its date."""
    if date is None:
        yield error(said("LUNAR-DATE.no-date", path="lunar", given=shown(given)), place)
        return
    if not FIRST <= date <= LAST:
        yield outside(date, place)
        return
    day = lunar_day(date)
    words = re.sub(r"^(?:[农農夏阴陰舊旧][历曆])?\s*(?:[^月]{1,6}年)?\s*", "", given)
    years = [match[1] for match in _GANZHI.finditer(given)]
    if usual(words) != day.date or any(year != day.ganzhi for year in years):
        true = f"{day.ganzhi}年{day.date}" if years else day.date
        told = said(
            "LUNAR-DATE.other", path="lunar", date=str(date), lunar=true, given=shown(given)
        )
        yield error(told, place)


def outside(date: datetime.date, place: Place) -> Diagnostic:
    """What is told of a day that the almanac does not know."""
    return error("ALMANAC.outside", place, date=str(date), first=str(FIRST), last=str(LAST))


def usual(words: str) -> str:
    """A lunar date as the almanac has it: 冬月 for 十一月, 腊月 for 十二月, 廿一 for 二十一."""
    month, _, day = words.strip().replace("閏", "闰").replace("臘", "腊").partition("月")
    leap = "闰" if month.startswith("闰") else ""
    names = {"一": "正", "十一": "冬", "十二": "腊"}
    month = names.get(month.removeprefix("闰"), month.removeprefix("闰"))
    day = day.replace("廿十", "廿")
    if day.startswith("二十") and len(day) == 3:
        day = f"廿{day[2]}"
    return f"{leap}{month}月{day}"


def almanac_field(date: datetime.date, name: str) -> str | None:
    """`{lunar}` `{ganzhi}` `{zodiac}` `{term}` of a day; None of one that the almanac does not
    know."""
    if not FIRST <= date <= LAST:
        return None
    day = lunar_day(date)
    values = {"lunar": day.date, "ganzhi": day.ganzhi, "zodiac": day.zodiac, "term": day.term}
    return values[name]


def traditional(words: str) -> str:
    """What the almanac says, in traditional characters: 臘月, 驚蟄, 龍."""
    return words.translate(_TRADITIONAL)


def _day_before(text: str, date: datetime.date) -> datetime.date:
    """The day that a text ends with, or else `date`."""
    match = _DAY_BEFORE.search(text)
    if match is None:
        return date
    month, day = int(match[2]), int(match[3])
    if match[1] is None:
        return next(iter(near(month, day, date)), date)
    return day_of(int(match[1]), month, day) or date


def near(month: int, day: int, date: datetime.date) -> list[datetime.date]:
    """The days that a day without a year may be, in an edition of a date: the nearest one first,
    and that of another year where both are about as far."""
    years = (date.year - 1, date.year, date.year + 1)
    found = [each for year in years if (each := day_of(year, month, day)) is not None]
    found.sort(key=lambda each: abs(each - date))
    return [each for each in found if abs(each - date) <= _NEAR]


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """A day by its numbers; None where there is no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _wrong(key: str, given: str, true: str, date: datetime.date, place: Place) -> Diagnostic:
    return warning(key, place, given=given, right=true, date=str(date))
