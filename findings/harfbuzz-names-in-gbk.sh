#!/usr/bin/env bash
# uharfbuzz 0.57.0 (HarfBuzz), `Face.get_name` and `Face.list_names`, on names that are not in Unicode.
#
# OpenType allows a name table in GBK (platform 3 encoding 3) or in Mac Simplified Chinese (platform 1
# encoding 25), and fonts made in China in the nineties have no other. HarfBuzz passes over both: the
# face has no name at all, and nothing says why. fontTools reads them. Names in Unicode are read.
# So: Banxin reads the name table by itself (layout/faces/names.py).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check uharfbuzz==0.57.0 fonttools==4.68.0
"$dir/venv/bin/python" - "$dir/song.ttf" <<'PY'
import sys

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

path, full = sys.argv[1], 4
for platform, encoding, language, then in (
    (3, 1, 0x804, "方正书宋"),
    (3, 3, 0x804, None),
    (1, 25, 33, None),
):
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({})
    builder.font["name"].setName("方正书宋", full, platform, encoding, language)
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    face = hb.Face(hb.Blob.from_file_path(path))
    now = face.get_name(full, "zh-cn") or face.get_name(full)
    read = TTFont(path)["name"].getName(full, platform, encoding, language).toUnicode()
    print(f"platform {platform} encoding {encoding}: HarfBuzz {now!r}, fontTools {read!r}")
    assert now == then, f"was {then!r}"
    assert read == "方正书宋"
PY
