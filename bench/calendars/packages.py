"""How each package is asked for the lunar date, the term and the 干支 year of a day."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Date = datetime.date
Lunar = tuple[int, int, bool, int]
"""Year, month, whether it is a leap month, day."""

SUPPLE = (
    *(
        "冬至",
        "小寒",
        "大寒",
        "立春",
        "雨水",
        "惊蛰",
        "春分",
        "清明",
        "谷雨",
        "立夏",
        "小满",
        "芒种",
    ),
    *(
        "夏至",
        "小暑",
        "大暑",
        "立秋",
        "处暑",
        "白露",
        "秋分",
        "寒露",
        "霜降",
        "立冬",
        "小雪",
        "大雪",
    ),
)


@dataclass(frozen=True)
class Package:
    """A package by the name it has on PyPI and that of its module."""

    name: str
    module: str
    lunar: Callable[[Date], Lunar]
    term: Callable[[Date], str] | None = None
    ganzhi: Callable[[Date], str] | None = None
    wheels: str = "any"


def packages() -> list[Package]:
    """All that are installed for this."""
    import cnlunardate
    import lunardate
    import zhdate

    def of_cnlunardate(d: Date) -> Lunar:
        x = cnlunardate.cnlunardate.fromsolardate(d)
        return x.year, x.month, x.isLeapMonth, x.day

    def of_lunardate(d: Date) -> Lunar:
        x = lunardate.LunarDate.fromSolarDate(d.year, d.month, d.day)
        return x.year, x.month, bool(x.isLeapMonth), x.day

    def of_zhdate(d: Date) -> Lunar:
        x = zhdate.ZhDate.from_datetime(datetime.datetime(d.year, d.month, d.day))  # noqa: DTZ001
        return x.lunar_year, x.lunar_month, bool(x.leap_month), x.lunar_day

    return [
        _ours(),
        _borax(),
        _celestial(),
        _cnlunar(),
        Package("cnlunardate", "cnlunardate", of_cnlunardate),
        _lunarcalendar(),
        Package("lunardate", "lunardate", of_lunardate),
        _lunar_python(),
        _sxtwl(),
        _tyme(),
        Package("zhdate", "zhdate", of_zhdate),
    ]


def _ours() -> Package:
    from layout.almanac import lunar_day

    def lunar(d: Date) -> Lunar:
        x = lunar_day(d)
        return x.year, x.month, x.leap, x.day

    return Package(
        "banxin",
        "layout.almanac",
        lunar,
        lambda d: lunar_day(d).term,
        lambda d: lunar_day(d).ganzhi,
    )


def _borax() -> Package:
    from borax.calendars.lunardate import LunarDate

    def lunar(d: Date) -> Lunar:
        x = LunarDate.from_solar(d)
        return x.year, x.month, bool(x.leap), x.day

    return Package(
        "borax", "borax.calendars.lunardate", lunar,
        lambda d: LunarDate.from_solar(d).term or "", lambda d: LunarDate.from_solar(d).gz_year,
    )  # fmt: skip


def _celestial() -> Package:
    import celestial_calendar as cc

    years: dict[int, dict[Date, str]] = {}

    def lunar(d: Date) -> Lunar:
        x = cc.gregorian_to_lunar(cc.LunarAlgorithm.ALGO2, d)
        return x.year, x.month, x.is_leap, x.day

    def term(d: Date) -> str:
        if d.year not in years:
            years[d.year] = {}
            for which in cc.Jieqi:
                at = cc.jieqi_moment(d.year, which).moment_ut1
                local = datetime.datetime(at.year, at.month, at.day)  # noqa: DTZ001
                local += datetime.timedelta(days=at.fraction + 8 / 24)
                years[d.year][local.date()] = cc.jieqi_name(which)
        return years[d.year].get(d, "")

    return Package("celestial-calendar", "celestial_calendar", lunar, term, wheels="by system")


def _cnlunar() -> Package:
    import cnlunar

    def of(d: Date) -> Any:
        return cnlunar.Lunar(datetime.datetime(d.year, d.month, d.day, 12))  # noqa: DTZ001

    def lunar(d: Date) -> Lunar:
        x = of(d)
        return x.lunarYear, x.lunarMonth, bool(x.isLunarLeapMonth), x.lunarDay

    return Package(
        "cnlunar", "cnlunar", lunar,
        lambda d: "" if (t := of(d).todaySolarTerms) == "无" else t, lambda d: of(d).year8Char,
    )  # fmt: skip


def _lunarcalendar() -> Package:
    import lunarcalendar
    from lunarcalendar import solarterm

    years: dict[int, dict[Date, str]] = {}

    def lunar(d: Date) -> Lunar:
        x = lunarcalendar.Converter.Solar2Lunar(lunarcalendar.Solar(d.year, d.month, d.day))
        return x.year, x.month, bool(x.isleap), x.day

    def term(d: Date) -> str:
        if d.year not in years:
            both = zip(solarterm.zh_solarterms, solarterm.zh_hans_terms, strict=True)
            years[d.year] = {each(d.year): name for each, name in both}
        return years[d.year].get(d, "")

    return Package("LunarCalendar", "lunarcalendar", lunar, term)


def _lunar_python() -> Package:
    from lunar_python import Solar

    def of(d: Date) -> Any:
        return Solar.fromYmd(d.year, d.month, d.day).getLunar()

    def lunar(d: Date) -> Lunar:
        x = of(d)
        return x.getYear(), abs(x.getMonth()), x.getMonth() < 0, x.getDay()

    return Package(
        "lunar_python", "lunar_python", lunar,
        lambda d: of(d).getJieQi(), lambda d: of(d).getYearInGanZhi(), "none",
    )  # fmt: skip


def _sxtwl() -> Package:
    import sxtwl

    from layout.almanac import BRANCHES, STEMS

    def of(d: Date) -> Any:
        return sxtwl.fromSolar(d.year, d.month, d.day)

    def lunar(d: Date) -> Lunar:
        x = of(d)
        return x.getLunarYear(), x.getLunarMonth(), bool(x.isLunarLeap()), x.getLunarDay()

    def term(d: Date) -> str:
        x = of(d)
        return SUPPLE[x.getJieQi()] if x.hasJieQi() else ""

    def ganzhi(d: Date) -> str:
        x = of(d).getYearGZ()
        return STEMS[x.tg] + BRANCHES[x.dz]

    return Package("sxtwl", "sxtwl", lunar, term, ganzhi, "to 3.13")


def _tyme() -> Package:
    from tyme4py.solar import SolarDay

    def of(d: Date) -> Any:
        return SolarDay.from_ymd(d.year, d.month, d.day)

    def lunar(d: Date) -> Lunar:
        x = of(d).get_lunar_day()
        month = x.get_lunar_month()
        return month.get_year(), month.get_month(), month.is_leap(), x.get_day()

    def term(d: Date) -> str:
        x = of(d).get_term_day()
        return x.get_solar_term().get_name() if x.get_day_index() == 0 else ""

    def ganzhi(d: Date) -> str:
        return str(of(d).get_sixty_cycle_day().get_year().get_name())

    return Package("tyme4py", "tyme4py.solar", lunar, term, ganzhi, "none")
