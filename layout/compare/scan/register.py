"""A scan registered on our page: how it lies, measured to hundredths of a mm, or why it cannot.

First features of both (or points by hand) give about where; then pieces of the page, block by
block, are looked for in the scan laid on it, twice, and the transformation with the paper's stretch
is fitted to where they are found.
"""

from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.byhand import by_points, roughly
from layout.compare.scan.coarse import FEATURE_DPI, Coarse, features_of_page, found_in
from layout.compare.scan.field import Fitted, Samples, StretchField, fit
from layout.compare.scan.lay import Placed, prepared
from layout.compare.scan.model import Box, PointPair, ScanError
from layout.compare.scan.patches import LaidPair, PieceFound, find
from layout.compare.scan.raster import Grey, GreyRaster
from layout.compare.scan.read import Seen
from layout.compare.scan.shape import middle_px, sane
from layout.units import MM_PER_INCH
from layout.words.said import said

ENOUGH: Final = 200
"""Matches that agree, after which no other scale is tried."""
FILM_DPI: Final = (75.0, 150.0, 300.0, 600.0)
LARGEST_LOOK: Final = 16_000_000
REACH_MM: Final = (2.8, 0.9)
STEPS: Final = (2, 1)  # of the pieces: every other one is enough to know about where all are
LEAST_FOUND: Final = 0.2
LEAST_PIECES: Final = 40


class Cells(NamedTuple):
    """Pieces of the page that are looked for, and which block each is of, by its index."""

    boxes: tuple[Box, ...]
    groups: NDArray[np.int64]


class Registered(NamedTuple):
    """A scan that has been registered, and what was measured on the way.

    `scan` is its pixels at about our resolution and `reduced` how many of those stand for one of
    the file's, across and down; `placed` goes from mm to pixels of `scan`.
    """

    scan: Grey
    reduced: tuple[float, float]
    placed: Placed
    laid: LaidPair
    samples: Samples
    groups: NDArray[np.int64]
    found: tuple[PieceFound | None, ...]  # of each cell
    negative: bool

    def matrix(self) -> NDArray[np.float64]:
        """From mm to pixels of the file."""
        whole = np.diag([1 / self.reduced[0], 1 / self.reduced[1], 1.0]) @ self.placed.matrix
        return np.asarray(whole / whole[2, 2], float)


def register(
    ours: GreyRaster, seen: Seen, cells: Cells, *, dpi: float, points: tuple[PointPair, ...]
) -> Registered:
    """The scan on our page. Raises `ScanError` where it shows another page, only a little of ours,
    is mirrored, too coarse, or seen too much from the side."""
    grey = seen.grey
    negative = False
    if points:
        start = by_points(points, seen.by)
    else:
        start, negative = _looked_for(ours, seen, dpi)
        grey = np.asarray(255 - grey, np.uint8) if negative else grey
    sane(start, ours)
    scan, reduced = _reduced(grey, start, ours)
    matrix = np.diag([*reduced, 1.0]) @ start
    placed = Placed(matrix / matrix[2, 2])
    field = StretchField(ours.size_mm)
    if points:
        placed = roughly(ours, scan, placed)
    blur = _blur(placed, ours)
    for reach, step in zip(REACH_MM, STEPS, strict=True):
        laid = prepared(ours, scan, placed, blur)
        some = Cells(cells.boxes[::step], cells.groups[::step])
        found = tuple(find(laid, box, reach) for box in some.boxes)
        samples, groups, which = _samples(some, found, placed, laid)
        _enough(found, which, ours, laid)
        fitted, _, _ = fit(field, samples)
        _alike(found, which, fitted)
        placed = Placed(placed.matrix, fitted)
    return Registered(scan, reduced, placed, laid, samples, groups, found, negative)


def inked(found: "tuple[PieceFound | None, ...]") -> int:
    """How many of the pieces have ink and are shown."""
    return sum(one is not None for one in found)


def laid_anew(registered: Registered, ours: GreyRaster, cells: Cells, fitted: Fitted) -> Registered:
    """It laid on the page by another field."""
    placed = Placed(registered.placed.matrix, fitted)
    laid = prepared(ours, registered.scan, placed, _blur(placed, ours))
    found = tuple(find(laid, box, REACH_MM[-1]) for box in cells.boxes)
    samples, groups, _ = _samples(cells, found, placed, laid)
    return registered._replace(
        placed=placed, laid=laid, samples=samples, groups=groups, found=found
    )


def _looked_for(ours: GreyRaster, seen: Seen, dpi: float) -> tuple[NDArray[np.float64], bool]:
    """Where the page is, by features, and whether the scan is a negative."""
    page = features_of_page(ours)
    if len(page.points) < LEAST_PIECES:
        raise ScanError(said("SCAN-LAY.empty"))
    best: Coarse | None = None
    scales = _scales(ours, seen, dpi)
    for scale in scales:
        one = found_in(page, seen.grey, scale)
        if one is not None and (best is None or one.agreed > best.agreed):
            best = one
        if best is not None and best.agreed >= ENOUGH:
            break
    if best is not None and (best.agreed >= ENOUGH or _good(best, ours)):
        return best.matrix, False
    for negative, mirrored in ((True, False), (False, True)):
        grey = np.asarray(255 - seen.grey, np.uint8) if negative else seen.grey
        grey = np.ascontiguousarray(grey[:, ::-1]) if mirrored else grey
        one = found_in(page, grey, scales[0])
        if one is None or not _good(one, ours) or (best is not None and best.agreed > one.agreed):
            continue
        if mirrored:
            raise ScanError(said("SCAN-LAY.mirrored", agreed=one.agreed))
        return one.matrix, True
    if best is not None and _good(best, ours):
        return best.matrix, False
    agreed = 0 if best is None else best.agreed
    raise ScanError(said("SCAN-LAY.other", agreed=agreed, features=len(page.points)))


def _scales(ours: GreyRaster, seen: Seen, dpi: float) -> list[float]:
    """How many times as large the scan is looked at: as its resolution is told, as if the page
    filled it, half of it, and as other resolutions would have it; each but once."""
    told = dpi or seen.dpi
    height, width = seen.grey.shape
    page = max(ours.size_mm) * FEATURE_DPI / MM_PER_INCH
    wanted = [page / max(height, width), 2 * page / max(height, width)]
    if told:
        wanted.insert(0 if dpi else 1, FEATURE_DPI / told * seen.by)
    wanted += [FEATURE_DPI / common * seen.by for common in FILM_DPI[1:]]
    kept: list[float] = []
    for scale in wanted:
        largest = (LARGEST_LOOK / (height * width)) ** 0.5
        bounded = min(scale, largest, 2.0)
        if all(abs(np.log(bounded / other)) > 0.25 for other in kept):
            kept.append(bounded)
    return kept[:5]


def _good(one: Coarse, ours: GreyRaster) -> bool:
    """Whether a transformation is one that a page can have."""
    try:
        sane(one.matrix, ours)
    except ScanError:
        return False
    return one.agreed >= 0.2 * one.matches


def _reduced(
    grey: Grey, start: NDArray[np.float64], ours: GreyRaster
) -> tuple[Grey, tuple[float, float]]:
    """The scan in about as many pixels as our page has, if it has many more."""
    scale = 1.15 * ours.px / middle_px(start, ours)
    if scale > 0.8:
        return grey, (1.0, 1.0)
    size = (round(grey.shape[1] * scale), round(grey.shape[0] * scale))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8), (size[0] / grey.shape[1], size[1] / grey.shape[0])


def _blur(placed: Placed, ours: GreyRaster) -> float:
    """What a scan of fewer pixels than our page has lost of sharpness, pixels of ours."""
    ratio = ours.px / middle_px(placed.matrix, ours)
    return 0.45 * float(np.sqrt(max(0.0, ratio**2 - 1)))


def _samples(
    cells: Cells, found: tuple[PieceFound | None, ...], placed: Placed, laid: LaidPair
) -> tuple[Samples, NDArray[np.int64], NDArray[np.int64]]:
    """What was found as measures of the whole field, with the group and the cell of each."""
    which = [
        k for k, f in enumerate(found) if f is not None and np.isfinite([f.sd_x, f.sd_y]).any()
    ]
    middles = np.array(
        [((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in (cells.boxes[k] for k in which)]
    ).reshape(-1, 2)
    table = np.array(
        [(f.dx, f.dy, f.sd_x, f.sd_y) for f in (found[k] for k in which) if f is not None]
    ).reshape(-1, 4)
    off = table[:, :2] / laid.px
    if placed.fitted is not None and len(middles):
        off = off + placed.fitted.at(middles + off)
    chosen = np.array(which, int)
    return Samples(middles, off, table[:, 2:] / laid.px), cells.groups[chosen], chosen


def _enough(
    found: tuple[PieceFound | None, ...], which: NDArray[np.int64], ours: GreyRaster, laid: LaidPair
) -> None:
    """Raises `ScanError` where too little of the page is shown or found."""
    asked = inked(found)
    if asked < LEAST_PIECES:
        shown = 100 * float(laid.shown.mean())
        raise ScanError(said("SCAN-LAY.part", shown_percent=shown, pieces=asked))
    if len(which) < LEAST_PIECES or len(which) < LEAST_FOUND * asked:
        raise ScanError(said("SCAN-LAY.unlike", found_percent=100 * len(which) / asked))


def _alike(found: tuple[PieceFound | None, ...], which: NDArray[np.int64], fitted: Fitted) -> None:
    """Raises `ScanError` where what was found does not agree on one place."""
    agreed, asked = int((fitted.weights > 0).sum()), inked(found)
    if agreed < LEAST_FOUND * asked or agreed < LEAST_PIECES:
        raise ScanError(said("SCAN-LAY.unlike", found_percent=100 * agreed / asked))
