#!/usr/bin/env bash
# pandoc (pypandoc-binary 1.17), docx to its own Markdown: Chinese quotes, the dash of two em, the ellipsis of six dots.
#
# 他说：“好——就这样……” comes out as 他说："好------就这样......": in pandoc's Markdown `smart` is on, by which
# straight quotes and hyphens stand for curly ones and dashes in print, and so the curly ones are written as
# straight. A reader who takes the file for text has lost which quote opens and which closes, and two — are
# six hyphens. -t markdown-smart and -t gfm keep them.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pypandoc_binary==1.17
cd "$dir"
venv/bin/python - <<'PY'
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
P = "http://schemas.openxmlformats.org/package/2006"
O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write(body, names="", more=None, relations=""):
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{P}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{P}/relationships"><Relationship Id="rId1" '
        f'Type="{O}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{P}/relationships">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{O}" {names}><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile("a.docx", "w") as archive:
        for name, text in (parts | (more or {})).items():
            archive.writestr(name, text)


import pypandoc

write("<w:p><w:r><w:t>他说：“好——就这样……”</w:t></w:r></w:p>")
texts = {to: pypandoc.convert_file("a.docx", to, format="docx").strip() for to in ("markdown", "markdown-smart", "gfm")}
for to, text in texts.items():
    print(f"{to}: {text}")
    assert text == ('他说："好------就这样......"' if to == "markdown" else "他说：“好——就这样……”"), to
PY
