"""Where blocks of stacks and rows stand, and those in the columns of a story: known when it is
known how high what stands in them is.

    measure every block → heights of a stack add up, a row is as high as its highest → `fill` takes
    what is left → every block gets its lines
"""

from typing import TYPE_CHECKING

from layout.diagnostics import Diagnostic, error, warning
from layout.display.items import Grid, StoryFit
from layout.flow.furniture.furniture import furniture_height
from layout.flow.headline.placing import make_head
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.reader.kinds import FILL, LEAST_LINES, Span
from layout.spec.resolve.resolved import GROUPS, RBlock, RGroup, RPage, RStory, RTable
from layout.units import EPS_PT, fits, to_mm, whole_up
from layout.words.said import Said, said

if TYPE_CHECKING:
    from layout.flow.article.story import LaidOut
    from layout.flow.block import Carries
    from layout.flow.columns.obstacles import Standing
    from layout.flow.columns.slots import Obstacle


def place(page: RPage, setter: Setter, carries: "Carries") -> tuple[RPage, list[Diagnostic]]:
    """The page with every block in its place, and the diagnostics of groups."""
    blocks = list(page.blocks)
    grouped = frozenset(blocks[index].id for group in page.groups for index in group.leaves)
    maker = _Maker(page=page, setter=setter, carries=carries, grouped=grouped)
    found: list[Diagnostic] = []
    groups = tuple(maker.group(group, blocks, found) for group in page.groups)
    for index, block in enumerate(blocks):
        if block.fit is not None and block.id not in maker.grouped:
            from layout.flow.groups.fit import fit_story

            blocks[index], said = fit_story(block, maker.need, maker.holds)
            found += said
    for index, block in enumerate(blocks):
        if block.of:
            blocks[index] = maker.hosted(block, blocks, found)
    return replace(page, blocks=tuple(blocks), groups=groups), found


@record
class _Maker:
    page: RPage
    setter: Setter
    carries: "Carries"
    grouped: frozenset[str]  # ids of blocks in a stack or row

    # Groups

    def group(self, group: RGroup, blocks: list[RBlock], found: list[Diagnostic]) -> RGroup:
        """A group on the page itself, whose place is stated; its blocks are put into `blocks`."""
        pitch = self.page.grid.pitch
        above, below = self._ends(group)
        room = round(group.rect.height / pitch) - above - below
        if self._moves(group, blocks):
            from layout.flow.groups.fit import fit_group  # few pages ask for it

            told = fit_group(
                group,
                blocks,
                room,
                need=self.need,
                holds=self.holds,
                ends=lambda g: sum(self._ends(g)),
            )
            found += told
            if any(d.severity == "error" for d in told):
                return self._settle(group, blocks, group.rect.y + above * pitch, room)
        need = self._yielded(group, blocks, room)
        if need > room:
            found.append(
                error(
                    "PLACING.too-many", group.place, kind=said(GROUPS[group.kind]), group=group.id,
                    needed_lines=need, room_lines=room, over_lines=need - room,
                    parts=self._told(group, blocks),
                )
            )  # fmt: skip
        elif need < room and not self._fills(group, blocks):
            found.append(
                warning(
                    "PLACING.left-empty", group.place, kind=said(GROUPS[group.kind]),
                    group=group.id, lines=room - need,
                )
            )  # fmt: skip
        return self._settle(group, blocks, group.rect.y + above * pitch, room)

    def _yielded(self, group: RGroup, blocks: list[RBlock], room: int) -> int:
        """Lines that a group needs, its whole pictures made smaller where it has not so many."""
        need = self._height(group, blocks)
        if need <= room:
            return need
        from layout.flow.groups.yielding import give_way  # few groups are too low

        give_way(
            group,
            blocks,
            room,
            height_of=lambda member: self._height_of(member, blocks),
            ends=lambda inner: sum(self._ends(inner)),
        )
        return self._height(group, blocks)

    def _moves(self, group: RGroup, blocks: list[RBlock]) -> bool:
        """Whether `fit:` lets anything in a group move."""
        return any(
            self._moves(m, blocks) if isinstance(m, RGroup) else blocks[m].fit is not None
            for m in group.members
        )

    def need(self, block: RBlock) -> tuple[int, StoryFit | None]:
        """Lines that a block needs, and how a story fits where it stands."""
        from layout.flow.block import make

        if not isinstance(block.content, RStory):
            return self.natural(block), None
        if block.lines is None and block.id in self.grouped:
            return self.natural(block), None
        others = [b for b in self.page.blocks if b.wrap is not None and b.of in ("", block.id)]
        obstacles = self.standing_in(block, others)
        made = make(self.page, self.setter, block, self.carries, obstacles)
        return block.at_lines.count, made.fits[0]

    def standing_in(self, block: RBlock, others: list[RBlock]) -> "tuple[Obstacle, ...]":
        """What the text of a story in its place keeps clear of, of some blocks."""
        if not others:
            return ()
        from layout.flow.block import make
        from layout.flow.columns.obstacles import in_the_way, shapes

        standing: Standing = []
        for other in others:
            put = self.hosted(other, [block], []) if other.of else other
            made = make(self.page, self.setter, put, self.carries)
            standing.append((put, shapes(put, made)))
        return in_the_way(block, standing)

    def holds(self, block: RBlock) -> bool:
        """Whether the lines of a block's headline hold its type and the least white under it."""
        if not isinstance(block.content, RStory) or block.content.headline is None:
            return True
        grid = self.page.grid
        tried = _at(block, grid, grid.type_area.y, block.at_lines.count)
        head = make_head(self.setter, tried, block.content, grid)
        return not head.tight and all(d.severity != "error" for d in head.diagnostics)

    def _ends(self, group: RGroup) -> tuple[int, int]:
        """Whole lines that a group's inset takes above and below: its blocks keep to the grid."""
        top, _, bottom, _ = group.inset
        pitch = self.page.grid.pitch
        return whole_up(top / pitch), whole_up(bottom / pitch)

    def _told(self, group: RGroup, blocks: list[RBlock]) -> tuple[Said, ...]:
        """The heights that a stack is the sum of: `picture 30, lead 42, gaps 2`."""
        parts = []
        for member in group.members:
            name = member.id if isinstance(member, RGroup) else blocks[member].id
            high = self._height_of(member, blocks)
            parts.append(said("part.placing-part", name=name, lines=high))
        gaps = group.gap * (len(group.members) - 1)
        return (*parts, *([said("part.placing-gaps", lines=gaps)] if gaps else []))

    def _height(self, group: RGroup, blocks: list[RBlock]) -> int:
        """Lines that what stands in a group needs; `fill` needs the least there is."""
        heights = [self._height_of(member, blocks) for member in group.members]
        if group.kind == "row":
            return max(heights, default=0)
        return sum(heights) + group.gap * max(0, len(heights) - 1)

    def _height_of(self, member: "int | RGroup", blocks: list[RBlock]) -> int:
        """Lines that a member needs, with its inset."""
        if isinstance(member, RGroup):
            if member.lines is not None and member.lines != FILL:
                return member.lines
            return self._height(member, blocks) + sum(self._ends(member))
        block = blocks[member]
        if block.lines == FILL:
            return LEAST_LINES
        if block.lines is not None:
            return block.lines
        return self.natural(block)

    def _fills(self, group: RGroup, blocks: list[RBlock]) -> bool:
        """Whether something in a group takes what is left of its height."""
        if group.kind == "row":
            return True
        return any(self._open(member, blocks) for member in group.members)

    def _open(self, member: "int | RGroup", blocks: list[RBlock]) -> bool:
        return (member.lines if isinstance(member, RGroup) else blocks[member].lines) == FILL

    def _settle(self, group: RGroup, blocks: list[RBlock], top: float, room: int) -> RGroup:
        """Every member of a group gets its lines, from `top` down; groups in it get their place."""
        pitch = self.page.grid.pitch
        heights = [self._height_of(member, blocks) for member in group.members]
        if group.kind == "row":
            heights = [room] * len(heights)
        else:
            opened = [k for k, member in enumerate(group.members) if self._open(member, blocks)]
            used = sum(h for k, h in enumerate(heights) if k not in opened)
            free = room - used - group.gap * max(0, len(heights) - 1)
            each, odd = divmod(max(free, 0), len(opened) or 1)
            for n, k in enumerate(opened):
                heights[k] = max(LEAST_LINES, each + (1 if n < odd else 0))
        y = top
        settled: list[int | RGroup] = []
        for member, lines in zip(group.members, heights, strict=True):
            if isinstance(member, RGroup):
                above, below = self._ends(member)
                rect = Rect(member.rect.x, y, member.rect.width, lines * pitch)
                put = replace(member, rect=rect)
                inner = lines - above - below
                if member.lines is not None:
                    self._yielded(put, blocks, inner)
                settled.append(self._settle(put, blocks, y + above * pitch, inner))
            else:
                blocks[member] = _at(blocks[member], self.page.grid, y, lines)
                settled.append(member)
            if group.kind == "stack":
                y += (lines + group.gap) * pitch
        return replace(group, members=tuple(settled))

    # Heights

    def natural(self, block: RBlock) -> int:
        """Lines of the grid that a block needs for what stands in it, with its inset."""
        grid = self.page.grid
        content = block.content
        top, _, bottom, _ = block.inset
        around = top + bottom
        if isinstance(content, RStory):
            return self._story(block, content)
        if isinstance(content, RTable):
            from layout.flow.tables.table import table_lines  # few pages have one

            own = table_lines(self.setter, content, block.inner.width, grid)
            return whole_up(top / grid.pitch) + own + whole_up(bottom / grid.pitch)
        height = furniture_height(self.setter, content, block.inner.width, grid.pitch)
        lines = (height + around) / grid.pitch
        if content.kind in ("picture", "pictures", "advert"):  # cut by half a line at most
            return max(1, round(lines))
        return max(1, whole_up(lines))

    def _story(self, block: RBlock, story: RStory) -> int:
        """The least lines at which the story is not overset.

        Set level in more room than it needs, it shows how deep it is; set as it is asked to be, it
        may need a line more or less than that.
        """
        from layout.flow.article.story import errors_in, fits_in, foot_of, lay_out
        from layout.flow.block import around

        grid = self.page.grid
        top = grid.type_area.y
        if story.vertical:
            return self._vertical_story(block, story)
        guests = [other for other in self.page.blocks if other.of == block.id]

        def laid(lines: int, *, level: bool) -> "LaidOut":
            tried = _at(block, grid, top, lines)
            obstacles = self.standing_in(tried, guests)
            surround = around(self.page, block, self.carries, obstacles)
            return lay_out(self.setter, tried, story, grid, surround, level=level)

        level = story.columns.level
        head = story.headline
        if head is not None and head.stands == "inside" and head.row is None:
            # It stands in the middle of whatever height there is.
            tries = (n for n in range(1, grid.lines) if fits_in(laid(n, level=level)))
            return next(tries, grid.lines)
        deep = laid(grid.lines, level=True)
        anyway = errors_in(deep)
        if not fits_in(deep, anyway):
            return grid.lines
        _, _, below, _ = block.inset
        lines = max(1, whole_up((foot_of(deep, story, grid) + below - top) / grid.pitch))
        if lines > 1 and fits_in(laid(lines - 1, level=level), anyway):
            return lines - 1
        while lines < grid.lines and not fits_in(laid(lines, level=level), anyway):
            lines += 1
        return lines

    def _vertical_story(self, block: RBlock, story: RStory) -> int:
        """The least lines of the grid at which a story that runs down is not overset.

        The higher its tiers, the longer and fewer its columns: the height is found by halving.
        A line more may break a paragraph worse, so the way down is looked at once more.
        """
        from layout.flow.article.vertical import holds, make_vertical_story

        grid = self.page.grid

        def held(lines: int) -> bool:
            tried = _at(block, grid, grid.type_area.y, lines)
            return holds(make_vertical_story(self.setter, tried, story, grid), tried, story)

        low, high = 1, grid.lines
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if held(middle) else (middle + 1, high)
        while low > 1 and held(low - 1):
            low -= 1
        return low

    # In the columns of a story

    def hosted(self, block: RBlock, blocks: list[RBlock], found: list[Diagnostic]) -> RBlock:
        """A block in the columns and lines of a story, counted from its first line of text."""
        from layout.flow.article.story import text_columns

        host = next(b for b in blocks if b.id == block.of)
        story = host.content
        assert isinstance(story, RStory)
        grid = self.page.grid
        head = make_head(self.setter, host, story, grid)
        columns, _, _ = text_columns(
            self.setter, host, story, grid, head, carry=self.carries.get(host.id)
        )
        cols = block.at_cols or Span(1, len(columns))
        if cols.last > len(columns):
            found.append(
                error(
                    "OFF-GRID.host-cols", block.place, path="at.cols", cols=str(cols),
                    story=block.of, columns=len(columns),
                )
            )  # fmt: skip
            return block
        first, last = columns[cols.first - 1], columns[cols.last - 1]
        room = last.x + last.measure - first.x
        left = block.at_left
        width = room - left if block.at_width is None else block.at_width
        if width <= 0 or not fits(left + width, room):
            found.append(
                error(
                    "OFF-GRID.host-width", block.place, path="at.width", story=block.of,
                    to_mm=to_mm(left + max(0.0, width)), room_mm=to_mm(room),
                )
            )  # fmt: skip
            return block
        left += first.x
        # The first line is that of the column in which it begins.
        first = next(c for c in reversed(columns) if c is first or c.x <= left + EPS_PT)
        top = first.top + (block.at_lines.first - 1) * grid.pitch
        height = block.at_lines.count * grid.pitch
        if not fits(top + height, first.bottom + grid.pitch / 2):
            rows = len(first.baselines)
            found.append(
                error(
                    "OFF-GRID.host-lines", block.place, path="at.lines", lines=str(block.at_lines),
                    story=block.of, rows=rows,
                )
            )  # fmt: skip
            return block
        rect = Rect(left, top, width, height)
        return _in(block, rect)


def _at(block: RBlock, grid: Grid, y: float, lines: int) -> RBlock:
    """A block at `y`, so many lines high."""
    rect = Rect(block.rect.x, y, block.rect.width, lines * grid.pitch)
    first = round((y - grid.type_area.y) / grid.pitch) + 1
    return replace(_in(block, rect), at_lines=Span(max(1, first), max(1, first) + lines - 1))


def _in(block: RBlock, rect: Rect) -> RBlock:
    top, right, bottom, left = block.inset
    inner = rect.inset(left, top, right, bottom)
    return replace(block, rect=rect, inner=inner, areas=(inner,))
