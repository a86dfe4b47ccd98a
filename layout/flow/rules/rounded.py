"""Panels and frames with round corners."""

from collections.abc import Sequence

from layout.color import Color
from layout.diagnostics import Diagnostic, Place, warning
from layout.display.items import Path, Step
from layout.display.rounded import Radii, rounded, share
from layout.geometry import Rect
from layout.spec.resolve.corners import ROUND_ENDS
from layout.spec.resolve.defaults import RuleStyle
from layout.units import ROUNDING, to_mm


def too_round(rect: Rect, corners: Sequence[float], name: str, place: Place) -> list[Diagnostic]:
    """A warning where what is called `name` is too small for its round corners: they are drawn
    smaller. Of round ends nothing is told, which are as large as there is room for them."""
    part = share(rect, corners)
    if corners[0] == ROUND_ENDS or part >= 1 - ROUNDING:
        return []
    return [
        warning(
            "CORNERS.large", place, block=name, radius_mm=to_mm(max(corners)),
            width_mm=to_mm(rect.width), height_mm=to_mm(rect.height),
            set_mm=to_mm(max(corners) * part),
        )
    ]  # fmt: skip


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
