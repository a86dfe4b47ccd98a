"""Classes of characters in East Asian composition, and which may stand at the edge of a line.

The classes are those of W3C CLREQ (Requirements for Chinese Text Layout, "Categories of characters"
and "Prohibition rules for line start and line end"), with two of W3C JLREQ (Requirements for
Japanese Text Layout, 3.1.7) that Chinese does not need. Raw UAX #14 classes do not serve: they
leave ～ and ／ free to begin a line and do not know which way a quotation mark faces. What belongs
to a class, and how wide it is, differs from script to script: see `layout.text.scripts`.
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
    FULL = 14  # marks that fill their em: ？！ on one em, vertical ： and ？, Japanese ？
    SPACE = 15  # no cluster: it stands between two
    SYLLABLE = 16  # a part of a word that may be hyphenated
    ITERATION = 17  # 々 ゝ ヽ: as an ideograph, but never first in a line (JLREQ cl-09)
    SMALL_KANA = 18  # ぁ ッ ー: not first in a line at the strict level (JLREQ cl-10, cl-11)
    JOINT = 19  # a part of a compound word, with the hyphen after which a line may end
    LINK = 20  # a part of an address, after which a line may end
    SIGN = 21  # － ＝ ＞ ±: signs on an em that belong to the figure behind them
    PLUS = 22  # ＋ + |: signs that belong to what stands before them: 互联网+
    TIMES = 23  # × ÷: between two numbers, or × for what is not named (××市)


POSTFIXES: Final = frozenset("%％‰℃℉°″′,.;:!?)]}+|") | frozenset(map(chr, range(0x3380, 0x33E0)))
"""Signs that belong to what stands before them (UAX #14 PO, CL, EX, IS, BA; the + of 互联网+; units
on one em such as ㎡, as JLREQ cl-13)."""

PREFIXES: Final = frozenset("￥¥$€£№#@([{")
"""Signs that belong to what stands after them (UAX #14 PR, OP)."""

# Typed marks that stand alone between Han do the work of the full-width ones (UAX #14 HY, SY).
ALONE: Final[dict[str, CharClass]] = {
    "-": CharClass.CONNECTOR,
    "‐": CharClass.CONNECTOR,
    "‑": CharClass.CONNECTOR,
    "~": CharClass.CONNECTOR,
    "/": CharClass.SOLIDUS,
    **dict.fromkeys(("——", "⸺", "―", "――"), CharClass.DASH),
    **dict.fromkeys(("…", "……", "⋯", "⋯⋯", "‥", "‥‥"), CharClass.ELLIPSIS),
    **dict.fromkeys(sorted(PREFIXES), CharClass.PREFIX),
    **dict.fromkeys("－＝＞＜±∓≈≠≤≥≦≧∽≡", CharClass.SIGN),
    **dict.fromkeys("＋+｜|", CharClass.PLUS),
    **dict.fromkeys("×÷", CharClass.TIMES),
}

IDEOGRAPHIC: Final = frozenset({CharClass.HAN, CharClass.ITERATION, CharClass.SMALL_KANA})
"""What stands on an em of its own and has Latin kept at a distance."""
LATIN: Final = frozenset(
    {CharClass.WEST, CharClass.JOINT, CharClass.FRAGMENT, CharClass.SYLLABLE, CharClass.POSTFIX,
     CharClass.PREFIX, CharClass.LINK}
)  # fmt: skip
"""Words, numbers and the signs that belong to them."""

SIGNS: Final = frozenset({CharClass.SIGN, CharClass.PLUS, CharClass.TIMES})
"""Signs of arithmetic that stand alone. They are neither Han nor Latin: nothing is put between them
and either (CLREQ "Mixed text composition" speaks of letters and figures; w3c/jlreq#279 has signs
and figures solid)."""

# CLREQ "Prohibition rules": by level, the classes that may not begin and not end a line.
# `gb` is GB/T 15834-2011 5.1.1-5.1.9, which lets —— and …… begin a line; `strict` does not.
# POSTFIX and PREFIX are UAX #14 LB25: never parted from their number. JLREQ 3.1.7: an iteration
# mark never begins a line, small kana and ー not in the strict way.
_MARKS = frozenset(
    {CharClass.PAUSE, CharClass.STOP, CharClass.FULL, CharClass.CLOSE, CharClass.CONNECTOR,
     CharClass.DOT, CharClass.SOLIDUS, CharClass.POSTFIX, CharClass.PLUS, CharClass.ITERATION}
)  # fmt: skip
_OPENING = frozenset({CharClass.OPEN, CharClass.PREFIX})
NOT_AT_START: Final[dict[str, frozenset[CharClass]]] = {
    "none": frozenset(),
    "basic": _MARKS,
    "gb": _MARKS,
    "strict": _MARKS | {CharClass.DASH, CharClass.ELLIPSIS, CharClass.SMALL_KANA},
}
NOT_AT_END: Final[dict[str, frozenset[CharClass]]] = {
    "none": frozenset(),
    "basic": _OPENING,
    "gb": _OPENING | {CharClass.SOLIDUS},
    "strict": _OPENING | {CharClass.SOLIDUS},
}
