"""Characters of a line of display type set apart by their ink (光学字距).

Han stand solid, each in its em. 一 and 日 are then as far from one another as 小 and 有, whose
strokes reach out of their ems, and look twice as far. Knows rows of ink and numbers only.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from layout.inline.items import Items
from layout.inline.line import SetLine
from layout.record import replace
from layout.text.charclass import IDEOGRAPHIC
from layout.text.shape import Token

MOST: Final = 50
"""Thousandths of an em that a gap is changed by: a third of what lies between the strokes of two
Han of a bold face. Beyond it characters would leave the rhythm of their ems."""
POINTED: Final = 8
"""How much more what is near counts than what is far: the power of their distance. At 1 the white
between two characters counts by its area, and 一, which has much white above it and below, is drawn
to its neighbours until it touches them at its ends (黑 and 宋, looked at up to 8)."""
TOUCH: Final = 50.0
"""Thousandths of an em that are added to each distance: ink that touches is no infinite fault."""
HALVINGS: Final = 40
"""Of the span in which the common gap lies: it is known to a millionth of an em then."""

Sides = Sequence[tuple[float, float] | None]
"""Where the ink of each row of a character begins and ends, in thousandths of an em."""
Profiles = Callable[[str, int], Sides]
"""The sides of a glyph by its face's key and its number, from its origin along the line."""


def evened(items: Items, line: SetLine, profiles: Profiles) -> SetLine:
    """The line with what is seen between its Han as even as `MOST` allows, and as long as it was:
    what some gaps give others take."""
    first, last = line.first, line.last
    inks = [_ink(token, profiles) for token in items.tokens[first : last + 1]]
    gaps: dict[int, float] = {}
    for k, (before, after) in enumerate(pairwise(inks)):
        if before and after and items.spaces[first + k] is None:
            apart = seen(before, after, line.xs[k + 1] - line.xs[k])
            if apart is not None:
                gaps[k] = apart
    if len(gaps) < 2:
        return line
    changes = dict(zip(gaps, changes_of(list(gaps.values())), strict=True))
    moved = accumulate([changes.get(k, 0.0) for k in range(last - first)], initial=0.0)
    return replace(line, xs=tuple([x + by for x, by in zip(line.xs, moved, strict=True)]))


def seen(before: Sides, after: Sides, step: float) -> float | None:
    """How far apart two characters look whose origins are `step` apart: the mean of their
    distances in each row, near ones counting most; None where no row has ink of both.

    A row sees its neighbours' ink as well, as the eye does.
    """
    total = 0.0
    for one, other in zip(_widened(before), _widened(after), strict=True):
        if one is not None and other is not None:
            total += (max(0.0, step + other[0] - one[1]) + TOUCH) ** -POINTED
    return (total / len(before)) ** (-1 / POINTED) - TOUCH if total else None


def changes_of(gaps: Sequence[float]) -> list[float]:
    """What each gap is changed by, `MOST` at most, so that they are as even as they may be and
    their sum is as it was. Thousandths of an em."""

    def changes(to: float) -> Iterator[float]:
        return (max(-MOST, min(MOST, to - gap)) for gap in gaps)

    low, high = min(gaps), max(gaps)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if sum(changes(middle)) < 0:
            low = middle
        else:
            high = middle
    return list(changes((low + high) / 2))


def _widened(sides: Sides) -> Iterator[tuple[float, float] | None]:
    """Each row with the ink of the rows beside it."""
    for k in range(len(sides)):
        near = [side for side in sides[max(0, k - 1) : k + 2] if side is not None]
        yield (min(near)[0], max(end for _, end in near)) if near else None


def _ink(token: Token, profiles: Profiles) -> Sides | None:
    """The rows of a Han as large as its line's type; None for any other token."""
    plain = token.manner.size == token.manner.wide == 1000 and not token.manner.turned
    if token.cls not in IDEOGRAPHIC or not plain or len(token.pieces) != 1:
        return None
    (piece,) = token.pieces
    sides = profiles(piece.face, piece.glyph)
    return [None if s is None else (s[0] + piece.x, s[1] + piece.x) for s in sides]
