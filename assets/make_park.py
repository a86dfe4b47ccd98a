"""Draws the stand-in photograph of the science park. A development tool: needs numpy.

usage: python assets/make_park.py [--width 2000] [--height 1268] [--samples 2]
           [--out assets/park.jpg] [--rgb preview.png]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import numpy as np  # noqa: E402
from park.press import save, to_ink  # noqa: E402
from park.render import render  # noqa: E402
from PIL import Image  # noqa: E402

PRINTED_WIDTH_MM = 219.0


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--width", type=int, default=2000)
    ap.add_argument("--height", type=int, default=1268)
    ap.add_argument("--samples", type=int, default=2)
    ap.add_argument("--detail", type=float, default=1.0)
    ap.add_argument("--quality", type=int, default=85)
    ap.add_argument("--profile", type=Path, default=HERE / "profiles/newsprint-snap-tr002.icc")
    ap.add_argument("--out", type=Path)
    ap.add_argument("--rgb", type=Path)
    args = ap.parse_args()
    rgb = render(args.width, args.height, args.samples, args.detail)
    image = Image.fromarray((rgb * 255 + 0.5).astype(np.uint8))
    if args.rgb:
        image.save(args.rgb)
    if args.out:
        dpi = round(args.width / (PRINTED_WIDTH_MM / 25.4))
        save(to_ink(image, args.profile), args.out, args.quality, dpi)


if __name__ == "__main__":
    main()
