"""How much ink a page takes, and where it is more than the press takes.

The total area coverage (总墨量) of a spot is the sum of its inks in per cent. It is measured inside
the trim, since registration marks in all inks read 400 %: of each pixel, and as the mean of each
square of 15 mm² (GWG2015), which lets the fringe of a letter over a picture pass.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from math import sqrt
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from layout.color import GOOD_INK
from layout.plates.plate import FULL, Plates, Tones
from layout.record import record
from layout.units import ROUNDING

WINDOW_MM2: Final = 15.0
"""The square whose mean counts: GWG2015, newspaper."""
NEAR_MM: Final = 2.0
"""Spots that lie so near one another are one place."""
MOST_PLACES: Final = 20
"""Places that are told, the largest first."""
EXACT: Final = 0.5
"""Per cent by which a pixel may be over the limit: its tones are rounded to 1/255 an ink."""


class BoxMm(NamedTuple):
    """A part of the page in millimetres from the trim's top left."""

    left: float
    top: float
    right: float
    bottom: float


@record
class Most:
    """The most ink there is, in per cent, and the middle of the spot in mm from the trim's top
    left."""

    percent: float
    x_mm: float
    y_mm: float


@record
class Over:
    """What lies over the limit: how much of the page, and the largest places of `places` in all.

    Of means, the area is that of all squares whose mean is over the limit.
    """

    area_mm2: float
    percent: float
    boxes: tuple[BoxMm, ...]
    places: int


NOTHING: Final = Over(area_mm2=0.0, percent=0.0, boxes=(), places=0)


@record
class InkCoverage:
    """What plates measure. `each` is what every ink covers of the trim, in per cent; `limit` and
    `window_mm2` are what was asked for. A pixel, or a square's mean, is over when it is above the
    limit by more than the rounding of its tones."""

    each: dict[str, float]
    limit: float
    window_mm2: float
    most_pixel: Most
    most_mean: Most
    over_pixels: Over
    over_means: Over

    @property
    def good(self) -> bool:
        """Whether no square's mean is over the limit."""
        return not self.over_means.places


def measure(
    plates: Plates, limit: float = float(GOOD_INK), window_mm2: float = WINDOW_MM2
) -> InkCoverage:
    """The ink inside the trim of a page, held against a limit in per cent."""
    tones = plates.trimmed()
    total = total_of(tones.values())
    unit = 100.0 / FULL
    if not total.size:  # the trim has no size
        most = Most(percent=0.0, x_mm=0.0, y_mm=0.0)
        return InkCoverage(
            each=dict.fromkeys(tones, 0.0),
            limit=limit,
            window_mm2=window_mm2,
            most_pixel=most,
            most_mean=most,
            over_pixels=NOTHING,
            over_means=NOTHING,
        )
    each = {ink: float(tone.mean(dtype=np.float64)) * unit for ink, tone in tones.items()}
    rows, columns = plates.inside()
    mm = plates.mm
    corner = ((columns.start - plates.trim.left) * mm, (rows.start - plates.trim.top) * mm)
    side = min(sqrt(window_mm2) / mm, *total.shape)
    reach = int(np.ceil(side - ROUNDING))
    means = window_means(total, side)
    over_means = NOTHING
    bound = (limit + EXACT) / unit
    most_mean = _most(means, corner, mm, side / 2)
    if most_mean.percent > limit + EXACT:
        over_means = _over(_spread(means > bound, reach, total.shape), corner, mm)
    most_pixel = _most(total, corner, mm, 0.5)
    over_pixels = NOTHING
    if most_pixel.percent > limit + EXACT:
        over_pixels = _over(total > bound, corner, mm)
    return InkCoverage(
        each=each,
        limit=limit,
        window_mm2=window_mm2,
        most_pixel=most_pixel,
        most_mean=most_mean,
        over_pixels=over_pixels,
        over_means=over_means,
    )


def total_of(tones: Iterable[Tones]) -> NDArray[np.uint16]:
    """The sum of the tones of several inks, 255 an ink."""
    total: NDArray[np.uint16] | None = None
    for tone in tones:
        if total is None:
            total = tone.astype(np.uint16)
        else:
            total += tone
    assert total is not None, "a page has plates"
    return total


def window_means(total: NDArray[np.uint16], side: float) -> NDArray[np.float32]:
    """The mean of every square of `side` pixels that lies within `total` and begins with a pixel.

    `side` need not be whole: of the last row and column of a square only the part counts that lies
    in it. One mean a place of its top left pixel.
    """
    across = _sums(total, side, 1)
    return _sums(across, side, 0) / np.float32(side * side)


def _sums(values: NDArray[Any], side: float, axis: int) -> NDArray[np.float32]:
    """Sums of `side` values in a row along an axis, by the differences of running sums."""
    whole = int(side + ROUNDING)
    part = side - whole
    if part < ROUNDING:
        part = 0.0
    kind = np.uint32 if values.dtype.kind == "u" else np.float64
    running = np.cumsum(values, axis=axis, dtype=kind)
    size = values.shape[axis]
    count = size - whole - (part > 0.0) + 1

    def rows(array: NDArray[Any], first: int, number: int) -> NDArray[Any]:
        return array[first : first + number] if axis == 0 else array[:, first : first + number]

    sums: NDArray[Any] = rows(running, whole - 1, count).astype(kind)
    rows(sums, 1, count)[...] -= rows(running, 0, count - 1)
    sums = sums.astype(np.float32)
    if part > 0.0:
        sums += rows(values, whole, count) * np.float32(part)
    return sums


def _most(values: NDArray[np.generic], corner: tuple[float, float], mm: float, half: float) -> Most:
    at = int(values.argmax())
    y, x = divmod(at, values.shape[1])
    return Most(
        percent=float(values.flat[at]) * 100.0 / FULL,
        x_mm=corner[0] + (x + half) * mm,
        y_mm=corner[1] + (y + half) * mm,
    )


def _spread(mask: NDArray[np.bool_], side: int, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """All pixels of the squares that begin where `mask` is set."""
    steps = np.zeros((shape[0] + 1, shape[1] + 1), np.int32)
    height, width = mask.shape
    found = mask.astype(np.int32)
    bottom = slice(side, side + height)
    right = slice(side, side + width)
    steps[:height, :width] += found
    down, over = steps[bottom, :width], steps[:height, right]
    down -= found[: down.shape[0]]
    over -= found[:, : over.shape[1]]
    far = steps[bottom, right]
    far += found[: far.shape[0], : far.shape[1]]
    covered: NDArray[np.bool_] = steps.cumsum(0).cumsum(1)[:-1, :-1] > 0
    return covered


def _over(mask: NDArray[np.bool_], corner: tuple[float, float], mm: float) -> Over:
    """The area of a mask and the boxes of its places."""
    count = int(mask.sum())
    found = sorted(places_of(mask, max(1, round(NEAR_MM / mm))), key=_size, reverse=True)
    boxes = [
        BoxMm(
            left=corner[0] + left * mm,
            top=corner[1] + top * mm,
            right=corner[0] + right * mm,
            bottom=corner[1] + bottom * mm,
        )
        for left, top, right, bottom in found[:MOST_PLACES]
    ]
    return Over(
        area_mm2=count * mm * mm,
        percent=100.0 * count / mask.size,
        boxes=tuple(boxes),
        places=len(found),
    )


def _size(box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def places_of(mask: NDArray[np.bool_], cell: int) -> list[tuple[int, int, int, int]]:
    """The places where a mask is set: left, top, right and bottom of each, in pixels.

    The mask is looked at in squares of `cell` pixels; squares that touch are of one place.
    """
    height, width = mask.shape
    rows, columns = -(-height // cell), -(-width // cell)
    whole = np.zeros((rows * cell, columns * cell), np.bool_)
    whole[:height, :width] = mask
    squares = whole.reshape(rows, cell, columns, cell).any(axis=(1, 3))
    left = {(row, column) for row, column in np.argwhere(squares).tolist()}
    found = []
    while left:
        first = left.pop()
        group, queue = [first], deque([first])
        while queue:
            row, column = queue.popleft()
            for near in _around(row, column):
                if near in left:
                    left.remove(near)
                    group.append(near)
                    queue.append(near)
        found.append(_bounds(whole, group, cell))
    return found


def _around(row: int, column: int) -> Iterator[tuple[int, int]]:
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            yield row + down, column + across


def _bounds(
    mask: NDArray[np.bool_], group: list[tuple[int, int]], cell: int
) -> tuple[int, int, int, int]:
    """The box of what is set in a group of squares."""
    left = top = 1 << 40
    right = bottom = 0
    for row, column in group:
        y, x = row * cell, column * cell
        ys, xs = np.nonzero(mask[y : y + cell, x : x + cell])
        left, top = min(left, x + int(xs.min())), min(top, y + int(ys.min()))
        right, bottom = max(right, x + int(xs.max()) + 1), max(bottom, y + int(ys.max()) + 1)
    return left, top, right, bottom
