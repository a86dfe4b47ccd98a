#!/usr/bin/env bash
# ReportLab 5.1.0: the name of a spot ink (`CMYKColorSep`) that is written in Han has four hexadecimal
# digits behind each #, and a solidus in a name is not escaped.
#
# ISO 32000-1, 7.3.5: a # stands before two digits, one byte; names are read as UTF-8, and a / ends a
# name. A spot 专蓝 should be written /#E4#B8#93#E8#93#9D. ReportLab writes /#4e13#84dd, which is read as
# the bytes 4E "13" 84 "dd", "N13" and what is no UTF-8: the plate has another name, or the file fails in
# a reader that decodes names. A spot `Gold/Silver` is written /Gold/Silver: two names, so that the array
# of its colour space has one member too many and is none. ASCII names are right: PANTONE 871 C is.
#
# Seen (Python 3.11): /#4e13#84dd, /Gold/Silver and /PANTONE#20871#20C.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 pikepdf==10.18.0
"$work/venv/bin/python" - <<'PY'
import io

import pikepdf
from reportlab.lib.colors import CMYKColorSep
from reportlab.pdfgen import canvas


def drawn(name: str) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pageCompression=0)
    sheet.setFillColor(CMYKColorSep(0.9, 0.6, 0, 0, spotName=name))
    sheet.rect(10, 10, 50, 50, fill=1, stroke=0)
    sheet.showPage()
    sheet.save()
    return out.getvalue()


han, solidus, plain = drawn("专蓝"), drawn("Gold/Silver"), drawn("PANTONE 871 C")
seen = (
    b"/Separation /#4e13#84dd /DeviceCMYK" in han and b"#E4#B8#93" not in han.upper(),
    b"/Separation /Gold/Silver /DeviceCMYK" in solidus,
    b"/Separation /PANTONE#20871#20C /DeviceCMYK" in plain,
)
assert all(seen), seen
with pikepdf.open(io.BytesIO(plain)) as read:
    (space,) = read.pages[0].Resources.ColorSpace.values()
    assert space[1] == "/PANTONE 871 C", space[1]
with pikepdf.open(io.BytesIO(han)) as read:
    (space,) = read.pages[0].Resources.ColorSpace.values()
    try:
        name = str(space[1])
    except UnicodeDecodeError:
        name = ""
    assert name != "/专蓝", name
print("reportlab 5.1.0 writes 专蓝 as /#4e13#84dd and Gold/Silver as two names")
PY
