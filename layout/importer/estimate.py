"""How much room words will take, guessed on the safe side without a face or a breaker."""

import re
from itertools import pairwise
from typing import Final

from layout.correction.script import CJK_MARKS, CLOSERS, is_chinese, is_western
from layout.importer.model import SourceParagraph, SourceStory
from layout.units import ROUNDING, whole_up

INDENT_EM: Final = 2.0
# Capitals, and Latin next to Han, take more than the half em of a digit.
_CAPITAL_EM: Final = 0.72
_SMALL_EM: Final = 0.56
_GAP_EM: Final = 0.25
_WORD = re.compile(r"[!-~]+|.", re.DOTALL)


def advance(char: str) -> float:
    """A cautious advance in em."""
    if char.isascii():
        if char.isdigit() or not char.isalpha():
            return 0.52
        return _CAPITAL_EM if char.isupper() else _SMALL_EM
    return 1.0 if is_chinese(char) or ord(char) >= 0x2000 else _CAPITAL_EM


def width_em(text: str) -> float:
    """A cautious width of a line of display text, its Han-Latin gaps included."""
    gaps = sum(1 for a, b in pairwise(text) if is_western(a) != is_western(b))
    return sum(advance(c) for c in text) + gaps * _GAP_EM


def paragraph_lines(text: str, measure_em: float, indent_em: float = INDENT_EM) -> int:
    """Lines of a paragraph, filled greedily; words stay whole, closing marks take a neighbour."""
    lines, at = 1, indent_em
    western = False
    for match in _WORD.finditer(text):
        unit = match.group()
        width = advance(unit) if len(unit) == 1 else sum(advance(c) for c in unit)
        if unit.isascii() != western:
            width += _GAP_EM
            western = not western
        if at + width <= measure_em + ROUNDING:
            at += width
            continue
        # A mark may not begin a line: it is squeezed in, or takes the character before it along.
        carried = 1.0 if unit in CLOSERS or unit in CJK_MARKS else 0.0
        lines += 1
        at = carried + width
        while at > measure_em:
            lines += 1
            at -= measure_em
    return lines


def paragraph_height(paragraph: SourceParagraph, measure_em: float) -> int:
    """Lines of a paragraph or a small heading."""
    if paragraph.subhead:
        return 1 + whole_up(width_em(paragraph.text) / measure_em)
    return paragraph_lines(paragraph.text, measure_em)


def story_lines(story: SourceStory, measure_em: float) -> int:
    """Lines of a story's text in one endless column, its by-line included."""
    return sum(paragraph_height(p, measure_em) for p in story.paragraphs) + bool(story.byline)
