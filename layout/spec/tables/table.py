"""A table as its file has it: cells in reading order, those joined that say so.

| 届次 | 成绩 | <<   |        届次 │ 成绩
| ^^   | 男   | 女   |             ├──┬──
| 一   | 3    | 4    |             │男│女

`<<` belongs to the cell at its left, `^^` to the one above.
"""

from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error, shown, warning
from layout.record import record
from layout.spec.reader.chars import decode
from layout.spec.tables.rows import SourceRow, SourceRows, ragged
from layout.words.said import said

LEFT: Final = "<<"
ABOVE: Final = "^^"
_SLIPS: Final = {"<": LEFT, "^": ABOVE, "《《": LEFT, "＜＜": LEFT, "＾＾": ABOVE, "〈〈": LEFT}
"""What may have been meant for a sign of joined cells."""
_MARKDOWN: Final = ("md", "markdown")
_SIGNS: Final = {"csv": ",", "tsv": "\t"}
_KINDS: Final = (*_SIGNS, "md")


@record
class TableCell:
    """A cell: where it begins, counted from 0, how far it goes, its words and their place."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    place: Place


@record
class Table:
    """A table as written. `aligns` has an entry a column, empty where the file says nothing."""

    file: str
    rows: int
    columns: int
    cells: tuple[TableCell, ...]
    aligns: tuple[str, ...]
    headed: bool | None = None
    remarks: tuple[Diagnostic, ...] = ()


def parse_table(data: bytes, file: str) -> Table:
    """The table in a file, Markdown or CSV by the end of its name. Raises `StopError`."""
    kind = file.rpartition(".")[2].lower()
    if kind not in _SIGNS and kind not in _MARKDOWN:
        excel = said("part.save-as-csv") if kind in ("xls", "xlsx", "et", "ods", "numbers") else ""
        told = said("TABLE-FILE.kind", file=shown(file), kinds=_KINDS, hint=excel)
        raise StopError([error(told, Place(file))])
    text = decode(data, file)
    if kind in _MARKDOWN:
        from layout.spec.tables.piped import piped_rows

        read = piped_rows(text, file)
    else:
        from layout.spec.tables.separated import separated_rows

        read = separated_rows(text, file, _SIGNS[kind])
    return _table(read, file)


def _table(read: SourceRows, file: str) -> Table:
    rows = read.rows
    if not any(any(row.cells) for row in rows):
        raise StopError([error("TABLE-EMPTY.file", Place(file))])
    columns = len(rows[0].cells)
    found = ragged(rows, columns)
    if found:
        raise StopError(found)
    cells, found = _joined(rows, columns)
    if any(d.severity == "error" for d in found):
        raise StopError(found)
    return Table(
        file=file,
        rows=len(rows),
        columns=columns,
        cells=tuple(cells),
        aligns=read.aligns or ("",) * columns,
        headed=read.headed,
        remarks=(*read.remarks, *found),
    )


def _joined(rows: tuple[SourceRow, ...], columns: int) -> tuple[list[TableCell], list[Diagnostic]]:
    """The cells of rows that are all of one length, and what is wrong with those joined."""
    if not any(sign in row.cells for row in rows for sign in (LEFT, ABOVE, *_SLIPS)):
        return [
            TableCell(row=r, column=c, rows=1, columns=1, text=text, place=row.place)
            for r, row in enumerate(rows)
            for c, text in enumerate(row.cells)
        ], []
    found: list[Diagnostic] = []
    owners: list[list[tuple[int, int]]] = []
    for r, row in enumerate(rows):
        own: list[tuple[int, int]] = []
        for c, text in enumerate(row.cells):
            owner = (r, c)
            if text == LEFT and c:
                owner = own[c - 1]
            elif text == ABOVE and r:
                owner = owners[r - 1][c]
            elif text in (LEFT, ABOVE):
                key = "TABLE-SPAN.no-left" if text == LEFT else "TABLE-SPAN.no-above"
                found.append(error(key, row.place, row=r + 1, column=c + 1))
            elif text in _SLIPS:
                told = said(
                    "TABLE-SPAN.slip", row=r + 1, column=c + 1, text=text, sign=_SLIPS[text]
                )
                found.append(warning(told, row.place))
            own.append(owner)
        owners.append(own)
    parts: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for r, own in enumerate(owners):
        for c, owner in enumerate(own):
            parts.setdefault(owner, []).append((r, c))
    cells = []
    for (r, c), held in parts.items():
        deep = max(at for at, _ in held) - r + 1
        wide = max(at for _, at in held) - c + 1
        place = rows[r].place
        if deep * wide != len(held) or min(at for _, at in held) < c:
            found.append(
                error(
                    "TABLE-SPAN.shape", place, row=r + 1, column=c + 1,
                    text=shown(rows[r].cells[c], 20), cells=len(held), rows=deep, columns=wide,
                )
            )  # fmt: skip
        cells.append(
            TableCell(row=r, column=c, rows=deep, columns=wide, text=rows[r].cells[c], place=place)
        )
    return sorted(cells, key=lambda cell: (cell.row, cell.column)), found
