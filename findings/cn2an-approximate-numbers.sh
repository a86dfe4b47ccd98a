#!/usr/bin/env bash
# cn2an 0.5.24, `transform(text, "cn2an")`: Han figures of a text into Arabic ones.
#
# A desk might think of it for 数字用法 (GB/T 15835), which keeps approximate numbers, names and set
# phrases in Han figures. It turns them too, and changes what they say: 三五个人 (three to five people)
# becomes 35个人, 一二·九运动 (of 9 December) 12·9运动, 十分高兴 (very glad) 10分高兴, 半斤八两
# (much of a muchness) 0.5斤82. Dates with 〇 are right. 七八十岁 is left as it is, with a warning.
# So: no such library rewrites figures in a story; doubtful ones are told to a person.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check cn2an==0.5.24
"$dir/venv/bin/python" -W ignore - <<'PY'
import cn2an

seen = {
    "二〇二六年一月二日": "2026年1月2日",
    "三五个人": "35个人",
    "一二·九运动": "12·9运动",
    "十分高兴": "10分高兴",
    "十三届四中全会": "13届4中全会",
    "半斤八两": "0.5斤82",
    "七八十岁": "七八十岁",
}
for text, then in seen.items():
    now = cn2an.transform(text, "cn2an")
    print(f"{text} -> {now}")
    assert now == then, f"was {then}"
PY
