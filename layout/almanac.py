"""农历: the lunar date, the 干支 of its year and the 节气 of a day, for a masthead.

The calendar is that of GB/T 33661-2017: new moons and terms by the clock of UTC+8, at all times of
the year and never in summer time; twelve months from one 冬至 to the next, or thirteen, of which
the first without a 中气 is the leap month. Its year is named by 干支 from 正月初一, not from 立春.

borax brings the table; `make calendars` holds it and nine others against JPL's DE440. Before
1929 it is the almanac of its time, which was reckoned for the meridian of Beijing: by UTC+8 the
new moons of November 1914, February 1916 and November 1920 fall a day later (Hong Kong
Observatory, Gregorian-Lunar Calendar Conversion Table, T1914e, T1916e and T1920e). From 1929 on it
differs from the ephemeris on the days below, which are put right here.
"""

import datetime
from typing import Final

from layout.errors import BanxinError
from layout.record import record

FIRST: Final = datetime.date(1900, 1, 31)
LAST: Final = datetime.date(2100, 12, 31)
"""Days that the almanac knows: 1900's 正月初一 to the end of what a test holds."""

STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
ANIMALS: Final = "鼠牛虎兔龙蛇马羊猴鸡狗猪"

_MONTHS: Final = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_FIGURES: Final = "一二三四五六七八九十"

_A_DAY_EARLIER: Final = frozenset({datetime.date(2089, 9, 4)})
"""New moons that borax 4 has a day late. This one is at 23:59:05."""

_TERMS: Final = {
    # At 23:59:55 on the 20th; borax 4 has the 21st, as printed tables of 1979 do.
    datetime.date(1979, 1, 20): "大寒",
    datetime.date(1979, 1, 21): "",
    # At 00:00:31 on the 20th, by what is foretold of the turning of the earth (ΔT 85 s). By older
    # forecasts it was the 19th, which borax 4 has.
    datetime.date(2084, 3, 19): "",
    datetime.date(2084, 3, 20): "春分",
}
"""Days whose term borax 4 has otherwise."""

_DAY: Final = datetime.timedelta(days=1)


class AlmanacError(BanxinError):
    """A day that the almanac does not know."""


@record
class LunarDay:
    """A day of the 农历: the year, by the one in which its 正月初一 fell; month, 1 to 12; day, 1 to
    30; and its 节气, which is empty on most days."""

    year: int
    month: int
    day: int
    leap: bool = False
    term: str = ""

    @property
    def date(self) -> str:
        """八月廿一, 闰六月初一, 冬月三十, 腊月初八: as a masthead has it."""
        return f"{'闰' if self.leap else ''}{_MONTHS[self.month - 1]}月{day_name(self.day)}"

    @property
    def ganzhi(self) -> str:
        """己亥: the year in stems and branches. 1984 began a cycle with 甲子."""
        turn = self.year - 1984
        return STEMS[turn % 10] + BRANCHES[turn % 12]

    @property
    def zodiac(self) -> str:
        """猪: the animal of the year."""
        return ANIMALS[(self.year - 1984) % 12]


def lunar_day(date: datetime.date) -> LunarDay:
    """What the almanac says of a day. Raises `AlmanacError` for one that it does not know."""
    if not FIRST <= date <= LAST:
        raise AlmanacError(date.isoformat())
    year, month, day, leap = _by_table(date)
    # Of a month that begins a day before that of the table, the first day is none of the table's.
    if date in _A_DAY_EARLIER:
        year, month, _, leap = _by_table(date + _DAY)
        day = 1
    elif date - day * _DAY in _A_DAY_EARLIER:
        day += 1
    return LunarDay(year=year, month=month, day=day, leap=leap, term=_term(date))


def day_name(day: int) -> str:
    """初一 to 三十."""
    tens, ones = divmod(day - 1, 10)
    if ones == 9:
        return ("初十", "二十", "三十")[tens]
    return "初十廿"[tens] + _FIGURES[ones]


def _by_table(date: datetime.date) -> tuple[int, int, int, bool]:
    """Year, month, day and whether the month is a leap month."""
    from borax.calendars.lunardate import LunarDate  # 14 ms, for the pages that print a lunar date

    found = LunarDate.from_solar(date)
    return found.year, found.month, found.day, bool(found.leap)


def _term(date: datetime.date) -> str:
    from borax.calendars.lunardate import TermUtils

    known = _TERMS.get(date)
    if known is not None:
        return known
    return TermUtils.get_term_info(date.year, date.month, date.day)[0] or ""
