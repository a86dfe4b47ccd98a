"""Copies on the belt behind the folder, lapped like scales. Lengths in cm."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from letterpress.studio import F32, smooth, vec

from pressroom.sheets import front
from pressroom.tracer import Drum, Panel, Scene, Sheet, Thing, picture, plain

WIDE, HIGH, THICK = 39.0, 27.5, 0.34
STEP = 6.6  # from the fold of one copy to that of the next
COPIES = 26


def edge_paint(s: F32, t: F32) -> F32:
    """The leaves of a copy from the side."""
    tone = 0.52 + 0.10 * np.sin(t * 2 * np.pi * 3)
    return tone[:, None] * vec(1.0, 0.97, 0.90)


def copy(y: float, z: float, shift: float, turn: float, tilt: float, face: F32) -> list[Thing]:
    """One folded copy: the printed face with its head away from us, and its three near edges."""
    c, s = float(np.cos(turn)), float(np.sin(turn))
    u = (WIDE * c, WIDE * s, 0.0)
    v = (-HIGH * s * np.cos(tilt), HIGH * c * np.cos(tilt), HIGH * float(np.sin(tilt)))
    at = (shift - WIDE / 2, y, z)
    low = (at[0], at[1], at[2] - THICK)
    down = (0.0, 0.0, THICK)
    right = (low[0] + u[0], low[1] + u[1], low[2])
    v3 = (float(v[0]), float(v[1]), float(v[2]))
    return [
        Sheet(at=at, u=u, v=v3, paint=picture(face)),
        Sheet(at=low, u=u, v=down, paint=edge_paint),
        Sheet(at=low, u=down, v=v3, paint=lambda a, b: edge_paint(b, a)),
        Sheet(at=right, u=down, v=v3, paint=lambda a, b: edge_paint(b, a)),
    ]


def room(d: F32) -> F32:
    k = smooth(-0.3, 0.9, d[:, 2])[:, None]
    return vec(0.10, 0.10, 0.105) * (1 - k) + vec(0.36, 0.37, 0.39) * k


def scene(fonts: Path) -> Scene:
    rng = np.random.default_rng(5)
    faces = [front(fonts, k) for k in range(3)]
    things: list[Thing] = [
        Sheet(at=(-400, -200, -78), u=(800, 0, 0), v=(0, 900, 0), paint=plain(0.14, 0.14, 0.145)),
        Sheet(at=(-400, 420, -78), u=(800, 0, 0), v=(0, 0, 500), paint=plain(0.22, 0.25, 0.28)),
    ]
    # Tapes and their rollers.
    for x in (-15.5, -5.2, 5.2, 15.5):
        things.append(
            Sheet(
                at=(x - 1.6, -80, -0.6), u=(3.2, 0, 0), v=(0, 420, 0), paint=plain(0.03, 0.10, 0.07)
            )
        )
    for side in (-26, 23):
        things.append(
            Sheet(
                at=(side, -80, 1.5),
                u=(3, 0, 0),
                v=(0, 420, 0),
                paint=plain(0.30, 0.32, 0.33),
                gloss=0.12,
            )
        )
        things.append(
            Sheet(
                at=(side if side > 0 else side + 3, -80, -9),
                u=(0, 420, 0),
                v=(0, 0, 10.5),
                paint=plain(0.20, 0.22, 0.23),
            )
        )
    for k in range(14):
        y = -40 + k * 18
        things.append(
            Drum(
                foot=(-23, y, -3.2),
                head=(23, y, -3.2),
                radius=2.4,
                side=plain(0.45, 0.46, 0.47),
                end=plain(0.2, 0.2, 0.2),
                gloss=0.15,
            )
        )
    tilt = THICK / STEP * 1.35
    for k in range(COPIES):
        y = -30 + (COPIES - k) * STEP
        things += copy(
            y,
            THICK + 0.15,
            float(rng.normal(0, 0.22)),
            float(rng.normal(0, 0.006)),
            tilt,
            faces[k % 3],
        )
    panels = [
        Panel(at=(-90, 20, 150), u=(0, 200, 0), v=(60, 0, 0), power=(10.5, 10.2, 9.6)),
        Panel(at=(70, -60, 120), u=(0, 90, 0), v=(46, 0, 0), power=(6.4, 6.6, 7.0)),
    ]
    return Scene(
        things=things, panels=panels, room=room, eye=(21, -58, 44), toward=(1.0, 14, -3), width=0.80
    )


def render(fonts: Path, w: int, h: int, samples: int) -> F32:
    return scene(fonts).draw(w, h, samples, 12)
