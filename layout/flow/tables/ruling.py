"""The rules and tints of a table: no rule goes through a cell over several rows or columns."""

from collections.abc import Iterator, Sequence

from layout.color import Color
from layout.display.items import Box
from layout.flow.rules import rules
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import RTable, striped

Drawn = rules.Drawn


@record
class TableLines:
    """Where rules stand: `xs` from the left edge to the right one, `ys` from the top to the foot of
    the last row that is drawn. `inset` is the white between a cell's edge and its words."""

    xs: Sequence[float]
    ys: Sequence[float]
    inset: float

    @property
    def rows(self) -> int:
        """Rows that are drawn."""
        return len(self.ys) - 1


def tints(table: RTable, lines: TableLines, node: str) -> Iterator[Box]:
    """The tints of the header and of every other row. A cell over several rows has that of its
    first one, all of it."""
    header = min(table.header, lines.rows)
    if table.header_fill is not None and header:
        yield _band(lines, (0, len(table.columns)), (0, header), table.header_fill, node)
    if table.stripe_fill is None:
        return
    owners = _owners(table) if any(cell.rows > 1 for cell in table.cells) else []
    for row in range(header, lines.rows):
        if striped(row, table.header):
            for across, after in _stretches(table, owners, row):
                yield _band(lines, across, (row, after), table.stripe_fill, node)


def _stretches(
    table: RTable, owners: Sequence[Sequence[int]], row: int
) -> Iterator[tuple[tuple[int, int], int]]:
    """The columns of the cells that begin in a row, side by side as far as they end in one, and
    the row after their last."""
    if not owners:
        yield (0, len(table.columns)), row + 1
        return
    first = 0
    ends = [
        cell.row + cell.rows if cell.row == row else 0
        for cell in (table.cells[number] for number in owners[row])
    ]
    for column in range(1, len(ends) + 1):
        if column == len(ends) or ends[column] != ends[first]:
            if ends[first]:
                yield (first, column), ends[first]
            first = column


def _band(
    lines: TableLines, across: tuple[int, int], down: tuple[int, int], fill: Color, node: str
) -> Box:
    left, top = lines.xs[across[0]], lines.ys[down[0]]
    rect = Rect(left, top, lines.xs[across[1]] - left, lines.ys[down[1]] - top)
    return Box(rect=rect, fill=fill, node=node, role="tint")


def ruling(table: RTable, lines: TableLines, node: str) -> list[Drawn]:
    """The rules, from the top down, then those that run down from the left."""
    owners = _owners(table)
    xs, ys, own = lines.xs, lines.ys, table.rules
    wide = xs[-1] - xs[0]
    out = list(rules.horizontal(own.top, xs[0], ys[0], wide, node))
    for row in range(1, lines.rows):
        head = row == table.header
        rule = own.head if head else own.rows
        if rule != "none":
            for first, after in _runs(owners[row - 1], owners[row]):
                out += rules.horizontal(rule, xs[first], ys[row], xs[after] - xs[first], node)
        elif row < table.header:
            out += _under_heads(table, lines, row, node)
    out += rules.horizontal(own.bottom, xs[0], ys[-1], wide, node, flip=True)
    if own.columns != "none":
        for column in range(1, len(xs) - 1):
            left = [row[column - 1] for row in owners[: lines.rows]]
            right = [row[column] for row in owners[: lines.rows]]
            for first, after in _runs(left, right):
                high = ys[after] - ys[first]
                out += rules.vertical(own.columns, xs[column], ys[first], high, node)
    in_by = rules.reach(own.sides)
    high = ys[-1] - ys[0]
    out += rules.vertical(own.sides, xs[0] + in_by, ys[0], high, node)
    out += rules.vertical(own.sides, xs[-1] - in_by, ys[0], high, node, flip=True)
    return out


def _under_heads(table: RTable, lines: TableLines, row: int, node: str) -> Iterator[Drawn]:
    """The rule of the header under each of its cells over several columns: which columns it is the
    head of is told by nothing else."""
    for cell in table.cells:
        if cell.columns > 1 and cell.row + cell.rows == row:
            left = lines.xs[cell.column] + lines.inset
            right = lines.xs[cell.column + cell.columns] - lines.inset
            yield from rules.horizontal(table.rules.head, left, lines.ys[row], right - left, node)


def _owners(table: RTable) -> list[list[int]]:
    """The number of the cell that each place of the table belongs to."""
    owners = [[-1] * len(table.columns) for _ in range(table.rows)]
    for number, cell in enumerate(table.cells):
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                owners[row][column] = number
    return owners


def _runs(one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches in which places on either side of a boundary belong to different cells."""
    first: int | None = None
    for at, (a, b) in enumerate(zip((*one, 0), (*other, 0), strict=True)):
        parted = a != b
        if parted and first is None:
            first = at
        elif not parted and first is not None:
            yield first, at
            first = None
