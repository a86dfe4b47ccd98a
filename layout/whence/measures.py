"""A rectangle of a page in the measures of the trade: mm, 字 and 行, columns and lines."""

from layout.display.items import Grid
from layout.geometry import Rect
from layout.record import record
from layout.units import EPS_PT, to_mm


@record
class Measures:
    """A rectangle: `mm` is its left, top, width and height; `zi` and `lines` are its width in 字 of
    the body and its height in lines of the grid; `cols` and `rows` the first and the last column
    and line of the grid that it meets, None where it meets none.

    `whole` says that it stands on the grid: from the first of its lines to the last.
    """

    mm: tuple[float, float, float, float]
    zi: float
    lines: float
    cols: tuple[int, int] | None
    rows: tuple[int, int] | None
    whole: bool


def measures(rect: Rect, grid: Grid) -> Measures:
    """The measures of a rectangle in points from the trim's top left."""
    em, pitch = grid.em, grid.pitch
    rows = rows_of(rect, grid)
    off = (rect.y - grid.type_area.y) / pitch if pitch > 0 else 0.0
    height = rect.height / pitch if pitch > 0 else 0.0
    near = EPS_PT / pitch if pitch > 0 else 0.0
    return Measures(
        mm=(to_mm(rect.x), to_mm(rect.y), to_mm(rect.width), to_mm(rect.height)),
        zi=rect.width / em if em > 0 else 0.0,
        lines=height,
        cols=cols_of(rect, grid),
        rows=rows,
        whole=rows is not None and all(abs(v - round(v)) <= 2 * near for v in (off, height)),
    )


def cols_of(rect: Rect, grid: Grid) -> tuple[int, int] | None:
    """The first and the last column of the page that a rectangle meets, counted from 1."""
    met = [
        number
        for number, (left, right) in enumerate(grid.columns, 1)
        if min(right, rect.right) - max(left, rect.x) > EPS_PT
    ]
    return (met[0], met[-1]) if met else None


def rows_of(rect: Rect, grid: Grid) -> tuple[int, int] | None:
    """The first and the last line of the grid that a rectangle meets, counted from 1."""
    if grid.pitch <= 0 or rect.height <= 2 * EPS_PT:
        return None
    top = rect.y - grid.type_area.y
    first = max(1, int((top + EPS_PT) // grid.pitch) + 1)
    last = min(grid.lines, -int((EPS_PT - top - rect.height) // grid.pitch))
    return (first, last) if first <= last else None
