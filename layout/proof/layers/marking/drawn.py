"""What ways to write corrections take up on a page, and which of them are at odds with one another.

A page of a heavily corrected story has thousands of ways, each of which may meet each other: all of
some are held against all of others at once.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from layout.geometry import Rect, hull
from layout.proof.layers.marking.signs import LEAD_PT
from layout.units import EPS_PT

CLEAR_PT: Final = 0.9
"""Between what is drawn of two corrections."""
_CROSS_PT: Final = (CLEAR_PT - LEAD_PT) / 2
"""Between the edges of two leads."""
Rects = NDArray[np.float64]
_NONE: Final = (np.inf, np.inf, -np.inf, -np.inf)
"""A rectangle that meets nothing."""


class WayDrawn:
    """What a way to write a correction takes up: its label, the pieces of its lead, and its mark.
    One that is `free` is at odds with nothing."""

    __slots__ = ("free", "inner", "lead", "place", "whole")

    def __init__(
        self, place: Rect, lead: Sequence[Rect], inner: Sequence[Rect], *, free: bool = False
    ) -> None:
        self.free = free
        self.place = place
        self.lead = tuple(lead)
        self.inner = tuple(inner)
        self.whole = hull([place, *self.lead, *self.inner])

    @property
    def drawn(self) -> tuple[Rect, ...]:
        """What is drawn beside the mark itself."""
        return (self.place, *self.lead)

    def at_odds(self, other: "WayDrawn") -> bool:
        """Whether the two cannot both be drawn: labels on one another, a lead through the other's
        label or mark, leads that cross or cannot be told apart."""
        if self.free or other.free or not self.whole.meets(other.whole, -CLEAR_PT):
            return False
        return (
            self.place.meets(other.place, -CLEAR_PT)
            or self._through(other)
            or other._through(self)
            or any(a.meets(b, -_CROSS_PT) for a in self.lead for b in other.lead)
        )

    def _through(self, other: "WayDrawn") -> bool:
        return any(
            one.meets(other.place, -CLEAR_PT / 2) or any(one.meets(ring) for ring in other.inner)
            for one in self.lead
        )


class WaysDrawn:
    """Many ways, to be held against many others."""

    def __init__(self, ways: Sequence[WayDrawn]) -> None:
        self.ways = tuple(ways)
        self._wholes = _table(one.whole for one in ways)
        self._places = _table(one.place for one in ways)
        self._leads = _tables([one.lead for one in ways])
        self._inner = _tables([one.inner for one in ways])
        self._bound = np.array([not one.free for one in ways], dtype=bool)

    def at_odds(self, other: "WaysDrawn") -> NDArray[np.bool_]:
        """Which of them (rows) are at odds with which of some others (columns), as
        `WayDrawn.at_odds` has it."""
        out = np.zeros((len(self.ways), len(other.ways)), dtype=bool)
        near = self._bound[:, None] & other._bound & _meet(self._wholes, other._wholes, -CLEAR_PT)
        a, b = np.nonzero(near)
        if a.size:
            mine, its = self._leads[a], other._leads[b]
            places, others = self._places[a], other._places[b]
            odd = _meet_each(places, others, -CLEAR_PT)
            odd |= _meet_each(mine, others[:, None], -CLEAR_PT / 2).any(1)
            odd |= _meet_each(its, places[:, None], -CLEAR_PT / 2).any(1)
            a, b, mine, its = a[~odd], b[~odd], mine[~odd], its[~odd]
            out[near] = odd
            odd = _meet_any(mine, its, -_CROSS_PT)
            odd |= _meet_any(mine, other._inner[b], EPS_PT)
            odd |= _meet_any(its, self._inner[a], EPS_PT)
            out[a, b] = odd
        return out


class WaysOfEach:
    """The ways of each of several corrections."""

    def __init__(self, each: Sequence[Sequence[WayDrawn]]) -> None:
        self._each = each
        self._all = WaysDrawn([way for of in each for way in of])
        counts = np.array([len(of) for of in each])
        self._used = np.arange(counts.max(initial=0)) < counts[:, None]
        self._known: dict[tuple[int, int], NDArray[np.uint8]] = {}

    def odds(self, a: int, c: int, d: int) -> int:
        """Which ways of correction `a` are at odds with way `d` of correction `c`, each a bit of a
        number. What of all others is at odds with that is found at once and kept."""
        known = self._known.get((c, d))
        if known is None:
            odd = np.zeros(self._used.shape, dtype=bool)
            odd[self._used] = self._all.at_odds(WaysDrawn([self._each[c][d]]))[:, 0]
            known = self._known[c, d] = np.packbits(odd, axis=1, bitorder="little")
        return int.from_bytes(known[a].tobytes(), "little")


def _table(rects: Iterable[Rect]) -> Rects:
    """Rectangles as their left, upper, right and lower edges."""
    found = [(one.x, one.y, one.right, one.bottom) for one in rects]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def _tables(each: Sequence[Sequence[Rect]]) -> Rects:
    """As many rectangles for each: those that are missing meet nothing."""
    most = max(map(len, each), default=0)
    rows = [
        [(one.x, one.y, one.right, one.bottom) for one in of] + [_NONE] * (most - len(of))
        for of in each
    ]
    return np.array(rows, dtype=np.float64).reshape(len(each), most, 4)


def _meet(one: Rects, other: Rects, slack: float) -> NDArray[np.bool_]:
    """Which rectangles (rows) have ground in common with which others (columns)."""
    return _meet_each(one[:, None], other[None, :], slack)


def _meet_any(one: Rects, other: Rects, slack: float) -> NDArray[np.bool_]:
    """Of each row of rectangles whether any meets any of the row of the others."""
    each = _meet_each(one[:, :, None], other[:, None, :], slack)
    found: NDArray[np.bool_] = np.any(each, axis=(1, 2))
    return found


def _meet_each(one: Rects, other: Rects, slack: float) -> NDArray[np.bool_]:
    """Whether rectangles have ground in common, as `Rect.meets` has it."""
    wide = np.minimum(one[..., 2], other[..., 2]) - np.maximum(one[..., 0], other[..., 0])
    high = np.minimum(one[..., 3], other[..., 3]) - np.maximum(one[..., 1], other[..., 1])
    found: NDArray[np.bool_] = (wide > slack) & (high > slack)
    return found
