"""A plain first fit, written from the description of how a daily breaks its lines and from nothing
of the package: an oracle for `house: daily`.

Marks full; a mark at a line's end has no blank after it, an opening one at its start none before
it; of two marks side by side only one half em of blank stays; a gap of ⅛ em between Han and
figures. A line takes what it holds, and what does not fit goes to the next one with what it may not
be parted from. Its characters are Han, figures and the marks below.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

OPENING = "“‘（《〈"
CLOSING = "”’）》〉，、；：。？！"
HALF = Fraction(1, 2)
GAP = Fraction(1, 8)


def plain_first_fit(text: str, measure: float, indent: float, *, head: str = "half") -> list[str]:
    """The lines of a paragraph. Lengths in em; `head` is `full` where an opening mark that begins
    the paragraph keeps its em."""
    pieces = re.findall(r"[0-9]+(?:[.][0-9]+)?%?|.", text)
    lines: list[str] = []
    room = Fraction(str(measure)) - Fraction(str(indent))
    if head == "full" and text[0] in OPENING:
        room -= HALF
    at = 0
    while at < len(pieces):
        width = Fraction(0)
        end = at + 1  # where nothing fits, one piece stands alone
        for k in range(at, len(pieces)):
            width += _body(pieces[k]) + (_between(pieces[k - 1], pieces[k]) if k > at else 0)
            if width > room:
                break
            if k + 1 == len(pieces) or _may_part(pieces[k], pieces[k + 1]):
                end = k + 1
        lines.append("".join(pieces[at:end]))
        at = end
        room = Fraction(str(measure))
    return lines


def ends(lines: list[str]) -> frozenset[int]:
    """The offsets at which all lines but the last end."""
    return frozenset(_ends(lines))


def _ends(lines: list[str]) -> Iterator[int]:
    at = 0
    for line in lines[:-1]:
        at += len(line)
        yield at


def _body(piece: str) -> Fraction:
    if piece[0].isdigit():
        return HALF * len(piece)
    return HALF if piece in OPENING + CLOSING else Fraction(1)


def _between(left: str, right: str) -> Fraction:
    after, before = left in CLOSING, right in OPENING
    if (after and right in CLOSING) or (before and left in OPENING):
        return Fraction(0)
    if after or before:
        return HALF
    figures = left[0].isdigit(), right[0].isdigit()
    beside_mark = left in OPENING or right in CLOSING
    return GAP if figures[0] != figures[1] and not beside_mark else Fraction(0)


def _may_part(left: str, right: str) -> bool:
    return left not in OPENING and right not in CLOSING
