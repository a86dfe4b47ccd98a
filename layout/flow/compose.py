"""A page made up: every block in its place, in the order of the spec, which is reading order."""

from collections.abc import Mapping

from layout.diagnostics import Diagnostic
from layout.display.items import Box, Frame
from layout.flow import furniture, rules
from layout.flow.placed import PlacedBlock, PlacedItem, PlacedPage
from layout.flow.setter import Setter
from layout.flow.story import make_story
from layout.geometry import Rect
from layout.spec.resolved import (
    RBlock,
    RCredits,
    RIndex,
    RPage,
    RPicture,
    RStory,
    RText,
)


def compose(page: RPage, setter: Setter, sizes: Mapping[str, tuple[int, int]]) -> PlacedPage:
    """The page's blocks placed. `sizes` are the pixels of each picture, by its source."""
    blocks: list[PlacedBlock] = []
    if page.header is not None:
        items, found = furniture.make_header(setter, page.header)
        blocks.append(
            PlacedBlock(
                id="header", rect=page.header.rect, items=tuple(items), diagnostics=tuple(found)
            )
        )
    for block in page.blocks:
        blocks.append(_place(page, setter, block, sizes))
    said = tuple(d for b in blocks for d in b.diagnostics)
    return PlacedPage(blocks=tuple(blocks), diagnostics=said)


def _place(
    page: RPage, setter: Setter, block: RBlock, sizes: Mapping[str, tuple[int, int]]
) -> PlacedBlock:
    behind: list[PlacedItem] = []
    if block.fill is not None:
        behind.append(Box(rect=block.rect, fill=block.fill, node=block.id, role="tint"))
    behind += rules.frame(block.rules, _ruled(page, block), block.id)
    items, frames, found = _content(page, setter, block, sizes)
    return PlacedBlock(
        id=block.id,
        rect=block.rect,
        items=(*behind, *items),
        frames=tuple(frames),
        diagnostics=tuple(found),
    )


def _ruled(page: RPage, block: RBlock) -> Rect:
    """Where a block's rules stand: round it, or, as column rules, in the middle of its gutters."""
    if all(kind != "none" for kind in block.rules):
        return block.rect
    columns = page.grid.columns
    half = (columns[1][0] - columns[0][1]) / 2 if len(columns) > 1 else 0.0
    _, right, _, left = block.rules
    # In the middle of the white: half the gutter out, less half of what the block leaves inside.
    at_left = (block.inner.x - block.rect.x) / 2 - half if left != "none" else 0.0
    at_right = (block.rect.right - block.inner.right) / 2 - half if right != "none" else 0.0
    return block.rect.inset(at_left, 0.0, at_right, 0.0)


def _content(
    page: RPage, setter: Setter, block: RBlock, sizes: Mapping[str, tuple[int, int]]
) -> tuple[list[PlacedItem], list[Frame], list[Diagnostic]]:
    content = block.content
    if isinstance(content, RStory):
        if content.vertical:
            from layout.flow.tiers import make_tiers  # few pages have columns that run down

            return make_tiers(setter, block, content, page.grid)
        return make_story(setter, block, content, page.grid, page.accent)
    if isinstance(content, RText):
        if content.vertical:
            from layout.flow.vertical import make_columns

            items, found = make_columns(setter, block, content, page.grid.pitch)
        else:
            items, found = furniture.make_text(setter, block, content)
    elif isinstance(content, RPicture):
        items, found = furniture.make_picture(setter, block, content, page.grid, sizes)
    elif isinstance(content, RIndex):
        items, found = furniture.make_index(setter, block, content, page.accent)
    elif isinstance(content, RCredits):
        items, found = furniture.make_credits(setter, block, content)
    else:
        items, found = furniture.make_rule(block, content)
    return items, [], found
