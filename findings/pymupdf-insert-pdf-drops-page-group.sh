#!/usr/bin/env bash
# PyMuPDF 2.0: insert_pdf leaves the transparency group of a page behind, and with it the space in
# which what is see-through is blended (ISO 32000-1, 11.4.7), though it copies boxes and resources.
#
# A page that says it is blended in DeviceCMYK says nothing afterwards; a reader then mixes in a space
# of its own choosing, most of them in RGB. `save` of the same file keeps the group.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pymupdf==2.0 pikepdf==10.18.0
cat >"$dir/look.py" <<'PY'
import io
import sys

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name

path = sys.argv[1]
made = pikepdf.new()
page = made.add_blank_page(page_size=(300, 300))
page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
page.obj.BleedBox = Array([5, 5, 295, 295])
page.obj.TrimBox = Array([10, 10, 290, 290])
page.Resources = Dictionary(ExtGState=Dictionary(G=Dictionary(ca=0.5, BM=Name.Multiply)))
page.Contents = made.make_stream(b"1 0 0 0 k 20 20 200 200 re f /G gs 0 1 0 0 k 80 80 200 200 re f")
made.save(path)


def seen(name: str, data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        keys = [key for key in ("/Group", "/BleedBox", "/TrimBox") if key in pdf.pages[0].obj]
    print(name, *keys)


with pymupdf.open(path) as source:
    seen("save", source.tobytes())
    with pymupdf.open() as merged:
        merged.insert_pdf(source)
        seen("insert_pdf", merged.tobytes())
PY
"$dir/venv/bin/python" "$dir/look.py" "$dir/one.pdf" | tee "$dir/seen"
grep -qx "save /Group /BleedBox /TrimBox" "$dir/seen"
grep -qx "insert_pdf /BleedBox /TrimBox" "$dir/seen"
