"""Where a story's headline stands, and what it leaves its text: 盖文题 串文题 文包题.

above, over all columns   above, over two of three   beside the text    inside the text
┌─────────────────┐       ┌───────────┐ ▒▒▒▒▒        ┌─────┐ ▒▒▒▒▒      ▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒
└─────────────────┘       └───────────┘ ▒▒▒▒▒        │     │ ▒▒▒▒▒      ▒▒ ┌───────┐ ▒▒▒
▒▒▒▒▒ ▒▒▒▒▒ ▒▒▒▒▒         ▒▒▒▒▒ ▒▒▒▒▒   ▒▒▒▒▒        └─────┘ ▒▒▒▒▒      ▒▒ └───────┘ ▒▒▒
"""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.color import BLACK, Color
from layout.diagnostics import Diagnostic, error
from layout.display.items import Box, Grid, part_of
from layout.flow.columns.frames import Edges, story_edges, width_beside
from layout.flow.columns.slots import Obstacle
from layout.flow.headline.headline import (
    BESIDE_TEXT,
    Under,
    headline_height,
    headline_width,
    least_white,
    set_headline,
)
from layout.flow.headline.label import Label, set_label
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.resolved import RBlock, RHeadline, RLabel, RStory
from layout.units import EPS_PT, whole_down, whole_up
from layout.words.said import said

HAIR: Final = 0.5
"""Points of white that nobody misses: half of a rule reaches so far out of its place."""


@record
class Head:
    """A headline in its place. `areas` are what it leaves for text; the first `span` columns (all,
    if it is 0) begin `height` points below the top of the first area."""

    items: tuple[PlacedItem, ...]
    areas: tuple[Rect, ...]
    height: float = 0.0
    span: int = 0
    obstacles: tuple[Obstacle, ...] = ()
    tight: bool = False  # less white under it than its least
    diagnostics: tuple[Diagnostic, ...] = ()


@record
class _Corner:
    """A label in its place at the corner; something else may begin under it at `foot`."""

    items: tuple[PlacedItem, ...] = ()
    foot: float = 0.0
    diagnostics: tuple[Diagnostic, ...] = ()


def make_head(
    setter: Setter,
    block: RBlock,
    story: RStory,
    grid: Grid,
    *,
    accent: Color = BLACK,
) -> Head:
    """The label and the headline of a story, wherever they stand.

    `accent` is the colour of a label's panel.
    """
    headline = story.headline
    if headline is None and story.label is None:
        return Head(items=(), areas=block.areas)
    node = story.story.name
    rule: list[PlacedItem] = []
    if headline is not None:
        rect = block.rect
        rule += rules.horizontal(headline.rule, rect.x, rect.y, rect.width, node)
    stands = _Standing(setter=setter, story=story, block=block, grid=grid, accent=accent)
    made = stands.made()
    return replace(made, items=(*rule, *made.items))


@record
class _Standing:
    """A headline, and the places of its story: it stands in the first of them."""

    setter: Setter
    story: RStory
    block: RBlock
    grid: Grid
    accent: Color

    def made(self) -> Head:
        """In lines above the text, beside or inside it, or vertical at its side; a label stands
        over the text, and over a headline that does."""
        headline = self.story.headline
        areas = self.block.areas
        if headline is not None and (headline.vertical or headline.stands == "beside"):
            made = self._vertical(headline) if headline.vertical else self._beside(headline)
            label = self._corner(made.areas[0])
            return _after(label, replace(made, areas=_lowered(made.areas, label.foot)))
        label = self._corner(areas[0])
        if headline is None:
            return _after(label, Head(items=(), areas=_lowered(areas, label.foot)))
        if headline.stands == "inside":
            pitch = self.grid.pitch
            lines = whole_up(max(0.0, label.foot - areas[0].y) / pitch)
            left = _lowered(areas, areas[0].y + lines * pitch)
            return _after(label, self._inside(headline, left))
        return _after(label, self._above(headline, max(0.0, label.foot - areas[0].y)))

    def _corner(self, text: Rect) -> _Corner:
        """The label at the corner of the block, over the first column of the text, or of the place
        of the whole story; one that has no headline to stand over is there too."""
        spec = self.story.label
        if spec is None or self._by_headline:
            return _Corner()
        x = self._edges(text)[0][0]
        label = self._set_label(spec, text.right - x)
        hangs = spec.look == "panel" and spec.picture is None
        top = self.block.rect.y if hangs else text.y
        return _Corner(
            items=tuple(label.at(x, top)), foot=top + label.above, diagnostics=label.diagnostics
        )

    @property
    def _by_headline(self) -> bool:
        """Whether the label stands over the headline or beside it."""
        label, headline = self.story.label, self.story.headline
        return (
            label is not None
            and label.stands != "corner"
            and headline is not None
            and not headline.vertical
        )

    def _set_label(self, spec: RLabel, room: float) -> Label:
        return set_label(self.setter, spec, self.story.story.name, room, self.accent)

    def _own(self, headline: RHeadline, width: float) -> Label | None:
        """The label of a headline `width` points wide, if it stands over it or beside it."""
        spec = self.story.label
        if spec is None or not self._by_headline:
            return None
        if headline.backing is not None:
            width = max(1.0, width - headline.backing.inset[1] - headline.backing.inset[3])
        return self._set_label(spec, width)

    def _vertical(self, headline: RHeadline) -> Head:
        """竖题: at a side of the text, over the whole height."""
        from layout.flow.headline.vertical import headline_beside  # few pages have any

        first, *others = self.block.areas
        items, found, inner = headline_beside(
            self.setter, self.story, headline, first, self.story.story.name
        )
        return Head(items=tuple(items), areas=(inner, *others), diagnostics=tuple(found))

    def _above(self, headline: RHeadline, label: float) -> Head:
        """盖文题: over all columns of the first place, or so many of those that begin side by side
        from its first, under a label `label` points high."""
        areas = self.block.areas
        first = areas[0]
        edges = [e for area in _abreast(areas) for e in self._edges(area)]
        whole = len(self._edges(first))
        span = headline.span or 0
        width = first.width
        if 0 < span <= len(edges) and span != whole:
            width = edges[span - 1][0] + edges[span - 1][1] - first.x
        own = self._own(headline, width)
        height = self._lines(headline, first, width, label, own) * self.grid.pitch
        rect = Rect(first.x, first.y + label, width, max(0.0, height - label))
        made = self._set(headline, rect, areas, own)
        if span > len(edges):
            told = said("HEADLINE.span", path="headline.span", span=span, columns=len(edges))
            made = replace(made, diagnostics=(error(told, headline.place), *made.diagnostics))
        tight = self._tight(headline, made.items, rect)
        span = span if span <= len(edges) and span != whole else 0
        return replace(made, height=height, span=span, tight=tight)

    def _tight(self, headline: RHeadline, items: Sequence[PlacedItem], rect: Rect) -> bool:
        """Whether a headline in `rect` leaves less white under it than its least."""
        lines = [item for item in items if isinstance(item, PlacedLine)]
        if not lines or headline.backing is not None:
            return False
        under = self._under(self.block.areas[0])
        foot = max(line.foot for line in lines)
        main = [line.style.size for line in lines if part_of(line.node) != "summary"]
        grounds = [item.rect.bottom for item in items if isinstance(item, Box)]
        white = rect.bottom - max([foot, *grounds]) + under.lead + under.rest
        return white < least_white(headline, main[-1] if main else 0.0, under) - HAIR

    def _beside(self, headline: RHeadline) -> Head:
        """串文题: at a side of the text, as wide as is said or as its longest line."""
        first, *others = self.block.areas
        em = self._em
        own = self._own(headline, headline.width or first.width - 2 * em)
        wide = headline_width(self.setter, headline)
        if own is not None and headline.width is None:
            beside = own.spec.stands == "beside"
            wide = wide + own.beside if beside else max(wide, own.width)
        strip = min(wide, first.width - 2 * em)
        width = width_beside(self.story.columns, em, first.width - strip - BESIDE_TEXT * em)
        at_left = headline.side == "left"
        high = first.height
        if headline.lines:
            high = min(high, headline.lines * self.grid.pitch)
        rect = Rect(first.x if at_left else first.right - strip, first.y, strip, high)
        x = first.right - width if at_left else first.x
        return self._set(headline, rect, (Rect(x, first.y, width, first.height), *others), own)

    def _inside(self, headline: RHeadline, areas: tuple[Rect, ...]) -> Head:
        """文包题: in the columns of the text, which runs round it."""
        first, edges = areas[0], self._edges(areas[0])
        cols = headline.cols
        left, right = (1, len(edges)) if cols is None else (cols.first, cols.last)
        if right > len(edges):
            told = said(
                "HEADLINE.inside-cols", path="headline.cols", cols=str(cols), columns=len(edges)
            )
            return Head(items=(), areas=areas, diagnostics=(error(told, headline.place),))
        x = edges[left - 1][0]
        end = edges[right - 1][0] + edges[right - 1][1]
        own = self._own(headline, end - x)
        lines = self._lines(headline, first, end - x, own=own)
        rows = whole_down(first.height / self.grid.pitch)
        row = headline.row if headline.row is not None else max(1, (rows - lines) // 2 + 1)
        if row + lines - 1 > rows:
            told = said(
                "HEADLINE.inside-lines", path="headline", first=row, last=row + lines - 1, rows=rows
            )
            return Head(items=(), areas=areas, diagnostics=(error(told, headline.place),))
        top = first.y + (row - 1) * self.grid.pitch
        rect = Rect(x, top, end - x, lines * self.grid.pitch)
        corners = ((x, top), (end, top), (end, rect.bottom), (x, rect.bottom))
        made = self._set(headline, rect, areas, own)
        return replace(made, obstacles=(Obstacle(points=corners, standoff=0.0),))

    @property
    def _em(self) -> float:
        return self.story.body.size * self.story.body.h_scale

    def _under(self, area: Rect) -> Under:
        """The text under a headline that begins at the top of a place.

        On the grid its type stands in the middle of its line, and a place that begins between two
        lines leaves the rest of one white. Type with a leading of its own begins where the headline
        ends: the same white is asked of the headline's place.
        """
        body, pitch = self.story.body, self.grid.pitch
        off = (area.y - self.grid.type_area.y) % pitch
        rest = pitch - off if EPS_PT < off < pitch - EPS_PT else 0.0
        if body.leading:
            return Under(pitch=pitch, besides=rest)
        return Under(pitch=pitch, lead=max(0.0, pitch - body.size) / 2, rest=rest)

    def _edges(self, area: Rect) -> Edges:
        """The columns of a place."""
        return story_edges(area, self.story.columns, self._em, self.grid)

    def _lines(
        self,
        headline: RHeadline,
        area: Rect,
        width: float,
        label: float = 0.0,
        own: Label | None = None,
    ) -> int:
        return headline_height(
            self.setter, headline, width, self._under(area), label=label, own=own
        )

    def _set(
        self, headline: RHeadline, rect: Rect, areas: tuple[Rect, ...], own: Label | None
    ) -> Head:
        """The headline in `rect`, which leaves `areas`, with its `own` label."""
        under = self._under(areas[0])
        node = self.story.story.name
        items, found = set_headline(self.setter, headline, rect, node, under=under, label=own)
        if own is not None:
            found = [*own.diagnostics, *found]
        return Head(items=tuple(items), areas=areas, diagnostics=tuple(found))


def _abreast(areas: tuple[Rect, ...]) -> Iterator[Rect]:
    """The first place of a story, and those after it that begin at its line, each at the right of
    the one before."""
    first = last = areas[0]
    yield first
    for area in areas[1:]:
        if abs(area.y - first.y) > EPS_PT or area.x < last.right - EPS_PT:
            return
        yield area
        last = area


def _lowered(areas: tuple[Rect, ...], top: float) -> tuple[Rect, ...]:
    """The places of a story without what of the first lies above `top`."""
    first, *others = areas
    return (first.inset(0.0, max(0.0, top - first.y), 0.0, 0.0), *others)


def _after(label: _Corner, made: Head) -> Head:
    """A head with its label, which is read first."""
    return replace(
        made,
        items=(*label.items, *made.items),
        diagnostics=(*label.diagnostics, *made.diagnostics),
    )
