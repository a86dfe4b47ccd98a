#!/usr/bin/env bash
# PyYAML 6.0.4, marks of a text that begins with a byte order mark (as files of Windows editors do).
#
# `mark.index` is where a token stands in the text that was given. The loader in Python counts the
# mark of the byte order as a character; libyaml's, which is otherwise its faster twin and gives the
# same events, does not: each index is one too small in the str it was given. Lines and columns are
# the same in both.
#
#   '\ufeffk: a'  →  k at 1, a at 4 (SafeLoader); k at 0, a at 3 (CSafeLoader): text[3] is the blank
#
# So: who writes back by marks takes the byte order mark off before parsing, and counts from there.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check PyYAML==6.0.4
"$dir/venv/bin/python" - <<'PY'
import yaml

text = "\ufeffk: a\n"
found = {}
for loader in (yaml.SafeLoader, yaml.CSafeLoader):
    scalars = [e for e in yaml.parse(text, Loader=loader) if isinstance(e, yaml.ScalarEvent)]
    found[loader.__name__] = [(e.value, e.start_mark.index, e.start_mark.column) for e in scalars]
print(found)
assert found["SafeLoader"] == [("k", 1, 0), ("a", 4, 3)]
assert found["CSafeLoader"] == [("k", 0, 0), ("a", 3, 3)]
assert text[3] == " " and text[4] == "a"
PY
