"""The page's grid as on a layout sheet (版样纸): columns, gutters, lines and their numbers."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from layout.color import WHITE
from layout.display.items import Item, Page
from layout.geometry import Rect, hull
from layout.proof.marks import (
    BASELINE,
    COLUMN,
    GRID_LINE,
    GUTTER,
    HAIR,
    SCALE,
    Letters,
    across,
    area,
    down,
    inked,
)

EVERY: Final = 5
"""Lines are numbered by fives, as layout sheets are."""
NUMBER_PT: Final = 6.5
ABOVE: Final = 6.0
"""From the type area up to the numbers of the columns: over the tag of a block at its head."""
BELOW: Final = (15.0, 8.0)
"""From the type area down to their numbers, the better place first."""
MARGIN_GAP: Final = 15.0
"""From the type area to the line numbers: room for the figures of loose lines between."""


def columns(page: Page) -> list[Item]:
    """Columns and gutters tinted, for the ground of the page: those of the page, and over them
    those of each block that has columns of its own."""
    zone = page.grid.type_area
    items = _tinted(page.grid.columns, zone.y, zone.height)
    for place, columns in _own_columns(page):
        items.append(area(place, WHITE))
        items += _tinted(columns, place.y, place.height)
    return items


def _tinted(columns: Sequence[tuple[float, float]], top: float, height: float) -> list[Item]:
    items: list[Item] = []
    for left, right in columns:
        items.append(area(Rect(left, top, right - left, height), COLUMN))
    for (_, left), (right, _) in pairwise(columns):
        if right > left:
            items.append(area(Rect(left, top, right - left, height), GUTTER))
    return items


def _own_columns(page: Page) -> list[tuple[Rect, tuple[tuple[float, float], ...]]]:
    """The text of each block that keeps to no columns of the page, with its own; none on a page
    all of whose blocks keep to them."""
    lefts = {round(left, 2) for left, _ in page.grid.columns}
    rights = {round(right, 2) for _, right in page.grid.columns}
    out = []
    for block in page.blocks:
        own = [f.rect for f in page.frames if f.block == block.id]
        kept = round(block.rect.x, 2) in lefts and round(block.rect.right, 2) in rights
        if kept or not own:
            continue
        edges = sorted({(r.x, r.right) for r in own})
        out.append((hull(own), tuple(edges)))
    return out


def column_edges(page: Page) -> list[Item]:
    """The edges of the columns and of the type area."""
    zone = page.grid.type_area
    edges = {x for pair in page.grid.columns for x in pair} or {zone.x, zone.right}
    items: list[Item] = [down(x, zone.y, zone.height, GRID_LINE) for x in sorted(edges)]
    for place, columns in _own_columns(page):
        for x in (x for pair in columns for x in pair):
            items.append(down(x, place.y, place.height, GRID_LINE))
    items += [across(zone.x, y, zone.width, GRID_LINE) for y in (zone.y, zone.bottom)]
    if page.fold:  # of two facing pages
        items.append(down(page.fold, 0.0, page.height, SCALE, HAIR * 3))
    return items


def baselines(page: Page) -> list[Item]:
    """The baseline of every line of the grid."""
    grid, zone = page.grid, page.grid.type_area
    return [
        across(zone.x, grid.baseline_of(n), zone.width, BASELINE) for n in range(1, grid.lines + 1)
    ]


def fifth_lines(page: Page) -> list[Item]:
    """The lower edge of every fifth line, a little stronger than a baseline."""
    grid, zone = page.grid, page.grid.type_area
    return [
        across(zone.x, grid.top_of(n + 1), zone.width, GRID_LINE, HAIR * 1.5)
        for n in range(EVERY, grid.lines, EVERY)
    ]


def numbers(page: Page, letters: Letters, legend: Iterable[Item] = ()) -> list[Item]:
    """Numbers of the lines in both margins, and of the columns above and below; those below
    stand over the `legend` where that leaves them room, and are left out where it does not."""
    grid, zone = page.grid, page.grid.type_area
    items: list[Item] = []
    for n in (1, *range(EVERY, grid.lines + 1, EVERY)):
        y = grid.baseline_of(n)
        for edge, side in ((zone.x, -1.0), (zone.right, 1.0)):
            far = edge + side * (MARGIN_GAP - 2)
            items.append(across(min(far, far - side * 4), y, 4.0, SCALE, HAIR * 1.5))
        items += letters.put(str(n), (zone.x - MARGIN_GAP, y), NUMBER_PT, SCALE, "right")
        items += letters.put(str(n), (zone.right + MARGIN_GAP, y), NUMBER_PT, SCALE)
    for n, (left, right) in enumerate(grid.columns, 1):
        middle = (left + right) / 2
        items += letters.put(str(n), (middle, zone.y - ABOVE), NUMBER_PT, SCALE, "center")
    head = min((rect.y for rect in inked(legend)), default=page.height)
    below = next((zone.bottom + d for d in BELOW if zone.bottom + d < head - 1.0), None)
    if below is not None:
        for n, (left, right) in enumerate(grid.columns, 1):
            middle = (left + right) / 2
            items += letters.put(str(n), (middle, below), NUMBER_PT, SCALE, "center")
    return items
