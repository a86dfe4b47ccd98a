"""Rows of a CSV: cells parted by commas, those with commas or line ends in quotes (RFC 4180)."""

import csv
import io
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error, info
from layout.spec.tables.rows import SourceRow, SourceRows, checked_row
from layout.words.said import said

_OTHER: Final = (
    ("\t", "part.cells-by-tab"),
    (";", "part.cells-by-semicolon"),
    ("，", "part.cells-by-full-comma"),
)
"""What cells may be parted by instead, with the keys of their names."""


def separated_rows(text: str, file: str, delimiter: str = ",") -> SourceRows:
    """The rows of a CSV; empty ones are none. Raises `StopError`: a quote that nothing closes, or
    more than a table may hold."""
    rows: list[SourceRow] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                rows.append(checked_row(len(rows) + 1, cells, Place(file, line)))
            line = reader.line_num + 1
    except csv.Error as exc:
        raise StopError([_misquoted(exc, Place(file, line))]) from exc
    other = _other_sign(rows, delimiter)
    if other:
        raise StopError([error("TABLE-SIGN.one-column", Place(file), sign=said(other))])
    remarks: list[Diagnostic] = []
    rows = _without_ghosts(rows, file, remarks)
    return SourceRows(rows=tuple(rows), remarks=tuple(remarks))


def _misquoted(exc: csv.Error, place: Place) -> Diagnostic:
    """What the reader of the library met; its words are English and name no line."""
    words = str(exc)
    if "limit" in words:
        return error("TABLE-LARGE.field", place)
    return error("TABLE-QUOTES.open" if "end of data" in words else "TABLE-QUOTES.after", place)


def _other_sign(rows: list[SourceRow], delimiter: str) -> str:
    """The key of what parts the cells of a table of one column that is none; empty where it is."""
    if not rows or any(len(row.cells) > 1 for row in rows):
        return ""
    texts = [row.cells[0] for row in rows]
    for sign, name in _OTHER:
        count = texts[0].count(sign)
        if sign != delimiter and count and all(text.count(sign) == count for text in texts):
            return name
    return ""


def _without_ghosts(rows: list[SourceRow], file: str, remarks: list[Diagnostic]) -> list[SourceRow]:
    """The rows without those at the end, and the columns, that a spreadsheet writes with nothing in
    them."""
    kept = list(rows)
    while kept and not any(kept[-1].cells):
        kept.pop()
    if len(kept) < len(rows):
        place = rows[len(kept)].place
        remarks.append(info("TABLE-BLANK.rows", place, rows=len(rows) - len(kept)))
    wide = {len(row.cells) for row in kept}
    if len(wide) != 1:
        return kept
    columns = wide.pop()
    used = max((n for row in kept for n, cell in enumerate(row.cells, 1) if cell), default=0)
    if used == columns:
        return kept
    remarks.append(info("TABLE-BLANK.columns", Place(file), columns=columns - used))
    return [SourceRow(cells=row.cells[:used], place=row.place) for row in kept]
