"""Draws the stand-in pictures of `specs/daily`. A development tool: needs numpy.

usage: python assets/make_daily.py [NAME ...] [--scale 1] [--samples N] [--out assets] [--rgb DIR]

NAME is one of reels, stream, desk, lamp, advert; without one all are drawn.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import numpy as np  # noqa: E402
from letterpress.press import save  # noqa: E402
from letterpress.studio import F32, develop  # noqa: E402
from PIL import Image  # noqa: E402
from pressroom import desk, flat, reels, stream  # noqa: E402

FONTS = HERE.parent / "fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture's size in pixels and print, how it is drawn and developed."""

    width: int
    height: int
    mm: float  # the printed width that gives its resolution
    draw: Callable[[int, int, int], F32]
    exposure: float
    samples: int
    quality: int = 76


PICTURES = {
    "reels": Picture(
        width=1680, height=1120, mm=178, exposure=1.3, samples=14,
        draw=lambda w, h, n: reels.render(FONTS, w, h, n),
    ),
    "stream": Picture(
        width=900, height=640, mm=95, exposure=0.95, samples=8,
        draw=lambda w, h, n: stream.render(FONTS, w, h, n),
    ),
    "desk": Picture(
        width=1900, height=1144, mm=228, exposure=1.12, samples=12,
        draw=lambda w, h, n: desk.render(FONTS, w, h, n),
    ),
}  # fmt: skip
FLAT = ("lamp", "advert")


def render(name: str, args: argparse.Namespace) -> None:
    p = PICTURES[name]
    w, h = round(p.width * args.scale), round(p.height * args.scale)
    light = p.draw(w, h, args.samples or p.samples)
    tone = develop(
        light, exposure=p.exposure, seed=1 + sum(map(ord, name)), grain=0.004, vignette=0.2
    )
    image = Image.fromarray((tone * 255 + 0.5).astype(np.uint8))
    if args.rgb:
        image.save(args.rgb / f"{name}.png")
    save(image, args.profile, args.out / f"{name}.jpg", p.quality, round(w / (p.mm / 25.4)))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("names", nargs="*", metavar="NAME")
    ap.add_argument("--scale", type=float, default=1.0)
    ap.add_argument("--samples", type=int)
    ap.add_argument("--profile", type=Path, default=HERE / "profiles/newsprint-snap-tr002.icc")
    ap.add_argument("--out", type=Path, default=HERE)
    ap.add_argument("--rgb", type=Path)
    args = ap.parse_args()
    for name in args.names or [*PICTURES, *FLAT]:
        started = time.perf_counter()
        if name in PICTURES:
            render(name, args)
        elif name == "lamp":
            flat.lamp(FONTS, args.out / "lamp.png")
        elif name == "advert":
            flat.advert(FONTS, args.out / "advert.tif")
        else:
            raise SystemExit(f"{name} is none of {', '.join([*PICTURES, *FLAT])}")
        print(f"{name}: {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
