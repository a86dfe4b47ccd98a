"""Why a line is loose: what would have had to come into it, and what kept that out."""

from bisect import bisect_left, bisect_right
from collections.abc import Set
from typing import Final

from layout.diagnostics import shown
from layout.inline.breaks import Breaks
from layout.inline.items import Items
from layout.text.charclass import LATIN, CharClass
from layout.words.said import Said, said

LONG_PIECE: Final = 1500
"""1/1000 em: what is longer and stays in one piece may be why the line before it is loose."""
_LONGEST: Final = 40


def why_loose(
    items: Items, breaks: Breaks, first: int, last: int, *, measure: int, bonded: Set[int]
) -> Said | str:
    """What kept the line of clusters `first` … `last` from taking in what follows it, to be put
    behind a message; empty for the last line of a paragraph. `bonded` are the clusters that what
    follows belongs to."""
    if last + 1 >= items.count:
        return ""
    end = items.ends[bisect_right(items.ends, last)]
    width = items.end[end] - items.start[last + 1]
    reason = _reason(items, breaks, first, last, end=end, measure=measure, bonded=bonded)
    piece = shown(text_of(items, last + 1, end), _LONGEST)
    return said(reason, piece=piece, width=width / 1000)


def _reason(
    items: Items,
    breaks: Breaks,
    first: int,
    last: int,
    *,
    end: int,
    measure: int,
    bonded: Set[int],
) -> str:
    """Why what follows a line, up to the cluster `end`, did not come into it: the key of it."""
    if _fits(items, first, end, measure):
        k = bisect_left(breaks.last, end)
        return (
            "part.why-runt"
            if breaks.numbers.runt_from <= k < breaks.numbers.final
            else "part.why-looser"
        )
    if end == last + 1 and items.end[end] - items.start[last + 1] <= LONG_PIECE:
        return "part.why-stiff"
    if any(i in bonded for i in range(last + 1, end)):
        return "part.why-bond"
    if items.tokens[last + 1].cls in LATIN:
        return "part.why-word"
    if items.tokens[last + 1].cls in (CharClass.DASH, CharClass.ELLIPSIS):
        return "part.why-mark"
    return "part.why-ends"


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
