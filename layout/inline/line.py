"""A set line, and a paragraph broken into set lines."""

from typing import Final

from layout.inline.items import Items
from layout.record import record
from layout.words.said import Said

# What may be wrong with a line that could not be set well.
OVER: Final = "over"
"""Wider than its measure, everything squeezed."""
SHORT: Final = "short"
"""Narrower than its measure, and nothing in it may grow."""
RAGGED: Final = "ragged"
"""Narrower than its measure: it holds an address, and its other gaps would open too far."""
LOOSE: Final = "loose"
"""Every gap grew by more than an eighth of an em."""
FORBIDDEN: Final = "forbidden-break"
"""Ends where the rules of its level forbid it, because no other way fitted the measure."""
FALLBACK: Final = "fallback"
"""Ends in a row of three marks or more, where the prohibitions give way (CLREQ)."""
PARTED: Final = "parted-run"
"""Ends inside a number typed on full ems, or another run that is wider than the measure."""
UNBOUND: Final = "parted-bond"
"""Ends inside a date, between a figure and its unit or in a short name, which parted before a line
opened beyond a quarter of an em."""
CUT: Final = "cut-word"
"""Ends inside a word that is wider than the measure."""

LOOSE_GAP: Final = 125
"""An eighth of an em (1/1000 em): beyond this a line is reported as loose."""


@record
class SetLine:
    """Clusters `first` … `last` of a paragraph with their pen positions, in 1/1000 em.

    `natural` is the width after squeezing and trimming and before justifying; `width` reaches to
    the edge of the last cluster, its hyphen too, and to that of the one before it where the last
    one is `hung` out of the measure; `gap` is what each ordinary place between two clusters gained.
    `reasons` say what is wrong with a line that could not be set well, `why` what kept a loose one
    from taking in what follows it.
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
    why: Said | str = ""
    hung: bool = False
    hyphen: bool = False  # ends inside a word, with the last cluster's `tail` set after it

    # A line is looked up by being itself: two that are set alike may belong to two paragraphs.
    __eq__ = object.__eq__
    __hash__ = object.__hash__


@record
class SetParagraph:
    """A paragraph broken into lines: its items, and its lines in order.

    `measures` are the widths of its lines in 1/1000 em, the indent of the first one part of it; the
    last of them is that of all further lines.
    """

    items: Items
    lines: tuple[SetLine, ...]
    measures: tuple[int, ...]

    def measure(self, number: int) -> int:
        """The width of a line, counted from 0."""
        return self.measures[min(number, len(self.measures) - 1)]
