"""A paragraph's text as tokens: the pieces that are shaped together and never parted by a line end.

A token is one Han character, one mark, a whole ——, ……, number or word, or a run of spaces. The
pieces joined give the text back exactly.
"""

import re
from typing import Final

from layout.text.charclass import ALONE, CLASS_OF, POSTFIXES, PREFIXES, CharClass

# What cannot be seen and has no width (Unicode Default_Ignorable_Code_Point, the part that occurs):
# joiners, variation selectors, soft hyphens, direction marks, tags.
_UNSEEN = (
    r"\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\U000e0000-\U000e01ef"
)
# What hangs on the character before it: the unseen, combining marks, the colours of an emoji.
_HANGS = (
    rf"[{_UNSEEN}\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a"
    r"\ufe20-\ufe2f\U0001f3fb-\U0001f3ff]"
)
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Letters, digits and signs of alphabets, written left to right. The marks that Chinese shares with
# them (· — … and the curly quotes) are not here: in a Chinese text they are Chinese.
_WEST = (
    r"[\u0021-\u007e\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u02ff\u0370-\u058f\u0900-\u10ff\u1200-\u167f"
    r"\u1681-\u180a\u1810-\u1aaf\u1b00-\u1dbf\u1e00-\u1fff\u2010-\u2012\u2020-\u2022\u2030-\u2034"
    r"\u2039\u203a\u2044\u2070-\u209f\u20a0-\u20cf\u2100-\u214f\u2200-\u22ee\u22f0-\u22ff"
    r"\u2c00-\u2dff\ua640-\ua7ff\ua880-\uabff\ufb00-\ufb06]"
)
_RIGHT_TO_LEFT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_EMOJI = r"[\u2190-\u21ff\u2600-\u27bf\U0001f000-\U0001faff]"
_CLOSING = r"[+%‰℃,.;:!?)\]}]"
_HAN_OR_CLOSE = r"[\u3400-\u9fff”’）》〉】〗〕］｝」』]"

MAX_WORD: Final = 400
"""Letters of one token. A longer word is no word; as one token it would cost HarfBuzz gigabytes."""
_MANY = f"{{1,{MAX_WORD}}}"

_TOKEN: Final = re.compile(
    rf"[\u3400-\u9fff“”‘’（）《》，、；：。](?!{_HANGS})"  # most of a text, so asked first
    rf"|(?:[{_SPACES}][{_UNSEEN}]*)+"
    rf"|(?:——|……|⋯⋯|[？！]{{2,3}}){_HANGS}*"
    rf"|(?<={_HAN_OR_CLOSE}){_CLOSING}+{_HANGS}*"  # 互联网+AI: the + stays with 网
    rf"|(?:{_WEST}{_HANGS}*|(?<=[A-Za-z])’(?=[A-Za-z])){_MANY}"  # don’t: no Chinese quote
    rf"|(?:{_RIGHT_TO_LEFT}{_HANGS}*){_MANY}"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}{_HANGS}*"  # a flag
    rf"|.(?:\u200d{_EMOJI}|{_HANGS})*",
    re.DOTALL,
)
_LETTER: Final = re.compile(rf".{_HANGS}*", re.DOTALL)
_WEST_CHAR: Final = re.compile(f"{_WEST}|{_RIGHT_TO_LEFT}")
_RIGHT_TO_LEFT_CHAR: Final = re.compile(_RIGHT_TO_LEFT)
_UNSEEN_CHAR: Final = re.compile(f"[{_UNSEEN}]")
_HANGING_CHAR: Final = re.compile(_HANGS)
_SPACE_CHAR: Final = re.compile(f"[{_SPACES}]")


def tokens(text: str) -> list[str]:
    """The text cut into tokens, in order; nothing is dropped."""
    return _TOKEN.findall(text)


def letters(word: str) -> list[str]:
    """A word cut into its letters, each with what hangs on it."""
    return _LETTER.findall(word)


def class_of(token: str) -> CharClass:
    """The class of a token.

    A token of nothing that can be seen, which only the beginning of a text can give, is a space
    without width.
    """
    seen = seen_in(token)
    first = seen[:1]
    if not first or _SPACE_CHAR.match(first):
        return CharClass.SPACE
    if seen in ("——", "⸺"):
        return CharClass.DASH
    if first in "…⋯":
        return CharClass.ELLIPSIS
    if first in CLASS_OF:
        two = len(seen) == 2 and seen[1] in "？！"
        return CharClass.DOUBLE_STOP if two else CLASS_OF[first]
    if seen in ALONE:
        return ALONE[seen]
    if seen in PREFIXES:
        return CharClass.PREFIX
    if POSTFIXES.issuperset(seen):
        return CharClass.POSTFIX
    return CharClass.WEST if _WEST_CHAR.match(first) else CharClass.HAN


def seen_in(text: str) -> str:
    """The text without what cannot be seen."""
    return _UNSEEN_CHAR.sub("", text)


def unseen(char: str) -> bool:
    """Whether a character has neither ink nor width, so that no face need have it."""
    return _UNSEEN_CHAR.match(char) is not None


def hangs(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return _HANGING_CHAR.match(char) is not None


def right_to_left(token: str) -> bool:
    """Whether a word is written from right to left."""
    return _RIGHT_TO_LEFT_CHAR.match(token) is not None
