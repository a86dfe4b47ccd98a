#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1: a move that nobody has accepted.
#
# A tracked move (w:moveFrom where the words stood, w:moveTo where they stand; ECMA-376 part 1, 17.13.5.22 and
# .25) of 乙 gives 甲丙乙 when accepted, 甲乙丙 when rejected. docx2txt and docx2python give 甲乙丙乙: the words
# twice, though both leave out a tracked deletion. mammoth 1.13.0 gives 甲丙乙.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0
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
from docx2python import docx2python

run = "<w:r><w:t>{}</w:t></w:r>".format
change = '<w:{0} w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">{1}</w:{0}>'.format
moved = change("moveFrom", run("乙")), change("moveTo", run("乙"))
write(f"<w:p>{run('甲')}{moved[0]}{run('丙')}{moved[1]}</w:p>")
texts = {
    "docx2txt": docx2txt.process("a.docx"),
    "docx2python": docx2python("a.docx").text,
    "mammoth": mammoth.extract_raw_text(open("a.docx", "rb")).value,
}
for name, text in texts.items():
    print(f"{name}: {text.strip()}")
    assert text.strip() == ("甲丙乙" if name == "mammoth" else "甲乙丙乙"), name
write(f"<w:p>{run('甲')}{change('del', '<w:r><w:delText>乙</w:delText></w:r>')}{run('丙')}</w:p>")
assert docx2txt.process("a.docx").strip() == docx2python("a.docx").text.strip() == "甲丙"
PY
