"""From linear light to a picture: lens, exposure, tone curve, grain."""

from __future__ import annotations

import numpy as np

from park.noise import F32


def blur(a: F32, sigma: float) -> F32:
    """Gaussian blur of (h, w, c) by separable sums; edges repeat."""
    r = max(1, int(np.ceil(sigma * 2.6)))
    k = np.exp(-(np.arange(-r, r + 1) ** 2) / (2 * sigma * sigma))
    k = (k / k.sum()).astype(np.float32)
    for axis in (0, 1):
        pad = [(0, 0)] * a.ndim
        pad[axis] = (r, r)
        q = np.pad(a, pad, mode="edge")
        size = a.shape[axis]
        a = sum(
            w * q[tuple(slice(i, i + size) if ax == axis else slice(None) for ax in range(a.ndim))]
            for i, w in enumerate(k)
        )
    return np.asarray(a, np.float32)


def develop(light: F32, seed: int, exposure: float) -> F32:
    """Linear light (h, w, 3) to sRGB values 0..1."""
    h, w, _ = light.shape
    scale = w / 2000
    glow = blur(np.minimum(light, 6), 9 * scale)
    x = light * 0.94 + glow * 0.06
    x = blur(x, max(0.42, 0.55 * scale))
    yy, xx = np.meshgrid(np.linspace(-1, 1, h), np.linspace(-1, 1, w), indexing="ij")
    r2 = xx * xx + (yy * h / w) ** 2
    x = x * (1 - 0.20 * r2 / 1.3)[..., None] * exposure
    # Filmic shoulder, then the print's contrast.
    x = np.maximum(x, 0)
    a, b, c, d, e = 2.51, 0.03, 2.43, 0.59, 0.14
    y = np.clip(x * (a * x + b) / (x * (c * x + d) + e), 0, 1)
    grey = (y @ np.array([0.2126, 0.7152, 0.0722], np.float32))[..., None]
    y = grey + (y - grey) * 0.92
    out = np.where(
        y <= 0.0031308, y * 12.92, 1.055 * np.power(np.maximum(y, 1e-6), 1 / 2.4) - 0.055
    )
    out = out + 0.55 * (out - blur(out.astype(np.float32), max(0.8, 1.1 * scale)))
    rng = np.random.default_rng(seed)
    grain = blur(rng.standard_normal((h, w, 1)).astype(np.float32), 0.55)
    fine = rng.standard_normal((h, w, 3)).astype(np.float32) * 0.003
    lum = out.mean(-1, keepdims=True)
    out = out + (grain * 0.013 + fine) * (0.5 + 1.6 * lum * (1 - lum))
    return np.clip(out, 0, 1).astype(np.float32)
