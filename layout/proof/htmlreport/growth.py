"""From where the labels of a page grow: on paper and in a small window they are drawn larger than
they are, so that they can be read, and should then cover as little type as can be."""

from collections.abc import Sequence
from itertools import product
from typing import Final

from layout.check.makeup.drawn import extent
from layout.geometry import Rect, hull
from layout.proof.layers.layer import LayerLabel
from layout.proof.marks import covered
from layout.units import MM_PER_INCH

PRINTED_PX: Final = 9.0
"""Of a number on paper, as the report's script has it,"""
PRINTED_MM: Final = 227.0
"""on which the page is so high."""
CSS_PX_PER_MM: Final = 96 / MM_PER_INCH
ON_ANOTHER: Final = 3.0
"""A label that lies on another is moved aside, over type: it counts so many times as much."""
OFF: Final = 10.0
"""And one that lies off the page, where it is moved back."""
PARTS: Final = (0.0, 0.5, 1.0)


def larger(size: float, height: float) -> float:
    """How many times its size a label of `size` points is printed, on a page of so many points."""
    unit = PRINTED_MM * CSS_PX_PER_MM / height
    return max(1.0, PRINTED_PX / (size * unit))


def growing_from(
    label: LayerLabel, by: float, type_: Sequence[Rect], taken: Sequence[Rect], page: Rect
) -> tuple[tuple[float, float], Rect]:
    """The point about which a label that is drawn `by` times as large covers least of the page's
    type, of what other labels have `taken` and of what lies off the page; and where it then stands.
    Of equal ones its own place is taken first."""
    own = hull([extent(item) for item in label.items])
    points = [label.at]
    points += [
        (own.x + x * own.width, own.y + y * own.height) for y, x in product(PARTS, PARTS)
    ]  # fmt: skip

    def grown(point: tuple[float, float]) -> Rect:
        x, y = point
        return Rect(x + (own.x - x) * by, y + (own.y - y) * by, own.width * by, own.height * by)

    def cost(rect: Rect) -> float:
        off = rect.width * rect.height - covered(rect, [page])
        return covered(rect, type_) + ON_ANOTHER * covered(rect, taken) + OFF * off

    best = min(points, key=lambda point: round(cost(grown(point)), 3))
    return best, grown(best)
