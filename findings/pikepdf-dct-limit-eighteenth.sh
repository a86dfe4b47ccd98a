#!/usr/bin/env bash
# pikepdf 10.18.0 (qpdf 12): `settings.set_qpdf_limits(dct_max_memory=N)` refuses a JPEG long before
# its pixels take N bytes: with N of 64 MiB one of 1000 x 1000 in CMYK, 4.0 million bytes decoded, is
# `DataDecodingError: ... JPEG data large - may be too slow`, one of 900 x 900 (3.2 million) is not;
# with 256 MiB, 2000 x 2000 (16 million) is refused and 1300 x 1300 is not. Without the limit all are
# decoded. A limit of a quarter of a gigabyte, meant against bombs, so refuses the photograph of a
# newspaper page (2400 x 1600). The setting is the process's, not the file's.
# Exits 1 if that has changed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pillow==13.0.0 pikepdf==10.18.0
"$dir/venv/bin/python" - <<'PY'
import io

import pikepdf
from PIL import Image


def decoded(side: int) -> int:
    """Bytes of a CMYK JPEG of so many pixels a side, decoded by qpdf; 0 where it is refused."""
    out = io.BytesIO()
    Image.new("CMYK", (side, side)).save(out, "JPEG")
    pdf = pikepdf.new()
    image = pikepdf.Stream(pdf, out.getvalue())
    image.Filter = pikepdf.Name.DCTDecode
    try:
        return len(bytes(image.get_stream_buffer(decode_level=pikepdf.StreamDecodeLevel.all)))
    except pikepdf.DataDecodingError as exc:
        assert "may be too slow" in str(exc), exc
        return 0


free = decoded(2000)
pikepdf.settings.set_qpdf_limits(dct_max_memory=1 << 26)
small = [decoded(900), decoded(1000)]
pikepdf.settings.set_qpdf_limits(dct_max_memory=1 << 28)
large = [decoded(1300), decoded(2000)]
print(f"no limit {free}; 64 MiB {small}; 256 MiB {large}")
raise SystemExit(not (free == 16_000_000 and small == [3_240_000, 0] and large == [6_760_000, 0]))
PY
