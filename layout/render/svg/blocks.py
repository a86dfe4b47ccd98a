"""Which items of a page are a block's."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from layout.display.items import (
    BlockPlace,
    Box,
    GlyphRun,
    Item,
    Page,
    Path,
    Picture,
    Stroke,
    owner_of,
)
from layout.geometry import Rect
from layout.render.svg.numbers import dom_id

REST: Final = "page"
"""The id of what is no block's: rules between columns, say. A block's own id begins with `b-`."""


class Share(NamedTuple):
    """The items of a block: its id in the DOM, its id in the spec, and what it paints."""

    dom: str
    block: str
    items: list[Item]


def shares(page: Page) -> Iterator[Share]:
    """The items of each block in the order of painting. A block that is painted in two parts, with
    another's between them, is two."""
    found: list[tuple[str, list[Item]]] = []
    at = 0
    for item in page.items:
        number = _number(page.blocks, at, item)
        at = max(at, number)
        block = page.blocks[number].id if number >= 0 else ""
        if found and found[-1][0] == block:
            found[-1][1].append(item)
        else:
            found.append((block, [item]))
    seen: dict[str, int] = {}
    for block, items in found:
        number = seen[block] = seen.get(block, 0) + 1
        dom = dom_id(block) if block else REST
        yield Share(f"{dom}_{number}" if number > 1 else dom, block, items)


def _number(blocks: Sequence[BlockPlace], at: int, item: Item) -> int:
    """The number of an item's block, looked for from that of the item before it on; -1 for none.

    Lines name their block. Of two blocks that one story goes through, other things stand in the
    one that they lie in.
    """
    around: tuple[int, ...] = (*range(at, len(blocks)), *range(at))
    if isinstance(item, GlyphRun) and item.line is not None and item.line.block:
        given = item.line.block
        for number in around:
            if blocks[number].id == given:
                return number
        return -1
    owner = owner_of(item.node)
    found = [n for n in around if owner in (blocks[n].id, blocks[n].node)]
    if len(found) < 2:
        return found[0] if found else -1
    x, y = _anchor(item)
    within = [n for n in found if blocks[n].rect.holds(Rect(x, y, 0.0, 0.0))]
    return (within or found)[0]


def _anchor(item: Item) -> tuple[float, float]:
    """A point of an item that tells where it lies."""
    match item:
        case GlyphRun():
            return item.x, item.y
        case Box() | Picture():
            return item.rect.x + item.rect.width / 2, item.rect.y + item.rect.height / 2
        case Stroke():
            return (item.x1 + item.x2) / 2, (item.y1 + item.y2) / 2
        case Path():
            r = item.bounds()
            return r.x + r.width / 2, r.y + r.height / 2
