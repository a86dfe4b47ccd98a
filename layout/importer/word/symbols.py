"""Signs that Word draws out of a face of symbols, or by the words of a field.

The codes are those of Microsoft's Symbol and Wingdings faces; what has none here is 〓, which is
set where a sign is lacking.
"""

import re
from typing import Final

LACKING: Final = "〓"
_SYMBOL: Final = {
    0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ", 0x68: "η",
    0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ",
    0x77: "ω", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xB3: "≥", 0xA5: "∞", 0xB0: "°",
    0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xB7: "•", 0xD7: "·",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
}  # fmt: skip
_WINGDINGS: Final = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x77: "◆",
    0xA1: "○", 0xA7: "■", 0xA8: "□", 0xAB: "★", 0xD8: "▶", 0xE8: "→", 0xE0: "→", 0xDF: "←",
    0xE1: "↑", 0xE2: "↓", 0xF0: "→", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", 0x28: "☎",
    0x2A: "✉",
} | {0x81 + n: chr(ord("①") + n) for n in range(10)} | {
    0x8C + n: chr(ord("❶") + n) for n in range(10)
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x52: "☑", 0x51: "☒", 0x50: "√", 0x4F: "×", 0xA3: "□", 0x97: "●", 0x98: "•", 0xEA: "★",
}  # fmt: skip
_FACES: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_SILENT: Final = frozenset(
    ["", "XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "MACROBUTTON"]
)
"""Fields that print nothing, by ECMA-376 part 1, 17.16.5."""
_COVER: Final = re.compile(r"\\o\s*\\a[cdlr]\s*\(\s*([○□△◇])\s*[,，]\s*([^()]{1,4}?)\s*\)")
_OVER: Final = re.compile(
    r"\\o\s*\\a[a-z]\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\(([^()]{1,40})\)\s*[,，]\s*([^()]{1,8}?)\s*\)"
)


def symbol(face: str, code: str) -> tuple[str, bool]:
    """The sign at a code of a face, in hexadecimal; and whether it is known."""
    try:
        number = int(code[:6], 16)
    except ValueError:
        return LACKING, False
    if 0xF000 <= number <= 0xF0FF:
        found = _FACES.get(face.lower(), {}).get(number - 0xF000)
        return (found, True) if found else (LACKING, False)
    table = _FACES.get(face.lower())
    if table is not None:
        return (table[number], True) if number in table else (LACKING, False)
    usual = 0x20 < number < 0xD800 or 0xF900 <= number < 0xFFF0
    return (chr(number), True) if usual and chr(number).isprintable() else (LACKING, False)


def draws(told: str) -> bool:
    """Whether a field is drawn from what it says, and any result it holds is empty."""
    return _kind(told) == "EQ"


def _kind(told: str) -> str:
    return told.split(maxsplit=1)[0].upper() if told.split() else ""


def field_words(told: str) -> tuple[str, str, bool]:
    """What a field prints that has no result: its words, a reading over them, and whether nothing
    of it is lost. Word's 带圈字符 and 拼音指南 are such fields."""
    if not draws(told):
        return "", "", _kind(told) in _SILENT
    covered = _COVER.search(told)
    if covered is not None:
        sign, inside = covered.groups()
        number = int(inside) if inside.isdecimal() and inside.isascii() else 0
        if sign == "○" and 1 <= number <= 20:
            return chr(ord("①") + number - 1), "", True
        return f"（{inside}）", "", False
    ruby = _OVER.search(told)
    if ruby is not None:
        return ruby[2], ruby[1].strip(), True
    return "", "", False
