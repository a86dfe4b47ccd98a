"""Width rules: half-width marks in Chinese text become full-width, full-width digits half-width."""

import re
from typing import Final

from layout.correction.edits import Change
from layout.correction.script import CLOSERS, chinese_beside, is_digit, is_han

# mark: (full-width form, rule id); GB/T 15834-2011 5.1.1-5.1.4: these take one character's place.
FULL: Final[dict[str, tuple[str, str]]] = {
    ",": ("，", "W1.comma"),
    ";": ("；", "W1.semicolon"),
    ":": ("：", "W1.colon"),
    "!": ("！", "W1.exclamation"),
    "?": ("？", "W1.question"),
    "(": ("（", "W1.bracket"),
    ")": ("）", "W1.bracket"),
}
_IN_NUMBERS: Final = frozenset(",:")  # 1,301 and 10:30
# The parts of a foreign name between dots are shorter; a clause between two stops rarely is.
_CLAUSE: Final = 6
_STOP = re.compile(r"(?<!\.)\.(?!\.)")
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9０-９])．(?=[0-9０-９])")
_HALF = re.compile(r"[,;:!?()]")


def marks(text: str) -> list[Change]:
    """`, ; : ! ? ( )` with Han or a Chinese mark at either side; not inside a number.

    A pair of brackets is changed as one. A row of marks is followed both ways, so that `)。` and
    `+,` come out whole.
    """
    chars = list(text)
    spots = [m.start() for m in _HALF.finditer(text)]
    partner = _pairs(text, spots)
    for order in (spots, spots[::-1]):
        for i in order:
            if chars[i] in FULL and _wanted(chars, i):
                chars[i] = FULL[chars[i]][0]
                j = partner.get(i, i)
                chars[j] = FULL[chars[j]][0] if chars[j] in FULL else chars[j]
    return [Change(i, i + 1, chars[i], FULL[text[i]][1]) for i in spots if chars[i] != text[i]]


def _wanted(chars: list[str], i: int) -> bool:
    inside_number = 0 < i < len(chars) - 1 and is_digit(chars[i - 1]) and is_digit(chars[i + 1])
    if inside_number and chars[i] in _IN_NUMBERS:
        return False
    return chinese_beside(chars, i - 1, -1) or chinese_beside(chars, i + 1, 1)


def _pairs(text: str, spots: list[int]) -> dict[int, int]:
    """Half-width brackets that belong together within a line, by their offsets, both ways."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for i in spots:
        if text[i] == "(":
            waiting.append(i)
        elif text[i] == ")" and waiting:
            j = waiting.pop()
            if "\n" not in text[j:i] if i - j < 400 else False:
                pairs |= {i: j, j: i}
    return pairs


def stops(text: str) -> list[Change]:
    """`.` after Han at the end of a clause becomes 。 (W3.stop): before a line's end, a space, a
    quotation or a closing mark.

    Between two Han it may as well be the dot of a foreign name; there it is a stop only in a line
    that ends with one, has no 。 at all, and where clauses long enough stand between the dots.
    """
    changes = []
    start = 0
    for line in text.split("\n"):
        dots = [m.start() for m in _STOP.finditer(line) if _after_han(line, m.start())]
        ends = [i for i in dots if _ends(line, i)]
        if ends and ends[-1] == len(line.rstrip()) - 1 and "。" not in line:
            clauses = re.split(r"[.，,；;：:！？]", line[: ends[-1]])
            inner = [i for i in dots if i not in ends]
            if all(len(clause) >= _CLAUSE for clause in clauses) and inner:
                ends = dots
        changes += [Change(start + i, start + i + 1, "。", "W3.stop") for i in ends]
        start += len(line) + 1
    return changes


def _after_han(line: str, at: int) -> bool:
    before = line[at - 1] if at else ""
    closed = before in CLOSERS and chinese_beside(line, at - 1, -1)
    return bool(before) and (is_han(before) or closed)


def _ends(line: str, at: int) -> bool:
    after = line[at + 1 : at + 2]
    return not after or after in " \t\r“‘" or after in CLOSERS


def forms(text: str) -> list[Change]:
    """Full-width digits, letters and decimal points become ASCII (F1); GB/T 15835-2011 sets
    numbers in half-width digits."""
    return [
        Change(m.start(), m.end(), chr(ord(m.group()) - 0xFEE0), "F1.form")
        for m in _WIDE.finditer(text)
    ]
