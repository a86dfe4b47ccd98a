"""Days with their weekdays in the words of a page: 12月2日（星期四）, 下周四（12月2日）.

A day without a year is one near the edition's date, as a newspaper means it; it is told only where
no such day has the weekday that is written.
"""

import datetime
import re
from collections.abc import Iterator
from typing import Final

from layout.diagnostics import shown
from layout.spec.reader.kinds import weekday_of
from layout.spec.resolve.datewords import day_of, near
from layout.words.said import Said, said

_FIGURES: Final = "〇一二三四五六七八九"
_HAN: Final = f"○零{_FIGURES}"
_TENS: Final = "一二三四五六七八九十廿卅"
_YEARS: Final = {"去": -1, "今": 0, "本": 0, "明": 1, "前": -2, "后": 2}
"""Years from the edition's by what they are called."""
_DAY: Final = (
    rf"(?:(?P<year>\d{{4}}|[{_HAN}]{{4}}|[去今本明前后当同])年)?"
    rf"(?P<month>\d{{1,2}}|[{_TENS}]{{1,2}})月(?P<day>\d{{1,2}}|[{_TENS}]{{1,3}})[日号]"
)
_FIGURED: Final = r"(?P<y>\d{4})(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
_HOUR: Final = r"(?:凌晨|清晨|早[上晨]?|上午|中午|下午|傍晚|晚[上间]?|夜[间里]?|当天)?"
# 周一鸣 is somebody's name, 周日报 a paper's.
_WEEKDAY: Final = (
    r"(?:(?:星期|礼拜)(?P<weekday>[一二三四五六日天])"
    r"|周(?P<short>[二三四五六]|[一日天](?=[\W_上下早晚中凌夜起的开举召]|$)))(?![、至到和])"
)
_BEHIND: Final = re.compile(rf"(?:{_DAY}|{_FIGURED}){_HOUR}[\s（(，,]{{0,3}}{_WEEKDAY}[）)]?")
_BEFORE: Final = re.compile(
    rf"(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])[上下中早晚]?[午上]?\s?[（(]{_DAY}[）)]"
)
_TYPED: Final = re.compile(r"(\d{4})年")


def wrong_weekdays(text: str, date: datetime.date | None) -> Iterator[tuple[int, Said]]:
    """What is not true of the days of a text in an edition of `date`, with the character at which
    each is written."""
    for pattern in (_BEHIND, _BEFORE):
        for match in pattern.finditer(text):
            told = _told(match, text, date)
            if told is not None:
                yield match.start(), told


def _told(match: re.Match[str], text: str, date: datetime.date | None) -> Said | None:
    parts = match.groupdict()
    weekday = (parts["weekday"] or parts.get("short") or "").replace("天", "日")
    year = _year(parts["year"] or parts.get("y") or "", date)
    month = _number(parts["month"] or parts["m"])
    day = _number(parts["day"] or parts["d"])
    given = shown(match[0], 40)
    if year is not None:
        days = [day_of(year, month, day)]
    elif parts["year"] or date is None:
        return None
    else:
        typed = [int(y) for y in _TYPED.findall(text[: match.start()])[-1:]]
        days = [*near(month, day, date), *(day_of(y, month, day) for y in typed)]
    held = [each for each in days if each is not None]
    if not held:
        return said("DATE-WORDS.no-day", given=given) if _never(year, month, day) else None
    if any(weekday_of(each) == f"星期{weekday}" for each in held):
        return None
    right = weekday_of(held[0])
    return said("DATE-WORDS.of-day", given=given, date=str(held[0]), right=right)


def _year(word: str, date: datetime.date | None) -> int | None:
    """The year that is written; None where none is, or one that nobody knows (当年)."""
    if word in _YEARS:
        return date.year + _YEARS[word] if date is not None else None
    if word.isdecimal():
        return int(word)
    if len(word) == len("二〇二六"):
        return int("".join(str(_FIGURES.index(c)) for c in re.sub("[○零]", "〇", word)))
    return None


def _number(word: str) -> int:
    """12, 十二, 二十一 or 廿一 as a number; 0 for what is none."""
    if word.isdecimal():
        return int(word)
    plain = word.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = plain.rpartition("十")
    if any(part and (len(part) > 1 or part not in _FIGURES) for part in (tens, ones)):
        return 0
    high = _FIGURES.index(tens) if tens else 1
    return (10 * high if ten else 0) + (_FIGURES.index(ones) if ones else 0)


def _never(year: int | None, month: int, day: int) -> bool:
    """Whether there is no such day; without a year, in no leap year either."""
    return day_of(year if year is not None else 2000, month, day) is None
