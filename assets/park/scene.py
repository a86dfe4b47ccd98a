"""What stands where: buildings, planting, traffic. Metres on the campus grid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from park.camera import camera_axes, ground_point
from park.facade import SKINS
from park.ground import AVENUE_Y, BED, DRUM, LAWN, ROAD_X, Ground
from park.plants import Plants
from park.solids import Solid
from park.splats import Splats, join
from park.things import car, lamp, person

NEAR_TOWN = 460.0


def _roof_plant(rng: np.random.Generator, s: Solid) -> list[Solid]:
    """Lift heads, chillers, ducts and panels on a flat roof."""
    out: list[Solid] = []
    x0, y0, z = s.lo[0] + 3, s.lo[1] + 3, s.hi[2] - 0.9
    w, d = s.hi[0] - s.lo[0] - 6, s.hi[1] - s.lo[1] - 6
    if w < 6 or d < 4:
        return out
    for _ in range(max(1, int(w * d / 420))):
        bx, by = x0 + rng.random() * max(w - 9, 0.1), y0 + d * 0.3 + rng.random() * d * 0.25
        out.append(
            Solid(
                lo=(bx, by, z),
                hi=(bx + 6 + 4 * rng.random(), by + min(6, d * 0.45), z + 3.2 + 1.6 * rng.random()),
                skin="canopy",
            )
        )
    for _ in range(int(w * d / 55)):
        bx, by = x0 + rng.random() * w, y0 + rng.random() * d
        sx, sy, sz = 0.8 + 2.2 * rng.random(), 0.8 + 1.5 * rng.random(), 0.9 + 1.5 * rng.random()
        skin = ("plant", "plant", "canopy", "dark")[int(rng.integers(4))]
        out.append(Solid(lo=(bx, by, z), hi=(bx + sx, by + sy, z + sz), skin=skin))
    for _ in range(int(w / 18)):
        bx, by = x0 + rng.random() * w * 0.6, y0 + rng.random() * d
        out.append(Solid(lo=(bx, by, z + 0.3), hi=(bx + w * 0.3, by + 0.5, z + 0.8), skin="canopy"))
    return out


def _fit(s: Solid) -> Solid:
    """The building at a whole number of storeys, so that no blank band is left under the roof."""
    skin = SKINS[s.skin]
    if s.drum or skin.lobby <= 0 or s.lo[2] > 0:
        return s
    floors = max(1, round((s.hi[2] - skin.lobby) / skin.storey))
    top = skin.lobby + floors * skin.storey + 0.8 * skin.parapet
    return replace(s, hi=(s.hi[0], s.hi[1], top))


def buildings() -> tuple[Solid, ...]:
    rng = np.random.default_rng(101)
    big: list[Solid] = [
        # the long block behind the hall: two slabs, a stair core between, a low wing
        Solid(lo=(34, 238, 0), hi=(84, 260, 57), skin="main", seed=1),
        Solid(lo=(84, 241, 0), hi=(93, 261, 61), skin="glassy", seed=2),
        Solid(lo=(93, 238, 0), hi=(128, 260, 49), skin="fins", seed=3),
        Solid(lo=(16, 228, 0), hi=(34, 262, 20), skin="fins", seed=4),
        # the hall
        Solid(
            lo=(DRUM[0] - 20, DRUM[1] - 20, 0),
            hi=(DRUM[0] + 20, DRUM[1] + 20, 15.5),
            skin="drum",
            drum=True,
            seed=5,
        ),
        Solid(
            lo=(DRUM[0] - 22, DRUM[1] - 22, 15.5),
            hi=(DRUM[0] + 22, DRUM[1] + 22, 16.6),
            skin="canopy",
            drum=True,
        ),
        Solid(
            lo=(DRUM[0] - 11, DRUM[1] - 11, 16.6),
            hi=(DRUM[0] + 11, DRUM[1] + 11, 20.0),
            skin="glassy",
            drum=True,
            seed=6,
        ),
        # the tower and its podium
        Solid(lo=(190, 226, 0), hi=(222, 254, 78), skin="tower", seed=7),
        Solid(lo=(196, 231, 77), hi=(216, 249, 83.5), skin="plant", seed=8),
        Solid(lo=(166, 224, 0), hi=(246, 262, 13.5), skin="fins", seed=9),
        # right foreground block, in brick and stone
        Solid(lo=(106, 119, 0), hi=(152, 138, 23), skin="stone", seed=10),
        Solid(lo=(152, 121, 0), hi=(172, 141, 27), skin="glassy", seed=11),
        # left, behind
        Solid(lo=(-12, 290, 0), hi=(34, 312, 36), skin="white", seed=12),
        # right, behind
        Solid(lo=(262, 236, 0), hi=(316, 256, 44), skin="glassy", seed=13),
        Solid(lo=(256, 160, 0), hi=(300, 180, 33), skin="main", seed=14),
        Solid(lo=(205, 150, 0), hi=(240, 168, 21), skin="brick", seed=15),
        # laboratories in rows beyond
        *[
            Solid(lo=(x, y, 0), hi=(x + 44, y + 18, h), skin=skin, seed=20 + k)
            for k, (x, y, h, skin) in enumerate(
                (
                    (130, 318, 24, "white"),
                    (186, 322, 26, "stone"),
                    (242, 318, 24, "white"),
                    (300, 322, 30, "main"),
                    (140, 380, 22, "brick"),
                    (200, 384, 30, "white"),
                    (262, 380, 22, "stone"),
                    (322, 388, 34, "white"),
                    (60, 340, 30, "stone"),
                    (0, 380, 26, "white"),
                    (70, 400, 28, "brick"),
                    (380, 330, 36, "glassy"),
                )
            )
        ],
    ]
    big = [_fit(s) for s in big]
    small: list[Solid] = []
    for s in big:
        if not s.drum and s.hi[2] > 12:
            small += _roof_plant(rng, s)
    # canopies over doors, and columns
    small += [
        Solid(lo=(52, 231, 4.6), hi=(72, 238, 5.2), skin="canopy"),
        Solid(lo=(198, 217, 4.8), hi=(214, 226, 5.4), skin="canopy"),
        Solid(lo=(120, 114.5, 4.2), hi=(136, 119, 4.7), skin="canopy"),
        *[
            Solid(lo=(x, 231.6, 0), hi=(x + 0.5, 232.1, 4.6), skin="canopy")
            for x in (53, 59, 65, 71)
        ],
        *[
            Solid(lo=(x, 217.6, 0), hi=(x + 0.5, 218.1, 4.8), skin="canopy")
            for x in (199, 206, 213)
        ],
        *[Solid(lo=(x, 115, 0), hi=(x + 0.4, 115.4, 4.2), skin="canopy") for x in (121, 128, 135)],
    ]
    for k in range(28):
        ang = 2 * np.pi * k / 28
        x, y = DRUM[0] + 21.2 * np.cos(ang), DRUM[1] + 21.2 * np.sin(ang)
        small.append(
            Solid(lo=(x - 0.22, y - 0.22, 0), hi=(x + 0.22, y + 0.22, 15.5), skin="canopy")
        )
    return tuple(big + small)


def town() -> tuple[Solid, ...]:
    """Blocks of flats and offices out to three kilometres."""
    rng = np.random.default_rng(77)
    out: list[Solid] = []
    while len(out) < 230:
        b = NEAR_TOWN + 90 + 2600 * rng.random() ** 1.5
        a = (rng.random() - 0.5) * 1.25 * b
        x, y = ground_point(a, b)
        x, y = round(float(x) / 45) * 45, round(float(y) / 38) * 38
        tall = rng.random() < 0.36
        h = 42 + 48 * rng.random() if tall and b > 800 else 11 + 20 * rng.random()
        w, d = (26 + 14 * rng.random(), 14 + 5 * rng.random())
        skin = ("flats", "flats2", "white", "stone", "flats", "glassy")[int(rng.integers(6))]
        box = Solid(lo=(x, y, 0), hi=(x + w, y + d, h), skin=skin, seed=len(out) + 60)
        out.append(box)
        if tall and b > 800:
            out.append(Solid(lo=(x + 6, y + 4, h), hi=(x + 14, y + 10, h + 5), skin="canopy"))
    return tuple(out)


def _clear(x: np.ndarray, y: np.ndarray, solids: tuple[Solid, ...], gap: float) -> np.ndarray:
    ok = np.ones(len(x), bool)
    for s in solids:
        if s.lo[2] < 3:
            ok &= ~(
                (x > s.lo[0] - gap)
                & (x < s.hi[0] + gap)
                & (y > s.lo[1] - gap)
                & (y < s.hi[1] + gap)
            )
    return ok


def planting(ground: Ground, solids: tuple[Solid, ...], detail: float) -> Splats:
    plants = Plants(42)
    rng = np.random.default_rng(7)
    spots: list[tuple[float, float, float, int, float]] = []
    for y in np.arange(48, 640, 7.5):
        if AVENUE_Y[0] - 7 < y < AVENUE_Y[1] + 7:
            continue
        for x in (ROAD_X[0] - 1.4, ROAD_X[1] + 1.4):
            j = rng.standard_normal(2) * 0.3
            spots.append((x + j[0], y + j[1], 2.5 + 0.7 * rng.random(), 0, 2.6))
    for x in np.arange(-150, 620, 8.0):
        if ROAD_X[0] - 8 < x < ROAD_X[1] + 8:
            continue
        for y in (AVENUE_Y[0] - 1.3, AVENUE_Y[1] + 1.3):
            j = rng.standard_normal(2) * 0.3
            spots.append((x + j[0], y + j[1], 2.3 + 0.7 * rng.random(), 2, 2.4))
    taken = [(s[0], s[1]) for s in spots]
    n = 9000
    b = 70 + 380 * rng.random(n)
    a = (rng.random(n) - 0.5) * 1.25 * b
    xy = ground_point(a.astype(np.float32), b.astype(np.float32))
    x, y = xy[:, 0], xy[:, 1]
    kind = ground.kind(x, y)
    grove = ground.big[(y * 3).astype(int) % 1024, (x * 3).astype(int) % 1024]
    ok = ((kind == LAWN) | (kind == BED)) & _clear(x, y, solids, 4.5)
    ok &= (ground.pond(x, y) > 1.35) & (np.hypot(x - DRUM[0], y - DRUM[1]) > 36)
    # keep the view of the pond and of the hall open
    corridor = (np.abs(a - 30) < 30) & (b < 108)
    hall = (np.abs(a + 12 - (175 - b) * 0.0) < 22) & (b > 112) & (b < 150)
    ok &= ~corridor & (~hall | (rng.random(n) < 0.10))
    ok &= (grove > 0.1) | (rng.random(n) < 0.22)
    placed = np.array(taken)
    for i in np.flatnonzero(ok):
        half = 1.7 + 2.3 * rng.random() ** 1.5 if b[i] > 110 else 2.2 + 2.2 * rng.random()
        if np.min((placed[:, 0] - x[i]) ** 2 + (placed[:, 1] - y[i]) ** 2) < (half * 1.35 + 1) ** 2:
            continue
        species = int(rng.choice([0, 0, 1, 1, 3, 3, 4, 2, 5], 1)[0])
        half = half if species not in (3, 5) else min(half, 1.9)
        placed = np.vstack([placed, [x[i], y[i]]])
        spots.append(
            (float(x[i]), float(y[i]), float(half), species, 0.5 if species in (3, 5) else 1.8)
        )
    n = 5200
    b = NEAR_TOWN + 1900 * rng.random(n) ** 1.4
    a = (rng.random(n) - 0.5) * 1.15 * b
    xy = ground_point(a.astype(np.float32), b.astype(np.float32))
    grove = ground.big[(xy[:, 1] * 0.6).astype(int) % 1024, (xy[:, 0] * 0.6).astype(int) % 1024]
    ok = _clear(xy[:, 0], xy[:, 1], solids, 5) & ((grove > -0.1) | (rng.random(n) < 0.3))
    for i in np.flatnonzero(ok):
        spots.append(
            (float(xy[i, 0]), float(xy[i, 1]), 3 + 3.0 * rng.random(), int(rng.integers(3)), 1.5)
        )
    parts: list[Splats] = []
    for sx, sy, half, species, stem in spots:
        ca, cb = camera_axes(np.float32(sx), np.float32(sy))
        if cb > 55 and abs(ca) < cb * 0.62 + 12:
            parts += plants.tree(sx, sy, half, species, detail, stem)
    red, green, gold = (0.13, 0.028, 0.024), (0.060, 0.095, 0.022), (0.15, 0.15, 0.028)
    for x in (ROAD_X[0] - 5.6, ROAD_X[1] + 5.6):
        for y0 in range(50, 190, 20):
            parts += plants.hedge(x, y0, x, y0 + 17.5, 0.9, 0.75, green if y0 % 40 else red)
    for y in (AVENUE_Y[0] - 5.8, AVENUE_Y[1] + 5.6):
        for x0 in range(40, 290, 22):
            if abs(x0 + 10 - DRUM[0]) > 14:
                parts += plants.hedge(x0, y, x0 + 19, y, 0.9, 0.75, green)
    for k in range(30):
        t0, t1 = 2 * np.pi * k / 30, 2 * np.pi * (k + 0.86) / 30
        if 0.30 * np.pi < t0 < 0.70 * np.pi or k % 10 == 4:
            continue
        for r, col in ((34.2, red if k % 3 else gold), (35.6, green)):
            parts += plants.hedge(
                DRUM[0] + r * np.cos(t0),
                DRUM[1] + r * np.sin(t0),
                DRUM[0] + r * np.cos(t1),
                DRUM[1] + r * np.sin(t1),
                1.1,
                0.55,
                col,
            )
    # round bushes, and reeds along the bank
    for _ in range(900):
        a, b = (rng.random() - 0.5) * 150, 95 + 120 * rng.random()
        x, y = (float(q) for q in ground_point(a, b))
        at = np.array([x], "f4"), np.array([y], "f4")
        kind_here = int(ground.kind(*at)[0])
        edge = 1.12 < float(ground.pond(*at)[0]) < 1.5
        if (
            kind_here == BED
            or (edge and rng.random() < 0.55)
            or (kind_here == LAWN and rng.random() < 0.10)
        ) and _clear(*at, solids, 1.0)[0]:
            parts += plants.tree(
                x, y, 0.45 + 0.6 * rng.random(), int(rng.choice([3, 5, 1, 2])), detail, 0.0
            )
    return join(parts)


def traffic(ground: Ground) -> Splats:
    rng = np.random.default_rng(9)
    paints = (
        (0.62, 0.62, 0.61),
        (0.62, 0.62, 0.61),
        (0.02, 0.02, 0.022),
        (0.30, 0.31, 0.32),
        (0.10, 0.105, 0.11),
        (0.26, 0.02, 0.02),
        (0.03, 0.06, 0.16),
        (0.42, 0.39, 0.33),
    )
    parts: list[Splats] = []

    def put(x: float, y: float, heading: float) -> None:
        paint = paints[int(rng.integers(len(paints)))]
        tall = 1.0 if rng.random() < 0.6 else 1.18
        parts.append(car(rng, x, y, heading, paint, tall))

    up, down = np.pi / 2, -np.pi / 2
    for y in (88, 127, 151, 178, 236, 262, 300):
        put(ROAD_X[1] - 2.0 - 3.2 * float(rng.random() < 0.3), y + rng.random() * 6, up)
    for y in (99, 116, 163, 186, 228, 280, 330):
        put(ROAD_X[0] + 2.0 + 3.2 * float(rng.random() < 0.3), y + rng.random() * 6, down)
    for x in (48, 71, 104, 122, 150, 171, 214, 243, 270):
        put(x + rng.random() * 5, AVENUE_Y[0] + 2.0, 0.0)
    for x in (42, 60, 92, 133, 160, 190, 226, 258):
        put(x + rng.random() * 5, AVENUE_Y[1] - 2.0, np.pi)
    for x in np.arange(131, 139, 2.8):
        put(x - 28, 230, up)
    for k in range(16):
        put(163 + 2.7 * k if k < 6 else 224 + 2.7 * (k - 6), 221, up + 0.02 * rng.standard_normal())
    for _ in range(70):
        ang, r = rng.random() * 2 * np.pi, 22 + 11 * rng.random()
        x, y = DRUM[0] + r * np.cos(ang), DRUM[1] + r * np.sin(ang)
        parts.append(person(rng, x, y))
    for _ in range(26):
        parts.append(person(rng, 45 + 85 * rng.random(), 216 + 14 * rng.random()))
    for _ in range(16):
        x = 36 + 90 * rng.random()
        y = 104 + 9 * np.sin(x / 17.0) + 0.15 * (x - 60)
        if float(ground.pond(np.array([x], "f4"), np.array([y], "f4"))[0]) < 1.4:
            continue
        parts.append(
            person(rng, x, 104 + 9 * np.sin(x / 17.0) + 0.15 * (x - 60) + rng.random() - 0.5)
        )
    for y in range(60, 330, 27):
        parts += lamp(rng, ROAD_X[0] - 0.8, y, 1, 0)
        parts += lamp(rng, ROAD_X[1] + 0.8, y + 13, -1, 0)
    for x in range(45, 300, 27):
        parts += lamp(rng, x, AVENUE_Y[0] - 0.8, 0, 1)
    return join(parts)
