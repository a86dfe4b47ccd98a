#!/bin/sh
# Builds newsprint-snap-tr002.icc from the public TR 002 data.
# Debian packages: argyll (colprof), icc-profiles-free (TR002.ti3, sRGB.icc). About 100 s.
# usage: sh build.sh [OUTPUT.icc]
set -eu
out=${1:-"$(dirname "$0")/newsprint-snap-tr002.icc"}
data=${ICC_DATA:-/usr/share/color/icc}
credit='Derived from ANSI CGATS/SNAP TR 002-2007'
for need in "$data/TR002.ti3" "$data/sRGB.icc"; do
    [ -f "$need" ] || { echo "build.sh: $need is missing: install icc-profiles-free" >&2; exit 1; }
done
command -v colprof >/dev/null || { echo "build.sh: colprof is missing: install argyll" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$data/TR002.ti3" "$work/newsprint.ti3"
# -l 215: the tables overshoot the limit by up to 5 points, and the press takes 220 %.
# -k p 0 0.15 1 1 0.8: black starts at 15 % of the tone scale and carries the shadows (GCR).
# -cpp -dpp: seen as a print, printed as a print. -nc: leave the 48 kB of readings out.
(cd "$work" && colprof -qm -bm -l 215 -L 100 -k p 0 0.15 1 1 0.8 -S "$data/sRGB.icc" \
    -cpp -dpp -nc -A "$credit" -M "Coldset newsprint" \
    -D "Newsprint coldset 220 % ($credit)" -C "$credit" newsprint)
# The header's date (bytes 24-35, six big-endian shorts) to 2007-01-01 00:00:00,
# so that the same data give the same bytes.
printf '\007\327\000\001\000\001\000\000\000\000\000\000' |
    dd of="$work/newsprint.icc" bs=1 seek=24 conv=notrunc 2>/dev/null
mv "$work/newsprint.icc" "$out"
# Deflated as every press PDF embeds it, so that no build does that anew.
python3 -c 'import sys, zlib
from pathlib import Path
Path(sys.argv[1] + ".deflate").write_bytes(zlib.compress(Path(sys.argv[1]).read_bytes(), 9))' "$out"
