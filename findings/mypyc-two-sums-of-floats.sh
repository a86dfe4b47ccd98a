#!/usr/bin/env bash
# mypyc of mypy 2.4.1: two sums of floats added to each other, in compiled code.
#
# `sum(...) + sum(...)` of floats raises `TypeError: int object expected; got float` once it is compiled;
# each sum by itself is right, and Python gives 6.5. A sum of floats begins at the whole number 0, and of
# its type `float | int` what is added seems to be taken for the `int`. mypy in strict mode finds no fault.
# So: widths and heights are summed all over a layout; compiled, such a page ends with a traceback. It was
# one of the reasons to leave Banxin's modules uncompiled (docs/speed.md). Needs a C compiler.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check mypy==2.4.1 setuptools==80.9.0
cd "$dir"
cat > rows.py <<'PY'
from typing import NamedTuple


class Row(NamedTuple):
    width: float


def one(rows: list[Row]) -> float:
    return sum(row.width for row in rows)


def both(rows: list[Row], gaps: list[float]) -> float:
    return sum(row.width for row in rows) + sum(gaps)
PY
cat > setup.py <<'PY'
from mypyc.build import mypycify
from setuptools import setup

setup(name="rows", py_modules=[], ext_modules=mypycify(["--strict", "rows.py"], opt_level="0"))
PY
venv/bin/python - <<'PY'
from rows import Row, both, one

assert (one([Row(1.5), Row(2.5)]), both([Row(1.5), Row(2.5)], [2.5])) == (4.0, 6.5)
print("Python: 4.0 and 6.5")
PY
venv/bin/python setup.py -q build_ext --inplace 2>/dev/null
venv/bin/python - <<'PY'
import rows

assert rows.__file__.endswith((".so", ".pyd"))
assert rows.one([rows.Row(1.5), rows.Row(2.5)]) == 4.0
try:
    print(rows.both([rows.Row(1.5), rows.Row(2.5)], [2.5]))
except TypeError as fault:
    print(f"compiled: 4.0 and TypeError: {fault}")
    assert str(fault) == "int object expected; got float"
else:
    raise SystemExit("two sums of floats are added now")
PY
