"""Ink on newsprint under a lens: screens, ragged dots, fibres, and the light sent back."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from letterpress.studio import F32, gauss, noise, smooth, vec

ANGLES = {"c": 15.0, "m": 75.0, "y": 0.0, "k": 45.0}
# What a solid lets through in linear light, a little cleaner than coldset inks are.
PASSES = {
    "c": vec(0.035, 0.30, 0.60),
    "m": vec(0.60, 0.035, 0.16),
    "y": vec(0.92, 0.72, 0.05),
    "k": vec(0.030, 0.030, 0.034),
}
PAPER = vec(0.83, 0.795, 0.70)


def cells(width: int, height: int, period: float, angle: float, shift: tuple[float, float]) -> F32:
    """A threshold 0..1 for each pixel, so that tone t above it leaves dots of area t."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    a = np.radians(angle)
    u = ((x + shift[0]) * np.cos(a) + (y + shift[1]) * np.sin(a)) * (2 * np.pi / period)
    v = (-(x + shift[0]) * np.sin(a) + (y + shift[1]) * np.cos(a)) * (2 * np.pi / period)
    spot = np.cos(u) + np.cos(v)
    g = np.linspace(0, 2 * np.pi, 256, endpoint=False)
    ranked = np.sort((np.cos(g)[:, None] + np.cos(g)).reshape(-1))[::64]
    return (1 - np.interp(spot, ranked, np.linspace(0, 1, len(ranked)))).astype(np.float32)


def halftone(tone: F32, threshold: F32, ragged: F32, soft: float) -> F32:
    """Cover 0..1 of an ink: dots of a tone whose edges follow the paper."""
    level = tone * 1.06 - 0.03 - threshold + ragged
    return smooth(-soft, soft, level) * smooth(0.012, 0.035, tone)


def tiled(t: F32, shape: tuple[int, int]) -> F32:
    h, w = shape
    return np.tile(t, (h // t.shape[0] + 1, w // t.shape[1] + 1))[:h, :w]


def fibres(shape: tuple[int, int], scale: float, seed: int) -> tuple[F32, F32]:
    """The sheet: its shade about 1, and its relief; `scale` is pixels a hundredth of mm or so."""
    h, w = shape
    rng = np.random.default_rng(seed)
    canvas = Image.new("L", (w, h), 128)
    pen = ImageDraw.Draw(canvas)
    for _ in range(int(h * w / (380 * scale * scale))):
        x, y = rng.uniform(-60, w + 60), rng.uniform(-60, h + 60)
        a = rng.normal(0.15, 0.9)
        points = [(x, y)]
        for _ in range(6):
            a += rng.normal(0, 0.16)
            x += np.cos(a) * 8 * scale
            y += np.sin(a) * 8 * scale
            points.append((x, y))
        tone = int(np.clip(rng.normal(128, 30), 20, 235))
        pen.line(points, fill=tone, width=max(1, round(scale * rng.uniform(0.8, 2.0))))
    hair = gauss(np.asarray(canvas, np.float32) / 128 - 1, 0.7 * scale)
    cloud = tiled(noise((1024, 1024), 1.2, seed + 1), shape)
    fine = tiled(noise((1024, 1024), 0.5, seed + 2), shape)
    shade = 1 + 0.11 * hair + 0.022 * cloud + 0.018 * fine
    relief = hair * 0.75 + 0.12 * gauss(cloud, 1.2) + 0.10 * gauss(fine, 0.8)
    specks = rng.random(shape, np.float32) > 1 - 2.5e-6 * 9 / scale
    shade -= np.clip(gauss(specks.astype(np.float32), 1.5 * scale) * 16 * scale * scale, 0, 0.45)
    return shade.astype(np.float32), relief.astype(np.float32)


def printed(inks: dict[str, F32], scale: float, seed: int) -> F32:
    """Linear light from paper under covers of ink (each (h, w), 0..1), lit from upper left."""
    shape = next(iter(inks.values())).shape
    shade, relief = fibres(shape, scale, seed)
    light = PAPER * np.clip(shade, 0.2, 1.2)[..., None]
    through = np.ones((*shape, 3), np.float32)
    for i, name in enumerate("ymck"):
        if name not in inks:
            continue
        cover = inks[name]
        blotch = tiled(noise((1024, 1024), 0.9, seed + 20 + i), shape)
        film = np.clip(0.90 + 0.05 * blotch + 0.20 * relief, 0.35, 1.0)
        # The split film leaves pinholes where a fibre stands proud.
        holes = smooth(0.55, 0.95, relief + 0.16 * blotch)
        alpha = np.clip(cover * film * (1 - 0.7 * holes), 0, 1)[..., None]
        through *= 1 - alpha + alpha * PASSES[name]
    # Light wanders in the sheet before it comes back: the dots' optical gain.
    wander = np.stack([gauss(through[..., c], 5.0 * scale) for c in range(3)], -1)
    light = light * through * (0.62 + 0.38 * wander)
    gy, gx = np.gradient(gauss(relief, 0.8 * scale))
    relit = np.clip(1 - 0.9 * scale * (gx * 0.8 + gy), 0.6, 1.5)
    return (light * relit[..., None]).astype(np.float32)
