"""Which script a character belongs to, as far as the repair of Chinese text needs to know.

Line breaking has finer classes of its own; here only one question is asked: does the mark stand
in Chinese or in Western text?
"""

from typing import Final

# Marks that Unicode gives to Chinese text alone (EAW W or F in UAX #11).
CJK_MARKS: Final = frozenset(
    "，、。；：？！（）《》〈〉【】〖〗〔〕［］｛｝『』「」～％＋－／．＂＇＆＠＃"
)
# East Asian Width "A" (UAX #11): Chinese or Western, decided by what stands beyond them.
EITHER: Final = frozenset("“”‘’…—·–⋯")
OPENERS: Final = frozenset("“‘（《〈【〖〔［｛『「([{")
CLOSERS: Final = frozenset("”’）》〉】〗〕］｝』」)]}")
STOPS: Final = frozenset("。！？…!?")
_LOOK: Final = 16  # how far a row of either-way marks is looked through; keeps the test linear


def is_han(char: str) -> bool:
    """Whether the character is an ideograph (unified, extensions, compatibility, or a radical that
    OCR wrote for one), 々, 〆 or 〇."""
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x3347F
        or 0xF900 <= code <= 0xFAFF
        or 0x2E80 <= code <= 0x2FD5
        or 0x3005 <= code <= 0x3007
    )


def is_chinese(char: str) -> bool:
    """Whether the character is Han or a mark of Chinese text alone."""
    return is_han(char) or char in CJK_MARKS


def is_digit(char: str) -> bool:
    """Whether the character is an ASCII digit."""
    return "0" <= char <= "9"


def is_western(char: str) -> bool:
    """Whether the character is a letter or a digit of Western text."""
    return char.isalnum() and not is_han(char) and ord(char) < 0x2E80


def chinese_beside(text: str | list[str], index: int, step: int) -> bool:
    """Whether Chinese text stands at `index` or, in direction `step`, beyond either-way marks."""
    for _ in range(_LOOK):
        if not 0 <= index < len(text):
            return False
        if text[index] not in EITHER:
            return is_chinese(text[index])
        index += step
    return False


def width_em(char: str) -> float:
    """A rough advance in em for estimates: full-width 1, everything Western ½."""
    return 1.0 if is_chinese(char) or char in "“”‘’…—" or ord(char) >= 0x2E80 else 0.5
