#!/usr/bin/env bash
# WeasyPrint 70.0 (needs the system's Pango), ruby.
#
# <ruby>株洲<rt>zhūzhōu</rt></ruby> is set as one row of words, 株洲zhūzhōu, at one size on one baseline:
# the reading stands in the sentence. Nothing is logged, where unknown properties (text-emphasis) are.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2
"$dir/venv/bin/python" - <<'PY'
import io
import logging

import pypdfium2
from weasyprint import HTML

heard: list[str] = []


class Heard(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        heard.append(record.getMessage())


logging.getLogger("weasyprint").addHandler(Heard())
SHEET = "<style>@page{size:300pt 200pt;margin:10pt} body{font:16px serif}"
RUBY = f"{SHEET}</style><p>在<ruby>株洲<rt>zhūzhōu</rt></ruby>市</p>"
text = pypdfium2.PdfDocument(io.BytesIO(HTML(string=RUBY).write_pdf()))[0].get_textpage()
words = text.get_text_range()
print(words)
assert words == "在株洲zhūzhōu市"
feet = {round(text.get_charbox(k, loose=True)[1], 1) for k in range(text.count_chars())}
print("feet of the character boxes:", sorted(feet))
assert not [h for h in heard if "ruby" in h.lower() or "rt" in h.split()], heard
HTML(string=f"{SHEET} p{{text-emphasis:dot}}</style><p>重点</p>").write_pdf()
assert [h for h in heard if "text-emphasis" in h]
PY
