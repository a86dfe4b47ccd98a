"""Draws the artwork of the specimen of adverts: clients and offers that there are not.

usage: python assets/make_adverts.py [--out assets]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "fonts"
PPI = 240
SERIF, SANS = "NotoSerifSC-Black.ttf", "NotoSansSC-Regular.ttf"


def pixels(mm: float) -> int:
    return round(mm / 25.4 * PPI)


def font(name: str, points: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / name), round(points / 72 * PPI))


def canvas(wide: float, high: float, ground: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (pixels(wide), pixels(high)), ground)
    return image, ImageDraw.Draw(image)


def words(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, face: str, points: float,
          ink: int, anchor: str = "lm") -> None:  # fmt: skip
    draw.text((pixels(x), pixels(y)), text, font=font(face, points), fill=ink, anchor=anchor)


def books(wide: float, high: float) -> Image.Image:
    """A shelf of spines, and a book shop's offer."""
    image, draw = canvas(wide, high, 255)
    x, n = 4.0, 0
    while x < 42:
        thick = 2.2 + (n * 7 % 5) * 0.7
        top = 6.0 + (n * 5 % 7) * 1.3
        shade = (20, 90, 150, 60, 190, 120)[n % 6]
        draw.rectangle((pixels(x), pixels(top), pixels(x + thick), pixels(high - 5)), fill=shade)
        for at in (0.18, 0.24):
            y = pixels(top + at * (high - top))
            draw.line((pixels(x + 0.5), y, pixels(x + thick - 0.5), y), fill=255, width=2)
        x, n = x + thick + 0.35, n + 1
    draw.rectangle((pixels(3), pixels(high - 5), pixels(44), pixels(high - 4)), fill=0)
    words(draw, 50, 13, "旧书换新书", SERIF, 30, 0)
    words(draw, 50, 24, "带一本来，换一本去", SANS, 13, 0)
    words(draw, 50, high - 6, "某某书店　某市某路1号　0000-00000000", SANS, 8.5, 60)
    return image


def tea(wide: float, high: float) -> Image.Image:
    """A cup and its steam on a dark ground."""
    image, draw = canvas(wide, high, 30)
    left, foot = 10.0, high - 8
    draw.pieslice(
        (pixels(left), pixels(foot - 24), pixels(left + 30), pixels(foot)), 0, 180, fill=235
    )
    draw.ellipse((pixels(left), pixels(foot - 15), pixels(left + 30), pixels(foot - 9)), fill=170)
    draw.arc((pixels(left + 25), pixels(foot - 13), pixels(left + 38), pixels(foot - 3)), -90, 120,
             fill=235, width=pixels(1.4))  # fmt: skip
    for n in range(3):
        x = left + 7 + 8 * n
        draw.arc((pixels(x), pixels(5), pixels(x + 5), pixels(13)), 90, 270, fill=190, width=5)
        draw.arc((pixels(x - 5), pixels(11), pixels(x), pixels(19)), -90, 90, fill=190, width=5)
    words(draw, 56, 14, "午后一壶", SERIF, 32, 255)
    words(draw, 56, 25, "二楼临街，静坐看报", SANS, 12, 225)
    words(draw, 56, high - 6, "某某茶社　0000-00000001", SANS, 8.5, 200)
    return image


def museum(wide: float, high: float) -> Image.Image:
    """A colonnade, and an exhibition in one wide strip."""
    image, draw = canvas(wide, high, 238)
    draw.polygon(
        [(pixels(6), pixels(12)), (pixels(36), pixels(3)), (pixels(66), pixels(12))], fill=40
    )
    draw.rectangle((pixels(6), pixels(12.6), pixels(66), pixels(14.2)), fill=40)
    for n in range(7):
        x = 8.5 + 8.8 * n
        draw.rectangle((pixels(x), pixels(15), pixels(x + 3.2), pixels(high - 6)), fill=70)
    draw.rectangle((pixels(4), pixels(high - 5.4), pixels(68), pixels(high - 3.6)), fill=40)
    words(draw, 78, 13, "铅与火的年代——活字三百年展", SERIF, 27, 0)
    words(draw, 78, 24, "活字盘、铸字炉、圆盘机，可以上手排一行自己的名字", SANS, 12, 30)
    words(draw, 78, high - 6, "某某博物馆　一层展厅　周一闭馆　0000-00000002", SANS, 9, 60)
    return image


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, default=HERE)
    out: Path = ap.parse_args().out
    for name, image in (
        ("advert-books.png", books(111.2, 36.7)),
        ("advert-tea.png", tea(111.2, 36.7)),
        ("advert-museum.png", museum(225.4, 36.7)),
    ):
        image.save(out / name, optimize=True, dpi=(PPI, PPI))


if __name__ == "__main__":
    main()
