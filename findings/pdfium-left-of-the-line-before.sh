#!/usr/bin/env bash
# pypdfium2 5.15.2 (pdfium, and with it Chrome): text is read in the order of the content, but what
# is written after a line, near its baseline and to its left, is read before that line, and so stands
# in the middle of the text it belongs to. Seen with a note at the foot of the first column that is
# level with the last line of the second: of "…not in the | text." and "1 A note." behind it pdfium
# makes "…not in the 1 A note. text.". A quarter of the type's size away it is a line of its own.
# Exits 1 if that has changed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0
"$dir/venv/bin/python" - <<'PY'
import io

import pikepdf
import pypdfium2


def read(note_y: float) -> str:
    """What is read of two lines of a right column and a note at the left, written last."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 100))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                              BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    lines = [(160, 42, "it is not in the"), (160, 30, "text."), (20, note_y, "1 A note.")]
    shown = " ".join(f"1 0 0 1 {x} {y} Tm ({words}) Tj" for x, y, words in lines)
    page.Contents = pdf.make_stream(f"BT /F 9 Tf {shown} ET".encode())
    out = io.BytesIO()
    pdf.save(out)
    text = pypdfium2.PdfDocument(out.getvalue())[0].get_textpage().get_text_bounded()
    return " ".join(text.split())


level, apart = read(30), read(26)
print(f"level: {level!r}; 4 pt apart: {apart!r}")
raise SystemExit(not (level.index("note") < level.index("text.") and apart.endswith("note.")))
PY
