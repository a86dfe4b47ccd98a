"""A page made up: every block in its place, in the order of the spec, which is reading order."""

from collections.abc import Callable
from functools import partial

from layout.diagnostics import Diagnostic
from layout.flow.block import NOTHING, Carries, make
from layout.flow.columns.obstacles import cut_out, in_the_way, shapes
from layout.flow.columns.slots import Obstacle
from layout.flow.furniture.header import make_header
from layout.flow.placed import Made, PlacedBlock, PlacedItem, PlacedPage
from layout.flow.rules import rules
from layout.flow.type.setter import Setter
from layout.geometry import Rect, hull
from layout.spec.resolve.resolved import (
    RBlock,
    RGroup,
    RPage,
    RStory,
)
from layout.units import EPS_PT


def compose(page: RPage, setter: Setter, carries: Carries = NOTHING) -> PlacedPage:
    """The page's blocks placed."""
    blocks: list[PlacedBlock] = []
    if page.header is not None:
        heads = [page.header]
        if page.facing is not None and page.facing.header is not None:
            heads.append(page.facing.header)
        made_heads = [
            setter.last.of(
                (page.name, "header", at), (setter, head), partial(make_header, setter, head)
            )
            for at, head in enumerate(heads)
        ]
        blocks.append(
            PlacedBlock(
                id="header",
                rect=hull(head.rect for head in heads),
                items=tuple([item for head in made_heads for item in head.items]),
                diagnostics=tuple([d for head in made_heads for d in head.diagnostics]),
                kind="header",
                node="header",
            )
        )
    said: list[Diagnostic] = []
    if page.groups or any(block.of or block.fit is not None for block in page.blocks):
        from layout.flow.groups.heights import (
            place,  # pages whose places are all stated need none of it
        )

        page, found = place(page, setter, carries)
        said += found
        blocks += [_group(page, group) for group in page.groups]
    # What text runs round is made first, but stands on the page in its own turn.
    first = {
        b.id: cut_out(b, _made(page, setter, b, carries)) for b in page.blocks if b.wrap is not None
    }
    standing = [(b, shapes(b, first[b.id])) for b in page.blocks if b.id in first]
    for block in page.blocks:
        made = first.get(block.id)
        if made is None:
            made = _made(page, setter, block, carries, in_the_way(block, standing))
        blocks.append(_placed(page, block, made))
    said += [d for b in blocks for d in b.diagnostics]
    drawn: list[rules.Drawn] = []
    if page.between is not None:
        from layout.flow.rules.between import rules_between  # few pages ask for any

        drawn, found = rules_between(page, page.between)
        said += found
    return PlacedPage(blocks=tuple(blocks), diagnostics=tuple(said), rules=tuple(drawn))


def _made(
    page: RPage,
    setter: Setter,
    block: RBlock,
    carries: Carries,
    obstacles: tuple[Obstacle, ...] = (),
) -> Made:
    """What stands in a block: as it was made before, where all that `make` goes by is the same."""
    given = (setter, block, page.grid, page.accent, carries.get(block.id), obstacles)
    work: Callable[[], Made] = partial(make, page, setter, block, carries, obstacles)
    return setter.last.of((page.name, block.id), given, work)


def _placed(page: RPage, block: RBlock, made: Made) -> PlacedBlock:
    """A block with what stands in it, on its tint and between its rules."""
    behind = _behind(page, block)
    content = block.content
    over: list[PlacedItem] = []
    if content.kind == "advert":  # its artwork fills the frame, and would hide the rules
        over = [item for item in behind if getattr(item, "role", "") != "tint"]
        behind = [item for item in behind if getattr(item, "role", "") == "tint"]
    return PlacedBlock(
        id=block.id,
        rect=block.rect,
        items=(*behind, *made.items, *over),
        frames=tuple(made.frames),
        fits=tuple(made.fits),
        diagnostics=(*made.diagnostics, *_too_round(block)),
        kind=content.kind,
        node=content.story.name if isinstance(content, RStory) else block.id,
        boxed=block.fill is not None or "none" not in block.rules,
        rest=made.rest,
    )


def _behind(page: RPage, block: RBlock | RGroup) -> list[PlacedItem]:
    """Tint and rules of a block. Those of a story in several places are round each of them."""
    behind: list[PlacedItem] = []
    for place in block.places:
        if block.fill is not None:
            behind.append(rules.ground(place, block.fill, block.corners, block.id, "tint"))
        ruled = place if len(block.places) > 1 else _ruled(page, block)
        behind += rules.frame(block.rules, ruled, block.id, block.corners)
    return behind


def _too_round(block: RBlock | RGroup) -> list[Diagnostic]:
    """What is told of the round corners of a block's tint or frame; of its pictures' they tell."""
    if not block.corners or (block.fill is None and block.rules[0] == "none"):
        return []
    from layout.flow.rules.rounded import too_round  # few blocks have any

    return [
        told
        for place in block.places
        for told in too_round(place, block.corners, block.id, block.place)
    ]


def _group(page: RPage, group: RGroup) -> PlacedBlock:
    """The tint and rules of a stack or row, and of those in it."""
    items = _behind(page, group)
    found = _too_round(group)
    for member in group.members:
        if isinstance(member, RGroup):
            inner = _group(page, member)
            items += inner.items
            found += inner.diagnostics
    return PlacedBlock(
        id=group.id, rect=group.rect, items=tuple(items), kind=group.kind, node=group.id,
        boxed=group.fill is not None, diagnostics=tuple(found),
    )  # fmt: skip


def _ruled(page: RPage, block: RBlock | RGroup) -> Rect:
    """Where a block's rules stand: round it, or, as column rules, in the middle of its gutters."""
    if all(kind != "none" for kind in block.rules):
        return block.rect
    half_left, half_right = _half_gutters(page, block.rect)
    _, right, _, left = block.rules
    # In the middle of the white: half the gutter out, less half of what the block leaves inside.
    _, inset_right, _, inset_left = block.inset
    at_left = inset_left / 2 - half_left if left != "none" else 0.0
    at_right = inset_right / 2 - half_right if right != "none" else 0.0
    return block.rect.inset(at_left, 0.0, at_right, 0.0)


def _half_gutters(page: RPage, rect: Rect) -> tuple[float, float]:
    """Half of the white at the left and at the right of a block, in points: that between the basic
    columns, or, where the page has none of one width, that to the next block."""
    columns = page.grid.columns
    if len({round(right - left, 2) for left, right in columns}) == 1:
        return page.grid.gutter / 2, page.grid.gutter / 2
    level = [
        b.rect
        for b in page.blocks
        if not b.of and min(b.rect.bottom, rect.bottom) - max(b.rect.y, rect.y) > EPS_PT
    ]
    lefts = [rect.x - r.right for r in level if r.right <= rect.x + EPS_PT]
    rights = [r.x - rect.right for r in level if r.x >= rect.right - EPS_PT]
    return min(lefts, default=0.0) / 2, min(rights, default=0.0) / 2
