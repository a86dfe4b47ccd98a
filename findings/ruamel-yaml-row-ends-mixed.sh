#!/usr/bin/env bash
# ruamel.yaml 0.19.1, round trip of a file whose rows end in CR LF.
#
# Nothing is changed, and the file comes back with two kinds of row ends: CR LF where a row has a
# comment (the CR is taken for the comment's last character and is written back with it), LF
# everywhere else. A file with comments on some of its rows is then neither of the one kind nor of the
# other, git shows the rows without comments as changed, and an editor that decides by the first row
# shows ^M on the others.
#
#   'a: 1  # one\r\nb: 2\r\nc: 3  # three\r\n'  →  'a: 1  # one\r\nb: 2\nc: 3  # three\r\n'
#
# So: row ends are put to LF before a text is given to it and put back after, or spans are replaced in
# the text that was read.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check ruamel.yaml==0.19.1
"$dir/venv/bin/python" - <<'PY'
import io

from ruamel.yaml import YAML

given = b"a: 1  # one\r\nb: 2\r\nc: 3  # three\r\n"
yaml = YAML()
out = io.BytesIO()
yaml.dump(yaml.load(given), out)
print(given, "->", out.getvalue())
assert out.getvalue() == b"a: 1  # one\r\nb: 2\nc: 3  # three\r\n"

plain = io.BytesIO()
yaml.dump(yaml.load(b"a: 1\r\nb: 2\r\n"), plain)
assert plain.getvalue() == b"a: 1\nb: 2\n"
PY
