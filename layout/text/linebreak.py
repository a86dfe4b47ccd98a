"""What Unicode says of the marks of all other writing: which open, close, or let a line end.

Chinese and Japanese marks have tables of their own (`layout.text.scripts`). For the rest the
Line_Break property of Unicode 17.0 decides (UAX #14, data of LineBreak.txt): what general
categories tell is taken from those (Ps and Pi open, Pe and Pf close, Sc stands before a number),
and only what they do not tell is written down here. Loaded when a text holds such a mark; plain
Chinese text never asks.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final
from unicodedata import category

# By class, the code points that the categories do not tell, in hexadecimal.
_CLASSES: Final = {
    # opening, not Ps or Pi
    "OP": "A1 BF 2E18 2E62 13258-1325A 13286 13288 13379 1342F 13437 1343C 1343E 145CE 1E95E-1E95F",
    # no line ends after these
    "BB": (
        "B4 2C8 2CC 2DF C77 C84 F01-F04 F06-F07 F09-F0A FD0-FD1 FD3 1806 1FFD 208F A874-A875 A8FC "
        "11175 111DB 115C1 11660-1166C 119E2 11A3F 11A45 11A9E-11AA0 11B00-11B09 11C70"
    ),
    # before a number, not Sc
    "PR": "2B 5C B1 20C1-20CF 2116 2212-2213",
    # closing, not Pe or Pf
    "CL": (
        "2E63 FE10-FE12 FE50-FE52 FF61 FF64 1325B-1325D 13282 13287 13289 1337A-1337B 13438 1343D "
        "1343F 145CF"
    ),
    # exclamation, interrogation
    "EX": (
        "21 3F 5C6 61B 61D-61F 6D4 7F9 F0D-F11 F14 1802-1803 1808-1809 1944-1945 2762-2763 2CF9 "
        "2CFE 2E2E 2E53-2E54 2E60-2E61 A60E A876-A877 FE15-FE16 FE56-FE57 115C4-115C5 11C71"
    ),
    # separators in numbers
    "IS": "2C 2E 3A-3B 37E 387 589 60C-60D 7F8 2044",
    # nonstarters
    "NS": "17D6 203D A015 FE13-FE14 FE54-FE55 16FE0-16FE3 16FF2-16FF3 1F679-1F67B",
    # after a number
    "PO": (
        "25 A2 B0 609-60B 66A 9F2-9F3 9F9 D79 2030-2037 2057 20A7 20B6 20BB 20BE 20C0 2103 2109 "
        "A838 FDFC FE6A FF05 FFE0 11FDD-11FE0 1ECAC 1ECB0"
    ),
    # leaders
    "IN": "2024 10AF6",
    # a line may end after these, spaces aside
    "BA": (
        "7C 964-965 E5A-E5B F0B F34 F7F F85 FBE-FBF FD2 104A-104B 1361 16EB-16ED 1735-1736 "
        "17D4-17D5 17D8 17DA 1804-1805 1B4E-1B4F 1B5A-1B5B 1B5D-1B60 1B7D-1B7F 1C3B-1C3F "
        "1C7E-1C7F 2012 2056 2058-205B 205D-205E 2800 2CFA-2CFC 2CFF 2D70 2E0E-2E15 2E19 "
        "2E2A-2E2D 2E30-2E31 2E33-2E34 2E3C-2E3E 2E41 2E43-2E4A 2E4C 2E4E-2E4F A4FE-A4FF A60D "
        "A60F A6F3-A6F7 A8CE-A8CF A92E-A92F A9C7-A9C9 A9CF AA40-AA42 AA44-AA4B AA5D-AA5F "
        "AAF0-AAF1 ABEB 10100-10102 1039F 103D0 10857 1091F 10A50-10A57 10AF0-10AF5 10B39-10B3F "
        "10ED0 11047-11048 110BE-110C1 11140-11143 111C5-111C6 111C8 111DD-111DF 11238-11239 "
        "1123B-1123C 112A9 1133D 1135D 1144B-1144E 1145A-1145B 115C2-115C3 115C9-115D7 "
        "11641-11642 1173C-1173E 11944-11946 11A41-11A44 11A9A-11A9C 11AA1-11AA2 11C41-11C45 "
        "11EF2 11EF7-11EF8 11F43-11F44 11FFF 12470-12474 16A6E-16A6F 16AF5 16B37-16B39 16B44 "
        "16D6E-16D6F 16E97-16E98 1BC9F 1DA87-1DA8A"
    ),
}
_NOT_LAST: Final = ("OP", "BB", "PR")
_NOT_FIRST: Final = ("CL", "EX", "IS", "NS", "PO", "IN")
HYPHENS: Final = "-\u058a\u05be\u1400\u2010\u2e17\u2e40\u2e5d\U00010d6e\U00010ead"
"""HY and HH."""


@cache
def _members(classes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(chr(c) for name in classes for span in _spans(name) for c in span)


def _spans(name: str) -> Iterator[range]:
    for span in _CLASSES[name].split():
        first, _, last = span.partition("-")
        yield range(int(first, 16), int(last or first, 16) + 1)


def not_last(char: str) -> bool:
    """Whether no line may end after the character: it opens something, or belongs to what comes."""
    if category(char) in ("Ps", "Pi") or char in _members(_NOT_LAST):
        return True
    return category(char) == "Sc" and char not in _members(("PO",))


def not_first(char: str) -> bool:
    """Whether no line may begin with the character: it closes something, or belongs to it."""
    return category(char) in ("Pe", "Pf") or char in _members(_NOT_FIRST) or may_part(char)


def may_part(char: str) -> bool:
    """Whether a line may end after the character though a letter follows it."""
    return char in HYPHENS or char in _members(("BA",))


def is_letter(char: str) -> bool:
    """Whether the character is a letter, or a mark that makes part of one."""
    return char.isalpha() or category(char)[0] == "M"
