#!/bin/sh
# PDF.js 5.6.205 (npm pdfjs-dist), text content.
#
# A glyph that a ToUnicode map gives two characters, a letter and a soft hyphen, is left out whole:
# PDF.js looks whether the text of a glyph ends with a format mark (category Cf) and takes all of it
# for one that is not seen. The map is valid (ISO 32000-1, 9.10.3: a code may stand for several
# characters), and a shaper that gives the soft hyphen no glyph of its own leads to it. pypdf 7.1.1
# and pdfminer.six 20260107 give both characters.
#
# Seen: PDF.js "COVI19"; pypdf and pdfminer.six "COVID" + U+00AD + "19".
# Exits 1 if that changes. Needs python3, node and npm.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pikepdf==10.18.0 pypdf==7.1.1 pdfminer.six==20260107
npm install --silent --no-audit --no-fund pdfjs-dist@5.6.205

cat >make.py <<'PY'
import pikepdf

pdf = pikepdf.new()
pdf.add_blank_page(page_size=(300, 100))
cmap = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
7 beginbfchar
<43><0043>
<4F><004F>
<56><0056>
<49><0049>
<44><004400AD>
<31><0031>
<39><0039>
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
font = pdf.make_indirect(
    pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
        ToUnicode=pdf.make_stream(cmap),
    )
)
page = pdf.pages[0]
page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
page.Contents = pdf.make_stream(b"BT /F1 20 Tf 20 40 Td (COVID19) Tj ET")
pdf.save("soft.pdf")
PY
venv/bin/python make.py

cat >read.mjs <<'JS'
import fs from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
const document = await getDocument({
  data: new Uint8Array(fs.readFileSync("soft.pdf")),
  standardFontDataUrl: "node_modules/pdfjs-dist/standard_fonts/",
  verbosity: 0,
}).promise;
const { items } = await (await document.getPage(1)).getTextContent();
process.stdout.write(items.map((item) => item.str).join(""));
JS
cat >read.py <<'PY'
import sys

import pypdf
from pdfminer.high_level import extract_text

wanted = "COVID\u00ad19"
sys.exit(
    pypdf.PdfReader("soft.pdf").pages[0].extract_text().strip() != wanted
    or extract_text("soft.pdf").strip() != wanted
)
PY
seen=$(node read.mjs)
echo "PDF.js: $seen"
[ "$seen" = COVI19 ] || exit 1
venv/bin/python read.py
