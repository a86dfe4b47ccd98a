#!/usr/bin/env bash
# pikepdf 10.18.0 (qpdf 12.4.2): save(stream_decode_level=none) still packs LZW streams anew.
#
# The level none says that no stream is to be decoded. A stream of LZW comes out as Flate all the
# same, as it does by default, because `compress_streams` is true unless told: only
# `compress_streams=False` leaves it. LZW is what PDF/X forbids: a program that opens and saves a
# file before it is judged has mended it unseen, and a test that makes such a file with pikepdf
# makes a sound one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pikepdf==10.18.0
"$dir/venv/bin/python" - <<'PY'
import io

import pikepdf
from pikepdf import Name, StreamDecodeLevel

LZW = bytes.fromhex("800b6050220c0c8501")  # the example of ISO 32000-1, 7.4.4.2
NONE = StreamDecodeLevel.none


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


pdf = pikepdf.new()
pdf.add_blank_page()
pdf.Root.Mine = pdf.make_stream(b"")
pdf.Root.Mine.write(LZW, filter=Name.LZWDecode)
kept = saved(pdf, compress_streams=False, stream_decode_level=NONE)
for how, wanted in (
    ({}, "/FlateDecode"),
    ({"stream_decode_level": NONE}, "/FlateDecode"),
    ({"compress_streams": False, "stream_decode_level": NONE}, "/LZWDecode"),
):
    with pikepdf.open(io.BytesIO(kept)) as opened:
        assert str(opened.Root.Mine.Filter) == "/LZWDecode"
        again = saved(opened, **how)
    with pikepdf.open(io.BytesIO(again)) as opened:
        found = str(opened.Root.Mine.Filter)
        print(how, found)
        assert found == wanted
        assert opened.Root.Mine.read_bytes() == b"-----A---B"
PY
