#!/usr/bin/env bash
# Pillow 13.0.0 with NumPy 2.4.1: what a* and b* of a picture in Lab are depends on how they are asked for.
#
# `getpixel`, `getchannel`, `split` and `histogram` count them from 128 (no colour is 128); `tobytes` and
# `numpy.asarray` give them as signed bytes (no colour is 0). So a plane of the array is not the array of the
# plane: they differ by 128 everywhere, and a red taken apart as an array and merged from its planes is a blue.
# Seen: an sRGB red is (138, 209, 198) as a pixel and [138 81 70] in the array.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check pillow==13.0.0 numpy==2.4.1
cat >"$dir/look.py" <<'PY'
import numpy as np
from PIL import Image, ImageCms

to_lab = ImageCms.buildTransform(
    ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
)
red = ImageCms.applyTransform(Image.new("RGB", (1, 1), (255, 0, 0)), to_lab)
whole = np.asarray(red)
planes = np.stack([np.asarray(plane) for plane in red.split()], axis=-1)
print("pixel", red.getpixel((0, 0)))
print("array", *whole[0, 0])
print("planes", *planes[0, 0])
swapped = Image.merge("LAB", [Image.fromarray(np.ascontiguousarray(whole[..., n])) for n in range(3)])
to_rgb = ImageCms.buildTransform(
    ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
)
print("merged", *ImageCms.applyTransform(swapped, to_rgb).getpixel((0, 0)))
PY
"$dir/venv/bin/python" "$dir/look.py" | tee "$dir/seen"
grep -q "^pixel (138, 209, 198)$" "$dir/seen"
grep -q "^array 138 81 70$" "$dir/seen"
grep -q "^planes 138 209 198$" "$dir/seen"
awk '/^merged/ { exit !($4 > $2 + 100) }' "$dir/seen"  # far more blue than red
