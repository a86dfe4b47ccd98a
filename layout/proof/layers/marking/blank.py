"""Where on a page nothing stands, so that there is room to write."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil, floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from layout.check.makeup.drawn import em_box, extent
from layout.display.items import Box, GlyphRun, Item, Page, Path, fill_of, polygon
from layout.geometry import Rect
from layout.proof.marks import CAPS, FOOT

PALE: Final = 60.0
"""Total ink of a tint that can be written on."""
EDGE_PT: Final = 6.0
"""From the trim to what is written: a printer at the desk reaches no further."""
_TOUCH: Final = 0.25
"""Points by which a thing may reach into a cell and leave it blank."""


class BlankMap:
    """The blank of a page, in cells of a square point, and whatever else is `taken`."""

    def __init__(self, page: Page, taken: Iterable[Rect] = ()) -> None:
        self.width, self.height = ceil(page.width), ceil(page.height)
        covers = [rect for item in page.items for rect in covering(item)]
        self._rects = np.array(
            [(r.x, r.y, r.right, r.bottom) for r in covers], dtype=float
        ).reshape(-1, 4)
        marks = np.zeros((self.height + 1, self.width + 1), dtype=np.int32)
        for rect in (*covers, *taken):
            left, right = floor(rect.x + _TOUCH), ceil(rect.right - _TOUCH)
            top, bottom = floor(rect.y + _TOUCH), ceil(rect.bottom - _TOUCH)
            if right > max(left, 0) and bottom > max(top, 0):
                marks[max(top, 0) : bottom, max(left, 0) : right] = 1
        self._sums = np.zeros((self.height + 1, self.width + 1), dtype=np.int32)
        np.cumsum(np.cumsum(marks[:-1, :-1], 0), 1, out=self._sums[1:, 1:])

    def near(self, rect: Rect) -> "Covering":
        """What covers the page in a rectangle, to be asked many times."""
        r = self._rects
        met = (r[:, 0] < rect.right) & (r[:, 2] > rect.x) & (r[:, 1] < rect.bottom)
        return Covering(r[met & (r[:, 3] > rect.y)])

    def places(
        self, size: tuple[float, float], within: Rect, spot: Rect, most: int
    ) -> Iterator[tuple[float, float]]:
        """Upper left corners of blank rectangles of a size, the nearest to a spot first, of which
        none meets half of another; all lie `within` a rectangle."""
        wide, high = ceil(size[0]), ceil(size[1])
        left = max(floor(within.x), ceil(EDGE_PT))
        top = max(floor(within.y), ceil(EDGE_PT))
        right = min(ceil(within.right), self.width - ceil(EDGE_PT)) - wide
        bottom = min(ceil(within.bottom), self.height - ceil(EDGE_PT)) - high
        if right < left or bottom < top:
            return
        s = self._sums
        y0, y1, x0, x1 = top, bottom + 1, left, right + 1
        met = (
            s[y0 + high : y1 + high, x0 + wide : x1 + wide]
            - s[y0:y1, x0 + wide : x1 + wide]
            - s[y0 + high : y1 + high, x0:x1]
            + s[y0:y1, x0:x1]
        )
        far = (
            _far(np.arange(x0, x1), wide, spot.x, spot.right)[None, :]
            + _far(np.arange(y0, y1), high, spot.y, spot.bottom)[:, None]
        )
        cost = np.where(met == 0, far, np.inf)
        half_x, half_y = max(wide // 2, 2), max(high // 2, 2)
        for _ in range(most):
            at = int(cost.argmin())
            y, x = divmod(at, cost.shape[1])
            if not np.isfinite(cost[y, x]):
                return
            yield float(x + left), float(y + top)
            cost[max(y - half_y, 0) : y + half_y + 1, max(x - half_x, 0) : x + half_x + 1] = np.inf


class Covering:
    """Some rectangles that cover a page."""

    def __init__(self, rects: NDArray[np.float64]) -> None:
        self._rects = rects

    def under(self, rect: Rect) -> float:
        """How much of a rectangle is covered, in square points; twice where two things do."""
        r = self._rects
        wide = np.minimum(r[:, 2], rect.right) - np.maximum(r[:, 0], rect.x)
        high = np.minimum(r[:, 3], rect.bottom) - np.maximum(r[:, 1], rect.y)
        return float((np.maximum(wide, 0.0) * np.maximum(high, 0.0)).sum())


def _far(begins: NDArray[np.int64], size: int, first: float, last: float) -> NDArray[np.float64]:
    """How far stretches of a size lie from another one; 0 where they meet it."""
    far: NDArray[np.float64] = np.maximum(np.maximum(first - (begins + size), begins - last), 0.0)
    return far


def covering(item: Item) -> Iterator[Rect]:
    """The rectangles in which nothing can be written because of an item. Of a rule round a block it
    is the rule, not what it is round."""
    if isinstance(item, GlyphRun):
        if item.vertical:
            yield em_box(item)
        else:
            yield Rect(item.x, item.y - CAPS * item.size, item.width, (CAPS + FOOT) * item.size)
    elif isinstance(item, Box | Path) and item.role in ("tint", "quiet", "overlay"):
        if fill_of(item).total > PALE:
            yield extent(item)
    elif isinstance(item, Box) and fill_of(item).total == 0.0:
        return
    elif isinstance(item, Path) and not item.filled:
        half = item.width / 2
        for (ax, ay), (bx, by) in _sides(item):
            x, y = min(ax, bx) - half, min(ay, by) - half
            yield Rect(x, y, abs(ax - bx) + item.width, abs(ay - by) + item.width)
    else:
        yield extent(item)


def _sides(path: Path) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight lines that a path is taken for."""
    begun: list[int] = [k for k, (letter, _) in enumerate(path.steps) if letter == "M"]
    for k, start in enumerate(begun):
        end = begun[k + 1] if k + 1 < len(begun) else len(path.steps)
        steps = path.steps[start:end]
        closed = steps[-1][0] == "Z"
        points = polygon(step for step in steps if step[0] != "Z")
        yield from pairwise(points)
        if closed and len(points) > 1:
            yield points[-1], points[0]
