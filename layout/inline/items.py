"""A shaped paragraph as parallel lists of numbers, ready to be broken at any size and measure.

The inline core counts in whole thousandths of an em: no object is made for a character, sums are
taken once as prefix sums, and one result serves every size of type.
"""

from collections.abc import Sequence
from itertools import accumulate, compress, pairwise
from operator import add, itemgetter

from layout.inline.spacing import LAST, Gap, pair_table, spaced
from layout.record import record
from layout.text.charclass import CharClass
from layout.text.shape import Piece, Token


@record
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
    missing: tuple[tuple[str, int], ...]  # characters that no face has, with their offsets

    @property
    def count(self) -> int:
        """How many clusters there are."""
        return len(self.tokens)


_TEXT, _CLASS, _BODY, _MISSING = map(itemgetter, (0, 1, 2, 4))  # of a Token


def make_items(
    shaped: Sequence[Token], *, level: str = "gb", latin_gap: int = 250, tracking: int = 0
) -> Items:
    """Items of a paragraph's shaped tokens, spaces among them.

    `tracking` is added to every gap (display lines); `latin_gap` is thousandths of an em.
    """
    tokens: Sequence[Token] = shaped
    offsets: Sequence[int] = list(accumulate(map(len, map(_TEXT, shaped)), initial=0))[:-1]
    spaces: Sequence[Token | None] = (None,) * len(shaped)
    classes: list[CharClass] = list(map(_CLASS, shaped))
    parted = CharClass.SPACE in classes
    if parted:
        tokens, offsets, spaces = _without_spaces(shaped, offsets)
        classes = list(map(_CLASS, tokens))
    if not tokens:
        return _EMPTY
    table = pair_table(level, latin_gap)
    gaps = [table[a][b] for a, b in pairwise(classes)]
    if parted:
        for i, space in enumerate(spaces[:-1]):
            if space is not None:
                gaps[i] = spaced(gaps[i], space, classes[i], classes[i + 1])
    if tracking:
        gaps = [g._replace(natural=g.natural + tracking) for g in gaps]
    gaps.append(LAST)

    natural, soft, hard, grow, place, breakable, _, _ = zip(*gaps, strict=True)
    bodies = list(map(_BODY, tokens))
    start = list(accumulate(map(add, bodies, natural), initial=0))
    start.pop()
    return Items(
        tokens=tuple(tokens),
        spaces=tuple(spaces),
        offsets=tuple(offsets),
        gaps=tuple(gaps),
        start=start,
        end=list(map(add, start, bodies)),
        soft_sum=list(accumulate(soft, initial=0)),
        hard_sum=list(accumulate(hard, initial=0)),
        grow_sum=list(accumulate(grow, initial=0)),
        any_sum=list(accumulate(place, initial=0)),
        ends=list(compress(range(len(gaps)), breakable)),
        missing=_missing(tokens, offsets) if any(map(_MISSING, tokens)) else (),
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
    moved = tuple(
        Piece(p.face, p.glyph, p.x + left.body, p.char + len(left.text)) for p in right.pieces
    )
    return Token(
        left.text + right.text, CharClass.SPACE, left.body + right.body, left.pieces + moved
    )


def _missing(tokens: Sequence[Token], offsets: Sequence[int]) -> tuple[tuple[str, int], ...]:
    return tuple(
        (char, offset + token.text.index(char))
        for token, offset in zip(tokens, offsets, strict=True)
        for char in token.missing
    )


_EMPTY = Items(
    tokens=(),
    spaces=(),
    offsets=(),
    gaps=(),
    start=[],
    end=[],
    soft_sum=[],
    hard_sum=[],
    grow_sum=[],
    any_sum=[],
    ends=[],
    missing=(),
)
