#!/usr/bin/env bash
# dateparser 1.5.0, language zh: datelines (电头, 报眉) of a newspaper.
#
# A date in Arabic figures is read, and a weekday that contradicts it passes without a word: 2 January
# 2026 is a Friday, 2026年1月2日 星期六 is taken as well as 星期五. A date in Han figures, as papers
# print it (二〇二六年一月二日, 九月二十日), and a lunar one give None.
# So: a date of a page is read by rules of our own, and its weekday is checked against it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check dateparser==1.5.0 tzlocal==5.3.1
"$dir/venv/bin/python" - <<'PY'
import datetime

import dateparser

friday = datetime.datetime(2026, 1, 2)
assert friday.strftime("%w") == "5"
seen = {
    "2026年1月2日": friday,
    "2026年1月2日 星期五": friday,
    "2026年1月2日 星期六": friday,
    "二〇二六年一月二日": None,
    "九月二十日": None,
    "农历丙午年正月初一": None,
}
for text, then in seen.items():
    now = dateparser.parse(text, languages=["zh"])
    print(f"{text} -> {now}")
    assert now == then, f"was {then}"
PY
