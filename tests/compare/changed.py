"""Display lists changed on purpose, so that the truth of each change is known."""

from collections.abc import Callable

from layout.compare.changes import PageChange
from layout.compare.listed import changes
from layout.display.items import (
    BlockPlace,
    Box,
    Frame,
    GlyphRun,
    Item,
    Page,
    Path,
    Picture,
    Stroke,
)
from layout.geometry import Rect
from layout.record import replace
from layout.units import mm, to_mm

TOLERANCE = mm(0.05)


def told(a: Page, b: Page, tolerance: float = TOLERANCE) -> list[PageChange]:
    """What is told of two states of a page whose pictures show the same."""
    (found,) = changes([a], [b], tolerance, lambda one, other, page: one.source == other.source)
    return found


def kinds(found: list[PageChange]) -> list[tuple[str, str]]:
    return [(change.kind, change.what) for change in found]


def shifted(item: Item, dx: float, dy: float) -> Item:
    """An item elsewhere on its page."""
    match item:
        case GlyphRun():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Box():
            return replace(item, rect=moved(item.rect, dx, dy))
        case Picture():
            clip = tuple((x + dx, y + dy) for x, y in item.clip)
            return replace(item, rect=moved(item.rect, dx, dy), clip=clip)
        case Stroke():
            return replace(item, x1=item.x1 + dx, x2=item.x2 + dx, y1=item.y1 + dy, y2=item.y2 + dy)
        case Path():
            steps = tuple(
                (letter, tuple(v + (dy if k % 2 else dx) for k, v in enumerate(points)))
                for letter, points in item.steps
            )
            return replace(item, steps=steps)


def moved(rect: Rect, dx: float, dy: float) -> Rect:
    return replace(rect, x=rect.x + dx, y=rect.y + dy)


def block_moved(page: Page, name: str, dx: float, dy: float) -> Page:
    """A page with one block elsewhere, and all that stands in it."""
    block = next(b for b in page.blocks if b.id == name)
    own = {name, block.node or name}

    def mine(item: Item) -> bool:
        return item.node.partition("#")[0] in own

    def of(one: BlockPlace | Frame) -> bool:
        return (one.id if isinstance(one, BlockPlace) else one.block) == name

    return replace(
        page,
        items=tuple(shifted(i, dx, dy) if mine(i) else i for i in page.items),
        blocks=tuple(replace(b, rect=moved(b.rect, dx, dy)) if of(b) else b for b in page.blocks),
        frames=tuple(replace(f, rect=moved(f.rect, dx, dy)) if of(f) else f for f in page.frames),
    )


def item_changed(page: Page, at: int, change: Callable[[Item], Item]) -> Page:
    """A page with one item changed."""
    items = list(page.items)
    items[at] = change(items[at])
    return replace(page, items=tuple(items))


def millimetres(points: float) -> float:
    return round(to_mm(points), 2)
