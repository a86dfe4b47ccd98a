"""Where the labels of a page stand in print, on which they are drawn larger than on the page.

Each is as large as it should be, or a little smaller, where it would else lie on a headline, which
is read from afar, on another label or on much type; and it is moved aside for that, a little.
"""

from itertools import product
from typing import Final

import numpy as np

from layout.check.makeup.drawn import extent
from layout.display.items import GlyphRun, Page
from layout.geometry import Rect, hull
from layout.proof.htmlreport.growth import PARTS
from layout.proof.layers.layer import LayerLabel
from layout.proof.layers.marking.printed import Numbers, Printed, table
from layout.record import record

SIZES: Final = (1.0, 0.87, 0.75)
"""Of what it should be."""
HEADLINE_EM: Final = 1.5
"""Type that is so many times the body is that of a headline."""
ON_HEADLINE: Final = 8.0
"""What a square point of a headline costs that is covered; one of other type costs 1."""
ON_ANOTHER: Final = 8.0
"""And one of another label."""
MOVED: Final = 0.5
"""What a point of moving costs, times the shorter side of the label."""
SMALLER: Final = 0.6
"""What it costs to be smaller, of the area that is missing."""
STEPS: Final = 8
"""To each side, of half the shorter side of the label, for which a place is looked for."""


@record
class PrintedLabel:
    """How a label is printed: how many times as large as on the page, and what it then covers."""

    by: float
    place: Rect


class PrintRoom:
    """The labels of a page, put into print one after another."""

    def __init__(self, page: Page) -> None:
        runs = [item for item in page.items if isinstance(item, GlyphRun)]
        least = HEADLINE_EM * page.grid.em
        self._type = Printed(table(extent(run) for run in runs))
        self._heads = Printed(table(extent(run) for run in runs if run.size >= least))
        self._size = (page.width, page.height)
        self._taken: list[Rect] = []

    def put(self, label: LayerLabel, by: float) -> PrintedLabel:
        """A label that should be `by` times as large, where it covers least. Later ones keep off
        it."""
        own = hull([extent(item) for item in label.items])
        sizes = dict.fromkeys([max(by * size, 1.0) for size in SIZES])
        found = [(size, *_places(label, own, size, self._size)) for size in sizes]
        rects = np.concatenate([places for _, places, _ in found])
        moved = np.concatenate([far for _, _, far in found])
        scales = np.concatenate([np.full(len(places), size) for size, places, _ in found])
        cost = self._cost(rects) + MOVED * moved * (rects[:, 2:] - rects[:, :2]).min(1)
        area = own.width * own.height * by**2
        cost += SMALLER * area * (1 - (scales / by) ** 2 if by > 1.0 else 0.0)
        best = int(cost.round(3).argmin())
        left, top, right, bottom = (float(v) for v in rects[best])
        place = Rect(left, top, right - left, bottom - top)
        self._taken.append(place)
        return PrintedLabel(by=float(scales[best]), place=place)

    def _cost(self, rects: Numbers) -> Numbers:
        """What rectangles cover: type, headlines and other labels."""
        cost: Numbers = self._type.under(rects) + ON_HEADLINE * self._heads.under(rects)
        if self._taken:
            others = table(self._taken)
            cost = cost + ON_ANOTHER * _common(rects[:, None], others[None]).sum(1)
        return cost


def _places(
    label: LayerLabel, own: Rect, by: float, page: tuple[float, float]
) -> tuple[Numbers, Numbers]:
    """Where on the page a label of a size may stand: grown from its own place or a point of its
    edge, or moved aside from that; and how far it is moved."""
    points = [label.at]
    points += [(own.x + x * own.width, own.y + y * own.height) for y, x in product(PARTS, PARTS)]
    homes = [(x + (own.x - x) * by, y + (own.y - y) * by) for x, y in points]
    step = min(own.width, own.height) * by / 2
    x, y = homes[0]
    shifts = [
        (j * step, k * step) for j, k in product(range(-STEPS, STEPS + 1), repeat=2) if j or k
    ]
    corners = np.array([*homes, *((x + dx, y + dy) for dx, dy in shifts)])
    far = np.array([0.0] * len(homes) + [abs(dx) + abs(dy) for dx, dy in shifts])
    size = np.array([own.width * by, own.height * by])
    corners = np.maximum(np.minimum(corners, np.array(page) - size), 0.0)
    return np.concatenate([corners, corners + size], 1), far


def _common(one: Numbers, other: Numbers) -> Numbers:
    """How much ground rectangles have in common, in square points."""
    wide = np.minimum(one[..., 2], other[..., 2]) - np.maximum(one[..., 0], other[..., 0])
    high = np.minimum(one[..., 3], other[..., 3]) - np.maximum(one[..., 1], other[..., 1])
    common: Numbers = np.maximum(wide, 0.0) * np.maximum(high, 0.0)
    return common
