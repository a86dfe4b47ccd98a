#!/usr/bin/env bash
# typst 0.15.2 (PyPI), smart quotes under lang "zh", region "cn".
#
# Straight double quotes round Han come out as a pair, “你好”. Straight single quotes after Han are both
# taken for closing ones: 他说'行' gives 他说’行’ (‘行’ would be right); between spaces it is right.
# The apostrophe of foreign words wins wherever a character stands before the mark.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check typst==0.15.2 pypdfium2==5.15.2
cd "$dir"
npm install --silent --no-audit --no-fund @expo-google-fonts/noto-serif-sc@0.4.3 >/dev/null
"$dir/venv/bin/python" - <<'PY'
import pathlib

import pypdfium2
import typst

HEAD = '#set page(width: 200pt, height: 60pt, margin: 10pt)\n#set text(font: "Noto Serif SC", size: 10pt, lang: "zh", region: "cn")\n'


def set_text(words: str) -> str:
    pathlib.Path("a.typ").write_text(HEAD + words, encoding="utf-8")
    typst.compile("a.typ", output="a.pdf", font_paths=["node_modules"], ignore_system_fonts=True)
    return pypdfium2.PdfDocument("a.pdf")[0].get_textpage().get_text_range()


seen = {'他说"你好"': "他说“你好”", "他说'行'": "他说’行’", "说 '行' 了": "说 ‘行’ 了"}
for text, then in seen.items():
    now = set_text(text)
    print(f"{text} -> {now}")
    assert now == then, f"was {then}"
PY
