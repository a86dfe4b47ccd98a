"""Light on every kind of surface: sun, open sky, bounce, panes, water and leaves."""

from __future__ import annotations

import numpy as np

from park.camera import EYE, SUN
from park.facade import SKINS, Walls
from park.ground import Ground
from park.light import DepthMap, depth_map, sky_directions
from park.noise import F32, fractal_texture, hash01, sample2, smooth
from park.sky import HAZE, SUN_COLOUR, Sky
from park.solids import FAR, Solid, nearest, normal_at
from park.splats import GLOSS, LEAF, SOLID_THING, Splats

BOUNCE = np.array([0.17, 0.155, 0.12], np.float32)


def _mirror(d: F32, n: F32) -> F32:
    return (d - 2 * (d * n).sum(-1, keepdims=True) * n).astype(np.float32)


class Studio:
    """The lit scene. Radiance methods take points (n, 3) and give (n, 3)."""

    def __init__(
        self,
        solids: tuple[Solid, ...],
        far: tuple[Solid, ...],
        splats: Splats,
        ground: Ground,
        fineness: float,
    ) -> None:
        self.solids, self.far, self.splats, self.ground = solids, far, splats, ground
        self.walls, self.sky = Walls(), Sky()
        self.ripple = fractal_texture((1024, 1024), 1.0, 51)
        self.leafmass = fractal_texture((1024, 1024), 0.7, 52)
        mid = np.array([75, 175, 10], np.float32)
        everything = solids + far
        self.sun_near = depth_map(SUN, solids, splats, mid, 185, int(5600 * fineness))
        self.sun_far = depth_map(
            SUN,
            everything,
            splats,
            np.array([350, 650, 20], np.float32),
            900,
            int(3000 * fineness),
        )
        thin = slice(0, None, 3)
        some = Splats(
            place=splats.place[thin],
            normal=splats.normal[thin],
            colour=splats.colour[thin],
            radius=splats.radius[thin] * 1.7,
            kind=splats.kind[thin],
        )
        wide = np.array([90, 210, 10], np.float32)
        self.domes: list[tuple[DepthMap, F32, float]] = []
        dirs = sky_directions(int(26 * fineness))
        cells = int(1040 * fineness)
        for d in dirs:
            light = self.sky.look(d[None])[0]
            shadow = depth_map(d, solids, some, wide, 260, cells)
            self.domes.append((shadow, light, 1 / float(d[2])))
        self.canopy = depth_map(np.array([0, 0, 1], np.float32), (), some, wide, 260, cells)
        # Reflections see the large solids only.
        self.mirrored = tuple(s for s in solids if s.hi[2] - s.lo[2] > 3 and s.hi[0] - s.lo[0] > 5)

    def sun_on(self, p: F32, leaf: bool) -> F32:
        """Share of the sun that reaches points (n, 3)."""
        total = np.zeros(len(p), np.float32)
        jig = np.arange(len(p))
        inside = self.sun_near
        taps = 2 if leaf else 4
        for k in range(taps):
            # whole-number hashes of the point, so the grain of the penumbra does not crawl
            ang = 2 * np.pi * (hash01(jig, k, 5) + k) / taps
            r = 0.05 if leaf else 0.13
            du, dv = r * np.cos(ang), r * np.sin(ang)
            if leaf:
                hard = inside.shade(p, 0.10, 0.0, du, dv)
                total += 0.80 * hard + 0.20 * inside.shade(p, 0.05, 0.9, du, dv)
            else:
                total += inside.shade(p, 0.16, 0.0, du, dv)
        near = total / taps
        i = p @ inside.side - inside.origin[0]
        j = p @ inside.up - inside.origin[1]
        span = inside.cell * inside.height.shape[0]
        outside = (i < 1) | (j < 1) | (i > span - 1) | (j > span - 1)
        if outside.any():
            far = self.sun_far.shade(p[outside], 0.9, 0.8 if leaf else 0.0)
            near[outside] = far
        return near

    def ambient(self, p: F32, n: F32, leaf: bool) -> F32:
        """Sky light and bounce, already divided by pi."""
        out = np.zeros((len(p), 3), np.float32)
        for dome, light, weight in self.domes:
            facing = n @ dome.toward
            if leaf:
                facing = np.maximum(facing * 0.7 + 0.3, 0.04)
                vis = dome.shade(p, 0.15, 1.1)
            else:
                facing = np.maximum(facing, 0)
                vis = dome.shade(p, 0.45, 0.35)
            out += (facing * vis * (weight / len(self.domes)))[:, None] * light
        up = (0.5 - 0.5 * n[:, 2])[:, None]
        openness = np.clip(out.sum(1, keepdims=True) * 0.9, 0.25, 1)
        return out + BOUNCE * (0.25 + 1.1 * up) * SUN_COLOUR * openness * 0.33

    def diffuse(
        self, p: F32, n: F32, albedo: F32, sunlit: F32 | float = 1.0, cover: F32 | float = 1.0
    ) -> F32:
        """Matt surface."""
        off = p + n * 0.12
        ndl = np.maximum(n @ SUN, 0)
        sun = np.zeros(len(p), np.float32)
        lit = ndl > 0
        sun[lit] = self.sun_on(off[lit], False)
        sun = sun * ndl * sunlit
        amb = self.ambient(off, n, False) * np.reshape(cover, (-1, 1))
        return (albedo * (sun[:, None] * SUN_COLOUR + amb)).astype(np.float32)

    def leaves(self, p: F32, n: F32, albedo: F32, d: F32) -> F32:
        """Leaf: wrapped light, some light through, a waxy glint."""
        ndl = n @ SUN
        front = np.clip(ndl * 0.85 + 0.15, 0, 1)
        back = np.clip(-ndl, 0, 1) * 0.30
        sun = self.sun_on(p + SUN * 0.05, True)
        amb = self.ambient(p, n, True)
        half = SUN - d
        half /= np.linalg.norm(half, axis=1, keepdims=True)
        glint = np.clip((n * half).sum(1), 0, 1) ** 14 * 0.035
        through = np.array([1.05, 1.15, 0.55], np.float32)
        c = albedo * (front * sun)[:, None] * SUN_COLOUR
        c += albedo * through * (back * sun)[:, None] * SUN_COLOUR
        c += (glint * sun)[:, None] * SUN_COLOUR
        return (c + albedo * amb * 1.05).astype(np.float32)

    def things(self, p: F32, n: F32, albedo: F32, d: F32, gloss: np.ndarray) -> F32:
        c = self.diffuse(p, n, albedo)
        if gloss.any():
            r = _mirror(d[gloss], n[gloss])
            fres = 0.05 + 0.75 * (1 - np.clip(-(d[gloss] * n[gloss]).sum(1), 0, 1)) ** 5
            low = r[:, 2] < 0.05
            sky = self.sky.look(np.stack([r[:, 0], r[:, 1], np.abs(r[:, 2])], 1))
            sky[low] = (0.10, 0.11, 0.09)
            half = np.clip(r @ SUN, 0, 1) ** 180 * 9
            c[gloss] = c[gloss] + fres[:, None] * sky + (fres * half)[:, None] * SUN_COLOUR
        return c

    # -- reflections -----------------------------------------------------------------

    def seen(self, o: F32, d: F32) -> F32:
        """Radiance along rays that left a pane or the water."""
        t, who = nearest(self.mirrored, o, d)
        up = np.maximum(d[:, 2], 0.004)
        out = self.sky.look(np.stack([d[:, 0], d[:, 1], up], 1))
        out = self.sky.hills(d, out)
        down = (d[:, 2] < -0.002) & (t >= FAR)
        with np.errstate(divide="ignore", invalid="ignore"):
            tg = np.where(down, -o[:, 2] / d[:, 2], FAR)
        down &= tg < 4000
        if down.any():
            p = o[down] + d[down] * tg[down, None]
            x, y = p[:, 0], p[:, 1]
            col = self.ground.colour(x, y, self.ground.kind(x, y), tg[down])
            lit = self.sun_far.shade(p, 0.9, 0.0) * SUN[2]
            col = col * (lit[:, None] * SUN_COLOUR + 0.45)
            haze = np.exp(-tg[down] / 1500)[:, None]
            out[down] = col * haze + HAZE * 0.85 * (1 - haze)
        for k in np.unique(who[who >= 0]):
            m = who == k
            out[m] = self._solid(self.mirrored[k], o[m], d[m], t[m], deep=False)
        # tree crowns, by marching over the map of their tops
        stop = np.minimum(np.minimum(t, tg), 170)
        todo = np.flatnonzero(o[:, 2] + d[:, 2] * 2 < 16)
        dist = np.full(len(todo), 1.2, np.float32)
        for _ in range(70):
            if not len(todo):
                break
            p = o[todo] + d[todo] * dist[:, None]
            i = np.floor((p @ self.canopy.side - self.canopy.origin[0]) / self.canopy.cell)
            j = np.floor((p @ self.canopy.up - self.canopy.origin[1]) / self.canopy.cell)
            i = np.clip(i.astype(np.int64), 0, 1039)
            j = np.clip(j.astype(np.int64), 0, 1039)
            top = self.canopy.height[j, i]
            hit = (p[:, 2] < top) & (p[:, 2] > np.maximum(top * 0.25, 0.2)) & (dist < stop[todo])
            if hit.any():
                q = p[hit]
                mass = sample2(self.leafmass, (q[:, 0] + q[:, 1]) * 2.2, q[:, 2] * 3)
                lit = self.sun_near.shade(q, 0.6, 3.0)
                green = np.array([0.055, 0.085, 0.022]) * (1 + 0.30 * mass)[:, None]
                # crowns darken downwards, where their own upper leaves shade them
                green *= (0.35 + 0.55 * np.clip(q[:, 2] / np.maximum(top[hit], 1), 0, 1))[:, None]
                out[todo[hit]] = green * (lit[:, None] * 0.7 * SUN_COLOUR + 0.22)
            keep = ~hit & (dist < stop[todo])
            todo, dist = todo[keep], dist[keep] * 1.03 + 0.55
        return np.asarray(out, np.float32)

    # -- buildings -------------------------------------------------------------------

    def _solid(self, s: Solid, o: F32, d: F32, t: F32, deep: bool) -> F32:
        p = o + d * t[:, None]
        n = normal_at(s, p)
        out = np.zeros((len(p), 3), np.float32)
        top = n[:, 2] > 0.5
        if top.any():
            out[top] = self._roof(s, p[top], d[top])
        under = n[:, 2] < -0.5
        if under.any():
            out[under] = self.diffuse(p[under], n[under], np.full((1, 3), 0.4, np.float32))
        side = ~top & ~under
        if side.any():
            out[side] = self._wall(s, p[side], n[side], d[side], deep)
        return out

    def _roof(self, s: Solid, p: F32, d: F32) -> F32:
        skin = SKINS[s.skin]
        up = np.tile(np.array([0, 0, 1], np.float32), (len(p), 1))
        tone = 1 + 0.10 * sample2(self.ground.big, p[:, 0] * 9, p[:, 1] * 9)
        tone += 0.09 * sample2(self.ground.mid, p[:, 0] * 14, p[:, 1] * 14)
        if skin.lobby <= 0:
            return self.diffuse(p, up, np.asarray(skin.wall, np.float32) * tone[:, None])
        sunk = 0.9
        lo, hi = np.asarray(s.lo, np.float32), np.asarray(s.hi, np.float32)
        q = p + d * (sunk / np.maximum(-d[:, 2:3], 0.02))
        if s.drum:
            c, r = (lo + hi) / 2, (hi - lo) / 2 - 0.4
            inner = (((p - c)[:, :2] / r[:2]) ** 2).sum(1) < 1
            floor = (((q - c)[:, :2] / r[:2]) ** 2).sum(1) < 1
        else:
            inner = ((p > lo + 0.4) & (p < hi - 0.4))[:, :2].all(1)
            floor = ((q > lo + 0.4) & (q < hi - 0.4))[:, :2].all(1)
        seam = (np.abs(p[:, 0] % 6 - 3) > 2.95) | (np.abs(p[:, 1] % 6 - 3) > 2.95)
        grey = np.array([0.30, 0.29, 0.27]) * (tone - 0.18 * seam)[:, None]
        coping = np.asarray(skin.wall) * 0.95 * tone[:, None]
        out = self.diffuse(p, up, coping.astype(np.float32))
        fl = inner & floor
        if fl.any():
            sunny = np.ones(int(fl.sum()), np.float32)
            # the parapet's own shadow on the sunk roof
            back = q[fl] + SUN * (sunk / SUN[2])
            gone = ((back < lo + 0.4) | (back > hi - 0.4))[:, :2].any(1)
            sunny[gone] = 0
            out[fl] = self.diffuse(p[fl], up[fl], grey[fl].astype(np.float32), sunny, 0.9)
        lip = inner & ~floor
        if lip.any():
            out[lip] = coping[lip] * 0.42
        return out

    def _wall(self, s: Solid, p: F32, n: F32, d: F32, deep: bool) -> F32:
        skin = SKINS[s.skin]
        along = np.stack([-n[:, 1], n[:, 0], np.zeros(len(n), np.float32)], 1)
        lo, hi = np.asarray(s.lo, np.float32), np.asarray(s.hi, np.float32)
        if s.drum:
            c, r = (lo + hi) / 2, (hi - lo) / 2
            u = np.arctan2(p[:, 1] - c[1], p[:, 0] - c[0]) * r[0] + 200
        else:
            u = np.where(np.abs(n[:, 0]) > 0.5, p[:, 1] - lo[1], p[:, 0] - lo[0])
            along = np.where(np.abs(n[:, :1]) > 0.5, [[0, 1, 0]], [[1, 0, 0]]).astype(np.float32)
        z = p[:, 2] - lo[2]

        def local(v: F32) -> F32:
            v = np.broadcast_to(v, n.shape)
            return np.stack([(v * along).sum(1), v[:, 2], (v * n).sum(1)], 1).astype(np.float32)

        w = self.walls.strike(
            skin, u.astype(np.float32), z, local(d), local(SUN), float(hi[2] - lo[2]), s.seed
        )
        wn = along * w.normal[:, :1] + n * w.normal[:, 2:3]
        wn[:, 2] += w.normal[:, 1]
        # Light is looked up at the front of the wall: the maps do not know the recesses.
        out = self.diffuse_recessed(p, n, wn, w.albedo, w.sunlit, w.cover)
        g = np.flatnonzero(w.glass)
        if not len(g):
            return out
        gn = n[g] + along[g] * w.tilt[g, :1]
        gn[:, 2] += w.tilt[g, 1]
        gn /= np.linalg.norm(gn, axis=1, keepdims=True)
        cos = np.clip(-(d[g] * gn).sum(1), 0, 1)
        fres = skin.mirror + (1 - skin.mirror) * (1 - cos) ** 5
        r = _mirror(d[g], gn.astype(np.float32))
        if deep:
            env = self.seen((p[g] + n[g] * 0.05).astype(np.float32), r)
        else:
            up = np.maximum(r[:, 2], 0.02)
            env = self.sky.look(np.stack([r[:, 0], r[:, 1], up], 1)) * 0.7
        tint = np.array([0.93, 1.0, 1.0], np.float32)
        room = np.asarray(skin.glass, np.float32) * (0.35 + 0.8 * w.glow[g, None])
        lit = (out[g] / np.maximum(w.albedo[g], 1e-3)).clip(0, 3.2)
        inside = room * (0.5 + 0.6 * lit) + w.blind[g, None] * lit * 0.13
        out[g] = fres[:, None] * env * tint + (1 - fres)[:, None] * inside
        return out

    def diffuse_recessed(
        self, p: F32, n: F32, wn: F32, albedo: F32, sunlit: F32, cover: F32
    ) -> F32:
        off = p + n * 0.12
        ndl = np.maximum(wn @ SUN, 0) * sunlit
        sun = np.zeros(len(p), np.float32)
        lit = ndl > 0
        sun[lit] = self.sun_on(off[lit], False)
        amb = self.ambient(off, n, False) * cover[:, None]
        return (albedo * ((sun * ndl)[:, None] * SUN_COLOUR + amb)).astype(np.float32)

    def solid_pixels(self, s: Solid, d: F32, t: F32) -> F32:
        out = np.zeros((len(d), 3), np.float32)
        for k in range(0, len(d), 400_000):
            sl = slice(k, k + 400_000)
            o = np.broadcast_to(EYE, d[sl].shape)
            deep = float(np.min(t[sl])) < 520
            out[sl] = self._solid(s, o, d[sl], t[sl], deep)
        return out

    def ground_pixels(self, d: F32, t: F32) -> F32:
        p = EYE + d * t[:, None]
        x, y = p[:, 0], p[:, 1]
        k = self.ground.kind(x, y)
        albedo = self.ground.colour(x, y, k, t)
        n = np.tile(np.array([0, 0, 1], np.float32), (len(p), 1))
        rough = np.where(k == 0, 0.30, 0.05) * np.clip(1.5 - t / 300, 0.2, 1)
        n[:, 0] += rough * sample2(self.ground.fine, x * 31, y * 31)
        n[:, 1] += rough * sample2(self.ground.fine, x * 31 + 500, y * 31)
        n /= np.linalg.norm(n, axis=1, keepdims=True)
        out = self.diffuse(p, n, albedo)
        w = np.flatnonzero(k == 6)
        if len(w):
            u, v = x[w] * 20, y[w] * 20
            gx = sample2(self.ripple, u, v) - sample2(self.ripple, u + 6, v)
            gy = sample2(self.ripple, u + 99, v) - sample2(self.ripple, u + 99, v + 6)
            calm = 0.006 + 0.016 * smooth(-0.2, 0.9, sample2(self.ripple, x[w] * 1.6, y[w] * 1.6))
            m = np.stack([gx * calm, gy * calm, np.ones(len(w))], 1).astype(np.float32)
            m /= np.linalg.norm(m, axis=1, keepdims=True)
            cos = np.clip(-(d[w] * m).sum(1), 0, 1)
            fres = 0.03 + 0.97 * (1 - cos) ** 5
            r = _mirror(d[w], m)
            r[:, 2] = np.maximum(r[:, 2], 0.01)
            env = self.seen((p[w] + [0, 0, 0.02]).astype(np.float32), r)
            out[w] = out[w] * 1.1 + np.minimum(fres * 1.5, 1)[:, None] * env
        return out

    def splat_pixels(self, ids: np.ndarray, d: F32, t: F32) -> F32:
        s = self.splats
        p = s.place[ids]
        n, col, kind = s.normal[ids], s.colour[ids], s.kind[ids]
        out = np.zeros((len(ids), 3), np.float32)
        leaf = kind == LEAF
        if leaf.any():
            out[leaf] = self.leaves(p[leaf], n[leaf], col[leaf], d[leaf])
        hard = ~leaf
        if hard.any():
            out[hard] = self.things(p[hard], n[hard], col[hard], d[hard], (kind == GLOSS)[hard])
        return out


__all__ = ["SOLID_THING", "Studio"]
