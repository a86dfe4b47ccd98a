"""Which rectangles of a page's items cannot be written in."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from layout.check.makeup.drawn import em_box, extent
from layout.display.items import Box, GlyphRun, Item, Path, fill_of, polygon
from layout.geometry import Rect
from layout.proof.marks import CAPS, FOOT

PALE: Final = 60.0
"""Total ink of a tint that can be written on."""
BARE_EM: Final = 0.03
"""Of a line of type at each of its ends: the blank at the side of a character."""


def covering(item: Item) -> Iterator[Rect]:
    """The rectangles in which nothing can be written because of an item. Of a rule round a block it
    is the rule, not what it is round."""
    if isinstance(item, GlyphRun):
        if item.vertical:
            yield em_box(item)
        else:
            bare = BARE_EM * item.size
            type_ = Rect(item.x, item.y - CAPS * item.size, item.width, (CAPS + FOOT) * item.size)
            yield type_.inset(bare, 0.0, bare, 0.0)
    elif isinstance(item, Box | Path) and item.role in ("tint", "quiet", "overlay"):
        if fill_of(item).total > PALE:
            yield extent(item)
    elif isinstance(item, Box) and fill_of(item).total == 0.0:
        return
    elif isinstance(item, Path) and not item.filled:
        half = item.width / 2
        for (ax, ay), (bx, by) in _sides(item):
            x, y = min(ax, bx) - half, min(ay, by) - half
            yield Rect(x, y, abs(ax - bx) + item.width, abs(ay - by) + item.width)
    else:
        yield extent(item)


def _sides(path: Path) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight lines that a path is taken for."""
    begun: list[int] = [k for k, (letter, _) in enumerate(path.steps) if letter == "M"]
    for k, start in enumerate(begun):
        end = begun[k + 1] if k + 1 < len(begun) else len(path.steps)
        steps = path.steps[start:end]
        closed = steps[-1][0] == "Z"
        points = polygon(step for step in steps if step[0] != "Z")
        yield from pairwise(points)
        if closed and len(points) > 1:
            yield points[-1], points[0]
