"""The sides of a glyph's ink, row by row: what its neighbours in a line see of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from layout.faces.face import Face
from layout.units import EM_ASCENT

ROWS: Final = 24
"""Rows of an em: a stroke of bold type is three of them thick, one of the finest half of one."""
PIECES: Final = 6
"""Straight pieces that a curve is taken as: they are less than a hundredth of an em off."""

Side = tuple[float, float] | None
"""Where the ink of a row begins and ends, in thousandths of an em from the glyph's origin; None
where it has none."""
Point = tuple[float, float]


def profile(face: Face, glyph: int, *, down: bool = False) -> tuple[Side, ...]:
    """The sides of the ink of a glyph in each row of the em box, from its foot to its head; in a
    line that runs `down` the rows lie from left to right, and run from the origin downwards."""
    pen = _Pen()
    face.font.draw_glyph_with_pen(glyph, pen)
    unit = 1000 / face.upem
    foot = (EM_ASCENT - 1) * 1000
    middle = face.advance(glyph) * unit / 2 - 500
    rows: list[Side] = [None] * ROWS
    for one, other in pen.pieces:
        a, b = (
            ((-y * unit, x * unit - middle) if down else (x * unit, y * unit - foot))
            for x, y in (one, other)
        )
        for row, at in _crossed(a, b):
            before = rows[row]
            rows[row] = (at, at) if before is None else (min(before[0], at), max(before[1], at))
    return tuple(rows)


def _crossed(a: Point, b: Point) -> Iterator[tuple[int, float]]:
    """The rows that a straight piece goes through, each with where it enters and leaves it."""
    high = 1000 / ROWS
    (x, y), (to_x, to_y) = sorted((a, b), key=lambda point: point[1])
    for row in range(max(0, int(y // high)), min(ROWS - 1, int(to_y // high)) + 1):
        for edge in (max(y, row * high), min(to_y, (row + 1) * high)):
            part = (edge - y) / (to_y - y) if to_y > y else 0.0
            yield row, x + part * (to_x - x)
        if to_y == y:
            yield row, to_x


class _Pen:
    """Takes an outline as straight pieces; what fontTools calls a pen."""

    def __init__(self) -> None:
        self.pieces: list[tuple[Point, Point]] = []
        self._begin = self._at = (0.0, 0.0)

    def moveTo(self, point: Point) -> None:  # noqa: N802  the names of the protocol
        self._begin = self._at = point

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self.pieces.append((self._at, point))
        self._at = point

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._curve((self._at, *points))

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        self._curve((self._at, *points))

    def closePath(self) -> None:  # noqa: N802
        self.lineTo(self._begin)

    def endPath(self) -> None:  # noqa: N802
        pass

    def _curve(self, points: Sequence[Point]) -> None:
        """A Bézier curve of any degree, by de Casteljau."""
        for n in range(1, PIECES + 1):
            part = n / PIECES
            left = list(points)
            while len(left) > 1:
                left = [
                    (x + part * (to_x - x), y + part * (to_y - y))
                    for (x, y), (to_x, to_y) in pairwise(left)
                ]
            self.lineTo(left[0])
