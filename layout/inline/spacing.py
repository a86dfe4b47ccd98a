"""What stands between two neighbouring clusters: the one table of spacing.

For each pair of classes: the natural space, how much of it may go and in which turn, and in which
turn it may grow. Shrinking and growing follow CLREQ "Line adjustment": its seven steps of reducing
and three of adding, here as tiers. All lengths are thousandths of an em.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from layout.text.charclass import (
    IDEOGRAPHIC,
    LATIN,
    NOT_AT_END,
    NOT_AT_START,
    SIGNS,
    CharClass,
)
from layout.text.scripts import HALF, HANS, Script
from layout.text.shape import Token

# Tiers of CLREQ "Line adjustment". Shrinking tier 1 (the mark at the line's end) is not here: a
# line is measured to the trimmed edge of its last cluster. Tier 8 is not in CLREQ: what a style
# that sets Han tighter than solid allows, after all else.
SHRINK_WORD_SPACE: Final = 2
SHRINK_DOT: Final = 3
SHRINK_BRACKET: Final = 4
SHRINK_PAUSE: Final = 5
SHRINK_LATIN_GAP: Final = 6
SHRINK_STOP: Final = 7
SHRINK_HAN: Final = 8
STRETCH_WORD_SPACE: Final = 1
STRETCH_LATIN_GAP: Final = 2
STRETCH_ANY: Final = 3

WORD_SPACE_LEAST: Final = 250
WORD_SPACE_MOST: Final = 500
LATIN_GAP_LEAST: Final = 125
LATIN_GAP_MOST: Final = 500


class Punctuation(NamedTuple):
    """A style of setting marks: what is left of the blanks beside them, in thousandths."""

    blank: int
    """Of the blank of brackets and pauses."""
    stop: int
    """Of the blank of 。？！."""
    beside: int
    """Of what is left, between two marks that stand side by side."""
    inside: bool = True
    """Whether marks may give more of it where a line needs that."""


# The styles of xeCJK (its manual, "PunctStyle"), which name what Chinese composing rooms do.
PUNCTUATION_STYLES: Final[dict[str, Punctuation]] = {
    "quanjiao": Punctuation(1000, 1000, 0),  # 全角式: every mark an em, two side by side 1½
    "kaiming": Punctuation(0, 1000, 0),  # 开明式: 。？！ an em, all others half
    "banjiao": Punctuation(0, 0, 0),  # 半角式: half an em each
    # 行末半角式: squeezed at the edges of a line and nowhere else
    "hangmobanjiao": Punctuation(1000, 1000, 1000, inside=False),
    "cct": Punctuation(400, 400, 600),  # CCT: 0.7 em each, side by side 0.6 of the blank
}


class Spacing(NamedTuple):
    """The rules that decide the gap of a pair. Lengths in 1/1000 em."""

    script: Script = HANS
    level: str = "gb"
    punctuation: str = "quanjiao"
    latin_gap: int = 250
    gap_least: int = LATIN_GAP_LEAST
    gap_most: int = LATIN_GAP_MOST
    blank: int = HALF
    """The most that a mark has of its blank beside its neighbours."""
    squeeze: str = "all"
    """Which marks give of their blank beyond what their style takes: `all` of a line that needs it
    (tiers 3-5 and 7), only the `pairs` that stand side by side, as their style has them, or
    `none`, so that two side by side keep both their blanks."""
    squeeze_stops: bool = True
    """Whether 。？！ may give their blank (tier 7); some styles never take it."""
    tighten: int = 0
    """How much closer than solid two Han may stand at most (tier 8)."""
    dividers: bool = False
    """Whether a typed space parts two things and stays (display type), or beside Han is spacing and
    gives way to the gap of the style (running text)."""


DEFAULT: Final = Spacing()

_ENDING = frozenset({CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.FULL})
_BLANKED: Final = _ENDING | {CharClass.OPEN}
"""Marks that have a blank of their own."""
_STOPS = frozenset({CharClass.STOP})
_HANGING: Final = frozenset("，、。．")
_SHRINK: Final = {
    CharClass.DOT: SHRINK_DOT,
    CharClass.OPEN: SHRINK_BRACKET,
    CharClass.CLOSE: SHRINK_BRACKET,
    CharClass.PAUSE: SHRINK_PAUSE,
    CharClass.STOP: SHRINK_STOP,
}
_LONG = frozenset({CharClass.DASH, CharClass.ELLIPSIS})
_ENDS_A_LINE = frozenset({CharClass.JOINT, CharClass.TIMES})
"""What a line may end with inside a word: UAX #14 LB21, the hyphen of well-known; the × of a
size."""
_CUT_ANYWHERE = frozenset({CharClass.FRAGMENT, CharClass.LINK})

# Spaces of a width that was chosen, not typed between words: they are kept as they are.
_FIXED_SPACES: Final = frozenset(
    "\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f"
)
_NO_BREAK: Final = frozenset("\u00a0\u2007\u202f\u2060\ufeff")


class Gap(NamedTuple):
    """The space between two clusters, and what may become of it."""

    natural: int
    soft: int  # may go in shrink tiers 2-6
    hard: int  # may go in shrink tiers 7 and 8
    grow: int  # may be added in stretch tiers 1-2
    place: int  # 1 where stretch tier 3 may add
    breakable: bool  # whether the rules of the level allow a line to end here
    shrink_tier: int = 0
    stretch_tier: int = 0


_SOLID: Final = {
    (place, breakable): Gap(
        0, 0, 0, 0, place, breakable=breakable, stretch_tier=STRETCH_ANY if place else 0
    )
    for place in (0, 1)
    for breakable in (False, True)
}
"""Between what has no blank, by whether it may be opened and a line may end there: most pairs."""
LAST: Final = Gap(0, 0, 0, 0, 0, breakable=True)
"""After a paragraph's last cluster."""
GLUE: Final = Gap(0, 0, 0, 0, 0, breakable=False)
NUMBER_AND_UNIT: Final = Gap(250, 0, 0, 0, 0, breakable=False)
"""Between a figure and its unit (15 km): a word space that never changes, or they fall apart."""
_CUT: Final = Gap(0, 0, 0, 0, 0, breakable=True)
LINKED: Final = Gap(0, 0, 0, 0, 1, breakable=True, stretch_tier=STRETCH_ANY)
"""Inside an address a line may end. To the breaker it opens as between two Han, so that a line that
an address fills has its price; it is never drawn open, or a reader would type the blanks
(`layout.inline.justify`)."""


class GapsAfter(dict[CharClass, Gap]):
    """The gap after one class, by the class behind it; worked out when a pair is first met, for a
    text has few of the six hundred."""

    __slots__ = ("_blanks", "_cls", "_rules")

    def __init__(self, cls: CharClass, rules: Spacing, blanks: "_Blanks") -> None:
        super().__init__()
        self._cls = cls
        self._rules = rules
        self._blanks = blanks

    def __missing__(self, after: CharClass) -> Gap:
        gap = self[after] = _gap(self._cls, after, self._rules, self._blanks)
        return gap


class SpacingTable(NamedTuple):
    """What rules say of classes: the gaps after each, and what is left of a mark's blank at the
    start and at the end of a line."""

    after: list[GapsAfter]
    left: dict[CharClass, int]
    right: dict[CharClass, int]


@lru_cache(maxsize=32)
def spacing_table(
    rules: Spacing = DEFAULT, *, start: str = "trim", end: str = "trim"
) -> SpacingTable:
    """The table of these rules; `start` and `end` as in `edges`."""
    blanks = _own_blanks(rules)
    after = [GapsAfter(cls, rules, blanks) for cls in CharClass]
    return SpacingTable(after, *edges(rules, start=start, end=end))


def pair_gap(a: CharClass, b: CharClass, rules: Spacing = DEFAULT) -> Gap:
    """The gap between a token of class `a` and one of class `b` with no space typed between."""
    return _gap(a, b, rules, _own_blanks(rules))


def _gap(a: CharClass, b: CharClass, rules: Spacing, blanks: "_Blanks") -> Gap:
    breakable = b not in NOT_AT_START[rules.level] and a not in NOT_AT_END[rules.level]
    inside = _inside(a, b)
    if inside is not None:
        return inside
    if b is CharClass.POSTFIX and a in IDEOGRAPHIC:
        return GLUE._replace(breakable=breakable)
    if a is CharClass.PREFIX and b in IDEOGRAPHIC:
        return GLUE._replace(breakable=breakable)
    if rules.latin_gap and ((a in IDEOGRAPHIC and b in LATIN) or (a in LATIN and b in IDEOGRAPHIC)):
        return _latin_gap(rules, breakable=breakable)
    rigid = rules.script.rigid
    place = 0 if a in rigid or b in rigid else 1
    after = before = 0
    if a in blanks.after or b in blanks.before:
        after, before = _beside(a, b, rules, blanks)
    blank = after + before
    tier = _SHRINK[a] if after else _SHRINK[b] if before else 0
    if rules.squeeze != "all" or not PUNCTUATION_STYLES[rules.punctuation].inside:
        tier = 0  # 推出: what does not fit goes to the next line
    elif tier == SHRINK_STOP and not rules.squeeze_stops:
        tier = 0
    late = tier == SHRINK_STOP
    soft, hard = (0, blank) if late else (blank, 0) if tier else (0, 0)
    if rules.tighten and not blank and a in IDEOGRAPHIC and b in IDEOGRAPHIC:
        tier, hard = SHRINK_HAN, rules.tighten
    elif not blank:
        return _SOLID[place, breakable]
    return Gap(
        natural=blank,
        soft=soft,
        hard=hard,
        grow=0,
        place=place,
        breakable=breakable,
        shrink_tier=tier,
        stretch_tier=STRETCH_ANY if place else 0,
    )


def _inside(a: CharClass, b: CharClass) -> Gap | None:
    """The gap inside a word, a number with its signs, an address or a long mark; None elsewhere."""
    if CharClass.FRAGMENT in (a, b) and {a, b} <= _CUT_ANYWHERE:
        return _CUT
    if a is CharClass.LINK is b:
        return LINKED
    if a in _ENDS_A_LINE and b in LATIN and b is not CharClass.POSTFIX:
        return _CUT
    if (a in LATIN and b in LATIN) or (a in SIGNS and b in LATIN) or (a in LATIN and b in SIGNS):
        return GLUE
    # GB/T 15834-2011 5.1.5: …………, four em, is one mark.
    return GLUE if a is b and a in _LONG else None


class _Blanks(NamedTuple):
    """What the style leaves of the blank after and before a mark that stands by itself: found once
    for a table of pairs. Few classes have any."""

    after: dict[CharClass, int]
    before: dict[CharClass, int]


def _own_blanks(rules: Spacing) -> _Blanks:
    style = PUNCTUATION_STYLES[rules.punctuation]
    most, script = rules.blank, rules.script
    return _Blanks(
        {a: min(_blank(whole, a, style), most) for a, whole in script.after.items() if whole},
        {b: min(_blank(whole, b, style), most) for b, whole in script.before.items() if whole},
    )


def _beside(a: CharClass, b: CharClass, rules: Spacing, blanks: _Blanks) -> tuple[int, int]:
    """What the style leaves of the blank after `a` and of the blank before `b` side by side."""
    after, before = blanks.after.get(a, 0), blanks.before.get(b, 0)
    style = PUNCTUATION_STYLES[rules.punctuation]
    # CLREQ "Adjustment of adjacent marks": in a row of marks only one half em of blank stays.
    beside = 1000 if rules.squeeze == "none" else style.beside
    if a in _ENDING and b in _ENDING:
        after = after * beside // 1000
    elif (a is CharClass.OPEN and b is CharClass.OPEN) or (after and before):
        before = before * beside // 1000
    return after, before


def _blank(whole: int, cls: CharClass, style: Punctuation) -> int:
    return whole * (style.stop if cls in _STOPS else style.blank) // 1000


def spaced(
    gap: Gap, space: Token, left: CharClass, right: CharClass, *, dividers: bool = False
) -> Gap:
    """The gap between two clusters where a space was typed; `gap` is theirs without it.

    Between words it is a word space. Beside Han or a mark a typed space adds nothing to the gap of
    the style, and nothing where a mark may not be parted from its neighbour (CLREQ "Mixed text
    composition": such space is spacing, never a character). With `dividers` it is as wide beside
    Latin, signs and dots as between two Han, and the gap of the style beside it. Elsewhere, and for
    a space of a stated width such as U+3000, it stands as it is.
    """
    words = left in LATIN and right in LATIN
    joined = left is CharClass.PREFIX or right is CharClass.POSTFIX
    free = gap.breakable or (words and not joined)
    breakable = free and _NO_BREAK.isdisjoint(space.text)
    if not space.body:  # UAX #14 ZW, WJ: it says only whether a line may end here
        return gap._replace(breakable=breakable)
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
    if dividers and not (words or joined or left in _BLANKED or right in _BLANKED):
        return gap._replace(natural=gap.natural + space.body, breakable=breakable)
    mixed = (left in IDEOGRAPHIC or right in IDEOGRAPHIC) and left is not right
    if mixed or gap.natural or not free:
        return gap._replace(breakable=breakable)
    return gap._replace(natural=space.body, breakable=breakable)


def edges(
    rules: Spacing, *, start: str, end: str
) -> tuple[dict[CharClass, int], dict[CharClass, int]]:
    """What stays of a mark's blank at the start and at the end of a line, by class.

    `start` and `end` are `trim` or `keep`. GB/T 15834-2011 5.1.10 trims both; centred marks keep
    their em in any case.
    """
    script, style = rules.script, PUNCTUATION_STYLES[rules.punctuation]
    left = dict(script.kept)
    right = dict(script.kept)
    if start == "keep":
        left |= {c: _blank(w, c, style) for c, w in script.before.items()}
    if end == "keep":
        right |= {c: _blank(w, c, style) for c, w in script.after.items()}
    return left, right


def hangs(token: Token, script: Script) -> bool:
    """Whether a mark may hang out of the measure: ， 、 。 ． with their ink on the left (JLREQ
    "Line adjustment by hanging punctuation"; CLREQ knows no others)."""
    return token.text in _HANGING and script.after.get(token.cls, 0) == HALF


def _latin_gap(rules: Spacing, *, breakable: bool) -> Gap:
    shrink = max(0, rules.latin_gap - rules.gap_least)
    return Gap(
        natural=rules.latin_gap,
        soft=shrink,
        hard=0,
        grow=max(0, rules.gap_most - rules.latin_gap),
        place=0,
        breakable=breakable,
        shrink_tier=SHRINK_LATIN_GAP if shrink else 0,
        stretch_tier=STRETCH_LATIN_GAP,
    )
