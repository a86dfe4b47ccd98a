"""What stands between two neighbouring clusters: the one table of spacing.

For each pair of classes: the natural space, how much of it may go and in which turn, and in which
turn it may grow. Shrinking and growing follow CLREQ "Line adjustment": its seven steps of reducing
and three of adding, here as tiers. All lengths are thousandths of an em.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from layout.text.charclass import (
    BLANK_AFTER,
    BLANK_BEFORE,
    NOT_AT_END,
    NOT_AT_START,
    CharClass,
)

CLASSES: Final = len(CharClass)

# Tiers of CLREQ "Line adjustment". Shrinking tier 1 (the mark at the line's end) is not here: a
# line is measured to the trimmed edge of its last cluster.
SHRINK_WORD_SPACE: Final = 2
SHRINK_BRACKET: Final = 4
SHRINK_PAUSE: Final = 5
SHRINK_LATIN_GAP: Final = 6
SHRINK_STOP: Final = 7
STRETCH_WORD_SPACE: Final = 1
STRETCH_LATIN_GAP: Final = 2
STRETCH_ANY: Final = 3

WORD_SPACE_LEAST: Final = 250
WORD_SPACE_MOST: Final = 500
LATIN_GAP_LEAST: Final = 125
LATIN_GAP_MOST: Final = 500

_MARKS = frozenset({CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP})
_ENDING = frozenset({CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP})
_SHRINK_AFTER: Final = {
    CharClass.CLOSE: SHRINK_BRACKET,
    CharClass.PAUSE: SHRINK_PAUSE,
    CharClass.STOP: SHRINK_STOP,
}
_RIGID = frozenset({CharClass.CONNECTOR, CharClass.SOLIDUS})
_LATIN = frozenset({CharClass.WEST, CharClass.POSTFIX})


class Gap(NamedTuple):
    """The space between two clusters, and what may become of it."""

    natural: int
    shrink_tier: int  # 0: none
    shrink_by: int
    stretch_tier: int  # 0: none
    breakable: bool  # whether the rules of the level allow a line to end here


@lru_cache(maxsize=16)
def pair_table(level: str, latin_gap: int) -> tuple[Gap, ...]:
    """The gap for each pair of classes, at index `left * CLASSES + right`.

    `level` is a level of `NOT_AT_START`; `latin_gap` the space between Han and Latin.
    """
    return tuple(_gap(a, b, level, latin_gap) for a in CharClass for b in CharClass)


def _gap(a: CharClass, b: CharClass, level: str, latin_gap: int) -> Gap:
    breakable = b not in NOT_AT_START[level] and a not in NOT_AT_END[level]
    if {a, b} <= _LATIN:
        return Gap(0, 0, 0, 0, breakable=False)
    if (a in _LATIN) != (b in _LATIN) and CharClass.HAN in (a, b):
        if b is CharClass.POSTFIX:
            return Gap(0, 0, 0, 0, breakable=False)
        if latin_gap:
            cut = max(0, latin_gap - LATIN_GAP_LEAST)
            tier = SHRINK_LATIN_GAP if cut else 0
            return Gap(latin_gap, tier, cut, STRETCH_LATIN_GAP, breakable)
    stretch = 0 if a in _RIGID or b in _RIGID else STRETCH_ANY
    after, before = BLANK_AFTER.get(a, 0), BLANK_BEFORE.get(b, 0)
    # CLREQ "Adjustment of adjacent marks": inside a row of marks only one half em stays.
    if a in _ENDING and b in _ENDING:
        after = 0
    elif (a is CharClass.OPEN and b is CharClass.OPEN) or (after and before):
        before = 0
    blank = after + before
    tier = _SHRINK_AFTER[a] if after else SHRINK_BRACKET if before else 0
    return Gap(blank, tier, blank, stretch, breakable)
