"""One metal type standing alone, cut out: a body met by sphere tracing, a face by its heights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

from letterpress.studio import (
    F32,
    Lamp,
    Studio,
    bilinear,
    fresnel,
    gauss,
    noise,
    reflect,
    smooth,
    unit,
    vec,
)

SIDE = 14.8  # mm: 42 pt, 初号
TALL = 23.45  # mm: height to paper
SHOULDER = -1.75  # mm below the face
CHAR = "版"
PER_MM = 46.0
NICK_AT = (-16.4, -14.9)  # mm below the face, on the belly
NICK = 0.62
METAL = vec(0.67, 0.675, 0.69)

STUDIO = Studio(
    lamps=(
        Lamp(toward=(-0.30, 0.85, 0.95), wide=0.42, high=0.36, power=(2.15, 2.15, 2.12), edge=0.12),
        Lamp(toward=(-0.92, -0.55, 0.30), wide=0.30, high=0.85, power=(2.0, 1.95, 1.85), edge=0.12),
        Lamp(toward=(0.95, -0.10, 0.25), wide=0.10, high=0.80, power=(1.6, 1.7, 1.85), edge=0.05),
        Lamp(toward=(0.30, -1.0, 0.55), wide=0.14, high=0.26, power=(1.1, 1.1, 1.1), edge=0.1),
    ),
    ceiling=(0.22, 0.22, 0.23),
    floor=(0.10, 0.10, 0.10),
)
SHEET = vec(1.0, 0.985, 0.95)  # what the table's paper sends back where it is lit best


def table(p: F32, r: F32) -> tuple[F32, F32]:
    """What the table shows to a downward ray, and how far the ray looks down (0..1)."""
    run = (p[:, 2] + TALL) / np.maximum(-r[:, 2], 0.04)
    x, y = p[:, 0] + r[:, 0] * run, p[:, 1] + r[:, 1] * run
    beyond = np.maximum(np.maximum(-x, x - SIDE), np.maximum(-y, y - SIDE))
    lit = 0.06 + 0.70 * smooth(-2.0, 22.0, beyond)
    # The lamp stands front left: the piece's own shadow lies to the right and behind.
    shade = smooth(-3.0, 9.0, x - SIDE + 0.25 * (y - SIDE)) * smooth(34.0, 12.0, x - SIDE)
    lit = lit * (1 - 0.80 * shade) * (0.45 + 0.55 * smooth(30.0, 2.0, np.hypot(x - 1, y + 14)))
    return SHEET * lit[:, None], smooth(0.04, -0.16, r[:, 2])


def outline(font: Path, char: str) -> list[list[tuple[float, float]]]:
    """The closed contours of a glyph as polygons, in em, y upwards."""
    face = TTFont(font)
    glyphs = face.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[face.getBestCmap()[ord(char)]].draw(pen)
    em = face["head"].unitsPerEm
    out: list[list[tuple[float, float]]] = []
    line: list[tuple[float, float]] = []
    for verb, points in pen.value:
        if verb == "moveTo":
            line = [points[0]]
        elif verb == "lineTo":
            line.append(points[0])
        elif verb == "qCurveTo":
            line += _quadratic(line[-1], points)
        elif verb in ("closePath", "endPath"):
            out.append([(x / em, y / em) for x, y in line])
    return out


def _quadratic(start: tuple[float, float], points: tuple) -> list[tuple[float, float]]:
    """TrueType's run of off-curve points with implied middles, cut into chords."""
    out, at = [], start
    for i in range(len(points) - 1):
        off = points[i]
        nxt = points[i + 1]
        to = nxt if i == len(points) - 2 else ((off[0] + nxt[0]) / 2, (off[1] + nxt[1]) / 2)
        for k in range(1, 9):
            t = k / 8
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            out.append((a * at[0] + b * off[0] + c * to[0], a * at[1] + b * off[1] + c * to[1]))
        at = to
    return out


def face_map(font: Path, seed: int) -> tuple[F32, F32]:
    """Heights of the top, mm, and its dirt; rows from the head down, mirrored as a sort is."""
    big, side = 2, round(SIDE * PER_MM)
    n = side * big
    size = n * 0.87
    shapes = outline(font, CHAR)
    xs = [x for s in shapes for x, _ in s]
    ys = [y for s in shapes for _, y in s]
    mid = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    # Contours wind either way: the sum of their windings tells ink from counter.
    wind = np.zeros((n, n), np.int16)
    for shape in shapes:
        points = [(n / 2 - (x - mid[0]) * size, n / 2 - (y - mid[1]) * size) for x, y in shape]
        area = sum(
            a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)
        )
        layer = Image.new("1", (n, n), 0)
        ImageDraw.Draw(layer).polygon(points, fill=1)
        wind += np.asarray(layer).astype(np.int16) * (1 if area > 0 else -1)
    ink = (wind != 0).astype(np.float32).reshape(side, big, side, big).mean((1, 3))
    wall = smooth(0.03, 0.78, gauss(ink, 0.085 * PER_MM))
    skirt = np.clip(gauss(ink, 0.42 * PER_MM) * 1.1, 0, 0.55)
    rise = np.maximum(wall, skirt * (1 - wall) + wall * 0.4)
    edge = (np.arange(side) + 0.5) / PER_MM
    edge = np.minimum(edge, edge[::-1])
    rim = np.minimum.outer(edge, edge).astype(np.float32)
    top = SHOULDER - 0.30 * np.exp(-rim / 0.16)
    dirt = noise((1024, 1024), 1.3, seed)[:side, :side] * 0.3 + 0.5
    fine = noise((1024, 1024), 0.5, seed + 1)[:side, :side]
    height = top * (1 - rise) + fine * np.where(wall > 0.9, 0.0007, 0.0022)
    marks = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(marks)
    rng = np.random.default_rng(seed + 2)
    for _ in range(150):
        x, y = rng.uniform(0, side, 2)
        a, length = rng.uniform(0, np.pi), rng.exponential(45)
        pen.line(
            [(x, y), (x + np.cos(a) * length, y + np.sin(a) * length)],
            fill=int(rng.uniform(40, 200)),
            width=1,
        )
    height -= np.asarray(marks, np.float32) / 255 * 0.006
    return height.astype(np.float32), np.clip(dirt, 0, 1).astype(np.float32)


class Sort:
    """The piece with its left front foot at (0, 0, -TALL), its face at z = 0."""

    def __init__(self, font: Path, seed: int) -> None:
        self.height, self.dirt = face_map(font, seed)
        self.cast = noise((1024, 1024), 1.1, seed + 5)
        self.fine = noise((1024, 1024), 0.45, seed + 6)
        self.drawn = noise((1024, 1024), 0.9, seed + 7, stretch=0.05)

    def body(self, p: F32) -> F32:
        """Signed distance to the shank: a box with eased edges, nicks, foot groove, pin mark."""
        half = vec(SIDE / 2, SIDE / 2, (TALL + SHOULDER) / 2)
        mid = vec(SIDE / 2, SIDE / 2, (SHOULDER - TALL) / 2)
        ease = 0.16
        q = np.abs(p - mid) - half + ease
        out = np.sqrt((np.maximum(q, 0) ** 2).sum(-1)) + np.minimum(q.max(-1), 0) - ease
        for z in NICK_AT:
            groove = np.hypot(p[:, 1] + 0.12, p[:, 2] - z) - NICK
            out = _cut(out, groove, 0.10)
        foot = np.hypot(p[:, 1] - SIDE / 2, (p[:, 2] + TALL) * 0.9) - 2.6
        out = _cut(out, foot, 0.2)
        ring = np.hypot(p[:, 1] - SIDE * 0.5, p[:, 2] + 9.6)
        pin = np.maximum(ring - 2.5, SIDE - 0.30 - p[:, 0])
        out = _cut(out, pin, 0.15)
        seam = np.abs(ring - 1.55) - 0.09
        return _cut(out, np.maximum(seam, SIDE - 0.42 - p[:, 0]), 0.05).astype(np.float32)

    def normal(self, p: F32) -> F32:
        e = 0.02
        steps = [self.body(p + s) - self.body(p - s) for s in np.eye(3, dtype=np.float32) * e]
        return unit(np.stack(steps, -1))

    def top(self, x: F32, y: F32) -> F32:
        """Height of the face's map; nothing stands beyond the body."""
        r, c = (SIDE - y) * PER_MM - 0.5, x * PER_MM - 0.5
        out = bilinear(self.height, r, c)
        rim = 0.2  # the shank's own eased edge takes over here
        gone = (x < rim) | (x > SIDE - rim) | (y < rim) | (y > SIDE - rim)
        return np.where(gone, np.float32(-99), out)

    def trace(self, o: F32, d: F32) -> tuple[F32, np.ndarray]:
        """Distance along rays, and what they meet: 0 nothing, 1 the shank, 2 the face."""
        t = np.full(len(d), (0.1 - o[2]), np.float32) / d[:, 2]
        what = np.zeros(len(d), np.uint8)
        end = (SHOULDER - 0.5 - o[2]) / d[:, 2]
        step = np.float32(0.02) / np.maximum(np.hypot(d[:, 0], d[:, 1]), 0.3)
        p = o + d * t[:, None]
        last = o + d * end[:, None]
        inside = (np.maximum(p[:, 0], last[:, 0]) > 0) & (np.minimum(p[:, 0], last[:, 0]) < SIDE)
        inside &= (np.maximum(p[:, 1], last[:, 1]) > 0) & (np.minimum(p[:, 1], last[:, 1]) < SIDE)
        live = np.nonzero(inside)[0]
        while len(live):
            t[live] += step[live]
            q = o + d[live] * t[live, None]
            met = q[:, 2] < self.top(q[:, 0], q[:, 1])
            what[live[met]] = 2
            live = live[~met & (t[live] < end[live])]
        lo, hi = t - step, t.copy()
        on = np.nonzero(what == 2)[0]
        for _ in range(6):
            mid = (lo[on] + hi[on]) / 2
            q = o + d[on] * mid[:, None]
            under = q[:, 2] < self.top(q[:, 0], q[:, 1])
            hi[on] = np.where(under, mid, hi[on])
            lo[on] = np.where(under, lo[on], mid)
        t = hi
        live = np.nonzero(what == 0)[0]
        far = np.full(len(live), np.linalg.norm(o) - 45, np.float32)
        stop = np.linalg.norm(o) + 45
        for _ in range(90):
            if not len(live):
                break
            gap = self.body(o + d[live] * far[:, None])
            far = far + gap * 0.9
            met = gap < 0.004
            what[live[met]] = 1
            t[live[met]] = far[met]
            keep = ~met & (far < stop)
            live, far = live[keep], far[keep]
        return t, what

    def shade(self, p: F32, d: F32, what: np.ndarray) -> F32:
        face = what == 2
        n = np.empty_like(p)
        e = 0.9 / PER_MM
        x, y = p[:, 0], p[:, 1]
        dx = (_top(self, x + e, y) - _top(self, x - e, y)) / (2 * e)
        dy = (_top(self, x, y + e) - _top(self, x, y - e)) / (2 * e)
        n = np.where(
            face[:, None], np.stack([-dx, -dy, np.ones_like(dx)], -1), self.normal(p)
        ).astype(np.float32)
        # Cast metal is never flat: low waves and pores bend what it mirrors.
        u = np.where(np.abs(n[:, 0]) > np.abs(n[:, 1]), y, x + 21) * 30
        v = p[:, 2] * 30
        bump = _slope(self.cast, u * 0.3, v * 0.3) * 0.035 + _slope(self.fine, u, v) * 0.012
        bump += _slope(self.drawn, u, v) * vec(0.030, 0.006)
        side = (~face)[:, None] * bump
        tangent = np.stack([-n[:, 1], n[:, 0], np.zeros_like(x)], -1)
        n = unit(unit(n) + side[:, :1] * tangent + side[:, 1:] * vec(0, 0, 1))
        r = reflect(d, n)
        level = smooth(SHOULDER + 0.15, -0.25, p[:, 2]) * face
        stain = 0.34 + 0.13 * _wrap(self.cast, u * 0.22, v * 0.22)
        stain += 0.05 * _wrap(self.fine, u, v) + 0.06 * _wrap(self.drawn, u, v)
        stain = np.where(face, bilinear(self.dirt, (SIDE - y) * PER_MM, x * PER_MM), stain)
        stain = np.clip(stain, 0, 1).astype(np.float32)
        rough = np.where(face, 0.13 + 0.22 * (1 - level), 0.20 + 0.12 * stain).astype(np.float32)
        occlusion = np.ones(len(p), np.float32)
        mirrored = np.ones(len(p), np.float32)
        for reach in (0.15, 0.35, 0.7, 1.3):
            q = p + n * reach
            there = np.where(q[:, 2] < 0.05, self.top(q[:, 0], q[:, 1]) - q[:, 2], -1)
            occlusion -= 0.22 * np.clip(there / reach + 0.15, 0, 1)
            q = p + r * reach + vec(0, 0, 0.02)
            there = np.where(q[:, 2] < 0.05, self.top(q[:, 0], q[:, 1]) - q[:, 2], -1)
            mirrored -= 0.34 * np.clip(there / (0.4 * reach) + 0.3, 0, 1) * face
        nick = np.zeros(len(p), np.float32)
        for z in NICK_AT:
            deep = smooth(0.02, 0.45, p[:, 1]) * (np.abs(p[:, 2] - z) < NICK)
            nick = np.maximum(nick, deep * (p[:, 1] < NICK))
        occlusion = np.clip(occlusion - 0.5 * nick, 0.12, 1)
        mirrored = np.clip(mirrored - 0.62 * nick, 0.05, 1)
        f0 = METAL * (1.0 - 0.5 * stain)[:, None]
        f0 = f0 * np.where(face, 0.42 + 0.66 * level, 1.0)[:, None]
        shine = STUDIO.light(r, rough)
        below, down = table(p, r)
        shine = shine * (1 - down)[:, None] + below * (1.15 * down)[:, None]
        around = STUDIO.light(n, np.full(len(n), 0.95, np.float32))
        mirror = fresnel(f0, -(d * n).sum(-1))
        out = mirror * (shine * 0.78 + around * 0.12) * mirrored[:, None]
        out += f0 * around * 0.26 * occlusion[:, None]
        return out.astype(np.float32)


def _top(s: Sort, x: F32, y: F32) -> F32:
    return bilinear(s.height, (SIDE - y) * PER_MM - 0.5, x * PER_MM - 0.5)


def _cut(a: F32, b: F32, k: float) -> F32:
    """a without b, with an eased edge."""
    h = np.clip(k - np.abs(a + b), 0, None) / k
    return np.maximum(a, -b) + h * h * k / 4


def _wrap(a: F32, u: F32, v: F32) -> F32:
    h, w = a.shape
    return bilinear(a, np.mod(v, h - 1), np.mod(u, w - 1))


def _slope(a: F32, u: F32, v: F32) -> F32:
    return np.stack(
        [_wrap(a, u + 1, v) - _wrap(a, u - 1, v), _wrap(a, u, v + 1) - _wrap(a, u, v - 1)], -1
    )


def render(fonts: Path, width: int, height: int, samples: int, seed: int = 42) -> tuple[F32, F32]:
    """Linear light (height, width, 3), not multiplied, and how much of each pixel it covers."""
    piece = Sort(fonts / "NotoSerifSC-Bold.ttf", seed)
    yaw, rise, far = np.radians(28.0), np.radians(40.0), 240.0
    look = vec(SIDE / 2, SIDE / 2, -TALL / 2 - 0.93)
    back = vec(np.sin(yaw) * np.cos(rise), -np.cos(yaw) * np.cos(rise), np.sin(rise))
    eye = (look + back * far).astype(np.float32)
    right = vec(np.cos(yaw), np.sin(yaw), 0)
    up = np.cross(right, -back).astype(np.float32)
    half = 15.35 / far  # of the height
    side = round(samples**0.5)
    light = np.zeros((height, width, 3), np.float32)
    cover = np.zeros((height, width), np.float32)
    band = max(1, 500_000 // width)
    for top in range(0, height, band):
        rows, cols = np.mgrid[top : min(top + band, height), 0:width].reshape(2, -1)
        for k in range(side * side):
            y = (1 - (rows + (k // side + 0.5) / side) / height * 2) * half
            x = ((cols + (k % side + 0.5) / side) / width * 2 - 1) * half * width / height
            d = unit((-back + x[:, None] * right + y[:, None] * up).astype(np.float32))
            t, what = piece.trace(eye, d)
            on = np.nonzero(what)[0]
            seen = piece.shade(eye + d[on] * t[on, None], d[on], what[on])
            np.add.at(light, (rows[on], cols[on]), np.minimum(seen, 5.0))
            np.add.at(cover, (rows[on], cols[on]), 1.0)
    light /= np.maximum(cover, 1)[..., None]
    return light, cover / (side * side)
