"""A paragraph's text as tokens: the pieces that are shaped together and never parted by a line end.

A token is one Han character, one mark, a whole ——, ……, number or word, or a run of spaces. The
pieces joined give the text back exactly.
"""

import re
from typing import Final

from layout.text.charclass import CLASS_OF, POSTFIXES, CharClass

# Everything that hangs on the character before it: combining marks, variation selectors, joiners.
_HANGS = (
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\u200b-\u200d\u2060\U000e0100-\U000e01ef]"
)
# Letters, digits and signs of Latin, Greek and Cyrillic typing. The marks that Chinese shares with
# them (· — … and the curly quotes) are not here: in a Chinese text they are Chinese.
_WEST = (
    r"[\u0021-\u007e\u00a1-\u00b6\u00b8-\u02ff\u0370-\u058f\u1e00-\u1fff\u2010-\u2012\u2020-\u2022"
    r"\u2030-\u2034\u2039\u203a\u2044\u2070-\u209f\u20a0-\u20cf\u2100-\u214f\u2200-\u22ee"
    r"\u22f0-\u22ff\ufb00-\ufb06]"
)
_TOKEN: Final = re.compile(
    rf"⸺|——|……|⋯⋯|[ \t]+|(?:{_WEST}{_HANGS}*)+|.{_HANGS}*",
    re.DOTALL,
)
_WEST_CHAR: Final = re.compile(_WEST)


def tokens(text: str) -> list[str]:
    """The text cut into tokens, in order; nothing is dropped."""
    return _TOKEN.findall(text)


def class_of(token: str) -> CharClass | None:
    """The class of a token; None for a run of spaces."""
    first = token[0]
    found = CLASS_OF.get(first)
    if found is not None and token != "——":
        return found
    if first in "—⸺":
        return CharClass.DASH
    if first in "…⋯":
        return CharClass.ELLIPSIS
    if first in " \t":
        return None
    if token[0] in POSTFIXES and len(token) == 1:
        return CharClass.POSTFIX
    if _is_west(first):
        return CharClass.WEST
    return CharClass.HAN


def _is_west(char: str) -> bool:
    return _WEST_CHAR.match(char) is not None
