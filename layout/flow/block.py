"""What stands inside a block that has its place, whatever kind of block it is."""

from collections.abc import Mapping
from typing import Final

from layout.flow.article.story import Around, make_story
from layout.flow.columns.slots import Obstacle
from layout.flow.furniture.furniture import make_furniture
from layout.flow.placed import Carry, Made
from layout.flow.type.setter import Setter
from layout.spec.resolve.resolved import (
    RBlock,
    RPage,
    RStory,
    RTable,
)

Carries = Mapping[str, Carry]
"""Where stories begin that another page has begun, by block."""
NOTHING: Final[Carries] = {}


def around(
    page: RPage, block: RBlock, carries: Carries, obstacles: tuple[Obstacle, ...] = ()
) -> Around:
    """What a story of the page must know of it."""
    return Around(
        accent=page.accent,
        obstacles=obstacles,
        carry=carries.get(block.id),
    )


def make(
    page: RPage,
    setter: Setter,
    block: RBlock,
    carries: Carries,
    obstacles: tuple[Obstacle, ...] = (),
) -> Made:
    """What stands inside a block that has its place; its text keeps clear of `obstacles`."""
    content = block.content
    if isinstance(content, RStory):
        if content.vertical:
            from layout.flow.article.vertical import (
                make_vertical_story,  # few pages have columns that run down
            )

            return make_vertical_story(setter, block, content, page.grid)
        surround = around(page, block, carries, obstacles)
        return make_story(setter, block, content, page.grid, surround)
    if isinstance(content, RTable):
        from layout.flow.tables.table import make_table  # few pages have one

        return make_table(setter, block, content, page.grid)
    return make_furniture(setter, block, pitch=page.grid.pitch, accent=page.accent)
