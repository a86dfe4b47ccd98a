#!/usr/bin/env bash
# python-barcode 0.16.1, `issn`: the bar code of a periodical.
#
# An ISSN on a periodical is an EAN-13: 977, its first seven figures, two more, and the check figure of
# that (ISO 3297, GS1 General Specifications 2.1.3.4). Its class `issn` takes a valid ISSN and draws
# eight figures, 977, its first four and a check figure, as bars of 60 modules that are no EAN-8 (67) and
# no EAN-13 (95). No reader reads them; nothing is raised or warned of. Its `ean13` of the right figures
# is read, so it is not the drawing.
# So: the thirteen figures are made before a library is asked for bars.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check python-barcode==0.16.1 pillow==12.0.0 zxing-cpp==3.0.0
"$dir/venv/bin/python" - <<'PY'
import io

import barcode
import zxingcpp
from barcode.writer import ImageWriter
from PIL import Image


def read(code):
    out = io.BytesIO()
    code.write(out, options={"write_text": False})
    with Image.open(out) as image:
        return [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]


issn = barcode.get_barcode_class("issn")("9999-9994", writer=ImageWriter())
print("issn:", issn.get_fullcode(), len(issn.build()[0]), "modules, read as", read(issn))
assert issn.get_fullcode() == "97799993"
assert len(issn.build()[0]) == 60
assert read(issn) == []
ean = barcode.get_barcode_class("ean13")("977999999900", writer=ImageWriter())
print("ean13:", ean.get_fullcode(), "read as", read(ean))
assert read(ean) == ["9779999999008"]
PY
