"""Printed and ruled paper that lies in the drawn scenes, as images of linear light."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from letterpress.studio import F32
from PIL import Image, ImageDraw, ImageFont

PAPER, INK, RED = (232, 228, 216), (40, 38, 36), (176, 34, 30)
BLUE, PENCIL = (122, 158, 186), (66, 66, 74)


def linear(image: Image.Image) -> F32:
    return ((np.asarray(image.convert("RGB"), np.float32) / 255) ** 2.2).astype(np.float32)


def front(fonts: Path, seed: int) -> F32:
    """The upper half of a front page, folded: no words but the paper's name and a headline."""
    rng = np.random.default_rng(seed)
    w, h = 780, 550
    image = Image.new("RGB", (w, h), PAPER)
    pen = ImageDraw.Draw(image)
    name = ImageFont.truetype(str(fonts / "NotoSerifSC-Black.ttf"), 92)
    pen.text((44, 26), "云埠日报", font=name, fill=RED)
    for k in range(4):
        pen.rectangle((560, 52 + k * 18, 560 + 150 - 20 * (k % 2), 58 + k * 18), fill=INK)
    pen.rectangle((44, 142, w - 44, 147), fill=RED)
    pen.rectangle((44, 160, 170, 178), fill=RED)
    head = ImageFont.truetype(str(fonts / "NotoSerifSC-Bold.ttf"), 35)
    pen.text((44, 192), "一张日报怎样在七小时里做出来", font=head, fill=INK)
    _columns(pen, 44, 262, 3, 150, 10, h - 20, rng)
    pen.rectangle((562, 160, w - 44, 300), fill=(120, 132, 140))
    pen.polygon(((562, 300), (640, 210), (690, 262), (736, 226), (736, 300)), fill=(70, 84, 82))
    _columns(pen, 562, 316, 1, w - 44 - 562, 0, h - 20, rng)
    return linear(image)


def _columns(
    pen: ImageDraw.ImageDraw,
    x: int,
    y: int,
    count: int,
    wide: int,
    gap: int,
    foot: int,
    rng: np.random.Generator,
) -> None:
    for c in range(count):
        left = x + c * (wide + gap)
        for row, at in enumerate(range(y, foot, 9)):
            end = wide - (int(rng.integers(20, 110)) if rng.random() < 0.16 else 0)
            start = 16 if row and rng.random() < 0.14 else 0
            for a in range(start, end - 6, 9):
                tone = int(rng.integers(60, 120))
                pen.rectangle((left + a, at, left + a + 6, at + 5), fill=(tone, tone, tone - 4))


def dummy(fonts: Path) -> F32:
    """A page planned by hand: the grid, boxes with their lines counted, waves where text runs."""
    big = 2
    w, h = 1090 * big, 1420 * big
    image = Image.new("RGB", (w, h), (238, 234, 222))
    pen = ImageDraw.Draw(image)
    left, top, step_x, step_y = 95 * big, 90 * big, 50 * big, 20 * big
    cols, rows = 18, 62
    right, foot = left + cols * step_x, top + rows * step_y
    for c in range(cols + 1):
        thick = 2 if c % 3 == 0 else 1
        pen.line((left + c * step_x, top, left + c * step_x, foot), fill=BLUE, width=thick * big)
    for r in range(rows + 1):
        thick = 2 if r % 5 == 0 else 1
        pen.line((left, top + r * step_y, right, top + r * step_y), fill=BLUE, width=thick)
    small = ImageFont.truetype(str(fonts / "NotoSansSC-Regular.ttf"), 17 * big)
    for r in range(5, rows, 5):
        pen.text(
            (left - 34 * big, top + r * step_y - 12 * big), str(r), font=small, fill=(110, 140, 165)
        )
    hand = ImageFont.truetype(str(fonts / "BanxinKai-Regular.ttf"), 44 * big)
    note = ImageFont.truetype(str(fonts / "BanxinKai-Regular.ttf"), 30 * big)

    def box(c0: int, r0: int, c1: int, r1: int, words: str, font: ImageFont.FreeTypeFont) -> None:
        a = (left + c0 * step_x + 8, top + r0 * step_y + 6)
        b = (left + c1 * step_x - 8, top + r1 * step_y - 6)
        pen.rectangle((*a, *b), outline=PENCIL, width=5 * big // 2)
        wide = pen.textlength(words, font=font)
        at = ((a[0] + b[0] - wide) / 2, (a[1] + b[1]) / 2 - font.size * 0.62)
        pen.rectangle(
            (at[0] - 8, at[1], at[0] + wide + 8, at[1] + font.size * 1.3), fill=(238, 234, 222)
        )
        pen.text(at, words, font=font, fill=PENCIL)

    def cross(c0: int, r0: int, c1: int, r1: int) -> None:
        a = (left + c0 * step_x + 8, top + r0 * step_y + 6)
        b = (left + c1 * step_x - 8, top + r1 * step_y - 6)
        pen.line((*a, *b), fill=PENCIL, width=2 * big)
        pen.line((a[0], b[1], b[0], a[1]), fill=PENCIL, width=2 * big)

    def waves(c0: int, r0: int, c1: int, r1: int) -> None:
        for c in range(c0, c1, 3):
            x0, x1 = left + c * step_x + 12 * big, left + (c + 3) * step_x - 12 * big
            xs = np.linspace(x0, x1, 90)
            for r in range(r0 + 1, r1, 2):
                ys = top + r * step_y + np.sin((xs - x0) / (9 * big)) * 4 * big
                pen.line(list(zip(xs, ys, strict=True)), fill=PENCIL, width=2 * big)

    box(0, 0, 18, 7, "报　头　7行", hand)
    box(0, 8, 12, 13, "头条　占5行", hand)
    waves(0, 13, 12, 30)
    cross(0, 31, 12, 47)
    box(0, 31, 12, 47, "图　3∶2", hand)
    waves(0, 48, 12, 61)
    box(12, 8, 18, 12, "二条", hand)
    waves(12, 12, 18, 28)
    box(16, 29, 18, 45, "竖题", note)
    waves(12, 29, 15, 45)
    box(12, 46, 18, 50, "言　论", hand)
    waves(12, 50, 18, 61)
    red = ImageFont.truetype(str(fonts / "BanxinKai-Regular.ttf"), 38 * big)
    pen.text((left + 3.2 * step_x, top + 20 * step_y), "下转二版", font=red, fill=RED)
    pen.ellipse(
        (left + 2.9 * step_x, top + 19.6 * step_y, left + 6.8 * step_x, top + 22.7 * step_y),
        outline=RED, width=4 * big,
    )  # fmt: skip
    return linear(image.resize((w // big, h // big), Image.Resampling.LANCZOS))


def rule(fonts: Path) -> F32:
    """A steel rule in millimetres on its one edge, in lines of 11.7 pt on the other."""
    w, h = 3200, 300
    image = Image.new("RGB", (w, h), (176, 178, 180))
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(fonts / "NotoSansSC-Medium.ttf"), 62)
    mm = w / 320
    for k in range(311):
        x = 50 + k * mm
        long = 86 if k % 10 == 0 else 62 if k % 5 == 0 else 40
        pen.line((x, h, x, h - long), fill=(20, 20, 22), width=3)
        if k % 10 == 0 and k:
            pen.text((x + 6, h - 158), str(k // 10), font=font, fill=(20, 20, 22))
    line = 11.7 / 72 * 25.4 * mm
    for k in range(76):
        x = 50 + k * line
        pen.line((x, 0, x, 80 if k % 5 == 0 else 44), fill=RED, width=3)
    return linear(image)
