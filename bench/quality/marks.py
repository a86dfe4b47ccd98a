"""What each character of a text is to the counters: a small table of their own.

It shares nothing with the tables of the package, so that a fault in those cannot hide itself here.
The classes are those of CLREQ "Categories of characters"; what may not begin or end a line is
GB/T 15834-2011, 5.1.1-5.1.9.
"""

from enum import Enum
from typing import Final


class Kind(Enum):
    """The class of one character of a text."""

    HAN = "han"
    OPEN = "open"
    CLOSE = "close"
    PAUSE = "pause"
    STOP = "stop"
    DASH = "dash"  # half of a ——, or ⸺
    ELLIPSIS = "ellipsis"
    CONNECTOR = "connector"
    DOT = "dot"
    SOLIDUS = "solidus"
    WEST = "west"  # letters, digits and the signs typed with them


_MEMBERS: Final[dict[Kind, str]] = {
    Kind.OPEN: "“‘（《〈【〖〔［｛「『",
    Kind.CLOSE: "”’）》〉】〗〕］｝」』",
    Kind.PAUSE: "，、；：",
    Kind.STOP: "。．？！",
    Kind.DASH: "⸺",
    Kind.ELLIPSIS: "…⋯",
    Kind.CONNECTOR: "—–～〜",
    Kind.DOT: "·",
    Kind.SOLIDUS: "／",
}
_KIND_OF: Final = {char: kind for kind, chars in _MEMBERS.items() for char in chars}

ENDING: Final = frozenset({Kind.CLOSE, Kind.PAUSE, Kind.STOP})
"""Marks with their ink on the left and a spare half em on the right."""
SPARE: Final = ENDING | {Kind.OPEN}
"""Marks with a spare half em."""
NOT_AT_START: Final = ENDING | {Kind.CONNECTOR, Kind.DOT, Kind.SOLIDUS}
NOT_AT_END: Final = frozenset({Kind.OPEN, Kind.SOLIDUS})
LONG: Final = frozenset({Kind.DASH, Kind.ELLIPSIS})
# Signs typed in ASCII that do the work of a mark; UAX #14 classes CL, EX, IS and OP.
TYPED_NOT_AT_START: Final = frozenset(",.;:!?)]}%‰℃°/")
TYPED_NOT_AT_END: Final = frozenset("([{/")
TYPED_CONNECTORS: Final = frozenset("-~")
"""May not begin a line either, unless they are the sign of a number."""
HUNG: Final = frozenset("，、。．")
"""Marks that may hang in the margin (CLREQ "Hanging punctuation")."""


def is_han(char: str) -> bool:
    """Whether a character is an ideograph: one em wide, and nothing spare."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\U00020000" <= char <= "\U0003ffff"
        or "\uf900" <= char <= "\ufaff"
        or char in "〇々"
    )


def kinds(text: str) -> list[Kind]:
    """The class of each character of a text, which tells a — of a —— from one that connects."""
    out = []
    for at, char in enumerate(text):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        kind = _KIND_OF.get(char) or (Kind.HAN if is_han(char) else Kind.WEST)
        if char == "—" and char in (before, after):
            kind = Kind.DASH
        elif char == "’" and is_letter(before) and is_letter(after):
            kind = Kind.WEST  # an apostrophe
        out.append(kind)
    return out


def is_letter(char: str) -> bool:
    """Whether a character is a letter of a script written in words; False for an empty text."""
    return char.isalpha() and not is_han(char)


def is_digit(char: str) -> bool:
    """Whether a character is a digit, raised and lowered ones too; False for an empty text."""
    return char.isdigit()
