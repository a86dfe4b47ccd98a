"""Whole rows of a YAML text: which belong to a value that stands in rows, comments too.

- Comment rows right above a list's item, at the column of its dash, belong to it.
- Rows below it that are comments further in than its dash, or its key, belong to it.
- Empty rows, and comments that an empty row parts from what follows, belong to no item: they stay
  where they are.
"""

from layout.record import record
from layout.rewrite.texts import TextChange, row_end, rows_of


@record
class RowText:
    """The rows of a text, each with its end, and where each begins. The last one may have none."""

    rows: tuple[str, ...]
    starts: tuple[int, ...]
    end: str

    def row_at(self, at: int) -> int:
        """The row in which an offset stands, from 0."""
        from bisect import bisect_right

        return max(bisect_right(self.starts, at) - 1, 0)

    def column(self, at: int) -> int:
        """How many characters stand before an offset in its row."""
        return at - self.starts[self.row_at(at)]

    def indent(self, row: int) -> int:
        """The blanks that a row begins with."""
        words = self.rows[row]
        return len(words) - len(words.lstrip(" "))

    def blank(self, row: int) -> bool:
        """Whether nothing stands in a row."""
        return not self.rows[row].strip()

    def comment(self, row: int) -> bool:
        """Whether a row is nothing but a comment."""
        return self.rows[row].lstrip(" \t").startswith("#")


def row_text(text: str) -> RowText:
    """A text by its rows."""
    rows = tuple(rows_of(text))
    starts: list[int] = []
    at = 0
    for row in rows:
        starts.append(at)
        at += len(row)
    return RowText(rows=rows, starts=tuple(starts), end=row_end(text))


def first_row(text: RowText, row: int, column: int) -> int:
    """The first row of what begins in a row: that of the comments right above it, at its column."""
    while row and text.comment(row - 1) and text.indent(row - 1) == column:
        row -= 1
    return row


def last_row(text: RowText, row: int, column: int) -> int:
    """The last row of what ends in a row: comments further in than its column belong to it, with
    empty rows between."""
    last, at = row, row + 1
    while at < len(text.rows):
        if text.comment(at) and text.indent(at) > column:
            last = at
        elif not text.blank(at):
            break
        at += 1
    return last


def rows_out(text: RowText, first: int, end: int) -> list[TextChange]:
    """The rows `first` up to `end` taken out, in one way or two: a text whose last row has no end
    is to have none again, but where a value needs one it may."""
    start = text.starts[first]
    last = text.rows[end - 1]
    stop = text.starts[end - 1] + len(last)
    whole = TextChange(start, stop, "")
    if end < len(text.rows) or last.endswith(("\n", "\r")) or not first:
        return [whole]
    row = text.rows[first - 1]
    return [TextChange(start - (len(row) - len(row.rstrip("\r\n"))), stop, ""), whole]
