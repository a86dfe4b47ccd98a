"""Letters over characters (拼音), in numbers only.

How much white a character needs for letters that are wider than it; where they stand in a line.

CLREQ "Interlinear annotation": letters may stand out over a neighbour as long as they keep a least
distance, a quarter of an em, from the letters beside them; where two long ones meet, their
characters are set further apart.

     shuāng zhuàng        letters, each in the middle over its character
      双  ·  壮            · the white that they need
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from layout.flow.type.voices import Sides
from layout.spec.markdown.paragraph import Run
from layout.text.scripts import EM, HALF

GAP: Final = 0.25
"""Between the letters of two characters, in em of the letters (CLREQ, as above)."""
OVER: Final = HALF
"""How far letters may stand out over a neighbour that has none, in thousandths of an em: to its
middle. Further out they would be read as its own."""
LONG: Final = 2 * EM
"""Letters wider than that, twice as wide as their character, are told: most are a slip."""


def sides_of(text: str, runs: Sequence[Run], widths: Sequence[int], gap: int) -> Sides:
    """The white before and after each character that has letters, by offsets. `widths` are those of
    the letters of `runs`, `gap` the least between two, in thousandths of the text's em."""
    sides: dict[int, tuple[int, int]] = {}
    outs = [max(0, (width - EM) // 2) for width in widths]
    for run, out in zip(runs, outs, strict=True):
        alone = max(0, out - OVER)
        sides[run.start] = (alone, alone)
    pairs = zip(pairwise(runs), pairwise(widths), pairwise(outs), strict=True)
    for (one, other), (wide, wide_too), (out, _) in pairs:
        between = sum(EM if c.isalnum() else HALF for c in text[one.end : other.start])
        more = (wide + wide_too) // 2 + gap - EM - between
        after = min(max(0, more), out)  # the wider of the two has more of it, at a line's edge too
        before = max(0, more - after)
        left, right = sides[one.start]
        sides[one.start] = (left, max(right, after) if between else after)
        left, right = sides[other.start]
        sides[other.start] = (max(left, before) if between else before, right)
    return sides


def starts_of(
    middles: Sequence[float], widths: Sequence[float], gap: float, left: float, right: float
) -> list[float]:
    """Where the letters of a line begin that belong over `middles`: none out of the line, which is
    from `left` to `right`, each at least `gap` from the next. All in points along the line."""
    starts = [middle - width / 2 for middle, width in zip(middles, widths, strict=True)]
    least = left
    for k, width in enumerate(widths):
        starts[k] = max(starts[k], least)
        least = starts[k] + width + gap
    most = right
    for k in range(len(widths) - 1, -1, -1):
        starts[k] = min(starts[k], most - widths[k])
        most = starts[k] - gap
    return starts
