"""Tables resolved: cells in their styles, how columns are ranged and how wide they are, rules."""

from collections.abc import Sequence
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, Place, error, warning
from layout.geometry import Rect
from layout.record import record
from layout.spec.model.furniture import TableBlock
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import AUTO, CHARACTERS, SHARE, Length, Width
from layout.spec.resolve.defaults import Rule, TextStyle
from layout.spec.resolve.resolved import (
    RCell,
    RColumn,
    RTable,
    RTableRules,
    StyledText,
    striped,
)
from layout.spec.resolve.reversal import on_ground
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import IDEOGRAPHIC_SPACE, Texts
from layout.spec.resolve.wording import worded
from layout.spec.tables.figures import NOTHING, point_of
from layout.spec.tables.table import Table, TableCell
from layout.units import ROUNDING, fits
from layout.words.said import Value, said

GAP_ZI: Final = 1.0
"""字 of white between the words of two columns."""
SPARE_ZI: Final = 1.0
"""字 that stated widths may leave without a word: they widen the white between the columns."""
_SETS: Final[dict[str, dict[str, str]]] = {
    "three": {"top": "thick", "head": "thin", "bottom": "thick"},
    "rows": {"top": "thick", "head": "thin", "rows": "thin", "bottom": "thick"},
    "all": {
        "top": "thin", "head": "thin", "rows": "thin", "columns": "thin", "bottom": "thin",
        "sides": "thin",
    },
    "none": {},
}  # fmt: skip
"""Sets of rules by name, with the built-in rule at each place; a place without one has none."""


def resolve_table(
    block: TableBlock,
    table: Table,
    inner: Rect | None,
    *,
    sheet: Sheet,
    styles: Styles,
    texts: Texts,
    faults: list[Diagnostic],
) -> RTable | None:
    """A table in the room `inner`; None, with faults, where it can be none."""
    header = block.header if block.header is not None else int(table.headed is not False)
    before = len(faults)
    _check(block, table, header, faults)
    if len(faults) > before:
        return None
    body, head = styles.named(block.style, "table"), styles.named(block.header_style, "table-head")
    fills = [
        styles.color(fill) if fill is not None else None
        for fill in (block.header_fill, block.stripe_fill)
    ]
    looks = (
        _CellLook(style=head, fill=fills[0], styles=styles, reverse=block.reverse),
        _CellLook(style=body, fill=fills[1], styles=styles, reverse=block.reverse),
    )
    gap = sheet.points(block.gap) if block.gap is not None else GAP_ZI * sheet.body_size
    made = RTable(
        file=table.file,
        rows=table.rows,
        header=header,
        columns=_columns(block, table, body, sheet),
        cells=_cells(block, table, header, looks),
        size=body.size,
        zi=body.size * body.h_scale,
        gap=gap,
        leading=_leading(block.leading, body, sheet),
        air=sheet.points(block.air) if block.air is not None else 0.0,
        valign=block.valign,
        rules=_rules(block, styles),
        title=texts.line(block.title, "table-title") if block.title is not None else None,
        unit=texts.line(block.unit, "table-note") if block.unit is not None else None,
        notes=tuple([texts.line(note, "table-note") for note in block.notes]),
        header_fill=fills[0],
        stripe_fill=fills[1],
        stands_in=block.stands_in,
        place=block.place_of("table"),
    )
    if inner is not None:
        _check_widths(block, made, inner.width, faults)
    return made


# What cannot be


def _check(block: TableBlock, table: Table, header: int, faults: list[Diagnostic]) -> None:
    """A header that leaves no row, cells joined across its rule, widths of other columns."""
    if header >= table.rows:
        told = said("TABLE-EMPTY.body", file=table.file, header=header, rows=table.rows)
        faults.append(error(told, block.place_of("header")))
    for cell in table.cells:
        if cell.row < header < cell.row + cell.rows:
            told = said(
                "TABLE-SPAN.header", row=cell.row + 1, column=cell.column + 1, header=header
            )
            faults.append(error(told, cell.place))
    for key in ("widths", "align"):
        given = len(getattr(block, key))
        if given > 1 and given != table.columns:
            told = said(
                "TABLE-COLUMNS.count", path=key, given=given, file=table.file,
                columns=table.columns,
            )  # fmt: skip
            faults.append(error(told, block.places[key]))


def _check_widths(block: TableBlock, table: RTable, room: float, faults: list[Diagnostic]) -> None:
    """Stated widths that are more than the room, or less where no column takes what is left."""
    given = [column.width for column in table.columns if column.width is not None]
    if not given:
        return
    zi, open_ones = table.zi, len(table.columns) - len(given)
    need = sum(given) + table.whites
    facts: dict[str, Value] = {
        "path": "widths", "width_zi": sum(given) / zi, "white_zi": table.whites / zi,
        "room_zi": room / zi,
    }  # fmt: skip
    place = block.places["widths"]
    if not fits(need, room) or (open_ones and not room - need > ROUNDING):
        told = said("TABLE-WIDTHS.over", over_zi=(need - room) / zi, **facts)
        if open_ones:
            told = said("TABLE-WIDTHS.no-rest", columns=open_ones, **facts)
        faults.append(error(told, place))
    elif not open_ones and room - need > SPARE_ZI * zi:
        told = said("TABLE-WIDTHS.under", spare_zi=(room - need) / zi, **facts)
        faults.append(warning(told, place))


# Columns and cells


def _columns(block: TableBlock, table: Table, body: TextStyle, sheet: Sheet) -> tuple[RColumn, ...]:
    given = block.widths or (Width(0.0, AUTO),)
    if len(given) == 1:
        given *= table.columns
    return tuple([_column(width, body, sheet) for width in given])


def _column(width: Width, body: TextStyle, sheet: Sheet) -> RColumn:
    if width.unit == AUTO:
        return RColumn()
    if width.unit == SHARE:
        return RColumn(share=width.value)
    if width.unit == CHARACTERS:
        return RColumn(width=width.value * body.size * body.h_scale)
    return RColumn(width=sheet.points(Length(width.value, width.unit)))


@record
class _CellLook:
    """How cells are set: those of the header, or of the body with the tint of every other row."""

    style: TextStyle
    fill: Color | None
    styles: Styles
    reverse: bool | None

    def words(self, text: str, place: Place, fill: Color | None) -> StyledText:
        """A line of a cell, reversed where its own tint is dark."""
        line = worded(text, self.style, place, self.styles)
        if fill is None:
            return line
        return on_ground(line, fill, self.styles.colored, self.reverse)


def _cells(
    block: TableBlock, table: Table, header: int, looks: tuple[_CellLook, _CellLook]
) -> tuple[RCell, ...]:
    words: list[tuple[StyledText, ...]] = []
    points: list[tuple[int | None, ...]] = []
    fills: list[Color | None] = []
    for cell in table.cells:
        heads = cell.row < header
        look = looks[0] if heads else looks[1]
        fill = look.fill if heads or striped(cell.row, header) else None
        rows = [row.lstrip(IDEOGRAPHIC_SPACE) for row in cell.text.split("\n")]
        own = tuple([look.words(row, cell.place, fill) for row in rows])
        words.append(own)
        points.append(tuple([point_of(line.text) for line in own]))
        fills.append(fill)
    aligns = _aligns(block, table, header, points)
    out = []
    for cell, own, at, fill in zip(table.cells, words, points, fills, strict=True):
        heads = cell.row < header
        align = _over(looks[0].style.align, cell, aligns) if heads else aligns[cell.column]
        made = RCell(
            row=cell.row,
            column=cell.column,
            rows=cell.rows,
            columns=cell.columns,
            lines=own,
            points=at,
            align=align if align in ("center", "right", "point") else "left",
            indent=_indent(cell.text),
            fill=fill,
        )
        out.append(made)
    return tuple(out)


def _indent(text: str) -> float:
    """Full blanks before a cell's words."""
    if not text.startswith(IDEOGRAPHIC_SPACE):
        return 0.0
    row = text.partition("\n")[0]
    return float(len(row) - len(row.lstrip(IDEOGRAPHIC_SPACE)))


def _over(align: str, cell: TableCell, aligns: Sequence[str]) -> str:
    """How a cell of the header is ranged: in the middle, but over a column ranged right as that."""
    ranged = cell.columns == 1 and aligns[cell.column] == "right"
    return "right" if ranged and align == "center" else align


def _aligns(
    block: TableBlock, table: Table, header: int, points: Sequence[tuple[int | None, ...]]
) -> list[str]:
    """How the words of each column are ranged below the header. One of which nothing is said is
    ranged by its words: figures on their point."""
    given: Sequence[str] = block.align or ("auto",)
    if len(given) == 1:
        given = tuple(given) * table.columns
    figures = [0] * table.columns
    others = [0] * table.columns
    for cell, at in zip(table.cells, points, strict=True):
        if cell.row >= header and cell.columns == 1 and cell.text not in NOTHING:
            kinds = others if None in at else figures
            kinds[cell.column] += 1
    out = []
    for column, (asked, marked) in enumerate(zip(given, table.aligns, strict=True)):
        said_of = asked if asked != "auto" else marked
        by_words = "center" if column else "left"
        if figures[column] and not others[column]:
            by_words = "point"
        out.append(said_of or by_words)
    return out


# Lengths and rules


def _leading(length: Length | None, body: TextStyle, sheet: Sheet) -> float:
    """From line to line in points; 0 is the grid's."""
    if length is None or (length.unit == "lines" and length.value == 1):
        return 0.0
    return length.value * body.size if length.unit == "em" else sheet.points(length)


def _rules(block: TableBlock, styles: Styles) -> RTableRules:
    def rule(key: str) -> Rule:
        named: Name | None = getattr(block.ruling, key)
        return (
            styles.rule(named) if named is not None else _SETS[block.ruling.like].get(key, "none")
        )

    return RTableRules(
        top=rule("top"), head=rule("head"), rows=rule("rows"), columns=rule("columns"),
        bottom=rule("bottom"), sides=rule("sides"),
    )  # fmt: skip
