"""策划, 执行: functions in 黑 and names in 楷, in a line or one under another."""

from typing import Final

from layout.diagnostics import Diagnostic
from layout.flow.placed import Made, PlacedItem
from layout.flow.type.align import share, too_high, too_wide
from layout.flow.type.setter import DisplayLine, Setter
from layout.spec.resolve.resolved import RBlock, RCredits
from layout.units import EM_ASCENT, fits

CREDIT_GAP: Final = 4.0  # em between two groups of credits
CREDIT_COLON: Final = 0.4  # em after the colon of a function, which is trimmed to its ink
CREDIT_LEADING: Final = 1.6  # em from line to line

Pair = tuple[DisplayLine, DisplayLine]


def make_credits(setter: Setter, block: RBlock, spec: RCredits) -> Made:
    """The credits in the middle of their block."""
    inner = block.inner
    pairs = _pairs(setter, spec, inner.width)
    if not pairs:
        return Made(items=[])
    rows = _rows(pairs, spec, inner.width)
    em = pairs[0][1].height
    high = max(line.height for pair in pairs for line in pair)
    step = CREDIT_LEADING * high
    total = high + step * (len(rows) - 1)
    baseline = inner.y + (inner.height - total) / 2 + EM_ASCENT * high + block.nudge
    # Stacked, the colons stand under one another.
    heads = max(role.width for role, _ in pairs) if spec.arrange == "stack" else 0.0
    widest = max(_width(row, em, heads) for row in rows)
    items: list[PlacedItem] = []
    found: list[Diagnostic] = too_high("part.the-credits", total, inner.height, block.place)
    found += too_wide("part.the-credits", widest, inner.width, block.place)
    for row in rows:
        width = widest if heads else _width(row, em, heads)
        x = inner.x + share(spec.align) * (inner.width - width)
        for role, names in row:
            x += max(0.0, heads - role.width)
            for line in (role, names):
                top = baseline - EM_ASCENT * line.height
                items.append(line.at(x, top, line.width, block.id))
                x += line.width + (CREDIT_COLON * em if line is role else 0.0)
            x += CREDIT_GAP * em
        baseline += step
    found += [d for pair in pairs for line in pair for d in line.diagnostics]
    return Made(items=items, diagnostics=found)


def credits_height(setter: Setter, spec: RCredits, width: float) -> float:
    """Points that the credits take in `width` points, without white around them."""
    pairs = _pairs(setter, spec, width)
    high = max((line.height for pair in pairs for line in pair), default=0.0)
    return high + CREDIT_LEADING * high * max(0, len(_rows(pairs, spec, width)) - 1)


def _pairs(setter: Setter, spec: RCredits, room: float) -> list[Pair]:
    """Each function with its names, which are set smaller where they alone are too wide."""
    pairs = []
    for role, names in spec.groups:
        head = setter.display(role, room)
        left = room - head.width - CREDIT_COLON * setter.display(names).height
        pairs.append((head, setter.display(names, max(1.0, left))))
    return pairs


def _rows(pairs: list[Pair], spec: RCredits, room: float) -> list[list[Pair]]:
    """The credits in lines: each in its own, or as many in one as it holds."""
    if spec.arrange == "stack":
        return [[pair] for pair in pairs]
    rows: list[list[Pair]] = []
    for pair in pairs:
        if rows and fits(_width([*rows[-1], pair], pair[1].height, 0.0), room):
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


def _width(row: list[Pair], em: float, heads: float) -> float:
    """A line's width; `heads` is that of the widest function, where they stand in a column."""
    words = sum(max(heads, role.width) + CREDIT_COLON * em + names.width for role, names in row)
    return words + CREDIT_GAP * em * (len(row) - 1)
