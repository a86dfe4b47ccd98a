"""Depth maps seen from the sun and from parts of the sky: shadow, and soft ambient light."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from park.noise import F32
from park.solids import FAR, Solid, cast, corners
from park.splats import Splats


@dataclass(frozen=True, slots=True, kw_only=True)
class DepthMap:
    """Height along `toward` (m) of the topmost thing, on a square grid of the map's plane."""

    toward: F32
    side: F32
    up: F32
    origin: tuple[float, float]
    cell: float
    height: F32

    def shade(self, p: F32, slack: float, soft: float, du: float = 0, dv: float = 0) -> F32:
        """1 where open, 0 where hidden; soft > 0 lets light through that many metres of leaf."""
        n = self.height.shape[0]
        i = np.floor((p @ self.side + du - self.origin[0]) / self.cell).astype(np.int64)
        j = np.floor((p @ self.up + dv - self.origin[1]) / self.cell).astype(np.int64)
        inside = (i >= 0) & (i < n) & (j >= 0) & (j < n)
        h = self.height[np.clip(j, 0, n - 1), np.clip(i, 0, n - 1)]
        over = np.where(inside, h - (p @ self.toward) - slack, -1.0)
        if soft <= 0:
            return (over <= 0).astype(np.float32)
        return np.exp(-np.maximum(over, 0) / soft).astype(np.float32)


def _frame(toward: F32) -> tuple[F32, F32]:
    helper = np.array([0, 0, 1.0]) if abs(toward[2]) < 0.95 else np.array([1.0, 0, 0])
    side = np.cross(helper, toward)
    side /= np.linalg.norm(side)
    return side.astype(np.float32), np.cross(toward, side).astype(np.float32)


def depth_map(
    toward: F32, solids: tuple[Solid, ...], splats: Splats, centre: F32, reach: float, n: int
) -> DepthMap:
    """Look at the square of half-side `reach` metres round `centre` from direction `toward`."""
    side, up = _frame(toward)
    cell = 2 * reach / n
    origin = (float(centre @ side) - reach, float(centre @ up) - reach)
    height = np.full((n, n), -FAR, np.float32)
    flat = height.reshape(-1)
    for start in range(0, len(splats), 2_000_000):
        p = splats.place[start : start + 2_000_000]
        r = splats.radius[start : start + 2_000_000]
        i = np.floor((p @ side - origin[0]) / cell).astype(np.int64)
        j = np.floor((p @ up - origin[1]) / cell).astype(np.int64)
        h = p @ toward
        for oi, oj in ((0, 0), (1, 0), (0, 1), (-1, 0), (0, -1)):
            ok = (i + oi >= 0) & (i + oi < n) & (j + oj >= 0) & (j + oj < n)
            if oi or oj:
                ok &= r > cell * 0.8
            np.maximum.at(flat, (j[ok] + oj) * n + i[ok] + oi, h[ok])
    for s in solids:
        c = corners(s)
        ci, cj = (c @ side - origin[0]) / cell, (c @ up - origin[1]) / cell
        i0, i1 = max(0, int(ci.min())), min(n, int(ci.max()) + 2)
        j0, j1 = max(0, int(cj.min())), min(n, int(cj.max()) + 2)
        if i0 >= i1 or j0 >= j1:
            continue
        gi = (np.arange(i0, i1) + 0.5) * cell + origin[0]
        gj = (np.arange(j0, j1) + 0.5) * cell + origin[1]
        o = (
            side * gi[None, :, None] + up * gj[:, None, None] + toward * np.float32(2000.0)
        ).reshape(-1, 3)
        t = cast(s, o.astype(np.float32), np.broadcast_to(-toward, o.shape).astype(np.float32))
        h = np.where(t < FAR, 2000.0 - t, -FAR).reshape(j1 - j0, i1 - i0)
        block = height[j0:j1, i0:i1]
        np.maximum(block, h, out=block)
    return DepthMap(toward=toward, side=side, up=up, origin=origin, cell=cell, height=height)


def sky_directions(count: int) -> F32:
    """Directions spread over the upper half by the cosine law, low ones kept above 12 degrees."""
    k = np.arange(count) + 0.5
    z = np.sqrt(1 - k / count * 0.955)
    az = k * np.pi * (3 - np.sqrt(5))
    r = np.sqrt(1 - z * z)
    return np.stack([r * np.cos(az), r * np.sin(az), z], -1).astype(np.float32)
