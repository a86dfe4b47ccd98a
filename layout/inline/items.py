"""A shaped paragraph as parallel lists of numbers, ready to be broken at any size and measure.

The inline core counts in whole thousandths of an em: no object is made for a character, sums are
taken once as prefix sums, and one result serves every size of type.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from operator import add, getitem, sub
from typing import Any

from layout.faces.face import is_selector
from layout.inline.spacing import (
    DEFAULT,
    GLUE,
    LAST,
    NUMBER_AND_UNIT,
    Gap,
    Spacing,
    spaced,
    spacing_table,
)
from layout.record import record
from layout.text.bonds import UNITS, Bond
from layout.text.charclass import CharClass
from layout.text.scripts import EM
from layout.text.shape import Token


@record
class Items:
    """Clusters 0 … n-1 of a paragraph and the gaps after them.

    `body[i]` is where the body of cluster i begins if the whole paragraph stood on one line;
    `start[i]` and `end[i]` are the edges of a line that begins or ends with it: those of its body,
    and what the style keeps of its blank there. So clusters i … j make a line `end[j] - start[i]`
    wide. The `*_sum` lists hold what lies before a gap: the gaps inside that line sum to
    `s[j] - s[i]`.
    """

    tokens: tuple[Token, ...]  # one a cluster; spaces are not clusters
    spaces: tuple[Token | None, ...]  # the space that follows a cluster, if any
    offsets: tuple[int, ...]  # of each cluster's first character in the paragraph
    gaps: tuple[Gap, ...]  # after each cluster; the last one's is never used
    body: list[int]
    start: list[int]
    end: list[int]
    soft_sum: list[int]  # may shrink, tiers 2-6
    hard_sum: list[int]  # may shrink, tiers 7-8 (。？！, and what the style allows between Han)
    grow_sum: list[int]  # may stretch, tiers 1-2
    any_sum: list[int]  # places of stretch tier 3
    ends: list[int]  # clusters a line may end with, by the rules of the level; the last one too
    bonded: tuple[int, ...]  # clusters that what follows belongs to: they end a line at a price
    walls: tuple[int, ...]  # the same, and they end none unless nothing else fits
    tails: tuple[int, ...]  # clusters a line may end with if their `tail` is set after them
    missing: tuple[tuple[str, int], ...]  # characters that no face has, with their offsets
    linked: bool = False  # whether an address in it may be parted

    @property
    def count(self) -> int:
        """How many clusters there are."""
        return len(self.tokens)


def make_items(
    shaped: Sequence[Token],
    spacing: Spacing = DEFAULT,
    *,
    tracking: int = 0,
    bonds: Iterable[Bond] = (),
    tied: Iterable[int] = (),
    line_start: str = "trim",
    line_end: str = "trim",
) -> Items:
    """Items of a paragraph's shaped tokens, spaces among them.

    `tracking` is added to every gap (display lines). `bonds` are what no line should part; before
    the offsets of `tied` there is no gap at all. `line_start` and `line_end` are `trim` or `keep`,
    for the blank of marks at the edges of a line. Lengths in 1/1000 em.
    """
    if not shaped:
        return _EMPTY
    tokens: Sequence[Token] = shaped
    spaces: Sequence[Token | None] = (None,) * len(shaped)
    texts, classes, bodies, missing = _columns(shaped)
    offsets = list(accumulate(map(len, texts), initial=0))
    offsets.pop()
    present = set(classes)
    parted = CharClass.SPACE in present
    if parted:
        tokens, offsets, spaces = _without_spaces(shaped, offsets)
        if not tokens:
            return _EMPTY
        _, classes, bodies, missing = _columns(tokens)
    bonds = tuple(bonds)
    if any(bond.closes for bond in bonds):
        tokens = _closing(tokens, offsets, bonds)
        _, classes, bodies, missing = _columns(tokens)
    table = spacing_table(spacing, start=line_start, end=line_end)
    gaps = list(map(getitem, map(table.after.__getitem__, classes), classes[1:]))
    if parted:
        for i, space in enumerate(spaces[:-1]):
            if space is not None:
                gaps[i] = spaced(
                    gaps[i], space, classes[i], classes[i + 1], dividers=spacing.dividers
                )
    if tracking:
        gaps = [g._replace(natural=g.natural + tracking) for g in gaps]
    bonded, walls = _bind(gaps, bonds, tokens, spaces, offsets) if bonds else ((), ())
    for offset in tied:
        _tie(gaps, tokens, bisect_left(offsets, offset) - 1)
    gaps.append(LAST)

    natural, soft, hard, grow, place, breakable, _, _ = zip(*gaps, strict=True)
    body = list(accumulate(map(add, bodies, natural), initial=0))
    end = body[1:]  # where the next body begins, but for the gap before that
    body.pop()
    for i in compress(range(len(natural)), natural):
        end[i] -= natural[i]
    start = body
    if table.left:
        start = list(map(sub, body, [table.left.get(c, 0) for c in classes]))
    if table.right:
        end = list(map(add, end, [table.right.get(c, 0) for c in classes]))
    return Items(
        tokens=tuple(tokens),
        spaces=tuple(spaces),
        offsets=tuple(offsets),
        gaps=tuple(gaps),
        body=body,
        start=start,
        end=end,
        soft_sum=list(accumulate(soft, initial=0)),
        hard_sum=list(accumulate(hard, initial=0)),
        grow_sum=list(accumulate(grow, initial=0)),
        any_sum=list(accumulate(place, initial=0)),
        ends=list(compress(range(len(gaps)), breakable)),
        bonded=bonded,
        walls=walls,
        tails=tuple([i for i, t in enumerate(tokens) if t.tail])
        if CharClass.SYLLABLE in present
        else (),
        missing=_missing(tokens, offsets) if any(missing) else (),
        linked=CharClass.LINK in present,
    )


def _columns(
    tokens: Sequence[Token],
) -> tuple[Sequence[str], Sequence[CharClass], Sequence[int], Sequence[str]]:
    """The texts, classes, bodies and missing characters of some tokens, each by itself."""
    columns: Any = zip(*tokens, strict=True)
    text, cls, body, _, missing, *_ = columns
    return text, cls, body, missing


def _closing(
    tokens: Sequence[Token], offsets: Sequence[int], bonds: Iterable[Bond]
) -> Sequence[Token]:
    """The tokens, of which those that close a pair belong to what stands before them."""
    out = list(tokens)
    for bond in bonds:
        i = bisect_left(offsets, bond.after - 1)
        if bond.closes and i < len(out) and out[i].cls is CharClass.PREFIX:
            out[i] = out[i]._replace(cls=CharClass.POSTFIX)
    return out


def _bind(
    gaps: list[Gap],
    bonds: Iterable[Bond],
    tokens: Sequence[Token],
    spaces: Sequence[Token | None],
    offsets: Sequence[int],
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Forbid that a line ends inside a bond; the clusters that would have, and of those in walls
    the same."""
    bonded: list[int] = []
    walls: list[int] = []
    for first, after, wall, solid, _ in bonds:
        for i in range(bisect_right(offsets, first) - 1, bisect_left(offsets, after) - 1):
            if gaps[i].breakable:
                gaps[i] = gaps[i]._replace(breakable=False)
                (walls if wall else bonded).append(i)
            if solid:
                gaps[i] = GLUE
            elif spaces[i] is not None and tokens[i + 1].text in UNITS:
                gaps[i] = NUMBER_AND_UNIT
    return tuple(bonded), tuple(walls)


def _tie(gaps: list[Gap], tokens: Sequence[Token], at: int) -> None:
    """High or low type stands at what it belongs to; the gaps inside it are of its own size."""
    if not 0 <= at < len(gaps):
        return
    gaps[at] = GLUE
    size = tokens[at + 1].manner.size
    for i in range(at + 1, len(gaps)):
        if tokens[i + 1].manner.size != size or size == EM:
            break
        g = gaps[i]
        gaps[i] = g._replace(
            natural=g.natural * size // EM,
            soft=g.soft * size // EM,
            hard=g.hard * size // EM,
            grow=g.grow * size // EM,
        )


def _without_spaces(
    shaped: Sequence[Token], ats: Sequence[int]
) -> tuple[list[Token], list[int], list[Token | None]]:
    """Clusters, their offsets, and the space after each; one before the first is dropped."""
    tokens: list[Token] = []
    offsets: list[int] = []
    spaces: list[Token | None] = []
    for token, at in zip(shaped, ats, strict=True):
        if token.cls is not CharClass.SPACE:
            tokens.append(token)
            offsets.append(at)
            spaces.append(None)
        elif tokens:
            before = spaces[-1]
            spaces[-1] = token if before is None else _joined(before, token)
    return tokens, offsets, spaces


def _joined(left: Token, right: Token) -> Token:
    """Two spaces of two voices, one after the other."""
    moved = tuple(p._replace(x=p.x + left.body, char=p.char + len(left.text)) for p in right.pieces)
    return Token(
        left.text + right.text, CharClass.SPACE, left.body + right.body, left.pieces + moved
    )


def _missing(tokens: Sequence[Token], offsets: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """What no face has: characters, and a character with the selector of its variant."""
    return tuple(
        (token.text[at - 1 : at + 1], offset + at - 1)
        if at and is_selector(char)
        else (char, offset + at)
        for token, offset in zip(tokens, offsets, strict=True)
        if token.missing
        for at, char in enumerate(token.text)
        if char in token.missing
    )


_EMPTY = Items(
    tokens=(),
    spaces=(),
    offsets=(),
    gaps=(),
    body=[],
    start=[],
    end=[],
    soft_sum=[],
    hard_sum=[],
    grow_sum=[],
    any_sum=[],
    ends=[],
    bonded=(),
    walls=(),
    tails=(),
    missing=(),
)
