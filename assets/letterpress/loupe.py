"""A proof sheet on the table and a tripod loupe standing on it, traced through its lens."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from letterpress.ink import printed
from letterpress.sheet import CROSS, Plates, draw
from letterpress.studio import (
    F32,
    Lamp,
    Studio,
    bilinear,
    fresnel,
    gauss,
    lens_blur,
    reflect,
    smooth,
    unit,
    vec,
)

RADIUS = 27.0  # of the lens, mm
LENS_Z = 21.0
FOCAL = 34.0
RIM = (2.6, 4.6)  # half thickness outward and half height of the ring
CENTRE = (CROSS[0] + 4.5, CROSS[1] + 18.0)  # where it stands on the sheet
VIEW = (-3.3, 13.3)  # where an eye at the camera looks through the lens's middle
SEEN = (-4.0, -4.0, 150.0, 132.0)  # of the sheet: corner, width, height in mm
COARSE, FINE = 14.0, 44.0
LEGS = tuple(np.radians(a) for a in (20.0, 140.0, 260.0))

STUDIO = Studio(
    lamps=(
        Lamp(toward=(-0.75, 0.55, 0.50), wide=0.34, high=0.22, power=(3.6, 3.5, 3.3), edge=0.06),
        Lamp(toward=(-0.40, 0.52, 0.74), wide=0.06, high=0.13, power=(9, 9, 8.8), edge=0.008),
        Lamp(toward=(0.95, 0.25, 0.35), wide=0.10, high=0.60, power=(2.4, 2.5, 2.7), edge=0.03),
        Lamp(toward=(-0.9, -0.5, 0.25), wide=0.16, high=0.50, power=(1.2, 1.2, 1.2), edge=0.04),
    ),
    ceiling=(0.10, 0.10, 0.105),
    floor=(0.5, 0.48, 0.44),
)
LAMP = unit(vec(-0.30, -0.50, 1.0))
BLACK = vec(0.045, 0.045, 0.048)
STEEL = vec(0.62, 0.62, 0.63)


def ring(p: F32) -> F32:
    """Signed distance to the loupe: a ring at the lens, three legs, a foot ring."""
    away = np.hypot(p[:, 0], p[:, 1])
    q = np.stack([np.abs(away - RADIUS - RIM[0]) - RIM[0], np.abs(p[:, 2] - LENS_Z) - RIM[1]], -1)
    q += 1.7
    out = np.hypot(np.maximum(q[:, 0], 0), np.maximum(q[:, 1], 0)) + np.minimum(q.max(-1), 0) - 1.7
    # Knurling: fine flutes round the ring's outside.
    turn = np.arctan2(p[:, 1], p[:, 0])
    flutes = 0.16 * np.cos(turn * 120) * smooth(RADIUS + 4.0, RADIUS + 4.8, away)
    out = out + flutes * smooth(3.2, 2.4, np.abs(p[:, 2] - LENS_Z))
    return np.minimum(out, posts(p)).astype(np.float32)


def posts(p: F32) -> F32:
    """The legs and the foot ring, of bright steel."""
    away = np.hypot(p[:, 0], p[:, 1])
    out = np.hypot(away - RADIUS - 2.6, p[:, 2] - 1.3) - 1.3
    for a in LEGS:
        x, y = np.cos(a) * (RADIUS + 2.6), np.sin(a) * (RADIUS + 2.6)
        leg = np.hypot(p[:, 0] - x, p[:, 1] - y) - 1.5
        out = np.minimum(out, np.maximum(leg, p[:, 2] - LENS_Z))
    return out.astype(np.float32)


def trace(o: F32, d: F32, reach: float, steps: int) -> tuple[F32, np.ndarray]:
    """Distance along rays (n, 3) to the loupe, and whether it is met."""
    t = np.zeros(len(d), np.float32)
    met = np.zeros(len(d), bool)
    live = np.arange(len(d))
    for _ in range(steps):
        gap = ring(o[live] + d[live] * t[live, None])
        t[live] += gap * 0.85
        there = gap < 0.02
        met[live[there]] = True
        live = live[~there & (t[live] < reach)]
        if not len(live):
            break
    return t, met


def lamp_light(samples: int, seed: int) -> tuple[F32, float, float]:
    """Light of the lamp on the sheet round the loupe, 0..2, on a grid of half millimetres."""
    half, step = 90.0, 0.5
    n = round(2 * half / step)
    y, x = np.mgrid[0:n, 0:n].astype(np.float32) * step - half
    p = np.stack([x.ravel(), y.ravel(), np.full(n * n, 0.05, np.float32)], -1)
    out = np.zeros(n * n, np.float32)
    rng = np.random.default_rng(seed)
    u = unit(np.cross(LAMP, vec(0, 0, 1)).astype(np.float32))
    v = np.cross(u, LAMP).astype(np.float32)
    side = round(samples**0.5)
    for k in range(side * side):
        a = ((k // side + rng.random(n * n, np.float32)) / side - 0.5) * 0.42
        b = ((k % side + rng.random(n * n, np.float32)) / side - 0.5) * 0.30
        d = unit((LAMP + a[:, None] * u + b[:, None] * v).astype(np.float32))
        reach = (LENS_Z + RIM[1] + 0.5) / d[:, 2]
        # Only what can be shaded is traced.
        near = np.hypot(p[:, 0] + d[:, 0] * reach * 0.5, p[:, 1] + d[:, 1] * reach * 0.5)
        who = np.nonzero(near < RADIUS + 26)[0]
        _t, met = trace(p[who], d[who], float(reach.max()), 26)
        lit = np.ones(n * n, np.float32)
        lit[who[met]] = 0
        q = p[:, :2] + d[:, :2] * (LENS_Z / d[:, 2])[:, None]
        lit *= np.hypot(q[:, 0], q[:, 1]) > RADIUS
        pull = 1 / (1 - LENS_Z / FOCAL * 0.72)
        through = np.hypot(q[:, 0], q[:, 1]) * pull
        out += lit + 1.30 * smooth(RADIUS, RADIUS * 0.90, through)
    return gauss(out.reshape(n, n) / (side * side), 1.6), half, step


class Table:
    """The printed sheet lying at z = 0; y grows away from the eye, the loupe stands at (0, 0)."""

    def __init__(self, fonts: Path, seed: int, samples: int) -> None:
        x0, y0, w, h = SEEN
        coarse = Plates(x0, y0, w, h, COARSE)
        draw(coarse, fonts)
        self.coarse = printed(coarse.covers(seed), 0.35, seed + 1)
        cx, cy = CENTRE[0] + VIEW[0], CENTRE[1] - VIEW[1]
        near = RADIUS * 0.80
        self.corner = (cx - near, cy - near)
        fine = Plates(*self.corner, 2 * near, 2 * near, FINE)
        draw(fine, fonts)
        self.fine = printed(fine.covers(seed + 50), 1.1, seed + 51)
        self.light, self.half, self.step = lamp_light(samples, seed + 99)

    def colour(self, x: F32, y: F32, channel: int | None = None) -> F32:
        """What the sheet sends back at a place in mm; fine where it is drawn finely."""
        sx, sy = x + CENTRE[0], CENTRE[1] - y
        c = slice(None) if channel is None else channel
        if channel is not None:
            out = bilinear(
                self.fine[..., c], (sy - self.corner[1]) * FINE, (sx - self.corner[0]) * FINE
            )
        else:
            out = bilinear(self.coarse, (sy - SEEN[1]) * COARSE, (sx - SEEN[0]) * COARSE)
            off = (sx < 0) | (sy < 0)
            out = np.where(off[:, None], vec(0.055, 0.050, 0.046), out)
        lamp = bilinear(self.light, (y + self.half) / self.step, (x + self.half) / self.step)
        fall = 1.10 * np.exp(-(((x + 35) / 150) ** 2) - ((y - 30) / 170) ** 2)
        away = np.hypot(x, y)
        dim = 1 - 0.45 * smooth(RADIUS + 8, RADIUS + 1, away)
        share = (0.80 * lamp * fall + 0.20 * dim).astype(np.float32)
        return out * (share if channel is not None else share[:, None])


def shade_ring(p: F32, d: F32, table: Table) -> F32:
    e = 0.03
    steps = [ring(p + s) - ring(p - s) for s in np.eye(3, dtype=np.float32) * e]
    n = unit(np.stack(steps, -1))
    r = reflect(d, n)
    steel = (posts(p) < 0.06)[:, None]
    rough = np.where(steel[:, 0], 0.10, 0.20).astype(np.float32)
    shine = STUDIO.light(r, rough)
    run = p[:, 2] / np.maximum(-r[:, 2], 0.05)
    below = table.colour(p[:, 0] + r[:, 0] * run, p[:, 1] + r[:, 1] * run)
    # Inside the ring the lens stands between: it sends up the paper's grey, no picture of it.
    within = (np.hypot(p[:, 0], p[:, 1]) < RADIUS + 1.2)[:, None]
    below = np.where(within, vec(0.42, 0.41, 0.38), below)
    down = smooth(0.05, -0.15, r[:, 2])[:, None]
    seen = shine * (1 - down) + below * down
    cos = -(d * n).sum(-1)
    metal = fresnel(np.broadcast_to(STEEL, p.shape), cos) * seen
    lacquer = fresnel(np.full_like(p, 0.055), cos) * seen
    lacquer += BLACK * STUDIO.light(n, np.full(len(n), 0.95, np.float32))
    return np.where(steel, metal, lacquer).astype(np.float32)


def through(o: F32, d: F32, table: Table) -> F32:
    """Rays (n, 3) that meet the lens at o: bent on to the sheet, a little apart by colour."""
    away = np.hypot(o[:, 0], o[:, 1]) / RADIUS
    out = np.empty_like(d)
    slope = d[:, :2] / -d[:, 2:3]
    for c, apart in enumerate((0.988, 1.0, 1.014)):
        power = apart * (1 + 0.10 * away**2) / FOCAL
        x = o[:, 0] + LENS_Z * (slope[:, 0] - o[:, 0] * power)
        y = o[:, 1] + LENS_Z * (slope[:, 1] - o[:, 1] * power)
        out[:, c] = table.colour(x, y, c)
    out *= (0.94 - 0.42 * smooth(0.86, 1.0, away))[:, None]
    bulge = 95.0
    n = unit(np.stack([o[:, 0] / bulge, o[:, 1] / bulge, np.ones(len(o), np.float32)], -1))
    r = reflect(d, n)
    glare = STUDIO.light(r, np.zeros(len(r), np.float32))
    # The under side mirrors the window too, smaller and turned over.
    n2 = unit(np.stack([-o[:, 0] / 60, -o[:, 1] / 60, np.ones(len(o), np.float32)], -1))
    glare += 0.5 * STUDIO.light(reflect(d, n2), np.full(len(r), 0.02, np.float32))
    back = fresnel(np.full_like(d, 0.045), -(d * n).sum(-1))
    return (out + glare * back).astype(np.float32)


def render(fonts: Path, width: int, height: int, samples: int, seed: int = 85) -> F32:
    """Linear light of the photograph, (height, width, 3)."""
    table = Table(fonts, seed, 36)
    yaw, rise, far = np.radians(-14.0), np.radians(57.0), 330.0
    look = vec(2.5, -10.5, 0)
    back = vec(-np.sin(yaw) * np.cos(rise), -np.cos(yaw) * np.cos(rise), np.sin(rise))
    eye = (look + back * far).astype(np.float32)
    right = vec(np.cos(yaw), -np.sin(yaw), 0)
    up = np.cross(right, -back).astype(np.float32)
    half = 56.0 / far  # of the height
    side = round(samples**0.5)
    light = np.zeros((height, width, 3), np.float32)
    blur = np.zeros((height, width), np.float32)
    band = max(1, 400_000 // width)
    for top in range(0, height, band):
        rows, cols = np.mgrid[top : min(top + band, height), 0:width].reshape(2, -1)
        total = np.zeros((len(rows), 3), np.float32)
        for k in range(side * side):
            y = (1 - (rows + (k // side + 0.5) / side) / height * 2) * half
            x = ((cols + (k % side + 0.5) / side) / width * 2 - 1) * half * width / height
            d = unit((-back + x[:, None] * right + y[:, None] * up).astype(np.float32))
            o = np.broadcast_to(eye, d.shape)
            start = ((LENS_Z + RIM[1] + 1 - eye[2]) / d[:, 2])[:, None]
            floor = -eye[2] / d[:, 2]
            p0 = o + d * start
            ground = o + d * floor[:, None]
            close = np.minimum(np.hypot(p0[:, 0], p0[:, 1]), np.hypot(ground[:, 0], ground[:, 1]))
            who = np.nonzero(close < RADIUS + 9)[0]
            run = floor - start[:, 0]
            t, met = trace(p0[who], d[who], float(run.max()), 70)
            met &= t < run[who]
            seen = table.colour(ground[:, 0], ground[:, 1])
            lens = o + d * ((LENS_Z - eye[2]) / d[:, 2])[:, None]
            at = np.nonzero(np.hypot(lens[:, 0], lens[:, 1]) < RADIUS)[0]
            seen[at] = through(lens[at], d[at], table)
            first = who[met]
            tl = (LENS_Z - p0[first, 2]) / d[first, 2]
            inside = np.hypot(lens[first, 0], lens[first, 1]) < RADIUS
            front = ~inside | (t[met] < tl)
            first, tm = first[front], t[met][front]
            seen[first] = shade_ring(p0[first] + d[first] * tm[:, None], d[first], table)
            total += np.minimum(seen, 5.0)
        light[rows, cols] = total / (side * side)
        spread = 150.0 * np.abs(1 - far / (floor * (d @ -back)) - 0.01)
        spread[np.hypot(lens[:, 0], lens[:, 1]) < RADIUS + 5] = 0
        spread[first] = 0
        blur[rows, cols] = spread
    scale = width / 1600
    blur = np.clip(blur * scale - 1.0, 0, None).astype(np.float32)
    return lens_blur(light, blur, tuple(s * scale for s in (0.0, 1.5, 3.0, 5.0, 8.0, 12.0, 18.0)))
