"""Boxes and upright drums: the ray casts that pictures, shadows and reflections share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from park.camera import Camera
from park.noise import F32

FAR = np.float32(1e9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solid:
    """A box, or an upright elliptic drum inscribed in it. skin names a facade; metres."""

    lo: tuple[float, float, float]
    hi: tuple[float, float, float]
    skin: str
    drum: bool = False
    seed: int = 0


def cast(solid: Solid, o: F32, d: F32) -> F32:
    """Distance along unit rays (n, 3) from o (n, 3) or (3,) to the solid; FAR where missed."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        inv = 1.0 / d
        lo, hi = np.asarray(solid.lo, np.float32), np.asarray(solid.hi, np.float32)
        if not solid.drum:
            t0, t1 = (lo - o) * inv, (hi - o) * inv
            near = np.minimum(t0, t1).max(-1)
            far = np.maximum(t0, t1).min(-1)
            return np.where((near <= far) & (near > 1e-3), near, FAR).astype(np.float32)
        c, r = (lo + hi) / 2, (hi - lo) / 2
        q = (o - c)[..., :2] / r[:2]
        e = d[..., :2] / r[:2]
        aa = (e * e).sum(-1)
        bb = (q * e).sum(-1)
        cc = (q * q).sum(-1) - 1
        disc = bb * bb - aa * cc
        root = np.sqrt(np.maximum(disc, 0))
        ts = (-bb - root) / aa
        te = (-bb + root) / aa
        z0 = (lo[2] - o[..., 2]) * inv[..., 2]
        z1 = (hi[2] - o[..., 2]) * inv[..., 2]
        near = np.maximum(ts, np.minimum(z0, z1))
        far = np.minimum(te, np.maximum(z0, z1))
        ok = (disc > 0) & (near <= far) & (near > 1e-3)
        return np.where(ok, near, FAR).astype(np.float32)


def normal_at(solid: Solid, p: F32) -> F32:
    """Outward normals at points (n, 3) on the solid."""
    lo, hi = np.asarray(solid.lo, np.float32), np.asarray(solid.hi, np.float32)
    c, r = (lo + hi) / 2, (hi - lo) / 2
    if solid.drum:
        q = (p - c) / r
        top = q[:, 2] > 0.9999
        n = np.concatenate([q[:, :2] / r[:2], np.zeros((len(p), 1), np.float32)], 1)
        n /= np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-6)
        n[top] = (0, 0, 1)
        return n.astype(np.float32)
    gap = r - np.abs(p - c)
    axis = gap.argmin(1)
    n = np.zeros_like(p)
    rows = np.arange(len(p))
    n[rows, axis] = np.sign((p - c)[rows, axis])
    return n


def corners(solid: Solid) -> F32:
    lo, hi = solid.lo, solid.hi
    return np.array(
        [[x, y, z] for x in (lo[0], hi[0]) for y in (lo[1], hi[1]) for z in (lo[2], hi[2])],
        np.float32,
    )


def screen_box(solid: Solid, cam: Camera) -> tuple[int, int, int, int] | None:
    """Rows and columns (r0, r1, c0, c1) the solid can cover, or None when out of view."""
    x, y, depth = cam.project(corners(solid))
    if depth.min() < 1.0:
        return None
    c0, c1 = max(0, int(x.min()) - 1), min(cam.width, int(x.max()) + 2)
    r0, r1 = max(0, int(y.min()) - 1), min(cam.height, int(y.max()) + 2)
    return (r0, r1, c0, c1) if r0 < r1 and c0 < c1 else None


def nearest(solids: tuple[Solid, ...], o: F32, d: F32) -> tuple[F32, np.ndarray]:
    """First hit of every ray: distance (FAR if none) and index of the solid (-1 if none)."""
    best = np.full(len(d), FAR, np.float32)
    who = np.full(len(d), -1, np.int32)
    for k, s in enumerate(solids):
        t = cast(s, o, d)
        closer = t < best
        best = np.where(closer, t, best)
        who[closer] = k
    return best, who
