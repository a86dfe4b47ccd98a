"""The cells of a table: their words measured, and set in the width of their columns."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic
from layout.flow.placed import PlacedLine
from layout.flow.tables.widths import CellNeed
from layout.flow.type.align import share
from layout.flow.type.linefaults import line_faults
from layout.flow.type.setter import DisplayLine, Setter
from layout.flow.type.voices import Voices
from layout.inline.items import Items
from layout.inline.justify import natural_line
from layout.inline.line import CUT, LOOSE, OVER, PARTED, RAGGED, SHORT, SetLine
from layout.record import record, replace
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RCell, StyledText
from layout.spec.tables.figures import is_figure, point_of
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


@record
class Measured:
    """A cell with its lines as long as they are; `points` says where in them the decimal point of
    a figure is, in points from its left, None where there is no figure."""

    cell: RCell
    lines: tuple[DisplayLine, ...]
    points: tuple[float | None, ...]
    step: int

    @property
    def size(self) -> float:
        """Of its type, as wide as it is set."""
        return self.lines[0].style.size * self.lines[0].style.h_scale

    @property
    def indent(self) -> float:
        """Points before its words."""
        return self.cell.indent * self.size


def measured(setter: Setter, cell: RCell, leading: float) -> Measured:
    """A cell measured; `leading` is that of the table, in points."""
    lines = tuple([setter.display(line) for line in cell.lines])
    points = (None,) * len(lines)
    return Measured(
        cell=cell,
        lines=lines,
        points=tuple(map(_point, cell.lines, lines)) if cell.align == "point" else points,
        step=max(1, whole_up(lines[0].style.size * (1 - SHAVED) / leading)),
    )


def _point(words: StyledText, line: DisplayLine) -> float | None:
    """How far from its left a figure's decimal point stands."""
    at = point_of(words.text)
    if at is None:
        return None
    if at == len(words.text):
        return line.width
    scale = line.style.size * line.style.h_scale / 1000
    for x, token, offset in zip(line.line.xs, line.items.tokens, line.items.offsets, strict=True):
        if offset == at:
            return x * scale
        for _, _, along, char, _ in token.pieces:
            if offset + char >= at:
                return (x + along) * scale
    return line.width


def need_of(cell: Measured, sides: tuple[float, float] | None) -> CellNeed:
    """What the widths of the columns must know of a cell. In a column ranged on the point figures
    are as wide as the `sides` of all of them, left and right of it."""
    own = cell.cell
    lines: list[list[tuple[float, float]]] = []
    for words, line, point in zip(own.lines, cell.lines, cell.points, strict=True):
        if point is not None and sides is not None:
            lines.append([(0.0, sum(sides))])
        elif not line.items.count or is_figure(words.text):
            lines.append([(0.0, line.width + cell.indent)])
        else:
            lines.append(_pieces(line, cell.indent))
    return CellNeed(
        row=own.row, column=own.column, lines=lines, rows=own.rows, columns=own.columns,
        step=cell.step,
    )  # fmt: skip


def _pieces(line: DisplayLine, indent: float) -> list[tuple[float, float]]:
    """The pieces of a line between the places where it may end; each line has the indent."""
    items, scale = line.items, line.style.size * line.style.h_scale / 1000
    out = []
    first = 0
    for last in items.ends:
        out.append((items.start[first] * scale, items.end[last] * scale + indent))
        first = last + 1
    return out


def _widest(line: DisplayLine, *, figure: bool) -> float:
    """The width of the widest piece of a line, all of a figure."""
    if figure:
        return line.width
    return max((end - begin for begin, end in _pieces(line, 0.0)), default=0.0)


@record
class SetCell:
    """A cell set: its lines with their left edges from that of the cell, at baseline 0. `over` is
    how many points its widest line stands out of its width."""

    cell: RCell
    lines: tuple[PlacedLine, ...]
    step: int
    over: float
    wide: str  # what is too wide
    diagnostics: tuple[Diagnostic, ...]

    @property
    def depth(self) -> int:
        """Lines of the table's leading that it takes."""
        return self.step * len(self.lines)


def set_cell(
    setter: Setter, cell: Measured, width: float, sides: tuple[float, float], node: str
) -> SetCell:
    """A cell in `width` points. Figures in a column ranged on the point stand together in its
    middle, `sides` points wide at most to the left and right of it."""
    own = cell.cell
    lines: list[PlacedLine] = []
    found: list[Diagnostic] = []
    over, wide = 0.0, ""
    room = width - cell.indent
    for words, line, point in zip(own.lines, cell.lines, cell.points, strict=True):
        found += line.diagnostics
        whole = not line.items.count or is_figure(words.text)
        if whole or fits(line.width, room):
            x = _left(own.align, width, line.width, point, sides)
            lines.append(line.at(max(x, cell.indent), 0.0, line.width, node))
        else:
            x = cell.indent
            broken = _broken(setter, words, (x, room), node, found, right=own.align == "right")
            whole = any(reason in TORN for n in broken for reason in n.line.reasons)
            lines += broken
        out = _widest(line, figure=is_figure(words.text)) - room
        if whole and out > max(over, EPS_PT):
            over, wide = out, words.text
    lines = [replace(line, baseline=0.0) for line in lines]
    return SetCell(
        cell=own, lines=tuple(lines), step=cell.step, over=over, wide=wide,
        diagnostics=tuple(found),
    )  # fmt: skip


def _left(
    align: str, width: float, line: float, point: float | None, sides: tuple[float, float]
) -> float:
    """The left edge of a line that has room in its cell."""
    if align != "point":
        return share(align) * (width - line)
    if point is None:
        return (width - line) / 2
    return (width - sum(sides)) / 2 + sides[0] - point


def _broken(
    setter: Setter,
    words: StyledText,
    place: tuple[float, float],
    node: str,
    found: list[Diagnostic],
    *,
    right: bool,
) -> list[PlacedLine]:
    """A text in as many lines as it needs in its `place`, a left edge and a width: a line that
    would open to fill it stays as it is, the last one stands at the left, or at the `right`."""
    left, room = place
    style: TextStyle = words.style
    paragraph = words.paragraph
    done = setter.paragraph(paragraph, style, Voices.of(style), max(room, style.size))
    em = style.size * style.h_scale / 1000
    out = []
    for line in done.lines:
        opened = room < JUSTIFIED_EM * em * 1000 and line.tier.startswith("stretch")
        if opened or any(reason in OPEN for reason in line.reasons):
            line = _as_it_is(done.items, line)  # noqa: PLW2901
        free = max(0.0, room - line.width * em)
        x = left + (free if right else 0.0)
        out.append(
            PlacedLine(
                items=done.items, line=line, style=style, x=x, baseline=0.0, measure=room,
                node=node,
            )
        )  # fmt: skip
    found += [d for d in line_faults(paragraph, done) if d.said.key not in UNTOLD]
    return out


def _as_it_is(items: Items, line: SetLine) -> SetLine:
    """A line with its gaps as they are by nature; one that ends in a hyphen stays."""
    if line.hyphen or line.hung:
        return line
    return natural_line(items, line.first, line.last, is_last=line.is_last)


def sides_of(cells: Sequence[Measured]) -> tuple[float, float]:
    """The most points that figures of a column have to the left and to the right of their point."""
    left = right = 0.0
    for cell in cells:
        for line, point in zip(cell.lines, cell.points, strict=True):
            if point is not None:
                left, right = max(left, point), max(right, line.width - point)
    return left, right
