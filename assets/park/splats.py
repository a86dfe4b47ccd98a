"""Clouds of small oriented discs (leaves, cars, posts) and their depth buffers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from park.camera import Camera
from park.noise import F32, hash01

EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)
MAX_RADIUS_PX = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Splats:
    """n discs: place (n, 3) m, normal (n, 3), colour (n, 3) linear, radius (n,) m, kind (n,)."""

    place: F32
    normal: F32
    colour: F32
    radius: F32
    kind: np.ndarray

    def __len__(self) -> int:
        return len(self.place)


LEAF, SOLID_THING, GLOSS = 0, 1, 2


def join(parts: list[Splats]) -> Splats:
    return Splats(
        place=np.concatenate([p.place for p in parts]),
        normal=np.concatenate([p.normal for p in parts]),
        colour=np.concatenate([p.colour for p in parts]),
        radius=np.concatenate([p.radius for p in parts]),
        kind=np.concatenate([p.kind for p in parts]),
    )


def depth_key(depth: F32, index: np.ndarray) -> np.ndarray:
    """Depth in front, index behind: the least key is the nearest disc."""
    bits = np.ascontiguousarray(depth, np.float32).view(np.uint32).astype(np.uint64)
    return (bits << np.uint64(32)) | index.astype(np.uint64)


def draw(splats: Splats, cam: Camera) -> np.ndarray:
    """Key buffer (height, width) of the nearest disc of every pixel; EMPTY where none."""
    buf = np.full(cam.height * cam.width, EMPTY, np.uint64)
    step = 2_000_000
    for start in range(0, len(splats), step):
        sl = slice(start, min(start + step, len(splats)))
        x, y, depth = cam.project(splats.place[sl])
        r = splats.radius[sl] * (cam.focal * cam.width) / np.maximum(depth, 1)
        ok = (depth > 5) & (x > -9) & (x < cam.width + 9) & (y > -9) & (y < cam.height + 9)
        idx = np.flatnonzero(ok)
        if not len(idx):
            continue
        x, y, depth, r = x[idx], y[idx], depth[idx], np.minimum(r[idx], MAX_RADIUS_PX)
        ids = idx + start
        key = depth_key(depth, ids)
        # A leaf is an ellipse on the picture: turned and flattened by its own hash.
        turn = hash01(ids, 7) * np.float32(np.pi)
        ca, sa = np.cos(turn), np.sin(turn)
        flat = np.where(splats.kind[sl][idx] == LEAF, 1.2 + 1.1 * hash01(ids, 11), 1.0)
        reach = int(np.ceil(r.max()))
        px0, py0 = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
        for oy in range(-reach, reach + 1):
            for ox in range(-reach, reach + 1):
                sel = slice(None)
                if ox or oy:
                    sel = np.flatnonzero(r > np.hypot(ox, oy) - 0.7)
                    if not len(sel):
                        continue
                px, py = px0[sel] + ox, py0[sel] + oy
                dx, dy = px + 0.5 - x[sel], py + 0.5 - y[sel]
                along = dx * ca[sel] + dy * sa[sel]
                across = (dy * ca[sel] - dx * sa[sel]) * flat[sel]
                hit = (px >= 0) & (px < cam.width) & (py >= 0) & (py < cam.height)
                inside = along * along + across * across <= np.maximum(r[sel], 0.5) ** 2
                if not (ox or oy):
                    inside |= True
                hit &= inside
                np.minimum.at(buf, py[hit] * cam.width + px[hit], key[sel][hit])
    return buf.reshape(cam.height, cam.width)
