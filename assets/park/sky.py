"""Sky: a hazy late-summer gradient, cumulus marched through a noise volume, far hills."""

from __future__ import annotations

import numpy as np

from park.camera import FORWARD, RIGHT, SUN
from park.noise import F32, fractal_texture, sample2, sample3, smooth

SUN_COLOUR = np.array([3.95, 3.38, 2.68], np.float32)
HAZE = np.array([0.74, 0.82, 0.92], np.float32)
BASE, TOP = 1250.0, 2350.0


def clear(d: F32) -> F32:
    """Radiance of the cloudless sky along unit directions (n, 3)."""
    z = np.clip(d[:, 2], 0, 1)
    zen = np.array([0.13, 0.28, 0.60], np.float32)
    mid = np.array([0.33, 0.51, 0.80], np.float32)
    w = np.clip(z, 0, 1)[:, None] ** 0.5
    col = mid * (1 - w) + zen * w
    low = np.exp(-z / 0.060)[:, None]
    col = col * (1 - low) + HAZE * 1.02 * low
    cosg = np.clip(d @ SUN, -1, 1)[:, None]
    glow = 0.35 * np.clip(cosg, 0, 1) ** 8 + 1.2 * np.clip(cosg, 0, 1) ** 120
    return (col + glow * np.array([1.0, 0.92, 0.8])).astype(np.float32)


class Sky:
    """Clouds and hills; `look` gives the whole sky for directions, from a small map or marched."""

    def __init__(self) -> None:
        self.volume = fractal_texture((128, 128, 128), 1.9, 5)
        self.cover = fractal_texture((512, 512), 1.4, 6)
        self.ridge = fractal_texture((8, 4096), 1.15, 8)
        self.grain = fractal_texture((1024, 1024), 0.9, 9)
        self.map_h, self.map_w = 96, 384
        el = (np.arange(self.map_h) + 0.5) / self.map_h
        az = (np.arange(self.map_w) + 0.5) / self.map_w * 2 * np.pi
        z = (el**2)[:, None] + 0 * az
        r = np.sqrt(1 - z * z)
        d = np.stack([r * np.cos(az), r * np.sin(az), z], -1).reshape(-1, 3).astype(np.float32)
        self.map = self.march(d, 40).reshape(self.map_h, self.map_w, 3)

    def density(self, p: F32) -> F32:
        cov = sample2(self.cover, p[:, 0] / 110, p[:, 1] / 110)
        h = (p[:, 2] - BASE) / (TOP - BASE)
        shape = sample3(self.volume, p / 52.0)
        detail = sample3(self.volume, p / 13.0 + 40.0)
        round_off = np.where(h < 0.12, (0.12 - h) * 9, (h - 0.12) * 1.5)
        v = shape * 0.80 + detail * 0.27 + cov * 0.58 - 1.20 - round_off
        return np.clip(v * 1.8, 0, 1).astype(np.float32)

    def march(self, d: F32, steps: int, seed: int = 3) -> F32:
        col = clear(d)
        z = np.maximum(d[:, 2], 0.012)
        t0, t1 = BASE / z, np.minimum(TOP / z, BASE / z + 26000)
        rng = np.random.default_rng(seed)
        jitter = rng.random(len(d)).astype(np.float32)
        trans = np.ones(len(d), np.float32)
        light = np.zeros((len(d), 3), np.float32)
        dt = (t1 - t0) / steps
        cosg = np.clip(d @ SUN, -1, 1)
        phase = 0.75 + 0.5 * np.clip(cosg, 0, 1) ** 4
        for k in range(steps):
            live = np.flatnonzero((trans > 0.02) & (d[:, 2] > 0.008))
            if not len(live):
                break
            t = t0[live] + (k + jitter[live]) * dt[live]
            p = d[live] * t[:, None]
            rho = self.density(p)
            on = rho > 0.005
            idx, p, rho, t = live[on], p[on], rho[on], t[on]
            if not len(idx):
                continue
            s = self.density(p + SUN * 90) * 90 + self.density(p + SUN * 300) * 260
            sun = np.exp(-s * 0.0075)
            sun = 0.55 * sun + 0.45 * np.exp(-s * 0.0018)
            h = np.clip((p[:, 2] - BASE) / (TOP - BASE), 0, 1)
            lum = (sun * phase[idx])[:, None] * np.array([1.03, 0.995, 0.945]) * 1.0
            lum = lum + (0.36 + 0.34 * h)[:, None] * np.array([0.62, 0.72, 0.88])
            a = 1 - np.exp(-rho * np.minimum(dt[idx], 260) * 0.011)
            haze = np.exp(-t / 26000)[:, None]
            lum = lum * haze + HAZE * 1.02 * (1 - haze)
            light[idx] += (trans[idx] * a)[:, None] * lum
            trans[idx] *= 1 - a
        return (col * trans[:, None] + light).astype(np.float32)

    def look(self, d: F32) -> F32:
        """Sky from the small map, for reflections and ambient light."""
        el = np.sqrt(np.clip(d[:, 2], 0, 1)) * self.map_h - 0.5
        az = (np.arctan2(d[:, 1], d[:, 0]) / (2 * np.pi)) % 1.0 * self.map_w - 0.5
        i0 = np.clip(np.floor(el), 0, self.map_h - 2).astype(np.int64)
        f = np.clip(el - i0, 0, 1)[:, None]
        j0 = np.floor(az).astype(np.int64)
        g = (az - j0)[:, None]
        j0, j1 = j0 % self.map_w, (j0 + 1) % self.map_w
        m = self.map
        lo = m[i0, j0] * (1 - g) + m[i0, j1] * g
        hi = m[i0 + 1, j0] * (1 - g) + m[i0 + 1, j1] * g
        return (lo * (1 - f) + hi * f).astype(np.float32)

    def hills(self, d: F32, col: F32) -> F32:
        """Three ridges, each paler, painted over the sky colours col (n, 3)."""
        az = np.arctan2(d @ RIGHT, d @ FORWARD)
        el = d[:, 2] / np.maximum(np.hypot(d[:, 0], d[:, 1]), 1e-4)
        out = col.copy()
        for k, (dist, high, wave) in enumerate(
            ((13000, 520, 700), (8500, 330, 900), (5200, 150, 1300))
        ):
            row = np.full_like(az, 2.0 * k)
            u = az * wave + 1000 * k
            ridge = (
                0.55
                + 0.33 * sample2(self.ridge, u * 0.22, row)
                + 0.02 * sample2(self.ridge, u * 6, row + 1)
            )
            ridge = (np.clip(ridge, 0.05, 2) * high / dist).astype(np.float32)
            edge = 0.0006
            w = smooth(-edge, edge, (ridge - el).astype(np.float32))[:, None]
            relief = sample2(self.grain, az * 900 + k * 333, el * 2600)
            base = np.array([0.060, 0.078, 0.040]) * (1.5 + 0.55 * relief)[:, None]
            haze = np.exp(-dist / 8200.0)
            haze = haze * (0.6 + 0.4 * np.clip(el / np.maximum(ridge, 1e-4), 0, 1))[:, None]
            paint = base * haze * 1.6 + HAZE * 0.96 * (1 - haze)
            out = out * (1 - w) + paint * w
        return out.astype(np.float32)
