#!/usr/bin/env bash
# pikepdf 10.18.0 (qpdf 12 inside): save(encryption=..., force_version="1.6") writes the file without
# any encryption, with no exception and no warning, because AES-256 (the default, R=6) is newer than
# the version that was forced. It opens without a password. Who asks for both, as one must for
# PDF/X-4 (1.6) or PDF/X-1a (1.4), believes that the file is locked. R=4 is kept.
# Expected: an error, as for encryption together with stream_decode_level, which is refused.
# Fails (exit 1) if that is not so any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q pikepdf==10.18.0
env/bin/python -W error - <<'PY'
import io
import sys

import pikepdf


def locked(**how):
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    out = io.BytesIO()
    pdf.save(out, **how)
    try:
        with pikepdf.open(io.BytesIO(out.getvalue())) as again:
            return again.is_encrypted
    except pikepdf.PasswordError:
        return True


new = pikepdf.Encryption(owner="secret", user="secret")
old = pikepdf.Encryption(owner="secret", user="secret", R=4)
found = [
    locked(encryption=new),
    locked(encryption=new, force_version="1.6"),
    locked(encryption=old, force_version="1.6"),
]
print("locked: AES-256, AES-256 at 1.6, R4 at 1.6:", found)
sys.exit(found != [True, False, True])
PY
