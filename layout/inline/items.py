"""A shaped paragraph as parallel lists of numbers, ready to be broken at any size and measure.

The inline core counts in whole thousandths of an em: no object is made for a character, sums are
taken once as prefix sums, and one result serves every size of type.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from layout.inline.spacing import (
    CLASSES,
    LATIN_GAP_MOST,
    SHRINK_STOP,
    SHRINK_WORD_SPACE,
    STRETCH_ANY,
    STRETCH_LATIN_GAP,
    STRETCH_WORD_SPACE,
    WORD_SPACE_LEAST,
    WORD_SPACE_MOST,
    Gap,
    pair_table,
)
from layout.text.charclass import CharClass
from layout.text.shape import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Clusters 0 … n-1 of a paragraph and the gaps after them.

    `start[i]` is where cluster i begins and `end[i]` where its body ends if the whole paragraph
    stood on one line; so clusters i … j make a line `end[j] - start[i]` wide. The `*_sum` lists
    hold what lies before a gap: the gaps inside that line sum to `s[j] - s[i]`.
    """

    tokens: tuple[Token, ...]  # one a cluster; spaces are not clusters
    spaces: tuple[Token | None, ...]  # the space that follows a cluster, if any
    offsets: tuple[int, ...]  # of each cluster's first character in the paragraph
    gaps: tuple[Gap, ...]  # after each cluster; the last one's is never used
    start: list[int]
    end: list[int]
    soft_sum: list[int]  # may shrink, tiers 2-6
    hard_sum: list[int]  # may shrink, tier 7 (。？！)
    grow_sum: list[int]  # may stretch, tiers 1-2
    any_sum: list[int]  # places of stretch tier 3
    ends: list[int]  # clusters a line may end with, by the rules of the level; the last one too
    marks: tuple[bool, ...]  # clusters that are marks, not words

    @property
    def count(self) -> int:
        return len(self.tokens)

    @property
    def missing(self) -> list[tuple[str, int]]:
        """Characters that no face has, each with its offset in the paragraph."""
        out = []
        for token, offset in zip(self.tokens, self.offsets, strict=True):
            out += [(c, offset + token.text.index(c)) for c in token.missing]
        return out


_MARK_CLASSES = frozenset(
    {CharClass.OPEN, CharClass.CLOSE, CharClass.PAUSE, CharClass.STOP, CharClass.DOT}
)
_NO_GAP = Gap(0, 0, 0, 0, breakable=True)


def make_items(
    shaped: Sequence[Token], *, level: str = "gb", latin_gap: int = 250, tracking: int = 0
) -> Items:
    """Items of a paragraph's shaped tokens, spaces among them.

    `tracking` is added to every gap (display lines); `latin_gap` is thousandths of an em.
    """
    table = pair_table(level, latin_gap)
    tokens: list[Token] = []
    spaces: list[Token | None] = []
    offsets: list[int] = []
    at = 0
    for token in shaped:
        if token.cls is not None:
            tokens.append(token)
            spaces.append(None)
            offsets.append(at)
        elif tokens:
            spaces[-1] = token
        at += len(token.text)
    classes = [int(t.cls) for t in tokens if t.cls is not None]
    gaps = [table[a * CLASSES + b] for a, b in pairwise(classes)]
    if any(spaces):
        for i, space in enumerate(spaces[:-1]):
            if space is not None:
                gaps[i] = _spaced(gaps[i], space, classes[i], classes[i + 1])
    if tracking:
        gaps = [g._replace(natural=g.natural + tracking) for g in gaps]
    gaps.append(_NO_GAP)

    body = [t.body for t in tokens]
    natural = [g.natural for g in gaps]
    after = list(accumulate(map(int.__add__, body, natural)))
    start = [0, *after[:-1]] if after else []
    return Items(
        tokens=tuple(tokens),
        spaces=tuple(spaces),
        offsets=tuple(offsets),
        gaps=tuple(gaps),
        start=start,
        end=list(map(int.__add__, start, body)),
        soft_sum=_sums([0 if g[1] == SHRINK_STOP else g[2] for g in gaps]),
        hard_sum=_sums([g[2] if g[1] == SHRINK_STOP else 0 for g in gaps]),
        grow_sum=_sums([_grows(g) for g in gaps]),
        any_sum=_sums([1 if g[3] == STRETCH_ANY else 0 for g in gaps]),
        ends=[i for i, g in enumerate(gaps) if g[4]],
        marks=tuple(c in _MARK_CLASSES for c in classes),
    )


def _sums(values: list[int]) -> list[int]:
    return [0, *accumulate(values)]


def _grows(gap: Gap) -> int:
    if gap.stretch_tier == STRETCH_WORD_SPACE:
        return max(0, WORD_SPACE_MOST - gap.natural)
    if gap.stretch_tier == STRETCH_LATIN_GAP:
        return max(0, LATIN_GAP_MOST - gap.natural)
    return 0


def _spaced(gap: Gap, space: Token, left: int, right: int) -> Gap:
    """A typed space: a word space between Latin words; beside Han it is the gap of the style.

    CLREQ "Mixed text composition": the space between Han and Latin is spacing, never a typed
    character, so one that was typed adds nothing.
    """
    west = (CharClass.WEST, CharClass.POSTFIX)
    if left in west and right in west:
        cut = max(0, space.body - WORD_SPACE_LEAST)
        return Gap(
            space.body, SHRINK_WORD_SPACE if cut else 0, cut, STRETCH_WORD_SPACE, breakable=True
        )
    if left == CharClass.HAN and right == CharClass.HAN:
        return gap._replace(natural=space.body, breakable=True)
    return gap
