"""The almanac against an ephemeris: every new moon and every term of 1929 to 2100."""

import datetime

import pytest

from layout.almanac import ANIMALS, FIRST, LAST, AlmanacError, LunarDay, day_name, lunar_day
from tests import ephemeris

DAY = datetime.timedelta(days=1)
SINCE = datetime.date(1929, 1, 1)
NEAR_MIN = 4.0
OPEN = {("朔", 2057), ("春分", 2084), ("朔", 2097)}
"""What nobody can decide today: on which side of midnight it falls depends on the turning of the
earth till then."""


@pytest.fixture(scope="module")
def new_moons() -> ephemeris.Floats:
    return ephemeris.new_moons()


@pytest.fixture(scope="module")
def terms() -> tuple[ephemeris.Floats, list[str]]:
    return ephemeris.terms()


@pytest.fixture(scope="module")
def told() -> dict[datetime.date, LunarDay]:
    """What the almanac says of every day that it knows."""
    days = (FIRST + n * DAY for n in range((LAST - FIRST).days + 1))
    return {day: lunar_day(day) for day in days}


def test_every_month_of_1929_to_2100_is_that_of_the_ephemeris(
    new_moons: ephemeris.Floats,
    terms: tuple[ephemeris.Floats, list[str]],
    told: dict[datetime.date, LunarDay],
) -> None:
    at, names = terms
    on = list(zip(ephemeris.days(at, ephemeris.delta_t(at)), names, strict=True))
    right = ephemeris.months(ephemeris.days(new_moons, ephemeris.delta_t(new_moons)), on)
    wrong, counted = [], 0
    for (first, (year, month, leap)), following in zip(
        right.items(), [*list(right)[1:], LAST + DAY], strict=True
    ):
        for ordinal in range(first.toordinal(), following.toordinal()):
            date = datetime.date.fromordinal(ordinal)
            if not SINCE <= date <= LAST:
                continue
            counted += 1
            now, day = told[date], (date - first).days + 1
            if (now.year, now.month, now.leap, now.day) != (year, month, leap, day):
                wrong.append((date.isoformat(), now))
    assert counted == (LAST - SINCE).days + 1
    assert wrong == []


def test_every_term_of_1929_to_2100_is_that_of_the_ephemeris(
    terms: tuple[ephemeris.Floats, list[str]], told: dict[datetime.date, LunarDay]
) -> None:
    at, names = terms
    right = dict(zip(ephemeris.days(at, ephemeris.delta_t(at)), names, strict=True))
    days = [SINCE + n * DAY for n in range((LAST - SINCE).days + 1)]
    assert [d for d in days if told[d].term != right.get(d, "")] == []
    assert sum(bool(told[d].term) for d in days) == 172 * 24


def test_what_falls_within_minutes_of_midnight_and_what_is_open(
    new_moons: ephemeris.Floats, terms: tuple[ephemeris.Floats, list[str]]
) -> None:
    at, names = terms
    found = set()
    near = [f"within {NEAR_MIN:g} min of midnight (UTC+8), day, min after it, ΔT in s:"]
    for times, what in ((new_moons, ["朔"] * len(new_moons)), (at, names)):
        delta = ephemeris.delta_t(times)
        away = ephemeris.past_midnight(times, delta)
        on = ephemeris.days(times, delta)
        early = ephemeris.days(times, ephemeris.most_delta_t(times))
        late = ephemeris.days(times, ephemeris.least_delta_t(times))
        for n, day in enumerate(on):
            unsure = early[n] != late[n]
            if unsure:
                found.add((what[n], day.year))
            if unsure or (abs(away[n]) < NEAR_MIN and SINCE <= day <= LAST):
                note = f"  open: {early[n]} or {late[n]}" if unsure else ""
                near.append(f"  {what[n]} {day} {away[n]:+.2f} {delta[n]:.0f}{note}")
    print("\n".join(near))  # noqa: T201 - pytest -s shows it
    assert found == OPEN


@pytest.mark.parametrize(
    ("date", "lunar", "ganzhi", "zodiac"),
    [
        ("2019-09-20", "八月廿二", "己亥", "猪"),
        ("2025-08-01", "闰六月初八", "乙巳", "蛇"),
        ("2026-02-04", "腊月十七", "乙巳", "蛇"),  # 立春 changes no year
        ("2026-02-16", "腊月廿九", "乙巳", "蛇"),
        ("2026-02-17", "正月初一", "丙午", "马"),
        ("2033-12-22", "闰冬月初一", "癸丑", "牛"),  # no leap seventh month in 2033
        ("2034-02-18", "腊月三十", "癸丑", "牛"),
        ("2089-09-03", "七月廿九", "己酉", "鸡"),
        ("2089-09-04", "八月初一", "己酉", "鸡"),
        ("2089-10-03", "八月三十", "己酉", "鸡"),
        ("2089-10-04", "九月初一", "己酉", "鸡"),
    ],
)  # fmt: skip
def test_a_day_in_words(date: str, lunar: str, ganzhi: str, zodiac: str) -> None:
    day = lunar_day(datetime.date.fromisoformat(date))
    assert (day.date, day.ganzhi, day.zodiac) == (lunar, ganzhi, zodiac)


@pytest.mark.parametrize("first", ["1914-11-17", "1916-02-03", "1920-11-10"])
def test_before_1929_months_begin_as_the_almanac_of_the_time_says(first: str) -> None:
    # Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table: T1914e, T1916e, T1920e.
    assert lunar_day(datetime.date.fromisoformat(first)).day == 1


@pytest.mark.parametrize(
    ("date", "term"),
    [
        ("2019-09-23", "秋分"), ("2019-09-22", ""), ("2019-09-24", ""),
        ("1917-12-07", "大雪"), ("1928-06-21", "夏至"),  # by Beijing's meridian; UTC+8: a day later
        ("1979-01-20", "大寒"), ("1979-01-21", ""),
        ("1987-07-07", "小暑"),  # 23:39 by UTC+8, past midnight in summer time
        ("2084-03-20", "春分"),
    ],
)  # fmt: skip
def test_a_term_stands_on_its_day_alone(date: str, term: str) -> None:
    assert lunar_day(datetime.date.fromisoformat(date)).term == term


def test_each_month_has_29_or_30_days_one_after_another_from_the_first_day_to_the_last(
    told: dict[datetime.date, LunarDay],
) -> None:
    before = told[FIRST]
    assert (before.year, before.month, before.day) == (1900, 1, 1)
    date = FIRST
    while date < LAST:
        date += DAY
        now = told[date]
        if now.day == 1:
            assert before.day in (29, 30), date
            assert (now.month, now.leap) == (before.month, True) or (
                now.month == before.month % 12 + 1 and not now.leap
            ), date
            assert now.year == before.year + ((now.month, now.leap) == (1, False)), date
        else:
            assert (now.year, now.month, now.leap, now.day) == (
                before.year, before.month, before.leap, before.day + 1,
            ), date  # fmt: skip
        before = now


def test_days_have_their_names() -> None:
    names = [day_name(n) for n in range(1, 31)]
    assert names[0] == "初一"
    assert names[9:12] == ["初十", "十一", "十二"]
    assert names[18:21] == ["十九", "二十", "廿一"]
    assert names[28:] == ["廿九", "三十"]
    assert len(set(names)) == 30


@pytest.mark.parametrize("year", range(1984, 1996))
def test_a_cycle_of_animals_begins_with_the_rat(year: int) -> None:
    assert lunar_day(datetime.date(year, 7, 1)).zodiac == ANIMALS[year - 1984]


@pytest.mark.parametrize("date", [FIRST - DAY, LAST + DAY, datetime.date(1, 1, 1)])
def test_a_day_out_of_the_almanac_is_told(date: datetime.date) -> None:
    with pytest.raises(AlmanacError):
        lunar_day(date)
