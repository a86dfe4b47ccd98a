"""A line's clusters put in their places: shrink or stretch tier by tier until the line is flush.

CLREQ "Line adjustment": within a tier all places of the line change together, in proportion to what
they may give; the next tier begins only when this one is used up. Positions are thousandths of an
em as floats, so that a line is flush at any size to rounding of the machine.
"""

from typing import Final

from layout.inline.items import Items
from layout.inline.line import SetLine
from layout.inline.spacing import (
    LATIN_GAP_MOST,
    STRETCH_ANY,
    STRETCH_LATIN_GAP,
    STRETCH_WORD_SPACE,
    WORD_SPACE_MOST,
    Gap,
)

_SHRINK_TIERS: Final = (2, 3, 4, 5, 6, 7)


def natural_line(items: Items, first: int, last: int, *, is_last: bool = True) -> SetLine:
    """A line at its natural width: a paragraph's last, or any line that is not justified."""
    base = items.start[first]
    xs = [float(s - base) for s in items.start[first : last + 1]]
    width = float(items.end[last] - base)
    return SetLine(first=first, last=last, xs=xs, natural=width, width=width, is_last=is_last)


def justified_line(
    items: Items, first: int, last: int, measure: float, *, is_last: bool
) -> SetLine:
    """Clusters `first` … `last` on a line of `measure`.

    A paragraph's last line is squeezed if it must be and never stretched. A line that cannot be
    made flush keeps its least width and says so by the tier `over`.
    """
    natural = items.end[last] - items.start[first]
    lack = measure - natural
    if first == last or (is_last and lack >= 0) or abs(lack) < 1e-6:
        line = natural_line(items, first, last, is_last=is_last)
        if lack < -1e-6:
            line.tier = "over"
        elif lack > 1e-6 and not is_last:
            line.tier = "short"
        return line
    gaps = items.gaps[first:last]
    if lack < 0:
        changes, tier, left = _shrink(gaps, -lack)
    else:
        changes, tier, left = _stretch(gaps, lack)
    base = items.start[first]
    xs: list[float] = [0.0]
    moved = 0.0
    for start, change in zip(items.start[first + 1 : last + 1], changes, strict=True):
        moved += change
        xs.append(start - base + moved)
    any_places = [c for c, g in zip(changes, gaps, strict=True) if g.stretch_tier == STRETCH_ANY]
    gap = any_places[0] if lack > 0 and any_places and tier == "stretch:3" else 0.0
    return SetLine(
        first=first,
        last=last,
        xs=xs,
        natural=float(natural),
        width=natural + moved,
        is_last=is_last,
        tier=tier if left < 1e-6 else "over" if lack < 0 else "short",
        gap=gap,
    )


def _shrink(gaps: tuple[Gap, ...], over: float) -> tuple[list[float], str, float]:
    """What each gap gives up, the tier reached, and what is still too wide."""
    changes = [0.0] * len(gaps)
    reached = ""
    for tier in _SHRINK_TIERS:
        capacity = sum(g.shrink_by for g in gaps if g.shrink_tier == tier)
        if not capacity:
            continue
        ratio = min(1.0, over / capacity)
        for i, gap in enumerate(gaps):
            if gap.shrink_tier == tier:
                changes[i] = -gap.shrink_by * ratio
        reached = f"shrink:{tier}"
        over -= capacity * ratio
        if over < 1e-9:
            return changes, reached, 0.0
    return changes, reached, over


def _stretch(gaps: tuple[Gap, ...], lack: float) -> tuple[list[float], str, float]:
    """What each gap gains, the tier reached, and what is still lacking."""
    changes = [0.0] * len(gaps)
    reached = ""
    for tier, most in ((STRETCH_WORD_SPACE, WORD_SPACE_MOST), (STRETCH_LATIN_GAP, LATIN_GAP_MOST)):
        capacity = sum(max(0, most - g.natural) for g in gaps if g.stretch_tier == tier)
        if not capacity:
            continue
        ratio = min(1.0, lack / capacity)
        for i, gap in enumerate(gaps):
            if gap.stretch_tier == tier:
                changes[i] = max(0, most - gap.natural) * ratio
        reached = f"stretch:{tier}"
        lack -= capacity * ratio
        if lack < 1e-9:
            return changes, reached, 0.0
    places = sum(1 for g in gaps if g.stretch_tier == STRETCH_ANY)
    if not places:
        return changes, reached, lack
    each = lack / places
    for i, gap in enumerate(gaps):
        if gap.stretch_tier == STRETCH_ANY:
            changes[i] = each
    return changes, "stretch:3", 0.0
