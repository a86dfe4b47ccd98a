"""A table in its block: title and unit, rows on the grid with their rules, notes.

        title                 unit
════════════════════════════════════   top
 head    head    head    head
────────────────────────────────────   head: boundaries of rows lie between lines of the grid,
 words    12.5   words    words        in the middle of the white between em boxes
════════════════════════════════════   bottom
 notes
"""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic, error, shown, warning
from layout.display.items import Grid
from layout.flow.placed import Made, PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.tables.cells import Measured, SetCell, measured, need_of, set_cell, sides_of
from layout.flow.tables.lines import CellLines
from layout.flow.tables.rows import CellDepth, row_depths, row_tops, rows_in
from layout.flow.tables.ruling import TableLines, ruling, tints
from layout.flow.tables.widths import ColumnAsk, column_widths, natural_widths
from layout.flow.type.align import share
from layout.flow.type.paragraph import lined
from layout.flow.type.setter import Setter
from layout.record import record, replace
from layout.spec.resolve.resolved import RBlock, RCell, RTable
from layout.units import EM_ASCENT, EPS_PT, fits, whole_down, whole_up
from layout.words.said import said

TITLE_AIR: Final = 0.4
"""em of a title, the least white above and below it together: its lines of the grid hold both."""
BESIDE: Final = 1.0
"""em of the unit, the least white between it and a title on one line with it."""
CLEAR: Final = 0.5
"""Points that the rule under a table stands below its last line of the grid at least: type of the
text's size has its descenders there."""
MOST_OUT: Final = 0.8
"""Points that the ink of this rule may reach out of its block: less than the 0.3 mm from which on
ink out of the type area is told."""
NAMED: Final = 12
"""Characters of a column's head, or of a row's first cell, that a message quotes."""


def make_table(setter: Setter, block: RBlock, table: RTable, grid: Grid) -> Made:
    """The table, its first row on the first line of the grid inside the block.

    Rows without room are left off, and told.
    """
    inner, pitch = block.inner, grid.pitch
    top = block.rect.y + whole_up((inner.y - block.rect.y) / pitch) * pitch + block.nudge
    plan = _planned(setter, table, inner.width, grid, block.id)
    items: list[PlacedItem] = [
        replace(line, x=line.x + inner.x, baseline=line.baseline + top) for line in plan.over
    ]
    found = list(plan.diagnostics)
    top += plan.over_lines * pitch
    room = inner.bottom + block.nudge - top - plan.notes_lines * pitch
    count = rows_in(plan.tops, room, plan.spreads)
    if count < table.rows:
        found.append(_too_deep(table, plan, block, count=count, room=room, pitch=pitch))
    foot = plan.tops[count]
    items += _rows(table, plan, (inner.x, top), count=count, grid=grid, block=block)
    under = top + whole_up(foot / pitch) * pitch
    items += [
        replace(line, x=line.x + inner.x, baseline=line.baseline + under) for line in plan.notes
    ]
    spare = whole_down((room - foot) / pitch) if count == table.rows else 0
    if spare:
        found.append(warning("TABLE-SPARE.lines", block.place, block=block.id, lines=spare))
    found += plan.wide(table, inner.width, block)
    return Made(items=items, diagnostics=found)


def table_lines(setter: Setter, table: RTable, width: float, grid: Grid) -> int:
    """Lines of the grid that a table takes in `width` points, with its title and notes."""
    plan = _planned(setter, table, width, grid, "")
    return plan.over_lines + whole_up(plan.tops[-1] / grid.pitch) + plan.notes_lines


@record
class _Plan:
    """A table set at a width: what stands over and under it at 0, the cells, where rows begin."""

    over: tuple[PlacedLine, ...]
    over_lines: int
    notes: tuple[PlacedLine, ...]
    notes_lines: int
    widths: tuple[float, ...]
    gap: float
    cells: tuple[SetCell, ...]
    spreads: tuple[CellDepth, ...]
    tops: tuple[float, ...]
    leading: float
    diagnostics: tuple[Diagnostic, ...]

    @property
    def width(self) -> float:
        """Of the columns and the white between two of them."""
        return sum(self.widths) + self.gap * (len(self.widths) - 1)

    def left(self, column: int) -> float:
        """The left edge of a column's words, from that of the first column's."""
        return sum(self.widths[:column]) + self.gap * column

    def wide(self, table: RTable, room: float, block: RBlock) -> list[Diagnostic]:
        """Errors for a table that is wider than its block, and for columns too narrow for a piece
        of words that nothing parts: the widest of each."""
        zi, place = table.zi, table.place
        over = self.width + (self.gap if table.framed else 0.0) - room
        if over > EPS_PT:
            column = max(range(len(self.widths)), key=self.widths.__getitem__)
            return [
                error(
                    "TABLE-WIDE.table", place, block=block.id, over_zi=over / zi,
                    need_zi=(room + over) / zi, room_zi=room / zi, column=column + 1,
                    head=_head(table, column), column_zi=self.widths[column] / zi,
                )
            ]  # fmt: skip
        worst: dict[tuple[int, int], SetCell] = {}
        for cell in self.cells:
            key = (cell.cell.column, cell.cell.columns)
            if cell.over > max(EPS_PT, worst[key].over if key in worst else 0.0):
                worst[key] = cell
        return [
            error(
                "TABLE-WIDE.column", place, block=block.id, column=column + 1,
                head=_head(table, column), row=cell.cell.row + 1, text=shown(cell.wide, 24),
                over_zi=cell.over / zi, width_zi=self.across(cell.cell) / zi,
            )
            for (column, _), cell in sorted(worst.items(), key=lambda pair: pair[0])
        ]  # fmt: skip

    def across(self, cell: RCell) -> float:
        """The width of a cell."""
        over = self.widths[cell.column : cell.column + cell.columns]
        return sum(over) + self.gap * (cell.columns - 1)


def _planned(setter: Setter, table: RTable, width: float, grid: Grid, node: str) -> _Plan:
    """The table set in `width` points."""
    leading = table.leading or grid.pitch
    lines = CellLines(setter)
    cells = [measured(lines, cell, leading) for cell in table.cells]
    sides = _sides(table, cells)
    asks = [ColumnAsk(column.width, column.share) for column in table.columns]
    room = width - table.whites
    natural = [(c.cell.column, c.cell.columns, c.natural(sides[c.cell.column])) for c in cells]
    widths = natural_widths(asks, natural, room, table.gap)
    if widths is None:
        needs = [need_of(setter, cell, sides[cell.cell.column]) for cell in cells]
        widths = column_widths(asks, needs, room, table.gap)
    between = len(widths) - (0 if table.framed else 1)
    free = width - sum(widths)
    # What stated widths leave widens the white between the columns.
    gap = max(table.gap, free / between) if between else table.gap
    plan = _Plan(
        over=(), over_lines=0, notes=(), notes_lines=0, widths=tuple(widths), gap=gap, cells=(),
        spreads=(), tops=(), leading=leading, diagnostics=(),
    )  # fmt: skip
    done = [
        set_cell(setter, cell, plan.across(cell.cell), sides[cell.cell.column]) for cell in cells
    ]
    spreads = [CellDepth(cell.cell.row, cell.cell.rows, cell.depth) for cell in done]
    depths = row_depths(table.rows, spreads)
    found = [d for cell in done for d in cell.diagnostics]
    around = _Around(setter=setter, width=width, grid=grid, node=node, diagnostics=found)
    over, over_lines = around.over(table)
    notes, notes_lines = around.notes(table)
    return replace(
        plan,
        over=tuple(over),
        over_lines=over_lines,
        notes=tuple(notes),
        notes_lines=notes_lines,
        cells=tuple(done),
        spreads=tuple(spreads),
        tops=tuple(row_tops(depths, leading, table.air)),
        diagnostics=tuple(found),
    )


def _node(node: str, number: int, table: RTable) -> str:
    """What a cell is called: cells of one row are no line of words together."""
    part = "head" if table.cells[number].row < table.header else "cell"
    return f"{node}#{part}{number + 1}"


def _sides(table: RTable, cells: Sequence[Measured]) -> list[tuple[float, float]]:
    """For each column what its figures have to the left and right of their point."""
    own: list[list[Measured]] = [[] for _ in table.columns]
    for cell in cells:
        own[cell.cell.column].append(cell)
    return [sides_of(each) for each in own]


# Over and under the rows


@record
class _Around:
    """Sets what stands over and under the rows; what is to be told of it goes to `diagnostics`."""

    setter: Setter
    width: float
    grid: Grid
    node: str
    diagnostics: list[Diagnostic]

    def over(self, table: RTable) -> tuple[list[PlacedLine], int]:
        """The title and the unit, and the lines of the grid that they take. The unit stands on the
        title's line where it has room there."""
        items: list[PlacedLine] = []
        lines = 0
        right = baseline = 0.0
        width, pitch = self.width, self.grid.pitch
        if table.title is not None:
            title = self.setter.display(table.title, width)
            self.diagnostics.extend(title.diagnostics)
            lines = whole_up(title.height * (1 + TITLE_AIR) / pitch)
            top = (lines * pitch - title.height) / 2
            x = share(title.style.align) * (width - title.width)
            items.append(title.at(x, top, title.width, f"{self.node}#title"))
            right, baseline = x + title.width, top + EM_ASCENT * title.height
        if table.unit is not None:
            unit = self.setter.display(table.unit, width)
            self.diagnostics.extend(unit.diagnostics)
            if not lines or not fits(right + BESIDE * unit.height + unit.width, width):
                lines += max(1, whole_up(unit.height / pitch))
                baseline = (lines - 1) * pitch + self.grid.baseline
            top = baseline - EM_ASCENT * unit.height
            items.append(unit.at(width - unit.width, top, unit.width, f"{self.node}#unit"))
        return items, lines

    def notes(self, table: RTable) -> tuple[list[PlacedLine], int]:
        """The notes, each from a line of the grid on, and the lines of the grid that they take."""
        items: list[PlacedLine] = []
        lines = 0
        pitch = self.grid.pitch
        for note in table.notes:
            leading = note.style.leading or pitch
            own, _, told = lined(self.setter, note, self.width, leading, f"{self.node}#note")
            self.diagnostics.extend(told)
            top = lines * pitch + self.grid.baseline - EM_ASCENT * note.style.size
            items += [replace(line, baseline=line.baseline + top) for line in own]
            lines += whole_up(len(own) * leading / pitch)
        return items, lines


# The rows


def _rows(
    table: RTable,
    plan: _Plan,
    corner: tuple[float, float],
    *,
    count: int,
    grid: Grid,
    block: RBlock,
) -> list[PlacedItem]:
    """The first `count` rows: their tints, their rules, their words."""
    if not count:
        return []
    left, top = corner
    edge = plan.gap / 2 if table.framed else 0.0
    first = left + edge
    inside = [first + plan.left(c) - plan.gap / 2 for c in range(1, len(plan.widths))]
    sunk = _sunk(table, plan, grid)
    ys = [top + y + sunk for y in plan.tops[: count + 1]]
    ys[0] = top + rules.reach(table.rules.top)
    ys[-1] = top + plan.tops[count] + _foot(table, sunk, under=bool(plan.notes))
    lines = TableLines(xs=(left, *inside, first + plan.width + edge), ys=ys, inset=plan.gap / 2)
    items: list[PlacedItem] = [*tints(table, lines, block.id), *ruling(table, lines, block.id)]
    base = _base(table, plan, grid)
    lefts = [first + plan.left(column) for column in range(len(plan.widths))]
    for number, cell in enumerate(plan.cells):
        own = cell.cell
        if own.row >= count:
            continue
        y = top + plan.tops[own.row]
        high = plan.tops[own.row + own.rows] - plan.tops[own.row]
        free = high - cell.depth * plan.leading
        y += free / 2 if table.valign == "middle" else table.air / 2
        step = cell.step * plan.leading
        at = base
        if cell.step > 1:  # in the middle of its lines
            size = cell.lines[0].style.size
            at = (step - size) / 2 + EM_ASCENT * size
        node = _node(block.id, number, table)
        x = lefts[own.column]
        for k, line in enumerate(cell.lines):
            items.append(
                PlacedLine(
                    items=line.items, line=line.line, style=line.style, x=line.x + x,
                    baseline=y + at + k * step, measure=line.measure, node=node,
                )
            )  # fmt: skip
    return items


def _base(table: RTable, plan: _Plan, grid: Grid) -> float:
    """From the top of a line of the table to its baseline: that of the grid where lines are its."""
    if not table.leading:
        return grid.baseline
    return _middle(table, plan)


def _middle(table: RTable, plan: _Plan) -> float:
    """The baseline of type that stands in the middle of its line."""
    return (plan.leading - table.size) / 2 + EM_ASCENT * table.size


def _sunk(table: RTable, plan: _Plan, grid: Grid) -> float:
    """How far type on the grid's baselines stands below the middle of its lines, and so the rules
    between rows below their boundaries."""
    return max(0.0, _base(table, plan, grid) - _middle(table, plan))


def _foot(table: RTable, sunk: float, *, under: bool) -> float:
    """How far below the last row the rule under it stands: clear of its descenders. Where nothing
    of the table is `under` it, it reaches hardly out of its block."""
    down = max(sunk, CLEAR)
    return down if under else min(down, max(0.0, MOST_OUT - rules.reach(table.rules.bottom)))


# What is told


def _head(table: RTable, column: int) -> str:
    """The words at the head of a column, for messages."""
    own = [
        cell for cell in table.cells
        if cell.row < max(1, table.header) and cell.column <= column < cell.column + cell.columns
    ]  # fmt: skip
    return shown(_words(own[-1]), NAMED + 4) if own else ""


def _words(cell: RCell) -> str:
    return "".join(line.text for line in cell.lines)


def _too_deep(
    table: RTable, plan: _Plan, block: RBlock, *, count: int, room: float, pitch: float
) -> Diagnostic:
    """An error for rows that have no room, in lines of the grid and rows."""
    need = whole_up(plan.tops[-1] / pitch)
    has = whole_down(room / pitch)  # below 0 where title and notes take more than there is
    first = next((cell for cell in table.cells if cell.row == count and _words(cell)), None)
    around = plan.over_lines + plan.notes_lines
    return error(
        "TABLE-DEEP.rows", block.place, block=block.id, rows=table.rows - count, of=table.rows,
        first=count + 1, text=shown(_words(first), NAMED + 4) if first else "",
        need_lines=need + around, room_lines=has + around, over_lines=need - has,
        around=said("part.table-around", lines=around) if around else "",
    )  # fmt: skip
