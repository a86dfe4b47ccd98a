"""A small ray tracer: sheets and drums met exactly, lit by panels and by the room. Needs numpy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from letterpress.studio import F32, bilinear, reflect, unit, vec

FAR = np.float32(1e9)
NEAR = np.float32(2e-3)
Paint = Callable[[F32, F32], F32]
"""Colour (n, 3) of a surface at two coordinates (n,) of its own."""


def plain(r: float, g: float, b: float) -> Paint:
    """One colour all over."""
    return lambda s, t: np.broadcast_to(vec(r, g, b), (len(s), 3))


def picture(image: F32) -> Paint:
    """An image (h, w, 3) of linear light spread over a sheet, its first row at the far edge."""
    h, w = image.shape[:2]
    return lambda s, t: bilinear(image, (1 - t) * (h - 1), s * (w - 1))


class Thing(Protocol):
    """What a ray can meet. `meet` gives the distance (FAR where missed); the rest is asked only
    at places that were met."""

    gloss: float

    def meet(self, p: F32, d: F32) -> F32: ...
    def normal(self, x: F32) -> F32: ...
    def color(self, x: F32) -> F32: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A rectangle from a corner along two edges that stand square to one another."""

    at: tuple[float, float, float]
    u: tuple[float, float, float]
    v: tuple[float, float, float]
    paint: Paint
    gloss: float = 0.0

    def meet(self, p: F32, d: F32) -> F32:
        o, u, v = vec(*self.at), vec(*self.u), vec(*self.v)
        n = np.cross(u, v).astype(np.float32)
        down = d @ n
        t = ((o - p) @ n) / np.where(np.abs(down) < 1e-9, np.float32(1e-9), down)
        x = p + d * t[:, None] - o
        a, b = x @ (u / (u @ u)), x @ (v / (v @ v))
        hit = (t > NEAR) & (a >= 0) & (a <= 1) & (b >= 0) & (b <= 1)
        return np.where(hit, t, FAR)

    def normal(self, x: F32) -> F32:
        n = unit(np.cross(vec(*self.u), vec(*self.v)).astype(np.float32))
        return np.broadcast_to(n, x.shape)

    def color(self, x: F32) -> F32:
        u, v = vec(*self.u), vec(*self.v)
        y = x - vec(*self.at)
        return self.paint(y @ (u / (u @ u)), y @ (v / (v @ v)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drum:
    """A cylinder with ends: `side` is painted by turn (0..1) and length (0..1), `end` by radius
    (0..1 of its own) and turn."""

    foot: tuple[float, float, float]
    head: tuple[float, float, float]
    radius: float
    side: Paint
    end: Paint
    gloss: float = 0.0

    def _frame(self) -> tuple[F32, F32, float]:
        o, a = vec(*self.foot), vec(*self.head) - vec(*self.foot)
        return o, unit(a), float(np.sqrt(a @ a))

    def meet(self, p: F32, d: F32) -> F32:
        """Most rays pass by: those that miss the ball round the drum are not asked further."""
        o, axis, long = self._frame()
        q = p - (o + axis * (long / 2))
        b = (q * d).sum(-1)
        near = b * b - (q * q).sum(-1) + np.float32(self.radius**2 + long * long / 4) > 0
        out = np.full(len(p), FAR, np.float32)
        if near.any():
            out[near] = self._meet(np.asarray(p)[near], d[near])
        return out

    def _meet(self, p: F32, d: F32) -> F32:
        o, axis, long = self._frame()
        q = p - o
        da, qa = d @ axis, q @ axis
        dd, qd = d - da[:, None] * axis, q - qa[:, None] * axis
        a, b = (dd * dd).sum(-1), (dd * qd).sum(-1)
        c = (qd * qd).sum(-1) - np.float32(self.radius**2)
        disc = b * b - a * c
        root = np.sqrt(np.maximum(disc, 0))
        best = np.full(len(p), FAR, np.float32)
        for sign in (-1, 1):
            t = (-b + sign * root) / np.maximum(a, 1e-9)
            z = qa + t * da
            ok = (disc > 0) & (t > NEAR) & (z >= 0) & (z <= long)
            best = np.where(ok & (t < best), t, best)
        for z in (0.0, long):
            t = (z - qa) / np.where(np.abs(da) < 1e-9, np.float32(1e-9), da)
            e = qd + t[:, None] * dd
            ok = (t > NEAR) & ((e * e).sum(-1) <= self.radius**2)
            best = np.where(ok & (t < best), t, best)
        return best

    def _at(self, x: F32) -> tuple[F32, F32, F32, float, F32]:
        o, axis, long = self._frame()
        q = x - o
        z = q @ axis
        out = q - z[:, None] * axis
        r = np.sqrt((out * out).sum(-1))
        on_end = (np.minimum(z, long - z) < 1e-3 * max(1.0, long)) & (r < self.radius * 0.9995)
        return z, out, r, long, on_end

    def normal(self, x: F32) -> F32:
        _, axis, _ = self._frame()
        z, out, _, long, on_end = self._at(x)
        ends = np.where((z > long / 2)[:, None], axis, -axis)
        return np.where(on_end[:, None], ends, unit(out)).astype(np.float32)

    def color(self, x: F32) -> F32:
        _, axis, _ = self._frame()
        z, out, r, long, on_end = self._at(x)
        first = unit(np.cross(axis, vec(0.13, 0.27, 0.95)).astype(np.float32))
        second = np.cross(axis, first).astype(np.float32)
        turn = (np.arctan2(out @ second, out @ first) / (2 * np.pi)) % 1
        return np.where(
            on_end[:, None], self.end(r / self.radius, turn), self.side(turn, z / long)
        ).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A lamp or a window: a rectangle that sends light out from its side u × v."""

    at: tuple[float, float, float]
    u: tuple[float, float, float]
    v: tuple[float, float, float]
    power: tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Things, lamps, what the room sends from a direction, and the camera."""

    things: Sequence[Thing]
    panels: Sequence[Panel]
    room: Callable[[F32], F32]
    eye: tuple[float, float, float]
    toward: tuple[float, float, float]
    width: float  # of the picture as a tangent: 2 tan(half the field)
    bounce: float = 0.45  # of the light on what ambient rays meet
    roll: tuple[float, float, float] = (0, 0, 1)

    def nearest(self, p: F32, d: F32) -> tuple[F32, np.ndarray]:
        best = np.full(len(p), FAR, np.float32)
        which = np.full(len(p), -1, np.int32)
        for i, thing in enumerate(self.things):
            t = thing.meet(p, d)
            closer = t < best
            best[closer] = t[closer]
            which[closer] = i
        return best, which

    def blocked(self, p: F32, d: F32, until: F32) -> np.ndarray:
        out = np.zeros(len(p), bool)
        for thing in self.things:
            out |= thing.meet(p, d) < until
        return out

    def surface(self, x: F32, d: F32, which: np.ndarray) -> tuple[F32, F32, F32]:
        """Normal towards the viewer, colour and gloss of what was met."""
        n, c = np.zeros_like(x), np.zeros_like(x)
        gloss = np.zeros(len(x), np.float32)
        for i in np.unique(which):
            if i < 0:
                continue
            at = which == i
            n[at], c[at] = self.things[i].normal(x[at]), self.things[i].color(x[at])
            gloss[at] = self.things[i].gloss
        n *= np.where((n * d).sum(-1) > 0, -1, 1)[:, None]
        return n, c, gloss

    def direct(self, x: F32, n: F32, rng: np.random.Generator) -> F32:
        """Light of every panel at x, each by one ray to a place on it."""
        out = np.zeros_like(x)
        for panel in self.panels:
            u, v = vec(*panel.u), vec(*panel.v)
            a, b = rng.random(len(x), np.float32), rng.random(len(x), np.float32)
            y = vec(*panel.at) + a[:, None] * u + b[:, None] * v
            to = y - x
            far = np.sqrt((to * to).sum(-1))
            to = to / far[:, None]
            face = np.cross(u, v).astype(np.float32)
            area = float(np.sqrt(face @ face))
            leave = np.maximum(-(to @ (face / area)), 0)
            meet = np.maximum((to * n).sum(-1), 0)
            weight = leave * meet * area / (far * far * np.pi)
            lit = weight > 1e-5
            seen = np.zeros(len(x), np.float32)
            if lit.any():
                seen[lit] = ~self.blocked(x[lit] + n[lit] * 4e-3, to[lit], far[lit] - 1e-2)
            out += (weight * seen)[:, None] * vec(*panel.power)
        return out

    def light(self, p: F32, d: F32, rng: np.random.Generator, *, depth: int = 0) -> F32:
        t, which = self.nearest(p, d)
        out = self.room(d).astype(np.float32)
        hit = which >= 0
        if not hit.any():
            return out
        d = d[hit]
        x = p[hit] + d * t[hit][:, None]
        n, c, gloss = self.surface(x, d, which[hit])
        ambient = self._around(x, n, rng) if depth == 0 else self.room(n) * self.bounce
        lit = c * (self.direct(x, n, rng) + ambient)
        if depth == 0 and gloss.any():
            shiny = gloss > 0
            f = (
                gloss[shiny]
                + (1 - gloss[shiny]) * (1 - np.clip(-(d[shiny] * n[shiny]).sum(-1), 0, 1)) ** 5
            )
            rough = rng.standard_normal((int(shiny.sum()), 3)).astype(np.float32) * 0.035
            r = unit(reflect(d[shiny], n[shiny]) + rough)
            seen = self.light(x[shiny] + n[shiny] * 4e-3, r, rng, depth=1)
            lit[shiny] += np.minimum(seen, 3) * (f * 0.7)[:, None]
        out[hit] = lit
        return out

    def _around(self, x: F32, n: F32, rng: np.random.Generator) -> F32:
        """What comes from all round by one ray of a cosine lobe."""
        ball = unit(rng.standard_normal(x.shape).astype(np.float32))
        d = unit(n + ball * 0.999)
        t, which = self.nearest(x + n * 4e-3, d)
        out = self.room(d).astype(np.float32)
        hit = which >= 0
        if hit.any():
            y = x[hit] + d[hit] * t[hit][:, None]
            m, c, _ = self.surface(y, d[hit], which[hit])
            out[hit] = c * (self.room(m) * self.bounce + 0.5 * self.direct(y, m, rng))
        return out

    def draw(self, w: int, h: int, samples: int, seed: int) -> F32:
        """Linear light (h, w, 3), in bands so that memory stays small."""
        rng = np.random.default_rng(seed)
        eye = vec(*self.eye)
        ahead = unit(vec(*self.toward) - eye)
        right = unit(np.cross(ahead, vec(*self.roll)).astype(np.float32))
        up = np.cross(right, ahead).astype(np.float32)
        out = np.zeros((h, w, 3), np.float32)
        band = max(1, 160_000 // w)
        for top in range(0, h, band):
            rows = min(band, h - top)
            yy, xx = np.meshgrid(np.arange(rows) + top, np.arange(w), indexing="ij")
            for _ in range(samples):
                a = (xx + rng.random(xx.shape) - w / 2) / w * self.width
                b = (h / 2 - yy - rng.random(yy.shape)) / w * self.width
                d = unit(
                    (ahead + a[..., None] * right + b[..., None] * up)
                    .reshape(-1, 3)
                    .astype(np.float32)
                )
                p = np.broadcast_to(eye, d.shape)
                got = np.minimum(self.light(p, d, rng), 6.0)
                out[top : top + rows] += got.reshape(rows, w, 3)
        return out / samples
