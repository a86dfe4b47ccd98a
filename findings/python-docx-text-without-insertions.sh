#!/usr/bin/env bash
# python-docx 1.2.0, Paragraph.text: what stands in a tracked insertion, a content control or a smart tag.
#
# Each of these three paragraphs prints 甲乙丙 in Word. The text of those whose 乙 is in w:ins (an insertion
# nobody has accepted), w:sdt (a content control) or w:smartTag is 甲丙; a paragraph that is a content control
# as a whole is not among the paragraphs of the document. A w:hyperlink is read.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check python-docx==1.2.0
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

run = "<w:r><w:t>{}</w:t></w:r>".format
AROUND = {
    "ins": '<w:ins w:id="1" w:author="a">{}</w:ins>',
    "sdt": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "smartTag": '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    "hyperlink": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
}
for name, around in AROUND.items():
    write(f"<w:p>{run('甲')}{around.format(run('乙'))}{run('丙')}</w:p>")
    text = docx.Document("a.docx").paragraphs[0].text
    print(f"{name}: {text}")
    assert text == ("甲乙丙" if name == "hyperlink" else "甲丙"), name
write(f"<w:sdt><w:sdtContent><w:p>{run('整段')}</w:p></w:sdtContent></w:sdt><w:p>{run('后')}</w:p>")
texts = [p.text for p in docx.Document("a.docx").paragraphs]
print("a control round a paragraph:", texts)
assert texts == ["后"]
PY
