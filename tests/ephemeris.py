"""When the moon is new and the sun reaches a term, by what pyerfa brings.

Sun: `epv00`, the earth of VSOP2000 for 1900-2100; moon: `moon98`, ELP2000-82 as Meeus has it. Held
against JPL's DE440 (`make calendars`) terms are within 0.4 s and new moons within 19 s.
"""

import datetime
import warnings
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import Final

import erfa
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TERMS: Final = (
    *("春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑"),
    *("大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬"),
    *("小雪", "大雪", "冬至", "小寒", "大寒", "立春", "雨水", "惊蛰"),
)
"""By the longitude of the sun, from 0° in steps of 15°."""

TROPICAL: Final = 365.2422
SYNODIC: Final = 29.530588861
LIGHT_S: Final = 499.004783836  # seconds for one astronomical unit
DAY_S: Final = 86400.0
CHINA: Final = 8 / 24
FROM: Final = 2425582.5  # 1 December 1928
TO: Final = 2488450.5  # 15 January 2101


def terms() -> tuple[Floats, list[str]]:
    """The times of all terms, as Julian dates of TT, and their names."""
    first = _sun(np.array([FROM]))[0]
    steps = np.arange(np.ceil(first / 15), np.ceil(first / 15) + 24 * (TO - FROM) / TROPICAL)
    near = FROM + (steps * 15 - first) / 360 * TROPICAL
    at = _root(lambda at: _short(_sun(at) - steps * 15), near, TROPICAL)
    return at, [TERMS[int(step) % 24] for step in steps]


def new_moons() -> Floats:
    """The times of all new moons, as Julian dates of TT."""
    ahead = _moon_from_sun(np.array([FROM]))[0] % 360
    near = FROM + (360 - ahead) / 360 * SYNODIC + np.arange((TO - FROM) / SYNODIC) * SYNODIC
    return _root(lambda at: _short(_moon_from_sun(at)), near, SYNODIC)


def delta_t(at: Floats) -> Floats:
    """TT less UT in seconds: to 2005 the polynomials of Espenak and Meeus (NASA TP-2006-214141),
    then what was measured, 69 s in 2026, then a parabola that is within half a second of what
    Skyfield 1.55 foretells: 71 s in 2050, 96 s in 2100."""
    y = 2000 + (at - 2451545.0) / 365.25
    t, u, v = y - 1920, y - 1950, y - 1975
    before_1941 = 21.20 + 0.84493 * t - 0.076100 * t**2 + 0.0020936 * t**3
    before_1961 = 29.07 + 0.407 * u - u**2 / 233 + u**3 / 2547
    before_1986 = 45.45 + 1.067 * v - v**2 / 260 - v**3 / 718
    w = y - 2000
    before_2005 = (
        63.86 + 0.3345 * w - 0.060374 * w**2 + 0.0017275 * w**3
        + 0.000651814 * w**4 + 0.00002373599 * w**5
    )  # fmt: skip
    measured = np.interp(y, [2005, 2010, 2015, 2020, 2026], [64.69, 66.07, 67.64, 69.36, 69.11])
    foretold = 69.11 + 0.0048 * (y - 2026) ** 2
    years = [y < 1941, y < 1961, y < 1986, y < 2005, y < 2026]
    given = [before_1941, before_1961, before_1986, before_2005, measured]
    return np.asarray(np.select(years, given, foretold))


def most_delta_t(at: Floats) -> Floats:
    """The most that is foretold of it: a tenth over the parabola of Espenak and Meeus, whose slope
    (0.56 s a year) the earth has not kept to since 2005."""
    y = 2000 + (at - 2451545.0) / 365.25
    high = 1.1 * (-20 + 32 * ((y - 1820) / 100) ** 2 - 0.5628 * (2150 - y))
    return np.where(y < 2030, delta_t(at), np.maximum(high, delta_t(at)))


def least_delta_t(at: Floats) -> Floats:
    """The least: an earth that turns a little faster still than in 2026."""
    y = 2000 + (at - 2451545.0) / 365.25
    return np.where(y < 2030, delta_t(at), 60.0)


def days(at: Floats, delta: Floats) -> list[datetime.date]:
    """The days of UTC+8 on which these times fall."""
    local = np.floor(at - delta / DAY_S + CHINA - 2440587.5)
    return [datetime.date(1970, 1, 1) + datetime.timedelta(days=int(day)) for day in local]


def months(
    moons: list[datetime.date], terms: list[tuple[datetime.date, str]]
) -> dict[datetime.date, tuple[int, int, bool]]:
    """First day of each month to its year, number and whether it is a leap month, by the rule of
    GB/T 33661-2017, 4.2: the month with 冬至 is the eleventh; of thirteen from there to before the
    next, the first without a 中气 is named after the one before it."""
    principal = [day for day, name in terms if TERMS.index(name) % 2 == 0]
    solstices = [day for day, name in terms if name == "冬至"]
    found = {}
    for one, other in pairwise(solstices):
        run = moons[bisect_right(moons, one) - 1 : bisect_right(moons, other)]
        leap_year = len(run) == 14
        number, year, leapt = 10, one.year, False
        for first, following in pairwise(run):
            without = not any(first <= day < following for day in principal)
            leap = leap_year and without and not leapt
            leapt = leapt or leap
            number = number if leap else number % 12 + 1
            found[first] = (year if number >= 11 else year + 1, number, leap)
    last = bisect_right(moons, solstices[-1]) - 1
    for first, number in zip(moons[last : last + 2], (11, 12), strict=True):
        found[first] = (solstices[-1].year, number, False)
    return found


def past_midnight(at: Floats, delta: Floats) -> Floats:
    """Minutes from the nearest midnight of UTC+8; negative before it."""
    part = (at - delta / DAY_S + CHINA - 0.5) % 1
    return np.asarray(np.where(part < 0.5, part, part - 1) * 1440)


def _root(off: Callable[[Floats], Floats], at: Floats, period: float) -> Floats:
    """Where an angle that grows by 360° in a period is nought, from times near by (secants)."""
    rate = np.full(at.shape, 360 / period)
    angle = off(at)
    for _ in range(4):
        step = -angle / rate
        at = at + step
        before, angle = angle, off(at)
        moved = np.abs(step) > 1e-4
        rate = np.where(moved, (angle - before) / np.where(moved, step, 1.0), rate)
    assert np.abs(angle / rate).max() * DAY_S < 0.01
    return at


def _sun(at: Floats) -> Floats:
    """Apparent longitude of date, in degrees."""
    return _of_date(at, _to_sun(at))[0]


def _moon_from_sun(at: Floats) -> Floats:
    """Degrees of apparent longitude from the sun to the moon."""
    moon, sun = _of_date(at, _to_moon(at), _to_sun(at))
    return moon - sun


def _to_sun(at: Floats) -> Floats:
    """The direction in which the sun is seen: with light time and aberration."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", erfa.ErfaWarning)  # 2100 and a little more
        around_sun, around_all = erfa.epv00(at, 0.0)
        distance = np.linalg.norm(around_sun["p"], axis=-1)
        sun_then, all_then = erfa.epv00(at - distance * LIGHT_S / DAY_S, 0.0)
    seen = all_then["p"] - sun_then["p"] - around_all["p"]
    distance = np.linalg.norm(seen, axis=-1)
    speed = around_all["v"] * erfa.DAU / DAY_S / erfa.CMPS
    contraction = np.sqrt(1 - np.sum(speed * speed, axis=-1))
    return np.asarray(erfa.ab(seen / distance[..., None], speed, distance, contraction))


def _to_moon(at: Floats) -> Floats:
    """The direction in which the moon is seen: with light time."""
    moon = erfa.moon98(at, 0.0)
    distance = np.linalg.norm(moon["p"], axis=-1, keepdims=True)
    return np.asarray((moon["p"] - moon["v"] * distance * LIGHT_S / DAY_S) / distance)


def _of_date(at: Floats, *directions: Floats) -> list[Floats]:
    """The longitudes of directions on the true ecliptic of date, in degrees."""
    frame = erfa.pnm00b(at, 0.0)
    tilt = erfa.obl80(at, 0.0) + erfa.nut00b(at, 0.0)[1]
    found = []
    for direction in directions:
        seen = np.einsum("...ij,...j->...i", frame, direction)
        along = seen[..., 1] * np.cos(tilt) + seen[..., 2] * np.sin(tilt)
        found.append(np.degrees(np.arctan2(along, seen[..., 0])) % 360)
    return found


def _short(angle: Floats) -> Floats:
    """An angle in degrees between -180 and 180."""
    return (angle + 180) % 360 - 180
