"""A level camera with a rising front (verticals stay parallel), and the sun."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from park.noise import F32

YAW = np.radians(30.0)
FORWARD = np.array([np.sin(YAW), np.cos(YAW), 0.0], np.float32)
RIGHT = np.array([np.cos(YAW), -np.sin(YAW), 0.0], np.float32)
EYE = np.array([0.0, 0.0, 31.0], np.float32)


def ground_point(a: F32 | float, b: F32 | float) -> F32:
    """World (x, y) of a point a metres right of and b metres in front of the camera."""
    return np.stack([a * RIGHT[0] + b * FORWARD[0], a * RIGHT[1] + b * FORWARD[1]], -1).astype(
        np.float32
    )


def camera_axes(x: F32, y: F32) -> tuple[F32, F32]:
    """(right, forward) in metres of world points on the ground."""
    return x * RIGHT[0] + y * RIGHT[1], x * FORWARD[0] + y * FORWARD[1]


def _sun(right: float, forward: float, elevation_deg: float) -> F32:
    flat = RIGHT * right + FORWARD * forward
    flat = flat / np.linalg.norm(flat)
    e = np.radians(elevation_deg)
    return np.asarray(flat * np.cos(e) + np.array([0, 0, np.sin(e)]), np.float32)


SUN = _sun(0.93, -0.37, 33.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """width and height in (super-sampled) pixels; focal in picture widths."""

    width: int
    height: int
    focal: float = 1.0
    horizon: float = 0.40

    def rays(self, rows: slice) -> F32:
        """Unit directions (rows, width, 3)."""
        y = np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5
        x = np.arange(self.width, dtype=np.float32) + 0.5
        u = (x / self.width - 0.5)[None, :, None]
        v = ((self.horizon - y / self.height) * (self.height / self.width))[:, None, None]
        up = np.array([0, 0, 1], np.float32)
        d = FORWARD * self.focal + RIGHT * u + up * v
        return (d / np.linalg.norm(d, axis=-1, keepdims=True)).astype(np.float32)

    def project(self, p: F32) -> tuple[F32, F32, F32]:
        """Pixel x, y and the depth along the axis in metres of points (n, 3)."""
        q = p - EYE
        depth = q @ FORWARD
        safe = np.maximum(depth, 0.1)
        scale = self.focal * self.width / safe
        px = (q @ RIGHT) * scale + self.width / 2
        py = self.horizon * self.height - q[:, 2] * scale
        return px.astype(np.float32), py.astype(np.float32), depth.astype(np.float32)
