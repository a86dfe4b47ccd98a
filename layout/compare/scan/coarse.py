"""Where about our page lies in a scan: features of both that are alike, and the one projective
transformation that most of them agree on.

Features (SIFT) hold under turning, scale and a change of light, so a page may lie upside down, on a
spread, in the middle of a photograph, or be cropped. Ours are taken evenly over the whole page, so
that a corner with a picture does not outweigh the rest.
"""

from typing import Any, Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.raster import Grey, GreyRaster

FEATURE_DPI: Final = 48.0
TILES: Final = (6, 8)
PER_TILE: Final = 90
SCAN_FEATURES: Final = 8_000
RATIO: Final = 0.8  # Lowe's: the next best is clearly worse, or a character is taken for another
REACH_MM: Final = 1.0  # of a match from where the transformation takes it: paper that stretches
LEAST: Final = 24  # matches that agree: by chance on another page up to some 12 do


class Coarse(NamedTuple):
    """A projective transformation from mm of the page to pixels of the scan, and how many matches
    of how many agree on it."""

    matrix: NDArray[np.float64]
    agreed: int
    matches: int


class Features(NamedTuple):
    """Points in the units of a raster, and what the neighbourhood of each looks like."""

    points: NDArray[np.float64]
    looks: NDArray[np.float32]


def features_of_page(ours: GreyRaster) -> Features:
    """Features of our page in mm, evenly over it."""
    small = ours.at(FEATURE_DPI)
    keys, looks = cv2.SIFT.create(contrastThreshold=0.02).detectAndCompute(small.grey, None)
    if looks is None:
        return Features(np.zeros((0, 2)), np.zeros((0, 128), np.float32))
    places = np.array([k.pt for k in keys])
    strength = np.array([k.response for k in keys])
    height, width = small.grey.shape
    tile = (places[:, 0] * TILES[0] // width) + TILES[0] * (places[:, 1] * TILES[1] // height)
    order = np.lexsort((-strength, tile))
    rank = np.zeros(len(order), int)
    sorted_tile = tile[order]
    starts = np.flatnonzero(np.r_[True, sorted_tile[1:] != sorted_tile[:-1]])
    rank[order] = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    kept = rank < PER_TILE
    per_mm = np.array([width, height]) / np.array(ours.size_mm)  # sides are whole pixels
    return Features((places[kept] + 0.5) / per_mm, looks[kept])


def found_in(page: Features, grey: Grey, scale: float) -> Coarse | None:
    """The page in a scan that is looked at `scale` times as large as it is. None where too little
    agrees."""
    small = _resized(grey, scale)
    sift = cv2.SIFT.create(nfeatures=SCAN_FEATURES, contrastThreshold=0.015)
    keys, looks = sift.detectAndCompute(small, None)
    if looks is None or len(keys) < LEAST or len(page.points) < LEAST:
        return None
    real = (small.shape[1] / grey.shape[1], small.shape[0] / grey.shape[0])
    places = (np.array([k.pt for k in keys]) + 0.5) / np.array(real)
    matcher = cv2.BFMatcher(cv2.NORM_L2)
    pairs = matcher.knnMatch(page.looks, np.asarray(looks), k=2)
    good = [p[0] for p in pairs if len(p) == 2 and p[0].distance < RATIO * p[1].distance]
    if len(good) < LEAST:
        return None
    source = page.points[[m.queryIdx for m in good]]
    target = places[[m.trainIdx for m in good]]
    return _agreed(source, target)


def _agreed(source: NDArray[np.float64], target: NDArray[np.float64]) -> Coarse | None:
    """The transformation of most matches. The first is found backwards, so that what a match may
    be off by is in mm of the page, whatever the scan's scale."""
    back, mask = cv2.findHomography(
        target, source, cv2.USAC_MAGSAC, REACH_MM * 2, maxIters=20_000, confidence=0.9999
    )
    if back is None or mask is None or abs(np.linalg.det(back)) < np.finfo(float).tiny:
        return None
    inside = mask.ravel() > 0
    if inside.sum() < LEAST:
        return None
    matrix, _ = cv2.findHomography(source[inside], target[inside], 0)
    if matrix is None:
        return None
    return Coarse(np.asarray(matrix, float), int(inside.sum()), len(source))


def _resized(grey: Grey, scale: float) -> Any:
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return grey if scale == 1 else cv2.resize(grey, size, interpolation=how)
