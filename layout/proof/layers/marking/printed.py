"""How much of a page is printed on under any rectangle, for very many rectangles at once."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from layout.geometry import Rect
from layout.units import ROUNDING

Numbers = NDArray[np.float64]
LEAST_PT2: Final = ROUNDING
"""Less than this is nothing: what is left of the differences of large sums."""


def table(rects: Iterable[Rect]) -> Numbers:
    """Left, upper, right and lower edges, a row a rectangle."""
    rows = [(r.x, r.y, r.right, r.bottom) for r in rects]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


class Printed:
    """What is printed on a part of a page, as a summed-area table over the edges of all of it.

    Between two edges that follow one another nothing begins or ends, so the sum is bilinear there,
    and what a rectangle holds is exactly the difference of four sums, whatever its edges are.
    """

    def __init__(self, rects: Numbers) -> None:
        self._xs, self._ys = _edges(rects[:, [0, 2]]), _edges(rects[:, [1, 3]])
        left, top, right, bottom = (
            np.searchsorted(of, rects[:, k])
            for k, of in enumerate((self._xs, self._ys, self._xs, self._ys))
        )
        steps = np.zeros((len(self._ys), len(self._xs)))  # where so many begin, less those that end
        for rows, columns, by in (
            (top, left, 1), (bottom, right, 1), (top, right, -1), (bottom, left, -1),
        ):  # fmt: skip
            np.add.at(steps, (rows, columns), by)
        over = steps.cumsum(0).cumsum(1)[:-1, :-1]
        self._sums = np.zeros((len(self._ys), len(self._xs)))
        area = over * np.diff(self._ys)[:, None] * np.diff(self._xs)[None, :]
        self._sums[1:, 1:] = area.cumsum(0).cumsum(1)

    def under(self, rects: Numbers) -> Numbers:
        """How much of each of some rectangles (edges in the last dimension) is printed on, in
        square points; twice where two things are."""
        left, top, right, bottom = (rects[..., k] for k in range(4))
        found: Numbers = (
            self._before(right, bottom) - self._before(left, bottom)
            - self._before(right, top) + self._before(left, top)
        )  # fmt: skip
        found[found < LEAST_PT2] = 0.0
        return found

    def _before(self, x: Numbers, y: Numbers) -> Numbers:
        """How much is printed on over and before each of some points."""
        row, down = _between(self._ys, y)
        column, along = _between(self._xs, x)
        s = self._sums
        upper = s[row, column] * (1 - along) + s[row, column + 1] * along
        lower = s[row + 1, column] * (1 - along) + s[row + 1, column + 1] * along
        found: Numbers = upper * (1 - down) + lower * down
        return found


def _edges(given: Numbers) -> Numbers:
    """Where something begins or ends, in order: two at least."""
    found = np.unique(given)
    return found if len(found) > 1 else np.array([0.0, 1.0])


def _between(edges: Numbers, at: Numbers) -> tuple[NDArray[np.intp], Numbers]:
    """Behind which edge places are, and how far on to the next one, as a part of the way."""
    clipped = np.minimum(np.maximum(at, edges[0]), edges[-1])
    behind = np.searchsorted(edges[1:-1], clipped, side="right")
    return behind, (clipped - edges[behind]) / (edges[behind + 1] - edges[behind])
