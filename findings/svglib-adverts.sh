#!/usr/bin/env bash
# svglib 2.3.2 with reportlab 5.1.0: an advert that comes as SVG.
#
# A colour as SVG 1.1 writes it for print, `#000 icc-color(name, …)`, has its sRGB fallback before it;
# svglib takes neither, says "Can't handle color" and paints nothing: the panel is gone. Han in <text>
# come out as black squares (n of ZapfDingbats), and nothing says so. Black is RGB.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check svglib==2.3.2 reportlab==5.1.0 pypdf==7.1.1
"$dir/venv/bin/python" - <<'PY'
import io

from pypdf import PdfReader
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg


def drawn(inside: str) -> tuple[str, list[str]]:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">{inside}</svg>'
    out = io.BytesIO()
    renderPDF.drawToFile(svg2rlg(io.BytesIO(svg.encode())), out)
    page = PdfReader(out).pages[0]
    fonts = page["/Resources"].get("/Font", {})
    return page.get_contents().get_data().decode("latin-1"), [f["/BaseFont"] for f in map(lambda r: r.get_object(), fonts.values())]


def painted(stream: str) -> bool:
    return any(op in stream.split() for op in ("f", "f*", "B", "B*", "b", "b*"))


plain, _ = drawn('<rect width="50" height="50" fill="#000"/>')
assert painted(plain)
assert "0 0 0 rg" in plain, "black is RGB"
icc, _ = drawn('<rect width="50" height="50" fill="#000 icc-color(press, 0, 0, 0, 1)"/>')
print("a rectangle with #000 is painted, with #000 icc-color(…):", painted(icc))
assert not painted(icc)
text, fonts = drawn('<text x="5" y="20" font-size="12">广告文字</text>')
print([row for row in text.splitlines() if "Tj" in row], fonts)
assert "(nnnn) Tj" in text
assert "/ZapfDingbats" in fonts
PY
