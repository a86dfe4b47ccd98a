"""Rows of cells as a file has them, and how many a table may have."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error
from layout.record import record
from layout.words.said import said

MOST_ROWS: Final = 500
"""Rows that a page of the largest sheet holds four times over."""
MOST_COLUMNS: Final = 40
MOST_CELL: Final = 2000
"""Characters of a cell; a longer text is a story."""
MOST_RAGGED: Final = 10
"""Rows with another number of cells that are told one by one."""


@record
class SourceRow:
    """The cells of a row, each a text that may have line ends, and where it begins."""

    cells: tuple[str, ...]
    place: Place


@record
class SourceRows:
    """The rows of a file. `aligns` are those of a Markdown table's second row: empty where it says
    nothing, and in CSV. `headed` says whether the first row is a head by the file's own telling."""

    rows: tuple[SourceRow, ...]
    aligns: tuple[str, ...] = ()
    headed: bool | None = None
    remarks: tuple[Diagnostic, ...] = ()


def checked_row(number: int, cells: list[str], place: Place) -> SourceRow:
    """A row of a table, its number counted from 1. Raises `StopError` where a table may not be so
    large: reading stops there, whatever follows."""
    if number > MOST_ROWS:
        raise StopError([error("TABLE-LARGE.rows", place, most=MOST_ROWS)])
    if len(cells) > MOST_COLUMNS:
        told = said("TABLE-LARGE.columns", row=number, cells=len(cells), most=MOST_COLUMNS)
        raise StopError([error(told, place)])
    for column, text in enumerate(cells, 1):
        if len(text) > MOST_CELL:
            told = said(
                "TABLE-LARGE.cell", row=number, column=column, characters=len(text), most=MOST_CELL
            )
            raise StopError([error(told, place)])
    return SourceRow(cells=tuple([trimmed(text) for text in cells]), place=place)


def trimmed(text: str) -> str:
    """A cell without the blanks round it; full ones before its words are an indent and stay."""
    if text.isalnum():  # as most cells are
        return text
    rows = [row.strip(" \t\xa0").rstrip("\u3000 ") for row in text.splitlines()]
    while rows and not rows[-1]:
        rows.pop()
    while rows and not rows[0]:
        rows.pop(0)
    return "\n".join(rows)


def ragged(rows: tuple[SourceRow, ...], columns: int) -> list[Diagnostic]:
    """An error for each row that has more or fewer cells than `columns`."""
    odd = [(n, row) for n, row in enumerate(rows, 1) if len(row.cells) != columns]
    found = [
        error("TABLE-RAGGED.row", row.place, row=n, cells=len(row.cells), columns=columns)
        for n, row in odd[:MOST_RAGGED]
    ]
    if len(odd) > MOST_RAGGED:
        place = odd[MOST_RAGGED][1].place
        found.append(error("TABLE-RAGGED.more", place, rows=len(odd) - MOST_RAGGED))
    return found
