"""What ways to write corrections take up on a page, and which of them are at odds with one another.

A page of a heavily corrected story has thousands of ways, each of which may meet each other: they
are held against one at a time, all at once.
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
    """Many ways, to be held against one."""

    def __init__(self, ways: Sequence[WayDrawn]) -> None:
        self.ways = tuple(ways)
        self._wholes = _table(one.whole for one in ways)
        self._places = _table(one.place for one in ways)
        self._leads = _tables([one.lead for one in ways])
        self._inner = _tables([one.inner for one in ways])
        self._bound = np.array([not one.free for one in ways], dtype=bool)

    def at_odds(self, one: WayDrawn) -> NDArray[np.bool_]:
        """Which of them are at odds with a way, as `WayDrawn.at_odds` has it."""
        out = np.zeros(len(self.ways), dtype=bool)
        if one.free:
            return out
        near = np.flatnonzero(self._bound & _meet(self._wholes, one.whole, -CLEAR_PT))
        if not near.size:
            return out
        places, leads, inner = self._places[near], self._leads[near], self._inner[near]
        odd = _meet(places, one.place, -CLEAR_PT)
        odd |= _meet(leads, one.place, -CLEAR_PT / 2).any(axis=1)
        for ring in one.inner:
            odd |= _meet(leads, ring, EPS_PT).any(axis=1)
        for piece in one.lead:
            odd |= _meet(places, piece, -CLEAR_PT / 2)
            odd |= _meet(inner, piece, EPS_PT).any(axis=1)
            odd |= _meet(leads, piece, -_CROSS_PT).any(axis=1)
        out[near] = odd
        return out


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


def _meet(table: Rects, rect: Rect, slack: float) -> NDArray[np.bool_]:
    """Which rectangles have ground in common with another, as `Rect.meets` has it."""
    wide = np.minimum(table[..., 2], rect.right) - np.maximum(table[..., 0], rect.x)
    high = np.minimum(table[..., 3], rect.bottom) - np.maximum(table[..., 1], rect.y)
    found: NDArray[np.bool_] = (wide > slack) & (high > slack)
    return found
