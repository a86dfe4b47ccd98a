"""Draws the stand-in 栏花 of specs/labels: a flower on a twig, with transparency. Needs Pillow.

usage: python assets/make_flower.py [--out assets/flower.png]
"""

import argparse
import math
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

FINE: Final = 4  # drawn so many times as large, and made small
SIZE: Final = (720, 324)
RED: Final = (196, 28, 36, 255)
GREEN: Final = (40, 110, 60, 255)
DARK: Final = (30, 30, 30, 255)
YELLOW: Final = (250, 210, 70, 255)
TWIG: Final = ((60, 270), (250, 200), (430, 210), (660, 90))
LEAVES: Final = (
    (170, 196, 35), (250, 250, -30), (360, 170, 40), (470, 240, -25), (560, 110, 45),
    (620, 160, -20),
)  # fmt: skip
FLOWER: Final = (140, 110)


def drawn() -> Image.Image:
    """The picture, on nothing."""
    image = Image.new("RGBA", (SIZE[0] * FINE, SIZE[1] * FINE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.line([(x * FINE, y * FINE) for x, y in TWIG], fill=DARK, width=9 * FINE, joint="curve")

    def leaf(x: float, y: float, size: tuple[int, int], color: tuple[int, ...], turn: int) -> None:
        wide, high = size[0] * FINE, size[1] * FINE
        one = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
        ImageDraw.Draw(one).ellipse((0, 0, wide - 1, high - 1), fill=color)
        one = one.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
        at = int(x * FINE - one.width / 2), int(y * FINE - one.height / 2)
        image.alpha_composite(one, at)

    for x, y, turn in LEAVES:
        leaf(x, y, (96, 38), GREEN, turn)
    x, y = FLOWER
    for k in range(5):
        angle = math.radians(90 + 72 * k)
        leaf(x + 58 * math.cos(angle), y - 58 * math.sin(angle), (84, 70), RED, 0)
    draw.ellipse([v * FINE for v in (x - 28, y - 28, x + 28, y + 28)], fill=YELLOW)
    return image.resize(SIZE, Image.Resampling.LANCZOS)


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "flower.png")
    drawn().save(parser.parse_args().out, optimize=True)


if __name__ == "__main__":
    main()
