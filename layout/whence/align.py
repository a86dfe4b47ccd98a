"""Words as they are set beside the text that they come from: which character stands where.

The text has marks that are not set and the words have what nobody typed: a hyphen at a line's end,
the day that a field stands for. What is in both stands in the same order in both.
"""

from difflib import SequenceMatcher
from typing import Final

AHEAD: Final = 8
"""Characters of a paragraph that a line may leave out at one place: spaces at its end."""
UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""What stands in words and is nothing that was typed at its place."""


def along(words: str, text: str, start: int) -> list[int | None]:
    """The place in `text` of each character of a line that begins at `start` of it: of text without
    its marks, of which a line leaves out spaces alone."""
    out: list[int | None] = []
    at = start
    for char in words:
        if text[at : at + 1] == char:
            found = at
        else:
            found = -1 if char in UNSEEN else text.find(char, at, at + AHEAD)
            if found >= 0 and not text[at:found].isspace():
                found = -1
        if found >= 0:
            out.append(found)
            at = found + 1
        else:
            out.append(None)
    return out


def among(words: str, source: str) -> list[int | None]:
    """The place in `source`, a value with its marks, of each character of `words`; None for what a
    field stands for, and for white."""
    out: list[int | None] = [None] * len(words)
    shown = [at for at, char in enumerate(words) if not blank(char)]
    if not shown:
        return out
    plain = "".join([words[at] for at in shown])
    direct = source.find(plain)
    if direct >= 0:
        for k, at in enumerate(shown):
            out[at] = direct + k
        return out
    for found in SequenceMatcher(None, plain, source, autojunk=False).get_matching_blocks():
        for k in range(found.size):
            out[shown[found.a + k]] = found.b + k
    return out


def blank(char: str) -> bool:
    """Whether a character is white or nothing that is seen."""
    return char.isspace() or char in UNSEEN


def squeezed(words: str) -> str:
    """Words without their white."""
    return "".join([char for char in words if not blank(char)])
