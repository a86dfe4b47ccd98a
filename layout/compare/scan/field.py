"""Where each point of the page lies: one projective transformation and the stretch of the paper.

The stretch is a thin-plate spline with few knots, written in its principal warps (Bookstein 1989):
modes from the smoothest on, each with the energy that bending a plate so takes. How much bending
there is, the measures themselves tell (the largest evidence, MacKay 1992): on a page that has not
stretched it is none, and what has been moved on it is not taken for stretch. A measure that the
others do not agree with weighs nothing (Tukey), so a moved block, a stamp or another picture does
not bend the page.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.raster import Points

Array = NDArray[np.float64]
KNOTS: Final = (7, 9)
PROJECTIVE: Final = 8  # unknowns of a transformation near the one that is known
AMOUNTS: Final = (0.003, 0.01, 0.03, 0.1, 0.2, 0.4, 0.8, 1.6)
"""How much a plate may be bent, as the sd in mm of its smoothest mode: what is tried."""
LEAST_SD_MM: Final = 0.015
"""Of any measure: less no page of newsprint is flat to."""
FREE: Final = 0.00001
"""The weight of a projective unknown being nothing: so light that it is free."""
CUT: Final = 4.7
"""Tukey's: 95 % of the efficiency of least squares where all is well."""
ROUNDS: Final = 12


class Samples(NamedTuple):
    """Measures: points in mm, how far each lies off (n × 2, mm), its sd (n × 2, infinite where it
    was not measured that way)."""

    points: Points
    off: Array
    sd: Array


class StretchField:
    """How far points of the page lie from where a first transformation takes them, in mm of it."""

    def __init__(self, size_mm: tuple[float, float]) -> None:
        self.size = np.array(size_mm)
        self._knots = _lattice(self.size)
        self._modes, self.energy = _warps(self._knots)

    def basis(self, points: Points) -> Array:
        """The unknowns' share in the shift of points: 2 × n × unknowns."""
        return self._basis(np.asarray(points, float))

    def _basis(self, points: Points) -> Array:
        at = _unit(points, self.size)
        x, y = at[:, 0], at[:, 1]
        one, none = np.ones_like(x), np.zeros_like(x)
        bent = _plate(at, self._knots) @ self._modes
        nothing = np.zeros_like(bent)
        plain_x = np.stack([one, x, y, none, none, none, x * x, x * y], axis=1)
        plain_y = np.stack([none, none, none, one, x, y, x * y, y * y], axis=1)
        return np.stack([np.hstack([plain_x, bent, nothing]), np.hstack([plain_y, nothing, bent])])


class Fitted(NamedTuple):
    """A field that has been found: its unknowns, their covariance's root parts, how bent it is."""

    field: StretchField
    theta: Array
    covariance: Array
    amount: float
    weights: Array  # of each sample, 0 where it was left out by the others

    def at(self, points: Points) -> Array:
        """How far points lie off, n × 2, mm."""
        return np.asarray((self.field.basis(points) @ self.theta).T, float)

    def sd(self, points: Points) -> Array:
        """The sd of that, n × 2, mm."""
        rows = self.field.basis(points)
        return np.asarray(np.sqrt(np.einsum("cnk,kl,cnl->nc", rows, self.covariance, rows)), float)

    def stretch(self, points: Points) -> Array:
        """The part of it that no projective transformation explains, at points over the page."""
        rows = self.field.basis(points)
        plain = np.concatenate(list(rows[:, :, :PROJECTIVE]))
        all_of_it = (rows @ self.theta).ravel()
        straight, *_ = np.linalg.lstsq(plain, all_of_it, rcond=None)
        return np.asarray((all_of_it - plain @ straight).reshape(2, -1).T, float)


class Normal(NamedTuple):
    """Least squares summed up: what samples of a group add can be taken off again."""

    matrix: Array
    right: Array
    square: float


def fit(
    field: StretchField,
    samples: Samples,
    groups: NDArray[np.int64] | None = None,
) -> "tuple[Fitted, dict[int, Normal], Normal]":
    """The field that samples tell, and what each group of them adds to it."""
    rows = field.basis(samples.points)
    sd = np.hypot(samples.sd, LEAST_SD_MM)
    known = np.isfinite(sd)
    plain = np.where(known, 1.0 / np.where(known, sd, 1.0) ** 2, 0.0)
    off = np.where(known, samples.off, 0.0)
    trust = np.ones(len(off))
    theta = np.zeros(rows.shape[2])
    amount = AMOUNTS[3]
    scale = 1.0
    for k in range(ROUNDS):
        total = _normal(rows, off, plain * trust[:, None] / scale**2)
        if k in (4, 7, 10):
            amount = max(AMOUNTS, key=lambda a: _evidence(field, total, a))
        theta, _ = _solved(field, total, amount)
        away = off - (rows @ theta).T
        size = np.sqrt((away**2 * plain).sum(axis=1) / np.maximum(1, known.sum(axis=1)))
        measured = size[known.any(axis=1)]
        middle = float(np.median(measured)) if measured.size else 1.0
        scale = max(1.0, middle / 0.67)
        wide = (
            CUT * scale * max(1.0, 6.0 - k)
        )  # wide at first: the paper's stretch is not yet known
        trust = np.where(size < wide, (1 - (size / wide) ** 2) ** 2, 0.0)
    total = _normal(rows, off, plain * trust[:, None] / scale**2)
    theta, covariance = _solved(field, total, amount)
    fitted = Fitted(field, theta, covariance, amount, trust * known.any(axis=1))
    parts: dict[int, Normal] = {}
    if groups is not None:
        for group in np.unique(groups):
            of = groups == group
            parts[int(group)] = _normal(
                rows[:, of], off[of], (plain * trust[:, None])[of] / scale**2
            )
    return fitted, parts, total


def without(fitted: Fitted, total: Normal, parts: "list[Normal]") -> Fitted:
    """The field that all samples but those of some groups tell."""
    matrix, right = total.matrix.copy(), total.right.copy()
    for part in parts:
        matrix -= part.matrix
        right -= part.right
    theta, covariance = _solved(fitted.field, Normal(matrix, right, 0.0), fitted.amount)
    return Fitted(fitted.field, theta, covariance, fitted.amount, fitted.weights)


def _normal(rows: Array, off: Array, weights: Array) -> Normal:
    matrix = np.zeros((rows.shape[2], rows.shape[2]))
    right = np.zeros(rows.shape[2])
    square = 0.0
    for axis in (0, 1):
        weight = weights[:, axis]
        heavy = rows[axis] * weight[:, None]
        matrix += heavy.T @ rows[axis]
        right += heavy.T @ off[:, axis]
        square += float((weight * off[:, axis] ** 2).sum())
    return Normal(matrix, right, square)


def _prior(field: StretchField, amount: float) -> Array:
    """The weight of each unknown being nothing: a projective part is free."""
    stiff = field.energy / field.energy[0] / amount**2
    return np.concatenate([np.full(PROJECTIVE, FREE), stiff, stiff])


def _solved(field: StretchField, total: Normal, amount: float) -> tuple[Array, Array]:
    matrix = total.matrix + np.diag(_prior(field, amount))
    covariance = np.asarray(np.linalg.inv(matrix), float)
    return covariance @ total.right, covariance


def _evidence(field: StretchField, total: Normal, amount: float) -> float:
    """How well the samples are explained by a plate that bends so much, all its shapes together."""
    prior = _prior(field, amount)
    matrix = total.matrix + np.diag(prior)
    theta = np.linalg.solve(matrix, total.right)
    left = total.square - float(theta @ total.right)
    return float(-0.5 * (left + np.linalg.slogdet(matrix)[1] - np.log(prior).sum()))


def _unit(points: Points, size: Any) -> Points:
    """Points with the page's middle at nothing and its longer side 2 long."""
    return np.asarray((points - size / 2) / (size.max() / 2), float)


def _lattice(size: Any) -> Points:
    across, down = np.meshgrid(np.linspace(0, size[0], KNOTS[0]), np.linspace(0, size[1], KNOTS[1]))
    return _unit(np.column_stack([across.ravel(), down.ravel()]), size)


def _plate(at: Points, knots: Points) -> Array:
    """r² log r between points and knots."""
    square = ((at[:, None, :] - knots[None, :, :]) ** 2).sum(axis=2)
    return np.asarray(0.5 * square * np.log(np.maximum(square, np.finfo(float).tiny)), float)


def _warps(knots: Points) -> tuple[Array, Array]:
    """The principal warps at the knots: weights of the plates (knots × modes), each scaled so that
    its own bending, without what is straight, has an rms of 1 over the knots, and their energies
    from the least on."""
    kernel = _plate(knots, knots)
    straight = np.column_stack([np.ones(len(knots)), knots])
    q, _ = np.linalg.qr(straight, mode="complete")
    rest = q[:, 3:]
    energy, vectors = np.linalg.eigh(rest.T @ kernel @ rest)
    order = np.argsort(np.abs(energy))[::-1]  # a large eigenvalue of the kernel is little bending
    energy, vectors = energy[order], vectors[:, order]
    return rest @ vectors * np.sqrt(len(knots)) / energy, np.abs(energy[0] / energy)
