#!/usr/bin/env bash
# zint-bindings 1.2.2 (zint 2.15), QR codes of Han in the input mode UNICODE.
#
# Text whose characters are all in JIS X 0208 is encoded as Shift JIS that is not declared, any other as
# UTF-8 that is (ECI 26): 中文 and “引号” in the one, 点赞 in the other, by chance of the characters. It
# is not raised but stands in `errtxt`. ISO/IEC 18004 has kanji mode for this; but a reader that takes
# undeclared bytes for UTF-8, as most makers of codes in China write them, shows other words.
# So: `eci = 26` is set for whatever is not ASCII.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check zint-bindings==1.2.2 zxing-cpp==3.0.0 numpy==2.3.5
"$dir/venv/bin/python" - <<'PY'
import numpy as np
import zint
import zxingcpp


def made(text, eci=0):
    symbol = zint.Symbol()
    symbol.symbology = zint.Symbology.QRCODE
    symbol.input_mode = zint.InputMode.UNICODE
    symbol.eci = eci
    symbol.encode(text)
    data = symbol.encoded_data
    rows = np.frombuffer(data.tobytes(), dtype=np.uint8).reshape(data.shape)
    dark = np.unpackbits(rows, axis=1, bitorder="little")[: symbol.rows, : symbol.width]
    image = np.kron(np.pad(255 * (1 - dark), 4, constant_values=255), np.ones((5, 5))).astype(np.uint8)
    (code,) = zxingcpp.read_barcodes(image)
    return bytes(code.bytes), symbol.errtxt


for text, encoding in (("中文", "shift_jis"), ("“引号”", "shift_jis"), ("点赞", "utf-8")):
    data, told = made(text)
    print(text, encoding, data.hex(), told)
    assert data == text.encode(encoding)
    assert made(text, eci=26)[0] == text.encode()
PY
