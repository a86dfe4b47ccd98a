"""A line's clusters put in their places: shrink or stretch tier by tier until the line is flush.

CLREQ "Line adjustment": within a tier all places of the line change together, in proportion to what
they may give; the next tier begins only when this one is used up. Positions are thousandths of an
em as floats, so that a line is flush at any size to rounding of the machine.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from layout.inline.items import Items
from layout.inline.line import LOOSE, LOOSE_GAP, OVER, RAGGED, SHORT, SetLine
from layout.inline.spacing import (
    GLUE,
    LINKED,
    SHRINK_HAN,
    STRETCH_ANY,
    STRETCH_LATIN_GAP,
    STRETCH_WORD_SPACE,
    Gap,
)
from layout.record import replace

_GROW_TIERS: Final = (STRETCH_WORD_SPACE, STRETCH_LATIN_GAP)
ROUND_ADDRESS: Final = 250
"""How far the gaps of a line with an address may open for it to be flush (1/1000 em): a quarter of
an em, from where on a line falls apart. Beyond it the line's end stays open, as that of a verse."""


def natural_line(
    items: Items,
    first: int,
    last: int,
    *,
    is_last: bool = True,
    indent: float = 0.0,
) -> SetLine:
    """A line at its natural width: a paragraph's last, or any line that is not justified."""
    base = items.start[first]
    width = float(items.end[last] - base)
    return SetLine(
        first=first,
        last=last,
        xs=tuple([b - base for b in items.body[first : last + 1]]),
        natural=width,
        width=width,
        is_last=is_last,
        indent=indent,
    )


def justified_line(
    items: Items,
    first: int,
    last: int,
    measure: int,
    *,
    is_last: bool,
    indent: float = 0.0,
    hyphen: bool = False,
) -> SetLine:
    """Clusters `first` … `last` on a line of `measure`.

    With `hyphen` the last one's `tail` stands after it. A paragraph's last line is squeezed if it
    must be and never stretched. A line that cannot be made flush keeps its least or greatest width
    and says so by the tier `over` or `short`.
    """
    tail = items.tokens[last].tail if hyphen else None
    if tail is not None:
        more = tail.body
        line = justified_line(items, first, last, measure - more, is_last=is_last, indent=indent)
        return replace(line, natural=line.natural + more, width=line.width + more, hyphen=True)
    lack = measure - items.end[last] + items.start[first]
    if lack < 0:
        return _shrunk(items, first, last, -lack, is_last=is_last, indent=indent)
    if is_last or not lack:
        return natural_line(items, first, last, is_last=is_last, indent=indent)
    return _stretched(items, first, last, lack, indent=indent)


def hung_line(
    items: Items, first: int, last: int, measure: int, *, is_last: bool, indent: float
) -> SetLine:
    """Clusters `first` … `last - 1` on a line of `measure`, and the mark `last` beside its edge.

    A last line that has room for the mark takes it in.
    """
    if is_last and items.end[last] - items.start[first] <= measure:
        return natural_line(items, first, last, indent=indent)
    line = justified_line(items, first, last - 1, measure, is_last=is_last, indent=indent)
    return replace(line, last=last, xs=(*line.xs, line.width), hung=True)


def _shrunk(
    items: Items, first: int, last: int, over: int, *, is_last: bool, indent: float
) -> SetLine:
    """The line made narrower by `over`, or by as much as its gaps can give."""
    gaps = items.gaps[first:last]
    changes, tier, left = _shrink(gaps, over)
    base = items.start[first]
    moved = accumulate(changes, initial=0.0)
    bodies = items.body[first : last + 1]
    natural = items.end[last] - base
    return SetLine(
        first=first,
        last=last,
        xs=tuple([b - base + m for b, m in zip(bodies, moved, strict=True)]),
        natural=float(natural),
        width=natural - over + left,
        is_last=is_last,
        tier=OVER if left else tier,
        indent=indent,
        reasons=(OVER,) if left else (),
        gap=_tightened(gaps, changes) if tier == f"shrink:{SHRINK_HAN}" else 0.0,
    )


def _tightened(gaps: Sequence[Gap], changes: Sequence[float]) -> float:
    """What each place between two Han gave, where the style lets them stand closer than solid."""
    return next(c for g, c in zip(gaps, changes, strict=True) if g.shrink_tier == SHRINK_HAN)


def _stretched(items: Items, first: int, last: int, lack: int, *, indent: float) -> SetLine:
    """The line made wider by `lack`: word spaces, Han-Latin gaps, then every place alike."""
    if items.linked and any(gap is LINKED for gap in items.gaps[first:last]):
        return _round_address(items, first, last, lack, indent=indent)
    places = items.any_sum
    base = items.start[first]
    natural = items.end[last] - base
    room = items.grow_sum[last] - items.grow_sum[first]
    count = places[last] - places[first]
    after = last + 1
    bodies = items.body[first:after]
    if room >= lack or not count:
        changes, tier, left, gap = _grow(items.gaps[first:last], lack)
        moved = accumulate(changes, initial=0.0)
        xs = [b - base + m for b, m in zip(bodies, moved, strict=True)]
    else:
        gap = (lack - room) / count
        tier, left = f"stretch:{STRETCH_ANY}", 0.0
        before, grown = places[first], items.grow_sum[first]
        gains = zip(bodies, places[first:after], items.grow_sum[first:after], strict=True)
        xs = [b - base + (gap * (p - before) + (g - grown)) for b, p, g in gains]
    reasons = ((SHORT,) if left else ()) + ((LOOSE,) if gap > LOOSE_GAP else ())
    return SetLine(
        first=first,
        last=last,
        xs=tuple(xs),
        natural=float(natural),
        width=natural + lack - left,
        is_last=False,
        tier=SHORT if left else tier,
        gap=gap,
        indent=indent,
        reasons=reasons,
    )


def _round_address(items: Items, first: int, last: int, lack: int, *, indent: float) -> SetLine:
    """A line that holds parts of an address made wider by `lack` in its other gaps; where these
    would open beyond `ROUND_ADDRESS` it stays at its natural width.

    No gap inside the address opens: in a line of news a blank in it is read as one of its own.
    """
    gaps = [GLUE if gap is LINKED else gap for gap in items.gaps[first:last]]
    changes, tier, left, _ = _grow(gaps, min(lack, sum(g.grow for g in gaps)))
    count = sum(g.place for g in gaps)
    more = lack - sum(changes)
    gap = more / count if count else 0.0
    line = natural_line(items, first, last, is_last=False, indent=indent)
    if left or (more > 0 and not count) or gap > ROUND_ADDRESS:
        return replace(line, tier=RAGGED, reasons=(RAGGED,))
    changes = [c + gap * g.place for c, g in zip(changes, gaps, strict=True)]
    return replace(
        line,
        xs=tuple([x + m for x, m in zip(line.xs, accumulate(changes, initial=0.0), strict=True)]),
        width=line.natural + lack,
        tier=f"stretch:{STRETCH_ANY}" if gap else tier,
        gap=gap,
        reasons=(LOOSE,) if gap > LOOSE_GAP else (),
    )


def _shrink(gaps: Sequence[Gap], over: float) -> tuple[list[float], str, float]:
    """What each gap gains (never above 0), the tier reached, and what is still too wide."""
    changes = [0.0] * len(gaps)
    reached = ""
    by_tier: dict[int, list[int]] = {}
    for i, gap in enumerate(gaps):
        if gap.shrink_tier:
            by_tier.setdefault(gap.shrink_tier, []).append(i)
    for tier in sorted(by_tier):  # CLREQ numbers them in their turn
        places = by_tier[tier]
        capacity = sum(gaps[i].soft + gaps[i].hard for i in places)
        ratio = min(1.0, over / capacity)
        for i in places:
            changes[i] = -ratio * (gaps[i].soft + gaps[i].hard)
        reached = f"shrink:{tier}"
        if over <= capacity:
            return changes, reached, 0.0
        over -= capacity
    return changes, reached, over


def _grow(gaps: Sequence[Gap], lack: float) -> tuple[list[float], str, float, float]:
    """What each gap gains in the tiers before the last, the tier reached, and what is lacking.

    A line without a place for the last tier, all of it Latin, opens its word spaces beyond their
    limit rather than stay short; the last figure is by how much.
    """
    changes = [0.0] * len(gaps)
    reached = ""
    for tier in _GROW_TIERS:
        places = [i for i, gap in enumerate(gaps) if gap.stretch_tier == tier]
        capacity = sum(gaps[i].grow for i in places)
        if not capacity:
            continue
        ratio = min(1.0, lack / capacity)
        for i in places:
            changes[i] = gaps[i].grow * ratio
        reached = f"stretch:{tier}"
        if lack <= capacity:
            return changes, reached, 0.0, 0.0
        lack -= capacity
    spaces = [i for i, gap in enumerate(gaps) if gap.stretch_tier]
    if not spaces:
        return changes, reached, lack, 0.0
    each = lack / len(spaces)
    for i in spaces:
        changes[i] += each
    return changes, f"stretch:{STRETCH_ANY}", 0.0, each
