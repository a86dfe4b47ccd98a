"""Runs that no line end may cut: numbers with what belongs to them, words, —— and ……"""

from collections.abc import Iterator
from typing import Final

from bench.quality.marks import LONG, is_digit, is_letter
from bench.quality.source import Source

_INSIDE: Final = frozenset(".,:/-−∶")
"""Between two digits they are part of the number: 1,301; 13.5; 10:30; 2019-09-20."""
_AFTER: Final = frozenset("%％‰℃℉°″′+")
"""Belong to the number before them."""
_BEFORE: Final = frozenset("+-−±￥¥$€£№#")
"""Signs that belong to the number after them."""


def cut(source: Source, after: int, *, hyphen: bool) -> str:
    """What is cut by a line end after this character: "dash", "number", "word" or nothing.

    `hyphen` says that the tool put a hyphen there, as it may between two letters.
    """
    if after + 1 >= len(source.chars) or source.last(after) or source.parted[after + 1]:
        return ""
    a, b = source.chars[after], source.chars[after + 1]
    if source.kinds[after] in LONG and source.kinds[after + 1] is source.kinds[after]:
        return "dash"
    if any(_in_number(source, after, a, b)):
        return "number"
    if not hyphen and any(_in_word(source, after, a, b)):
        return "word"
    return ""


def _in_number(source: Source, after: int, a: str, b: str) -> Iterator[bool]:
    before = _char(source, after - 1) if not source.first(after) else ""
    beyond = _char(source, after + 2) if not source.last(after + 1) else ""
    yield (is_digit(a) and (is_digit(b) or is_letter(b))) or (is_letter(a) and is_digit(b))
    yield is_digit(a) and b in _AFTER
    yield is_digit(a) and b in _INSIDE and is_digit(beyond)
    yield is_digit(before) and a in _INSIDE and is_digit(b)
    yield a in _BEFORE and is_digit(b) and not (is_letter(before) or is_digit(before))


def _in_word(source: Source, after: int, a: str, b: str) -> Iterator[bool]:
    before = _char(source, after - 1) if not source.first(after) else ""
    beyond = _char(source, after + 2) if not source.last(after + 1) else ""
    yield is_letter(a) and is_letter(b)
    yield is_letter(a) and b in "’'" and is_letter(beyond)
    yield is_letter(before) and a in "’'" and is_letter(b)


def _char(source: Source, at: int) -> str:
    return source.chars[at] if 0 <= at < len(source.chars) else ""
