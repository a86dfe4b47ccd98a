"""How far a piece of our page lies, in a scan that has been laid on it, from where it stands.

A piece is first looked for by correlation, pixel by pixel, then brought to a fraction of a pixel by
least squares (Lucas and Kanade, with gain and offset free). What the least squares leave tells how
sure the place is: across a long rule nothing, along it much; a white piece cannot be measured.
"""

from typing import Any, Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

STEPS: Final = 8
LEAST_INK: Final = 2.5
"""The sd of a piece's levels, of 255, under which there is nothing on it to measure."""
ALIKE: Final = 0.45
"""The least correlation of a piece that is found: of other text it is up to 0.3."""
RELATED: Final = 6.0
"""How many pixels of a blurred scan tell as much as one that is free of its neighbours."""
FLOOR_PX: Final = 0.03
"""What interpolation and the edges of type leave of any measure, pixels."""
ONE_WAY: Final = 0.04
"""The share of the slopes of a piece across, of those down, under which it is measured down alone;
and the other way round."""


class PieceFound(NamedTuple):
    """A piece's shift in pixels, right and down, with the sd of each (infinite where it cannot be
    measured), and how like it is (correlation)."""

    dx: float
    dy: float
    sd_x: float
    sd_y: float
    like: float


class LaidPair(NamedTuple):
    """Our page and the scan laid on it, both with light and noise taken away; where the scan has
    pixels; and how many pixels are in a mm."""

    ours: NDArray[np.float32]
    scan: NDArray[np.float32]
    shown: NDArray[np.uint8]
    px: float


def find(
    laid: LaidPair,
    rect: tuple[float, float, float, float],
    reach_mm: float,
    around_mm: tuple[float, float] = (0.0, 0.0),
) -> PieceFound | None:
    """The piece `rect` (left, top, right, bottom in mm), not farther than `reach_mm` from its place
    or from so far beside it.

    None where it has no ink, where the scan does not show it, and where nothing there is like it;
    of the last `like` would be low, so it is given with infinite sd.
    """
    height, width = laid.ours.shape
    reach = max(2, round(reach_mm * laid.px))
    x0, y0 = max(0, round(rect[0] * laid.px)), max(0, round(rect[1] * laid.px))
    x1, y1 = min(width, round(rect[2] * laid.px)), min(height, round(rect[3] * laid.px))
    if x1 - x0 < 6 or y1 - y0 < 6:
        return None
    piece = laid.ours[y0:y1, x0:x1]
    if piece.std() < LEAST_INK:
        return None
    to_x, to_y = (round(v * laid.px) for v in around_mm)
    left, top = max(0, x0 + to_x - reach), max(0, y0 + to_y - reach)
    right, bottom = min(width, x1 + to_x + reach), min(height, y1 + to_y + reach)
    if right - left < x1 - x0 or bottom - top < y1 - y0:
        return None
    if laid.shown[y0:y1, x0:x1].mean() < 0.9:
        return None
    window = laid.scan[top:bottom, left:right]
    scores = cv2.matchTemplate(window, piece, cv2.TM_CCOEFF_NORMED)
    _, like, _, (col, row) = cv2.minMaxLoc(scores)
    if not np.isfinite(like) or like < ALIKE:
        return PieceFound(0.0, 0.0, np.inf, np.inf, float(like) if np.isfinite(like) else 0.0)
    start = (left + col - x0, top + row - y0)
    return _finer(laid, (x0, y0, x1, y1), start)


def _finer(laid: LaidPair, box: tuple[int, int, int, int], start: tuple[int, int]) -> PieceFound:
    """The piece's shift to a fraction of a pixel, by least squares from a whole number."""
    x0, y0, x1, y1 = box
    piece = laid.ours[y0:y1, x0:x1]
    slope_x, slope_y = _slopes(laid.ours, box)
    dx, dy = float(start[0]), float(start[1])
    free = _free(slope_x, slope_y)
    base = [slope_x.ravel(), slope_y.ravel(), piece.ravel(), np.ones(piece.size, np.float32)]
    used = [k for k in range(4) if k > 1 or free[k]]
    columns = np.stack([base[k] for k in used], axis=1).astype(np.float64)
    normal = columns.T @ columns
    inverse = np.linalg.pinv(normal, hermitian=True)
    seen = piece
    for _ in range(STEPS):
        seen = _shifted(laid.scan, box, dx, dy)
        # seen(p) = gain * ours(p - rest) + offset, so the slopes come with the sign turned
        found = inverse @ (columns.T @ seen.ravel().astype(np.float64))
        gain = found[used.index(2)]
        if gain <= 0:
            return PieceFound(0.0, 0.0, np.inf, np.inf, 0.0)
        step_x = -found[used.index(0)] / gain if free[0] else 0.0
        step_y = -found[used.index(1)] / gain if free[1] else 0.0
        step_x, step_y = (float(np.clip(s, -1, 1)) for s in (step_x, step_y))
        dx, dy = dx + step_x, dy + step_y
        if abs(step_x) + abs(step_y) < 0.004:
            break
    if abs(dx - start[0]) > 2.5 or abs(dy - start[1]) > 2.5:
        return PieceFound(0.0, 0.0, np.inf, np.inf, 0.0)
    rest = seen.ravel() - columns @ found
    spread = float(rest @ rest) / max(1.0, piece.size / RELATED - len(used)) / gain**2
    sd = [np.inf, np.inf]
    for axis in (0, 1):
        if free[axis]:
            k = used.index(axis)
            sd[axis] = float(np.hypot(np.sqrt(inverse[k, k] * spread), FLOOR_PX))
    like = float(np.corrcoef(piece.ravel(), seen.ravel())[0, 1])
    return PieceFound(dx, dy, sd[0], sd[1], like)


def _free(slope_x: NDArray[Any], slope_y: NDArray[Any]) -> tuple[bool, bool]:
    """Whether a piece can be measured across, and down: a rule only across itself."""
    along_x, along_y = float((slope_x**2).sum()), float((slope_y**2).sum())
    return along_x > ONE_WAY * along_y, along_y > ONE_WAY * along_x


def _slopes(
    image: NDArray[np.float32], box: tuple[int, int, int, int]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    x0, y0, x1, y1 = box
    height, width = image.shape
    top, left = max(0, y0 - 1), max(0, x0 - 1)
    part = image[top : min(height, y1 + 1), left : min(width, x1 + 1)]
    down, across = (np.asarray(slope, np.float32) for slope in np.gradient(part))
    rows, cols = slice(y0 - top, y1 - top), slice(x0 - left, x1 - left)
    return across[rows, cols], down[rows, cols]


def _shifted(
    image: NDArray[np.float32], box: tuple[int, int, int, int], dx: float, dy: float
) -> NDArray[np.float32]:
    """A part of the image a fraction of a pixel away, cubic."""
    x0, y0, x1, y1 = box
    matrix = np.array([[1, 0, x0 + dx], [0, 1, y0 + dy]], np.float64)
    how = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(
        image, matrix, (x1 - x0, y1 - y0), flags=how, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(seen, np.float32)
