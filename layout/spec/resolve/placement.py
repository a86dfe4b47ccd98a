"""Where blocks stand: from what they say across and lines of the grid to points, groups opened up.

What stands in a group has its columns here and its lines only when the page is made up: until then
its height is that of the type area.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic, Place, error
from layout.display.items import Grid
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.markdown.story import FrontMatter, Story
from layout.spec.model.block import At, Block
from layout.spec.model.blockkinds import AnyBlock, LeafBlock, RowBlock, StackBlock, members, walk
from layout.spec.model.furniture import (
    AdvertBlock,
    CodeBlock,
    CreditsBlock,
    ImprintBlock,
    IndexBlock,
    MastheadBlock,
    PictureBlock,
    PicturesBlock,
    TableBlock,
    TextBlock,
)
from layout.spec.model.headline import Headline
from layout.spec.model.rule import Edges
from layout.spec.model.story import StoryBlock
from layout.spec.reader.kinds import FILL, Name, Span
from layout.spec.reader.lengths import Length
from layout.spec.resolve.defaults import Rule, style_of
from layout.spec.resolve.sheet import Across, Sheet
from layout.units import fits
from layout.words.said import Said, said

if TYPE_CHECKING:  # loaded where a block is placed by lengths, or in a group
    from layout.spec.resolve.abreast import Abreast
    from layout.spec.resolve.across import Lengths

MOST_NESTED: Final = 6
FRAMED_ADVERT: Final = 0.5
"""Points between a rule round an advert and its artwork, which would lie on the rule."""
Inset = tuple[float, float, float, float]


@record
class LeafPlace:
    """Where a leaf stands, in a group or on the page itself.

    `rects` are its places, `areas` the same less the inset. One in the columns of a story (`of` it)
    has `at_cols` and points of it: from their left edge, and of its width.
    """

    block: LeafBlock
    path: str
    at_lines: Span
    rects: tuple[Rect, ...]
    areas: tuple[Rect, ...]
    inset: Inset
    lines: int | None = None
    of: str = ""
    at_cols: Span | None = None
    at_left: float = 0.0
    at_width: float | None = None


@record
class Group:
    """A stack or row: `members` are indices into the spots, or groups."""

    block: StackBlock | RowBlock
    path: str
    rect: Rect
    inset: Inset
    lines: int | None
    members: "tuple[int | Group, ...]"


Cell = tuple[Across, Span]
"""What a block covers: from where to where across, and its lines."""


class Placements:
    """All places of a page. Faults are gathered, never raised."""

    def __init__(
        self,
        sheet: Sheet,
        rule: Callable[[Name], Rule],
        faults: list[Diagnostic],
        stories: Sequence[Story | None],
        between: Length | None = None,
    ) -> None:
        self._sheet = sheet
        self._between = between
        self._stories = stories  # one for each leaf
        self._rule = rule
        self._grid: Grid = sheet.grid
        self._faults = faults
        self.spots: list[LeafPlace | None] = []  # one a leaf, None where its place is at fault
        self.groups: list[Group] = []
        self.by_columns = False  # whether any block keeps to the basic columns

    def of(self, blocks: Iterable[AnyBlock], header: int) -> None:
        """The places of all blocks of a page whose header takes so many lines."""
        cells: list[tuple[AnyBlock, str, tuple[Cell, ...], Place]] = []
        for number, block in enumerate(blocks, 1):
            path = f"blocks.{number}"
            if not block.at:
                self._faults.append(error("MISSING-KEY.at", block.place, path=path))
            for key in ("cols", "width", "lines"):
                if getattr(block, key) is not None:
                    told = said("PLACE.in-no-group", path=f"{path}.{key}")
                    self._faults.append(error(told, block.places[key]))
            spans = self._top(block, path)
            if spans and not block.at[0].of:
                cells.append((block, block.id or f"block-{number}", spans, block.at[0].place))
        self._overlaps(cells, header)

    def _top(self, block: AnyBlock, path: str) -> tuple[Cell, ...]:
        """The cells of a block that stands on the page itself; none where its place is at fault."""
        host = block.at[0].of if block.at else None
        if len(block.at) > 1 and (not isinstance(block, StoryBlock) or block.vertical):
            told = said("PLACE.several", path=f"{path}.at", places=len(block.at))
            self._faults.append(error(told, block.at[1].place))
            self._lost(block)
            return ()
        if host is not None:
            self._hosted(block, path, block.at[0])
            return ()
        cells: list[Cell] = []
        for at in block.at:  # every fault is told
            across = self._across(at, f"{path}.at")
            if self._on_grid(at, path) and across is not None:
                cells.append((across, at.lines))
        if len(cells) < len(block.at) or not cells:
            self._lost(block)
            return ()
        rects = tuple(self._rect(across, lines) for across, lines in cells)
        lines = Span(min(n.first for _, n in cells), max(n.last for _, n in cells))
        if isinstance(block, StackBlock | RowBlock):
            made = self._group(block, path, own=cells[0][0], at_lines=lines, rect=rects[0])
            if made is not None:
                self.groups.append(made)
        else:
            self.spots.append(self._spot(block, path, at_lines=lines, rects=rects))
        return tuple(cells)

    def _across(self, at: At, path: str) -> Across | None:
        """Where a block of the page stands across; None, with a fault, where it cannot."""
        area = self._grid.type_area
        own = Across(area.x, area.right)
        if at.part is not None:
            self.by_columns = self.by_columns or at.cols is not None
            return self._lengths().of_part(at, path)
        if at.cols is not None:
            most = len(self._grid.columns)
            if at.cols.last > most:
                told = said("OFF-GRID.columns", path=f"{path}.cols", span=str(at.cols), most=most)
                self._faults.append(error(told, at.places["cols"]))
                return None
            own = self._sheet.across(at.cols)
            self.by_columns = True
        if at.cols is not None and at.left is None and at.width is None:
            return own
        return self._lengths().of_place(at, path, own)

    def _lengths(self) -> "Lengths":
        from layout.spec.resolve.across import Lengths  # few pages are measured in them

        return Lengths(sheet=self._sheet, faults=self._faults)

    def _abreast(self) -> "Abreast":
        from layout.spec.resolve.abreast import Abreast  # few pages have groups

        return Abreast(sheet=self._sheet, faults=self._faults, between=self._between)

    def _on_grid(self, at: At, path: str) -> bool:
        most = self._grid.lines
        if at.lines.last > most:
            told = said("OFF-GRID.lines", path=f"{path}.at.lines", span=str(at.lines), most=most)
            self._faults.append(error(told, at.places["lines"]))
        return at.lines.last <= most

    def _rect(self, across: Across, lines: Span) -> Rect:
        top = self._grid.top_of(lines.first)
        return Rect(across.left, top, across.width, lines.count * self._grid.pitch)

    def _lost(self, block: AnyBlock) -> None:
        """No place for a block, nor for those in it."""
        if isinstance(block, StackBlock | RowBlock):
            for inner in members(block):
                self._lost(inner)
        else:
            self.spots.append(None)

    def _hosted(self, block: AnyBlock, path: str, at: At) -> None:
        """A block in the columns of a story; where they are is known when the page is made up."""
        if isinstance(block, StoryBlock | StackBlock | RowBlock):
            told = said("PLACE.inside-story", path=f"{path}.at.of")
            self._faults.append(error(told, at.places["of"]))
            self._lost(block)
            return
        assert at.of is not None
        if at.cols is None and at.left is None and at.width is None:
            self._faults.append(error("MISSING-KEY.across", at.place, path=f"{path}.at"))
            self._lost(block)
            return
        area, points = self._grid.type_area, self._sheet.points
        rect = Rect(area.x, area.y, area.width, at.lines.count * self._grid.pitch)
        spot = self._spot(block, path, at_lines=at.lines, rects=(rect,))
        if spot is not None:
            spot = replace(
                spot,
                of=at.of.text,
                at_cols=at.cols,
                at_left=points(at.left) if at.left is not None else 0.0,
                at_width=points(at.width) if at.width is not None else None,
            )
        self.spots.append(spot)

    def _spot(
        self,
        block: LeafBlock,
        path: str,
        *,
        at_lines: Span,
        rects: tuple[Rect, ...],
        lines: int | None = None,
    ) -> LeafPlace | None:
        """The next of the spots; None, with a fault, where nothing is left of its place."""
        inset = self._inset(block, self._stories[len(self.spots)])
        areas = [self._inside(rect, inset, block) for rect in rects]
        if any(area is None for area in areas):
            return None
        return LeafPlace(
            block=block,
            path=path,
            at_lines=at_lines,
            rects=rects,
            areas=tuple([area for area in areas if area is not None]),
            inset=inset,
            lines=lines,
        )

    # Groups

    def _group(
        self,
        block: StackBlock | RowBlock,
        path: str,
        *,
        own: Across,
        at_lines: Span,
        rect: Rect,
        lines: int | None = None,
        level: int = 1,
    ) -> Group | None:
        inset = self._inset(block)
        inner = self._inside(rect, inset, block)
        if level > MOST_NESTED:
            told = said("PLACE.nested", path=path, most=MOST_NESTED)
            self._faults.append(error(told, block.place))
            inner = None
        spread = self._abreast().of(block, path, own, inner or rect)
        if inner is None or spread is None:
            self._lost(block)
            return None
        key = "stack" if isinstance(block, StackBlock) else "row"
        made: list[int | Group] = []
        for number, (member, across) in enumerate(zip(members(block), spread, strict=True), 1):
            name = f"{path}.{key}.{number}"
            if member.at:
                told = said("PLACE.at-in-row", path=f"{name}.at")
                if key == "stack":
                    told = said("PLACE.at-in-stack", path=f"{name}.at")
                self._faults.append(error(told, member.at[0].place))
            left, right = max(across.left, inner.x), min(across.right, inner.right)
            stated = member.lines if member.lines != FILL else None
            high = stated * self._grid.pitch if stated else inner.height
            place = Rect(left, inner.y, max(0.0, right - left), high)
            if isinstance(member, StackBlock | RowBlock):
                within = self._group(
                    member,
                    name,
                    own=across,
                    at_lines=at_lines,
                    rect=place,
                    lines=member.lines,
                    level=level + 1,
                )
                if within is not None:
                    made.append(within)
            else:
                made.append(len(self.spots))
                self.spots.append(
                    self._spot(
                        member,
                        name,
                        at_lines=at_lines,
                        rects=(place,),
                        lines=member.lines,
                    )
                )
        return Group(
            block=block, path=path, rect=rect, inset=inset, lines=lines, members=tuple(made),
        )  # fmt: skip

    # Insets

    def _inside(self, rect: Rect, inset: Inset, block: Block) -> Rect | None:
        """A place less the inset; None, with a fault, where nothing is left."""
        top, right, bottom, left = inset
        if fits(rect.width, left + right) or fits(rect.height, top + bottom):
            told = said(
                "INSET.nothing-left", path="inset", left_pt=left, right_pt=right, top_pt=top,
                bottom_pt=bottom, width_pt=rect.width, height_pt=rect.height,
            )  # fmt: skip
            self._faults.append(error(told, block.place_of("inset")))
            return None
        return rect.inset(left, top, right, bottom)

    def _inset(self, block: Block, story: Story | None = None) -> Inset:
        """Space inside a block: top, right, bottom, left, in points; inside a border, if any."""
        top, right, bottom, left = self._plain_inset(block, story)
        if block.rules is None:
            return top, right, bottom, left
        bands = [self._band(name) for name in block.rules.sides]
        return top + bands[0], right + bands[1], bottom + bands[2], left + bands[3]

    def _band(self, name: Name) -> float:
        """Breadth of a rule that is broader than a line, and of which text keeps clear."""
        style = style_of(self._rule(name))
        return 2 * style.reach if style is not None and style.ornamental else 0.0

    def _plain_inset(self, block: Block, story: Story | None) -> Inset:
        given = [self._sheet.points(length) for length in block.inset]
        if len(given) == 3:
            self._faults.append(error("INSET.three", block.places["inset"], path="inset"))
        if len(given) == 4:
            return given[0], given[1], given[2], given[3]
        edges = block.rules or Edges()
        framed = "none" not in [name.text for name in edges.sides]
        holds = isinstance(block, StoryBlock | StackBlock | RowBlock)
        if not given and holds and (framed or block.fill):
            given = [self._sheet.body_size, self._grid.pitch / 2]
        if not given and isinstance(block, MastheadBlock | ImprintBlock) and (framed or block.fill):
            given = [self._sheet.body_size, self._grid.pitch / 2]
        if not given and isinstance(block, TextBlock | CreditsBlock) and (framed or block.fill):
            given = [self._sheet.body_size / 2]
        if not given and isinstance(block, IndexBlock) and (framed or block.fill):
            given = self._round_index(block)
        if not given and isinstance(block, AdvertBlock) and framed:
            given = [FRAMED_ADVERT, FRAMED_ADVERT]
        kept_off = isinstance(block, TableBlock | CodeBlock) or _captioned(block)
        if not given and kept_off and (framed or block.fill):
            given = [self._sheet.body_size / 2, self._sheet.body_size / 2]
        if not given and isinstance(block, StoryBlock) and block.rules is not None:
            top, _, bottom, _ = [name.text != "none" for name in edges.sides]
            half = self._grid.pitch / 2
            return half * (top and _text_first(block, story)), 0.0, half * bottom, 0.0
        sides = given[0] if given else 0.0
        # Lines that run down begin and end at what is above and below them.
        down = isinstance(block, StoryBlock | TextBlock) and block.vertical
        alone = sides if down else 0.0
        ends = given[1] if len(given) > 1 else alone
        return ends, sides, ends, sides

    def _round_index(self, block: IndexBlock) -> list[float]:
        """Sides and ends of a 导读 in a frame or on a fill: a label at its left has its own white,
        a panel over the list goes to the frame."""
        em = self._sheet.body_size
        if block.label_at in ("left", "beside"):
            return []
        return [em, 0.0 if block.label_at == "above" and block.panel else em / 2]

    # Overlaps

    def _overlaps(
        self,
        made: list[tuple[AnyBlock, str, tuple[Cell, ...], Place]],
        header: int,
    ) -> None:
        """No block lies over the header or over another, but for text that runs round it; the
        later one is told."""
        for i, (block, name, cells, place) in enumerate(made):
            first = min(lines.first for _, lines in cells)
            if first <= header:
                last = max(lines.last for _, lines in cells)
                told = said(
                    "OVERLAP.header", block=name, span=str(Span(first, last)), header_lines=header,
                    first=header + 1,
                )  # fmt: skip
                self._faults.append(error(told, place))
            own = [(a, b) for n, a in enumerate(cells) for b in cells[:n]]
            for other, earlier, theirs, _ in [*made[:i], (block, name, (), place)]:
                if _runs_round(block, other) or _runs_round(other, block):
                    continue
                if _meant_over(block, other) or _meant_over(other, block):
                    continue
                pairs = own if other is block else [(a, b) for a in cells for b in theirs]
                for (a, lines_a), (b, lines_b) in pairs:
                    lines = _common(lines_a, lines_b)
                    if lines is None:
                        continue
                    over = self._over(a, b, block=name, other=earlier, lines=str(lines))
                    if over is not None:
                        if isinstance(block, PictureBlock) or isinstance(other, PictureBlock):
                            over = over.having(hint=said("part.wrap-box"))
                        self._faults.append(error(over, place))
                        break

    def _over(self, a: Across, b: Across, *, block: str, other: str, lines: str) -> Said | None:
        """What is told of two places of which one lies over the other; None where none does."""
        if a.cols is None or b.cols is None:
            return self._lengths().over(a, b, block=block, other=other, lines=lines)
        cols = _common(a.cols, b.cols)
        if cols is None:
            return None
        return said("OVERLAP.blocks", block=block, other=other, cols=str(cols), lines=lines)


def _captioned(block: Block) -> bool:
    """Whether a picture, or one of a group, has a caption beside it."""
    if isinstance(block, PictureBlock):
        return block.caption_at != "inside" and bool(block.caption or block.credit)
    if isinstance(block, PicturesBlock):
        own = bool(block.caption or block.credit)
        return own or any(item.caption or item.credit for item in block.pictures)
    return False


def _text_first(block: StoryBlock, story: Story | None) -> bool:
    """Whether the text of a story stands at the top of its block, and not its headline or label."""
    headline = block.headline or Headline()
    front = story.front if story is not None else FrontMatter()
    over = headline.stands == "above" and not headline.vertical
    titled = front.title or front.kicker or front.subtitle or front.summary
    return not front.label and not (over and titled)


def _runs_round(one: AnyBlock, other: AnyBlock) -> bool:
    """Whether the text of `other` may run round `one`."""
    return (
        one.wrap is not None
        and one is not other
        and isinstance(other, StoryBlock | StackBlock | RowBlock)
    )


def _meant_over(one: AnyBlock, other: AnyBlock) -> bool:
    """Whether a block is to stand over another, or over one in it."""
    return one.over is not None and any(
        inner.id == one.over.text for _, inner in walk((other,)) if inner is not one
    )


def _common(a: Span, b: Span) -> Span | None:
    first, last = max(a.first, b.first), min(a.last, b.last)
    return Span(first, last) if first <= last else None
