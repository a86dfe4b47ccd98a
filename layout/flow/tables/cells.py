"""The cells of a table: their words measured, and set in the width of their columns."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from layout.diagnostics import Diagnostic
from layout.flow.tables.lines import CellLines
from layout.flow.tables.widths import CellNeed
from layout.flow.type.align import share
from layout.flow.type.linefaults import line_faults
from layout.flow.type.setter import DisplayLine, Setter
from layout.flow.type.voices import Voices
from layout.inline.items import Items
from layout.inline.justify import natural_line
from layout.inline.line import CUT, LOOSE, OVER, PARTED, RAGGED, SHORT, SetLine
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RCell, StyledText
from layout.units import EPS_PT, fits, whole_up

OPEN: Final = (LOOSE, RAGGED, SHORT)
"""Reasons for which a line of a wide cell stays as long as it is by nature."""
TORN: Final = (CUT, OVER, PARTED)
"""Reasons of a line whose words are wider than the cell: they are parted where nothing may be."""
UNTOLD: Final = (
    "LOOSE.gaps", "LOOSE.no-place", "LOOSE.address", "LINE-WIDE.squeezed", "KINSOKU.word-cut",
    "KINSOKU.parted",
)  # fmt: skip
"""What a line of a cell has no fault of, or what is told of its column."""
JUSTIFIED_EM: Final = 12.0
"""From this width on, in em of its type, the lines of a cell fill it, as those of a story do."""
SHAVED: Final = 0.02
"""Of its size, that type may be higher than the leading and still take one line of it."""

Sides = tuple[float, float]
"""Points to the left and to the right of a decimal point."""


class Measured(NamedTuple):
    """A cell with its lines as long as they are. `points` says where in them the decimal point of
    a figure is, in points from its left, None where there is no figure or no column of them."""

    cell: RCell
    lines: tuple[DisplayLine, ...]
    points: tuple[float | None, ...]
    step: int  # lines of the leading that one of it takes

    @property
    def indent(self) -> float:
        """Points before its words."""
        style = self.lines[0].style
        return self.cell.indent * style.size * style.h_scale

    def natural(self, sides: Sides) -> float:
        """Its width where no line is broken; figures are as wide as all of their column are."""
        wide = max(
            line.width if point is None else sum(sides)
            for line, point in zip(self.lines, self.points, strict=True)
        )
        return wide + self.indent if self.cell.indent else wide


def measured(lines: CellLines, cell: RCell, leading: float) -> Measured:
    """A cell measured; `leading` is that of the table, in points."""
    own = tuple([lines.of(line) for line in cell.lines])
    points: tuple[float | None, ...] = (None,) * len(own)
    if cell.align == "point" and cell.columns == 1:
        points = tuple(map(_point, cell.points, cell.lines, own))
    size = own[0].style.size
    step = 1 if size <= leading else max(1, whole_up(size * (1 - SHAVED) / leading))
    return Measured(cell, own, points, step)


def _point(at: int | None, words: StyledText, line: DisplayLine) -> float | None:
    """How far from its left a figure's decimal point stands, which is before its character `at`."""
    if at is None or at == len(words.text):
        return line.width if at is not None else None
    scale = line.style.size * line.style.h_scale / 1000
    for x, token, offset in zip(line.line.xs, line.items.tokens, line.items.offsets, strict=True):
        if offset == at:
            return x * scale
        for _, _, along, char, _ in token.pieces:
            if offset + char >= at:
                return (x + along) * scale
    return line.width


def sides_of(cells: Sequence[Measured]) -> Sides:
    """The most points that figures of a column have to the left and to the right of their point."""
    left = right = 0.0
    for cell in cells:
        for line, point in zip(cell.lines, cell.points, strict=True):
            if point is not None:
                left, right = max(left, point), max(right, line.width - point)
    return left, right


def need_of(setter: Setter, cell: Measured, sides: Sides) -> CellNeed:
    """What the widths of the columns must know of a cell. In a column ranged on the point figures
    are as wide as the `sides` of all of them."""
    own = cell.cell
    indent = cell.indent
    lines: list[list[tuple[float, float]]] = []
    for k, (line, point) in enumerate(zip(cell.lines, cell.points, strict=True)):
        if point is not None:
            lines.append([(0.0, sum(sides))])
        elif own.points[k] is not None or not line.items.count:
            lines.append([(0.0, line.width + indent)])
        else:
            lines.append(_pieces(setter, own.lines[k], indent))
    return CellNeed(
        row=own.row, column=own.column, lines=lines, rows=own.rows, columns=own.columns,
        step=cell.step,
    )  # fmt: skip


def _pieces(setter: Setter, words: StyledText, indent: float) -> list[tuple[float, float]]:
    """The pieces of a text between the places where a line may end; each line has the indent."""
    items, scale = setter.unbroken(words), words.style.size * words.style.h_scale / 1000
    out = []
    first = 0
    for last in items.ends:
        out.append((items.start[first] * scale, items.end[last] * scale + indent))
        first = last + 1
    return out


class CellLine(NamedTuple):
    """A line of a cell, `x` points from the cell's left."""

    x: float
    items: Items
    line: SetLine
    style: TextStyle
    measure: float


class SetCell(NamedTuple):
    """A cell set: its lines, and lines of the leading that one of them takes. `over` is how many
    points `wide`, the widest of its words that nothing parts, stands out of it."""

    cell: RCell
    lines: Sequence[CellLine]
    step: int
    over: float
    wide: str
    diagnostics: Sequence[Diagnostic]

    @property
    def depth(self) -> int:
        """Lines of the table's leading that it takes."""
        return self.step * len(self.lines)


def set_cell(setter: Setter, cell: Measured, width: float, sides: Sides) -> SetCell:
    """A cell in `width` points. Figures in a column ranged on the point stand together in its
    middle, `sides` points wide at most to the left and right of it."""
    own = cell.cell
    indent = cell.indent if own.indent else 0.0
    room = width - indent
    lines: list[CellLine] = []
    found: list[Diagnostic] = []
    over, wide = 0.0, ""
    for k, (line, point) in enumerate(zip(cell.lines, cell.points, strict=True)):
        found += line.diagnostics
        has_room = fits(line.width, room)
        if has_room or own.points[k] is not None:
            x = max(_left(own.align, width, line.width, point, sides), indent)
            lines.append(CellLine(x, line.items, line.line, line.style, line.width))
            out = 0.0 if has_room else line.width - room
        else:
            broken, told = _broken(setter, own.lines[k], room)
            found += told
            for part in broken:
                x = indent + (max(0.0, room - part.measure) if own.align == "right" else 0.0)
                lines.append(part._replace(x=x))
            torn = any(reason in TORN for part in broken for reason in part.line.reasons)
            pieces = _pieces(setter, own.lines[k], 0.0) if torn else []
            out = max((end - begin for begin, end in pieces), default=0.0) - room
        if out > max(over, EPS_PT):
            over, wide = out, own.lines[k].text
    return SetCell(own, lines, cell.step, over, wide, found)


def _left(align: str, width: float, line: float, point: float | None, sides: Sides) -> float:
    """The left edge of a line that has room in its cell."""
    if align != "point":
        return share(align) * (width - line)
    if point is None:
        return (width - line) / 2
    return (width - sum(sides)) / 2 + sides[0] - point


def _broken(
    setter: Setter, words: StyledText, room: float
) -> tuple[list[CellLine], list[Diagnostic]]:
    """A text in as many lines as it needs, at 0: one that would open to fill its measure stays as
    it is. `measure` is how wide each is; and what is to be told of them."""
    style = words.style
    paragraph = words.paragraph
    done = setter.paragraph(paragraph, style, Voices.of_words(words), max(room, style.size))
    em = style.size * style.h_scale / 1000
    out = []
    for line in done.lines:
        opened = room < JUSTIFIED_EM * em * 1000 and line.tier.startswith("stretch")
        if opened or any(reason in OPEN for reason in line.reasons):
            line = _as_it_is(done.items, line)  # noqa: PLW2901
        out.append(CellLine(0.0, done.items, line, style, line.width * em))
    return out, [d for d in line_faults(paragraph, done) if d.said.key not in UNTOLD]


def _as_it_is(items: Items, line: SetLine) -> SetLine:
    """A line with its gaps as they are by nature; one that ends in a hyphen stays."""
    if line.hyphen or line.hung:
        return line
    return natural_line(items, line.first, line.last, is_last=line.is_last)
