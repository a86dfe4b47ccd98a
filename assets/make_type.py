"""Draws the stand-in pictures of type and print. A development tool: needs numpy.

usage: python assets/make_type.py [NAME ...] [--scale 1] [--samples N] [--out assets] [--rgb DIR]

NAME is one of type-sort, type-case, rosette, loupe, marks-1, marks-2; without one all are drawn.
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
from letterpress import loupe, marks, relief, rosette, sort  # noqa: E402
from letterpress.press import save, save_gray  # noqa: E402
from letterpress.studio import F32, develop  # noqa: E402
from park.press import put_image  # noqa: E402
from PIL import Image  # noqa: E402

FONTS = HERE.parent / "fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture's size in pixels and print, and how its light is drawn and developed."""

    width: int
    height: int
    mm: float  # the printed width that gives its resolution
    draw: Callable[[int, int, int], F32]
    exposure: float
    grain: float
    vignette: float
    quality: int
    sharpen: float = 0.5
    samples: int = 1
    gray: bool = False  # printed in black alone


PICTURES = {
    "type-case": Picture(
        width=2400, height=1600, mm=265, exposure=1.08, grain=0.006, vignette=0.25, quality=62,
        samples=4, draw=lambda w, h, n: relief.render(FONTS, w, h, n),
    ),
    "rosette": Picture(
        width=1800, height=1200, mm=219, exposure=0.80, grain=0.002, vignette=0.25, quality=30,
        sharpen=0.15,
        draw=lambda w, h, n: rosette.render(w, h),
    ),
    "loupe": Picture(
        width=1600, height=2000, mm=177, exposure=1.15, grain=0.008, vignette=0.30, quality=78,
        samples=9, draw=lambda w, h, n: loupe.render(FONTS, w, h, n),
    ),
    "marks-1": Picture(
        width=1200, height=900, mm=132, exposure=0.85, grain=0.006, vignette=0.2, quality=78,
        gray=True, draw=lambda w, h, n: marks.render(FONTS, w, h, apart=False),
    ),
    "marks-2": Picture(
        width=1200, height=900, mm=132, exposure=0.85, grain=0.006, vignette=0.2, quality=78,
        gray=True, draw=lambda w, h, n: marks.render(FONTS, w, h, apart=True),
    ),
}  # fmt: skip
SORT = "type-sort"
SORT_SIZE, SORT_SAMPLES, SORT_MM = (704, 1024), 9, 77


def as_bytes(values: F32) -> np.ndarray:
    return (values * 255 + 0.5).astype(np.uint8)


def cut_out(scale: float, samples: int | None, out: Path) -> None:
    """The single sort in gray with its cover, which the gray is not multiplied by."""
    w, h = (round(n * scale) for n in SORT_SIZE)
    light, cover = sort.render(FONTS, w, h, samples or SORT_SAMPLES)
    tone = develop(light, exposure=1.0, seed=3, grain=0.003, vignette=0.0)
    tone[cover == 0] = 1.0
    image = Image.fromarray(as_bytes(np.dstack([tone, cover])), "RGBA").convert("LA")
    dpi = round(w / (SORT_MM / 25.4))
    put_image(image, out, "PNG", dpi=(dpi, dpi), optimize=True)
    print(f"{out.name}: {out.stat().st_size} bytes")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("names", nargs="*", metavar="NAME")
    ap.add_argument("--scale", type=float, default=1.0)
    ap.add_argument("--samples", type=int)
    ap.add_argument("--profile", type=Path, default=HERE / "profiles/newsprint-snap-tr002.icc")
    ap.add_argument("--out", type=Path, default=HERE)
    ap.add_argument("--rgb", type=Path)
    args = ap.parse_args()
    for name in args.names or [SORT, *PICTURES]:
        if name != SORT and name not in PICTURES:
            raise SystemExit(f"{name} is none of {', '.join([SORT, *PICTURES])}")
        started = time.perf_counter()
        if name == SORT:
            cut_out(args.scale, args.samples, args.out / f"{name}.png")
        else:
            p = PICTURES[name]
            w, h = round(p.width * args.scale), round(p.height * args.scale)
            light = p.draw(w, h, args.samples or p.samples)
            seed = 1 + sum(map(ord, name))
            tone = develop(
                light,
                exposure=p.exposure,
                seed=seed,
                grain=p.grain,
                vignette=p.vignette,
                sharpen=p.sharpen,
            )
            image = Image.fromarray(as_bytes(tone))
            if args.rgb:
                image.save(args.rgb / f"{name}.png")
            dpi = round(w / (p.mm / 25.4))
            out = args.out / f"{name}.jpg"
            if p.gray:
                save_gray(image, out, p.quality, dpi)
            else:
                save(image, args.profile, out, p.quality, dpi)
        print(f"{name}: {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
