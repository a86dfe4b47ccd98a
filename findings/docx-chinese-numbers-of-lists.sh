#!/usr/bin/env bash
# mammoth 1.13.0, pandoc (pypandoc-binary 1.17), docx2python 3.7.1 and docx2txt 0.9: 一、 二、 before paragraphs.
#
# Word numbers the two paragraphs 一、 and 二、 (w:numFmt chineseCountingThousand, w:lvlText %1、). mammoth and
# pandoc print 1. and 2., docx2python -- before both (and warns of it), docx2txt nothing: a 见第二条 further on has lost what it
# refers to, and no Chinese copy counts its parts with 1.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 docx2python==3.7.1 docx2txt==0.9
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


import docx2txt
import mammoth
import pypandoc
from docx2python import docx2python

level = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
)
numbering = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
body = "".join(f"<w:p>{listed}<w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("先看", "后看"))
relation = f'<Relationship Id="n" Type="{O}/numbering" Target="numbering.xml"/>'
write(body, more={"word/numbering.xml": numbering}, relations=relation)
texts = {
    "mammoth": mammoth.convert_to_markdown(open("a.docx", "rb")).value,
    "pandoc": pypandoc.convert_file("a.docx", "gfm", format="docx"),
    "docx2python": docx2python("a.docx").text,
    "docx2txt": docx2txt.process("a.docx"),
}
wanted = {
    "mammoth": ["1. 先看", "2. 后看"],
    "pandoc": ["1. 先看", "2. 后看"],
    "docx2python": ["-- 先看", "-- 后看"],
    "docx2txt": ["先看", "后看"],
}
for name, text in texts.items():
    rows = [" ".join(row.split()) for row in text.splitlines() if row.strip()]
    print(f"{name}: {rows}")
    assert rows == wanted[name], name
PY
