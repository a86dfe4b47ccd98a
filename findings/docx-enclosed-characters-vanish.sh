#!/usr/bin/env bash
# mammoth 1.13.0, markitdown 0.1.9, pandoc (pypandoc-binary 1.17), python-docx 1.2.0, docx2txt 0.9 and docx2python
# 3.7.1: 带圈字符 of Word.
#
# Word's 带圈字符 makes no character but a field without a result, EQ \\o\\ac(○,3), and draws the one over the other:
# 见③处 is printed. All six give 见处. What they take for an instruction (w:instrText) is what is printed.
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

run = "<w:r><w:t>{}</w:t></w:r>".format
mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
told = r"<w:r><w:instrText> eq \o\ac(○,3) </w:instrText></w:r>"
write(f"<w:p>{run('见')}{mark('begin')}{told}{mark('end')}{run('处')}</w:p>")
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
    assert text.strip() == "见处", name
PY
