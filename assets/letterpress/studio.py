"""The photographer's side: lamps and their reflections, lens blur, tone curve, grain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]


def unit(v: F32) -> F32:
    """Vectors (..., 3) scaled to length 1."""
    return (v / np.maximum(np.sqrt((v * v).sum(-1, keepdims=True)), 1e-9)).astype(np.float32)


def vec(*xyz: float) -> F32:
    return np.array(xyz, np.float32)


def smooth(lo: float | F32, hi: float | F32, x: F32) -> F32:
    """The usual smooth step between lo and hi."""
    t = np.clip((x - lo) / (hi - lo), 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)


def gauss(a: F32, sigma: float) -> F32:
    """Gaussian blur of (h, w) through the frequency domain; edges are mirrored."""
    pad = int(np.ceil(sigma * 3)) + 1
    q = np.pad(a, pad, mode="symmetric")
    fy = np.fft.fftfreq(q.shape[0])[:, None]
    fx = np.fft.rfftfreq(q.shape[1])[None]
    gain = np.exp(-2 * (np.pi * sigma) ** 2 * (fx * fx + fy * fy)).astype(np.float32)
    out = np.fft.irfft2(np.fft.rfft2(q) * gain, q.shape)
    return out[pad:-pad, pad:-pad].astype(np.float32)


def bilinear(a: F32, r: F32, c: F32) -> F32:
    """The value between the four nearest of (h, w) or (h, w, 3); beyond the edge, the edge."""
    h, w = a.shape[:2]
    r, c = np.clip(r, 0, h - 1.001), np.clip(c, 0, w - 1.001)
    r0, c0 = r.astype(np.int32), c.astype(np.int32)
    fr, fc = (r - r0).astype(np.float32), (c - c0).astype(np.float32)
    if a.ndim == 3:
        fr, fc = fr[:, None], fc[:, None]
    flat, i = a.reshape(h * w, *a.shape[2:]), r0 * w + c0
    return (flat[i] * (1 - fc) + flat[i + 1] * fc) * (1 - fr) + (
        flat[i + w] * (1 - fc) + flat[i + w + 1] * fc
    ) * fr


def noise(shape: tuple[int, int], beta: float, seed: int, stretch: float = 1.0) -> F32:
    """Tileable noise falling as 1/f**beta, mean 0, deviation 1; `stretch` draws it out in x."""
    white = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    fy = np.fft.fftfreq(shape[0])[:, None] * shape[0]
    fx = np.fft.rfftfreq(shape[1])[None] * shape[1] * stretch
    radius = np.maximum(np.hypot(fx, fy), 1.0)
    out = np.fft.irfft2(np.fft.rfft2(white) * radius**-beta, shape)
    return ((out - out.mean()) / out.std()).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamp:
    """A soft box far away: where it stands, its half sizes as tangents, its light."""

    toward: tuple[float, float, float]
    wide: float
    high: float
    power: tuple[float, float, float]
    edge: float = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """The lamps, and the dim room between them from floor to ceiling."""

    lamps: tuple[Lamp, ...]
    ceiling: tuple[float, float, float]
    floor: tuple[float, float, float]

    def light(self, r: F32, rough: F32) -> F32:
        """Light from direction r (n, 3) spread over a lobe of width `rough` (n,)."""
        k = smooth(-0.35, 0.9, r[:, 2])[:, None]
        out = vec(*self.floor) * (1 - k) + vec(*self.ceiling) * k
        for lamp in self.lamps:
            c = unit(vec(*lamp.toward))
            u = unit(np.cross(vec(0, 0, 1), c).astype(np.float32))
            v = np.cross(c, u).astype(np.float32)
            ahead = np.maximum(r @ c, 0.05)
            spread = lamp.edge + 0.75 * rough
            a = _box(r @ u / ahead, lamp.wide, spread)
            b = _box(r @ v / ahead, lamp.high, spread)
            f = a * b * smooth(0.0, 0.3, r @ c)
            out = out + f[:, None] * vec(*lamp.power)
        return out.astype(np.float32)


def _box(a: F32, half: float, spread: F32) -> F32:
    """A slit of half width `half` seen through a blur: energy is kept as it spreads."""
    return 0.5 * (np.tanh((half - a) / spread) + np.tanh((half + a) / spread))


def reflect(d: F32, n: F32) -> F32:
    return (d - 2 * (d * n).sum(-1, keepdims=True) * n).astype(np.float32)


def fresnel(f0: F32, cos: F32) -> F32:
    return f0 + (1 - f0) * ((1 - np.clip(cos, 0, 1)) ** 5)[:, None]


def lens_blur(light: F32, radius: F32, steps: tuple[float, ...]) -> F32:
    """Blurs (h, w, 3) by discs of a radius given a pixel, between a few blurs of the whole."""
    h, w, _ = light.shape
    pad = int(max(steps)) + 2
    q = np.pad(light, ((pad, pad), (pad, pad), (0, 0)), mode="symmetric")
    size = q.shape[:2]
    waves = [np.fft.rfft2(q[..., c]) for c in range(3)]
    yy = np.fft.fftfreq(size[0])[:, None] * size[0]
    xx = np.fft.fftfreq(size[1])[None] * size[1]
    away = np.hypot(yy, xx)
    out = np.zeros_like(light)
    below = 0.0
    for i, r in enumerate(steps):
        disc = np.clip(r + 0.5 - away, 0, 1)
        kernel = np.fft.rfft2(disc / disc.sum())
        above = steps[i + 1] if i + 1 < len(steps) else np.inf
        rise = np.clip((radius - below) / max(r - below, 1e-6), 0, 1) if i else 1.0
        fall = np.clip((above - radius) / (above - r), 0, 1) if np.isfinite(above) else 1.0
        weight = np.minimum(rise, fall).astype(np.float32)
        for c in range(3):
            image = np.fft.irfft2(waves[c] * kernel, size)[pad : pad + h, pad : pad + w]
            out[..., c] += weight * image.astype(np.float32)
        below = r
    return out


def develop(
    light: F32,
    *,
    exposure: float,
    seed: int,
    grain: float = 0.012,
    vignette: float = 0.22,
    sharpen: float = 0.5,
) -> F32:
    """Linear light (h, w, 3) to sRGB 0..1: glare, vignette, filmic curve, sharpening, grain."""
    h, w, _ = light.shape
    scale = max(h, w) / 2400
    glare = np.stack([gauss(np.minimum(light[..., c], 8), 22 * scale) for c in range(3)], -1)
    x = light * 0.95 + glare * 0.05
    yy, xx = np.meshgrid(np.linspace(-1, 1, h), np.linspace(-1, 1, w), indexing="ij")
    x = x * (exposure * (1 - vignette * (xx * xx + yy * yy) / 2))[..., None]
    a, b, c, d, e = 2.51, 0.03, 2.43, 0.59, 0.14
    y = np.clip(x * (a * x + b) / (x * (c * x + d) + e), 0, 1)
    out = encode(y.astype(np.float32))
    for c3 in range(3):
        out[..., c3] += sharpen * (out[..., c3] - gauss(out[..., c3], 1.0 * scale + 0.4))
    silver = gauss(np.random.default_rng(seed).standard_normal((h, w)).astype(np.float32), 0.6)
    tone = out.mean(-1)
    out += (silver / silver.std() * grain * (0.45 + 2.0 * tone * (1 - tone)))[..., None]
    return np.clip(out, 0, 1).astype(np.float32)


def encode(y: F32) -> F32:
    """Linear light 0..1 to the sRGB curve."""
    curve = 1.055 * np.power(np.maximum(y, 1e-6), 1 / 2.4) - 0.055
    return np.where(y <= 0.0031308, y * 12.92, curve).astype(np.float32)
