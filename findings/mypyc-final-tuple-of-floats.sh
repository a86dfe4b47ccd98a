#!/usr/bin/env bash
# mypyc of mypy 2.4.1: a constant that is a tuple of floats, in compiled code.
#
# `ROOM: Final = (0.0, 2.5)` at the head of a module raises `NameError: value for final name "ROOM" was not
# set` where a function of the module reads it; `(0.5, "K")` and `("K", 2.5)` are read as they are. A tuple
# whose fields are all floats has no pointer that could say that it was never set, so a number stands for
# that, and the test of it seems to be the wrong way round. mypy in strict mode finds no fault.
# So: boxes, margins and colours are such tuples all over a layout. Seen while a copy of Banxin's modules
# was compiled to measure what that would bring (docs/speed.md). Needs a C compiler.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check mypy==2.4.1 setuptools==80.9.0
cd "$dir"
cat > plates.py <<'PY'
from typing import Final

ROOM: Final = (0.0, 2.5)
SHARE: Final = (0.5, "K")
NAMED: Final = ("K", 2.5)


def room() -> float:
    return ROOM[1]


def share() -> float:
    return SHARE[0]


def named() -> float:
    return NAMED[1]
PY
cat > setup.py <<'PY'
from mypyc.build import mypycify
from setuptools import setup

setup(name="plates", py_modules=[], ext_modules=mypycify(["--strict", "plates.py"], opt_level="0"))
PY
venv/bin/python - <<'PY'
import plates

assert (plates.room(), plates.share(), plates.named()) == (2.5, 0.5, 2.5)
print("Python: 2.5, 0.5, 2.5")
PY
venv/bin/python setup.py -q build_ext --inplace 2>/dev/null
venv/bin/python - <<'PY'
import plates

assert plates.__file__.endswith((".so", ".pyd"))
assert (plates.share(), plates.named()) == (0.5, 2.5)
try:
    print(plates.room())
except NameError as fault:
    print(f"compiled: {fault}; 0.5, 2.5")
    assert str(fault) == 'value for final name "ROOM" was not set'
else:
    raise SystemExit("a constant tuple of floats is read now")
PY
