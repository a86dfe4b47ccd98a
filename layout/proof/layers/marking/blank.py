"""Where on a page nothing stands, so that there is room to write."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
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
NEAR_PT: Final = 80.0
"""So far from a spot places are looked for first."""
CELLS: Final = 2
"""To a point: a gutter may be no wider than what is written in it."""
AT_ONCE: Final = 256
"""Rectangles that are held against what is printed at once: they stay in the processor's cache."""
BARE_EM: Final = 0.03
"""Of a line of type at each of its ends: the blank at the side of a character."""
Table = NDArray[np.float64]
_TOUCH: Final = 0.3
"""Of a cell: so far a thing may reach into it and leave it blank."""


class PageCover:
    """All that covers a page: what is printed there, and what else is `taken`."""

    def __init__(self, page: Page, taken: Iterable[Rect] = ()) -> None:
        self._page = Rect(0.0, 0.0, page.width, page.height)
        self._printed = _table(rect for item in page.items for rect in covering(item))
        self._taken = _table(taken)

    def near(self, within: Rect, taken: Iterable[Rect] = ()) -> "BlankRoom":
        """What there is to write on in a rectangle, where more is `taken`."""
        left, top = max(within.x, EDGE_PT), max(within.y, EDGE_PT)
        right = min(within.right, self._page.right - EDGE_PT)
        bottom = min(within.bottom, self._page.bottom - EDGE_PT)
        room = Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))
        tables = (self._taken, _table(taken))
        return BlankRoom(room, _met(self._printed, within), [_met(one, within) for one in tables])


class BlankRoom:
    """A part of a page to write on, in cells of a half point."""

    def __init__(self, rect: Rect, printed: Table, taken: Sequence[Table]) -> None:
        self.rect = rect
        self._printed = printed
        self._taken = taken
        self._sums: NDArray[np.int32] | None = None
        self._blanks: dict[object, tuple[NDArray[np.intp], NDArray[np.intp]]] = {}

    def under(self, rect: Rect) -> float:
        """How much of a rectangle is printed on, in square points; twice where two things are."""
        r = self._printed
        wide = np.minimum(r[:, 2], rect.right) - np.maximum(r[:, 0], rect.x)
        high = np.minimum(r[:, 3], rect.bottom) - np.maximum(r[:, 1], rect.y)
        return float((np.maximum(wide, 0.0) * np.maximum(high, 0.0)).sum())

    def under_each(self, rects: Sequence[Rect]) -> list[float]:
        """The same of each of many rectangles."""
        r = self._printed
        out: list[float] = []
        for k in range(0, len(rects), AT_ONCE):
            given = _table(rects[k : k + AT_ONCE])[:, None, :]
            wide = np.minimum(r[:, 2], given[..., 2]) - np.maximum(r[:, 0], given[..., 0])
            high = np.minimum(r[:, 3], given[..., 3]) - np.maximum(r[:, 1], given[..., 1])
            out += (np.maximum(wide, 0.0) * np.maximum(high, 0.0)).sum(axis=1).tolist()
        return out

    def places(
        self,
        size: tuple[float, float],
        spot: Rect,
        most: int,
        weights: tuple[float, float] = (1.0, 1.0),
    ) -> Iterator[tuple[float, float]]:
        """Upper left corners of blank rectangles of a size, the nearest to a spot first, of which
        none meets half of another. `weights` are of what is across the page and what is down it."""
        cells = tuple(ceil(length * CELLS - _TOUCH) for length in size)
        near = spot.inset(-NEAR_PT, -NEAR_PT, -NEAR_PT, -NEAR_PT)
        found = list(self._search(cells, spot, most, weights, near))
        if len(found) < most or found[-1][0] > NEAR_PT * CELLS:  # there may be nearer ones outside
            found = list(self._search(cells, spot, most, weights, self.rect))
        for _, x, y in found:
            yield x, y

    def _search(
        self,
        size: tuple[int, ...],
        spot: Rect,
        most: int,
        weights: tuple[float, float],
        within: Rect,
    ) -> Iterator[tuple[float, float, float]]:
        """Blank places in a part of the room: how far each is, in cells, and its corner."""
        wide, high = size
        left = max(int((within.x - self.rect.x) * CELLS), 0)
        top = max(int((within.y - self.rect.y) * CELLS), 0)
        right = max(int((within.right - self.rect.x) * CELLS), 0) + 1
        bottom = max(int((within.bottom - self.rect.y) * CELLS), 0) + 1
        down, over = self._blank((wide, high), (left, top, right, bottom))
        if not down.size:
            return
        x, y = (spot.x - self.rect.x) * CELLS - left, (spot.y - self.rect.y) * CELLS - top
        across = _far(over, wide, x, x + spot.width * CELLS)
        along = _far(down, high, y, y + spot.height * CELLS)
        cost = weights[0] * across + weights[1] * along
        half_x, half_y = max(wide // 2, 2), max(high // 2, 2)
        for _ in range(most):
            first = int(cost.argmin())
            least, row, column = float(cost[first]), int(down[first]), int(over[first])
            if not np.isfinite(least):
                return
            yield (
                least, self.rect.x + (left + column) / CELLS, self.rect.y + (top + row) / CELLS,
            )  # fmt: skip
            cost[(abs(down - row) <= half_y) & (abs(over - column) <= half_x)] = np.inf

    def _blank(
        self, size: tuple[int, int], part: tuple[int, int, int, int]
    ) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """In which rows and columns of a part of the room blank rectangles of a size begin, in the
        order of the rows; kept, for they are asked for again from another spot."""
        known = self._blanks.get((size, part))
        if known is None:
            (wide, high), (left, top, right, bottom) = size, part
            s = self._summed()[top:bottom, left:right]
            rows, columns = max(s.shape[0] - high, 0), max(s.shape[1] - wide, 0)
            met = s[high:, wide:] - s[:rows, wide:] - s[high:, :columns] + s[:rows, :columns]
            down, over = np.nonzero(met == 0)
            known = self._blanks[size, part] = (down, over)
        return known

    def _summed(self) -> NDArray[np.int32]:
        """How many cells over and before each corner are covered."""
        if self._sums is None:
            rows, columns = (
                max(int(length * CELLS), 0) for length in (self.rect.height, self.rect.width)
            )
            marks = np.zeros((rows, columns), dtype=np.int32)
            for table in (self._printed, *self._taken):
                cells = (table - np.array([self.rect.x, self.rect.y] * 2)) * CELLS
                begins = np.maximum(np.floor(cells[:, :2] + _TOUCH), 0).astype(int)
                ends = np.ceil(cells[:, 2:] - _TOUCH).astype(int)
                for (left, top), (right, bottom) in zip(
                    begins.tolist(), ends.tolist(), strict=True
                ):
                    if right > left and bottom > top:
                        marks[top:bottom, left:right] = 1
            self._sums = np.zeros((rows + 1, columns + 1), dtype=np.int32)
            np.cumsum(np.cumsum(marks, 0), 1, out=self._sums[1:, 1:])
        return self._sums


def _table(rects: Iterable[Rect]) -> Table:
    """Left, upper, right and lower edges, a row a rectangle."""
    rows = [(r.x, r.y, r.right, r.bottom) for r in rects]
    return np.array(rows, dtype=float).reshape(-1, 4)


def _met(r: Table, rect: Rect) -> Table:
    """The rectangles that meet another."""
    across = (r[:, 0] < rect.right) & (r[:, 2] > rect.x)
    return r[across & (r[:, 1] < rect.bottom) & (r[:, 3] > rect.y)]


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
            bare = BARE_EM * item.size
            type_ = Rect(item.x, item.y - CAPS * item.size, item.width, (CAPS + FOOT) * item.size)
            yield type_.inset(bare, 0.0, bare, 0.0)
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
