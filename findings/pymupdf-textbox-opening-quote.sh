#!/usr/bin/env bash
# PyMuPDF 2.0.0, Page.insert_textbox and its built-in font "china-s".
#
# The box is filled character by character: a line ends with an opening quote (GB/T 15834 5.1.8 forbids
# it), while Page.insert_htmlbox breaks the same text elsewhere. "china-s" is named, not embedded: what
# the reader sees is the reader's own font, and a press refuses the file.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pymupdf==2.0.0
"$dir/venv/bin/python" - <<'PY'
import pymupdf

TEXT = "今天是个好日子，心想的事儿都能成，“明天”又是好日子。"
page = pymupdf.open().new_page(width=200, height=200)
page.insert_textbox(pymupdf.Rect(10, 40, 100, 190), TEXT, fontname="china-s", fontsize=10)
lines = page.get_text().split()
print(lines)
assert lines == ["今天是个好日子，心", "想的事儿都能成，“", "明天”又是好日子。"]
fonts = page.get_fonts()
print(fonts)
assert [(f[1], f[3]) for f in fonts] == [("n/a", "Heiti")]

page = pymupdf.open().new_page(width=200, height=200)
page.insert_htmlbox(pymupdf.Rect(10, 40, 100, 190), f"<p>{TEXT}</p>")
lines = page.get_text().split()
print(lines)
assert not any(line.endswith("“") for line in lines)
PY
