#!/usr/bin/env bash
# pypdfium2 5.15.2 (pdfium): a letter of text sizes is set on whole pixels, one of display sizes is
# drawn where it stands. Seen at 150 pixels an inch, moved in ten steps of a tenth of a pixel: 9 pt
# stays where it is and then jumps by a whole pixel (0.17 mm) between two steps; 60 pt moves by a
# tenth each time. Two PDFs whose text differs by 0.01 mm may so differ by a pixel along whole lines,
# and two that differ by 0.15 mm not at all: pixels of newspaper text compare at no less than that.
# Exits 1 if that has changed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 reportlab==4.4.4 numpy==2.3.5
"$dir/venv/bin/python" - <<'PY'
import numpy
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

DPI = 150


def middle(size: float, moved: float) -> float:
    """Where the ink of a letter lies across the page, in pixels; it is `moved` by so many."""
    canvas = Canvas("", pagesize=(144, 144), invariant=1)
    canvas.setFont("Helvetica", size)
    canvas.drawString(48 + moved * 72 / DPI, 48, "H")
    page = pypdfium2.PdfDocument(canvas.getpdfdata())[0]
    ink = 255.0 - page.render(scale=DPI / 72, grayscale=True).to_numpy().reshape(300, 300)
    return float((ink.sum(axis=0) * numpy.arange(300)).sum() / ink.sum())


steps = {}
for size in (9, 60):
    places = [middle(size, k / 10) for k in range(11)]
    steps[size] = [round(b - a, 2) for a, b in zip(places, places[1:])]
    print(f"{size} pt: {steps[size]}")
whole = sorted(steps[9])
raise SystemExit(not (whole[:9] == [0.0] * 9 and whole[9] == 1.0
                      and all(0.05 < step < 0.15 for step in steps[60])))
PY
