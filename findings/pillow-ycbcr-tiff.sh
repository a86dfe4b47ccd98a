#!/usr/bin/env bash
# Pillow 12.2.0 against 13.0.0: a TIFF in YCbCr without compression and without subsampling.
#
# 12.2.0 (and 10.3.0 to 12.1.0 alike) writes such a file and calls it cut short when it reads it back:
# "image file is truncated". 13.0.0 reads the same bytes. With LZW both read it, as RGB.
# So: "damaged or cut short" may be said of a sound picture by an older Pillow.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
pip=("$dir/venv/bin/pip" install -q --disable-pip-version-check --target)
"${pip[@]}" "$dir/12.2.0" pillow==12.2.0
"${pip[@]}" "$dir/13.0.0" pillow==13.0.0
cat >"$dir/look.py" <<'PY'
import sys

from PIL import Image, __version__

path, compression = sys.argv[1], sys.argv[2]
if __version__.startswith("12"):
    picture = Image.new("RGB", (8, 10), (200, 30, 30)).convert("YCbCr")
    picture.save(path, "TIFF", compression=None if compression == "none" else compression)
try:
    with Image.open(path) as read:
        read.load()
        print(__version__, compression, "reads it as", read.mode)
except OSError as error:
    print(__version__, compression, error)
PY
for compression in none tiff_lzw; do
  for version in 12.2.0 13.0.0; do
    PYTHONPATH="$dir/$version" "$dir/venv/bin/python" "$dir/look.py" "$dir/$compression.tif" "$compression"
  done
done | tee "$dir/seen"
grep -q "^12.2.0 none image file is truncated" "$dir/seen"
grep -q "^13.0.0 none reads it as YCbCr" "$dir/seen"
grep -q "^12.2.0 tiff_lzw reads it as RGB" "$dir/seen"
grep -q "^13.0.0 tiff_lzw reads it as RGB" "$dir/seen"
