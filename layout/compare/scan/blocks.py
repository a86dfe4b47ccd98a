"""How far each block of our page lies off in print, against what all the others tell of the paper.

A field that is fitted to a block's own pieces would take its shift for stretch. So each block is
measured against the field that the other blocks tell; and a block that is found to be moved tells
nothing of the paper, whereupon the rest is measured anew.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.field import Fitted, Normal, Samples, StretchField, fit, without
from layout.compare.scan.lay import Placed
from layout.compare.scan.model import BlockPart, BlockReport, Box, Measure
from layout.compare.scan.patches import ALIKE, PieceFound, find
from layout.compare.scan.pieces import BlockPieces, Sought, cells_of
from layout.compare.scan.raster import GreyRaster
from layout.compare.scan.register import Registered, laid_anew
from layout.compare.scan.shape import flat
from layout.compare.scan.telling import ANOTHER
from layout.record import replace

MOVED_MM: Final = 0.12
MOVED_SD: Final = 4.0
MOST_MOVED: Final = 0.45
"""The share of the page's pieces that blocks which are moved may have."""
REACH_MM: Final = 1.6
FAR_MM: Final = 14.0
FAR_LIKE: Final = 0.55
LEAST_STRANGE: Final = 8
"""Pieces of a block that is taken for another: fewer are a stamp, or a new picture."""
SPREAD_MM: Final = 0.02
"""What the pieces of a block have in common and no statistics tell: the press, the lens."""


class Shifts:
    """The shift of each block that its pieces tell, and the field without each."""

    def __init__(self, registered: Registered, field: StretchField) -> None:
        self.registered = registered
        self.field = field
        self.moved: set[int] = set()
        self._fit()
        self._look()

    def _fit(self) -> None:
        """The field of all blocks that are not moved."""
        samples, groups = self.registered.samples, self.registered.groups
        kept = ~np.isin(groups, list(self.moved))
        few = Samples(samples.points[kept], samples.off[kept], samples.sd[kept])
        self.whole, self.parts, self.total = fit(self.field, few, groups[kept])

    def _look(self) -> None:
        """Take blocks that are moved out, the surest first, until none is. Where it would come to
        most of the page it is the paper, and none is taken for moved."""
        of_all = len(self.registered.groups)
        while True:
            worst, most = -1, MOVED_SD
            for group in self.parts:
                found = self.block(group)
                if found is None or group in self.moved:
                    continue
                away = np.hypot(found.dx or 0.0, found.dy or 0.0)
                sure = away / max(found.sd_x or 0.0, found.sd_y or 0.0, SPREAD_MM)
                if away > MOVED_MM and sure > most:
                    worst, most = group, sure
            if worst < 0 or len(self.parts) <= 2:
                return
            self.moved.add(worst)
            taken = int(np.isin(self.registered.groups, list(self.moved)).sum())
            if taken > MOST_MOVED * of_all:
                self.moved.clear()
                self._fit()
                return
            self._fit()

    def beside(self, group: int) -> Fitted:
        """The field that all blocks but one tell."""
        part = self.parts.get(group)
        if part is None:
            return self.whole
        parts: list[Normal] = [part]
        return without(self.whole, self.total, parts)

    def block(self, group: int) -> Measure | None:
        """How far a block lies off, by the middle of its pieces; None where none is found."""
        samples, groups = self.registered.samples, self.registered.groups
        own = groups == group
        if not own.any():
            return None
        field = self.beside(group)
        points = samples.points[own]
        away, sd = samples.off[own] - field.at(points), samples.sd[own]
        spread = field.sd(points.mean(axis=0, keepdims=True))[0]
        values: list[float | None] = []
        errors: list[float | None] = []
        for axis in (0, 1):
            known = np.isfinite(sd[:, axis])
            if not known.any():
                values.append(None)
                errors.append(None)
                continue
            value, error = _middle(away[known, axis], sd[known, axis])
            values.append(value)
            errors.append(float(np.sqrt(error**2 + spread[axis] ** 2 + SPREAD_MM**2)))
        return Measure(dx=values[0], dy=values[1], sd_x=errors[0], sd_y=errors[1], like=1.0)


def measured(
    registered: Registered, ours: GreyRaster, blocks: Sequence[BlockPieces]
) -> tuple[Registered, tuple[BlockReport, ...]]:
    """All blocks measured, and the scan laid on the page by what has not moved. Raises `ScanError`
    where that is stretched by more than can be told from what was moved."""
    field = StretchField(ours.size_mm)
    shifts = Shifts(registered, field)
    if shifts.moved:
        registered = laid_anew(registered, ours, cells_of(blocks), shifts.whole)
        shifts = Shifts(registered, field)
    final = Placed(registered.placed.matrix, shifts.whole)
    groups = np.concatenate([np.full(len(b.cells), k) for k, b in enumerate(blocks)])
    flat(final, ours, registered.laid, strange=_strange(registered, groups))
    out = []
    for k, block in enumerate(blocks):
        found = [f for f, g in zip(registered.found, groups, strict=True) if g == k]
        out.append(_report(registered, shifts, k, block, found))
    return registered._replace(placed=final), tuple(out)


def _strange(registered: Registered, groups: NDArray[np.int64]) -> int:
    """How many blocks are others in print: with nearly none of their pieces in the scan."""
    like: dict[int, list[bool]] = {}
    for found, group in zip(registered.found, groups, strict=True):
        if found is not None:
            like.setdefault(int(group), []).append(found.like >= ALIKE)
    return sum(
        len(ones) >= LEAST_STRANGE and ones.count(False) > ANOTHER * len(ones)
        for ones in like.values()
    )


def _report(
    registered: Registered,
    shifts: Shifts,
    index: int,
    block: BlockPieces,
    found: "list[PieceFound | None]",
) -> BlockReport:
    laid = registered.laid
    field = shifts.beside(index)
    shown = _shown(registered, block.box)
    shift = shifts.block(index)
    asked = [(c, f) for c, f in zip(block.cells, found, strict=True) if f is not None]
    unlike = [c for c, f in asked if f.like < ALIKE]
    start = (0.0, 0.0)
    if asked and len(unlike) > 0.6 * len(asked):
        far = _far(registered, block.box)
        if far is not None:
            start = far
            again = [find(laid, cell, REACH_MM, start) for cell, _ in asked]
            good = [f is not None and f.like >= ALIKE for f in again]
            if sum(good) > 0.5 * len(asked):
                unlike = [c for (c, _), g in zip(asked, good, strict=True) if not g]
                shift = _mean(_measures(registered, field, [c for c, _ in asked], again))
            else:
                start = (0.0, 0.0)
    if asked and len(unlike) > ANOTHER * len(asked) and start == (0.0, 0.0):
        shift = None
    around = start
    if shift is not None and start == (0.0, 0.0):
        around = (shift.dx or 0.0, shift.dy or 0.0)
        u = registered.placed.fitted
        if u is not None:  # the scan has been laid by a field that may have followed the block
            middle = np.array(
                [[(block.box[0] + block.box[2]) / 2, (block.box[1] + block.box[3]) / 2]]
            )
            gone = (u.at(middle) - field.at(middle))[0]
            around = (around[0] - float(gone[0]), around[1] - float(gone[1]))

    pieces = (*block.sides, *block.heads, *block.lines)
    ones = [find(laid, piece.box, REACH_MM, around) for piece in pieces]
    shifts_of = _measures(registered, field, [piece.box for piece in pieces], ones)
    parts = [_part(piece, measure) for piece, measure in zip(pieces, shifts_of, strict=True)]
    sides, heads = len(block.sides), len(block.sides) + len(block.heads)
    return BlockReport(
        id=block.id,
        kind=block.kind,
        box=block.box,
        shift=shift,
        sides=tuple(parts[:sides]),
        heads=tuple(parts[sides:heads]),
        lines=tuple(parts[heads:]),
        unlike=len(unlike) / len(asked) if asked else 0.0,
        places=tuple(unlike),
        shown=shown,
    )


def _part(piece: Sought, measure: Measure | None) -> BlockPart:
    """A piece with what is asked of its shift."""
    if measure is not None:
        measure = replace(
            measure,
            dx=measure.dx if piece.across else None,
            dy=measure.dy if piece.down else None,
            sd_x=measure.sd_x if piece.across else None,
            sd_y=measure.sd_y if piece.down else None,
        )
        if measure.dx is None and measure.dy is None:
            measure = None
    return BlockPart(name=piece.name, text=piece.text, box=piece.box, shift=measure)


def _measures(
    registered: Registered,
    field: Fitted,
    boxes: Sequence[Box],
    found: "Sequence[PieceFound | None]",
) -> list[Measure | None]:
    """Pieces' shifts on the page: what they are off where the scan has been laid, against a field.
    None of those that were not found."""
    laid, placed = registered.laid, registered.placed
    which = [
        k
        for k, f in enumerate(found)
        if f is not None and f.like >= ALIKE and np.isfinite([f.sd_x, f.sd_y]).any()
    ]
    out: list[Measure | None] = [None] * len(found)
    if not which:
        return out
    table = np.array([boxes[k] for k in which])
    middles = (table[:, :2] + table[:, 2:]) / 2
    kept = [f for k in which if (f := found[k]) is not None]
    off = np.array([(f.dx, f.dy) for f in kept]) / laid.px
    if placed.fitted is not None:
        off = off + placed.fitted.at(middles + off)
    away = off - field.at(middles + off)
    own = np.array([(f.sd_x, f.sd_y) for f in kept]) / laid.px
    sd = np.sqrt(own**2 + field.sd(middles) ** 2 + SPREAD_MM**2)
    for k, f, shift, error in zip(which, kept, away, sd, strict=True):
        known = np.isfinite(error)
        out[k] = Measure(
            dx=float(shift[0]) if known[0] else None,
            dy=float(shift[1]) if known[1] else None,
            sd_x=float(error[0]) if known[0] else None,
            sd_y=float(error[1]) if known[1] else None,
            like=f.like,
        )
    return out


def _mean(measures: list[Measure | None]) -> Measure | None:
    """Several measures of one block as one."""
    known = [m for m in measures if m is not None]
    if not known:
        return None
    out: list[tuple[float | None, float | None]] = []
    for values in (
        [(m.dx, m.sd_x) for m in known],
        [(m.dy, m.sd_y) for m in known],
    ):
        pairs = [(v, s) for v, s in values if v is not None and s is not None]
        if not pairs:
            out.append((None, None))
            continue
        value, error = _middle(np.array([v for v, _ in pairs]), np.array([s for _, s in pairs]))
        out.append((value, float(np.hypot(error, SPREAD_MM))))
    return Measure(dx=out[0][0], dy=out[1][0], sd_x=out[0][1], sd_y=out[1][1], like=1.0)


def _middle(values: NDArray[np.float64], sd: NDArray[np.float64]) -> tuple[float, float]:
    """The middle of measures that may hold wrong ones (Huber's), and its sd by their own spread."""
    at = float(np.median(values))
    spread = max(1.483 * float(np.median(np.abs(values - at))), 0.01)
    for _ in range(5):
        away = np.maximum(np.abs(values - at), spread)
        weight = np.minimum(1.0, 1.5 * spread / away)
        weight = weight / np.maximum(sd, 0.01) ** 2
        at = float((weight * values).sum() / weight.sum())
    return at, float(max(spread, np.median(sd)) / np.sqrt(len(values)))


def _shown(registered: Registered, box: Box) -> float:
    """The share of a box that the scan shows."""
    laid = registered.laid
    x0, y0, x1, y1 = (round(v * laid.px) for v in box)
    part = laid.shown[max(0, y0) : max(y1, y0 + 1), max(0, x0) : max(x1, x0 + 1)]
    return float(part.mean()) if part.size else 0.0


def _far(registered: Registered, box: Box) -> tuple[float, float] | None:
    """Where a whole block has gone that is not near its place, in mm from it; None where nothing
    within some distance is like it."""
    import cv2

    laid = registered.laid
    by = 0.4
    px = laid.px * by
    ours = cv2.resize(laid.ours, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
    scan = cv2.resize(laid.scan, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
    x0, y0, x1, y1 = (max(0, round(v * px)) for v in box)
    piece = ours[y0:y1, x0:x1]
    if min(piece.shape) < 4 or piece.std() < 2.0:
        return None
    reach = round(FAR_MM * px)
    left, top = max(0, x0 - reach), max(0, y0 - reach)
    window = scan[top : y1 + reach, left : x1 + reach]
    if window.shape[0] < piece.shape[0] or window.shape[1] < piece.shape[1]:
        return None
    scores = cv2.matchTemplate(window, piece, cv2.TM_CCOEFF_NORMED)
    _, like, _, (col, row) = cv2.minMaxLoc(scores)
    if like < FAR_LIKE:
        return None
    return (left + col - x0) / px, (top + row - y0) / px
