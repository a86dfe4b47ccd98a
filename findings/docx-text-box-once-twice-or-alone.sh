#!/usr/bin/env bash
# pandoc (pypandoc-binary 1.17), docx2txt 0.9, docx2python 3.7.1 and python-docx 1.2.0: a text box of Word 2010.
#
# Word writes a text box twice, as wps:txbx in mc:Choice and as VML in mc:Fallback, of which a reader takes one
# (ECMA-376 part 3, 10.2.1). The paragraph 甲乙 has a box with 框里 anchored in it. docx2txt and docx2python give
# the box twice; python-docx gives none; pandoc gives the box and loses 甲乙, the paragraph that it is anchored
# in. mammoth 1.13.0 gives each once.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pypandoc_binary==1.17 docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0
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
from docx2python import docx2python

NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
run = "<w:r><w:t>{}</w:t></w:r>".format
held = f"<w:txbxContent><w:p>{run('框里')}</w:p></w:txbxContent>"
uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
newer = (
    '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="1"/><a:graphic>'
    f'<a:graphicData uri="{uri}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{held}</wps:txbx><wps:bodyPr/>'
    "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
older = f'<w:pict><v:shape style="width:70pt;height:70pt"><v:textbox>{held}</v:textbox></v:shape></w:pict>'
box = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)
write(f"<w:p>{run('甲')}{box}{run('乙')}</w:p>", NAMES)
texts = {
    "mammoth": mammoth.extract_raw_text(open("a.docx", "rb")).value,
    "pandoc": pypandoc.convert_file("a.docx", "plain", format="docx"),
    "docx2txt": docx2txt.process("a.docx"),
    "docx2python": docx2python("a.docx").text,
    "python-docx": "\n".join(p.text for p in docx.Document("a.docx").paragraphs),
}
boxes = {"mammoth": 1, "pandoc": 1, "docx2txt": 2, "docx2python": 2, "python-docx": 0}
for name, text in texts.items():
    print(f"{name}: {text.strip()!r}")
    assert text.count("框里") == boxes[name], name
    assert (text.count("甲") == text.count("乙") == 0) == (name == "pandoc"), name
PY
