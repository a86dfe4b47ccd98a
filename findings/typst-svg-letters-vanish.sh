#!/usr/bin/env bash
# typst 0.15.2 (PyPI), an SVG image with text in it.
#
# A character that none of the fonts at hand has is left out of the PDF without a warning. A family that
# is not there is replaced by another, without a warning too; of the same words set by Typst itself it
# says `unknown font family`.
# So: what a drawing's type needs is held against the PDF that was made, character by character.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check typst==0.15.2 pypdfium2==5.15.2
"$dir/venv/bin/python" - <<'PY'
import pypdfium2
import typst

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">'
    '<text x="5" y="25" font-family="No Such Face" font-size="16">A\U00012000B</text></svg>'
)
IMAGE = b'#image(bytes(sys.inputs.svg), format: "svg")'
TEXT = '#set text(font: "No Such Face")\nA\U00012000B'.encode()


def made(source):
    pdf, warnings = typst.compile_with_warnings(
        source, ignore_system_fonts=True, sys_inputs={"svg": SVG}
    )
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return page.get_text_range().strip(), [w.message for w in warnings]


print("as an SVG:", *made(IMAGE))
print("as text:  ", *made(TEXT))
assert made(IMAGE) == ("AB", [])
assert any("unknown font family" in warning for warning in made(TEXT)[1])
PY
