"""What of our page is looked for in a scan: for each block pieces all over it, its sides, the lines
of its headlines and its lines of text.

A page without a display list, a PDF of someone else's, is parted into equal fields instead.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

import numpy as np

from layout.compare.scan.model import Box, Side
from layout.compare.scan.register import Cells
from layout.display.items import (
    Box as Filled,
)
from layout.display.items import (
    GlyphRun,
    Item,
    Page,
    Path,
    Picture,
    Stroke,
    owner_of,
    part_of,
)
from layout.record import record
from layout.units import EM_ASCENT, PT_PER_MM

CELL_MM: Final = 12.5
STEP_MM: Final = 12.5
FIELDS: Final = (4, 6)
EDGE_MM: Final = 1.2  # to both sides of an edge that is drawn
TEXT_MM: Final = (0.4, 5.0)  # outside and inside of a side at which type stands
NEAR_MM: Final = 0.4
HEADS: Final = ("kicker", "title", "subtitle", "summary", "shoulder", "name")
DISPLAY_PT: Final = 14.0
"""Type outside of a story's text that is as large is a headline."""


@record
class Sought:
    """A part of a block that is measured by itself: `across` and `down` say what of its shift is
    asked for."""

    name: str
    text: str
    box: Box
    across: bool = True
    down: bool = True


@record
class BlockPieces:
    """A block of the page and what is measured of it. `box` holds its ink."""

    id: str
    kind: str
    box: Box
    cells: tuple[Box, ...]
    sides: tuple[Sought, ...]
    heads: tuple[Sought, ...]
    lines: tuple[Sought, ...]


def pieces_of(page: Page | None, size_mm: tuple[float, float]) -> tuple[BlockPieces, ...]:
    """The blocks of a page and their pieces."""
    if page is None:
        return tuple(_fields(size_mm))
    owners = {place.node: place.id for place in page.blocks if place.node}
    ids = {place.id for place in page.blocks}
    items: dict[str, list[Item]] = {place.id: [] for place in page.blocks}
    for item in page.items:
        known = item.line.block if isinstance(item, GlyphRun) and item.line is not None else ""
        block = known if known in ids else owners.get(owner_of(item.node), "")
        if block:
            items[block].append(item)
    clip = (0.0, 0.0, *size_mm)
    out = []
    for place in page.blocks:
        its = [(item, inside) for item in items[place.id] if (inside := _cut(_box(item), clip))]
        if its:
            out.append(_block(place.id, place.kind, its))
    return tuple(out)


def cells_of(blocks: Iterable[BlockPieces]) -> Cells:
    """All pieces that the registration looks for, with their blocks' indices."""
    pairs = [(cell, k) for k, block in enumerate(blocks) for cell in block.cells]
    return Cells(tuple(cell for cell, _ in pairs), np.array([k for _, k in pairs], np.int64))


def _block(name: str, kind: str, items: list[tuple[Item, Box]]) -> BlockPieces:
    box = _hull(inside for _, inside in items)
    return BlockPieces(
        id=name,
        kind=kind,
        box=box,
        cells=tuple(_cells(box, [inside for _, inside in items])),
        sides=tuple(_sides(box, items)),
        heads=tuple(_heads(items)),
        lines=tuple(_lines(items)),
    )


def _fields(size_mm: tuple[float, float]) -> Iterator[BlockPieces]:
    wide, high = size_mm[0] / FIELDS[0], size_mm[1] / FIELDS[1]
    for row, column in product(range(FIELDS[1]), range(FIELDS[0])):
        box = (column * wide, row * high, (column + 1) * wide, (row + 1) * high)
        name = f"{row + 1}-{column + 1}"
        yield BlockPieces(
            id=name, kind="field", box=box, cells=tuple(_cells(box, [box])), sides=(), heads=(),
            lines=(),
        )  # fmt: skip


def _cells(box: Box, inks: list[Box]) -> Iterator[Box]:
    """Pieces all over a block, where something of it stands; a thin one is taken a little wider, so
    that its edges are in it."""
    table = np.array(inks)
    columns, rows = _steps(box[0], box[2]), _steps(box[1], box[3])
    half = CELL_MM / 2
    for y, x in product(rows, columns):
        cell = (
            max(x - half, box[0] - EDGE_MM),
            max(y - half, box[1] - EDGE_MM),
            min(x + half, box[2] + EDGE_MM),
            min(y + half, box[3] + EDGE_MM),
        )
        meets = (
            (table[:, 0] < cell[2])
            & (table[:, 2] > cell[0])
            & (table[:, 1] < cell[3])
            & (table[:, 3] > cell[1])
        )
        if meets.any():
            yield cell


def _steps(low: float, high: float) -> list[float]:
    count = max(1, round((high - low) / STEP_MM))
    step = (high - low) / count
    return [low + step * (k + 0.5) for k in range(count)]


def _sides(box: Box, items: list[tuple[Item, Box]]) -> Iterator[Sought]:
    """The four sides: an edge that is drawn there, else what type stands at it."""
    drawn = [inside for item, inside in items if not isinstance(item, GlyphRun)]
    left, top, right, bottom = box
    outside, into = TEXT_MM
    names: tuple[Side, ...] = ("left", "top", "right", "bottom")
    for axis, name in enumerate(names):
        at = box[axis]
        along = 1 - axis % 2  # the axis in which the side runs
        length = box[2 + along] - box[along]
        edge = any(
            abs(d[axis] - at) < NEAR_MM and d[2 + along] - d[along] > 0.5 * length for d in drawn
        )
        before, behind = (EDGE_MM, EDGE_MM) if edge else (outside, into)
        near, far = (at - before, at + behind) if axis < 2 else (at - behind, at + before)
        strip = (near, top, far, bottom) if axis % 2 == 0 else (left, near, right, far)
        yield Sought(
            name=name, text="", box=_clipped(strip), across=axis % 2 == 0, down=axis % 2 == 1
        )


def _heads(items: list[tuple[Item, Box]]) -> Iterator[Sought]:
    """Each line of a headline or other display type: runs on one baseline, or down one column."""
    runs: dict[tuple[str, float, bool], list[tuple[GlyphRun, Box]]] = {}
    for item, inside in items:
        if not isinstance(item, GlyphRun) or not item.text.strip():
            continue
        part = part_of(item.node).split("#")[-1]
        if part in HEADS or (item.line is None and item.size >= DISPLAY_PT):
            at = item.x if item.vertical else item.y
            runs.setdefault((item.node, round(at, 1), item.vertical), []).append((item, inside))
    for group in runs.values():
        text = "".join(run.text for run, _ in group)
        yield Sought(name=part_of(group[0][0].node), text=text, box=_hull(b for _, b in group))


def _lines(items: list[tuple[Item, Box]]) -> Iterator[Sought]:
    """Each line of text, as one piece."""
    runs: dict[tuple[int, float, bool], list[tuple[GlyphRun, Box]]] = {}
    for item, inside in items:
        if not isinstance(item, GlyphRun) or item.line is None or not item.text.strip():
            continue
        if part_of(item.node).split("#")[-1] in HEADS:
            continue
        at = item.x if item.vertical else item.y
        runs.setdefault((item.line.column, round(at, 1), item.vertical), []).append((item, inside))
    numbers: dict[int, int] = {}
    for (column, _, _), group in runs.items():
        numbers[column] = numbers.get(column, 0) + 1
        text = "".join(run.text for run, _ in group)
        yield Sought(name=f"{column}-{numbers[column]}", text=text, box=_hull(b for _, b in group))


def _box(item: Item) -> Box:
    """What an item takes up, mm: of type its em boxes."""
    if isinstance(item, GlyphRun):
        half = item.size / 2
        if item.vertical:
            found = (item.x - half, item.y, item.x + half, item.y + item.width)
        else:
            above = item.size * EM_ASCENT
            found = (item.x, item.y - above, item.x + item.width, item.y + item.size - above)
    elif isinstance(item, Filled | Picture):
        rect = item.rect
        found = (rect.x, rect.y, rect.right, rect.bottom)
    elif isinstance(item, Path):
        rect = item.bounds()
        found = (rect.x, rect.y, rect.right, rect.bottom)
    else:
        assert isinstance(item, Stroke)
        half = item.width / 2
        found = (
            min(item.x1, item.x2) - half,
            min(item.y1, item.y2) - half,
            max(item.x1, item.x2) + half,
            max(item.y1, item.y2) + half,
        )
    return (
        found[0] / PT_PER_MM, found[1] / PT_PER_MM, found[2] / PT_PER_MM, found[3] / PT_PER_MM,
    )  # fmt: skip


def _cut(box: Box, by: Box) -> Box | None:
    """What of a box lies in another: what bleeds off the page is not looked for."""
    left, top = max(box[0], by[0]), max(box[1], by[1])
    right, bottom = min(box[2], by[2]), min(box[3], by[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def _clipped(box: Box) -> Box:
    return (max(0.0, box[0]), max(0.0, box[1]), box[2], box[3])


def _hull(boxes: Iterable[Box]) -> Box:
    table = list(boxes)
    return (
        min(b[0] for b in table),
        min(b[1] for b in table),
        max(b[2] for b in table),
        max(b[3] for b in table),
    )
