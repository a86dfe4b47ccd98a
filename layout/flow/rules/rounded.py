"""Rectangles with round corners, as the steps of a path: panels, frames, pictures' edges."""

from collections.abc import Sequence
from typing import Final

from layout.color import Color
from layout.display.items import Path, Step
from layout.geometry import Rect
from layout.spec.resolve.defaults import RuleStyle

KAPPA: Final = 0.5523
"""Of a radius, to the control points of a quarter circle: the nearest that a cubic comes."""

Radii = float | Sequence[float]
"""Radii of the corners in points: one for all, or top left, top right, bottom right, bottom left.
0 is a square corner."""


def rounded(rect: Rect, radius: Radii, *, hole: bool = False) -> tuple[Step, ...]:
    """The outline of `rect` with round corners, closed, clockwise from the top left corner's end.

    Radii that together are longer than a side become smaller, all in one proportion, until they
    fit, as those of CSS do. A `hole` is drawn the other way round: in one path with the outline
    about it, it stays unfilled.
    """
    four = (radius,) * 4 if isinstance(radius, int | float) else radius
    room = share(rect, four)
    a, b, c, d = (max(0.0, r) * room for r in four)
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    # Each corner: where its curve begins and ends, and the corner itself.
    corners = (
        ((right - b, top), (right, top + b), (right, top)),
        ((right, bottom - c), (right - c, bottom), (right, bottom)),
        ((left + d, bottom), (left, bottom - d), (left, bottom)),
        ((left, top + a), (left + a, top), (left, top)),
    )
    if hole:
        corners = tuple((end, begin, at) for begin, end, at in reversed(corners))  # type: ignore[assignment]
    steps: list[Step] = [("M", corners[-1][1])]
    for begin, end, at in corners:
        if steps[-1][1][-2:] != begin:
            steps.append(("L", begin))
        if begin != end:
            steps.append(("C", (*_towards(begin, at), *_towards(end, at), *end)))
    steps.append(("Z", ()))
    return tuple(steps)


def pill(rect: Rect) -> tuple[Step, ...]:
    """The outline of `rect` with round ends: half circles at its shorter sides."""
    return rounded(rect, min(rect.width, rect.height) / 2)


def share(rect: Rect, radii: Sequence[float]) -> float:
    """How much of radii a rectangle has room for: 1 where no two on one side overlap."""
    a, b, c, d = (max(0.0, r) for r in radii)
    width, height = max(0.0, rect.width), max(0.0, rect.height)
    pairs = ((width, a + b), (height, b + c), (width, c + d), (height, d + a))
    return min([1.0, *(side / both for side, both in pairs if both > 0)])


def _towards(point: tuple[float, float], corner: tuple[float, float]) -> tuple[float, float]:
    """The control point of a quarter circle that leaves `point` for a corner."""
    (x, y), (cx, cy) = point, corner
    return x + KAPPA * (cx - x), y + KAPPA * (cy - y)


def panel(rect: Rect, fill: Color, radius: Radii, node: str, role: str) -> Path:
    """A filled rectangle with round corners."""
    steps = rounded(rect, radius)
    return Path(steps=steps, color=fill, filled=True, node=node, role=role)


def frame(
    style: RuleStyle,
    rect: Rect,
    radii: Sequence[float],
    node: str,
    *,
    closed: tuple[bool, bool] = (True, True),
) -> list[Path]:
    """A frame of straight lines whose outer edge is `rect` with round corners; those of a 文武线 go
    round one another. One that is not `closed` above or below is open there: its sides go through
    to the edge."""
    out: list[Path] = []
    above, below = closed
    for at, width in style.lines:
        edge = style.reach + at
        place = rect.inset(edge, edge if above else 0.0, edge, edge if below else 0.0)
        a, b, c, d = (max(0.0, r - edge) for r in radii)
        shape = (a * above, b * above, c * below, d * below)
        steps = rounded(place, shape)
        if not (above and below):
            steps = _opened(steps, place, above=above, below=below)
        out.append(Path(steps=steps, color=style.color, width=width, node=node))
    return out


def _opened(steps: Sequence[Step], rect: Rect, *, above: bool, below: bool) -> tuple[Step, ...]:
    """An outline without its upper or its lower side, where that is open."""
    open_at = {y for y, closed in ((rect.y, above), (rect.bottom, below)) if not closed}
    start, *rest = steps[:-1]
    out: list[Step] = [start]
    pen = start[1]
    for letter, points in rest:
        end = points[-2:]
        along = letter == "L" and pen[1] == end[1] and pen[1] in open_at
        out.append(("M" if along else letter, points))
        pen = end
    return tuple(
        [one for one, after in zip(out, [*out[1:], ("M", ())], strict=True)
         if one[0] != "M" or after[0] != "M"]
    )  # fmt: skip
