"""Template text: rows kept or dropped by a condition, and values put in place of their names."""

import re
from collections.abc import Mapping, Set
from typing import Final

_ROW: Final = re.compile(r"\s*#(if|else|end)(?: ([a-z]+))?\s*")
_NAME: Final = re.compile(r"@([a-z]+)@")


def fill(text: str, *, true: Set[str], values: Mapping[str, str]) -> str:
    """A template made up: `#if many` … `#else` … `#end` on rows of their own keep what holds.

    `true` names the conditions that hold; `@date@` becomes `values["date"]`. Conditions do not
    nest. Raises `KeyError` for a name without a value, `ValueError` for an `#if` left open.
    """
    rows: list[str] = []
    keep = True
    is_open = False
    for row in text.splitlines():
        mark = _ROW.fullmatch(row)
        if mark is None:
            if keep:
                rows.append(_NAME.sub(lambda name: values[name[1]], row))
            continue
        word, condition = mark.groups()
        if is_open == (word == "if"):
            raise ValueError(f"a template's {row.strip()} stands in the wrong place")
        is_open = word != "end"
        keep = word == "end" or (condition in true if word == "if" else not keep)
    if is_open:
        raise ValueError("a template's #if has no #end")
    return "\n".join(rows) + "\n"
