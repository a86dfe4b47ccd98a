#!/usr/bin/env bash
# LunarCalendar 0.0.9, `lunarcalendar.solarterm`: the days of the 24 terms.
#
# It finds the instant and asks the zone Asia/Shanghai for its day, which had summer time in 1940-1949
# and in 1986-1991. A term in the last hour of a day then falls on the next one: 小暑 of 1987 was at
# 23:39 of 7 July by UTC+8, which the calendar counts by (GB/T 33661-2017), and is said to be on the
# 8th; so are 白露 1989, 夏至 1990, 处暑 1991, and 立夏 1944, 秋分 1946, 立秋 1948.
# So: days of the 农历 are counted at a fixed UTC+8, never in the zone.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check \
  LunarCalendar==0.0.9 ephem==4.2.1 pytz==2025.2 python-dateutil==2.9.0.post0
"$dir/venv/bin/python" -W ignore - <<'PY'
import datetime as dt

from lunarcalendar import solarterm
from lunarcalendar._calc import specified_solar_term

china = dt.timezone(dt.timedelta(hours=8))
wrong = []
for year in range(1929, 2101):
    for i, (term, name) in enumerate(zip(solarterm.zh_solarterms, solarterm.zh_hans_terms)):
        at = specified_solar_term(year - (i >= 22), i).astimezone(china)
        if term(year) != at.date():
            wrong.append(f"{name}{year}")
            print(f"{name} {year}: said to be {term(year)}; {at:%Y-%m-%d %H:%M} by UTC+8")
assert wrong == [
    "立夏1944", "秋分1946", "立秋1948", "小暑1987", "白露1989", "夏至1990", "处暑1991",
], wrong
PY
