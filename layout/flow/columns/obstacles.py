"""What the text of a story runs round: blocks that stand over it, by their shapes."""

from collections.abc import Iterator
from typing import Final

from layout.display.items import Picture, polygon
from layout.flow.columns.slots import Obstacle
from layout.flow.placed import Made, PlacedLine
from layout.geometry import Rect
from layout.record import replace
from layout.spec.resolve.resolved import RBlock, RPicture, RStory
from layout.units import EM_ASCENT

Points = tuple[tuple[float, float], ...]
BESIDE: Final = 0.01
"""Points that a block may reach into a story and still stand beside it."""
Standing = list[tuple[RBlock, tuple[Obstacle, ...]]]
"""Blocks that text runs round, each with what it keeps clear of."""


def shapes(block: RBlock, made: Made) -> tuple[Obstacle, ...]:
    """What text keeps clear of for a block that it runs round, as it was made."""
    wrap = block.wrap
    assert wrap is not None
    if wrap.shape == "outline":
        found = list(_outlined(block, made))
    elif wrap.points:
        r = block.rect
        found = [tuple((r.x + r.width * x, r.y + r.height * y) for x, y in wrap.points)]
    else:
        found = []
    return tuple(
        Obstacle(points=points, standoff=wrap.standoff)
        for points in found or [_corners(block.rect)]
    )


def _outlined(block: RBlock, made: Made) -> Iterator[Points]:
    """The outline of each picture as it is cut and placed, and the box of what else is drawn."""
    outline = _outline_of(block)
    for item in made.items:
        if isinstance(item, Picture) and outline:
            yield _on_page(outline, item)
        elif isinstance(item, Picture) and item.corners:
            from layout.display.rounded import rounded  # few pictures have round corners

            yield polygon(rounded(item.rect, item.corners))
        elif isinstance(item, PlacedLine) and not item.vertical:
            em = item.style.size
            width = item.line.width * em * item.style.h_scale / 1000.0
            top = item.baseline - EM_ASCENT * em
            yield _corners(Rect(item.x, top, width, em))


def cut_out(block: RBlock, made: Made) -> Made:
    """What stands in a block with its pictures cut to their outlines, so that what is behind
    shows."""
    if block.wrap is None or block.wrap.shape != "outline":
        return made
    outline = _outline_of(block)
    if not outline:
        return made
    items = [
        replace(item, clip=_on_page(outline, item)) if isinstance(item, Picture) else item
        for item in made.items
    ]
    return replace(made, items=items)


def _outline_of(block: RBlock) -> Points:
    """The outline of a block's picture, in parts of its sides; empty where it has none."""
    return block.content.outline if isinstance(block.content, RPicture) else ()


def _on_page(outline: Points, item: Picture) -> Points:
    """The outline of a picture as it is cropped and placed, in points on the page."""
    left, top, right, bottom = item.crop
    across, down = item.rect.width / (right - left), item.rect.height / (bottom - top)
    return tuple(
        (
            item.rect.x + across * (min(max(x, left), right) - left),
            item.rect.y + down * (min(max(y, top), bottom) - top),
        )
        for x, y in outline
    )


def in_the_way(block: RBlock, standing: Standing) -> tuple[Obstacle, ...]:
    """Those that are in the way of a block's text; none for what is no story in lines."""
    if not isinstance(block.content, RStory) or block.content.vertical:
        return ()
    return tuple(
        obstacle
        for other, obstacles in standing
        if other is not block and any(stands_over(other, area) for area in block.areas)
        for obstacle in obstacles
    )


def stands_over(other: RBlock, area: Rect) -> bool:
    """Whether a block stands over a part of a story, and not beside it."""
    return other.rect.meets(area, BESIDE)


def _corners(rect: Rect) -> Points:
    return (
        (rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)
    )  # fmt: skip
