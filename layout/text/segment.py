"""A paragraph's text as tokens: the pieces that are shaped together and never parted by a line end.

A token is one Han character, one mark, a whole ——, ……, number or word, or a run of spaces. The
pieces joined give the text back exactly.
"""

import re
from functools import cache
from typing import Final

from layout.text.charclass import ALONE, CLASS_OF, POSTFIXES, CharClass

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

# Most paragraphs hold nothing that hangs, hides or runs the other way. For them a short pattern
# does; the whole one takes longer to compile than a page takes to cut, so it waits to be needed.
_PLAIN: Final = re.compile(
    r"[\x20-\x7e·—‘’“”…⋯\u3000-\u3029\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff5e]*"
)
_PLAIN_TOKEN: Final = re.compile(
    r"[\u4e00-\u9fff“”‘’（）《》，、；：。]"
    r"|[ \u3000]+"
    r"|——|……|⋯⋯|(?:？|！){2,3}"
    rf"|(?<={_HAN_OR_CLOSE})[+%,.;:!?)\]}}]+"
    rf"|(?:[!-~]|(?<=[A-Za-z])’(?=[A-Za-z])){_MANY}"
    r"|.",
    re.DOTALL,
)


@cache
def _token() -> re.Pattern[str]:
    """The whole pattern. What it gives for a plain text is what `_PLAIN_TOKEN` gives."""
    return re.compile(
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


@cache
def _one_of(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked for."""
    return re.compile(pattern, re.DOTALL)


_LETTER: Final = rf".{_HANGS}*"
_WEST_CHAR: Final = f"{_WEST}|{_RIGHT_TO_LEFT}"
_UNSEEN_CHAR: Final = f"[{_UNSEEN}]"
_SPACE_CHAR: Final = f"[{_SPACES}]"


def tokens(text: str) -> list[str]:
    """The text cut into tokens, in order; nothing is dropped."""
    if _PLAIN.fullmatch(text):
        return _PLAIN_TOKEN.findall(text)
    return _token().findall(text)


def letters(word: str) -> list[str]:
    """A word cut into its letters, each with what hangs on it."""
    return _one_of(_LETTER).findall(word)


def class_of(token: str) -> CharClass:
    """The class of a token.

    A token of nothing that can be seen, which only the beginning of a text can give, is a space
    without width.
    """
    if len(token) == 1:  # an ideograph or a mark: nearly every token
        if "\u4e00" <= token <= "\u9fff":
            return CharClass.HAN
        if token in CLASS_OF:
            return CLASS_OF[token]
    seen = seen_in(token)
    first = seen[:1]
    if not first or first in " \u3000" or _one_of(_SPACE_CHAR).match(first):
        return CharClass.SPACE
    if seen in ALONE:
        return ALONE[seen]
    if first in CLASS_OF:
        two = len(seen) == 2 and seen[1] in "？！"
        return CharClass.DOUBLE_STOP if two else CLASS_OF[first]
    if POSTFIXES.issuperset(seen):
        return CharClass.POSTFIX
    western = first.isascii() or _one_of(_WEST_CHAR).match(first)
    return CharClass.WEST if western else CharClass.HAN


def seen_in(text: str) -> str:
    """The text without what cannot be seen."""
    return text if _PLAIN.fullmatch(text) else _one_of(_UNSEEN_CHAR).sub("", text)


def unseen(char: str) -> bool:
    """Whether a character has neither ink nor width, so that no face need have it."""
    return not _PLAIN.fullmatch(char) and _one_of(_UNSEEN_CHAR).match(char) is not None


def hangs(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return not _PLAIN.fullmatch(char) and _one_of(_HANGS).match(char) is not None


def right_to_left(token: str) -> bool:
    """Whether a word is written from right to left."""
    return not _PLAIN.fullmatch(token) and _one_of(_RIGHT_TO_LEFT).match(token) is not None
