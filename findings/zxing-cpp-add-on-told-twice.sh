#!/usr/bin/env bash
# zxing-cpp 3.0.0, `ean_add_on_symbol=Read`: an EAN-13 with an add-on is told twice.
#
# The bars of an add-on are shorter than those beside them: its figures stand over it (ISO/IEC 15420).
# Lines read above it see the EAN-13 alone, lower ones both, and `Read` gives a result for each: one
# symbol, two bar codes. `Ignore`, the default, gives the one without, `Require` the one with it.
# So: a test that counts codes, or takes the first, asks with `Require` for those that have an add-on.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check zint-bindings==1.2.2 zxing-cpp==3.0.0 numpy==2.3.5
"$dir/venv/bin/python" - <<'PY'
import numpy as np
import zint
import zxingcpp

symbol = zint.Symbol()
symbol.symbology = zint.Symbology.EANX
symbol.scale = 3
symbol.encode("977999999900+07")
symbol.buffer()
shape = symbol.bitmap.shape
pixels = np.frombuffer(symbol.bitmap.tobytes(), dtype=np.uint8).reshape(shape)[:, :, 0]
image = np.pad(pixels, 60, constant_values=255)
for asked in ("Ignore", "Read", "Require"):
    kind = getattr(zxingcpp.EanAddOnSymbol, asked)
    found = sorted(one.text for one in zxingcpp.read_barcodes(image, ean_add_on_symbol=kind))
    print(asked, found)
    wanted = {
        "Ignore": ["9779999999008"],
        "Read": ["9779999999008", "977999999900807"],
        "Require": ["977999999900807"],
    }
    assert found == wanted[asked]
PY
