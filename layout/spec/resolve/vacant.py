"""Fields that are empty today leave no hole in a text.

A text is a row of entries with dividers between them: a blank, a middle dot, a bar, a mark such as
、. An entry whose fields are all empty is left out with the words close to them (今日{term}), and
with one divider.
"""

import re
from collections.abc import Callable
from typing import Final

FIELD: Final = re.compile(r"\{([^{}]*)\}")
_DIVIDER: Final = re.compile(
    r"(\s*[·•・∙⋅｜／、，；]\s*|\s*\|(?!\?)\s*|\s[/—–-]\s|(?<!\|\?)\s+(?!\|\?))"
)


def without_vacant(text: str, value: Callable[[str], str]) -> str:
    """A text with its fields filled in by `value`, which gives the empty text for an empty one."""
    pieces = _DIVIDER.split(text)
    out: list[str] = []
    for number in range(0, len(pieces), 2):
        entry = pieces[number]
        values = [value(name) for name in FIELD.findall(entry)]
        if values and not any(values):
            continue
        if out:
            out.append(pieces[number - 1])
        out.append(FIELD.sub(lambda match: value(match[1]), entry))
    return "".join(out)
