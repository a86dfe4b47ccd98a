#!/usr/bin/env bash
# mammoth 1.13.0, pandoc (pypandoc-binary 1.17) and python-docx 1.2.0: the result of a field in its short form.
#
# 甲九月丙 with 九月 the result of a field. In the long form (w:fldChar begin, separate, end) all three keep it;
# in the short one, w:fldSimple (ECMA-376 part 1, 17.16.19), which means the same, all three give 甲丙. docx2txt
# 0.9 keeps it in both.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 python-docx==1.2.0 docx2txt==0.9
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


import docx
import docx2txt
import mammoth
import pypandoc

run = "<w:r><w:t>{}</w:t></w:r>".format
mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
told = "<w:r><w:instrText> SAVEDATE </w:instrText></w:r>"
long = mark("begin") + told + mark("separate") + run("九月") + mark("end")
short = f'<w:fldSimple w:instr=" SAVEDATE ">{run("九月")}</w:fldSimple>'
for form, field in (("long", long), ("short", short)):
    write(f"<w:p>{run('甲')}{field}{run('丙')}</w:p>")
    mammoths = mammoth.extract_raw_text(open("a.docx", "rb")).value.strip()
    pandocs = pypandoc.convert_file("a.docx", "plain", format="docx").strip()
    python_docxs = docx.Document("a.docx").paragraphs[0].text
    docx2txts = docx2txt.process("a.docx").strip()
    print(f"{form}: mammoth {mammoths}, pandoc {pandocs}, python-docx {python_docxs}, docx2txt {docx2txts}")
    assert mammoths == pandocs == python_docxs == ("甲九月丙" if form == "long" else "甲丙")
    assert docx2txts == "甲九月丙"
PY
