"""Cars, people and lamp posts, as clouds of small discs."""

from __future__ import annotations

import numpy as np

from park.noise import F32
from park.plants import post
from park.splats import GLOSS, SOLID_THING, Splats, join

# Side view of a saloon, from bumper to boot: metres from the nose, top of body, top of cabin.
LONG, WIDE = 4.6, 1.8
_S = np.array([0.0, 0.12, 0.5, 1.25, 1.45, 2.15, 3.2, 3.95, 4.35, 4.55, 4.6])
_BODY = np.array([0.50, 0.68, 0.80, 0.93, 0.95, 0.97, 0.99, 1.00, 0.97, 0.80, 0.5])
_ROOF = np.array([0.50, 0.68, 0.80, 0.93, 1.04, 1.42, 1.44, 1.12, 0.97, 0.80, 0.5])


def car(
    rng: np.random.Generator,
    x: float,
    y: float,
    heading: float,
    paint: tuple[float, float, float],
    tall: float = 1.0,
    finer: float = 1.0,
) -> Splats:
    """A car at (x, y), heading in radians from the x axis; tall > 1 gives a van or SUV."""
    step = 0.045 / finer
    s = np.arange(0.02, LONG, step)
    v = np.arange(-1, 1.0001, step / 0.9)
    ss, vv = np.meshgrid(s, v, indexing="ij")
    ss, vv = ss.ravel(), vv.ravel()
    plan = WIDE / 2 * (1 - 0.10 * np.abs(ss / LONG * 2 - 1) ** 4)
    roof, body = np.interp(ss, _S, _ROOF), np.interp(ss, _S, _BODY)
    cabin = roof - body
    inner = 1 - 0.16 * np.clip(cabin / 0.45, 0, 1)  # cabins lean in
    over = np.clip((np.abs(vv) - inner + 0.06) / 0.12, 0, 1)
    top = np.where(np.abs(vv) < inner, roof - 0.05 * vv**2, body - 0.03)
    top = roof * (1 - over) + body * over - 0.05 * vv**2
    parts = []

    def add(px: F32, py: F32, pz: F32, nx: F32, ny: F32, nz: F32, col: F32, kind: int) -> None:
        c, h = np.cos(heading), np.sin(heading)
        nrm = np.stack([nx * c - ny * h, nx * h + ny * c, nz], -1)
        nrm = nrm / np.maximum(np.linalg.norm(nrm, axis=1, keepdims=True), 1e-6)
        parts.append(
            Splats(
                place=np.stack([x + px * c - py * h, y + px * h + py * c, pz * tall], -1).astype(
                    np.float32
                ),
                normal=nrm.astype(np.float32),
                colour=np.broadcast_to(col, (len(px), 3)).astype(np.float32),
                radius=np.full(len(px), step * 0.75, np.float32),
                kind=np.full(len(px), kind, np.uint8),
            )
        )

    grid = top.reshape(len(s), len(v))
    slope_s = np.gradient(grid, s, axis=0).ravel()
    slope_v = np.gradient(grid, v * 0.9, axis=1).ravel()
    glassy = (cabin > 0.02) & (np.abs(slope_s) > 0.28) & (np.abs(vv) < inner - 0.04)
    colour = np.where(glassy[:, None], [0.02, 0.025, 0.028], np.array(paint))
    shut = (np.abs(ss - 1.25) < 0.03) | (np.abs(ss - 4.0) < 0.025)
    colour = np.where((shut & ~glassy)[:, None], colour * 0.4, colour)
    add(LONG / 2 - ss, vv * plan, top, slope_s * 1.0, -slope_v, np.ones_like(ss), colour, GLOSS)
    for sign in (-1.0, 1.0):
        zz = np.arange(0.2, 1.5, step)
        s2, z2 = np.meshgrid(s, zz, indexing="ij")
        s2, z2 = s2.ravel(), z2.ravel()
        b2, r2 = np.interp(s2, _S, _BODY), np.interp(s2, _S, _ROOF)
        keep = z2 < r2 - 0.02
        s2, z2, b2, r2 = s2[keep], z2[keep], b2[keep], r2[keep]
        up = np.clip((z2 - b2) / 0.45, 0, 1)
        half = WIDE / 2 * (1 - 0.10 * np.abs(s2 / LONG * 2 - 1) ** 4) * (1 - 0.16 * up)
        window = (z2 > b2 + 0.03) & (z2 < r2 - 0.07)
        pillar = np.abs(s2 - 2.55) < 0.06
        col = np.where((window & ~pillar)[:, None], [0.02, 0.024, 0.028], np.array(paint))
        wheel = np.minimum(np.hypot(s2 - 0.85, z2 - 0.3), np.hypot(s2 - 3.65, z2 - 0.3))
        col = np.where((wheel < 0.40)[:, None], [0.012, 0.012, 0.012], col)
        col = np.where((wheel < 0.20)[:, None], [0.25, 0.25, 0.26], col)
        col = np.where(((z2 < 0.27) & (wheel >= 0.4))[:, None], [0.02, 0.02, 0.02], col)
        lamp = ((s2 < 0.3) | (s2 > 4.35)) & (z2 > 0.6) & (z2 < 0.78)
        tail = np.where((s2 > 4.35)[:, None], [0.30, 0.02, 0.02], [0.6, 0.6, 0.58])
        col = np.where(lamp[:, None], tail, col)
        shade = np.full_like(s2, 0.25) + 0.25 * (z2 - 0.5) + 0.5 * up
        add(LONG / 2 - s2, sign * half, z2, 0 * s2, sign + 0 * s2, shade, col, GLOSS)
    for end, tone in ((0.0, 0.9), (LONG, 0.9)):
        vz, zz = np.meshgrid(np.arange(-0.8, 0.81, step), np.arange(0.2, 0.55, step), indexing="ij")
        vz, zz = vz.ravel(), zz.ravel()
        col = np.where((zz < 0.3)[:, None], [0.03, 0.03, 0.03], np.array(paint) * tone)
        add(
            np.full_like(vz, LONG / 2 - end),
            vz,
            zz,
            np.full_like(vz, 1.0 if end == 0 else -1.0),
            0 * vz,
            0.2 + 0 * vz,
            col,
            GLOSS,
        )
    return join(parts)


def person(rng: np.random.Generator, x: float, y: float) -> Splats:
    """A standing or walking figure, 1.7 m."""
    n = 900
    z = rng.random(n) * 1.72
    ang = rng.random(n) * 2 * np.pi
    wide = np.interp(
        z,
        [0, 0.1, 0.8, 1.0, 1.4, 1.47, 1.52, 1.6, 1.72],
        [0.07, 0.09, 0.15, 0.17, 0.22, 0.10, 0.09, 0.11, 0.03],
    )
    nrm = np.stack([np.cos(ang), np.sin(ang), 0.2 + 0 * z], -1)
    face = rng.random() * np.pi
    px, py = wide * np.cos(ang), 0.6 * wide * np.sin(ang)
    place = np.stack(
        [x + px * np.cos(face) - py * np.sin(face), y + px * np.sin(face) + py * np.cos(face), z],
        -1,
    )
    shirt = np.array(
        [
            (0.55, 0.55, 0.54),
            (0.10, 0.13, 0.22),
            (0.30, 0.06, 0.05),
            (0.4, 0.42, 0.48),
            (0.05, 0.05, 0.05),
            (0.5, 0.44, 0.3),
        ]
    )[int(rng.integers(6))]
    legs = np.array([(0.03, 0.035, 0.06), (0.02, 0.02, 0.02), (0.15, 0.13, 0.10)])[
        int(rng.integers(3))
    ]
    col = np.where((z < 0.9)[:, None], legs, shirt)
    col = np.where((z > 1.46)[:, None], [0.26, 0.16, 0.11], col)
    col = np.where((z > 1.6)[:, None], [0.015, 0.013, 0.012], col)
    return Splats(
        place=place.astype(np.float32),
        normal=nrm.astype(np.float32),
        colour=col.astype(np.float32),
        radius=np.full(n, 0.035, np.float32),
        kind=np.full(n, SOLID_THING, np.uint8),
    )


def lamp(rng: np.random.Generator, x: float, y: float, dx: float, dy: float) -> list[Splats]:
    """A street lamp with an arm towards (dx, dy)."""
    grey = (0.17, 0.175, 0.18)
    out = [post(rng, x, y, 0, 8.0, 0.065, grey)]
    t = np.linspace(0, 1, 160)
    n = np.tile(np.array([[0.0, 0.0, 1.0]]), (len(t), 1))
    place = np.stack([x + dx * 2.2 * t, y + dy * 2.2 * t, 8.0 + 0.5 * np.sqrt(t)], -1)
    rad = np.where(t > 0.75, 0.10, 0.045)
    out.append(
        Splats(
            place=place.astype(np.float32),
            normal=n.astype(np.float32),
            colour=np.tile(np.array(grey), (len(t), 1)).astype(np.float32),
            radius=rad.astype(np.float32),
            kind=np.full(len(t), SOLID_THING, np.uint8),
        )
    )
    return out
