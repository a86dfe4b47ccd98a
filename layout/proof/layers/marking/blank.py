"""Where on a page nothing stands, so that there is room to write.

What is blank is kept as its largest rectangles: each reaches on all four sides as far as it can.
They are found by taking what is printed out of the whole page, one thing after another: of each
rectangle that it meets up to four are left, one on each of its sides. A label of any size has room
where such a rectangle is large enough, and there as near to its mark as that lets it.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Final

import numpy as np
from numpy.typing import NDArray

from layout.display.items import Page
from layout.geometry import Rect
from layout.proof.layers.marking.covering import covering
from layout.proof.layers.marking.printed import Numbers, Printed, table
from layout.units import EPS_PT

EDGE_PT: Final = 6.0
"""From the trim to what is written: a printer at the desk reaches no further."""
LEAST_PT: Final = (5.0, 8.0)
"""The width and the height of the least that is written: what is smaller is no room."""
_SIDES: Final = ((2, 0), (0, 2), (3, 1), (1, 3))
"""Which edge of a rectangle moves to which of what is taken out of it: what is left of it at the
left, at the right, above and below."""


class PageCover:
    """All that covers a part of a page, the whole of it where no part is given: what is printed
    there, and what else is `taken`."""

    def __init__(self, page: Page, taken: Iterable[Rect] = (), part: Rect | None = None) -> None:
        left, top = (max(at, EDGE_PT) for at in ((part.x, part.y) if part else (0.0, 0.0)))
        right = min(part.right if part else page.width, page.width - EDGE_PT)
        bottom = min(part.bottom if part else page.height, page.height - EDGE_PT)
        self._printed = table(rect for item in page.items for rect in covering(item))
        whole = np.array([[left, top, right, bottom]])
        found = np.concatenate([self._printed, table(taken)])
        self._free = less(whole[_roomy(whole)], found)

    def without(self, taken: Iterable[Rect]) -> "PageCover":
        """The same where more is taken."""
        cover = copy(self)
        cover._free = less(self._free, table(taken))
        return cover

    def near(self, within: Rect, taken: Iterable[Rect] = ()) -> "BlankRoom":
        """What there is to write on in a rectangle, where more is `taken`."""
        free = np.clip(
            self._free,
            (within.x, within.y, within.x, within.y),
            (within.right, within.bottom, within.right, within.bottom),
        )
        free = _largest(free[_roomy(free)])
        return BlankRoom(less(free, table(taken)), _met(self._printed, within))


class BlankRoom:
    """A part of a page to write on."""

    def __init__(self, free: Numbers, printed: Numbers) -> None:
        self._free = free
        self._printed = Printed(printed)

    def under(self, rects: Numbers) -> Numbers:
        """How much of each of some rectangles is printed on, in square points; twice where two
        things are."""
        return self._printed.under(rects)

    def each(self, size: tuple[float, float], spot: Rect) -> list[tuple[float, float]]:
        """Upper left corners of blank rectangles of a size, in each of the largest blank ones the
        nearest to a spot."""
        found = np.unique(_nearest(self._corners(size), size, spot), axis=0)
        return [(x, y) for x, y in found.tolist()]

    def _corners(self, size: tuple[float, float]) -> Numbers:
        """From where to where rectangles of a size may begin."""
        corners = self._free - np.array([0.0, 0.0, *size])
        roomy = (corners[:, 2:] >= corners[:, :2]).all(1)
        found: Numbers = corners[roomy]
        return found

    def places(
        self,
        size: tuple[float, float],
        spot: Rect,
        most: int,
        weights: tuple[float, float] = (1.0, 1.0),
    ) -> Iterator[tuple[float, float]]:
        """Upper left corners of blank rectangles of a size, the nearest to a spot first, of which
        none meets half of another. `weights` are of what is across the page and what is down it."""
        wide, high = size
        corners = self._corners(size)
        half = np.array([-wide / 2, -high / 2, wide / 2, high / 2])
        for _ in range(most):
            if not len(corners):
                return
            x, y = _nearest(corners, size, spot).T
            cost = weights[0] * _far(x, wide, spot.x, spot.right)
            cost += weights[1] * _far(y, high, spot.y, spot.bottom)
            first = np.lexsort((x, y, cost.round(6)))[0]
            at = (float(x[first]), float(y[first]))
            yield at
            corners = _without(corners, np.array([*at, *at]) + half)


def _nearest(corners: Numbers, size: tuple[float, float], spot: Rect) -> Numbers:
    """In each range of corners the one from which a rectangle lies nearest to a spot."""
    at = np.array([spot.x - size[0], spot.y - size[1]])
    nearest: Numbers = np.minimum(np.maximum(at, corners[:, :2]), corners[:, 2:])
    return nearest


def less(free: Numbers, taken: Numbers) -> Numbers:
    """The largest blank rectangles that are left of some when others are taken out of them, one
    after the other."""
    for one in taken[np.lexsort((taken[:, 0], taken[:, 1]))]:
        met = _meets(free, one)
        if met.any():
            left = _left(free[met], one)
            rest = free[~met]
            left = _largest(left[_roomy(left)])
            free = np.concatenate([rest, left[~_in_any(left, rest)]])
    return free


def _without(corners: Numbers, window: Numbers) -> Numbers:
    """Ranges of corners without those in a window."""
    met = _meets(corners, window, touching=True)
    left = _left(corners[met], window)
    left = left[(left[:, 2] >= left[:, 0]) & (left[:, 3] >= left[:, 1])]
    return np.concatenate([corners[~met], left])


def _left(free: Numbers, one: Numbers) -> Numbers:
    """What is left of rectangles on each of the sides of what is taken out of them."""
    sides = []
    for moved, to in _SIDES:
        side = free.copy()
        side[:, moved] = one[to]
        inside = (
            side[:, moved] <= free[:, moved] if moved >= 2 else side[:, moved] >= free[:, moved]
        )
        sides.append(side[inside])
    return np.concatenate(sides)


def _roomy(r: Numbers) -> NDArray[np.bool_]:
    """Which rectangles have room for the least that is written."""
    wide, high = r[:, 2] - r[:, 0], r[:, 3] - r[:, 1]
    found: NDArray[np.bool_] = (wide >= LEAST_PT[0]) & (high >= LEAST_PT[1])
    return found


def _meets(r: Numbers, one: Numbers, *, touching: bool = False) -> NDArray[np.bool_]:
    """Which rectangles meet another."""
    slack = -EPS_PT if touching else EPS_PT
    wide = np.minimum(r[:, 2], one[2]) - np.maximum(r[:, 0], one[0])
    high = np.minimum(r[:, 3], one[3]) - np.maximum(r[:, 1], one[1])
    found: NDArray[np.bool_] = (wide > slack) & (high > slack)
    return found


def _largest(r: Numbers) -> Numbers:
    """Rectangles without those that lie in others, each once."""
    r = np.unique(r, axis=0)
    r = r[np.argsort(-(r[:, 2] - r[:, 0]) * (r[:, 3] - r[:, 1]), kind="stable")]
    inside = _holds(r[None, :, :], r[:, None, :])
    return r[~np.tril(inside, -1).any(axis=1)]  # a larger one comes before


def _in_any(r: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which rectangles lie in any of some others."""
    found: NDArray[np.bool_] = np.any(_holds(others[None, :, :], r[:, None, :]), axis=1)
    return found


def _holds(one: Numbers, other: Numbers) -> NDArray[np.bool_]:
    reaches: NDArray[np.bool_] = np.concatenate(
        [one[..., :2] <= other[..., :2], one[..., 2:] >= other[..., 2:]], -1
    )
    found: NDArray[np.bool_] = np.all(reaches, axis=-1)
    return found


def _met(r: Numbers, rect: Rect) -> Numbers:
    """The rectangles that meet another."""
    across = (r[:, 0] < rect.right) & (r[:, 2] > rect.x)
    return r[across & (r[:, 1] < rect.bottom) & (r[:, 3] > rect.y)]


def _far(begins: Numbers, size: float, first: float, last: float) -> Numbers:
    """How far stretches of a size lie from another one; 0 where they meet it."""
    far: Numbers = np.maximum(np.maximum(first - (begins + size), begins - last), 0.0)
    return far
