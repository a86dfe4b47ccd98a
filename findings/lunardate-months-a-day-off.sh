#!/usr/bin/env bash
# lunardate 0.3.0, `LunarDate.fromSolarDate`: a date of the 农历 from a table of years.
#
# Three months of the last century begin a day early or late in its table, so that thirty days each
# are one off. By UTC+8 the moon was new at 0:03 on 23 July 1933 and at 0:08 on 3 September 1978,
# where it has the days before, and at 20:30 on 25 November 1954, where it has the day after.
# So: a table of the calendar is held against an ephemeris before it is used.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check lunardate==0.3.0 ephem==4.2.1
"$dir/venv/bin/python" -W ignore - <<'PY'
import datetime as dt

import ephem
from lunardate import LunarDate

early = []
for year in range(1929, 2051):
    at = ephem.Date(f"{year}/1/1")
    while True:
        at = ephem.next_new_moon(at)
        local = at.datetime() + dt.timedelta(hours=8)
        if local.year > year:
            break
        # Within a minute of midnight an ephemeris of its own could not tell.
        told = LunarDate.fromSolarDate(local.year, local.month, local.day)
        if told.day != 1:
            early.append(local.date().isoformat())
            print(f"new moon {local:%Y-%m-%d %H:%M} by UTC+8: said to be day {told.day} of the month")
assert early == ["1933-07-23", "1954-11-25", "1978-09-03"], early
PY
