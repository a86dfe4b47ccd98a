"""Blocks of two states of pages: which is which, and how far each has moved.

A block is known by its id and what stands in it; one whose id is another by its story; one whose
story is another by its id. Pages are taken together, so that a block that has gone to another page
has moved and is not lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from layout.compare.changes import PageChange, Where, at, by, called, mm, size
from layout.compare.keys import COMPARE, PART
from layout.display.items import BlockPlace, Frame, Page, owner_of
from layout.geometry import Rect
from layout.record import record
from layout.words.said import Said, said

BlockKey = tuple[int, str]
"""The number of a page in its edition and the id of a block; an empty id is the page itself."""
STORIES: Final = frozenset({"story"})


class Blocks:
    """The blocks of a page, to find that of an item by its node and its place."""

    def __init__(self, page: Page, number: int) -> None:
        self.number = number
        self.places = page.blocks
        self._by_node: dict[str, list[BlockPlace]] = defaultdict(list)
        for block in page.blocks:
            self._by_node[block.node or block.id].append(block)
        self._ids = {block.id: block for block in page.blocks}

    def of(self, node: str, x: float, y: float) -> BlockKey:
        """The block of an item that begins at a point of the page."""
        owner = owner_of(node)
        if owner in self._ids:  # what frames a story has the node of its block
            return (self.number, owner)
        found = self._by_node.get(owner) or self._by_node.get(node)
        if not found:
            return (self.number, "")
        if len(found) == 1:
            return (self.number, found[0].id)
        return (self.number, min(found, key=lambda block: _away(block.rect, x, y)).id)

    def of_frame(self, frame: Frame) -> BlockKey:
        """The block of a column."""
        return (self.number, frame.block if frame.block in self._ids else "")


def _away(rect: Rect, x: float, y: float) -> float:
    across = max(rect.x - x, x - rect.right, 0.0)
    along = max(rect.y - y, y - rect.bottom, 0.0)
    return across + along


@record(kw_only=False)
class BlockAt:
    """A block of an edition: the number of its page, and itself."""

    page: int
    place: BlockPlace

    @property
    def key(self) -> BlockKey:
        return (self.page, self.place.id)

    @property
    def story(self) -> str:
        """The file of its story; empty where it has none."""
        return self.place.node if self.place.kind in STORIES else ""


@record(kw_only=False)
class BlockPair:
    """A block as it was and as it is; one side of it is missing where it is new or gone."""

    a: BlockAt | None
    b: BlockAt | None

    @property
    def shift(self) -> tuple[float, float]:
        """How far its top left corner has moved, in points; nothing where it has gone to another
        page, since then all of it has."""
        if self.a is None or self.b is None or self.a.page != self.b.page:
            return 0.0, 0.0
        one, other = self.a.place.rect, self.b.place.rect
        return other.x - one.x, other.y - one.y


def pair_blocks(a: Sequence[Page | None], b: Sequence[Page | None]) -> list[BlockPair]:
    """Which block is which. `a` and `b` are pages by number; those of one number are a pair."""
    left = [BlockAt(n, block) for n, page in enumerate(a) if page for block in page.blocks]
    right = [BlockAt(n, block) for n, page in enumerate(b) if page for block in page.blocks]
    pairs: list[BlockPair] = []
    for key in (
        lambda one: (one.page, one.place.id, one.place.kind, one.story),
        lambda one: (one.page, one.story, one.place.kind) if one.story else None,
        lambda one: (one.story, one.place.id) if one.story else None,
        lambda one: one.story or None,
        lambda one: (one.page, one.place.id),
        lambda one: (one.place.id, one.place.kind, one.place.node),
        lambda one: (one.page, one.place.kind, one.place.rect),
    ):
        left, right = _paired(left, right, key, pairs)
    pairs += [BlockPair(one, None) for one in left]
    pairs += [BlockPair(None, one) for one in right]
    return pairs


def _paired(
    left: list[BlockAt], right: list[BlockAt], key: object, pairs: list[BlockPair]
) -> tuple[list[BlockAt], list[BlockAt]]:
    """Pair the blocks that have a key in common, in order; those that are left over."""
    assert callable(key)
    waiting: dict[object, list[BlockAt]] = defaultdict(list)
    for one in right:
        if key(one) is not None:
            waiting[key(one)].append(one)
    alone: list[BlockAt] = []
    taken: set[int] = set()
    for one in left:
        found = waiting.get(key(one)) if key(one) is not None else None
        if found:
            other = found.pop(0)
            taken.add(id(other))
            pairs.append(BlockPair(one, other))
        else:
            alone.append(one)
    return alone, [one for one in right if id(one) not in taken]


def block_changes(
    pairs: Iterable[BlockPair],
    names: tuple[Sequence[str], Sequence[str]],
    pitches: Sequence[float],
    tolerance: float,
) -> Iterator[tuple[int, PageChange]]:
    """What has become of blocks, each with the number of the page on which it is told.

    `names` are those of the pages of both sides by number, `pitches` the lines of their grids.
    """
    pairs = list(pairs)
    swapped = _swapped(pairs, tolerance)
    for number, pair in enumerate(pairs):
        a, b = pair.a, pair.b
        was = Where(names[0][a.page], a.place.rect) if a else None
        now = Where(names[1][b.page], b.place.rect) if b else None
        if a is None or b is None:
            one = a or b
            assert one is not None
            key = "gone" if b is None else "new"
            told = said(
                COMPARE[f"block-{key}"], block=one.place.id, at=at(one.place.rect),
                size=size(one.place.rect),
            )  # fmt: skip
            yield one.page, _of(key, told, one.place.id, (was, now))
            continue
        name = b.place.id
        if a.place.id != b.place.id:
            told = said("COMPARE.block-renamed", block=a.place.id, other=b.place.id)
            yield b.page, _of("renamed", told, name, (was, now))
        if a.page != b.page:
            told = said(
                "COMPARE.block-page", block=name, page=called(names[0][a.page]),
                other=called(names[1][b.page]), at=at(b.place.rect),
            )  # fmt: skip
            yield b.page, _of("page", told, name, (was, now))
            continue
        dx, dy = pair.shift
        moved = abs(dx) > tolerance or abs(dy) > tolerance
        wide, high = (
            b.place.rect.width - a.place.rect.width, b.place.rect.height - a.place.rect.height,
        )  # fmt: skip
        if number in swapped:
            other = pairs[swapped[number]]
            assert other.b is not None
            if number < swapped[number]:
                told = said("COMPARE.block-swapped", block=name, other=other.b.place.id)
                yield b.page, _of("swapped", told, name, (was, now), 2)
        elif moved:
            told = said(
                "COMPARE.block-moved", block=name, way=by(dx, dy, tolerance, pitches[b.page]),
                at=at(b.place.rect),
            )  # fmt: skip
            yield b.page, _of("moved", told, name, (was, now))
        if abs(wide) > tolerance or abs(high) > tolerance:
            told = said(
                "COMPARE.block-resized", block=name, size=size(a.place.rect),
                other=size(b.place.rect),
                parts=tuple(_growth(wide, high, tolerance, pitches[b.page])),
            )  # fmt: skip
            yield b.page, _of("resized", told, name, (was, now))


def _of(
    what: str, told: Said, block: str, where: tuple[Where | None, Where | None], count: int = 1
) -> PageChange:
    return PageChange(
        kind="block", what=what, said=told, block=block, before=where[0], after=where[1],
        count=count,
    )  # fmt: skip


def _growth(wide: float, high: float, tolerance: float, pitch: float) -> Iterator[Said]:
    if abs(wide) > tolerance:
        yield said("part.compare-wider" if wide > 0 else "part.compare-narrower", mm=mm(wide))
    if abs(high) > tolerance:
        key = "higher" if high > 0 else "lower"
        lines = round(abs(high) / pitch) if pitch else 0
        if lines and abs(abs(high) - lines * pitch) <= tolerance:
            yield said(PART[f"{key}-lines"], mm=mm(high), lines=lines)
        else:
            yield said(PART[key], mm=mm(high))


def _swapped(pairs: Sequence[BlockPair], tolerance: float) -> dict[int, int]:
    """Pairs that stand where the other one stood, by number; each way round."""
    corners: dict[int, tuple[int, float, float, float, float]] = {}
    for number, pair in enumerate(pairs):
        if pair.a is None or pair.b is None or pair.a.page != pair.b.page:
            continue
        dx, dy = pair.shift
        if abs(dx) > tolerance or abs(dy) > tolerance:
            was, now = pair.a.place.rect, pair.b.place.rect
            corners[number] = (pair.a.page, was.x, was.y, now.x, now.y)
    out: dict[int, int] = {}
    for number, (page, ax, ay, bx, by_) in corners.items():
        for other, (page2, cx, cy, ex, ey) in corners.items():
            if other <= number or page != page2 or other in out or number in out:
                continue
            away = max(abs(ax - ex), abs(ay - ey), abs(bx - cx), abs(by_ - cy))
            if away <= tolerance:
                out[number], out[other] = other, number
    return out
