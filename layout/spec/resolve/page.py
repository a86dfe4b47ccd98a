"""From the spec as written to the spec in points: the last place that knows a unit or a default."""

from collections.abc import Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic, Place, StopError, did_you_mean, error, shown, warning
from layout.display.items import Grid
from layout.display.press import PRESS
from layout.environment import Environment
from layout.geometry import Rect, hull
from layout.lastmade import NEVER, LastMade
from layout.record import record, replace
from layout.spec.load import Sources
from layout.spec.markdown.story import FrontMatter, Story
from layout.spec.model.block import Block, Line
from layout.spec.model.blockkinds import LeafBlock, RowBlock, StackBlock, leaves, walk
from layout.spec.model.furniture import AdvertBlock, PictureBlock, PicturesBlock, TableBlock
from layout.spec.model.page import Header
from layout.spec.model.rule import Edges
from layout.spec.model.story import StoryBlock
from layout.spec.reader.nodes import MAX_FAULTS
from layout.spec.resolve.defaults import Rule
from layout.spec.resolve.furniture import Contents
from layout.spec.resolve.inks import heavy_inks
from layout.spec.resolve.picture import Pictured
from layout.spec.resolve.placement import Group, LeafPlace, Placements
from layout.spec.resolve.resolved import (
    RBetween,
    RBlock,
    RFacing,
    RFit,
    RGroup,
    RHeader,
    RIndex,
    RMasthead,
    RPage,
    RPicture,
    RPictures,
    RStory,
    RWrap,
    Sides,
    StyledText,
    pictures_of,
)
from layout.spec.resolve.sheet import Across, Sheet, make_sheet
from layout.spec.resolve.story import Articles
from layout.spec.resolve.style import PLAIN_HOUSE, Styles
from layout.spec.resolve.texts import Texts, styled
from layout.spec.resolve.wording import dated_words, stray_words, typed_texts
from layout.units import EPS_PT
from layout.words.said import said

if TYPE_CHECKING:  # loaded where a story has boxes, and where a page has tables
    from layout.spec.resolve.textbox import TextBoxes
    from layout.spec.tables.table import Table


def resolve(env: Environment, sources: Sources, last: LastMade = NEVER) -> RPage:
    """The page in points, with what is only to be warned of in its `remarks`. Of a page that is in
    `last` only that is resolved anew which a change to its stories and tables may have changed.

    Raises `StopError` with every fault found.
    """
    made_from = (sources.page, sources.edition, sources.sheets, env.root)
    resolver = last.of(("page", sources.path), made_from, partial(_PageResolver, sources))
    return resolver.page(env, sources)


def _boxes(sources: Sources, styles: Styles, sheet: Sheet, faults: list[Diagnostic]) -> "TextBoxes":
    """The boxes that stories may have."""
    from layout.spec.resolve.textbox import TextBoxes  # few stories have any

    return TextBoxes([found for found, _ in sources.sheets], styles, sheet.points, faults)


@record
class _Heads:
    """What is made of a page's spec with the heads of its stories and its tables, and not of the
    stories' text: the places of its blocks with what was `told` of them, the texts that are typed
    there, and the `strays` among them."""

    made_from: tuple[list[FrontMatter | None], Mapping[int, "Table"]]
    places: Placements
    told: tuple[Diagnostic, ...]
    texts: list[tuple[str, Place]]
    strays: tuple[Diagnostic, ...]


@record
class _Kept:
    """A block as it was resolved, with what was told of it: while its place and its text, a story
    or a table, are the same, it is the same."""

    spot: LeafPlace | None
    text: "Story | Table | None"
    block: RBlock
    told: tuple[Diagnostic, ...]


class _PageResolver:
    """Resolves a page, and holds what all parts of it share. What is made of its spec, its edition
    and its sheets alone is made once, however often its stories change."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.faults: list[Diagnostic] = []
        self.sheet = make_sheet(sources.page, self.faults)
        if sources.page.facing is not None:
            from layout.spec.resolve.facing import unfolded  # few pages are two

            self.sheet = unfolded(self.sheet, sources.page, self.faults)
        self.grid = self.sheet.grid
        self.styles = Styles(
            tuple(s for s, _ in sources.sheets),
            body_size=self.sheet.body_size,
            pitch=self.grid.pitch,
            faults=self.faults,
            house=_house(sources),
        )
        self.texts = Texts(sources, self.styles, self.faults)
        boxes = cache(partial(_boxes, sources, self.styles, self.sheet, self.faults))
        if any(sheet.boxes for sheet, _ in sources.sheets):
            boxes()  # any of them may be mistyped
        self.articles = Articles(
            sheet=self.sheet, styles=self.styles, texts=self.texts, boxes=boxes, faults=self.faults
        )
        header = sources.page.header
        self._header_set = self._heading(header) if header is not None else None
        self._ids()
        self._names = [
            block.id or _number(path)
            for path, block in walk(sources.page.blocks)
            if not isinstance(block, StackBlock | RowBlock)
        ]
        self._told = tuple(self.faults)
        self._heads: _Heads | None = None
        self._blocks: dict[int, _Kept] = {}

    def page(self, env: Environment, sources: Sources) -> RPage:
        """The page with the stories and tables of `sources`. Raises `StopError`."""
        self.sources = sources
        self.faults.clear()
        heads = self._heads = self._of_heads(sources)
        page = self._page(env, sources, heads)
        self.faults += heavy_inks(sources, page.press.ink_limit)
        self.faults += sources.remarks
        self.faults += heads.strays
        self.faults += dated_words(heads.texts, sources, tuple(self.faults))
        for story in sources.stories:
            self.faults += story.remarks if story is not None else ()
        # Errors first: a hundred warnings must not hide one.
        found = sorted(dict.fromkeys(self.faults), key=lambda f: not _stops(f))[:MAX_FAULTS]
        if found and _stops(found[0]):
            raise StopError(found)
        return replace(page, remarks=tuple(found)) if found else page

    def _page(self, env: Environment, sources: Sources, heads: _Heads) -> RPage:
        spec = sources.page
        press = PRESS
        if spec.press is not None or sources.edition.press is not None:
            from layout.spec.resolve.press import press_facts  # few papers say anything of it

            press = press_facts(env, sources, self.faults)
        self.faults += self._told
        pictured = Pictured(
            env=env, sources=sources, sheet=self.sheet, styles=self.styles, faults=self.faults
        )
        self.contents = Contents(
            sources=sources,
            sheet=self.sheet,
            styles=self.styles,
            texts=self.texts,
            articles=self.articles,
            pictured=pictured,
            faults=self.faults,
        )
        self.faults += heads.told
        places = heads.places
        made: list[RBlock] = []
        number: list[int | None] = []
        for index, (block, spot) in enumerate(zip(leaves(spec.blocks), places.spots, strict=True)):
            resolved = self._kept(index, block, spot)
            number.append(len(made) if resolved is not None else None)
            if resolved is not None:
                made.append(resolved)
        self._hosts(made)
        made = self._stacked(made)
        title = spec.title or f"{self.sources.edition.section or ''} {spec.page}".strip()
        return RPage(
            name="-".join(spec.names),
            title=title,
            date=self.texts.fields["date"],
            width=self.sheet.width,
            height=self.sheet.height,
            bleed=self.sheet.bleed,
            grid=self._used_grid(places),
            body=self.styles.get("body"),
            header=self._header_set,
            blocks=tuple(made),
            groups=tuple(self._group(group, number) for group in places.groups),
            accent=self.styles.colors["accent"],
            between=self._between(),
            facing=self._facing(spec.header) if spec.facing is not None else None,
            press=press,
        )

    def _of_heads(self, sources: Sources) -> _Heads:
        """What hangs on the heads of the stories: what it was, while they are the same."""
        fronts = [story.front if story is not None else None for story in sources.stories]
        made_from = (fronts, sources.tables)
        if self._heads is not None and self._heads.made_from == made_from:
            return self._heads
        spec, faults = sources.page, self.faults
        since = len(faults)
        white = spec.between.white if spec.between is not None else None
        places = Placements(self.sheet, self.styles.rule, faults, sources.stories, between=white)
        places.of(spec.blocks, spec.header.deep if spec.header is not None else 0)
        told = tuple(faults[since:])
        del faults[since:]
        texts = typed_texts(sources)
        return _Heads(
            made_from=made_from,
            places=places,
            told=told,
            texts=texts,
            strays=tuple(stray_words(texts, self.styles.names)),
        )

    def _kept(self, index: int, block: LeafBlock, spot: LeafPlace | None) -> RBlock | None:
        """A block as it was resolved before, where it would be the same, or anew. Whether its
        pictures are there is asked each time, and what is at fault is looked at again."""
        story = self.sources.stories[index]
        text = story if story is not None else self.sources.tables.get(index)
        before = self._blocks.get(index)
        if before is not None and before.text is text and before.spot == spot:
            self.faults += before.told
            return before.block
        since = len(self.faults)
        made = self._block(index, block, spot)
        told = tuple(self.faults[since:])
        if made is not None and not pictures_of(made.content) and not any(map(_stops, told)):
            self._blocks[index] = _Kept(spot=spot, text=text, block=made, told=told)
        return made

    def _facing(self, header: Header | None) -> RFacing | None:
        """The two pages of a 通版; None, with a fault, where they cannot be."""
        fold, facing = self.sheet.fold, self.sources.page.facing
        if fold is None or facing is None:
            return None
        left = self.texts.fields["page"]
        self.texts.fields["page"] = facing.page
        right = self._header(header, fold.right, outer="right") if header is not None else None
        self.texts.fields["page"] = left
        return RFacing(
            names=(left, facing.page),
            fold=fold.at,
            strip=(fold.strip.left, fold.strip.right) if fold.strip is not None else None,
            header=right,
        )

    def _used_grid(self, places: Placements) -> Grid:
        """The grid with its basic columns; without them where every block has a width of its own,
        so that nothing is drawn, checked or ruled by columns that nothing keeps to."""
        blocks = tuple(leaves(self.sources.page.blocks))
        kept = not blocks or places.by_columns
        for block in blocks:
            own = block.columns if isinstance(block, StoryBlock) else None
            kept = kept or (own is not None and own.policy == "grid")
        return self.grid if kept else replace(self.grid, columns=())

    def _heading(self, spec: Header) -> RHeader:
        """The header of the page, or of the left one of two."""
        fold, area = self.sheet.fold, self.grid.type_area
        if fold is not None:
            return self._header(spec, fold.left, outer="left")
        return self._header(spec, Across(area.x, area.right), outer=spec.outer)

    def _header(self, spec: Header, across: Across, *, outer: str) -> RHeader:
        """A header with its folio at the `outer` edge; on the right one of two facing pages what
        stands at the left stands at the right."""
        place = spec.place_of("folio")
        if spec.deep > self.grid.lines:
            told = said(
                "OFF-GRID.header", path="header.lines", lines=spec.deep, most=self.grid.lines
            )
            self.faults.append(error(told, spec.place_of("lines")))

        def group(lines: tuple[Line, ...]) -> tuple[StyledText, ...]:
            made = (self.texts.line(line, "header", dated=True) for line in lines)
            return tuple(line for line in made if line.text.strip())

        folio = self.texts.expand(spec.folio, place)
        mirrored = self.sheet.fold is not None and outer == "right"
        made = RHeader(
            rect=Rect(
                across.left,
                self.grid.type_area.y,
                across.width,
                spec.deep * self.grid.pitch,
            ),
            folio=styled(folio, self.styles.get("folio"), place, self.styles),
            outer=outer,
            left=group(spec.right if mirrored else spec.left),
            center=group(spec.center),
            right=group(spec.left if mirrored else spec.right),
            rule=self.styles.rule(spec.rule),
            above=self.styles.rule(spec.above),
            style=spec.style,
            name=self.texts.line(spec.name, "header-name") if spec.name is not None else None,
            fill=(self.styles.color(spec.fill) if spec.fill is not None else None)
            or self.styles.colors["accent"],
        )
        if spec.style != "hung" and not any(key in spec.places for key in HEADER_LOOK):
            return made
        from layout.spec.resolve.headerlook import looked  # few headers have any of it

        return looked(made, spec, folio, self.sheet, self.styles, self.faults)

    def _ids(self) -> None:
        """An id names one block: messages and `--set` go by it."""
        first: dict[str, int] = {}
        for _, block in walk(self.sources.page.blocks):
            if block.id is None:
                continue
            place = block.place_of("id")
            if block.id in first:
                told = said("DUPLICATE-ID.block", path="id", id=block.id, line=first[block.id])
                self.faults.append(error(told, place))
            first.setdefault(block.id, place.line)

    def _block(self, index: int, block: LeafBlock, spot: LeafPlace | None) -> RBlock | None:
        inner = spot.areas[0] if spot is not None else None
        fill = self.styles.color(block.fill) if block.fill is not None else None
        content = self.contents.of(index, block, inner, fill)
        nudge = self.sheet.points(block.nudge) if block.nudge is not None else 0.0
        wrap, fit = self._wrap(block), self._fit(block)
        if spot is None or inner is None or content is None:
            return None
        rect, areas = hull(spot.rects), spot.areas
        if abs(nudge) > rect.height:
            told = said("NUDGE.out", path="nudge", length=str(block.nudge))
            self.faults.append(error(told, block.places["nudge"]))
        elif nudge and isinstance(content, FIXED):
            key = "NUDGE.story" if isinstance(content, RStory) else "NUDGE.nothing"
            self.faults.append(error(said(key, path="nudge"), block.places["nudge"]))
        return RBlock(
            id=self._names[index],
            place=block.place,
            at_cols=spot.at_cols,
            at_left=spot.at_left,
            at_width=spot.at_width,
            at_lines=spot.at_lines,
            rect=rect,
            inner=hull(areas),
            areas=areas,
            inset=spot.inset,
            lines=spot.lines,
            fill=fill,
            rules=self._edges(block),
            nudge=nudge,
            content=content,
            wrap=wrap,
            fit=fit,
            of=spot.of,
            sides=_sides(block),
            corners=self._corners(block),
        )

    def _group(self, group: Group, number: list[int | None]) -> RGroup:
        """`number` is where each leaf stands among the page's blocks."""
        inner: list[int | RGroup] = []
        for member in group.members:
            if isinstance(member, Group):
                inner.append(self._group(member, number))
            elif number[member] is not None:
                inner.append(number[member] or 0)
        block = group.block
        return RGroup(
            id=block.id or group.path,
            kind="stack" if isinstance(block, StackBlock) else "row",
            place=block.place,
            rect=group.rect,
            inset=group.inset,
            gap=self._gap(block) if isinstance(block, StackBlock) else 0,
            fill=self.styles.color(block.fill) if block.fill is not None else None,
            rules=self._edges(block),
            lines=group.lines,
            members=tuple(inner),
            corners=self._corners(block),
            sides=_sides(block),
        )

    def _gap(self, block: StackBlock) -> int:
        """Lines between two blocks of a stack: its own, else those that the page has."""
        between = self.sources.page.between
        stated = between.lines if between is not None else None
        return block.gap if "gap" in block.places or stated is None else stated

    def _between(self) -> RBetween | None:
        spec = self.sources.page.between
        if spec is None:
            return None
        return RBetween(
            down=self.styles.rule(spec.down or spec.rule),
            across=self.styles.rule(spec.across or spec.rule),
            white=self.sheet.points(spec.white) if spec.white is not None else 0.0,
            lines=spec.lines or 0,
            place=self.sources.page.places["between"],
        )

    def _wrap(self, block: LeafBlock) -> RWrap | None:
        spec = block.wrap
        if spec is None:
            return RWrap(shape="box", standoff=self.sheet.body_size) if _hosted(block) else None
        place = spec.place_of("shape")
        if isinstance(block, StoryBlock):
            self.faults.append(error("WRAP.story", place, path="wrap"))
        if spec.shape == "outline" and not (isinstance(block, PictureBlock) and block.picture):
            self.faults.append(error("WRAP.outline", place, path="wrap"))
        if (spec.shape == "polygon") != bool(spec.points):
            self.faults.append(error("WRAP.points", spec.places.get("points", place), path="wrap"))
        standoff = self.sheet.body_size
        if spec.standoff is not None:
            standoff = self.sheet.points(spec.standoff)
            near = spec.shape != "polygon" and isinstance(block, PICTURED | TableBlock)
            if near and standoff < LEAST_STANDOFF_ZI * self.sheet.body_size - EPS_PT:
                least = LEAST_STANDOFF_ZI * self.sheet.body_size
                told = said(
                    "WRAP.standoff", path="wrap.standoff", white_pt=standoff, least_pt=least
                )
                self.faults.append(warning(told, spec.places["standoff"]))
        points = tuple((x, y) for x, y in spec.points)
        if points and _area(points) < LEAST_AREA:
            place = spec.places["points"]
            self.faults.append(error("WRAP.flat-polygon", place, path="wrap.points"))
        return RWrap(shape=spec.shape, standoff=standoff, points=points)

    def _fit(self, block: LeafBlock) -> RFit | None:
        spec = block.fit
        if spec is None:
            return None
        for key in ("headline", "gutter", "leading"):
            if key in spec.places and not isinstance(block, StoryBlock):
                self.faults.append(error("FIT.story-only", spec.places[key], path=f"fit.{key}"))
        if spec.picture and not isinstance(block, PICTURED):
            told = said("FIT.whole", path="fit")
            if spec.picture == "cover":
                told = said("FIT.cover", path="fit")
            self.faults.append(error(told, spec.places["picture"]))
        if set(spec.places) <= {"picture"}:  # nothing moves
            return None

        def two(key: str) -> tuple[float, float] | None:
            given = getattr(spec, key)
            if not given:
                return None
            least, most = (self.sheet.points(length) for length in given)
            if least > most:
                told = said(
                    "FIT.least-most", path=f"fit.{key}", least=str(given[0]), most=str(given[1])
                )
                self.faults.append(error(told, spec.places[key]))
            return least, most

        return RFit(
            place=spec.place, lines=spec.lines, headline=spec.headline,
            gutter=two("gutter"), leading=two("leading"),
        )  # fmt: skip

    def _hosts(self, blocks: list[RBlock]) -> None:
        """A block inside a story names a story that stands on the page."""
        stories = {b.id for b in blocks if isinstance(b.content, RStory) and not b.content.vertical}
        named = {b.id for b in blocks}
        for block in leaves(self.sources.page.blocks):
            of = block.at[0].of if block.at else None
            if of is not None and of.text not in stories:
                hint = did_you_mean(of.text, stories)
                if not hint:
                    names = tuple(sorted(stories))
                    hint = said("part.known-stories", names=names) if names else said("part.no-ids")
                name = shown(of.text)
                told = said("PLACE.no-block", path="at.of", name=name, hint=hint)
                if of.text in named:
                    told = said("PLACE.no-story", path="at.of", name=name, hint=hint)
                self.faults.append(error(told, of.place))

    def _stacked(self, blocks: list[RBlock]) -> list[RBlock]:
        """The blocks, of which those that stand over others know the nodes of these."""
        written = list(walk(self.sources.page.blocks))
        if not any(block.over is not None for _, block in written):
            return blocks
        from layout.spec.resolve.over import lower_nodes  # few pages have any

        nodes = lower_nodes(written, self._names, blocks, self.faults)
        return [replace(block, over=nodes.get(block.id, ())) for block in blocks]

    def _edges(self, block: Block) -> tuple[Rule, Rule, Rule, Rule]:
        top, right, bottom, left = (block.rules or Edges()).sides
        rule = self.styles.rule
        return rule(top), rule(right), rule(bottom), rule(left)

    def _corners(self, block: Block) -> tuple[float, ...]:
        """The radii of a block's corners; none where all are square, as most are."""
        if not block.corners:
            return ()
        from layout.spec.resolve.corners import Cornered, radii

        names = [name.text for name in (block.rules or Edges()).sides]
        own = block.fill is not None or isinstance(block, PICTURED)
        what = Cornered(fill=own, rules=self._edges(block), names=names)
        return radii(block, self.sheet.points, self.faults, what)


def _stops(told: Diagnostic) -> bool:
    """Whether a page cannot be made with what is told."""
    return told.severity == "error"


def _sides(block: Block) -> Sides:
    """At which sides of a block the page may put a rule: those of which its `rules` say nothing."""
    given = block.rules.places if block.rules is not None else {}
    whole = "all" not in given
    return (
        whole and "top" not in given, whole and "right" not in given,
        whole and "bottom" not in given, whole and "left" not in given,
    )  # fmt: skip


def _house(sources: Sources) -> str:
    """The house style of a page: that of the page, of its style sheet, of the edition, of the
    edition's style sheet, the first of them that names one."""
    page, edition = sources.page, sources.edition
    sheets = [sheet for sheet, _ in sources.sheets]
    said_by = (
        page.house,
        sheets[-1].house if page.styles is not None and sheets else None,
        edition.house,
        sheets[0].house if edition.styles is not None and sheets else None,
    )
    return next((house for house in said_by if house is not None), PLAIN_HOUSE)


def _number(path: str) -> str:
    """What a block without an id is called: by its number among the page's blocks."""
    return path.replace("blocks.", "block-", 1)


FIXED: Final = (RStory, RPicture, RPictures, RIndex, RMasthead)
"""What stands in its block by rules of its own: a nudge moves nothing of it."""
PICTURED: Final = PictureBlock | PicturesBlock | AdvertBlock
"""Blocks that are pictures."""
HEADER_LOOK: Final = ("hangs", "corners", "numeral")
"""Keys of a header that are another file's."""
LEAST_STANDOFF_ZI: Final = 0.25
"""Of the white between a picture and the type round it: of less they all but touch."""
LEAST_AREA: Final = 1e-5
"""Of a block: a hair's breadth along its whole side is more."""


def _area(points: tuple[tuple[float, float], ...]) -> float:
    """Of a polygon that closes itself, by its corners (the shoelace formula)."""
    pairs = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _hosted(block: Block) -> bool:
    return bool(block.at and block.at[0].of is not None)
