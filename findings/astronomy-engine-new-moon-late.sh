#!/usr/bin/env bash
# astronomy-engine 2.1.19, `SearchMoonPhase(0, …)`: the time of a new moon.
#
# It takes moon and sun where they are, without the aberration of light. A new moon of almanacs and of
# GB/T 33661-2017 is the conjunction in apparent longitude, and the sun is seen 20.5″ behind its
# place: that conjunction comes some 40 s earlier (27 to 51 s against JPL's DE440, 1900-2100). Its own
# `SearchSunLongitude` has the aberration in it. Against PyEphem, whose positions are apparent:
# So: of an ephemeris for the calendar it is asked first which longitudes it compares.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check astronomy-engine==2.1.19 ephem==4.2.1
"$dir/venv/bin/python" - <<'PY'
import datetime as dt

import astronomy
import ephem

late = []
at = ephem.Date("2018/1/1")
while at < ephem.Date("2026/1/1"):
    at = ephem.next_new_moon(at)
    start = astronomy.Time.Parse((at.datetime() - dt.timedelta(1)).strftime("%Y-%m-%dT%H:%M:%SZ"))
    found = astronomy.SearchMoonPhase(0, start, 3).Utc()
    late.append((found.replace(tzinfo=None) - at.datetime()).total_seconds())
print(f"{len(late)} new moons, later by {min(late):.0f} to {max(late):.0f} s")
assert 20 < min(late) < max(late) < 60
PY
