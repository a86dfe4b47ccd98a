#!/usr/bin/env bash
# WeasyPrint 70.0 (needs the system's Pango): @page { bleed: 20pt } makes a MediaBox that is 20 pt larger
# on each side than the TrimBox, and a BleedBox that is 10 pt larger: half of the bleed that was asked for
# and drawn lies outside of the box that says how much there is. Up to 10 pt (3.5 mm) the two agree. Where
# 5 mm are wanted, as many printers do, a preflight measures 3.5.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check weasyprint==70.0 pikepdf==10.18.0
"$dir/venv/bin/python" - <<'PY' | tee "$dir/seen"
import io

import pikepdf
from weasyprint import HTML

for bleed in (8, 10, 20):
    style = f"<style>@page {{ size: 300pt 300pt; margin: 0; bleed: {bleed}pt }}</style>"
    data = HTML(string=f"{style}<p>x").write_pdf()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        boxes = (page.TrimBox, page.BleedBox, page.MediaBox)
        print("bleed", bleed, "boxes begin at", *(f"{float(box[0]):g}" for box in boxes))
PY
grep -qx "bleed 8 boxes begin at 0 -8 -8" "$dir/seen"
grep -qx "bleed 10 boxes begin at 0 -10 -10" "$dir/seen"
grep -qx "bleed 20 boxes begin at 0 -10 -20" "$dir/seen"
