"""Walls: storeys, bays, recessed panes and mullions from the place where a ray strikes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from park.noise import F32, fractal_texture, hash01, sample2


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """One kind of wall. Lengths in metres, colours linear, mirror the glass's own reflectance."""

    wall: tuple[float, float, float]
    storey: float = 4.0
    bay: float = 3.0
    pier: float = 0.6
    sill: float = 0.9
    head: float = 0.5
    recess: float = 0.3
    mullion: float = 1.5
    frame: tuple[float, float, float] = (0.25, 0.26, 0.27)
    glass: tuple[float, float, float] = (0.030, 0.045, 0.050)
    mirror: float = 0.16
    lobby: float = 5.2
    parapet: float = 1.4
    joint: float = 1.2
    blinds: float = 0.35


SKINS: dict[str, Skin] = {
    "main": Skin(
        wall=(0.41, 0.385, 0.345),
        bay=8.4,
        pier=0.55,
        sill=0.95,
        head=0.25,
        recess=0.5,
        mullion=1.3,
        glass=(0.028, 0.045, 0.055),
        mirror=0.24,
        blinds=0.3,
    ),
    "core": Skin(wall=(0.44, 0.41, 0.365), bay=3.0, pier=1.5, sill=0.6, head=0.6, recess=0.35),
    "tower": Skin(
        wall=(0.30, 0.33, 0.35),
        bay=1.5,
        pier=0.09,
        sill=0.55,
        head=0.02,
        recess=0.16,
        mullion=1.5,
        glass=(0.035, 0.06, 0.075),
        mirror=0.30,
        parapet=2.2,
        blinds=0.22,
    ),
    "fins": Skin(
        wall=(0.45, 0.45, 0.44),
        bay=1.2,
        pier=0.20,
        sill=0.5,
        head=0.15,
        recess=0.6,
        mullion=1.2,
        lobby=4.5,
        parapet=1.2,
    ),
    "drum": Skin(
        wall=(0.40, 0.40, 0.39),
        storey=4.6,
        bay=1.6,
        pier=0.08,
        sill=0.45,
        head=0.1,
        recess=0.55,
        mullion=1.6,
        lobby=4.8,
        parapet=2.6,
        mirror=0.2,
        blinds=0.05,
    ),
    "brick": Skin(wall=(0.30, 0.155, 0.105), bay=3.6, pier=1.5, sill=0.95, head=0.7, recess=0.4),
    "stone": Skin(wall=(0.40, 0.335, 0.265), bay=3.3, pier=1.1, sill=0.9, head=0.6, recess=0.4),
    "white": Skin(wall=(0.52, 0.52, 0.51), bay=6.0, pier=0.5, sill=1.2, head=0.5, recess=0.35),
    "flats": Skin(
        wall=(0.50, 0.45, 0.39),
        storey=3.0,
        bay=3.4,
        pier=1.5,
        sill=0.9,
        head=0.4,
        recess=0.7,
        lobby=3.0,
        mirror=0.12,
    ),
    "flats2": Skin(
        wall=(0.40, 0.33, 0.27),
        storey=3.0,
        bay=2.8,
        pier=1.0,
        sill=1.0,
        head=0.4,
        recess=0.6,
        lobby=3.0,
        mirror=0.12,
    ),
    "glassy": Skin(
        wall=(0.30, 0.32, 0.34),
        bay=2.0,
        pier=0.14,
        sill=0.9,
        head=0.02,
        recess=0.15,
        mullion=2.0,
        glass=(0.03, 0.05, 0.06),
        mirror=0.26,
    ),
    "plant": Skin(wall=(0.36, 0.36, 0.35), storey=30, bay=60, pier=60, lobby=0),
    "dark": Skin(wall=(0.13, 0.13, 0.13), storey=30, bay=60, pier=60, lobby=0),
    "canopy": Skin(wall=(0.45, 0.45, 0.445), storey=30, bay=60, pier=60, lobby=0),
    "panel": Skin(wall=(0.03, 0.04, 0.07), storey=30, bay=60, pier=60, lobby=0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """What a ray meets on a wall; normals in the wall's frame (along, up, out)."""

    albedo: F32
    normal: F32
    glass: np.ndarray  # bool: the ray ends on a pane
    blind: F32  # 0 clear to 1 wholly behind a blind
    glow: F32  # share of light that comes through to the room
    sunlit: F32  # 0..1: the sun reaches this depth of the recess
    cover: F32  # 0..1: how open the point is to the sky, by the recess alone
    tilt: F32  # (n, 2) small turn of the pane
    depth: F32  # metres behind the front


class Walls:
    """Holds the noise textures; `strike` answers for many points of one solid at once."""

    def __init__(self) -> None:
        self.coarse = fractal_texture((512, 512), 1.1, 31)
        self.fine = fractal_texture((512, 512), 0.5, 32)

    def strike(
        self, skin: Skin, u: F32, z: F32, ray: F32, sun: F32, height: float, seed: int
    ) -> Wall:
        """u, z (n,) m along and up the wall; ray (n, 3) and sun (n, 3) in the wall's frame."""
        n = len(u)
        lobby = z < skin.lobby
        storey = np.where(lobby, np.float32(max(skin.lobby, 0.1)), np.float32(skin.storey))
        base = np.where(lobby, np.float32(0), np.float32(skin.lobby))
        bay = np.where(lobby, np.float32(max(skin.bay, 4.2)), np.float32(skin.bay))
        pier = np.where(lobby, np.minimum(np.float32(0.7), bay), np.float32(skin.pier))
        sill = np.where(lobby, np.float32(0.15), np.float32(skin.sill))
        head = np.where(lobby, np.float32(0.9), np.float32(skin.head))
        recess = np.where(lobby, np.float32(skin.recess + 0.7), np.float32(skin.recess))
        i, j = np.floor(u / bay), np.floor((z - base) / storey)
        cu, cz = u - i * bay, z - base - j * storey
        capped = z > height - skin.parapet
        # Openings never run into the parapet: the last storey is closed if it would.
        capped |= (base + (j + 1) * storey - head) > height - skin.parapet * 0.6
        u0, u1 = pier / 2, bay - pier / 2
        z0, z1 = sill, storey - head
        opening = (cu > u0) & (cu < u1) & (cz > z0) & (cz < z1) & ~capped
        inward = np.maximum(-ray[:, 2], 0.02)
        ku, kz = ray[:, 0] / inward, ray[:, 1] / inward
        u2, z2 = cu + ku * recess, cz + kz * recess
        pane = opening & (u2 > u0) & (u2 < u1) & (z2 > z0) & (z2 < z1)
        reveal = opening & ~pane
        with np.errstate(divide="ignore", invalid="ignore"):
            tu = np.where(ku > 0, (u1 - cu) / ku, np.where(ku < 0, (u0 - cu) / ku, 1e9))
            tz = np.where(kz > 0, (z1 - cz) / kz, np.where(kz < 0, (z0 - cz) / kz, 1e9))
        side_first = tu < tz
        deep = np.where(pane, recess, np.where(reveal, np.minimum(tu, tz), 0)).astype(np.float32)
        normal = np.zeros((n, 3), np.float32)
        normal[:, 2] = 1
        normal[reveal] = 0
        normal[reveal & side_first, 0] = -np.sign(ku[reveal & side_first])
        normal[reveal & ~side_first, 1] = -np.sign(kz[reveal & ~side_first])
        pu, pz = cu + ku * deep, cz + kz * deep
        out = np.maximum(sun[:, 2], 0.02)
        su, sz = pu + sun[:, 0] / out * deep, pz + sun[:, 1] / out * deep
        sunlit = ((su > u0) & (su < u1) & (sz > z0) & (sz < z1)) | ~opening
        cover = np.where(opening, 1 - 0.45 * np.clip(deep / np.maximum(recess, 0.1), 0, 1), 1)
        # Weak contact shade at the top of each opening.
        cover = cover * np.where(pane, 0.75 + 0.25 * np.clip((z1 - pz) / 0.8, 0, 1), 1)
        mull = np.abs((pu - u0) % skin.mullion - skin.mullion / 2) > skin.mullion / 2 - 0.035
        transom = np.abs(pz - (z0 + (z1 - z0) * 0.72)) < 0.03
        bars = pane & (mull | transom)
        glass = pane & ~bars
        cell = np.floor((pu - u0) / skin.mullion)
        h1 = hash01(i, j, cell, seed)
        h2 = hash01(i, j, seed + 5)
        h3 = hash01(i, j, cell, seed + 9)
        drop = np.where(
            h2 < skin.blinds, 0.2 + 0.6 * h2 / skin.blinds + 0.12 * h1, 0.55 * (h3 < 0.05)
        )
        blind = glass & ((z1 - pz) < drop * (z1 - z0)) & ~lobby
        tilt = (np.stack([h1, h3], -1) - 0.5) * 0.012
        tilt += np.stack(
            [sample2(self.coarse, u * 2.3, z * 2.3), sample2(self.coarse, u * 2.3 + 77, z * 2.3)],
            -1,
        ) * np.float32(0.0026)
        stain = sample2(self.coarse, u * 2.0, z * 1.2) * 0.05
        streak = sample2(self.coarse, u * 14, z * 0.8 + seed * 13) * 0.045
        grain = sample2(self.fine, u * 40, z * 40) * 0.035
        joint = (np.abs(u % skin.joint - skin.joint / 2) > skin.joint / 2 - 0.018) | (
            np.abs(z % (skin.storey / 4) - skin.storey / 8) > skin.storey / 8 - 0.018
        )
        slab = hash01(np.floor(u / skin.joint), np.floor(z * 4 / skin.storey), seed + 2)
        tone = 1 + stain + streak + grain + (slab - 0.5) * 0.09 - 0.2 * joint
        tone *= np.where(z < 0.9, 0.8 + 0.2 * z / 0.9, 1.0)
        albedo = np.asarray(skin.wall, np.float32) * tone[:, None].astype(np.float32)
        albedo[bars] = skin.frame
        albedo[glass] = skin.glass
        return Wall(
            albedo=np.clip(albedo, 0.01, 0.9).astype(np.float32),
            normal=normal,
            glass=glass,
            blind=blind.astype(np.float32),
            glow=(0.4 + 0.9 * h1 * h2).astype(np.float32),
            sunlit=sunlit.astype(np.float32),
            cover=cover.astype(np.float32),
            tilt=tilt.astype(np.float32),
            depth=deep,
        )
