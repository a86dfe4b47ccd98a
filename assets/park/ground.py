"""The ground: which surface lies where, and its colour."""

from __future__ import annotations

import numpy as np

from park.camera import camera_axes
from park.noise import F32, fractal_texture, hash01, sample2, smooth

LAWN, PATH, PLAZA, WALK, KERB, ROAD, WATER, BANK, BED = range(9)
DRUM = (78.0, 157.0)
ROAD_X = (20.0, 32.0)  # the boulevard runs along y between these
AVENUE_Y = (196.0, 209.0)  # the cross avenue runs along x between these


class Ground:
    """Textures of the ground; every method takes world x, y (n,) in metres."""

    def __init__(self) -> None:
        self.big = fractal_texture((1024, 1024), 1.2, 11)
        self.mid = fractal_texture((1024, 1024), 0.8, 12)
        self.fine = fractal_texture((1024, 1024), 0.25, 13)
        self.shore = fractal_texture((512, 512), 2.2, 14)

    def kind(self, x: F32, y: F32) -> np.ndarray:
        """The surface's number, the later test winning over the earlier."""
        _a, b = camera_axes(x, y)
        k = np.full(x.shape, LAWN, np.int8)
        far = b > 700
        bed = sample2(self.big, x * 5 + 300, y * 5) > 1.35
        k[bed & ~far] = BED
        # A walk that winds over the lawn from the plaza to the pond and on to the boulevard.
        centre = 104 + 9 * np.sin(x / 17.0) + 0.15 * (x - 60)
        k[(np.abs(y - centre) < 1.5) & (x > 32) & (x < 190)] = PATH
        k[(np.abs(x - 60 - 7 * np.sin(y / 21.0)) < 1.4) & (y > 40) & (y < 150)] = PATH
        r = np.hypot(x - DRUM[0], y - DRUM[1])
        k[r < 33] = PLAZA
        k[(np.abs(x - DRUM[0]) < 9) & (y > DRUM[1]) & (y < 240)] = PLAZA
        k[(y > 214) & (y < 262) & (x > 28) & (x < 140)] = PLAZA
        k[(y > 216) & (y < 262) & (x > 160) & (x < 250)] = PLAZA
        k[(x > 100) & (x < 172) & (y > 113) & (y < 144)] = PLAZA
        walk = ((x > ROAD_X[0] - 5) & (x < ROAD_X[1] + 5)) | (
            (y > AVENUE_Y[0] - 5) & (y < AVENUE_Y[1] + 5)
        )
        strip = ((x > ROAD_X[0] - 2.2) & (x < ROAD_X[1] + 2.2)) | (
            (y > AVENUE_Y[0] - 2.2) & (y < AVENUE_Y[1] + 2.2)
        )
        k[walk & ~far] = WALK
        k[strip & ~far & (k == WALK)] = LAWN
        kerb = ((x > ROAD_X[0] - 0.3) & (x < ROAD_X[1] + 0.3)) | (
            (y > AVENUE_Y[0] - 0.3) & (y < AVENUE_Y[1] + 0.3)
        )
        k[kerb & ~far] = KERB
        road = ((x > ROAD_X[0]) & (x < ROAD_X[1])) | ((y > AVENUE_Y[0]) & (y < AVENUE_Y[1]))
        k[road & ~far] = ROAD
        pond = self.pond(x, y)
        k[pond < 1.055] = BANK
        k[pond < 1.0] = WATER
        return k

    def pond(self, x: F32, y: F32) -> F32:
        """Below 1 in the pond."""
        a, b = camera_axes(x, y)
        wander = sample2(self.shore, x * 3.2, y * 3.2) + 0.03 * sample2(self.mid, x * 4, y * 4)
        return np.asarray(
            ((a - 29) / 31) ** 2 + ((b - 116) / 11.5) ** 2 + 0.22 * wander, np.float32
        )

    def colour(self, x: F32, y: F32, k: np.ndarray, dist: F32) -> F32:
        """Linear albedo (n, 3). dist thins out detail too fine for the picture."""
        near = np.clip(1.4 - dist / 400, 0.15, 1)
        big = sample2(self.big, x * 1.3, y * 1.3)
        mid = sample2(self.mid, x * 9, y * 9)
        fine = sample2(self.fine, x * 23, y * 23) * near
        out = np.empty((len(x), 3), np.float32)
        dry = np.clip(0.32 + 0.22 * big + 0.12 * mid, 0, 1)[:, None]
        lawn = np.array([0.060, 0.088, 0.022]) * (1 - dry) + np.array([0.125, 0.128, 0.048]) * dry
        stripe = np.sign(np.sin((x * 0.8 + y * 0.6) * 2.2)) * 0.05
        lawn = lawn * (1 + 0.13 * mid + 0.20 * fine + stripe)[:, None]
        _a, b = camera_axes(x, y)
        wild = np.clip((b - 430) / 200, 0, 1)[:, None]
        town = np.array([0.17, 0.165, 0.145]) * (1 + 0.3 * mid)[:, None]
        scrub = np.array([0.055, 0.075, 0.03]) * (1 + 0.3 * mid)[:, None]
        patch = smooth(0.1, 0.5, sample2(self.big, x * 0.6 + 99, y * 0.6))[:, None]
        lawn = lawn * (1 - wild) + wild * (scrub * (1 - patch) + town * patch)
        out[:] = lawn
        stone = (1 + 0.07 * mid + 0.07 * fine + 0.08 * big)[:, None]

        def paved(size: float, base: tuple[float, float, float], dark: float) -> F32:
            i, j = np.floor(x / size), np.floor(y / size)
            gap = (np.abs(x / size - i - 0.5) > 0.5 - 0.02 / size) | (
                np.abs(y / size - j - 0.5) > 0.5 - 0.02 / size
            )
            tone = 1 + (hash01(i, j, 3) - 0.5) * 0.16 - dark * gap * near
            return (np.asarray(base) * stone * tone[:, None]).astype(np.float32)

        band = (np.abs((x % 8.4) - 4.2) > 3.9) | (np.abs((y % 8.4) - 4.2) > 3.9)
        plaza = paved(1.2, (0.36, 0.34, 0.305), 0.35) * np.where(band, 0.62, 1.0)[:, None]
        rings = np.abs((np.hypot(x - DRUM[0], y - DRUM[1]) % 5) - 2.5) > 2.2
        plaza = (
            plaza * np.where(rings & (np.hypot(x - DRUM[0], y - DRUM[1]) < 33), 0.72, 1)[:, None]
        )
        m = k == PLAZA
        out[m] = plaza[m]
        m = k == PATH
        out[m] = (np.array([0.33, 0.29, 0.235]) * stone)[m]
        m = k == WALK
        out[m] = paved(0.8, (0.29, 0.255, 0.225), 0.3)[m]
        m = k == BANK
        out[m] = (np.array([0.17, 0.16, 0.135]) * stone * (1 + 0.5 * mid)[:, None])[m]
        m = k == KERB
        out[m] = (np.array([0.36, 0.35, 0.33]) * stone * (1 + 0.3 * fine)[:, None])[m]
        m = k == BED
        out[m] = (np.array([0.085, 0.06, 0.038]) * (1 + 0.3 * mid + 0.3 * fine)[:, None])[m]
        m = k == WATER
        out[m] = (0.020, 0.030, 0.022)
        m = k == ROAD
        out[m] = self._asphalt(x[m], y[m], big[m], mid[m], fine[m])
        return np.clip(out, 0.008, 0.8)

    def _asphalt(self, x: F32, y: F32, big: F32, mid: F32, fine: F32) -> F32:
        along_y = ((x > ROAD_X[0]) & (x < ROAD_X[1])).astype(bool)
        cross = along_y & (y > AVENUE_Y[0]) & (y < AVENUE_Y[1])
        w = np.where(along_y, x - ROAD_X[0], y - AVENUE_Y[0])
        s = np.where(along_y, y, x)
        width = np.where(along_y, ROAD_X[1] - ROAD_X[0], AVENUE_Y[1] - AVENUE_Y[0])
        lane = (w % 3.5) - 1.75
        wear = 0.16 * np.exp(-((np.abs(lane) - 0.8) ** 2) / 0.08)
        oil = -0.14 * np.exp(-(lane**2) / 0.1)
        tone = 0.105 * (1 + 0.10 * big + 0.07 * mid + 0.10 * fine + wear + oil)
        patch = hash01(np.floor(s / 9), np.floor(w / 3.5), 21) < 0.07
        tone = np.where(patch, tone * 0.7, tone)
        seam = np.abs(s % 21.0) < 0.06
        tone = np.where(seam, tone * 0.5, tone)
        out = np.repeat(tone[:, None], 3, 1) * np.array([1.0, 1.0, 0.985])
        middle = np.abs(np.abs(w - width / 2) - 0.16) < 0.075
        dashes = (np.abs(np.abs(w - width / 2) - width / 4) < 0.08) & ((s % 10) < 4)
        edge = (w < 0.45) & (w > 0.3) | (w > width - 0.45) & (w < width - 0.3)
        worn = (0.75 + 0.2 * mid)[:, None]
        out = np.where((middle & ~cross)[:, None], np.array([0.42, 0.30, 0.07]) * worn, out)
        out = np.where(((dashes | edge) & ~cross)[:, None], np.array([0.5, 0.5, 0.48]) * worn, out)
        to_cross = np.where(along_y, AVENUE_Y[0] - y, np.minimum(np.abs(x - ROAD_X[0]), 99))
        zebra = (to_cross > 1.5) & (to_cross < 5.0) & ((w % 1.0) < 0.5) & ~cross
        out = np.where(zebra[:, None], np.array([0.5, 0.5, 0.48]) * worn, out)
        return np.asarray(out, np.float32)
