"""A single value as YAML has it: in quotes only where it needs them, in the style at hand."""

import re
from typing import Final

from layout.spec.reader.plain import in_double, in_single, stands_plain, typed_as

_HEADER: Final = re.compile(r"(?P<sign>[|>])[+-]?(?P<width>[0-9]?)[+-]?")
_LOOSE: Final = re.compile(r"[ \t](?:\n|$)")
"""Blanks at the end of a row, which nobody sees."""
Leaf = str | int | float | bool | None
Value = Leaf | list["Value"] | dict[str, "Value"]
"""What a value is set to, as JSON has it."""
MOST_KEPT: Final = 3
"""Empty rows at the end of a text in rows that are kept."""


class Plain(str):
    """A text that says what it is by its form, as `1-3` or `12pt` does: a number among such texts
    needs no quotes."""

    __slots__ = ()


def text_of(value: Leaf) -> str:
    """The text that a value is in a spec, where all values are texts."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".") if value else "0"
    return str(value)


def scalar(
    value: Leaf, *, flow: bool, style: str = "", loose: bool = False, key: bool = False
) -> str:
    """A value in one row. `style` is that of the value that stood there, `flow` whether it stands
    inside brackets; `loose`: a number needs no quotes to be the text that is meant."""
    if value is None:
        return "null" if flow else ""
    text = text_of(value)
    if style == '"':
        return in_double(text)
    if style == "'":
        return in_single(text) or in_double(text)
    free = loose or isinstance(value, Plain) or not isinstance(value, str)
    if stands_plain(text, flow=flow, key=key) and (free or not typed_as(text)):
        return text
    return in_double(text) if '"' not in text and "\\" not in text else _either(text)


def _either(text: str) -> str:
    return in_single(text) or in_double(text)


def in_text_rows(text: str, header: str, indent: str, end: str) -> str | None:
    """A text in rows of its own under its sign, `|` or `>`: the `header` as it stood with what it
    needs, and the rows with their `indent`. The last row has no `end`. None where it cannot stand
    so."""
    body = text.rstrip("\n")
    last = len(text) - len(body)
    found = _HEADER.match(header)
    if not body or last > MOST_KEPT or "\r" in text or _LOOSE.search(text) or found is None:
        return None
    if body[0] in " \t\n" and not found["width"]:
        return None
    keep = "-" if last == 0 else "" if last == 1 else "+"
    rows = body.split("\n")
    if found["sign"] == ">":  # a row's end is one where an empty row follows
        rows = [part for row in rows for part in (row, "")][:-1]
    sign = found["sign"] + found["width"] + keep
    made = [f"{indent}{row}" if row else "" for row in rows]
    return end.join([sign + header[found.end() :], *made, *[""] * (last - 1)])
