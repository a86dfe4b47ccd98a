"""Runs of several tokens that no line end should part: dates, numbers with units, short names.

A token is never broken inside; these are longer. GB/T 15835-2011 keeps a number written in figures
in one piece: such a run is a wall. What belongs to it (its unit, the 年 月 日 of a date) stays with
it, and English in brackets stays whole, as long as that does not blow a line apart.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

# SI and other signs of units that are written after a space (GB/T 3100, GB/T 3101).
UNITS: Final = frozenset({
    "km²", "km³", "km/h", "km", "hm²", "m²", "m³", "m/s", "mm²", "mm", "cm²", "cm³", "cm", "dm",
    "nm", "μm", "m", "kg", "mg", "t", "g", "kW·h", "kWh", "kW", "MW", "GW", "W", "kV", "V", "mA",
    "A", "Ω", "kHz", "MHz", "GHz", "Hz", "KB", "MB", "GB", "TB", "kPa", "MPa", "Pa", "kJ", "J",
    "mol", "ml", "mL", "ha", "L", "l", "℃", "°C", "°", "pt", "dpi", "s", "h",
})  # fmt: skip
_MOST_IN_BRACKETS: Final = 16
"""Letters of English in brackets that are kept on one line: half a line of a newspaper column. More
may be parted at a space."""


_WORTH_A_LOOK: Final = "0123456789(（×÷±－\"'#_`<０１２３４５６７８９"
_HAN: Final = r"[\u3400-\u9fff\u3007]"
_STRAIGHT: Final = ('"', "'")
_MOST_ENCLOSED: Final = 60
"""Characters between two # of a topic; more are two signs that do not belong together."""
_ENCLOSED: Final = (
    rf"(?<![0-9A-Za-z])(?P<mark>[#_`])(?:(?P<number>[0-9])|(?![0-9\s#_`]))"
    rf"(?:(?!(?P=mark)).){{1,{_MOST_ENCLOSED}}}(?<![\s，、；：。])(?P=mark)(?(number)(?![0-9A-Za-z]))"
    rf"|<[^<>]{{1,{_MOST_ENCLOSED}}}>"
)
"""#a topic#, and what stands between other typed marks of one form. Not 3#楼和5#楼, #1机和#2机."""

_STANDARD: Final = (
    r"(?<![A-Za-z])(?!IS[BS]N)[A-Z]{2,4}"
    r"(?:/[A-Z]{1,2}[ \u00a0]?[0-9]{2,6}|[ \u00a0]?[0-9]{3,6}(?=[-–—:][0-9]))"
    r"(?:\.[0-9]{1,2})?(?:[-–—:][0-9]{1,4}){0,2}"
)
"""The number of a standard with its part and year is one name: GB/T 15834—2011, CY/T 35—2001,
ISO 12647-3:2013, GB 18030—2022. A league and a year, NBA 2019, are two; an ISBN is
too long a name for a line."""
_IN_STANDARDS: Final = frozenset("/-–—:")
"""Each of them has one of these. Without, the pattern is compiled without them: their part is a
third of what that takes, and most texts have none."""


@cache
def _bond(*, standards: bool, signs: bool, times: bool) -> re.Pattern[str]:
    """What should not be parted. Compiled when a text with a figure or a letter comes by.

    Without a sign of arithmetic it begins with one of few characters; all others are passed over.
    """
    few = "" if signs or times else r"(?=[0-9０-９＋(（A-Z])"
    return re.compile(
        few + r"(?:[0-9]{1,2}月[0-9]{1,2}[日号]"
        r"|[0-9][年月日号时点分秒]"
        r"|(?P<solid>(?<![0-9.·])[0-9]{1,4}[·‧・･][0-9]{1,4}(?![0-9.·]))"  # 3·15, 9·18
        # 390毫米×550毫米: the sign begins no line
        r"|(?P<wall>"
        + (r"[^\s，。；：、×÷][×÷](?![×÷])|" if times else "")
        + r"[＋－±]?[０-９](?:[０-９．，：]*[０-９])?[％‰℃]?"  # figures typed on full ems
        # ± ends no line, and a － between names begins none
        + (rf"|±{_HAN}|{_HAN}－(?={_HAN}))" if signs else ")")
        + (rf"|{_STANDARD}" if standards else "")
        + r"|[0-9][ \u00a0](?P<unit>[A-Za-zμΩ℃°][A-Za-z²³·/]{0,4})(?![A-Za-z])"
        rf"|[(（][A-Za-z][A-Za-z0-9 .,&'’/+-]{{0,{_MOST_IN_BRACKETS - 1}}}[)）])"
    )


class Bond(NamedTuple):
    """A span of a text that should stay on one line, by its offsets; a `wall` is never parted, and
    in a `solid` one nothing is put between its parts either. One that `closes` ends in a mark that
    would open something by itself: the second # of a topic."""

    first: int
    after: int
    wall: bool = False
    solid: bool = False
    closes: bool = False


def bonds(text: str) -> Iterator[Bond]:
    """The bonds of a text."""
    if any(char in text for char in _WORTH_A_LOOK):
        standards = not _IN_STANDARDS.isdisjoint(text)
        signs = "±" in text or "－" in text
        times = "×" in text or "÷" in text
        for found in _bond(standards=standards, signs=signs, times=times).finditer(text):
            unit = found["unit"]
            solid = found["solid"] is not None
            if unit is None or unit in UNITS:
                yield Bond(*found.span(), wall=solid or found["wall"] is not None, solid=solid)
        yield from enclosures(text)


def enclosures(text: str) -> Iterator[Bond]:
    """Of the bonds of a text those between typed marks in pairs and what they enclose: all that a
    line by itself needs."""
    for mark in _STRAIGHT:
        if mark in text:
            yield from _quoted(text, mark)
    if any(mark in text for mark in "#_`<"):
        yield from _enclosed(text)


def _quoted(text: str, mark: str) -> Iterator[Bond]:
    """Straight quotes and the Han that they enclose: the first of a pair opens, the second closes.
    Not the apostrophe of a word, nor the ′ of a measure."""
    opens = True
    for found in _straight(mark).finditer(text):
        at = found.start()
        inner = at + 1 if opens else at - 1
        if 0 <= inner < len(text) and _is_han(text[inner]):
            yield Bond(min(at, inner), max(at, inner) + 1, wall=True, solid=True)
        opens = not opens


def _enclosed(text: str) -> Iterator[Bond]:
    """Typed marks in pairs and the Han at their inner sides."""
    for found in _pairs().finditer(text):
        first, last = found.start(), found.end() - 1
        if _is_han(text[first + 1]):
            yield Bond(first, first + 2, wall=True, solid=True)
        if _is_han(text[last - 1]) or text[first] == "#":
            yield Bond(last - 1, last + 1, wall=True, solid=True, closes=text[first] == "#")


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(_ENCLOSED)


@cache
def _straight(mark: str) -> re.Pattern[str]:
    return re.compile(mark if mark == '"' else r"(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])")


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "\u3007"
