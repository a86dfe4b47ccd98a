#!/usr/bin/env bash
# markitdown 0.1.9: a table of Word with a cell over two rows, and one with a bar in a cell.
#
# 甲 stands over two rows (w:vMerge), 乙 and 丙 beside it in the second column. The table in Markdown has 丙 in
# the first column, under 甲: a cell from above leaves no empty one behind. A bar in a cell is not escaped
# (GFM 4.10 wants \\|), so that 3|4 is two cells and 5 stands in a column that is cut off.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check 'markitdown[docx]==0.1.9'
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


from markitdown import MarkItDown


def cell(text, about=""):
    return f"<w:tc><w:tcPr>{about}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows):
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl><w:p/>"


first = cell("甲", '<w:vMerge w:val="restart"/>') + cell("乙")
write(table(first, cell("", "<w:vMerge/>") + cell("丙")))
merged = MarkItDown().convert("a.docx").text_content.splitlines()
write(table(cell("比分") + cell("名次"), cell("3|4") + cell("5")))
barred = MarkItDown().convert("a.docx").text_content.splitlines()
print(merged, barred, sep="\n")
assert merged[-2:] == ["| 甲 | 乙 |", "| 丙 |"]
assert barred[-1] == "| 3|4 | 5 |"
PY
