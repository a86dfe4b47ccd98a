#!/usr/bin/env bash
# mammoth 1.13.0, markitdown 0.1.9, pandoc (pypandoc-binary 1.17), python-docx 1.2.0, docx2txt 0.9 and docx2python
# 3.7.1: hidden words.
#
# 甲藏乙 with 藏 hidden (隐藏, w:vanish, ECMA-376 part 1, 17.3.2.41): Word shows and prints 甲乙. All six give 甲藏乙,
# without a word. Editors hide what they have cut and notes to the desk.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check mammoth==1.13.0 'markitdown[docx]==0.1.9' pypandoc_binary==1.17 python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1
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
from markitdown import MarkItDown

run = "<w:r>{}<w:t>{}</w:t></w:r>".format
write(f"<w:p>{run('', '甲')}{run('<w:rPr><w:vanish/></w:rPr>', '藏')}{run('', '乙')}</w:p>")
texts = {
    "mammoth": mammoth.extract_raw_text(open("a.docx", "rb")).value,
    "markitdown": MarkItDown().convert("a.docx").text_content,
    "pandoc": pypandoc.convert_file("a.docx", "plain", format="docx"),
    "python-docx": docx.Document("a.docx").paragraphs[0].text,
    "docx2txt": docx2txt.process("a.docx"),
    "docx2python": docx2python("a.docx").text,
}
for name, text in texts.items():
    print(f"{name}: {text.strip()}")
    assert text.strip() == "甲藏乙", name
PY
