"""Rectangles on a page: points, the origin at the trim box's top left, y downwards."""

from collections.abc import Iterable

from layout.record import record
from layout.units import EPS_PT


@record(kw_only=False)
class Rect:
    """A rectangle by its top left corner and its size, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, left: float, top: float, right: float, bottom: float) -> "Rect":
        """The rectangle left after taking so much from each side; never of negative size."""
        return Rect(
            self.x + left,
            self.y + top,
            max(0.0, self.width - left - right),
            max(0.0, self.height - top - bottom),
        )

    def holds(self, other: "Rect") -> bool:
        """Whether `other` lies inside, edges included."""
        return (
            other.x >= self.x - EPS_PT
            and other.y >= self.y - EPS_PT
            and other.right <= self.right + EPS_PT
            and other.bottom <= self.bottom + EPS_PT
        )

    def meets(self, other: "Rect", slack: float = EPS_PT) -> bool:
        """Whether they have ground in common, edges aside."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )


def hull(rects: Iterable[Rect]) -> Rect:
    """The least rectangle that holds all of them; there must be one."""
    found = list(rects)
    if len(found) == 1:
        return found[0]
    left, top = min(r.x for r in found), min(r.y for r in found)
    right, bottom = max(r.right for r in found), max(r.bottom for r in found)
    return Rect(left, top, right - left, bottom - top)
