"""A store of newsprint: reels on their sides in heaps, a hall with high windows. Lengths in m."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from letterpress.studio import F32, noise, smooth, vec
from PIL import Image, ImageDraw, ImageFont

from pressroom.sheets import linear
from pressroom.tracer import Drum, Paint, Panel, Scene, Sheet, Thing

RADIUS, LONG, CORE = 0.55, 1.58, 0.085


def paper_end(seed: int) -> Paint:
    """Rings of the wound web, a few darker where the winding stopped; the core's tube and hole."""
    rng = np.random.default_rng(seed)
    rings = rng.normal(0, 1, 2048).astype(np.float32)
    broad = np.convolve(rings, np.ones(60) / 60, "same").astype(np.float32) * 5
    dents = [(rng.uniform(0.3, 0.97), rng.uniform(0, 1), rng.uniform(0.02, 0.06)) for _ in range(4)]

    def paint(r: F32, turn: F32) -> F32:
        wobble = 0.004 * np.sin(turn * 2 * np.pi + seed)
        i = np.clip(((r + wobble) * 2047).astype(np.int32), 0, 2047)
        tone = 0.66 + 0.02 * rings[i] + 0.03 * broad[i]
        for at, where, wide in dents:
            away = np.abs((turn - where + 0.5) % 1 - 0.5)
            tone = tone - 0.10 * np.exp(-(((r - at) / 0.012) ** 2) - (away / wide) ** 2)
        tone = tone * (1 - 0.18 * smooth(0.965, 1.0, r))
        color = tone[:, None] * vec(1.0, 0.965, 0.89)
        tube, hole = CORE / RADIUS * 1.28, CORE / RADIUS
        color = np.where((r < tube)[:, None], vec(0.40, 0.27, 0.16), color)
        return np.where((r < hole)[:, None], vec(0.015, 0.013, 0.012), color).astype(np.float32)

    return paint


def label(fonts: Path, number: int) -> F32:
    """The paper maker's slip, as drawn here: no maker is named."""
    image = Image.new("RGB", (420, 300), (245, 243, 236))
    pen = ImageDraw.Draw(image)
    big = ImageFont.truetype(str(fonts / "NotoSansSC-Bold.ttf"), 62)
    small = ImageFont.truetype(str(fonts / "NotoSansSC-Regular.ttf"), 42)
    pen.rectangle((0, 0, 419, 64), fill=(30, 92, 140))
    pen.text((20, 78), "新闻纸", font=big, fill=(20, 20, 20))
    pen.text((20, 160), "45 g/m²  787 mm", font=small, fill=(20, 20, 20))
    pen.text((20, 222), f"卷号 {number:04d}", font=small, fill=(20, 20, 20))
    return linear(image)


def paper_side(seed: int, slip: F32 | None) -> Paint:
    """The outer web: faint bands, a wrap of kraft on some, the slip stuck on."""
    rng = np.random.default_rng(seed)
    bands = np.convolve(rng.normal(0, 1, 512), np.ones(9) / 9, "same").astype(np.float32)
    kraft = seed % 3 == 0
    where = rng.uniform(0.52, 0.60)

    def paint(turn: F32, z: F32) -> F32:
        i = np.clip((z * 511).astype(np.int32), 0, 511)
        tone = 0.66 + 0.012 * bands[i]
        color = tone[:, None] * vec(1.0, 0.965, 0.89)
        if kraft:
            wrap = 0.86 + 0.03 * bands[i]
            color = np.where(
                ((z > 0.06) & (z < 0.94))[:, None], wrap[:, None] * vec(0.60, 0.44, 0.28), color
            )
        if slip is not None:
            a, b = (turn - where) / 0.10, (z - 0.40) / 0.22
            on = (a > 0) & (a < 1) & (b > 0) & (b < 1)
            h, w = slip.shape[:2]
            y = np.clip((a * h).astype(np.int32), 0, h - 1)
            x = np.clip((b * w).astype(np.int32), 0, w - 1)
            color = np.where(on[:, None], slip[y, x], color)
        return color.astype(np.float32)

    return paint


def ground() -> Paint:
    """Concrete with wear along the lanes and a yellow line."""
    rough = noise((1024, 1024), 1.25, 71)
    fine = noise((1024, 1024), 0.6, 72)

    def paint(s: F32, t: F32) -> F32:
        i, j = (s * 1500).astype(np.int32) % 1024, (t * 1500).astype(np.int32) % 1024
        tone = 0.20 + 0.03 * rough[i, j] + 0.012 * fine[j, i]
        color = np.clip(tone, 0.06, 0.5)[:, None] * vec(1.0, 0.985, 0.95)
        line = (np.abs(s * 24 - 10.05) < 0.055) & (fine[i, j] < 2.0)
        return np.where(line[:, None], vec(0.62, 0.43, 0.06), color).astype(np.float32)

    return paint


def wall() -> Paint:
    """Corrugated sheet, painted dark below and pale above."""

    def paint(s: F32, t: F32) -> F32:
        wave = 0.5 + 0.5 * np.sin(s * 2 * np.pi * 150)
        low = smooth(0.26, 0.265, t)
        tone = (0.10 * (1 - low) + 0.42 * low) * (0.8 + 0.2 * wave)
        tint = vec(0.62, 0.78, 0.88) * (1 - low)[:, None] + vec(0.94, 0.97, 0.98) * low[:, None]
        return tone[:, None] * tint

    return paint


def heap(x: float, y: float, rows: int, seed: int, fonts: Path) -> list[Thing]:
    """Reels on their sides, one row fewer at each layer, their ends towards the lane (-y)."""
    rng = np.random.default_rng(seed)
    out: list[Thing] = []
    rise = RADIUS * np.sqrt(3)
    for layer in range(rows):
        for k in range(rows - layer):
            cx = x + (k + layer / 2) * 2 * RADIUS
            push = float(rng.uniform(-0.05, 0.05))
            one = seed * 17 + layer * 5 + k
            out.append(
                Drum(
                    foot=(cx, y + push, RADIUS + layer * rise),
                    head=(cx, y + push + LONG, RADIUS + layer * rise),
                    radius=RADIUS - 0.004,
                    side=paper_side(one, label(fonts, 100 + one % 900)),
                    end=paper_end(one),
                    gloss=0.0,
                )
            )
    return out


def room(d: F32) -> F32:
    k = smooth(-0.4, 0.9, d[:, 2])[:, None]
    return vec(0.10, 0.098, 0.095) * (1 - k) + vec(0.24, 0.25, 0.27) * k


def scene(fonts: Path) -> Scene:
    """Two heaps in a row, a third behind, one reel in the lane with its slip towards us."""
    things: list[Thing] = [
        Sheet(at=(-12, -8, 0), u=(24, 0, 0), v=(0, 24, 0), paint=ground(), gloss=0.05),
        Sheet(at=(-12, 13, 0), u=(24, 0, 0), v=(0, 0, 7), paint=wall()),
        Sheet(at=(-9.5, 13, 0), u=(0, -21, 0), v=(0, 0, 7), paint=wall()),
        *heap(-6.9, 3.2, 4, 1, fonts),
        *heap(-1.2, 3.6, 4, 2, fonts),
        *heap(4.4, 4.2, 4, 3, fonts),
        *heap(-4.6, 8.2, 5, 4, fonts),
        *heap(2.6, 8.6, 5, 5, fonts),
        Drum(
            foot=(2.55, -0.35, RADIUS),
            head=(4.02, 0.25, RADIUS),
            radius=RADIUS - 0.004,
            side=paper_side(7, label(fonts, 731)),
            end=paper_end(61),
        ),
        Drum(
            foot=(-4.9, 0.4, RADIUS),
            head=(-6.2, 1.35, RADIUS),
            radius=RADIUS - 0.004,
            side=paper_side(9, label(fonts, 609)),
            end=paper_end(62),
        ),
    ]
    panels = [
        # High windows in the wall at the left, a row of lamps under the roof.
        Panel(at=(-9.4, -4, 4.2), u=(0, 14, 0), v=(0, 0, 2.2), power=(8.0, 8.4, 9.2)),
        Panel(at=(-3, -2, 6.8), u=(0, 9, 0), v=(1.2, 0, 0), power=(4.6, 4.4, 4.0)),
        Panel(at=(4, -4, 6.8), u=(0, 12, 0), v=(1.2, 0, 0), power=(5.4, 5.1, 4.6)),
    ]
    return Scene(
        things=things, panels=panels, room=room,
        eye=(1.1, -6.2, 1.75), toward=(-0.75, 4.0, 1.62), width=1.18,
    )  # fmt: skip


def render(fonts: Path, w: int, h: int, samples: int) -> F32:
    return scene(fonts).draw(w, h, samples, 11)
