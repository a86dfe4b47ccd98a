"""Flat artwork: the logo of a column, and an advertisement of a shop that there is not."""

from __future__ import annotations

from pathlib import Path

from park.press import put_image
from PIL import Image, ImageDraw, ImageFont

Ink = tuple[int, int, int, int]
BIG = 4  # drawn so many times as large, then brought down


def ink(c: float, m: float, y: float, k: float) -> Ink:
    """Per cent of four inks as the bytes of a CMYK image."""
    a, b, d, e = (round(v * 2.55) for v in (c, m, y, k))
    return (a, b, d, e)


def lamp(fonts: Path, out: Path) -> None:
    """A desk lamp over an open paper and the column's name, K alone, the rest transparent."""
    w, h = 1110, 640
    tone = Image.new("L", (w * BIG, h * BIG), 0)  # black everywhere: alpha makes the drawing
    cover = Image.new("L", (w * BIG, h * BIG), 0)
    pen = ImageDraw.Draw(cover)

    def at(*points: float) -> list[tuple[float, float]]:
        pairs = zip(points[::2], points[1::2], strict=True)
        return [(x * BIG, y * BIG) for x, y in pairs]

    # The light, in three steps; the paper that it falls on.
    for spread, strength in ((0, 16), (36, 26), (74, 38)):
        pen.polygon(
            at(356 + spread / 3, 246, 548 - spread / 3, 300, 806 - spread, 560, 96 + spread, 560),
            fill=strength,
        )
    pen.polygon(at(190, 548, 446, 512, 446, 566, 170, 602), fill=0)
    pen.polygon(at(702, 548, 446, 512, 446, 566, 722, 602), fill=0)
    for side in (-1, 1):
        outer = 446 + side * 276
        pen.line(at(446, 566, outer, 602), fill=255, width=9 * BIG)
        pen.line(at(446, 512, 446 + side * 256, 548), fill=255, width=5 * BIG)
        pen.line(at(446 + side * 256, 548, outer, 602), fill=255, width=5 * BIG)
        for k in range(5):
            t = 0.18 + k * 0.165
            near, far = 0.10, 0.90 if k % 2 else 0.80
            edge = 446 + side * (256 + 20 * t)
            y0, y1 = 512 + 54 * t, 548 + 54 * t
            pen.line(
                at(
                    446 + (edge - 446) * near,
                    y0 + (y1 - y0) * near,
                    446 + (edge - 446) * far,
                    y0 + (y1 - y0) * far,
                ),
                fill=150,
                width=4 * BIG,
            )
    pen.line(at(446, 512, 446, 566), fill=255, width=5 * BIG)
    # Shade, bulb, arms, foot.
    pen.pieslice((*at(384, 206)[0], *at(520, 342)[0]), 16, 196, fill=120)
    pen.polygon(at(470, 92, 566, 120, 590, 322, 318, 244), fill=255)
    pen.line(at(516, 104, 724, 190), fill=255, width=15 * BIG)
    pen.line(at(724, 190, 804, 574), fill=255, width=15 * BIG)
    for x, y, r in ((520, 104, 25), (724, 190, 21)):
        pen.ellipse((*at(x - r, y - r)[0], *at(x + r, y + r)[0]), fill=255)
        pen.ellipse((*at(x - r / 3, y - r / 3)[0], *at(x + r / 3, y + r / 3)[0]), fill=0)
    pen.rounded_rectangle((*at(728, 572)[0], *at(880, 604)[0]), radius=14 * BIG, fill=255)
    pen.line(at(20, 608, 880, 608), fill=255, width=7 * BIG)
    kai = ImageFont.truetype(str(fonts / "BanxinKai-Regular.ttf"), 184 * BIG)
    for k, char in enumerate("灯下谈"):
        pen.text(
            (914 * BIG, (14 + k * 198) * BIG), char, font=kai, fill=255,
            stroke_width=4 * BIG, stroke_fill=255,
        )  # fmt: skip
    made = Image.merge("LA", (tone, cover)).resize(
        (w * 2 // 5, h * 2 // 5), Image.Resampling.LANCZOS
    )
    put_image(made, out, "PNG", dpi=(312, 312), optimize=True)


def advert(fonts: Path, out: Path, *, mm: tuple[float, float] = (169.9, 86.7)) -> None:
    """Half the width of a page: four sorts, what the shop does, when it is open. 300 dpi, CMYK."""
    dot = 300 / 25.4
    w, h = round(mm[0] * dot), round(mm[1] * dot)
    ground, dark, red = ink(2, 6, 14, 0), ink(0, 0, 0, 100), ink(10, 96, 88, 6)
    image = Image.new("CMYK", (w, h), ground)
    pen = ImageDraw.Draw(image)

    def font(name: str, size: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(fonts / f"{name}.ttf"), round(size / 72 * 300))

    side, gap = round(33 * dot), round(4.2 * dot)
    left, top = round(8 * dot), round(8.2 * dot)
    for k, char in enumerate("云埠字坊"):
        x, y = left + (k % 2) * (side + gap), top + (k // 2) * (side + gap)
        _sort(image, fonts, char, (x, y), side)
    x = left + 2 * (side + gap) + round(5 * dot)
    pen.text(
        (x, top - round(2.2 * dot)),
        "自己拣字　自己印",
        font=font("NotoSerifSC-Black", 25),
        fill=red,
    )
    pen.rectangle((x, top + round(11.5 * dot), w - round(8 * dot), top + round(12 * dot)), fill=red)
    big, small = font("BanxinKai-Regular", 15), font("NotoSansSC-Regular", 9.5)
    for k, line in enumerate(
        ("藏书票　请柬　明信片", "学校的校报　街坊的名片", "一枚铅字也可以拣来带走")
    ):
        pen.text((x, top + round((15.5 + k * 7.6) * dot)), line, font=big, fill=dark)
    for k, line in enumerate(
        (
            "星期日9时至17时开门，一次二十人",
            "先登记：0000-0000130",
            "云埠市北街示例路8号，临河红砖楼",
        )
    ):
        pen.text((x, top + round((42.5 + k * 5.6) * dot)), line, font=small, fill=dark)
    pen.rectangle((x, top + round(61 * dot), w - round(8 * dot), top + round(70.2 * dot)), fill=red)
    name = font("NotoSansSC-Bold", 15)
    words = "云埠字坊　铅与纸的星期天"
    wide = pen.textlength(words, font=name)
    room = w - round(8 * dot) - x
    pen.text(
        (x + (room - wide) / 2, top + round(61.6 * dot)), words, font=name, fill=ink(0, 0, 0, 0)
    )
    put_image(image, out, "TIFF", compression="tiff_adobe_deflate", dpi=(300, 300))


def _sort(image: Image.Image, fonts: Path, char: str, at: tuple[int, int], side: int) -> None:
    """A sort from above: its face in relief, read from right to left as type is."""
    x, y = at
    pen = ImageDraw.Draw(image)
    edge = side // 16
    pen.rectangle((x, y, x + side, y + side), fill=ink(0, 0, 0, 78))
    pen.polygon(
        ((x, y + side), (x, y), (x + side, y), (x + side - edge, y + edge), (x + edge, y + edge),
         (x + edge, y + side - edge)),
        fill=ink(0, 0, 0, 42),
    )  # fmt: skip
    pen.rectangle((x + edge, y + edge, x + side - edge, y + side - edge), fill=ink(0, 0, 0, 66))
    font = ImageFont.truetype(str(fonts / "NotoSerifSC-Black.ttf"), round(side * 0.80))
    mask = Image.new("L", (side, side), 0)
    face = ImageDraw.Draw(mask)
    box = face.textbbox((0, 0), char, font=font)
    face.text(
        ((side - box[2] - box[0]) / 2, (side - box[3] - box[1]) / 2), char, font=font, fill=255
    )
    mask = mask.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    lift = max(2, side // 60)
    for dx, dy, tone in ((lift, lift, 92), (-lift, -lift, 20), (0, 0, 8)):
        image.paste(ink(0, 0, 0, tone), (x + dx, y + dy), mask)
