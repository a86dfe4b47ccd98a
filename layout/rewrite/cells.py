"""Words of a table's cell changed in its file, Markdown or CSV, all other cells as they were."""

from layout.diagnostics import Place, StopError, error, shown
from layout.rewrite.blockrows import row_text
from layout.rewrite.texts import RefusedError
from layout.spec.reader.chars import forbidden
from layout.spec.tables.table import Table, parse_table
from layout.words.said import said


def set_cell_words(text: str, file: str, start: int, *, before: str, after: str) -> str:
    """The text with `after` in place of `before`, which stands at an offset in one cell. Raises
    `RefusedError`, and `StopError` for a file that is no table."""
    rows = row_text(text)
    row = rows.row_at(start) if rows.rows else 0
    place = Place(file, row + 1, start - (rows.starts[row] if rows.starts else 0) + 1)
    if text[start : start + len(before)] != before:
        raise RefusedError(error("REWRITE.other-words", place, words=shown(before, 40)))
    hidden = forbidden(after)
    if hidden is not None:
        told = said("CONTROL.value", text=shown(after), char=hidden, hint="")
        raise RefusedError(error(told, place))
    old = parse_table(text.encode(), file)
    end = start + len(before)
    ways = [text[:start] + after + text[end:]]
    if file.rpartition(".")[2].lower() in ("csv", "tsv"):
        quoted = _in_quotes(text, start, end, after, "\t" if file.lower().endswith("tsv") else ",")
        ways = [*quoted, *ways] if '"' in after else [*ways, *quoted]
    else:
        ways.append(text[:start] + after.replace("|", "\\|") + text[end:])
    for way in ways:
        try:
            new = parse_table(way.encode(), file)
        except StopError:
            continue
        if _one_cell(old, new, before, after):
            return way
    raise RefusedError(error("REWRITE.mark", place, words=shown(after, 40)))


def _one_cell(old: Table, new: Table, before: str, after: str) -> bool:
    """Whether two tables differ in one cell, which holds the new words in place of the old ones."""
    if (old.rows, old.columns, old.aligns, old.headed) != (
        new.rows, new.columns, new.aligns, new.headed,
    ) or len(old.cells) != len(new.cells):  # fmt: skip
        return False
    odd = [(a, b) for a, b in zip(old.cells, new.cells, strict=True) if a.text != b.text]
    if len(odd) != 1 or any(
        (a.row, a.column, a.rows, a.columns) != (b.row, b.column, b.rows, b.columns)
        for a, b in zip(old.cells, new.cells, strict=True)
    ):
        return False
    a, b = odd[0]
    places = [n for n in range(len(a.text) + 1) if a.text[n:].startswith(before)]
    return any(
        (a.text[:n] + after + a.text[n + len(before) :]).strip() == b.text.strip() for n in places
    )


def _in_quotes(text: str, start: int, end: int, after: str, sign: str) -> list[str]:
    """A CSV with the cell round a stretch in quotes, as its new words may need them."""
    first = max(text.rfind(sign, 0, start), text.rfind("\n", 0, start), text.rfind("\r", 0, start))
    stops = [n for n in (text.find(c, end) for c in (sign, "\n", "\r")) if n >= 0]
    last = min(stops, default=len(text))
    cell = text[first + 1 : last]
    if '"' in cell:
        return [text[:start] + after.replace('"', '""') + text[end:]]
    inner = (text[first + 1 : start] + after + text[end:last]).replace('"', '""')
    return [f'{text[: first + 1]}"{inner}"{text[last:]}']
