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
from layout.text.shape import Token

# Tiers of CLREQ "Line adjustment". Shrinking tier 1 (the mark at the line's end) is not here: a
# line is measured to the trimmed edge of its last cluster. Nor is tier 3 (·), always at ½ em.
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

_ENDING = frozenset({CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.DOUBLE_STOP})
_SHRINK_AFTER: Final = {
    CharClass.CLOSE: SHRINK_BRACKET,
    CharClass.PAUSE: SHRINK_PAUSE,
    CharClass.STOP: SHRINK_STOP,
}
_RIGID = frozenset({CharClass.CONNECTOR, CharClass.SOLIDUS})
_LATIN = frozenset({CharClass.WEST, CharClass.FRAGMENT, CharClass.POSTFIX, CharClass.PREFIX})
_LONG = frozenset({CharClass.DASH, CharClass.ELLIPSIS})

# Spaces of a width that was chosen, not typed between words: they are kept as they are.
_FIXED_SPACES: Final = frozenset("\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008")
_NO_BREAK: Final = frozenset("\u00a0\u2007\u202f")


class Gap(NamedTuple):
    """The space between two clusters, and what may become of it."""

    natural: int
    soft: int  # may go in shrink tiers 2-6
    hard: int  # may go in shrink tier 7
    grow: int  # may be added in stretch tiers 1-2
    place: int  # 1 where stretch tier 3 may add
    breakable: bool  # whether the rules of the level allow a line to end here
    shrink_tier: int = 0
    stretch_tier: int = 0


LAST: Final = Gap(0, 0, 0, 0, 0, breakable=True)
"""After a paragraph's last cluster."""
GLUE: Final = Gap(0, 0, 0, 0, 0, breakable=False)
_CUT: Final = Gap(0, 0, 0, 0, 0, breakable=True)


@lru_cache(maxsize=16)
def pair_table(level: str, latin_gap: int) -> tuple[tuple[Gap, ...], ...]:
    """The gap for each pair of classes: a row for the left one, in it a gap for the right one.

    `level` is a level of `NOT_AT_START`; `latin_gap` the space between Han and Latin.
    """
    return tuple(tuple(pair_gap(a, b, level, latin_gap) for b in CharClass) for a in CharClass)


def pair_gap(a: CharClass, b: CharClass, level: str = "gb", latin_gap: int = 250) -> Gap:
    """The gap between a token of class `a` and one of class `b` with no space typed between."""
    breakable = b not in NOT_AT_START[level] and a not in NOT_AT_END[level]
    if a is CharClass.FRAGMENT and b is CharClass.FRAGMENT:
        return _CUT
    if (a in _LATIN and b in _LATIN) or (a is b and a in _LONG):
        return GLUE  # one word; GB/T 15834-2011 5.1.5: …………, four em, is one mark
    if b is CharClass.POSTFIX and a is CharClass.HAN:
        return GLUE
    if a is CharClass.PREFIX and b is CharClass.HAN:
        return GLUE
    if latin_gap and CharClass.HAN in (a, b) and (a in _LATIN or b in _LATIN):
        return _latin_gap(latin_gap, breakable=breakable)
    place = 0 if a in _RIGID or b in _RIGID else 1
    after, before = BLANK_AFTER.get(a, 0), BLANK_BEFORE.get(b, 0)
    # CLREQ "Adjustment of adjacent marks": in a row of marks only one half em of blank stays.
    if a in _ENDING and b in _ENDING:
        after = 0
    elif (a is CharClass.OPEN and b is CharClass.OPEN) or (after and before):
        before = 0
    blank = after + before
    tier = _SHRINK_AFTER[a] if after else SHRINK_BRACKET if before else 0
    return Gap(
        natural=blank,
        soft=0 if tier == SHRINK_STOP else blank,
        hard=blank if tier == SHRINK_STOP else 0,
        grow=0,
        place=place,
        breakable=breakable,
        shrink_tier=tier,
        stretch_tier=STRETCH_ANY if place else 0,
    )


def spaced(gap: Gap, space: Token, left: CharClass, right: CharClass) -> Gap:
    """The gap between two clusters where a space was typed; `gap` is theirs without it.

    Between words it is a word space. Beside Han or a mark a typed space adds nothing to the gap of
    the style, and nothing where a mark may not be parted from its neighbour (CLREQ "Mixed text
    composition": such space is spacing, never a character). Elsewhere, and for a space of a stated
    width such as U+3000, it stands as it is.
    """
    words = left in _LATIN and right in _LATIN
    joined = left is CharClass.PREFIX or right is CharClass.POSTFIX
    free = gap.breakable or (words and not joined)
    breakable = free and _NO_BREAK.isdisjoint(space.text)
    if not _FIXED_SPACES.isdisjoint(space.text):
        return gap._replace(natural=gap.natural + space.body, breakable=breakable)
    if words:
        shrink = max(0, space.body - WORD_SPACE_LEAST)
        return Gap(
            natural=space.body,
            soft=shrink,
            hard=0,
            grow=max(0, WORD_SPACE_MOST - space.body),
            place=0,
            breakable=breakable,
            shrink_tier=SHRINK_WORD_SPACE if shrink else 0,
            stretch_tier=STRETCH_WORD_SPACE,
        )
    mixed = CharClass.HAN in (left, right) and left is not right
    if mixed or gap.natural or not free:
        return gap._replace(breakable=breakable)
    return gap._replace(natural=space.body, breakable=breakable)


def _latin_gap(width: int, *, breakable: bool) -> Gap:
    shrink = max(0, width - LATIN_GAP_LEAST)
    return Gap(
        natural=width,
        soft=shrink,
        hard=0,
        grow=max(0, LATIN_GAP_MOST - width),
        place=0,
        breakable=breakable,
        shrink_tier=SHRINK_LATIN_GAP if shrink else 0,
        stretch_tier=STRETCH_LATIN_GAP,
    )
