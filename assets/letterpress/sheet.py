"""A proof sheet drawn in inks: register crosses, crop marks, colour bar, the page's edge."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from letterpress.ink import ANGLES, cells, halftone
from letterpress.studio import F32, noise

SCREEN_MM = 0.30  # 85 lines an inch
REGISTER_MM = {"c": (0.16, 0.10), "m": (-0.20, 0.06), "y": (0.05, -0.20), "k": (0.0, 0.0)}
HEAD = "四色套准先看十字线"
TEXT = (
    "十字线对不齐说明四块印版没有套准先看十字线再看网点再看实地放大镜下黄品青黑四色各在各的角度上"
    "黑版四十五度品红七十五度青版十五度黄版零度网点之间成玫瑰花样套不准花样就散了灰平衡一块看三色"
    "叠印是否偏红偏绿梯尺看网点扩大五成的点印出来往往像七成实地看墨层厚薄报纸纸粗吸墨快总墨量不能"
    "过二百四十否则背面透印折页蹭脏看完样张签字上机开印以后还要每隔一段抽一张再看一遍"
)


class Plates:
    """Four covers over a window of the sheet: `x0, y0` its corner in mm, `per_mm` its fineness."""

    def __init__(self, x0: float, y0: float, wide: float, high: float, per_mm: float) -> None:
        self.x0, self.y0, self.per_mm = x0, y0, per_mm
        self.size = (round(wide * per_mm), round(high * per_mm))
        self.tones = {n: Image.new("L", self.size, 0) for n in "cmyk"}
        self.tints = {n: ImageDraw.Draw(i) for n, i in self.tones.items()}
        self.solids = {n: Image.new("L", self.size, 0) for n in "cmyk"}  # never screened
        self.pens = {n: ImageDraw.Draw(i) for n, i in self.solids.items()}
        self.register = dict(REGISTER_MM)

    def at(self, name: str, x: float, y: float) -> tuple[float, float]:
        dx, dy = self.register[name]
        return ((x + dx - self.x0) * self.per_mm, (y + dy - self.y0) * self.per_mm)

    def box(self, inks: dict[str, float], x: float, y: float, w: float, h: float) -> None:
        for name, tone in inks.items():
            a, b = self.at(name, x, y), self.at(name, x + w, y + h)
            pen = self.pens[name] if tone >= 1 else self.tints[name]
            pen.rectangle([*a, b[0] - 1, b[1] - 1], fill=round(tone * 255))

    def line(self, names: str, x0: float, y0: float, x1: float, y1: float, mm: float) -> None:
        for name in names:
            a, b = self.at(name, x0, y0), self.at(name, x1, y1)
            self.pens[name].line([a, b], fill=255, width=max(1, round(mm * self.per_mm)))

    def ring(self, names: str, x: float, y: float, r: float, mm: float) -> None:
        for name in names:
            a, b = self.at(name, x - r, y - r), self.at(name, x + r, y + r)
            width = max(1, round(mm * self.per_mm))
            self.pens[name].ellipse([*a, *b], outline=255, width=width)

    def text(self, x: float, y: float, text: str, font: Path, mm: float) -> None:
        size = mm * self.per_mm
        if size < 3:
            return
        face = ImageFont.truetype(str(font), size)
        self.pens["k"].text(self.at("k", x, y), text, font=face, fill=255)

    def cross(self, x: float, y: float, r: float = 3.2) -> None:
        """A register cross in all inks."""
        for name in "ymck":
            self.line(name, x - r * 1.7, y, x + r * 1.7, y, 0.11)
            self.line(name, x, y - r * 1.7, x, y + r * 1.7, 0.11)
            self.ring(name, x, y, r, 0.11)
            self.ring(name, x, y, r * 0.45, 0.11)

    def covers(self, seed: int) -> dict[str, F32]:
        """Tones turned into dots; line work and solids stay whole."""
        out = {}
        w, h = self.size
        wobble = noise((512, 512), 0.8, seed)
        wobble = np.tile(wobble, (h // 512 + 1, w // 512 + 1))[:h, :w]
        for name, image in self.tones.items():
            tone = np.asarray(image, np.float32) / 255
            period = SCREEN_MM * self.per_mm
            shift = (self.x0 * self.per_mm + 900, self.y0 * self.per_mm + 700)
            grid = cells(w, h, period, ANGLES[name], shift)
            soft = 0.09 if period > 8 else 0.22
            dots = halftone(tone, grid, np.roll(wobble, 91 * ord(name), 0) * 0.03, soft)
            solid = np.asarray(self.solids[name], np.float32) / 255
            out[name] = np.maximum(solid, dots).astype(np.float32)
        return out


BAR = (
    {"k": 1.0}, {"k": 0.75}, {"k": 0.5}, {"k": 0.25}, {"c": 1.0}, {"c": 0.75}, {"c": 0.4},
    {"m": 1.0}, {"m": 0.75}, {"m": 0.4}, {"y": 1.0}, {"y": 0.75}, {"y": 0.4},
    {"m": 1.0, "y": 1.0}, {"c": 1.0, "y": 1.0}, {"c": 1.0, "m": 1.0},
    {"c": 0.5, "m": 0.4, "y": 0.4}, {"c": 0.25, "m": 0.18, "y": 0.18},
)  # fmt: skip
BAR_Y, BAR_X, PATCH = 26.0, 8.0, 6.5
CROSS = (66.0, 17.0)


def draw(p: Plates, fonts: Path) -> None:
    """The sheet's upper left part, millimetres from its corner."""
    for x, y in (CROSS, (9.0, 92.0), (66.0, 250.0), (180.0, 17.0)):
        p.cross(x, y)
    order = (4, 7, 10, 0, 5, 8, 11, 1, 13, 14, 15, 16, 6, 9, 12, 2, 17, 3)
    for i in range(44):
        p.box(BAR[order[i % len(order)]], BAR_X + i * PATCH, BAR_Y, PATCH, 6.5)
    for i in range(44):
        p.line("k", BAR_X + i * PATCH, BAR_Y - 0.9, BAR_X + i * PATCH, BAR_Y - 0.2, 0.08)
    left, top = 22.0, 42.0
    p.line("k", left, top - 9, left, top - 3, 0.1)
    p.line("k", left - 9, top, left - 3, top, 0.1)
    serif, sans = fonts / "NotoSerifSC-Regular.ttf", fonts / "NotoSansSC-Bold.ttf"
    p.text(9, 10.5, "青 品 黄 黑  校样  一校", fonts / "NotoSansSC-Medium.ttf", 3.4)
    x0, y0 = left + 6, top + 5
    p.text(x0, y0, "校样", sans, 7.5)
    p.text(
        x0 + 19, y0 + 2.6, "四色套印  实地与网点  逐版签样", fonts / "BanxinKai-Regular.ttf", 4.0
    )
    p.line("k", x0, y0 + 11, 220, y0 + 11, 0.5)
    p.line("k", x0, y0 + 12, 220, y0 + 12, 0.12)
    p.text(x0, y0 + 14.5, HEAD, fonts / "NotoSerifSC-Black.ttf", 13.5)
    size, lead, each = 3.3, 4.4, 12
    for col in range(4):
        for row in range(46):
            at = (col * 46 + row) * each
            line = "".join(TEXT[(at + i) % len(TEXT)] for i in range(each))
            x, y = x0 + col * (each * size + 4), y0 + 34 + row * lead
            picture = col == 1 and row > 8
            if not picture:
                p.text(x, y, line, serif, size)
    px, py = x0 + each * size + 4, y0 + 34 + 9 * lead
    for i in range(40):
        k = i / 39
        p.box(
            {"c": 0.75 - 0.6 * k, "m": 0.15 + 0.45 * k, "y": 0.1 + 0.6 * k}, px, py + i * 2, 83, 2
        )
