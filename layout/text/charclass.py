"""Classes of characters in Chinese composition, and which may stand at the edge of a line.

The classes are those of W3C CLREQ (Requirements for Chinese Text Layout, "Categories of characters"
and "Prohibition rules for line start and line end") with the widths of GB/T 15834-2011, 5.1. Raw
UAX #14 classes do not serve: they leave ～ and ／ free to begin a line and do not know which way a
quotation mark faces.
"""

from enum import IntEnum
from typing import Final


class CharClass(IntEnum):
    """What a cluster is to the rules. The values index the pair tables of `layout.inline`."""

    HAN = 0
    OPEN = 1  # “ ‘ （ 《: ink on the right, ½ em spare on the left
    CLOSE = 2  # ” ’ ） 》: ½ em spare on the right
    PAUSE = 3  # ， 、 ； ：
    STOP = 4  # 。 ？ ！
    DASH = 5  # ——, 2 em, unbroken
    ELLIPSIS = 6  # ……, 2 em
    CONNECTOR = 7  # – — ～
    DOT = 8  # ·, ½ em
    SOLIDUS = 9  # ／
    WEST = 10  # words and numbers, never broken inside
    POSTFIX = 11  # a lone + % ℃ after Han


# GB/T 15834-2011 4 and 5.1; CLREQ "Categories of characters". One row a class.
MEMBERS: Final[dict[CharClass, str]] = {
    CharClass.OPEN: "“‘（《〈【〖〔［｛「『",
    CharClass.CLOSE: "”’）》〉】〗〕］｝」』",
    CharClass.PAUSE: "，、；：",
    CharClass.STOP: "。．？！",
    CharClass.CONNECTOR: "–—～",
    CharClass.DOT: "·",
    CharClass.SOLIDUS: "／",
}

CLASS_OF: Final[dict[str, CharClass]] = {
    char: cls for cls, chars in MEMBERS.items() for char in chars
}

POSTFIXES: Final = frozenset("+%‰℃°″′")
"""Signs that belong to what stands before them (UAX #14 PO, and the + of 互联网+)."""

# CLREQ "Prohibition rules": by level, the classes that may not begin and not end a line.
# `gb` is GB/T 15834-2011 5.1.1-5.1.9. POSTFIX is UAX #14 LB25: never parted from its number.
_MARKS = frozenset(
    {CharClass.PAUSE, CharClass.STOP, CharClass.CLOSE, CharClass.CONNECTOR, CharClass.DOT,
     CharClass.SOLIDUS, CharClass.POSTFIX}
)  # fmt: skip
NOT_AT_START: Final[dict[str, frozenset[CharClass]]] = {
    "none": frozenset(),
    "basic": _MARKS,
    "gb": _MARKS,
}
NOT_AT_END: Final[dict[str, frozenset[CharClass]]] = {
    "none": frozenset(),
    "basic": frozenset({CharClass.OPEN}),
    "gb": frozenset({CharClass.OPEN, CharClass.SOLIDUS}),
}

# Width of a class's body in thousandths of an em, where the class and not the face decides it
# (GB/T 15834-2011 5.1: · and ／ half, —— and …… two characters).
BODY: Final[dict[CharClass, int]] = {
    CharClass.OPEN: 500,
    CharClass.CLOSE: 500,
    CharClass.PAUSE: 500,
    CharClass.STOP: 500,
    CharClass.DASH: 2000,
    CharClass.DOT: 500,
    CharClass.SOLIDUS: 500,
}

# The spare half em beside the ink of a mark set on a full em (CLREQ "Width adjustment").
BLANK_BEFORE: Final[dict[CharClass, int]] = {CharClass.OPEN: 500}
BLANK_AFTER: Final[dict[CharClass, int]] = {
    CharClass.CLOSE: 500,
    CharClass.PAUSE: 500,
    CharClass.STOP: 500,
}
