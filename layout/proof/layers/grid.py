"""Columns and gutters of the page, and over them those of blocks that keep to columns of their
own."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from layout.display.items import Box, Item, Page
from layout.geometry import Rect, hull
from layout.proof.layers.layer import Layer, ProofFacts
from layout.proof.marks import COLUMN, GRID_LINE, GUTTER, HAIR, SCALE, across, area, down

NAME: Final = "grid"
TITLE: Final = "part.layer-grid"


def layer(facts: ProofFacts) -> Layer:
    """Tints for the ground of the page, edges over its tints."""
    page = facts.page
    return Layer(name=NAME, ground=tuple(columns(page)), under=tuple(_edges(page)))


def columns(page: Page) -> list[Item]:
    """Columns and gutters tinted: those of the page, less where a block has columns of its own."""
    zone = page.grid.type_area
    own = _own_columns(page)
    items = []
    for tint in _tinted(page.grid.columns, zone.y, zone.height):
        parts = [tint.rect]
        for place, _ in own:
            parts = [part for whole in parts for part in _less(whole, place)]
        items += [area(part, tint.fill) for part in parts]
    for place, edges in own:
        items += _tinted(edges, place.y, place.height)
    return list(items)


def _tinted(columns: Sequence[tuple[float, float]], top: float, height: float) -> list[Box]:
    items = [area(Rect(left, top, right - left, height), COLUMN) for left, right in columns]
    for (_, left), (right, _) in pairwise(columns):
        if right > left:
            items.append(area(Rect(left, top, right - left, height), GUTTER))
    return items


def _less(whole: Rect, hole: Rect) -> list[Rect]:
    """What a rectangle is but for a hole in it, as rectangles."""
    if not whole.meets(hole):
        return [whole]
    top, bottom = max(whole.y, hole.y), min(whole.bottom, hole.bottom)
    parts = (
        Rect(whole.x, whole.y, whole.width, top - whole.y),
        Rect(whole.x, top, hole.x - whole.x, bottom - top),
        Rect(hole.right, top, whole.right - hole.right, bottom - top),
        Rect(whole.x, bottom, whole.width, whole.bottom - bottom),
    )
    return [part for part in parts if part.width > 0 and part.height > 0]


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


def _edges(page: Page) -> list[Item]:
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
