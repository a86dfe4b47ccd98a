"""Trees, hedges and grass as thousands of leaves, thinned with distance."""

from __future__ import annotations

import numpy as np

from park.camera import camera_axes
from park.noise import F32
from park.splats import LEAF, SOLID_THING, Splats

SPECIES = (
    # height/width ratio of crown, clump count, clump size, colour, lightness spread
    ("camphor", 0.80, 75, 0.25, (0.050, 0.074, 0.021)),
    ("camphor2", 0.95, 60, 0.28, (0.066, 0.089, 0.024)),
    ("ginkgo", 1.75, 80, 0.20, (0.094, 0.115, 0.030)),
    ("osmanthus", 1.0, 40, 0.32, (0.035, 0.056, 0.019)),
    ("willow", 1.1, 90, 0.21, (0.084, 0.107, 0.036)),
    ("photinia", 0.95, 34, 0.34, (0.095, 0.052, 0.028)),
)


def _ball(rng: np.random.Generator, n: int) -> F32:
    v = rng.standard_normal((n, 3)).astype(np.float32)
    return v / np.linalg.norm(v, axis=1, keepdims=True)


class Plants:
    """Templates of unit crowns (half-width 1, centred); `tree` sets one of them down."""

    def __init__(self, seed: int, leaves: int = 60000) -> None:
        self.rng = np.random.default_rng(seed)
        self.templates = [self._crown(k, leaves) for k in range(len(SPECIES)) for _ in range(2)]

    def _crown(self, k: int, leaves: int) -> tuple[F32, F32, F32]:
        _, ratio, clumps, size, _ = SPECIES[k]
        rng = self.rng
        centre = _ball(rng, clumps) * (0.45 + 0.5 * rng.random((clumps, 1)) ** 0.5)
        lean = 1 + 0.22 * rng.standard_normal((clumps, 1))
        centre = centre * np.clip(lean, 0.55, 1.3)
        centre[:, 2] = np.maximum(centre[:, 2], -0.72)
        # Crowns are fuller below the middle and narrow above.
        tufts = 9
        centre = np.repeat(centre, tufts, 0)
        lift = _ball(rng, len(centre)) * (0.5 + 0.6 * rng.random((len(centre), 1)))
        centre = centre + lift * size * np.array([1.15, 1.15, 0.7])
        clumps *= tufts
        centre[:, :2] *= (1.08 - 0.34 * np.clip(centre[:, 2:3], 0, 1) ** 1.5).astype(np.float32)
        rad = size * 0.42 * (0.55 + 0.9 * rng.random(clumps))
        pick = rng.choice(clumps, leaves, p=rad**2 / (rad**2).sum())
        out = _ball(rng, leaves)
        shell = rng.random((leaves, 1)) ** 0.30 * (1 + 0.12 * rng.standard_normal((leaves, 1)))
        squash = np.array([1.12, 1.12, 0.78], np.float32)
        p = centre[pick] + out * rad[pick, None] * shell * squash
        core = p / np.maximum(np.linalg.norm(p, axis=1, keepdims=True), 1e-3)
        nrm = out * 0.45 + core * 0.40 + rng.standard_normal((leaves, 3)) * 0.60
        nrm[:, 2] += 0.28
        nrm /= np.linalg.norm(nrm, axis=1, keepdims=True)
        p[:, 2] *= ratio
        tone = 0.62 + 0.6 * rng.random(clumps)[pick] + 0.25 * rng.standard_normal(leaves)
        return p.astype(np.float32), nrm.astype(np.float32), tone.astype(np.float32)

    def tree(
        self, x: float, y: float, half: float, species: int, detail: float, stem: float
    ) -> list[Splats]:
        """A tree at (x, y): crown half-width m, clear stem m; detail multiplies the leaf count."""
        rng = self.rng
        ratio, colour = SPECIES[species][1], np.array(SPECIES[species][4], np.float32)
        p, nrm, tone = self.templates[species * 2 + int(rng.integers(2))]
        _, b = camera_axes(np.float32(x), np.float32(y))
        # Leaves no finer than the picture can show, and about five layers of cover.
        leaf = max(0.075, 0.00060 * float(b)) / np.sqrt(detail)
        n = int(min(len(p), 4.2 * (4 * np.pi * half * half * max(ratio, 0.8)) / (np.pi * leaf**2)))
        n = max(n, 60)
        leaf = leaf if n < len(p) else np.sqrt(4.2 * 4 * half * half * max(ratio, 0.8) / n)
        ang = rng.random() * 2 * np.pi
        c, s = np.cos(ang), np.sin(ang)
        turn = np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]], np.float32)
        stretch = np.array(
            [1 + 0.12 * rng.standard_normal(), 1 + 0.12 * rng.standard_normal(), 1], np.float32
        )
        mid = np.array([x, y, stem + half * ratio * 0.85], np.float32)
        place = (p[:n] * stretch) @ turn * half + mid
        shift = np.array([1 + 0.10 * rng.standard_normal(), 1, 1 + 0.1 * rng.standard_normal()])
        light = np.clip(1 + 0.14 * rng.standard_normal(), 0.7, 1.4)
        col = colour * shift.astype(np.float32) * light * np.clip(tone[:n, None], 0.3, 1.8)
        low = place[:, 2] > 0.05
        parts = [
            Splats(
                place=place[low].astype(np.float32),
                normal=(nrm[:n] @ turn)[low],
                colour=col[low].astype(np.float32),
                radius=np.full(int(low.sum()), leaf, np.float32),
                kind=np.full(int(low.sum()), LEAF, np.uint8),
            )
        ]
        if stem > 0.5 and b < 420:
            parts.append(post(rng, x, y, 0.0, stem + half * 0.7, 0.05 * half, (0.075, 0.06, 0.045)))
        return parts

    def hedge(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        wide: float,
        high: float,
        colour: tuple[float, float, float],
    ) -> list[Splats]:
        """A clipped hedge between two points."""
        rng = self.rng
        long = float(np.hypot(x1 - x0, y1 - y0))
        _, b = camera_axes(np.float32((x0 + x1) / 2), np.float32((y0 + y1) / 2))
        leaf = max(0.07, 0.0006 * float(b))
        n = int(3.0 * long * (wide + 2 * high) / (np.pi * leaf**2))
        s, w, h = rng.random(n), rng.random(n), rng.random(n)
        face = rng.random(n) * (wide + 2 * high)
        top = face < wide
        side = np.where(face < wide + high, -0.5, 0.5)
        bump = 0.08 * np.sin(s * long * 2.1) + 0.05 * rng.standard_normal(n)
        across = np.where(top, w - 0.5, side) * wide + bump * np.where(top, 0, 1)
        up = np.where(top, high + bump, h * high)
        t = np.array([(x1 - x0) / long, (y1 - y0) / long])
        q = np.array([-t[1], t[0]])
        place = np.stack(
            [x0 + s * long * t[0] + across * q[0], y0 + s * long * t[1] + across * q[1], up], -1
        )
        nrm = np.where(
            top[:, None], [0, 0, 1.0], np.sign(side)[:, None] * np.array([q[0], q[1], 0.25])
        ) + 0.45 * rng.standard_normal((n, 3))
        nrm /= np.linalg.norm(nrm, axis=1, keepdims=True)
        tone = np.clip(1 + 0.25 * rng.standard_normal(n), 0.4, 1.8)[:, None]
        return [
            Splats(
                place=place.astype(np.float32),
                normal=nrm.astype(np.float32),
                colour=(np.array(colour) * tone).astype(np.float32),
                radius=np.full(n, leaf, np.float32),
                kind=np.full(n, LEAF, np.uint8),
            )
        ]


def post(
    rng: np.random.Generator,
    x: float,
    y: float,
    z0: float,
    z1: float,
    r: float,
    colour: tuple[float, float, float],
) -> Splats:
    """An upright round post or trunk."""
    n = int(max(60, min(2500, 14 * (z1 - z0) * r / 0.03**2 / 3)))
    ang, z = rng.random(n) * 2 * np.pi, z0 + (z1 - z0) * rng.random(n)
    nrm = np.stack([np.cos(ang), np.sin(ang), np.zeros(n)], -1)
    place = np.stack([x + r * nrm[:, 0], y + r * nrm[:, 1], z], -1)
    tone = 1 + 0.15 * rng.standard_normal((n, 1))
    return Splats(
        place=place.astype(np.float32),
        normal=nrm.astype(np.float32),
        colour=(np.array(colour) * np.clip(tone, 0.4, 1.6)).astype(np.float32),
        radius=np.full(n, max(0.04, r * 0.5), np.float32),
        kind=np.full(n, SOLID_THING, np.uint8),
    )
