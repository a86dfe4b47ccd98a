"""A forme of metal type in its chase, set piece by piece as a map of heights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from letterpress.studio import F32, gauss, noise, smooth

PER_MM = 20.0
WIDE, DEEP = 176.0, 168.0  # of the mapped ground, mm
TYPE, LEAD, BRASS, WOOD, IRON = range(5)
MM_PT = 25.4 / 72

HEADLINE = "字里行间"
SECOND = "铅与火的年代一版一版拼成"
BODY = (
    "排字工人左手托着手盘右手从字架上拣字一个字一个字排成行再把行拼成栏把栏拼成版"
    "铅字的字面是反的印在纸上才是正的高低必须一致差一根头发丝印出来就有深有浅"
    "标题用大号字正文用小五号行与行之间嵌铅条字与字之间塞空铅版面四周用木条和铁框塞紧锁牢"
    "拼好的版先打一张校样校对员逐字核读改过的字用镊子换下来再打二校三校直到付印"
    "报纸一天一张版也一天一拆用过的铅字各归各位第二天又从头排起"
)


@dataclass(slots=True)
class Ground:
    """The map: heights in mm (0 is the printing face), material, tone of each piece."""

    height: F32
    kind: np.ndarray
    tone: F32


class Setter:
    """Sets pieces as they print, left to right; the finished map is turned over at the end."""

    def __init__(self, fonts: Path, seed: int) -> None:
        shape = (round(DEEP * PER_MM), round(WIDE * PER_MM))
        self.ground = Ground(
            np.full(shape, -6.0, np.float32),
            np.full(shape, LEAD, np.uint8),
            np.full(shape, 0.5, np.float32),
        )
        self.fonts = fonts
        self.rng = np.random.default_rng(seed)
        self.cache: dict[tuple[str, str, int], F32] = {}

    def block(self, x: float, y: float, w: float, h: float, top: float, kind: int) -> None:
        """A plain piece, its edges eased, with a hair of shadow round it."""
        r0, r1 = (
            int(np.clip(round(v * PER_MM), 0, self.ground.height.shape[0])) for v in (y, y + h)
        )
        c0, c1 = (
            int(np.clip(round(v * PER_MM), 0, self.ground.height.shape[1])) for v in (x, x + w)
        )
        if r1 - r0 < 2 or c1 - c0 < 2:
            return
        rows, cols = np.arange(r1 - r0), np.arange(c1 - c0)
        edge = np.minimum.outer(
            np.minimum(rows, rows[::-1]) + 0.5, np.minimum(cols, cols[::-1]) + 0.5
        ).astype(np.float32)
        ease = 3.0 if kind in (WOOD, IRON) else 1.2
        drop = 0.35 * np.exp(-edge / ease) + 0.5 * (edge < 1)
        tilt = self.rng.normal(0, 0.004, 2)
        lean = tilt[0] * (rows[:, None] - rows.mean()) + tilt[1] * (cols - cols.mean())
        lift = self.rng.normal(0, 0.02) + np.clip(lean / PER_MM, -0.05, 0.05)
        self.ground.height[r0:r1, c0:c1] = top + lift - drop
        self.ground.kind[r0:r1, c0:c1] = kind
        self.ground.tone[r0:r1, c0:c1] = np.clip(self.rng.normal(0.5, 0.16), 0.05, 0.95)

    def face(self, char: str, font: str, side: int) -> F32:
        """The raised part of a sort: 1 at the printing face, 0 at the shoulder."""
        key = (char, font, side)
        if key not in self.cache:
            big = 3
            fit = ImageFont.truetype(str(self.fonts / font), round(side * big * 0.96))
            image = Image.new("L", (side * big, side * big), 0)
            at = (side * big / 2, side * big / 2 - side * big * 0.015)
            box = fit.getbbox(char, anchor="ls")
            mid = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            pull = 0.35  # between the em box's middle and the ink's
            em = (fit.getlength(char) / 2, -0.38 * fit.size)
            at = tuple(at[i] - (em[i] * (1 - pull) + mid[i] * pull) for i in (0, 1))
            ImageDraw.Draw(image).text(at, char, font=fit, fill=255, anchor="ls")
            ink = np.asarray(image, np.float32).reshape(side, big, side, big).mean((1, 3)) / 255
            mm = side / PER_MM
            wall = smooth(0.05, 0.72, gauss(ink, 0.9 + 0.012 * mm * PER_MM / 4))
            foot = np.clip(gauss(ink, 0.035 * side) * 1.2, 0, 0.62)
            self.cache[key] = np.maximum(wall, foot * (1 - wall) + wall * 0.3)
        return self.cache[key]

    def sort(self, char: str, font: str, x: float, y: float, size: float) -> None:
        """One sort of `size` mm, head away from the reader."""
        shoulder = -(0.85 + 0.045 * size)
        if char == "　":
            self.block(x, y, size, size, -3.6, LEAD)
            return
        self.block(x, y, size, size, shoulder, TYPE)
        side = round(size * PER_MM)
        r, c = round(y * PER_MM), round(x * PER_MM)
        h, w = self.ground.height.shape
        if r < 0 or c < 0 or r + side > h or c + side > w:
            return
        patch = self.ground.height[r : r + side, c : c + side]
        face = self.face(char, font, side)
        tilt = self.rng.normal(0, 0.0035, 2)
        grid = (np.arange(side) - side / 2) / PER_MM
        top = self.rng.normal(0, 0.025) + tilt[0] * grid[:, None] + tilt[1] * grid
        patch += (top - patch) * face

    def line(self, text: str, font: str, y: float, size: float, span: tuple[float, float]) -> None:
        x = span[0]
        for char in text:
            if x + size > span[1] + 0.01:
                return
            self.sort(char, font, x, y, size)
            x += size
        if span[1] - x > 0.4:
            self.block(x, y, span[1] - x, size, -3.6, LEAD)


def compose(fonts: Path, seed: int) -> Ground:
    """The forme: body lines, rules, headline, second line, body lines, furniture, chase."""
    s = Setter(fonts, seed)
    left, right = 14.0, WIDE - 13.0
    s.block(0, 0, WIDE, 7, -7.0, IRON)
    s.block(0, 7.2, WIDE, 6.6, -6.2, WOOD)
    s.block(0, 7, 6.0, DEEP, -7.0, IRON)
    s.block(6.2, 14, 7.6, DEEP, -6.2, WOOD)
    s.block(right + 0.2, 14, 14, DEEP, -6.2, WOOD)
    text = BODY * 12
    at = 0
    y = 14.0

    def body(count: int, points: float, lead: float, y: float, at: int) -> tuple[float, int]:
        size = points * MM_PT
        each = int((right - left - 4.2) / 2 / size)
        middle = left + each * size
        for _ in range(count):
            s.line(text[at : at + each], "NotoSerifSC-SemiBold.ttf", y, size, (left, middle))
            at += each
            second = middle + 4.2
            s.line(text[at : at + each], "NotoSerifSC-SemiBold.ttf", y, size, (second, right))
            at += each
            s.block(left, y + size, middle - left, lead, -3.2, LEAD)
            s.block(second, y + size, right - second, lead, -3.2, LEAD)
            y += size + lead
        return y, at

    top = y
    y, at = body(10, 10.5, 1.3, y, at)
    middle = left + int((right - left - 4.2) / 2 / (10.5 * MM_PT)) * 10.5 * MM_PT
    s.block(middle, top, 1.8, y - top, -3.4, LEAD)
    s.block(middle + 1.85, top, 0.45, y - top, -0.05, BRASS)
    s.block(middle + 2.35, top, 1.8, y - top, -3.4, LEAD)
    s.block(left, y, right - left, 1.6, -3.5, LEAD)
    s.block(left, y + 1.65, right - left, 0.95, 0.0, BRASS)
    s.block(left, y + 2.65, right - left, 0.7, -2.0, BRASS)
    s.block(left, y + 3.4, right - left, 0.4, 0.0, BRASS)
    s.block(left, y + 3.85, right - left, 2.0, -3.5, LEAD)
    y += 5.9
    big = 27.0
    lead = (right - left - 4 * big) / 2
    for x in (left, right - lead):
        for i in range(3):
            s.block(x, y + i * 9, lead * 0.5, 9, -3.6, LEAD)
            s.block(x + lead * 0.5, y + i * 9, lead * 0.5, 9, -3.5, LEAD)
    s.line(HEADLINE, "NotoSerifSC-Black.ttf", y, big, (left + lead, right - lead))
    y += big
    s.block(left, y, right - left, 2.1, -3.4, LEAD)
    s.block(left, y + 2.1, right - left, 0.7, -3.1, LEAD)
    y += 2.8
    size = 26 * MM_PT
    pad = (right - left - len(SECOND) * size) / 2
    s.block(left, y, pad, size, -3.6, LEAD)
    s.line(SECOND, "NotoSansSC-Bold.ttf", y, size, (left + pad, right))
    y += size
    s.block(left, y, right - left, 2.1, -3.4, LEAD)
    y += 2.1
    top = y
    y, at = body(16, 10.5, 1.3, y, at)
    s.block(middle, top, 1.8, y - top, -3.4, LEAD)
    s.block(middle + 1.85, top, 0.45, y - top, -0.05, BRASS)
    s.block(middle + 2.35, top, 1.8, y - top, -3.4, LEAD)
    g = s.ground
    g.height = g.height[:, ::-1].copy()
    g.kind = g.kind[:, ::-1].copy()
    g.tone = g.tone[:, ::-1].copy()
    return g


def roughen(g: Ground, seed: int) -> F32:
    """Wear: dents, cast grain, scratches, wood grain. Returns a map of dirt 0..1."""
    h, w = g.height.shape
    fine = noise((1024, 1024), 0.7, seed)
    broad = noise((1024, 1024), 1.5, seed + 1)
    wood = noise((1024, 1024), 1.0, seed + 2, stretch=14.0)

    def tiled(t: F32, turned: bool = False) -> F32:
        t = t.T if turned else t
        return np.tile(t, (h // 1024 + 1, w // 1024 + 1))[:h, :w]

    metal = g.kind != WOOD
    low = smooth(-0.25, -0.9, g.height)
    g.height += np.where(metal, tiled(fine) * (0.0009 + 0.0035 * low), 0)
    g.height += np.where(g.kind == IRON, tiled(broad) * 0.03, 0)
    g.height += np.where(g.kind == WOOD, tiled(wood, True) * 0.03, 0)
    marks = Image.new("L", (w, h), 0)
    pen = ImageDraw.Draw(marks)
    rng = np.random.default_rng(seed + 3)
    for _ in range(5200):
        x, y = rng.uniform(0, w), rng.uniform(0, h)
        a, length = rng.uniform(0, np.pi), rng.exponential(26)
        to = (x + np.cos(a) * length, y + np.sin(a) * length)
        pen.line([(x, y), to], fill=int(rng.uniform(60, 255)), width=1)
    g.height -= np.asarray(marks, np.float32) / 255 * 0.011 * metal
    return (0.5 + 0.24 * tiled(broad) + 0.06 * tiled(fine)).clip(0, 1).astype(np.float32)
