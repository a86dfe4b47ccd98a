"""水线: the rules between the stories of a page, where its `between` asks for them.

The editor places no rule: one stands in the middle of the white between any two neighbours, down
and across, and none along the type area, along a frame or a tint, or at a side of which a block
says itself what stands there. Pictures and text of one stack or row belong together.
"""

from collections.abc import Iterator
from typing import Final

from layout.diagnostics import Diagnostic, info, warning
from layout.flow.rules import rules
from layout.flow.rules.segments import Cell, Segment, White, facing, segments
from layout.geometry import Rect
from layout.spec.resolve.resolved import RBetween, RBlock, RGroup, RPage, RPicture
from layout.units import near, to_mm

NODE: Final = "between"
PARTED: Final = frozenset({"story", "picture", "pictures", "advert", "table", "index"})
"""Kinds of blocks that rules part: others are banners, or rules themselves."""
PICTURES: Final = frozenset({"picture", "pictures"})
LEAST_EM: Final = 0.75
"""White of less between two blocks is none that a rule could stand in."""
LEAST_LINES: Final = 0.5
OVER: Final = 1.5
"""Of the white that a page states, the most in which a rule still stands."""
MOST_EM: Final = 4.0
MOST_LINES: Final = 3.0
CLOSED: Final = (False, False, False, False)
OFF_EM: Final = 0.05
"""em by which white may differ from what the page states: no eye sees it."""


def rules_between(page: RPage, between: RBetween) -> tuple[list[rules.Drawn], list[Diagnostic]]:
    """The rules of a page made up, and what is to be said of the white they stand in."""
    em, pitch = page.body.size, page.grid.pitch
    white = White(
        beside=(LEAST_EM * em, OVER * between.white if between.white else MOST_EM * em),
        below=(
            LEAST_LINES * pitch,
            pitch * (OVER * between.lines if between.lines else MOST_LINES),
        ),
    )
    drawn: list[rules.Drawn] = []
    found: list[Diagnostic] = []
    for cells, walls in _rooms(page):
        made = segments(
            cells, walls, white, down=between.down != "none", across=between.across != "none"
        )
        for one in made.down:
            a, b = _ends(one, made.across, rules.reach(between.across))
            drawn += rules.vertical(between.down, one.at, a, b - a, NODE)
        for one in made.across:
            a, b = _ends(one, made.down, rules.reach(between.down))
            drawn += rules.horizontal(between.across, a, one.at, b - a, NODE)
        found += _other_white(page, between, cells, white)
    if not drawn and not found:
        found.append(info("BETWEEN.none", between.place, path="between"))
    return drawn, found


def _ends(one: Segment, others: tuple[Segment, ...], reach: float) -> tuple[float, float]:
    """The ends of a rule: over the whole breadth of one that it meets, so that corners close."""
    met = [o.at for o in others if o.first - reach <= one.at <= o.last + reach]
    first = one.first - reach if any(near(y, one.first) for y in met) else one.first
    last = one.last + reach if any(near(y, one.last) for y in met) else one.last
    return first, last


def _other_white(
    page: RPage, between: RBetween, cells: list[Cell], white: White
) -> Iterator[Diagnostic]:
    """What is told of neighbours with another white than the page states."""
    em = page.body.size
    if not between.white:
        return
    for one, other in facing(cells, white.beside):
        gap = other.rect.x - one.rect.right
        if abs(gap - between.white) > OFF_EM * em:
            yield warning(
                "BETWEEN.white", between.place, path="between.white", left=one.owner,
                right=other.owner, gap_em=round(gap / em, 2), gap_mm=to_mm(gap),
                white_em=round(between.white / em, 2),
            )  # fmt: skip


def _rooms(page: RPage) -> Iterator[tuple[list[Cell], list[Rect]]]:
    """The cells that may be parted from one another, with all that no rule goes through: those of
    the page, and those of each group in a frame or on a tint, which is one cell of the page."""
    grouped = {n for group in page.groups for n in group.leaves}
    cells: list[Cell] = []
    rooms: list[list[Cell]] = [cells]
    for number, block in enumerate(page.blocks):
        if number not in grouped:
            cells += _cells(block, "")
    for group in page.groups:
        cells += _members(page, group, rooms, group.id)
    walls = [_wall(block) for block in page.blocks if not block.areas[1:]]
    walls += [area for block in page.blocks if block.areas[1:] for area in block.places]
    if page.header is not None:
        walls.append(page.header.rect)
    yield from ((room, walls) for room in rooms)


def _members(page: RPage, group: RGroup, rooms: list[list[Cell]], name: str) -> list[Cell]:
    """The cells of a group called `name`; of one in a frame or on a tint they are a room of their
    own. Pictures in a row stand with what the row stands with."""
    inner: list[Cell] = []
    for member in group.members:
        if isinstance(member, RGroup):
            kinds = {page.blocks[n].content.kind for n in member.leaves}
            inner += _members(page, member, rooms, name if kinds <= PICTURES else member.id)
        else:
            inner += _cells(page.blocks[member], name)
    if group.fill is None and "none" in group.rules:
        closed = [not said for said in group.sides]
        return [_shut(cell, group.rect, closed) for cell in inner] if any(closed) else inner
    rooms.append(inner)
    return [Cell(rect=group.rect, owner=group.id, sides=CLOSED)]


def _shut(cell: Cell, rect: Rect, closed: list[bool]) -> Cell:
    """A cell of a group, with those of the group's closed sides closed at which it stands."""
    r = cell.rect
    at = (near(r.y, rect.y), near(r.right, rect.right), near(r.bottom, rect.bottom),
          near(r.x, rect.x))  # fmt: skip
    top, right, bottom, left = (
        side and not (shut and there)
        for side, shut, there in zip(cell.sides, closed, at, strict=True)
    )
    return Cell(
        rect=r, owner=cell.owner, sides=(top, right, bottom, left), picture=cell.picture,
        group=cell.group,
    )  # fmt: skip


def _cells(block: RBlock, group: str) -> list[Cell]:
    kind = block.content.kind
    if kind not in PARTED or block.of or block.wrap is not None:
        return []
    sides = CLOSED if block.fill is not None else block.sides
    content = block.content  # an advert belongs with no text
    picture = kind in PICTURES and not (isinstance(content, RPicture) and content.advert)
    return [
        Cell(rect=place, owner=block.id, sides=sides, picture=picture, group=group)
        for place in block.places
    ]


def _wall(block: RBlock) -> Rect:
    """What no rule goes through of a block: one that text runs round keeps the rule off as well."""
    off = block.wrap.standoff if block.wrap is not None else 0.0
    return block.rect.inset(0.0, -off, 0.0, -off)
