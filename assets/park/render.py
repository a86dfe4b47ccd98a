"""Visibility of every pixel, then its colour, then the air between."""

from __future__ import annotations

import numpy as np

from park.camera import EYE, FORWARD, Camera
from park.film import blur, develop
from park.ground import Ground
from park.noise import F32
from park.scene import buildings, planting, town, traffic
from park.shade import Studio
from park.sky import HAZE
from park.solids import FAR, Solid, cast, screen_box
from park.splats import EMPTY, Splats, draw, join

FAR_GROUND = 5000.0
CHUNK = 500_000


def _solids_seen(solids: tuple[Solid, ...], cam: Camera, rays: F32) -> tuple[F32, np.ndarray]:
    best = np.full((cam.height, cam.width), FAR, np.float32)
    who = np.full((cam.height, cam.width), -1, np.int32)
    for k, s in enumerate(solids):
        box = screen_box(s, cam)
        if box is None:
            continue
        r0, r1, c0, c1 = box
        t = cast(s, EYE, rays[r0:r1, c0:c1])
        part = best[r0:r1, c0:c1]
        closer = t < part
        part[closer] = t[closer]
        who[r0:r1, c0:c1][closer] = k
    return best, who


def scene(detail: float) -> tuple[tuple[Solid, ...], tuple[Solid, ...], Splats, Ground]:
    near, far, ground = buildings(), town(), Ground()
    return near, far, join([planting(ground, near + far, detail), traffic(ground)]), ground


def render(width: int, height: int, samples: int, detail: float = 1.0) -> F32:
    """The picture (height, width, 3) in sRGB 0..1; samples x samples rays a pixel."""
    near, far, splats, ground = scene(detail)
    studio = Studio(near, far, splats, ground, min(1.0, width * samples / 4000 + 0.25))
    cam = Camera(width=width * samples, height=height * samples)
    rays = cam.rays(slice(0, cam.height))
    solids = near + far
    t, who = _solids_seen(solids, cam, rays)
    keys = draw(splats, cam)
    ids = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    depth = (keys >> np.uint64(32)).astype(np.uint32).view(np.float32)
    slope = np.where(rays[..., 2] < -1e-5, -EYE[2] / np.minimum(rays[..., 2], -1e-5), FAR)
    t_splat = np.where(keys == EMPTY, FAR, depth / (rays @ FORWARD))
    t_ground = np.where(slope < FAR_GROUND, slope, FAR)
    first = np.argmin(np.stack([t, t_splat, t_ground]), 0)
    dist = np.minimum(np.minimum(t, t_splat), t_ground).ravel()
    first = np.where(dist.reshape(first.shape) >= FAR, 3, first).ravel()
    flat = rays.reshape(-1, 3)
    light = np.zeros((len(flat), 3), np.float32)
    for kind in (1, 2):
        idx = np.flatnonzero(first == kind)
        for k in range(0, len(idx), CHUNK):
            i = idx[k : k + CHUNK]
            if kind == 1:
                light[i] = studio.splat_pixels(ids.ravel()[i], flat[i], dist[i])
            else:
                light[i] = studio.ground_pixels(flat[i], dist[i])
    built = np.flatnonzero(first == 0)
    owner = who.ravel()[built]
    order = np.argsort(owner, kind="stable")
    built, owner = built[order], owner[order]
    for group in np.split(built, np.flatnonzero(np.diff(owner)) + 1):
        if len(group):
            light[group] = studio.solid_pixels(
                solids[who.ravel()[group[0]]], flat[group], dist[group]
            )
    solid = first != 3
    air = np.exp(-np.maximum(dist[solid] - 60, 0) / 3300.0)[:, None]
    light[solid] = light[solid] * air + HAZE * np.float32(0.90) * (1 - air)
    light[~solid] = _backdrop(studio, cam, flat, ~solid, samples)
    light = light.reshape(height, samples, width, samples, 3).mean((1, 3))
    return develop(light, 17, 0.78)


def _backdrop(studio: Studio, cam: Camera, flat: F32, open_sky: np.ndarray, samples: int) -> F32:
    """Clouds are soft: march them at one ray a picture pixel, then lay the hills at full size."""
    rows = int(cam.height * cam.horizon) // samples + 2
    small = Camera(width=cam.width // samples, height=cam.height // samples)
    d = small.rays(slice(0, rows)).reshape(-1, 3)
    cloud = studio.sky.march(d, 72).reshape(rows, small.width, 3)
    cloud = blur(cloud, max(0.8, 1.5 * small.width / 2000))
    big = np.repeat(np.repeat(cloud, samples, 0), samples, 1)
    idx = np.flatnonzero(open_sky)
    y, x = idx // cam.width, idx % cam.width
    col = big[np.minimum(y, rows * samples - 1), x]
    return studio.sky.hills(flat[idx], col)
