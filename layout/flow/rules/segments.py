"""Where rules run between rectangles: in the middle of the white, from junction to junction.

Numbers only. Two cells that face each other with little white between them have a rule in the
middle of it, as far as they face each other.

    ┌────────────────┐ │ ┌──────┐    A rule that runs down goes on past a rule that runs across,
    │ a              │ │ │ c    │    and one that runs across ends on one that runs down: where
    └────────────────┘ │ │      │    their ends are as near as the white they stand in, they are
    ───────────────────┤ │      │    drawn out until they meet.
    ┌──────┐  │ ┌────┐ │ │      │
    │ b    │  │ │ d  │ │ │      │    Ends that meet nothing are where the cells end.
    └──────┘  │ └────┘ │ └──────┘
"""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.geometry import Rect
from layout.record import record, replace
from layout.units import EPS_PT

ALIKE: Final = 0.05
"""Points that two pieces of one rule may be out of line with each other."""

Four = tuple[bool, bool, bool, bool]
OPEN: Final[Four] = (True, True, True, True)


@record
class Cell:
    """A rectangle with the sides (top, right, bottom, left) at which a rule may stand. Two of one
    `owner` have none between them, nor have a `picture` and what else is of its `group`."""

    rect: Rect
    owner: str
    sides: Four = OPEN
    picture: bool = False
    group: str = ""


@record
class White:
    """The least and the most white, in points, in which a rule stands: side by side, and one above
    the other."""

    beside: tuple[float, float]
    below: tuple[float, float]


@record(kw_only=False)
class Segment:
    """A rule: its middle at `at`, from `first` to `last` along it; points."""

    at: float
    first: float
    last: float


@record
class Segments:
    """Rules that run `down` and those that run `across`."""

    down: tuple[Segment, ...]
    across: tuple[Segment, ...]


def segments(
    cells: Sequence[Cell],
    walls: Sequence[Rect],
    white: White,
    *,
    down: bool = True,
    across: bool = True,
) -> Segments:
    """Where the rules between cells run. `walls` are what no rule goes through, cells or not;
    `down` and `across` are whether there are any that do."""
    turned = [_turned(cell) for cell in cells]
    flipped = [_flipped(wall) for wall in walls]
    beside = _joined(_pieces(cells, walls, white.beside), walls, white.below[1]) if down else []
    above = (
        _joined(_pieces(turned, flipped, white.below), flipped, white.beside[1]) if across else []
    )
    reach = (white.beside[1] / 2 + ALIKE, white.below[1] / 2 + ALIKE)
    return Segments(
        down=tuple(_drawn_out(one, above, end=reach[1], side=reach[0]) for one in beside),
        across=tuple(_drawn_out(one, beside, end=reach[0], side=reach[1]) for one in above),
    )


def facing(cells: Sequence[Cell], white: tuple[float, float]) -> Iterator[tuple[Cell, Cell]]:
    """Every two cells side by side, the left one first, with so much white between them."""
    for one in cells:
        for other in cells:
            gap = other.rect.x - one.rect.right
            if not white[0] - EPS_PT <= gap <= white[1] + EPS_PT or not _parted(one, other):
                continue
            if min(one.rect.bottom, other.rect.bottom) - max(one.rect.y, other.rect.y) > EPS_PT:
                yield one, other


def _parted(one: Cell, other: Cell) -> bool:
    """Whether a rule may stand between two cells, `one` at the left."""
    if one.owner == other.owner or not one.sides[1] or not other.sides[3]:
        return False
    together = bool(one.group) and one.group == other.group
    return not (together and (one.picture or other.picture))


def _pieces(
    cells: Sequence[Cell], walls: Sequence[Rect], white: tuple[float, float]
) -> list[Segment]:
    """The rules between each two cells side by side, as far as nothing stands between them."""
    out = []
    for one, other in facing(cells, white):
        a, b = one.rect, other.rect
        free = [(max(a.y, b.y), min(a.bottom, b.bottom))]
        for wall in walls:
            if wall.x < b.x - EPS_PT and wall.right > a.right + EPS_PT:
                free = list(_without(free, wall.y, wall.bottom))
        out += [Segment((a.right + b.x) / 2, first, last) for first, last in free]
    return out


def _without(
    parts: Sequence[tuple[float, float]], top: float, bottom: float
) -> Iterator[tuple[float, float]]:
    """What is left of stretches when one is taken out of them."""
    for first, last in parts:
        if bottom <= first + EPS_PT or top >= last - EPS_PT:
            yield first, last
            continue
        if top - first > EPS_PT:
            yield first, top
        if last - bottom > EPS_PT:
            yield bottom, last


def _joined(pieces: Sequence[Segment], walls: Sequence[Rect], most: float) -> list[Segment]:
    """Pieces in line made one, where they touch or no more than `most` white is between them."""
    out: list[Segment] = []
    for piece in sorted(pieces, key=lambda p: (round(p.at / ALIKE), p.first)):
        last = out[-1] if out else None
        if last is not None and abs(last.at - piece.at) <= ALIKE:
            touching = piece.first <= last.last + EPS_PT
            blocked = any(
                wall.x < piece.at - EPS_PT
                and wall.right > piece.at + EPS_PT
                and wall.y < piece.first - EPS_PT
                and wall.bottom > last.last + EPS_PT
                for wall in walls
            )
            if touching or (piece.first - last.last <= most + EPS_PT and not blocked):
                out[-1] = replace(last, last=max(last.last, piece.last))
                continue
        out.append(piece)
    return out


def _drawn_out(one: Segment, others: Sequence[Segment], *, end: float, side: float) -> Segment:
    """A rule with its ends on those rules across it that are near: `end` beyond its own end, and
    `side` beyond theirs."""
    near = [o.at for o in others if o.first - side <= one.at <= o.last + side]
    first = min([y for y in near if abs(y - one.first) <= end], default=one.first)
    last = max([y for y in near if abs(y - one.last) <= end], default=one.last)
    return replace(one, first=first, last=last)


def _flipped(r: Rect) -> Rect:
    return Rect(r.y, r.x, r.height, r.width)


def _turned(cell: Cell) -> Cell:
    """A cell mirrored so that what stands above it stands at its left."""
    top, right, bottom, left = cell.sides
    return replace(cell, rect=_flipped(cell.rect), sides=(left, bottom, right, top))
