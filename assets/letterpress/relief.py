"""A map of heights photographed: met by rays, lit by the studio, blurred by the lens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from letterpress.forme import BRASS, DEEP, IRON, PER_MM, TYPE, WIDE, WOOD, Ground, compose, roughen
from letterpress.studio import (
    F32,
    Lamp,
    Studio,
    bilinear,
    fresnel,
    lens_blur,
    reflect,
    smooth,
    unit,
    vec,
)

AROUND = 16
REACH = (1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24, 31, 40, 52)


def horizons(height: F32) -> np.ndarray:
    """Elevation of what stands round each place, in 16 directions, 255 = upright; half size."""
    h, w = (n // 2 for n in height.shape)
    low = height[: h * 2, : w * 2].reshape(h, 2, w, 2).mean((1, 3))
    pad = REACH[-1] + 1
    q = np.pad(low, pad, mode="edge")
    out = np.empty((AROUND, h, w), np.uint8)
    for k in range(AROUND):
        a = 2 * np.pi * k / AROUND
        best = np.zeros_like(low)
        for reach in REACH:
            dx, dy = round(np.cos(a) * reach), round(-np.sin(a) * reach)
            run = np.hypot(dx, dy) * 2 / PER_MM
            there = q[pad + dy : pad + dy + h, pad + dx : pad + dx + w]
            np.maximum(best, (there - low) / np.float32(run), out=best)
        out[k] = np.arctan(best) * (255 / (np.pi / 2))
    return out


STUDIO = Studio(
    lamps=(
        Lamp(toward=(-0.25, 0.80, 0.62), wide=0.50, high=0.20, power=(3.5, 3.45, 3.3), edge=0.08),
        Lamp(toward=(-0.95, 0.10, 0.42), wide=0.30, high=0.55, power=(2.6, 2.1, 1.5)),
        Lamp(toward=(0.90, -0.15, 0.50), wide=0.16, high=0.45, power=(0.7, 0.95, 1.35)),
    ),
    ceiling=(0.10, 0.105, 0.115),
    floor=(0.03, 0.028, 0.025),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Where it stands, looks, and how much it sees; lengths in mm on the ground's map."""

    at: F32
    focus: F32
    width: int
    height: int
    tan_half: float  # of the picture's width

    def rays(self, rows: np.ndarray, cols: np.ndarray) -> F32:
        ahead = unit(self.focus - self.at)
        right = unit(np.cross(ahead, vec(0, 0, 1)).astype(np.float32))
        up = np.cross(right, ahead).astype(np.float32)
        x = (cols / self.width * 2 - 1) * self.tan_half
        y = (1 - rows / self.height * 2) * self.tan_half * self.height / self.width
        d = ahead + x[:, None] * right + y[:, None] * up
        return unit(d.astype(np.float32))


def march(height: F32, start: F32, d: F32) -> tuple[F32, np.ndarray]:
    """Where rays from above meet the map: distance, and whether they do."""
    rows, cols = height.shape
    flat = height.reshape(-1)
    t = (0.15 - start[2]) / d[:, 2]
    run = np.sqrt(d[:, 0] ** 2 + d[:, 1] ** 2)
    step = (1.1 / PER_MM) / np.maximum(run, 0.3)
    hit = np.zeros(len(d), bool)
    live = np.arange(len(d))
    tl, dl, sl = t.copy(), d, step

    def under(tt: F32, dd: F32) -> np.ndarray:
        c = ((start[0] + tt * dd[:, 0]) * PER_MM).astype(np.int32)
        r = ((DEEP - start[1] - tt * dd[:, 1]) * PER_MM).astype(np.int32)
        np.clip(c, 0, cols - 1, out=c)
        np.clip(r, 0, rows - 1, out=r)
        return start[2] + tt * dd[:, 2] < flat[r * cols + c]

    for i in range(260):
        tl = tl + sl
        met = under(tl, dl)
        if met.any():
            who = live[met]
            hit[who] = True
            t[who] = tl[met]
            keep = ~met
            live, tl, dl, sl = live[keep], tl[keep], dl[keep], sl[keep]
        if len(live) == 0 or i == 259:
            break
    t[live] = tl
    lo, hi = t - step, t.copy()
    for _ in range(5):
        mid = (lo + hi) / 2
        inside = under(mid, d)
        hi = np.where(inside, mid, hi)
        lo = np.where(inside, lo, mid)
    return hi.astype(np.float32), hit


def _bilinear(a: F32, r: F32, c: F32) -> F32:
    return bilinear(a, r - 0.5, c - 0.5)


METAL = vec(0.66, 0.67, 0.69)
BRASS_F0 = vec(0.80, 0.62, 0.34)
IRON_F0 = vec(0.20, 0.195, 0.19)
WOOD_TINT = vec(0.30, 0.165, 0.075)


class Scene:
    """The map with what shading wants of it worked out once."""

    def __init__(self, g: Ground, dirt: F32) -> None:
        self.g, self.dirt = g, dirt
        self.sky = horizons(g.height)
        low = np.sin(self.sky.astype(np.float32) * (np.pi / 510)) ** 2
        self.open = (1 - low.mean(0)).astype(np.float32)

    def shade(self, p: F32, d: F32) -> F32:
        g = self.g
        r, c = (DEEP - p[:, 1]) * PER_MM, p[:, 0] * PER_MM
        e = 0.8
        dx = (_bilinear(g.height, r, c + e) - _bilinear(g.height, r, c - e)) * (PER_MM / (2 * e))
        dy = (_bilinear(g.height, r - e, c) - _bilinear(g.height, r + e, c)) * (PER_MM / (2 * e))
        n = unit(np.stack([-dx, -dy, np.ones_like(dx)], -1))
        rows, cols = g.height.shape
        i = np.clip(r, 0, rows - 1).astype(np.int32) * cols + np.clip(c, 0, cols - 1).astype(
            np.int32
        )
        kind, tone = g.kind.reshape(-1)[i], g.tone.reshape(-1)[i]
        dirt = self.dirt.reshape(-1)[i]
        ao = _bilinear(self.open, r / 2, c / 2)
        ref = reflect(d, n)
        # A face turned from the eye by the map's coarseness mirrors sideways, not downwards.
        up = np.maximum(ref[:, 2], -0.2)
        k = (np.arctan2(ref[:, 1], ref[:, 0]) / (2 * np.pi) * AROUND) % AROUND
        k0 = k.astype(np.int32) % AROUND
        fk = (k - np.floor(k)).astype(np.float32)
        h, w = self.sky.shape[1:]
        j = np.clip(r / 2, 0, h - 1).astype(np.int32) * w + np.clip(c / 2, 0, w - 1).astype(
            np.int32
        )
        sky = self.sky.reshape(AROUND, -1)
        horizon = (sky[k0, j] * (1 - fk) + sky[(k0 + 1) % AROUND, j] * fk) * (np.pi / 510)
        face = smooth(-0.42, -0.12, p[:, 2]) * (kind == TYPE)
        grime = np.where(
            kind == TYPE,
            (1 - face) * (0.55 + 0.45 * dirt) + face * 0.55 * smooth(0.42, 0.95, dirt),
            0.45 + 0.4 * dirt,
        )
        grime = np.where(kind == BRASS, 0.25 * dirt, grime).astype(np.float32)
        rough = np.where(kind == TYPE, 0.08 + 0.20 * dirt + 0.34 * (1 - face), 0.34 + 0.2 * dirt)
        rough = np.where(kind == BRASS, 0.16 + 0.1 * dirt, rough)
        rough = np.where(kind == IRON, 0.42, np.where(kind == WOOD, 0.8, rough)).astype(np.float32)
        elevation = np.arcsin(np.clip(up, -1, 1))
        give = 0.07 + 0.45 * rough
        seen = smooth(horizon - give, horizon + give, elevation.astype(np.float32))
        f0 = np.where((kind == BRASS)[:, None], BRASS_F0, METAL)
        f0 = np.where((kind == IRON)[:, None], IRON_F0, f0) * (0.72 + 0.5 * tone)[:, None]
        f0 = f0 * (1 - 0.72 * grime)[:, None]
        cos = -(d * n).sum(-1)
        mirror = fresnel(f0, cos)
        shine = STUDIO.light(ref, rough)
        around = STUDIO.light(n, np.full(len(n), 0.95, np.float32))
        metal = mirror * (shine * seen[:, None] + 0.16 * around * (1 - seen)[:, None])
        metal += f0 * 0.30 * around * ao[:, None]
        wood = WOOD_TINT * (0.6 + 0.8 * tone[:, None]) * (0.5 + dirt[:, None])
        wood = wood * around * ao[:, None] * 1.2 + 0.04 * shine * seen[:, None]
        return np.where((kind == WOOD)[:, None], wood, metal).astype(np.float32)


def render(fonts: Path, width: int, height: int, samples: int, seed: int = 20190920) -> F32:
    """Linear light of the photograph, (height, width, 3)."""
    g = compose(fonts, seed)
    scene = Scene(g, roughen(g, seed))
    yaw, rise, far = np.radians(17.0), np.radians(39.0), 262.0
    focus = vec(WIDE / 2 - 3.0, DEEP - 83.0, 0)
    back = vec(-np.sin(yaw) * np.cos(rise), -np.cos(yaw) * np.cos(rise), np.sin(rise))
    eye = Camera(at=focus + back * far, focus=focus, width=width, height=height, tan_half=0.225)
    rng = np.random.default_rng(seed + 9)
    light = np.zeros((height, width, 3), np.float32)
    depth = np.zeros((height, width), np.float32)
    ahead = unit(eye.focus - eye.at)
    side = round(samples**0.5)
    band = max(1, 400_000 // width)
    for top in range(0, height, band):
        rows, cols = np.mgrid[top : min(top + band, height), 0:width].reshape(2, -1)
        total = np.zeros((len(rows), 3), np.float32)
        for k in range(side * side):
            jr = (k // side + rng.random(len(rows), np.float32)) / side
            jc = (k % side + rng.random(len(rows), np.float32)) / side
            d = eye.rays(rows + jr, cols + jc)
            t, _hit = march(g.height, eye.at, d)
            total += np.minimum(scene.shade(eye.at + d * t[:, None], d), 6.0)
        light[rows, cols] = total / (side * side)
        depth[rows, cols] = t * (d @ ahead)
    spread = 104.0 * width / 2400 * np.abs(1 - far / depth)
    plain = np.clip(spread - 0.5, 0, None).astype(np.float32)
    scale = width / 2400
    steps = tuple(s * scale for s in (0.0, 1.5, 3.0, 5.0, 8.0, 12.0, 17.0, 23.0, 30.0))
    return lens_blur(light, plain, steps)
