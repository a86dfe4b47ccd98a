"""Columns of text on a terminal, where an ideograph is two places wide."""

import unicodedata
from collections.abc import Iterator, Sequence


def width(text: str) -> int:
    """Places a text takes on a terminal: two for wide characters, none for combining marks."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def pad(text: str, places: int) -> str:
    """The text with spaces after it, to `places`."""
    return text + " " * max(0, places - width(text))


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of equal length as lines; every column but the last is as wide as its widest cell."""
    if not rows:
        return
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [pad(c, w) for c, w in zip(row[:-1], widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()
