"""The breaks of a paragraph: where its lines may end, and what the breaker is told of each.

Most are the ends that the rules of its level allow. A mark that may hang gives two, one beside the
measure and one within; a word that may be hyphenated gives one for each of its parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from layout.inline.costs import (
    EVENLY,
    FALLBACK_COST,
    FORBIDDEN_COST,
    HYPHEN_COST,
    NOTHING,
    PARTED_COST,
    Looseness,
    Numbers,
)
from layout.inline.items import Items
from layout.inline.spacing import hangs
from layout.record import record
from layout.text.charclass import CharClass
from layout.text.scripts import Script
from layout.text.shape import Token

HANG_COST = 0.1
"""A mark hangs where it serves the line, not for its own sake."""

_NO_WORDS = frozenset(
    {CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.FULL,
     CharClass.DOT, CharClass.POSTFIX, CharClass.PREFIX, CharClass.DASH, CharClass.ELLIPSIS}
)  # fmt: skip
_LONG = frozenset({CharClass.WEST, CharClass.SYLLABLE, CharClass.LINK})
_MARKS = frozenset(
    {CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.FULL}
)
_UNIT = 400.0
"""As bad as gaps of a tenth of an em: a unit that begins a line."""
_ROW = 3
"""Marks in a row from which the prohibitions may fall back to none (CLREQ)."""


@record
class Breaks:
    """What the breaker is told, and which of the breaks are made in what way."""

    numbers: Numbers
    hung: frozenset[int] = frozenset()  # breaks whose last mark stands outside the measure

    @property
    def last(self) -> Sequence[int]:
        """The cluster that a line ending at each break ends with; break 0 is the start."""
        return self.numbers.last


def legal_breaks(
    items: Items,
    script: Script,
    *,
    hanging: bool,
    loose: Looseness = EVENLY,
    parting: bool = False,
) -> Breaks:
    """The breaks that the rules allow. With `parting` those inside dates, measures and short names
    too, at the price that `loose` sets."""
    if not items.count:
        return Breaks(numbers=NOTHING)
    if parting or hanging or items.tails:
        bonded = _prices(items, loose.bond) if parting else {}
        return _make(items, list(_candidates(items, script, bonded, hanging=hanging)), loose)
    return _plain(items, items.ends, loose)


def all_breaks(items: Items, *, loose: Looseness = EVENLY) -> Breaks:
    """A break after every cluster, the forbidden ones at a price: for a measure too narrow for any
    legal way."""
    free = frozenset(items.ends)
    row = frozenset(_in_rows(items.tokens))
    prices = _prices(items, loose.bond) | dict.fromkeys(items.walls, PARTED_COST)
    tails = frozenset(items.tails)
    found: list[_Candidate] = []
    for i in range(items.count):
        if i in tails:
            found += _tail(items, i)
        if not found or found[-1][0] != i:
            cost = 0.0 if i in free else FALLBACK_COST if i in row else FORBIDDEN_COST
            found.append((i, items.end[i], prices.get(i, cost), 0))
    return _make(items, found, loose)


def _plain(items: Items, ends: Sequence[int], loose: Looseness) -> Breaks:
    """Breaks after these clusters, the last one among them. The way of nearly every paragraph."""
    last = [-1, *ends]
    return Breaks(
        numbers=Numbers(
            right=[0, *map(items.end.__getitem__, ends)],
            last=last,
            start=items.start,
            stop=last,
            soft=items.soft_sum,
            hard=items.hard_sum,
            grow=items.grow_sum,
            places=items.any_sum,
            penalty=[0.0] * (len(ends) + 1),
            hyphens=frozenset(),
            runt_from=_runt_break(items.tokens, ends),
            loose=loose,
        )
    )


_Candidate = tuple[int, int, float, int]
"""Cluster, right edge, penalty, and what it is: 0 an end, 1 a hung mark, 2 a cut word."""


def _candidates(
    items: Items, script: Script, bonded: Mapping[int, float], *, hanging: bool
) -> Iterator[_Candidate]:
    """The ends the rules allow, marks that hang and cut words; those of `bonded` at a price."""
    final = items.count - 1
    for i in sorted({*items.ends, *items.tails, *bonded}):
        token = items.tokens[i]
        cost = bonded.get(i, 0.0)
        if token.tail is not None:
            yield from _tail(items, i)
            continue
        hung = hanging and i and hangs(token, script) and items.gaps[i - 1].natural == 0
        if hung:
            # Japanese keeps a quarter em after ・ at a line's end: the mark hangs beyond it.
            before = max(items.body[i - 1] + items.tokens[i - 1].body, items.end[i - 1])
            yield i, before, cost + HANG_COST if i < final else 0.0, 1
        if not hung or i < final:
            yield i, items.end[i], cost, 0


def _prices(items: Items, bond: float) -> dict[int, float]:
    """What it costs to end a line inside each bond: a little less where the next line begins with
    a figure, so that 11月 and 24日 part sooner than 24 and 日."""
    return {
        i: bond if items.tokens[i + 1].text[:1].isdigit() else bond + _UNIT for i in items.bonded
    }


def _tail(items: Items, i: int) -> list[_Candidate]:
    """The break inside a word after cluster `i`; none where the hyphen is wider than what follows
    it, for that would make a longer line of a shorter one."""
    tail = items.tokens[i].tail
    if tail is None or i + 1 == items.count or items.tokens[i + 1].body < tail.body:
        return []
    return [(i, items.end[i] + tail.body, HYPHEN_COST if tail.body else 0.0, 2)]


def _make(items: Items, found: list[_Candidate], loose: Looseness) -> Breaks:
    last = [i for i, *_ in found]
    reach = [i - (kind == 1) for i, _, _, kind in found]  # the gaps before it that may change
    return Breaks(
        numbers=Numbers(
            right=[items.start[0], *(right for _, right, _, _ in found)],
            last=[-1, *last],
            start=items.start,
            stop=[-1, *reach],
            soft=items.soft_sum,
            hard=items.hard_sum,
            grow=items.grow_sum,
            places=items.any_sum,
            penalty=[0.0, *(cost for _, _, cost, _ in found)],
            hyphens=frozenset(
                k for k, (_, _, cost, kind) in enumerate(found, 1) if kind == 2 and cost
            ),
            runt_from=_runt_break(items.tokens, last),
            loose=loose,
            twins=frozenset(k for k, (i, j) in enumerate(pairwise(last), 1) if i == j),
        ),
        hung=frozenset(k for k, (_, _, _, kind) in enumerate(found, 1) if kind == 1),
    )


def _runt_break(clusters: Sequence[Token], ends: Sequence[int]) -> int:
    """The first break from which to the end there is one character or less, marks aside (孤字).

    A word or number of several characters is wide enough for a line of its own; —— and …… are
    marks.
    """
    words = 0
    first = 0
    for i in range(len(clusters) - 1, -1, -1):
        token = clusters[i]
        if token.cls not in _NO_WORDS:
            # Figures abreast in a column are of the class of Han.
            long = token.cls in _LONG or token.text.isascii()
            words += 2 if long and len(token.text) > 1 else 1
            if words > 1:
                first = i + 1
                break
    k = len(ends)
    if not first:
        return k + 1
    while k and ends[k - 1] + 1 >= first:
        k -= 1
    return k + 1


def _in_rows(clusters: Sequence[Token]) -> Iterator[int]:
    """Clusters of marks in a row of three or more, the last of each row aside."""
    row = 0
    for i, token in enumerate([*clusters, None]):
        if token is not None and token.cls in _MARKS:
            row += 1
            continue
        if row >= _ROW:
            yield from range(i - row, i - 1)
        row = 0
