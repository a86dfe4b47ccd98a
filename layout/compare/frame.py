"""What all comparisons of display lists share: pages by number, pairs of blocks, the tolerance."""

from collections.abc import Sequence

from layout.compare.blocks import BlockKey, BlockPair, Blocks, pair_blocks
from layout.compare.changes import Where
from layout.display.items import Page
from layout.geometry import Rect
from layout.record import record


@record(kw_only=False)
class Residue:
    """How far something has moved: on the page, and against its block. Points; y down."""

    dx: float
    dy: float
    in_block_x: float
    in_block_y: float
    same_page: bool

    def told(self, tolerance: float) -> bool:
        """Whether it has moved by itself: neither stayed where it was nor gone with its block."""
        stayed = self.same_page and abs(self.dx) <= tolerance and abs(self.dy) <= tolerance
        with_block = abs(self.in_block_x) <= tolerance and abs(self.in_block_y) <= tolerance
        return not stayed and not with_block


class Held:
    """Two editions held against each other: pages of one number are a pair. `tolerance` in points.

    A page that has no partner is none of it: its number has nothing on the other side.
    """

    def __init__(
        self, a: Sequence[Page | None], b: Sequence[Page | None], tolerance: float
    ) -> None:
        self.a = tuple(a)
        self.b = tuple(b)
        self.tolerance = tolerance
        self.blocks_a = [Blocks(page, n) if page else None for n, page in enumerate(a)]
        self.blocks_b = [Blocks(page, n) if page else None for n, page in enumerate(b)]
        self.pairs = pair_blocks(a, b)
        self.number_a: dict[BlockKey, int] = {}
        self.number_b: dict[BlockKey, int] = {}
        for number, pair in enumerate(self.pairs):
            if pair.a is not None:
                self.number_a[pair.a.key] = number
            if pair.b is not None:
                self.number_b[pair.b.key] = number

    def pair_of(self, a: BlockKey, b: BlockKey) -> BlockPair | None:
        """The pair that two blocks are; None where they are none, or are pages."""
        number = self.number_a.get(a)
        return None if number is None or self.number_b.get(b) != number else self.pairs[number]

    def together(self, a: BlockKey, b: BlockKey) -> bool:
        """Whether two blocks are one, before and after; of no block, whether the page is one."""
        if not a[1] and not b[1]:
            return a[0] == b[0]
        return self.pair_of(a, b) is not None

    def residue(
        self, a: BlockKey, b: BlockKey, was: tuple[float, float], now: tuple[float, float]
    ) -> Residue:
        """How far a point of a block has moved."""
        dx, dy = now[0] - was[0], now[1] - was[1]
        pair = self.pair_of(a, b)
        inner_x, inner_y = dx, dy
        if pair is not None and pair.a is not None and pair.b is not None:
            one, other = pair.a.place.rect, pair.b.place.rect
            inner_x, inner_y = dx - (other.x - one.x), dy - (other.y - one.y)
        return Residue(dx, dy, inner_x, inner_y, a[0] == b[0])

    def where_a(self, page: int, rect: Rect) -> Where:
        """A place of A."""
        return Where(self.name_a(page), rect)

    def where_b(self, page: int, rect: Rect) -> Where:
        """A place of B."""
        return Where(self.name_b(page), rect)

    def name_a(self, page: int) -> str:
        """What a page of A is called."""
        found = self.a[page]
        return found.name if found is not None else ""

    def name_b(self, page: int) -> str:
        """What a page of B is called."""
        found = self.b[page]
        return found.name if found is not None else ""

    def pitch(self, page: int) -> float:
        """From line to line of a page's grid, in points."""
        found = self.b[page] or self.a[page]
        return found.grid.pitch if found is not None else 0.0
