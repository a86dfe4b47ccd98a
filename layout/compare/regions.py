"""Pixels that differ, gathered into regions: one for a word, not one for each of its strokes."""

from typing import Any, Final

import numpy as np

from layout.record import record

Mask = Any
GAP_MM: Final = 2.0
"""Pixels as near as this are of one region: strokes of one character of 9 pt lie nearer."""


@record
class Region:
    """Where something differs: left, top, right and bottom in pixels, the last two past the end,
    and how much of it: pixels that are gone, new, and of another tint."""

    left: int
    top: int
    right: int
    bottom: int
    gone: float
    new: float
    tint: float


def regions(gone: Mask, new: Mask, tint: Mask, per_mm: float) -> list[Region]:
    """The regions of what differs, the largest first. `gone` and `new` are how much of each pixel
    differs, 0 to 1; `tint` is a mask."""
    mask = (gone > 0) | (new > 0) | tint
    if not mask.any():
        return []
    side = max(1, round(GAP_MM * per_mm / 2))
    cells = _cells(mask, side)
    labels, count = labelled(cells)
    ys, xs = np.nonzero(mask)
    own = labels[ys // side, xs // side]
    amounts = [
        np.bincount(own, weights=amount[ys, xs], minlength=count + 1)
        for amount in (gone, new, tint.astype(np.float32))
    ]
    edges = []
    for values, take, start in (
        (xs, np.minimum, mask.shape[1]), (ys, np.minimum, mask.shape[0]),
        (xs, np.maximum, -1), (ys, np.maximum, -1),
    ):  # fmt: skip
        edge = np.full(count + 1, start, dtype=np.int64)
        take.at(edge, own, values)
        edges.append(edge)
    out = [
        Region(
            left=int(edges[0][n]), top=int(edges[1][n]), right=int(edges[2][n]) + 1,
            bottom=int(edges[3][n]) + 1, gone=float(amounts[0][n]), new=float(amounts[1][n]),
            tint=float(amounts[2][n]),
        )
        for n in range(1, count + 1)
    ]  # fmt: skip
    return sorted(out, key=lambda r: (-(r.gone + r.new + r.tint), r.top, r.left))


def _cells(mask: Mask, side: int) -> Mask:
    """Squares of `side` pixels with anything in them."""
    rows, columns = (-(-n // side) for n in mask.shape)
    whole = np.zeros((rows * side, columns * side), dtype=bool)
    whole[: mask.shape[0], : mask.shape[1]] = mask
    return whole.reshape(rows, side, columns, side).any(axis=(1, 3))


def labelled(cells: Mask) -> tuple[Mask, int]:
    """A number from 1 for each group of cells that touch, corners included, and how many there
    are. Runs of a row are joined with those of the row above."""
    labels = np.zeros(cells.shape, dtype=np.int64)
    parents: list[int] = [0]
    above: list[tuple[int, int, int]] = []

    def root(label: int) -> int:
        while parents[label] != label:
            parents[label] = parents[parents[label]]
            label = parents[label]
        return label

    for y in range(cells.shape[0]):
        row = np.flatnonzero(np.diff(np.concatenate(([0], cells[y].view(np.int8), [0]))))
        here: list[tuple[int, int, int]] = []
        at = 0
        for begin, end in row.reshape(-1, 2).tolist():
            label = 0
            while at < len(above) and above[at][1] < begin:
                at += 1
            k = at
            while k < len(above) and above[k][0] <= end:
                other = root(above[k][2])
                if label and other != label:
                    parents[max(label, other)] = min(label, other)
                    label = min(label, other)
                else:
                    label = other
                k += 1
            if not label:
                label = len(parents)
                parents.append(label)
            labels[y, begin:end] = label
            here.append((begin, end, label))
        above = here
    roots = np.array([root(label) for label in range(len(parents))])
    used, numbers = np.unique(roots[1:], return_inverse=True)
    table = np.zeros(len(parents), dtype=np.int64)
    table[1:] = numbers + 1
    return table[labels], len(used)
