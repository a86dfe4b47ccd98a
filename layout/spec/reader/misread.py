"""What a YAML file that could not be read has wrong, in words of our own.

A parser says where it gave up and what it expected; the slip is often elsewhere, and nearly always
one that `slips` knows by its row; else a bracket or quote that is not closed, or a row that stands
at the wrong column.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import yaml

from layout.diagnostics import shown
from layout.spec.reader.chars import text_rows
from layout.spec.reader.slips import (
    ENTRY,
    LEAD,
    MOST_OF_ROW,
    OPEN,
    PIECES,
    WORD,
    RowSlip,
    Slip,
    end_of,
    examine,
)
from layout.words.said import said

ROWS_LOOKED_AT: Final = 40
"""Rows above the one at which reading failed in which its cause may stand."""
_NO_COLON: Final = rf"({WORD})(?: *[=;；→] *| +)(?=\S)"
MOST_MENDED: Final = 100_000
"""Characters of a text that is read again and again, each slip mended, to find them all."""
MOST_SLIPS: Final = 20


def misread(text: str, failed: yaml.MarkedYAMLError, parse: Callable[[str], object]) -> list[Slip]:
    """Every slip of a text that `failed` to be read: one after another is mended, and the text read
    again with `parse`, which raises as the first reading did."""
    found = [_explain(text, failed)]
    while found[-1].mended and len(found) < MOST_SLIPS and len(text) <= MOST_MENDED:
        rows = text_rows(text)
        if len(rows[found[-1].row]) > MOST_OF_ROW:
            break
        rows[found[-1].row] = found[-1].mended
        text = "\n".join(rows)
        try:
            parse(text)
        except yaml.MarkedYAMLError as exc:
            further = _explain(text, exc)
            if further.row <= found[-1].row:
                break
            found.append(further)
        else:
            break
    return found


def _explain(text: str, failed: yaml.MarkedYAMLError) -> Slip:
    """The slip behind a parser's complaint, in words of our own."""
    rows = text_rows(text)
    mark = failed.problem_mark or failed.context_mark
    last = len(text_rows(text.rstrip())) - 1
    at, column = (min(mark.line, len(rows) - 1), mark.column) if mark else (0, 0)
    ended = mark is not None and mark.index >= len(text.rstrip())
    context, problem = failed.context or "", failed.problem or ""
    begun = failed.context_mark
    flow = begun is not None and "flow" in context
    opened = _opened(text, mark.index) if flow and mark is not None else None
    tab = None if flow else _tab_before(rows, at)
    if tab is None and "token" in problem and rows[at][column : column + 1] == "\t":
        tab = at, column
    if tab is not None:
        return Slip(*tab, said("YAML.tab"), said("part.indent-with-spaces"))
    if begun is not None and "quoted" in context:
        return _in_quotes(rows, begun, at, column, problem)
    top = begun.line if begun is not None and "simple key" in context else 0
    top = opened[0] if opened is not None else top
    if ended:  # told where the text ends, not below it
        at, column = max(last, 0), len(rows[max(last, 0)].rstrip())
    own = "mapping" not in problem or column >= end_of(LEAD + ENTRY, rows[at])
    for row in _candidates(rows, at, top, own=own):
        found = examine(rows[row])
        if found is not None and (not found.opens or row < at or (flow and row == top)):
            return found.at(row, rows[row][: end_of(LEAD, rows[row])])
    if opened is not None:
        sign = rows[opened[0]][opened[1]]
        hint = said("part.close-and-part", mark=OPEN[sign])
        return Slip(*opened, said("YAML.not-closed-well", mark=sign), hint)
    return _out_of_place(rows, at, column)


def _opened(text: str, upto: int) -> tuple[int, int] | None:
    """Row and column of the last bracket that is open at an offset; None where none is."""
    open_at: list[int] = []
    for piece in re.finditer(PIECES, text[:upto]):
        if piece[0] in OPEN:
            open_at.append(piece.start())
        elif piece[0] in "]}" and open_at:
            open_at.pop()
    if not open_at:
        return None
    before = text_rows(text[: open_at[-1]])
    return len(before) - 1, len(before[-1])


def _candidates(rows: list[str], at: int, top: int, *, own: bool) -> Iterator[int]:
    """Rows in which the cause may stand: the one where reading failed (if its `own` key was not
    what failed), then those above it, up to the first that is whole by itself (inside brackets, to
    the one that opens them)."""
    if own:
        yield at
    for row in range(at - 1, max(top, at - ROWS_LOOKED_AT) - 1, -1):
        body = rows[row].strip()
        if not body or body.startswith("#"):
            continue
        yield row
        if not top and re.match(LEAD + ENTRY, rows[row]):
            return


def _in_quotes(rows: list[str], begun: Any, at: int, column: int, problem: str) -> Slip:
    """A fault inside a text in quotes: it never ends, or a \\ in it begins no escape."""
    if "escape" in problem:
        while column and rows[at][column : column + 1] != "\\":
            column -= 1
        escape = shown(rows[at][column : column + 2])
        told = said("YAML.no-escape", escape=escape)
        return Slip(at, column, told, said("part.single-quotes"))
    mark = rows[begun.line][begun.column : begun.column + 1]
    found = examine(rows[begun.line])
    told = said("YAML.never-closed", mark=mark)
    if found is not None and found.opens and found.mended:
        lead = rows[begun.line][: end_of(LEAD, rows[begun.line])]
        return found._replace(column=begun.column, said=told).at(begun.line, lead)
    return Slip(begun.line, begun.column, told, said("part.close-with", mark=mark))


def _out_of_place(rows: list[str], at: int, column: int) -> Slip:
    """A row that is well formed and stands where none like it may."""
    body = rows[at].strip()
    lead = len(rows[at]) - len(rows[at].lstrip(" "))
    above = next((r for r in range(at - 1, -1, -1) if rows[r].strip(" -") and
                  not rows[r].lstrip().startswith("#")), None)  # fmt: skip
    if above is None:
        told = said("YAML.row", text=shown(body, 40))
        return Slip(at, column, told, said("part.keys-and-values"))
    for row in (at, above):
        if not re.match(rf"{LEAD}(?:{ENTRY}|#)| *- ", rows[row]):
            return _without_key(row, rows[row])
    keys = end_of(LEAD, rows[above])
    dash = len(rows[above]) - len(rows[above].lstrip(" "))
    item, listed = body.startswith("- "), keys > dash
    if lead in (keys, dash) and item != (listed and lead == dash):
        told = said("YAML.item-among-keys") if item else said("YAML.key-among-items")
        return Slip(at, lead, told, said("part.right-column", column=lead + 1))
    if lead in (keys, dash):
        return Slip(at, column, said("YAML.row", text=shown(body, 40)), said("part.put-in-quotes"))
    name = shown(rows[above].strip().lstrip("- ").partition(":")[0], 20)
    hint = said("part.above-begins", name=name, column=keys + 1)
    return Slip(at, lead, said("YAML.column", column=lead + 1), hint)


def _without_key(row: int, text: str) -> Slip:
    """A row in which a key and its colon are wanted."""
    lead = end_of(LEAD, text)
    told = said("YAML.no-key", text=shown(text.strip(), 40))
    typed = re.match(_NO_COLON, text[lead:])
    if typed is None:
        return Slip(row, lead, told, said("part.stands-further-in"))
    mended = f"{typed[1]}: {text[lead + typed.end() :]}"
    return RowSlip(lead + len(typed[1]), told, mended).at(row, text[:lead])


def _tab_before(rows: list[str], at: int) -> tuple[int, int] | None:
    """Row and column, from 0, of a tab that indents the row where reading failed, or those above.

    A row indented by a tab is read as going on with the value before it, so that the fault shows
    in the row after it, or in the last of several.
    """
    found = None
    for number in range(at, max(-1, at - ROWS_LOOKED_AT), -1):
        row = rows[number]
        indent = row[: len(row) - len(row.lstrip(" \t"))]
        if "\t" in indent and indent != row:
            found = (number, indent.index("\t"))
        elif number < at and row.strip():
            break
    return found
