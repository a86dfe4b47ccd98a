"""Tables as Markdown, so that a run can be pasted into docs/speed.md as it is."""

import unicodedata
from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns line up in a terminal; all but the first stand right."""
    widths = [
        max(_width(row[at]) for row in (head, *rows) if at < len(row)) for at in range(len(head))
    ]
    lines = [_row(head, widths)]
    lines.append(
        "|" + "|".join("-" * (w + 1) + ("-" if i == 0 else ":") for i, w in enumerate(widths)) + "|"
    )
    lines += [_row([*row, *[""] * (len(head) - len(row))], widths) for row in rows]
    return "\n".join(lines)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell + " " * (width - _width(cell)) if not at else " " * (width - _width(cell)) + cell
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "| " + " | ".join(padded) + " |"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def section(title: str, *parts: str) -> str:
    """A heading, tables as they are, and every other part as an entry of a list."""
    out = [f"## {title}"]
    for part in parts:
        if part.startswith("|"):
            out += ["", part, ""]
        else:
            out.append(f"- {part}")
    return "\n".join(out)
