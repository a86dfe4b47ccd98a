"""Where a story's headline stands, and what it leaves its text: 盖文题 串文题 文包题.

above, over all columns   above, over two of three   beside the text    inside the text
┌─────────────────┐       ┌───────────┐ ▒▒▒▒▒        ┌─────┐ ▒▒▒▒▒      ▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒
└─────────────────┘       └───────────┘ ▒▒▒▒▒        │     │ ▒▒▒▒▒      ▒▒ ┌───────┐ ▒▒▒
▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒         ▒▒▒▒▒ ▒▒▒▒▒   ▒▒▒▒▒        └─────┘ ▒▒▒▒▒      ▒▒ └───────┘ ▒▒▒
"""

from layout.diagnostics import Diagnostic, error
from layout.display.items import Grid
from layout.flow import rules
from layout.flow.frames import Edges, story_edges, width_beside
from layout.flow.headline import (
    BESIDE_TEXT,
    Sizes,
    headline_height,
    headline_width,
    set_headline,
)
from layout.flow.placed import PlacedItem
from layout.flow.setter import Setter
from layout.flow.slots import Obstacle
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolved import RBlock, RHeadline, RStory


@record
class Head:
    """A headline in its place. `areas` are what it leaves for text; the first `span` columns (all,
    if it is 0) begin `height` points below the top of the first area."""

    items: tuple[PlacedItem, ...]
    areas: tuple[Rect, ...]
    height: float = 0.0
    span: int = 0
    obstacles: tuple[Obstacle, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def make_head(
    setter: Setter, block: RBlock, story: RStory, grid: Grid, sizes: Sizes | None = None
) -> Head:
    """The headline of a story, wherever it stands. `sizes` are those of pictures behind it."""
    headline = story.headline
    if headline is None:
        return Head(items=(), areas=block.areas)
    rule = rules.horizontal(
        headline.rule, block.rect.x, block.rect.y, block.rect.width, story.story.name
    )
    stands = _Standing(
        setter=setter, story=story, headline=headline, areas=block.areas, grid=grid, sizes=sizes
    )
    made = stands.vertical() if headline.vertical else stands.level()
    return replace(made, items=(*rule, *made.items))


@record
class _Standing:
    """A headline, and the places of its story: it stands in the first of them."""

    setter: Setter
    story: RStory
    headline: RHeadline
    areas: tuple[Rect, ...]
    grid: Grid
    sizes: Sizes | None

    def vertical(self) -> Head:
        """竖题: at a side of the text, over the whole height."""
        from layout.flow.vertical import headline_beside  # few pages have any

        first, *others = self.areas
        items, found, inner = headline_beside(
            self.setter, self.story, self.headline, first, self.story.story.name
        )
        return Head(items=tuple(items), areas=(inner, *others), diagnostics=tuple(found))

    def level(self) -> Head:
        """In lines: above its text, beside or inside it."""
        if self.headline.stands == "beside":
            return self._beside()
        return self._inside() if self.headline.stands == "inside" else self._above()

    def _above(self) -> Head:
        """盖文题: over all columns, or the first of them."""
        first, edges = self.areas[0], self._edges()
        span = self.headline.span or 0
        width = first.width
        if 0 < span < len(edges):
            width = edges[span - 1][0] + edges[span - 1][1] - first.x
        height = self._lines(width) * self.grid.pitch
        made = self._set(Rect(first.x, first.y, width, height), self.areas)
        if span > len(edges):
            fault = self._fault(f".span: {span} columns, but its story has {len(edges)} there")
            made = replace(made, diagnostics=(fault, *made.diagnostics))
        return replace(made, height=height, span=span if span < len(edges) else 0)

    def _beside(self) -> Head:
        """串文题: at a side of the text, as wide as is said or as its longest line."""
        first, headline = self.areas[0], self.headline
        em = self._em
        strip = min(headline_width(self.setter, headline), first.width - 2 * em)
        width = width_beside(self.story.columns, em, first.width - strip - BESIDE_TEXT * em)
        at_left = headline.side == "left"
        high = first.height
        if headline.lines:
            high = min(high, headline.lines * self.grid.pitch)
        rect = Rect(first.x if at_left else first.right - strip, first.y, strip, high)
        x = first.right - width if at_left else first.x
        return self._set(rect, (Rect(x, first.y, width, first.height), *self.areas[1:]))

    def _inside(self) -> Head:
        """文包题: in the columns of the text, which runs round it."""
        first, edges, headline = self.areas[0], self._edges(), self.headline
        cols = headline.cols
        left, right = (1, len(edges)) if cols is None else (cols.first, cols.last)
        if right > len(edges):
            return self._nowhere(f".cols: {cols}, but its story has {len(edges)} columns there")
        x = edges[left - 1][0]
        end = edges[right - 1][0] + edges[right - 1][1]
        lines = self._lines(end - x)
        rows = int(first.height / self.grid.pitch + 1e-6)
        row = headline.row if headline.row is not None else max(1, (rows - lines) // 2 + 1)
        if row + lines - 1 > rows:
            return self._nowhere(
                f": lines {row}-{row + lines - 1} of {rows} that its story has there"
            )
        top = first.y + (row - 1) * self.grid.pitch
        rect = Rect(x, top, end - x, lines * self.grid.pitch)
        corners = ((x, top), (end, top), (end, rect.bottom), (x, rect.bottom))
        made = self._set(rect, self.areas)
        return replace(made, obstacles=(Obstacle(points=corners, standoff=0.0),))

    @property
    def _em(self) -> float:
        return self.story.body.size * self.story.body.h_scale

    def _edges(self) -> Edges:
        """The columns of the first place."""
        return story_edges(self.areas[0], self.story.columns, self._em, self.grid)

    def _lines(self, width: float) -> int:
        return headline_height(self.setter, self.headline, width, self.grid.pitch)

    def _set(self, rect: Rect, areas: tuple[Rect, ...]) -> Head:
        """The headline in `rect`, which leaves `areas`."""
        node = self.story.story.name
        items, found = set_headline(self.setter, self.headline, rect, node, self.sizes)
        return Head(items=tuple(items), areas=areas, diagnostics=tuple(found))

    def _nowhere(self, fault: str) -> Head:
        """The text without its headline, and why."""
        return Head(items=(), areas=self.areas, diagnostics=(self._fault(fault),))

    def _fault(self, fault: str) -> Diagnostic:
        return error("HEADLINE", f"headline{fault}", self.headline.place)
