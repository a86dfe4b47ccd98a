#!/usr/bin/env bash
# pypdf 7.1.1: PdfWriter(clone_from=...) says that its file is PDF 1.3, whatever it was cloned from.
#
# A file of PDF 1.6 with live transparency (a thing of PDF 1.4), as a
# PDF/X-4 has, comes out whole and calls itself %PDF-1.3. `append` of the same file and an incremental
# writer keep the version. A preflight that holds content to the file's version then refuses it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pypdf==7.1.1 pikepdf==10.18.0
cat >"$dir/look.py" <<'PY'
import io
import sys

import pikepdf
import pypdf

path = sys.argv[1]
made = pikepdf.new()
page = made.add_blank_page(page_size=(300, 300))
page.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.5)))
page.Contents = made.make_stream(b"/G gs 0 0 1 0 k 20 20 200 200 re f")
made.save(path, force_version="1.6")


def head(writer: pypdf.PdfWriter) -> str:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()[:8].decode()


appended = pypdf.PdfWriter()
appended.append(path)
with open(path, "rb") as file:
    print("source", file.read(8).decode())
print("clone_from", head(pypdf.PdfWriter(clone_from=path)))
print("append", head(appended))
print("incremental", head(pypdf.PdfWriter(path, incremental=True)))
PY
"$dir/venv/bin/python" "$dir/look.py" "$dir/one.pdf" | tee "$dir/seen"
grep -qx "source %PDF-1.6" "$dir/seen"
grep -qx "clone_from %PDF-1.3" "$dir/seen"
grep -qx "append %PDF-1.6" "$dir/seen"
grep -qx "incremental %PDF-1.6" "$dir/seen"
