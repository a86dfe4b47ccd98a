"""What a picture loses to what stands over it on purpose: told, never judged."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from layout.diagnostics import Diagnostic, Place, info
from layout.display.items import Box, Item, Path, Picture, owner_of
from layout.flow.pictures.framing import node_of, over_one_another, owners_of
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import RPage
from layout.units import EPS_PT


@record
class _Upper:
    """Something that stands over a picture: what of it is there, and how it is named."""

    rects: Sequence[Rect]
    name: str
    clear: str  # the file of a picture of it with transparent parts; or nothing
    place: Place


def covered(page: RPage, items: Sequence[Item]) -> Iterator[Diagnostic]:
    """For each picture of a page that something stands over as the spec says, how much of it is
    covered; and for what is transparent there, that the page has live transparency."""
    for lower, upper in over_one_another(page):
        over = _upper(page, items, upper)
        if over is None:
            continue
        for item in items:
            if not isinstance(item, Picture) or not _is_of(item, _names(page, lower)):
                continue
            share = union(_common(item.rect, rect) for rect in over.rects)
            percent = 100 * share / (item.rect.width * item.rect.height)
            if percent > 0:
                yield info(
                    "OVER.covers", over.place, name=over.name, file=item.source, percent=percent
                )
            if over.clear and page.press.pdfx != "x1a":  # which flattens it, and says so
                yield info("OVER.clear", over.place, file=over.clear)


def _upper(page: RPage, items: Sequence[Item], node: str) -> _Upper | None:
    owners, names = owners_of(page), _names(page, node)
    rects: list[Rect] = []
    name, clear, place = node, "", None
    for item in items:
        if not _is_of(item, names):
            continue
        if isinstance(item, Picture):
            owner = owners.get((item.node, item.source))
            name = item.source
            if owner is not None:
                place = owner[1].place or owner[0].place
                if owner[1].clear:
                    clear = item.source
                    continue
            rects.append(item.rect)
        elif isinstance(item, Box) and item.role in ("panel", "tint"):
            rects.append(item.rect)
        elif isinstance(item, Path) and item.role in ("panel", "tint"):
            rects.append(item.bounds())
    if place is None:
        place = next((block.place for block in page.blocks if node_of(block) == node), None)
    return _Upper(rects=rects, name=name, clear=clear, place=place) if place is not None else None


def _names(page: RPage, node: str) -> frozenset[str]:
    """What nodes of a block's items begin with: what is behind a story has the block's name."""
    return frozenset({node, *(block.id for block in page.blocks if node_of(block) == node)})


def _is_of(item: Item, names: frozenset[str]) -> bool:
    return item.node in names or owner_of(item.node) in names


def _common(a: Rect, b: Rect) -> Rect:
    left, top = max(a.x, b.x), max(a.y, b.y)
    right, bottom = min(a.right, b.right), min(a.bottom, b.bottom)
    return Rect(left, top, max(0.0, right - left), max(0.0, bottom - top))


def union(rects: Iterable[Rect]) -> float:
    """The area that rectangles cover together, where they lie over one another once."""
    found = [r for r in rects if r.width > EPS_PT and r.height > EPS_PT]
    edges = sorted({x for r in found for x in (r.x, r.right)})
    area = 0.0
    for left, right in pairwise(edges):
        spans = sorted((r.y, r.bottom) for r in found if r.x <= left and r.right >= right)
        end = float("-inf")
        for top, bottom in spans:
            if bottom > end:
                area += (right - left) * (bottom - max(top, end))
                end = bottom
    return area
