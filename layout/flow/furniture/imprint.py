"""报尾: who makes the paper and where, in one line or two over a rule, from side to side.

Entries are parted by a dot, a bar or white. Where they do not go in they are set smaller, alike,
and that is told in 字; at the least size it is an error.
"""

from collections.abc import Sequence
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, beginning, error, warning
from layout.display.items import Box
from layout.flow.placed import Made, PlacedItem
from layout.flow.rules import rules
from layout.flow.type.align import share, too_high
from layout.flow.type.setter import SHOWN, UNSEEN_SHRINK, Setter
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import RBlock, RImprint, StyledText
from layout.units import EM_ASCENT, EPS_PT, fits

LEAST: Final = 0.8
"""Of their size: an imprint of 8 pt becomes one of 6.4, which newsprint still holds."""
APART: Final = {"dot": 1.0, "bar": 1.4, "space": 1.5}
"""em, at least, from one entry to the next, the dot or bar in the middle of it."""
LEADING: Final = 1.55
RULE_AIR: Final = 0.6
DOT: Final = 0.2
"""em: side of a dot."""
MIDDLE: Final = 0.38
"""em over the baseline: the middle of ideographs."""
BAR: Final = (0.9, 0.035)
"""em: height and breadth of a bar."""


@record
class ImprintRow:
    """A row of entries, set: its items, and what is told of it."""

    items: Sequence[PlacedItem]
    diagnostics: Sequence[Diagnostic]


def make_imprint(setter: Setter, block: RBlock, spec: RImprint) -> Made:
    """The imprint in its block, its last line over the rule."""
    rect, node = block.inner, block.id
    items: list[PlacedItem] = []
    above, below = rules.reach(spec.above), rules.reach(spec.below)
    items += rules.horizontal(spec.above, rect.x, rect.y + above, rect.width, node, flip=True)
    found: list[Diagnostic] = []
    if spec.items:
        rows, part = _rows(setter, spec, rect.width)
        part = min(part, 1.0)
        if part < 1.0 - UNSEEN_SHRINK:
            found.append(_told(setter, spec, rows, rect.width, part))
        sized = [[w.resized(w.style.size * max(part, LEAST)) for w in row] for row in rows]
        size = max(w.style.size for row in sized for w in row)
        deep = size * (1 + LEADING * (len(rows) - 1))
        free = rect.height - 2 * above - 2 * below - deep
        y = rect.y + 2 * above + free / 2 + block.nudge
        for row in sized:
            line = Rect(rect.x, y, rect.width, size)
            made = spread_row(setter, row, line, node, between=spec.between, align=spec.align)
            items += made.items
            found += made.diagnostics
            y += LEADING * size
        room = rect.height - 2 * above - 2 * below
        found += too_high("part.the-imprint", deep, room, block.place)
    items += rules.horizontal(spec.below, rect.x, rect.bottom - below, rect.width, node)
    return Made(items=items, diagnostics=found)


def imprint_height(setter: Setter, spec: RImprint, width: float) -> float:
    """Points that an imprint takes in `width` points."""
    reach = 2 * (rules.reach(spec.above) + rules.reach(spec.below))
    if not spec.items:
        return reach
    rows, part = _rows(setter, spec, width)
    size = max(w.style.size for w in spec.items) * max(min(part, 1.0), LEAST)
    return reach + size * (1 + LEADING * (len(rows) - 1) + RULE_AIR * 2)


def spread_row(
    setter: Setter,
    words: Sequence[StyledText],
    room: Rect,
    node: str,
    *,
    between: str = "space",
    align: str = "spread",
) -> ImprintRow:
    """Entries in a row, the top of their em at that of `room`; two and more go from side to side
    of it with `align: spread`, one alone stands at the left."""
    lines = [setter.display(w) for w in words]
    em = max(line.height for line in lines)
    own = sum(line.width for line in lines)
    gap = APART[between] * em
    if align == "spread" and len(lines) > 1:
        gap = max(gap, (room.width - own) / (len(lines) - 1))
    left = share(align) * max(0.0, room.width - own - gap * (len(lines) - 1))
    baseline = room.y + EM_ASCENT * em
    items: list[PlacedItem] = []
    x = room.x + left
    for number, line in enumerate(lines):
        if number:
            middle = (x - gap / 2, baseline - MIDDLE * em)
            items += _mark(between, middle, em=em, color=line.style.color, node=node)
        items.append(line.at(x, baseline - EM_ASCENT * line.height, line.width, node))
        x += line.width + gap
    return ImprintRow(items=items, diagnostics=[d for line in lines for d in line.diagnostics])


def row_width(setter: Setter, words: Sequence[StyledText], between: str = "space") -> float:
    """Points that entries in a row take at least."""
    lines = [setter.display(w) for w in words]
    em = max(line.height for line in lines)
    return sum(line.width for line in lines) + APART[between] * em * (len(lines) - 1)


def _mark(
    between: str, middle: tuple[float, float], *, em: float, color: Color, node: str
) -> list[PlacedItem]:
    """The dot or bar between two entries."""
    if between == "space":
        return []
    width, height = (BAR[1] * em, BAR[0] * em) if between == "bar" else (DOT * em, DOT * em)
    x, y = middle
    area = Rect(x - width / 2, y - height / 2, width, height)
    return [Box(rect=area, fill=color, node=node, role="rule" if between == "bar" else "mark")]


def _rows(setter: Setter, spec: RImprint, width: float) -> tuple[list[list[StyledText]], float]:
    """The entries in one row, or in two where one is too short; and at what part of their size
    they go in."""
    counts = (spec.rows,) if spec.rows is not None else (1, 2)
    best: tuple[list[list[StyledText]], float] = ([list(spec.items)], 0.0)
    for count in counts:
        for rows in _parted(list(spec.items), count):
            part = min(width / max(row_width(setter, row, spec.between), EPS_PT) for row in rows)
            if part > best[1]:
                best = rows, part
        if fits(1.0, best[1]):
            break
    return best[0], best[1]


def _parted(items: list[StyledText], count: int) -> list[list[list[StyledText]]]:
    """All ways to part entries into so many rows, 1 or 2."""
    if count == 1 or len(items) < 2:
        return [[items]]
    return [[items[:n], items[n:]] for n in range(1, len(items))]


def _told(
    setter: Setter, spec: RImprint, rows: Sequence[Sequence[StyledText]], width: float, part: float
) -> Diagnostic:
    """Type that is smaller than asked for, or does not go in: in 字 of its size."""
    row = min(rows, key=lambda row: width / max(row_width(setter, row, spec.between), EPS_PT))
    size = max(w.style.size for w in row)
    facts: dict[str, str | float] = {
        "text": beginning(row[0].text, SHOWN),
        "zi": row_width(setter, row, spec.between) / size, "room_zi": width / size,
        "rows": len(rows), "size_pt": size * max(part, LEAST), "asked_pt": size,
    }  # fmt: skip
    if part < LEAST:
        return error("IMPRINT.wide", row[0].place, **facts)
    return warning("IMPRINT.shrunk", row[0].place, **facts)
