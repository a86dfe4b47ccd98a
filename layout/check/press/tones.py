"""How much of a picture has tones that newsprint does not hold, by the plates of its page."""

from collections.abc import Sequence
from math import ceil, floor

import numpy as np

from layout.color import PROCESS
from layout.geometry import Rect
from layout.plates.plate import FULL, Plates
from layout.record import record
from layout.units import PT_PER_INCH, ROUNDING


@record(kw_only=False)
class Shares:
    """Per cent of an area with less ink than is held, paper aside, and with more black."""

    faint: float
    dark: float


def shares(
    plates: Plates, area: Rect, without: Sequence[Rect], *, least: float, most: float
) -> Shares:
    """The shares of an area whose fullest ink is below `least` per cent but not none, and whose
    black is above `most`. What lies under the rectangles of `without` does not count. Rectangles
    are in points from the trim's top left."""
    rows, columns = _pixels(plates, area, inner=True)
    tones = plates.by_ink
    first = tones["Black"][rows, columns]
    if not first.size:
        return Shares(0.0, 0.0)
    counted = np.ones(first.shape, np.bool_)
    for rect in without:
        down, across = _pixels(plates, rect, inner=False)
        counted[
            max(down.start - rows.start, 0) : max(down.stop - rows.start, 0),
            max(across.start - columns.start, 0) : max(across.stop - columns.start, 0),
        ] = False
    number = int(counted.sum())
    if not number:
        return Shares(0.0, 0.0)
    fullest = np.maximum.reduce([tones[ink][rows, columns] for ink in PROCESS if ink in tones])
    faint = (fullest > 0) & (fullest < least * FULL / 100) & counted
    dark = (first > most * FULL / 100) & counted
    return Shares(100.0 * float(faint.sum()) / number, 100.0 * float(dark.sum()) / number)


def _pixels(plates: Plates, area: Rect, *, inner: bool) -> tuple[slice, slice]:
    """The rows and columns of an area: those wholly inside it, or all that it touches."""
    scale = plates.dpi / PT_PER_INCH
    height, width = plates.plates[0].tones.shape
    first, last = (ceil, floor) if inner else (floor, ceil)

    def cut(start: float, length: float, offset: float, most: int) -> slice:
        low = min(max(first(start * scale + offset - ROUNDING), 0), most)
        return slice(low, max(low, min(last((start + length) * scale + offset + ROUNDING), most)))

    return (
        cut(area.y, area.height, plates.trim.top, height),
        cut(area.x, area.width, plates.trim.left, width),
    )
