"""A set line, and a paragraph broken into set lines."""

from typing import Final

from layout.inline.items import Items
from layout.record import record

# What may be wrong with a line that could not be set well.
OVER: Final = "over"
"""Wider than its measure, everything squeezed."""
SHORT: Final = "short"
"""Narrower than its measure, and nothing in it may grow."""
LOOSE: Final = "loose"
"""Every gap grew by more than an eighth of an em."""
FORBIDDEN: Final = "forbidden-break"
"""Ends where the rules of its level forbid it, because no other way fitted the measure."""
CUT: Final = "cut-word"
"""Ends inside a word that is wider than the measure."""

LOOSE_GAP: Final = 125
"""An eighth of an em (1/1000 em): beyond this a line is reported as loose."""


@record
class SetLine:
    """Clusters `first` … `last` of a paragraph with their pen positions, in 1/1000 em.

    `natural` is the width after squeezing and trimming and before justifying; `width` reaches to
    the trimmed edge of the last cluster; `gap` is what each ordinary place between two clusters
    gained. `reasons` say what is wrong with a line that could not be set well.
    """

    first: int
    last: int
    xs: tuple[float, ...]
    natural: float
    width: float
    is_last: bool
    tier: str = ""
    gap: float = 0.0
    indent: float = 0.0
    reasons: tuple[str, ...] = ()

    # A line is looked up by being itself: two that are set alike may belong to two paragraphs.
    __eq__ = object.__eq__
    __hash__ = object.__hash__


@record
class SetParagraph:
    """A paragraph at a measure: its items, and its lines in order."""

    items: Items
    lines: tuple[SetLine, ...]
    measure: int  # 1/1000 em
