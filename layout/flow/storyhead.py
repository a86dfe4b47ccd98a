"""Where a story's headline stands, and what it leaves its text: 盖文题 串文题 文包题.

above, over all columns   above, over two of three   beside the text    inside the text
┌─────────────────┐       ┌───────────┐ ▒▒▒▒▒        ┌─────┐ ▒▒▒▒▒      ▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒
└─────────────────┘       └───────────┘ ▒▒▒▒▒        │     │ ▒▒▒▒▒      ▒▒ ┌───────┐ ▒▒▒
▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒         ▒▒▒▒▒ ▒▒▒▒▒   ▒▒▒▒▒        └─────┘ ▒▒▒▒▒      ▒▒ └───────┘ ▒▒▒
"""

from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.display.items import Grid
from layout.flow import rules
from layout.flow.frames import Edges, story_edges
from layout.flow.headline import Sizes, headline_height, headline_width, set_headline
from layout.flow.placed import PlacedItem
from layout.flow.setter import Setter
from layout.flow.slots import Obstacle
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolved import RBlock, RHeadline, RStory

BESIDE_TEXT: Final = 1.0
"""The least between a headline and the text beside it, in em of the text."""


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
    if headline.vertical:
        made = _vertical(setter, story, headline, block.areas)
    elif headline.stands == "beside":
        made = _beside(setter, story, headline, block.areas, grid, sizes=sizes)
    elif headline.stands == "inside":
        made = _inside(setter, story, headline, block.areas, grid, sizes=sizes)
    else:
        made = _above(setter, story, headline, block.areas, grid, sizes=sizes)
    return replace(made, items=(*rule, *made.items))


def _above(
    setter: Setter,
    story: RStory,
    headline: RHeadline,
    areas: tuple[Rect, ...],
    grid: Grid,
    *,
    sizes: Sizes | None,
) -> Head:
    first = areas[0]
    span = headline.span or 0
    edges = _edges(story, first, grid)
    width = first.width
    if 0 < span < len(edges):
        width = edges[span - 1][0] + edges[span - 1][1] - first.x
    height = lines_of(setter, headline, width, grid.pitch) * grid.pitch
    rect = Rect(first.x, first.y, width, height)
    found: list[Diagnostic] = []
    if span > len(edges):
        message = f"headline.span: {span} columns, but its story has {len(edges)} there"
        found.append(error("HEADLINE", message, headline.place))
    if span >= len(edges):
        span = 0
    items, said = set_headline(setter, headline, rect, story.story.name, sizes)
    return Head(
        items=tuple(items), areas=areas, height=height, span=span, diagnostics=(*found, *said)
    )


def _vertical(setter: Setter, story: RStory, headline: RHeadline, areas: tuple[Rect, ...]) -> Head:
    from layout.flow.vertical import headline_beside  # few pages have any

    items, found, inner = headline_beside(setter, story, headline, areas[0], story.story.name)
    return Head(items=tuple(items), areas=(inner, *areas[1:]), diagnostics=tuple(found))


def _beside(
    setter: Setter,
    story: RStory,
    headline: RHeadline,
    areas: tuple[Rect, ...],
    grid: Grid,
    *,
    sizes: Sizes | None,
) -> Head:
    """串文题: at a side of the text, as wide as is said or as its longest line."""
    first = areas[0]
    em = story.body.size * story.body.h_scale
    strip = min(headline_width(setter, headline), first.width - 2 * em)
    # What whole characters leave of the text's width widens the white beside the headline.
    columns = story.columns
    room = first.width - strip - BESIDE_TEXT * em - (columns.count - 1) * columns.gutter
    measure = columns.measure or max(1, int(room / columns.count / em + 1e-6)) * em
    width = columns.count * measure + (columns.count - 1) * columns.gutter
    at_left = headline.side == "left"
    strip_x = first.x if at_left else first.right - strip
    high = min(first.height, headline.lines * grid.pitch) if headline.lines else first.height
    rect = Rect(strip_x, first.y, strip, high)
    items, said = set_headline(setter, headline, rect, story.story.name, sizes)
    x = first.right - width if at_left else first.x
    inner = Rect(x, first.y, width, first.height)
    return Head(items=tuple(items), areas=(inner, *areas[1:]), diagnostics=tuple(said))


def _inside(
    setter: Setter,
    story: RStory,
    headline: RHeadline,
    areas: tuple[Rect, ...],
    grid: Grid,
    *,
    sizes: Sizes | None,
) -> Head:
    """文包题: in the columns of the text, which runs round it."""
    first = areas[0]
    edges = _edges(story, first, grid)
    cols = headline.cols
    left, right = (1, len(edges)) if cols is None else (cols.first, cols.last)
    if right > len(edges):
        message = f"headline.cols: {cols}, but its story has {len(edges)} columns there"
        found = (error("HEADLINE", message, headline.place),)
        return Head(items=(), areas=areas, diagnostics=found)
    x = edges[left - 1][0]
    end = edges[right - 1][0] + edges[right - 1][1]
    lines = lines_of(setter, headline, end - x, grid.pitch)
    rows = int(first.height / grid.pitch + 1e-6)
    row = headline.row if headline.row is not None else max(1, (rows - lines) // 2 + 1)
    if row + lines - 1 > rows:
        message = f"headline: lines {row}-{row + lines - 1} of {rows} that its story has there"
        return Head(
            items=(), areas=areas, diagnostics=(error("HEADLINE", message, headline.place),)
        )
    top = first.y + (row - 1) * grid.pitch
    rect = Rect(x, top, end - x, lines * grid.pitch)
    items, said = set_headline(setter, headline, rect, story.story.name, sizes)
    corners = ((x, top), (end, top), (end, rect.bottom), (x, rect.bottom))
    return Head(
        items=tuple(items),
        areas=areas,
        obstacles=(Obstacle(points=corners, standoff=0.0),),
        diagnostics=tuple(said),
    )


def lines_of(setter: Setter, headline: RHeadline, width: float, pitch: float) -> int:
    """How many lines of the grid a headline takes (占行): those it is given, or as it needs."""
    if headline.lines is not None:
        return headline.lines
    return headline_height(setter, headline, width, pitch)


def _edges(story: RStory, area: Rect, grid: Grid) -> Edges:
    return story_edges(area, story.columns, story.body.size * story.body.h_scale, grid)
