"""Rows of a pipe table in Markdown (GFM 4.10): `| a | b |`, under the first `| :-- | --: |`."""

import re
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error, shown
from layout.spec.reader.chars import text_rows
from layout.spec.tables.rows import SourceRow, SourceRows, checked_row
from layout.words.said import said

_MARK: Final = re.compile(r"(:?)-+(:?)")
_ALIGNS: Final = {(":", ""): "left", ("", ":"): "right", (":", ":"): "center", ("", ""): ""}
_BREAK: Final = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
"""How a line ends inside a cell: there is no other way to write it in such a table."""
_FULL_BAR: Final = "｜"


def piped_rows(text: str, file: str) -> SourceRows:
    """The rows of the one table that a Markdown file holds. Raises `StopError`."""
    rows = text_rows(text)
    used = [number for number, row in enumerate(rows) if row.strip()]
    if not used:
        return SourceRows(rows=())
    first, last = used[0], used[-1]
    for number in range(first, last + 1):
        if "|" not in rows[number]:
            raise StopError([_no_row(rows[number], number, file, begun=number > first)])
    aligns = _aligns(rows[first + 1]) if first < last else None
    if aligns is None:
        place = Place(file, first + 2)
        raise StopError([error("TABLE-MARKS.none", place, cells=len(_cells(rows[first])))])
    made: list[SourceRow] = []
    for number in (first, *range(first + 2, last + 1)):
        cells = [_BREAK.sub("\n", cell) for cell in _cells(rows[number])]
        made.append(checked_row(len(made) + 1, cells, Place(file, number + 1)))
    if len(aligns) != len(made[0].cells):
        told = said("TABLE-MARKS.count", marks=len(aligns), columns=len(made[0].cells))
        raise StopError([error(told, Place(file, first + 2))])
    headed = any(made[0].cells)
    return SourceRows(rows=tuple(made if headed else made[1:]), aligns=aligns, headed=headed)


def _no_row(row: str, number: int, file: str, *, begun: bool) -> Diagnostic:
    """What is told of a row without a bar."""
    place = Place(file, number + 1)
    if not row.strip():
        return error("TABLE-TEXT.blank", place)
    hint = said("part.full-bar") if _FULL_BAR in row else ""
    key = "TABLE-TEXT.after" if begun else "TABLE-TEXT.before"
    return error(key, place, text=shown(row.strip(), 40), hint=hint)


def _cells(row: str) -> list[str]:
    """The cells of a row; the bars at its ends part nothing, a backslash makes a bar a sign."""
    row = row.strip()
    parts = [""]
    at = 0
    while at < len(row):
        char = row[at]
        if char == "\\" and row[at + 1 : at + 2] == "|":
            parts[-1] += "|"
            at += 1
        elif char == "\\" and at + 1 < len(row):
            parts[-1] += row[at : at + 2]
            at += 1
        elif char == "|":
            parts.append("")
        else:
            parts[-1] += char
        at += 1
    if row.startswith("|"):
        parts.pop(0)
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return parts


def _aligns(row: str) -> tuple[str, ...] | None:
    """What the marks under the head say of each column; None where the row is none of marks."""
    out = []
    for cell in _cells(row):
        found = _MARK.fullmatch(cell.strip())
        if found is None:
            return None
        out.append(_ALIGNS[found[1], found[2]])
    return tuple(out)
