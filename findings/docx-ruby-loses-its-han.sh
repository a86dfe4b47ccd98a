#!/usr/bin/env bash
# mammoth 1.13.0, markitdown 0.1.9, pandoc (pypandoc-binary 1.17) and python-docx 1.2.0: 拼音指南 of Word.
#
# Letters over characters are a w:ruby (ECMA-376 part 1, 17.3.3.25): w:rt holds zhū, w:rubyBase the 株 that
# it stands over. All four give 前后 for 前株洲后: not only the letters go but the Han under them, without a
# word. docx2txt 0.9 keeps both, the letters before their Han: 前zhū株zhōu洲后.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check mammoth==1.13.0 'markitdown[docx]==0.1.9' pypandoc_binary==1.17 python-docx==1.2.0 docx2txt==0.9
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
from markitdown import MarkItDown

run = "<w:r><w:t>{}</w:t></w:r>".format
ruby = "<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>".format
two = ruby(run("zhū"), run("株")) + ruby(run("zhōu"), run("洲"))
write(f"<w:p>{run('前')}{two}{run('后')}</w:p>")
texts = {
    "mammoth": mammoth.extract_raw_text(open("a.docx", "rb")).value,
    "markitdown": MarkItDown().convert("a.docx").text_content,
    "pandoc": pypandoc.convert_file("a.docx", "plain", format="docx"),
    "python-docx": docx.Document("a.docx").paragraphs[0].text,
    "docx2txt": docx2txt.process("a.docx"),
}
for name, text in texts.items():
    print(f"{name}: {text.strip()}")
    assert text.strip() == ("前zhū株zhōu洲后" if name == "docx2txt" else "前后"), name
PY
