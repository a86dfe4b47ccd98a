"""Seeded noise: tileable textures of fractal noise and a hash of whole numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]


def fractal_texture(shape: tuple[int, ...], beta: float, seed: int) -> F32:
    """Tileable noise whose amplitude falls as 1/f**beta; mean 0, deviation 1."""
    rng = np.random.default_rng(seed)
    white = rng.standard_normal(shape).astype(np.float32)
    grids = np.meshgrid(*[np.fft.fftfreq(n) * n for n in shape], indexing="ij")
    radius = np.sqrt(sum(g * g for g in grids))
    radius[(0,) * len(shape)] = 1.0
    spectrum = np.fft.fftn(white) * radius ** (-beta)
    spectrum[(0,) * len(shape)] = 0.0
    out = np.fft.ifftn(spectrum).real.astype(np.float32)
    return ((out - out.mean()) / out.std()).astype(np.float32)


def sample2(texture: F32, u: F32, v: F32) -> F32:
    """Bilinear look-up of a tileable 2-D texture; u and v in texels."""
    h, w = texture.shape
    iu, iv = np.floor(u), np.floor(v)
    fu, fv = (u - iu).astype(np.float32), (v - iv).astype(np.float32)
    x0, y0 = iu.astype(np.int64) % w, iv.astype(np.int64) % h
    x1, y1 = (x0 + 1) % w, (y0 + 1) % h
    top = texture[y0, x0] * (1 - fu) + texture[y0, x1] * fu
    low = texture[y1, x0] * (1 - fu) + texture[y1, x1] * fu
    return (top * (1 - fv) + low * fv).astype(np.float32)


def sample3(texture: F32, p: F32) -> F32:
    """Trilinear look-up of a tileable cube (side a power of two); p (n, 3) in texels."""
    n = texture.shape[0]
    mask = n - 1
    cell = np.floor(p)
    f = (p - cell).astype(np.float32)
    i = cell.astype(np.int64)
    a, b, c = i[:, 0] & mask, i[:, 1] & mask, i[:, 2] & mask
    a1, b1, c1 = (a + 1) & mask, (b + 1) & mask, (c + 1) & mask
    flat = texture.reshape(-1)
    fx, fy, fz = f[:, 0], f[:, 1], f[:, 2]
    out = np.zeros(len(p), np.float32)
    for ia, wa in ((a, 1 - fx), (a1, fx)):
        for ib, wb in ((b, 1 - fy), (b1, fy)):
            base = (ia * n + ib) * n
            out += wa * wb * (flat[base + c] * (1 - fz) + flat[base + c1] * fz)
    return out


def hash01(*keys: NDArray[np.generic] | int) -> F32:
    """A uniform number in [0, 1) for each tuple of whole numbers."""
    h = np.uint32(0x9E3779B9)
    acc = np.zeros(np.broadcast_shapes(*[np.shape(k) for k in keys]), np.uint32) + h
    for k in keys:
        kk = np.asarray(k).astype(np.int64).astype(np.uint32)
        acc = (acc ^ kk) * np.uint32(0x85EBCA6B)
        acc ^= acc >> np.uint32(13)
        acc *= np.uint32(0xC2B2AE35)
        acc ^= acc >> np.uint32(16)
    return (acc >> np.uint32(8)).astype(np.float32) / np.float32(1 << 24)


def smooth(lo: float, hi: float, x: F32) -> F32:
    """The usual smooth step between lo and hi."""
    t = np.clip((x - lo) / (hi - lo), 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)
