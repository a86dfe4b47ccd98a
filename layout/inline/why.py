"""Why a line is loose: what would have had to come into it, and what kept that out."""

from bisect import bisect_left, bisect_right
from collections.abc import Set
from typing import Final

from layout.diagnostics import shown
from layout.inline.breaks import Breaks
from layout.inline.items import Items
from layout.text.charclass import LATIN, CharClass

LONG_PIECE: Final = 1500
"""1/1000 em: what is longer and stays in one piece may be why the line before it is loose."""
_LONGEST: Final = 40


def why_loose(
    items: Items, breaks: Breaks, first: int, last: int, *, measure: int, bonded: Set[int]
) -> str:
    """What kept the line of clusters `first` … `last` from taking in what follows it, as words to
    put behind a message; empty for the last line of a paragraph. `bonded` are the clusters that
    what follows belongs to."""
    if last + 1 >= items.count:
        return ""
    end = items.ends[bisect_right(items.ends, last)]
    piece = f"“{shown(text_of(items, last + 1, end), _LONGEST)}”"
    width = items.end[end] - items.start[last + 1]
    if _fits(items, first, end, measure):
        k = bisect_left(breaks.last, end)
        if breaks.numbers.runt_from <= k < breaks.numbers.final:
            return f": with {piece} in it the last line would be one character (孤字)"
        return f": with {piece} in it the lines after it would be looser"
    if end == last + 1 and width <= LONG_PIECE:
        return f": {piece} does not go into it, and it has few places that can open"
    if any(i in bonded for i in range(last + 1, end)):
        return f": {piece} after it, {width / 1000:.3g} em, should not be parted"
    if items.tokens[last + 1].cls in LATIN:
        return f": {piece} after it, {width / 1000:.3g} em, may not be parted"
    if items.tokens[last + 1].cls in (CharClass.DASH, CharClass.ELLIPSIS):
        return f": {piece} after it, {width / 1000:.3g} em, is one mark"
    return f": {piece} after it stays together by the rules of line ends (禁则)"


def text_of(items: Items, first: int, last: int) -> str:
    """The text of clusters `first` … `last`, with the spaces between them."""
    spaces = (*items.spaces[first:last], None)
    return "".join(
        [t.text + (s.text if s else "")
         for t, s in zip(items.tokens[first : last + 1], spaces, strict=True)]
    )  # fmt: skip


def _fits(items: Items, first: int, last: int, measure: int) -> bool:
    """Whether the clusters go into the measure, squeezed if need be."""
    give = items.soft_sum[last] - items.soft_sum[first]
    give += items.hard_sum[last] - items.hard_sum[first]
    return items.end[last] - items.start[first] - give <= measure
