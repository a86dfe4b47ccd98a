#!/usr/bin/env bash
# pikepdf 10.18.0 (qpdf 12.4.2), `settings.set_qpdf_limits`: two limits refuse files far below them.
#
# `dct_max_memory` is said to be the "maximum memory in bytes for decoding a DCT (JPEG) stream". A
# JPEG of 1000 × 1000 RGB, 3,000,000 bytes of pixels, is refused at a limit of 54,000,000 ("JPEG data
# large - may be too slow"), eighteen times as much, and read at 60,000,000: a limit of 256 MB
# refuses a photograph of 2400 × 1600 in CMYK, of an ordinary page. `doc_max_warnings` is said to be
# the "maximum number of warnings a newly opened Pdf accepts": with 1000 a file that gives none, and
# has no pages, is refused ("no pages found"), which opens without the limit.
# So: a reader of press files sets neither, and counts pixels and warnings itself.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pikepdf==10.18.0 pillow==13.0.0
"$dir/venv/bin/python" - <<'PY'
import io

import pikepdf
from pikepdf import Name, settings
from PIL import Image

out = io.BytesIO()
Image.new("RGB", (1000, 1000), (10, 120, 200)).save(out, "JPEG")
pdf = pikepdf.new()
picture = pdf.make_stream(b"")
picture.write(out.getvalue(), filter=Name.DCTDecode)


def decoded(most: int) -> object:
    settings.set_qpdf_limits(dct_max_memory=most)
    try:
        return len(picture.get_stream_buffer(decode_level=pikepdf.StreamDecodeLevel.all))
    except Exception as exc:
        return str(exc)


for most, wanted in ((0, 3_000_000), (54_000_000, "may be too slow"), (60_000_000, 3_000_000)):
    found = decoded(most)
    print("dct_max_memory", most, found)
    assert found == wanted or (isinstance(wanted, str) and wanted in str(found))

bare = io.BytesIO()
pikepdf.new().save(bare)
with pikepdf.open(io.BytesIO(bare.getvalue())) as opened:
    assert (len(opened.pages), opened.get_warnings()) == (0, [])
settings.set_qpdf_limits(doc_max_warnings=1000)
try:
    pikepdf.open(io.BytesIO(bare.getvalue()))
except pikepdf.PdfError as exc:
    print("doc_max_warnings", exc)
    assert "no pages found" in str(exc)
else:
    raise SystemExit("doc_max_warnings refuses it no longer")
PY
