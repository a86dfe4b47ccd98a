"""The table of the one who plans a page: the ruled dummy, a steel rule, a pencil, a mug. In mm."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from letterpress.studio import F32, noise, smooth, vec

from pressroom.sheets import dummy, rule
from pressroom.tracer import Drum, Paint, Panel, Scene, Sheet, Thing, picture, plain


def wood() -> Paint:
    grain = noise((1024, 1024), 1.3, 41, stretch=0.06)
    fine = noise((1024, 1024), 0.7, 42, stretch=0.03)

    def paint(s: F32, t: F32) -> F32:
        i, j = (s * 900).astype(np.int32) % 1024, (t * 900).astype(np.int32) % 1024
        k = np.clip(0.5 + 0.16 * grain[j, i] + 0.06 * fine[j, i], 0, 1)[:, None]
        return (vec(0.155, 0.085, 0.045) * (1 - k) + vec(0.33, 0.20, 0.115) * k).astype(np.float32)

    return paint


def tip(r: F32, turn: F32) -> F32:
    return np.where((r < 0.34)[:, None], vec(0.03, 0.03, 0.03), vec(0.62, 0.44, 0.26)).astype(
        np.float32
    )


def lacquer(turn: F32, z: F32) -> F32:
    """Six faces of a pencil, dark green, with a band at its end."""
    face = 0.75 + 0.25 * np.cos(turn * 2 * np.pi * 6)
    color = face[:, None] * vec(0.02, 0.13, 0.09)
    return np.where((z > 0.90)[:, None], vec(0.62, 0.47, 0.16), color).astype(np.float32)


def tea(r: F32, turn: F32) -> F32:
    rim = np.where((r > 0.90)[:, None], vec(0.82, 0.82, 0.80), vec(0.16, 0.062, 0.012))
    return rim.astype(np.float32)


def room(d: F32) -> F32:
    k = smooth(-0.2, 0.9, d[:, 2])[:, None]
    return vec(0.15, 0.13, 0.11) * (1 - k) + vec(0.25, 0.255, 0.27) * k


def scene(fonts: Path) -> Scene:
    def turned(x: float, y: float, angle: float) -> tuple[float, float, float]:
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        return (float(x * c - y * s), float(x * s + y * c), 0.0)

    steel = rule(fonts)
    # The rule: a bar 2 mm thick; turned on the sheet.
    r_at, angle = (20.0, 120.0, 2.4), -14.0
    u, v = turned(330, 0, angle), turned(0, 31, angle)
    things: list[Thing] = [
        Sheet(at=(-700, -500, 0), u=(1600, 0, 0), v=(0, 1700, 0), paint=wood(), gloss=0.03),
        Sheet(
            at=(-6, -9, 0.3),
            u=turned(400, 0, 1.6),
            v=turned(0, 560, 1.6),
            paint=plain(0.74, 0.72, 0.66),
        ),
        Sheet(at=(0, 0, 0.6), u=(390, 0, 0), v=(0, 550, 0), paint=picture(dummy(fonts))),
        Sheet(at=r_at, u=u, v=v, paint=picture(steel), gloss=0.10),
        Sheet(
            at=(r_at[0], r_at[1], 0.6), u=u, v=(0, 0, 1.8), paint=plain(0.42, 0.42, 0.43), gloss=0.2
        ),
        Drum(
            foot=(236, 262, 4.2),
            head=(352, 402, 4.2),
            radius=3.7,
            side=lacquer,
            end=tip,
            gloss=0.04,
        ),
        Drum(
            foot=(231.4, 256.4, 4.2),
            head=(236, 262, 4.2),
            radius=2.5,
            side=plain(0.62, 0.44, 0.26),
            end=tip,
        ),
        Drum(
            foot=(228.8, 253.2, 4.2),
            head=(231.4, 256.4, 4.2),
            radius=1.2,
            side=plain(0.05, 0.05, 0.05),
            end=plain(0.03, 0.03, 0.03),
        ),
        Drum(
            foot=(455, 420, 0.2),
            head=(455, 420, 92),
            radius=41,
            side=plain(0.80, 0.80, 0.78),
            end=tea,
            gloss=0.05,
        ),
        # A rubber, two faces of it that we see.
        Sheet(
            at=(300, 96, 13),
            u=turned(46, 0, 24),
            v=turned(0, 20, 24),
            paint=plain(0.82, 0.80, 0.76),
        ),
        Sheet(
            at=(300, 96, 0.6), u=turned(46, 0, 24), v=(0, 0, 12.4), paint=plain(0.20, 0.34, 0.60)
        ),
        Sheet(
            at=(300, 96, 0.6), u=turned(0, 20, 24), v=(0, 0, 12.4), paint=plain(0.74, 0.72, 0.68)
        ),
    ]
    panels = [
        Panel(at=(-520, 420, 520), u=(0, 260, 0), v=(220, 0, 120), power=(19.0, 16.2, 12.4)),
        Panel(at=(500, -250, 900), u=(0, 700, 0), v=(400, 0, 0), power=(1.5, 1.6, 1.75)),
    ]
    return Scene(
        things=things,
        panels=panels,
        room=room,
        eye=(250, -300, 560),
        toward=(228, 250, 0),
        width=0.70,
    )


def render(fonts: Path, w: int, h: int, samples: int) -> F32:
    return scene(fonts).draw(w, h, samples, 13)
