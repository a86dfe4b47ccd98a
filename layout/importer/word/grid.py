"""A table of Word as a file of Markdown: merged cells by `<<` and `^^`, lines by `<br>`."""

from typing import Final

from layout.importer.stories import literal
from layout.importer.word.model import (
    BOLD,
    BREAK,
    HIGH,
    LOW,
    WordBlock,
    WordCell,
    WordParagraph,
    WordSpan,
    WordTable,
)
from layout.record import record
from layout.spec.tables.rows import MOST_CELL, MOST_COLUMNS, MOST_ROWS
from layout.spec.tables.table import ABOVE, LEFT

_CAPTION_MOST: Final = 120
_SIGNS: Final = frozenset("\\*^~")
_JOINED: Final = frozenset({LEFT, ABOVE, "<", "^", "《《", "＜＜", "＾＾", "〈〈"})


@record
class GridText:
    """A table's file, how many of its rows are its head, how large it is, the paragraphs in it."""

    text: str
    header: int
    rows: int
    numbers: tuple[int, ...]
    added: int
    widest: tuple[int, ...]  # characters of the longest cell of each column


def paragraphs_of(table: WordTable) -> list[WordParagraph]:
    """Every paragraph in a table, in reading order."""
    return [p for row in table.rows for cell in row for p in cell.paragraphs]


def paragraphs_in(block: WordBlock) -> list[WordParagraph]:
    """A paragraph, or those in a table."""
    return [block] if isinstance(block, WordParagraph) else paragraphs_of(block)


def is_frame(table: WordTable) -> bool:
    """Whether a table is none: a single cell, which is a frame round paragraphs, or no words."""
    cells = [cell for row in table.rows for cell in row]
    full = [c for c in cells if any(p.text.strip() for p in c.paragraphs)]
    return len(full) <= 1


def shows_pictures(table: WordTable) -> list[WordParagraph]:
    """Of a table that only ranges pictures with their captions: its paragraphs, each picture before
    what stands under it. Empty for one that holds words of its own."""
    columns: dict[int, list[WordParagraph]] = {}
    for row in table.rows:
        at = 0
        for cell in row:
            held = [p for p in cell.paragraphs if p.pictures or p.text.strip()]
            shown = any(p.pictures for p in held)
            words = sum(len(p.text.strip()) for p in held)
            under = any(p.pictures for p in columns.get(at, ()))
            if (words and not (shown or under)) or words > _CAPTION_MOST:
                return []
            columns.setdefault(at, []).extend(held)
            at += cell.columns
    return [p for at in sorted(columns) for p in columns[at]]


def too_large(table: WordTable) -> bool:
    """Whether it is more than a table's file may hold."""
    wide = max(sum(c.columns for c in row) for row in table.rows)
    long = max(sum(len(p.text) for p in c.paragraphs) for row in table.rows for c in row)
    return len(table.rows) > MOST_ROWS or wide > MOST_COLUMNS or long > MOST_CELL


def grid_text(table: WordTable, *, careful: bool = False, joined: bool = True) -> GridText:
    """A table as its file. `careful` leaves out all marks but a backslash before each sign; where
    it is not `joined`, merged cells have empty ones beside them."""
    rows, added = _cells(table, careful=careful)
    if not joined:
        rows = [["" if cell in (LEFT, ABOVE) else cell for cell in row] for row in rows]
    rows = _without_blank(rows)
    columns = max((len(row) for row in rows), default=0)
    for row in rows:
        row.extend([""] * (columns - len(row)))
    header = _header(rows, table.headed)
    marks = ["--"] * columns
    head = rows if header else [[""] * columns, *rows]
    lines = [_row(head[0]), _row(marks), *(_row(row) for row in head[1:])]
    longest = [max(len(row[n]) for row in rows) for n in range(columns)] if rows else []
    return GridText(
        text="\n".join(lines) + "\n", header=header, rows=len(rows),
        numbers=tuple(n for p in paragraphs_of(table) for n in p.numbers), added=added,
        widest=tuple(longest),
    )  # fmt: skip


def _without_blank(rows: list[list[str]]) -> list[list[str]]:
    """The rows without those that hold nothing, if no cell from above goes through them."""
    return [
        row
        for n, row in enumerate(rows)
        if any(row) or (n + 1 < len(rows) and ABOVE in rows[n + 1])
    ]


def _cells(table: WordTable, *, careful: bool) -> tuple[list[list[str]], int]:
    """The texts of all cells on the grid, and how many characters Word adds itself."""
    rows: list[list[str]] = []
    owners: list[list[int]] = []
    added = 0
    for source in table.rows:
        row: list[str] = []
        own: list[int] = []
        for cell in source:
            first = len(row)
            above = owners[-1][first] if owners and first < len(owners[-1]) else -1
            same = above == first and _span_at(owners[-1], first) == cell.columns
            text = _cell_text(cell, careful=careful)
            if cell.below and same and not text:
                row += [ABOVE] * cell.columns
            else:
                row += [text, *[LEFT] * (cell.columns - 1)]
                added += sum(_added(p) for p in cell.paragraphs)
            own += [first] * cell.columns
        rows.append(row)
        owners.append(own)
    return rows, added


def _span_at(owners: list[int], first: int) -> int:
    return sum(1 for owner in owners if owner == first)


def _added(paragraph: WordParagraph) -> int:
    mark = len(paragraph.mark.text) if paragraph.mark is not None else 0
    brackets = 2 * sum(bool(s.reading) for s in paragraph.spans)
    return mark + brackets + sum(s.added for s in paragraph.spans)


def _header(rows: list[list[str]], said: int) -> int:
    """How many rows are the head: as many as Word repeats, or the first, with all that the cells
    of it that go down reach. None where that would be every row, or a cell would be cut by it."""
    header = max(1, said)
    while header < len(rows) and ABOVE in rows[header]:
        header += 1
    if header >= len(rows) or (len(rows[0]) > 1 and set(rows[0][1:]) == {LEFT}):
        return 0
    return header


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell_text(cell: WordCell, *, careful: bool) -> str:
    """The words of a cell, a line for each paragraph."""
    lines: list[str] = []
    for paragraph in cell.paragraphs:
        line = paragraph.mark.text if paragraph.mark is not None else ""
        for span in paragraph.spans:
            if span.text == BREAK:
                lines.append(line)
                line = ""
            else:
                line += _span(span, careful=careful)
        lines.append(line)
    kept = [_indent(line) + bare for line in lines if (bare := " ".join(line.split()))]
    text = "<br>".join(kept)
    return f"\\{text}" if text in _JOINED else text


def _indent(line: str) -> str:
    """Full blanks at the head of a line, which indent it in a table too."""
    return line[: len(line) - len(line.lstrip("\u3000"))][:4]


def _span(span: WordSpan, *, careful: bool) -> str:
    bare = span.text.strip()
    if not bare:
        return span.text
    signs = _SIGNS | frozenset("<") if careful else _SIGNS
    words = literal(bare, signs).replace("|", "\\|")
    if not careful:
        for voice, sign in ((HIGH, "^"), (LOW, "~"), (BOLD, "**")):
            if voice in span.voices:
                words = sign + words + sign
    if span.reading:
        words += f"（{span.reading}）"
    lead = span.text[: len(span.text) - len(span.text.lstrip())]
    return lead + words + span.text[len(span.text.rstrip()) :]
