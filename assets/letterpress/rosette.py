"""A four-colour halftone under the macro lens: part of a portrait, an eye, in newspaper dots."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from letterpress.ink import ANGLES, cells, halftone, printed
from letterpress.studio import F32, gauss, lens_blur, noise, smooth, vec

OUT_OF_REGISTER = {"c": (3.0, -2.0), "m": (-2.5, 1.5), "y": (1.0, 3.0), "k": (0.0, 0.0)}


def _mix(a: F32, b: F32, k: F32) -> F32:
    return (a + (b - a) * k[..., None]).astype(np.float32)


def _strokes(size: tuple[int, int], hairs: list[tuple[list[tuple[float, float]], float]]) -> F32:
    """Hairs that taper from root to tip; points in picture units, width in pixels at the root."""
    image = Image.new("L", size, 0)
    pen = ImageDraw.Draw(image)
    for points, width in hairs:
        last = len(points) - 1
        for i in range(last):
            w = max(1, round(width * (1 - i / last)))
            pen.line([points[i], points[i + 1]], fill=255, width=w)
    return np.asarray(image.filter(ImageFilter.GaussianBlur(1.0)), np.float32) / 255


def eye(width: int, height: int, seed: int) -> F32:
    """sRGB values (height, width, 3) of the continuous-tone original."""
    unit = height / 2
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = (xx - width / 2) / unit, -(yy - height / 2) / unit
    x = x + 0.02
    y = y + 0.10
    rng = np.random.default_rng(seed)

    def lids(v: F32) -> tuple[F32, F32]:
        q = np.clip(1 - (np.abs(v) / 1.08) ** 2.0, 0, 1)
        skew = 0.09 * v
        return 0.44 * q**0.80 + skew - 0.04 * (v < 0) * v, -0.28 * q**0.95 + skew

    upper, lower = lids(x)
    soft = 0.012
    opening = smooth(-soft, soft, upper - y) * smooth(-soft, soft, y - lower)
    opening *= smooth(1.10, 1.06, np.abs(x))
    # Skin: warm lamp from the left, a cool one from the right.
    light = np.clip(0.78 - 0.26 * x - 0.10 * np.abs(y - 0.1), 0, 1.1)
    skin = _mix(vec(0.33, 0.13, 0.09), vec(1.00, 0.77, 0.60), light * 0.98)
    cool = smooth(0.35, 1.5, x + 0.30 * y) * 0.80
    skin = _mix(skin, vec(0.25, 0.56, 0.66), cool)
    crease = np.abs(y - (upper + 0.17 + 0.03 * x))
    fold = np.exp(-((crease / 0.035) ** 2)) * smooth(1.25, 0.8, np.abs(x))
    lid = smooth(0.20, 0.0, y - upper) * (y > upper) * smooth(1.3, 0.9, np.abs(x))
    skin = _mix(skin, vec(0.20, 0.07, 0.06), 0.62 * fold)
    skin = skin * (1 + 0.12 * lid * np.sin(np.clip((y - upper) / 0.17, 0, 1) * np.pi))[..., None]
    hollow = np.exp(-(((y - upper - 0.33) / 0.16) ** 2)) * smooth(0.5, -0.9, x)
    skin = _mix(skin, vec(0.36, 0.14, 0.12), 0.50 * hollow)
    bag = np.exp(-(((y - lower + 0.20) / 0.05) ** 2)) * smooth(1.1, 0.5, np.abs(x))
    skin = _mix(skin, vec(0.42, 0.17, 0.15), 0.38 * bag)
    rim = np.exp(-(((y - lower + 0.028) / 0.026) ** 2)) * smooth(1.1, 0.95, np.abs(x))
    skin = _mix(skin, vec(0.95, 0.62, 0.55), 0.55 * rim)
    nose = smooth(-1.0, -1.55, x - 0.25 * y)
    skin = _mix(skin, vec(0.50, 0.22, 0.15), 0.6 * nose)
    pores = gauss(rng.standard_normal((height, width)).astype(np.float32), height / 330)
    skin = skin * (1 + 0.022 * pores / pores.std())[..., None]
    # The ball: white shaded by its roundness and the upper lid.
    round_ = np.clip(1 - 0.42 * np.abs(x / 1.0) ** 2.2, 0, 1)
    ball = _mix(vec(0.62, 0.42, 0.40), vec(0.97, 0.96, 0.95), round_)
    ball = _mix(ball, vec(0.55, 0.74, 0.82), smooth(0.35, 1.0, x) * 0.5)
    corner = np.exp(-(((x + 0.98) / 0.11) ** 2 + ((y + 0.06) / 0.10) ** 2))
    ball = _mix(ball, vec(0.86, 0.42, 0.38), 0.9 * corner)
    cx, cy, big, small = 0.0, 0.10, 0.435, 0.165
    dx, dy = x - cx, y - cy
    r, a = np.hypot(dx, dy), np.arctan2(dy, dx)
    fibre = noise((256, 1024), 0.75, seed + 3, stretch=0.25)
    rows = np.clip(r / big * 60, 0, 255).astype(np.int32)
    cols = ((a / (2 * np.pi) + 0.5) * 1023).astype(np.int32)
    ray = gauss(fibre[rows, cols], height / 500)
    depth = np.clip((r - small) / (big - small), 0, 1)
    iris = _mix(vec(0.78, 0.44, 0.10), vec(0.33, 0.17, 0.06), smooth(0.05, 0.75, depth))
    iris = _mix(iris, vec(0.20, 0.34, 0.30), smooth(0.5, 1.0, depth) * smooth(-0.1, 0.4, dx))
    iris = iris * np.clip(1 + 0.34 * ray, 0.45, 1.9)[..., None]
    lit = np.exp(-(((dx - 0.20) / 0.17) ** 2 + ((dy + 0.22) / 0.15) ** 2))
    iris = iris * (1 + 0.9 * lit)[..., None]
    iris = _mix(iris, vec(0.07, 0.035, 0.02), smooth(0.84, 1.0, depth) * 0.92)
    iris = _mix(iris, vec(0.015, 0.012, 0.012), smooth(small + 0.012, small - 0.012, r))
    ball = _mix(ball, iris, smooth(big + 0.014, big - 0.014, r))
    ball = ball * (1 - 0.68 * smooth(0.20, 0.0, upper - y))[..., None]
    pane = smooth(
        0.105, 0.085, np.maximum(np.abs(dx + 0.155 + 0.1 * dy), np.abs(dy - 0.150) * 0.85)
    )
    pane *= 1 - 0.9 * smooth(0.016, 0.006, np.abs(dx + 0.155 + 0.1 * dy))
    ball = _mix(ball, vec(1.0, 1.0, 1.0), pane)
    ball = _mix(
        ball,
        vec(0.9, 0.97, 1.0),
        0.8 * np.exp(-(((dx - 0.2) / 0.035) ** 2 + ((dy + 0.17) / 0.03) ** 2)),
    )
    water = np.exp(-(((y - lower - 0.02) / 0.016) ** 2)) * smooth(1.0, 0.8, np.abs(x))
    ball = _mix(ball, vec(1.0, 0.93, 0.90), 0.6 * water)
    out = _mix(skin, ball, opening)
    liner = np.exp(-(((y - upper - 0.008) / 0.030) ** 2)) * smooth(1.12, 1.0, np.abs(x))
    out = _mix(out, vec(0.05, 0.025, 0.02), 0.95 * liner)

    def px(u: float, v: float) -> tuple[float, float]:
        return ((u - 0.02) * unit + width / 2, height / 2 - (v - 0.10) * unit)

    hairs = []
    for u in np.sort(rng.uniform(-0.92, 1.07, 120)):
        top = float(lids(np.array([u], np.float32))[0][0])
        lean = 0.10 + 0.42 * (u + 0.2)
        long = rng.uniform(0.20, 0.34) * (0.72 + 0.28 * (u + 1) / 2)
        bow = [
            px(u + lean * long * t * 1.5, top - 0.03 * np.sin(t * 2.6) + long * t**1.5)
            for t in np.linspace(0, 1, 14)
        ]
        hairs.append((bow, rng.uniform(0.017, 0.026) * unit))
    for u in rng.uniform(-0.75, 1.0, 62):
        low = float(lids(np.array([u], np.float32))[1][0]) - 0.03
        long = rng.uniform(0.07, 0.15)
        bow = [
            px(u + (0.05 + 0.45 * u) * long * t, low - long * t**1.2) for t in np.linspace(0, 1, 8)
        ]
        hairs.append((bow, rng.uniform(0.007, 0.012) * unit))
    for _ in range(900):
        u = rng.uniform(-1.35, 1.45)
        k = (u + 1.35) / 2.8
        thick = 0.15 * np.sin(np.pi * min(1, k * 1.08 + 0.16)) ** 0.8
        v = 0.80 + 0.24 * np.sin(np.pi * (0.22 + 0.62 * k)) - 0.10 + rng.uniform(-1, 1) * thick
        a0 = 1.15 - 1.25 * k + rng.normal(0, 0.16)
        long = rng.uniform(0.14, 0.26)
        bow = [
            px(u + np.cos(a0 - 0.5 * t) * long * t, v + np.sin(a0 - 0.5 * t) * long * t)
            for t in np.linspace(0, 1, 7)
        ]
        hairs.append((bow, rng.uniform(0.006, 0.014) * unit))
    out = _mix(out, vec(0.055, 0.032, 0.028), 0.93 * _strokes((width, height), hairs))
    return np.clip(out, 0, 1).astype(np.float32)


def separate(rgb: F32) -> dict[str, F32]:
    """Plain separation with a skeleton black, so that three colours carry the picture."""
    c, m, y = (1 - rgb[..., i] for i in range(3))
    grey = np.minimum(np.minimum(c, m), y)
    k = np.clip((grey - 0.30) / 0.70, 0, 1) ** 1.35
    take = 0.50 * k
    return {
        "c": np.clip(c * 1.02 - take, 0, 1),
        "m": np.clip(m * 0.98 - take, 0, 1),
        "y": np.clip(y * 0.98 - take, 0, 1),
        "k": k * 0.96,
    }


def render(width: int, height: int, seed: int = 15754500) -> F32:
    """Linear light of the macro photograph, (height, width, 3)."""
    scale = width / 2400
    period = 37.0 * scale
    tone = separate(eye(width, height, seed))
    wobble = noise((1024, 1024), 0.8, seed + 7)
    wide = np.tile(wobble, (height // 1024 + 1, width // 1024 + 1))[:height, :width]
    inks = {}
    for name, plate in tone.items():
        shift = OUT_OF_REGISTER[name]
        at = (shift[0] * scale + 400, shift[1] * scale + 300)
        smoothed = gauss(plate, period * 0.22)
        rough = np.roll(wide, (137 * ord(name), 71 * ord(name)), (0, 1)) * 0.034
        inks[name] = halftone(
            smoothed, cells(width, height, period, ANGLES[name], at), rough, 0.095
        )
    light = printed(inks, 1.35 * scale, seed + 30)
    yy, xx = np.mgrid[0:height, 0:width].astype(np.float32)
    away = np.hypot((xx / width - 0.5) * 1.5, yy / height - 0.52)
    blur = scale * (1.1 + 7.0 * smooth(0.42, 0.98, away))
    light *= (1.05 - 0.22 * (xx / width - 0.3) ** 2)[..., None]
    return lens_blur(light, blur, tuple(s * scale for s in (0.0, 1.5, 3.0, 5.0, 8.0)))
