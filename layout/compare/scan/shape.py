"""What a transformation says of the sheet and of how it was seen: turned, scaled, from the side,
mirrored, stretched; and whether that is more than can be measured."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from layout.compare.scan.lay import Placed
from layout.compare.scan.model import ScanError
from layout.compare.scan.patches import LaidPair
from layout.compare.scan.raster import GreyRaster, Points, project
from layout.units import MM_PER_INCH
from layout.words.said import said

STRETCH_MM: Final = 0.9
"""The most that two places may be stretched away from each other, beyond what a keystone explains:
waves of 0.3 mm come to 0.8 at most, of 1.5 mm to 0.95 at least (300 of each); a map of what has
moved more is not sure to a tenth of a mm."""
LEAST_DPI: Final = 50.0
MOST_SLANT: Final = 1.8
"""How many times as large one place may be seen as another, or one way as the other."""


def sane(matrix: NDArray[np.float64], ours: GreyRaster) -> None:
    """Raises `ScanError` for a page that is mirrored, seen from the side or far too small."""
    width, height = ours.size_mm
    places = np.array([[0, 0], [width, 0], [width, height], [0, height], [width / 2, height / 2]])
    depth = places @ matrix[2, :2] + matrix[2, 2]
    if depth.min() <= 0 and depth.max() >= 0:
        raise ScanError(said("SCAN-LAY.slanted"))
    sizes = [_local(matrix, place) for place in places]
    if sizes[4][2] < 0:
        raise ScanError(said("SCAN-LAY.mirrored", agreed=0))
    pixels = [min(s[:2]) for s in sizes]
    wide = [max(s[:2]) for s in sizes]
    if max(wide) > min(pixels) * MOST_SLANT:
        raise ScanError(said("SCAN-LAY.slanted"))
    if pixels[4] * MM_PER_INCH < LEAST_DPI:
        raise ScanError(said("SCAN-LAY.coarse", dpi=pixels[4] * MM_PER_INCH, least_dpi=LEAST_DPI))


def _local(matrix: NDArray[np.float64], place: Points) -> tuple[float, float, float]:
    """Pixels on a mm across and down at a place, and the sign of how it is turned over."""
    here = project(matrix, place + np.array([[0, 0], [1, 0], [0, 1]]))
    right, down = here[1] - here[0], here[2] - here[0]
    turned = right[0] * down[1] - right[1] * down[0]
    return float(np.hypot(*right)), float(np.hypot(*down)), float(turned)


def middle_px(matrix: NDArray[np.float64], ours: GreyRaster) -> float:
    """Pixels of the scan on a mm in the middle of the page."""
    width, height = ours.size_mm
    across, down, _ = _local(matrix, np.array([width / 2, height / 2]))
    return float(np.sqrt(across * down))


def stretch_of(placed: Placed, ours: GreyRaster, laid: LaidPair) -> tuple[float, float, float]:
    """Of what the scan shows of the page: the most that paper has moved, its rms, and the most that
    two places have moved apart; mm."""
    points = lattice(ours)
    here = np.clip((points * ours.px).astype(int), 0, np.array(laid.shown.shape)[::-1] - 1)
    inside = laid.shown[here[:, 1], here[:, 0]] > 0
    assert placed.fitted is not None
    moved = placed.fitted.stretch(points[inside])
    size = np.hypot(*moved.T)
    apart = np.hypot(*(moved[:, None, :] - moved[None, :, :]).transpose(2, 0, 1)).max()
    return float(size.max()), float(np.sqrt((size**2).mean())), float(apart)


def lattice(ours: GreyRaster) -> Points:
    """Points over the whole page, mm."""
    width, height = ours.size_mm
    across, down = np.meshgrid(np.linspace(0, width, 17), np.linspace(0, height, 23))
    return np.column_stack([across.ravel(), down.ravel()])


def flat(placed: Placed, ours: GreyRaster, laid: LaidPair, *, strange: int = 0) -> None:
    """Raises `ScanError` where paper has stretched by more than can be told from what was moved;
    where `strange` blocks are others in print, it is rather another page under the same frame."""
    most, _, apart = stretch_of(placed, ours, laid)
    if apart <= STRETCH_MM:
        return
    values = {"stretch_mm": most, "apart_mm": apart, "most_mm": STRETCH_MM}
    if strange:
        raise ScanError(said("SCAN-LAY.framed", count=strange, **values))
    raise ScanError(said("SCAN-LAY.stretched", **values))


def keystone_of(matrix: NDArray[Any], ours: GreyRaster) -> tuple[float, float, float, float]:
    """How a transformation turns (degrees clockwise), its pixels on an inch across and down, and
    the most that a corner is pulled from where a plain turning and scaling puts it, mm."""
    points = lattice(ours)
    there = project(matrix, points)
    full = np.column_stack([points, np.ones(len(points))])
    plain, *_ = np.linalg.lstsq(full, there, rcond=None)
    right, down = plain[0], plain[1]
    away = np.hypot(*(there - full @ plain).T)
    px = np.sqrt(np.hypot(*right) * np.hypot(*down))
    turn = np.rad2deg(np.arctan2(right[1] - down[0], right[0] + down[1]))
    skew = abs(float(right @ down)) / px**2 * max(ours.size_mm) / 2
    return (
        float(turn),
        float(np.hypot(*right) * MM_PER_INCH),
        float(np.hypot(*down) * MM_PER_INCH),
        float(max(away.max() / px, skew)),
    )
