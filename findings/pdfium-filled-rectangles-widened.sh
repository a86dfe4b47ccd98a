#!/usr/bin/env bash
# pypdfium2 5.15.2 (pdfium): a filled rectangle is widened to whole pixels, and a stroke to one
# pixel at least; the same rectangle with one side written as a straight Bezier curve is drawn with
# its true coverage. Seen with a rule 0.25 pt high at 100 pixels an inch (0.35 px): the ink of `re f`
# and of a stroke is 2.9 times that of the rule, that of the curve 1.0 times. A 文武线 of newspapers
# (0.25 mm between its lines) closes up into one bar below some 200 dpi.
# Exits 1 if that has changed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 pillow==13.0.0 pikepdf==10.18.0
"$dir/venv/bin/python" - <<'PY'
import io

import pikepdf
import pypdfium2


def ink(operators: str) -> float:
    """Pixels of full ink across the middle of a page of 72 pt at 100 dpi."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(72, 72))
    pdf.pages[0].Contents = pdf.make_stream(operators.encode())
    out = io.BytesIO()
    pdf.save(out)
    image = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=100 / 72).to_pil().convert("L")
    return sum((255 - image.getpixel((50, y))) / 255 for y in range(image.height))


wanted = 0.25 * 100 / 72
rectangle = ink("0 g 10 30.1 50 0.25 re f") / wanted
stroke = ink("0 G 0.25 w 10 30.225 m 60 30.225 l S") / wanted
curve = ink("0 g 10 30.1 m 60 30.1 l 60 30.35 l 60 30.35 10 30.35 10 30.35 c f") / wanted
print(f"times its ink: re f {rectangle:.2f}, stroked {stroke:.2f}, a straight curve {curve:.2f}")
raise SystemExit(not (rectangle > 2.5 and stroke > 2.5 and 0.9 < curve < 1.1))
PY
