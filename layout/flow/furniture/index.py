"""导读: pages and their titles as a list, in columns, or as a strip across the page."""

from collections.abc import Sequence
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, error
from layout.display.items import Box
from layout.flow.placed import Made, PlacedItem
from layout.flow.rules import rules
from layout.flow.type.align import too_high, too_wide
from layout.flow.type.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import RBlock, RIndex, StyledText
from layout.units import EM_ASCENT

LABEL_SIDE: Final = 0.3  # em on either side of a vertical label
LABEL_STEP: Final = 1.5  # em from one of its characters to the next
LABEL_AIR: Final = 0.35  # em over and under a label above the list, and at the sides of one beside
LABEL_RULE: Final = 0.3  # em from a label without a panel to the rule under it
INDEX_INDENT: Final = 0.9  # em of the page number, between label, number and title
CLOSE: Final = 0.6  # of that, where the list has no label at its side, or several columns
COLUMN_AIR: Final = 0.3  # of that, over and under a rule between two columns
TITLE_GAP: Final = 0.3  # em between two lines of a title
ABOVE_GAP: Final = 0.25  # em of the page number, to the title under it
LEADER_AIR: Final = 0.5  # em of the title, on either side of a leader
ENTRY_AIR: Final = 1.0  # em of the title, between two entries

Entry = tuple[StyledText, tuple[StyledText, ...]]


def make_index(setter: Setter, block: RBlock, index: RIndex, accent: Color) -> Made:
    """The label, and a row for each page with its title; rules between them."""
    mark = _mark_size(setter, index)
    widest = mark or max((setter.display(page).width for page, _ in index.items), default=0.0)
    return _Index(
        setter=setter, block=block, index=index, accent=accent, mark=mark, widest=widest
    ).make()


def _mark_size(setter: Setter, index: RIndex) -> float:
    """How wide is what the page numbers stand on, alike for all of them; 0 for bare ones."""
    if index.mark is None:
        return 0.0
    from layout.flow.furniture.pagemark import mark_size  # few pages have any

    return mark_size(setter, index.mark, [page for page, _ in index.items])


@record
class _Index:
    setter: Setter
    block: RBlock
    index: RIndex
    accent: Color
    mark: float  # how wide is what page numbers stand on; 0 for bare ones
    widest: float  # of the page numbers, with that

    def make(self) -> Made:
        items: list[PlacedItem] = []
        found: list[Diagnostic] = []
        room = self._label(items, found)
        index = self.index
        columns = index.columns
        per = -(-len(index.items) // columns)
        indent = self._indent()
        # A list beside its label stands free of it; columns and lists below one keep to the edges.
        solo = columns == 1 and index.label_at in ("left", "beside")
        if not solo and index.label_at in ("left", "beside"):
            room = room.inset(CLOSE * indent, 0.0, CLOSE * indent / 2, 0.0)
        air = indent if columns > 1 else 0.0
        width = max(1.0, (room.width - air * (columns - 1)) / columns)
        height = index.leading or room.height / max(1, per)
        white = indent if solo else CLOSE * indent
        share = self._share(width - 1.5 * indent if solo else width, white)
        for column in range(columns):
            x = room.x + column * (width + air)
            if column:
                top, deep = room.y + COLUMN_AIR * indent, room.height - 2 * COLUMN_AIR * indent
                items += rules.vertical(index.between, x - air / 2, top, deep, self.block.id)
            entries = index.items[column * per : (column + 1) * per]
            for row, entry in enumerate(entries):
                cell = Rect(x, room.y + row * height, width, height)
                node = f"{self.block.id}#{column * per + row + 1}"
                inner = cell.inset(indent, 0.0, indent / 2, 0.0) if solo else cell
                made = self._entry(entry, inner, white, share, node)
                items += made.items
                found += made.diagnostics
                if row:
                    long = width - 2 * indent if solo else width
                    items += rules.horizontal(index.between, inner.x, cell.y, long, node)
        return Made(items=items, diagnostics=found)

    def _indent(self) -> float:
        """White between label, number and title."""
        return INDEX_INDENT * max((p.style.size for p, _ in self.index.items), default=0.0)

    def _label(self, items: list[PlacedItem], found: list[Diagnostic]) -> Rect:
        """The label in its place; the room that it leaves."""
        block, index = self.block, self.index
        inner = block.inner
        node = f"{block.id}#label"
        style = index.label.style
        size = style.size
        if index.label_at == "none":
            return inner
        if index.label_at == "left":
            panel = Rect(block.rect.x, block.rect.y, size * (1 + 2 * LABEL_SIDE), block.rect.height)
            if index.panel:
                items.append(Box(rect=panel, fill=self.accent, node=node, role="panel"))
            step = size * LABEL_STEP
            deep = step * (len(index.label.text) - 1) + size
            y = panel.y + (panel.height - deep) / 2
            found += too_high("part.index-label", deep, panel.height, index.label.place)
            for char in index.label.text:
                part = StyledText(text=char, style=style, place=index.label.place)
                line = self.setter.display(part)
                x = panel.x + (panel.width - line.width) / 2
                items.append(line.at(x, y, line.width, node))
                found += line.diagnostics
                y += step
            return Rect(panel.right, inner.y, inner.right - panel.right, inner.height)
        line = self.setter.display(index.label, inner.width)
        found += line.diagnostics
        if index.label_at == "beside":
            width = line.width + 2 * LABEL_AIR * size
            # A panel goes to the block's edges; bare words keep to its inset.
            area = block.rect if index.panel else inner
            panel = Rect(area.x, area.y, width, area.height)
            if index.panel:
                items.append(Box(rect=panel, fill=self.accent, node=node, role="panel"))
            top = panel.y + (panel.height - line.height) / 2
            items.append(line.at(panel.x + LABEL_AIR * size, top, line.width, node))
            found += too_high("part.index-label", line.height, panel.height, index.label.place)
            taken = panel.right - inner.x
            return Rect(panel.right, inner.y, inner.width - taken, inner.height)
        height = size * (1 + 2 * LABEL_AIR)
        if index.panel:
            panel = Rect(block.rect.x, block.rect.y, block.rect.width, height)
            items.append(Box(rect=panel, fill=self.accent, node=node, role="panel"))
            x = max(inner.x, panel.x + LABEL_AIR * size)
            items.append(line.at(x, panel.y + LABEL_AIR * size, line.width, node))
            used = panel.bottom - inner.y
        else:
            items.append(line.at(inner.x, inner.y, line.width, node))
            used = line.height + 2 * LABEL_RULE * size
            y = inner.y + line.height + LABEL_RULE * size
            items += rules.horizontal("thick", inner.x, y, inner.width, node)
        found += too_high("part.index-label", used, inner.height, index.label.place)
        return Rect(inner.x, inner.y + used, inner.width, max(0.0, inner.height - used))

    def _wide(self, page: StyledText) -> float:
        """How wide a page number is, or what it stands on."""
        return self.mark or self.setter.display(page).width

    def _put(
        self, page: StyledText, x: float, top: float, node: str
    ) -> tuple[list[PlacedItem], list[Diagnostic]]:
        """A page number with its left edge at `x` and the top of its em box at `top`, on its mark
        where it has one."""
        folio, mark = self.setter.display(page), self.index.mark
        if mark is None:
            return [folio.at(x, top, folio.width, node)], list(folio.diagnostics)
        from layout.flow.furniture.pagemark import on_its_mark

        where = (x, top + folio.height / 2, self._wide(page))
        return on_its_mark(self.setter, mark, page, where, node)

    def _room(self, page: StyledText, width: float, air: float) -> float:
        """Points that a title has in a cell, its page number beside it."""
        if self.index.page_at == "above":
            return width
        if self.index.page_at == "after":
            return width - self._wide(page) - air
        return width - self.widest - air

    def _share(self, width: float, air: float) -> float:
        """What part of their size the titles have: alike, the least that one of them needs."""
        least = 1.0
        for page, title in self.index.items:
            room = self._room(page, width, air)
            if room < max((t.style.size for t in title), default=0.0):
                continue  # no room for any title, which is told
            for words in title:
                least = min(least, self.setter.display(words, room).style.size / words.style.size)
        return least

    def _entry(self, entry: Entry, cell: Rect, air: float, share: float, node: str) -> Made:
        """A page and its title, at `share` of its size, in their cell, with `air` between them."""
        items: list[PlacedItem] = []
        page, title = entry
        wide = self._wide(page)
        tall = wide if self.index.mark is not None else self.setter.display(page).height
        room = self._room(page, cell.width, air)
        told = [d for t in title for d in self.setter.display(t, max(1.0, room)).diagnostics]
        if share < 1.0:
            title = tuple([t.resized(t.style.size * share) for t in title])
        middle = cell.y + cell.height / 2
        size = self.setter.display(page).height
        off = (tall - size) / 2  # of a number from the top of its mark
        if self.index.page_at == "above":
            lines = [self.setter.display(t, cell.width) for t in title]
            gap = ABOVE_GAP * tall
            high = tall + gap + _height(lines)
            top = middle - high / 2
            put, found = self._put(page, cell.x, top + off, node)
            items += put
            _stack(items, lines, cell.x, top + tall + gap, node)
        elif self.index.page_at == "after":
            lines = [self.setter.display(t, max(1.0, room)) for t in title]
            high = max(_height(lines), tall)
            top = middle - _height(lines) / 2
            _stack(items, lines, cell.x, top, node)
            last = lines[-1]
            foot = top + _height(lines) - (1 - EM_ASCENT) * last.height
            start, end = cell.x + last.width, cell.right - wide
            em = LEADER_AIR * last.height
            long = max(0.0, end - start - 2 * em)
            items += rules.horizontal(self.index.leader, start + em, foot, long, node)
            level = foot - EM_ASCENT * size  # on one foot, or in the middle of the last line
            if self.index.mark is not None:
                level = top + _height(lines) - (last.height + size) / 2
            put, found = self._put(page, end, level, node)
            items += put
        else:
            x = cell.x + self.widest + air
            lines = [self.setter.display(t, max(1.0, room)) for t in title]
            high = max(_height(lines), tall)
            put, found = self._put(page, cell.x, middle - size / 2, node)
            items += put
            _stack(items, lines, x, middle - _height(lines) / 2, node)
        found = [
            *too_high("part.index-entry", high, cell.height, page.place),
            *too_wide("part.index-page", wide, cell.width, page.place),
            *found,
        ]
        if room < max((t.style.size for t in title), default=0.0):
            found += self._no_room(room, title[0])  # and not each title's width in next to nothing
        else:
            found += told
        return Made(items=items, diagnostics=found)

    def _no_room(self, room: float, title: StyledText) -> list[Diagnostic]:
        """An error for an index whose label, numbers and white leave its titles no width."""
        beside = self.index.label_at in ("left", "beside")
        return [
            error(
                "DISPLAY-WIDE.index-label" if beside else "DISPLAY-WIDE.index",
                title.place,
                left_pt=max(0.0, room),
                size_pt=title.style.size,
                width_pt=self.block.rect.width,
            )
        ]


def _height(lines: Sequence[DisplayLine]) -> float:
    gap = TITLE_GAP * lines[0].height if lines else 0.0
    return sum(n.height for n in lines) + gap * (len(lines) - 1)


def _stack(
    items: list[PlacedItem], lines: Sequence[DisplayLine], x: float, top: float, node: str
) -> None:
    """The lines of a title under one another."""
    gap = TITLE_GAP * lines[0].height if lines else 0.0
    for line in lines:
        items.append(line.at(x, top, line.width, node))
        top += line.height + gap


def index_height(setter: Setter, index: RIndex, width: float) -> float:
    """Points that an index takes in `width` points, its entries a line's height apart."""
    mark = _mark_size(setter, index)
    high = 0.0
    size = 0.0
    for page, title in index.items:
        lines = [setter.display(t) for t in title]
        size = max([size, *(n.height for n in lines)])
        tall = mark or setter.display(page).height
        own = max(tall, _height(lines))
        if index.page_at == "above":
            own = tall * (1 + ABOVE_GAP) + _height(lines)
        high = max(high, own)
    rows = -(-len(index.items) // max(1, index.columns))
    entries = rows * (index.leading or high + ENTRY_AIR * size)
    label = index.label.style.size
    if index.label_at == "left":
        return max(entries, label * (LABEL_STEP * (len(index.label.text) - 1) + 2))
    return entries + (label * (1 + 2 * LABEL_AIR) if index.label_at == "above" else 0.0)
