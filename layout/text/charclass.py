"""Classes of characters in Chinese composition, and which may stand at the edge of a line.

The classes are those of W3C CLREQ (Requirements for Chinese Text Layout, "Categories of characters"
and "Prohibition rules for line start and line end") with the widths of GB/T 15834-2011, 5.1. Raw
UAX #14 classes do not serve: they leave ～ and ／ free to begin a line and do not know which way a
quotation mark faces.
"""

from enum import IntEnum
from typing import Final


class CharClass(IntEnum):
    """What a token is to the rules. The values index the pair table of `layout.inline.spacing`."""

    HAN = 0
    OPEN = 1  # “ ‘ （ 《: ink on the right, ½ em spare on the left
    CLOSE = 2  # ” ’ ） 》: ½ em spare on the right
    PAUSE = 3  # ， 、 ； ：
    STOP = 4  # 。 ？ ！, and three of ？！ in a row
    DASH = 5  # ——, 2 em, unbroken
    ELLIPSIS = 6  # ……, 2 em
    CONNECTOR = 7  # – — ～
    DOT = 8  # ·, ½ em
    SOLIDUS = 9  # ／
    WEST = 10  # words and numbers, never broken inside
    POSTFIX = 11  # signs that close what stands before them: the + of 互联网+, a lone % or )
    PREFIX = 12  # signs that open what stands after them: ￥, a lone (
    FRAGMENT = 13  # a letter of a word wider than its measure, which must be cut somewhere
    DOUBLE_STOP = 14  # ？！ ？？ ！！: two marks on one em
    SPACE = 15  # no cluster: it stands between two


# GB/T 15834-2011 4 and 5.1; CLREQ "Categories of characters". One row a class.
MEMBERS: Final[dict[CharClass, str]] = {
    CharClass.OPEN: "“‘（《〈【〖〔［｛「『",
    CharClass.CLOSE: "”’）》〉】〗〕］｝」』",
    CharClass.PAUSE: "，、；：",
    CharClass.STOP: "。．？！",
    CharClass.CONNECTOR: "–—～〜",
    CharClass.DOT: "·",
    CharClass.SOLIDUS: "／",
}

CLASS_OF: Final[dict[str, CharClass]] = {
    char: cls for cls, chars in MEMBERS.items() for char in chars
}

POSTFIXES: Final = frozenset("+%％‰℃℉°″′,.;:!?)]}")
"""Signs that belong to what stands before them (UAX #14 PO, CL, EX, IS, and the + of 互联网+)."""

PREFIXES: Final = frozenset("￥¥$€£№#@([{")
"""Signs that belong to what stands after them (UAX #14 PR, OP)."""

# Typed marks that stand alone between Han do the work of the full-width ones (UAX #14 HY, SY).
ALONE: Final[dict[str, CharClass]] = {
    "-": CharClass.CONNECTOR,
    "‐": CharClass.CONNECTOR,
    "~": CharClass.CONNECTOR,
    "/": CharClass.SOLIDUS,
    **dict.fromkeys(("——", "⸺"), CharClass.DASH),
    **dict.fromkeys(("…", "……", "⋯", "⋯⋯"), CharClass.ELLIPSIS),
    **dict.fromkeys(sorted(PREFIXES), CharClass.PREFIX),
}

# CLREQ "Prohibition rules": by level, the classes that may not begin and not end a line.
# `gb` is GB/T 15834-2011 5.1.1-5.1.9. POSTFIX and PREFIX are UAX #14 LB25: never parted from
# their number.
_MARKS = frozenset(
    {CharClass.PAUSE, CharClass.STOP, CharClass.DOUBLE_STOP, CharClass.CLOSE, CharClass.CONNECTOR,
     CharClass.DOT, CharClass.SOLIDUS, CharClass.POSTFIX}
)  # fmt: skip
_OPENING = frozenset({CharClass.OPEN, CharClass.PREFIX})
NOT_AT_START: Final[dict[str, frozenset[CharClass]]] = {
    "none": frozenset(),
    "basic": _MARKS,
    "gb": _MARKS,
}
NOT_AT_END: Final[dict[str, frozenset[CharClass]]] = {
    "none": frozenset(),
    "basic": _OPENING,
    "gb": _OPENING | {CharClass.SOLIDUS},
}

HALF: Final = 500

# Width of one mark's body in thousandths of an em, where the class and not the face decides it
# (GB/T 15834-2011 5.1: · and ／ half, —— and …… two characters, a connector one).
BODY: Final[dict[CharClass, int]] = {
    CharClass.OPEN: HALF,
    CharClass.CLOSE: HALF,
    CharClass.PAUSE: HALF,
    CharClass.STOP: HALF,
    CharClass.DOUBLE_STOP: HALF,
    CharClass.ELLIPSIS: 1000,
    CharClass.CONNECTOR: 1000,
    CharClass.DASH: 1000,
    CharClass.DOT: HALF,
    CharClass.SOLIDUS: HALF,
}
NARROW: Final = frozenset("–-‐")
"""Connectors of half a character (GB/T 15834-2011 4.13.2.1: the short connector)."""
WIDE: Final = frozenset("⸺")
"""One code point for two: a dash."""

# The spare half em beside the ink of a mark set on a full em (CLREQ "Width adjustment"). ？！ fill
# their em, so they have none (GB/T 15834-2011 5.1.2).
BLANK_BEFORE: Final[dict[CharClass, int]] = {CharClass.OPEN: HALF}
BLANK_AFTER: Final[dict[CharClass, int]] = {
    CharClass.CLOSE: HALF,
    CharClass.PAUSE: HALF,
    CharClass.STOP: HALF,
}
