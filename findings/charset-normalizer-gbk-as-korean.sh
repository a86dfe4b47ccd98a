#!/usr/bin/env bash
# charset-normalizer 3.4.4 (PyPI), which requests and others ask for the encoding of a text.
#
# A table of results as a spreadsheet in China saves it as CSV, in GBK (GB 18030), is taken for Korean
# (cp949): best() says so without a doubt, and its text is Hangul and rare Han, 츰늴,檎츰,냥섀 for
# 名次,姓名,成绩. Nothing tells: every byte has a meaning in both. Another table, of prices, is taken for
# what it is. So a program that reads such files does better to ask for UTF-8, and to say what the
# bytes look like, than to take a guess of this kind.
#
# Seen: "cp949 츰늴,檎츰,냥섀"; expected: gb18030 (or gbk) 名次,姓名,成绩.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install --disable-pip-version-check charset-normalizer==3.4.4
"$folder/venv/bin/python" - <<'PYTHON'
import sys

from charset_normalizer import from_bytes

short = "名次,姓名,成绩\n1,李四,9.5\n2,王五,8.5\n"
longer = "品种,本周均价,上周均价\n晚籼米,5.2,5.16\n菜籽油,76.5,78\n"
found = [from_bytes(text.encode("gb18030")).best() for text in (short, longer)]
first, second = ((best.encoding, str(best).partition("\n")[0]) for best in found)
print("a table of results:", *first)
print("a table of prices:", *second)
same = first == ("cp949", "츰늴,檎츰,냥섀") and second[0] == "gb18030"
print("as stated" if same else "CHANGED")
sys.exit(0 if same else 1)
PYTHON
