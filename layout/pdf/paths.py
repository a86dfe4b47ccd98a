"""A path while it is built: in page space at once, with the box of all it has touched."""

from typing import Any, Literal

from layout.pdf.matrix import Box, Matrix
from layout.pdf.painted import PaintedPath
from layout.units import EPS_PT


class PathBuilder:
    """The current path. Coordinates come in user space with the CTM of the moment."""

    __slots__ = ("_box", "_first", "_last", "segments")

    def __init__(self) -> None:
        self.segments: list[tuple[Any, ...]] = []
        self._box: list[float] | None = None
        self._first = (0.0, 0.0)  # in user space
        self._last = (0.0, 0.0)

    def __bool__(self) -> bool:
        return bool(self.segments)

    @property
    def box(self) -> Box:
        """Around all points, those that only bend a curve too."""
        b = self._box
        return (b[0], b[1], b[2], b[3]) if b is not None else (0.0, 0.0, 0.0, 0.0)

    def move(self, m: Matrix, x: float, y: float) -> None:
        """m"""
        self._first = self._last = (x, y)
        self.segments.append(("m", *self._put(m, x, y)))

    def line(self, m: Matrix, x: float, y: float) -> None:
        """l; without a point to start from it is a move, as readers take it."""
        if not self.segments:
            self.move(m, x, y)
            return
        self._last = (x, y)
        self.segments.append(("l", *self._put(m, x, y)))

    def curve(self, m: Matrix, points: tuple[float, ...]) -> None:
        """c, with six numbers."""
        x1, y1, x2, y2, x3, y3 = points
        self._last = (x3, y3)
        self.segments.append(
            ("c", *self._put(m, x1, y1), *self._put(m, x2, y2), *self._put(m, x3, y3))
        )

    def curve_from_last(self, m: Matrix, points: tuple[float, ...]) -> None:
        """v, with four numbers."""
        self.curve(m, (*self._last, *points))

    def close(self) -> None:
        """h"""
        if self.segments and self.segments[-1] != ("h",):
            self.segments.append(("h",))
            self._last = self._first

    def rectangle(self, m: Matrix, x: float, y: float, w: float, h: float) -> None:
        """re"""
        self.move(m, x, y)
        for px, py in ((x + w, y), (x + w, y + h), (x, y + h)):
            self.segments.append(("l", *self._put(m, px, py)))
        self.segments.append(("h",))
        self._last = (x, y)

    def made(self, *, even_odd: bool) -> PaintedPath:
        """The path as a record."""
        return PaintedPath(segments=tuple(self.segments), shape=self._shape(), even_odd=even_odd)

    def clear(self) -> None:
        """Begin another one."""
        self.segments = []
        self._box = None

    def _put(self, m: Matrix, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = m
        px, py = a * x + c * y + e, b * x + d * y + f
        box = self._box
        if box is None:
            self._box = [px, py, px, py]
        else:
            if px < box[0]:
                box[0] = px
            elif px > box[2]:
                box[2] = px
            if py < box[1]:
                box[1] = py
            elif py > box[3]:
                box[3] = py
        return px, py

    def _shape(self) -> Literal["rectangle", "polygon", "curves"]:
        segments = self.segments
        if any(s[0] == "c" for s in segments):
            return "curves"
        points = [(s[1], s[2]) for s in segments if s[0] != "h"]
        if len(points) == 5 and _same(points[0], points[4]):
            points.pop()
        if len(points) != 4 or [s[0] for s in segments[:4]] != ["m", "l", "l", "l"]:
            return "polygon"
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
        upright = (
            abs(ax - bx) < EPS_PT
            and abs(by - cy) < EPS_PT
            and abs(cx - dx) < EPS_PT
            and abs(dy - ay) < EPS_PT
        )
        level = (
            abs(ay - by) < EPS_PT
            and abs(bx - cx) < EPS_PT
            and abs(cy - dy) < EPS_PT
            and abs(dx - ax) < EPS_PT
        )
        return "rectangle" if upright or level else "polygon"


def _same(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return abs(a[0] - b[0]) < EPS_PT and abs(a[1] - b[1]) < EPS_PT
