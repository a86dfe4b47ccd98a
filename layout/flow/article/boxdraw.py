"""The rules and grounds of boxes in the text of a story, and what is told of boxes that are parted.

text text             ┌─────────────┐ at a column's head an edge stands where the first line
┌─────────────┐       │  box  box   │ of its neighbours begins
│  heading    │       └─────────────┘
│  box  box   │       text text
│  box  box   │                       a box that is parted is open there
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from layout.diagnostics import Diagnostic, warning
from layout.display.items import Box
from layout.flow.article.boxes import InBox, depth, groups
from layout.flow.article.drawn import LEAST_EM
from layout.flow.article.pour import Poured, SetSlot
from layout.flow.placed import PlacedItem
from layout.flow.rules import rules
from layout.geometry import Rect
from layout.spec.resolve.defaults import style_of
from layout.spec.resolve.resolved import RBox
from layout.units import EM_ASCENT, EPS_PT

INSIDE: Final = 0.6
"""Share of the white at an edge that lies inside, where text stands over or under the box: what is
inside belongs together."""
RULED: Final = 0.45
"""The same at the rule of a box that has none at its sides and no ground: it parts two texts."""


def box_items(
    columns: Sequence[Sequence[SetSlot]], size: float, pitch: float, node: str
) -> list[PlacedItem]:
    """The grounds and rules of the boxes whose lines, `size` points high and `pitch` apart, stand
    in columns."""
    out: list[PlacedItem] = []
    for column in columns:
        for number, first, last in groups([_inside(entry) for entry in column]):
            if not number:
                continue
            cuts = [k for k in range(first + 1, last) if _apart(column[k - 1], column[k], pitch)]
            for a, b in pairwise((first, *cuts, last)):
                ends = (a == 0, b == len(column))
                out += _drawn(column[a:b], size, pitch, f"{node}#box", ends)
    return out


def _apart(one: SetSlot, other: SetSlot, pitch: float) -> bool:
    """Whether something stands in the column between two lines of a box."""
    return other.slot.baseline - one.slot.baseline > (other.blank + 1.5) * pitch


def _drawn(
    rows: Sequence[SetSlot], size: float, pitch: float, node: str, ends: tuple[bool, bool]
) -> Iterator[PlacedItem]:
    """The ground and the rules of what stands of a box in one column; `ends` says whether that is
    at the column's head and foot."""
    first, last = _inside(rows[0]), _inside(rows[-1])
    assert first is not None
    assert last is not None
    box = first.of.box
    top, right, bottom, left = box.rules
    closed = box.fill is not None or left != "none" or right != "none"
    share = INSIDE if closed else RULED
    white = 2 * pitch - size  # over an edge and under it, from em box to em box
    y = rows[0].slot.baseline - EM_ASCENT * size
    foot = rows[-1].slot.baseline + (1 - EM_ASCENT) * size
    # Where it is parted, a ground goes on half-way to the next line.
    opened = (pitch - size) / 2 if box.fill is not None else 0.0
    y -= (pitch if ends[0] else share * white) if rows[0].above else opened
    foot += (pitch if ends[1] else share * white) if rows[-1].below else opened
    x = min(row.slot.x for row in rows)
    rect = Rect(x, y, max(row.slot.x + row.slot.measure for row in rows) - x, foot - y)
    if box.corners:
        yield from _rounded(box, rect, node, (first.begins, last.ends))
        return
    if box.fill is not None:
        yield Box(rect=rect, fill=box.fill, node=node, role="tint")
    four = (
        top if first.begins else "none", right,
        bottom if last.ends else "none", left,
    )  # fmt: skip
    if "none" in four:  # a frame of four is drawn inside its edges, and so are the sides of one
        rect = rect.inset(rules.reach(left), 0.0, rules.reach(right), 0.0)
    yield from rules.frame(four, rect, node)


def _rounded(box: RBox, rect: Rect, node: str, closed: tuple[bool, bool]) -> Iterator[PlacedItem]:
    """The ground and the frame of a box with round corners, square and open where it is parted."""
    from layout.flow.rules.rounded import frame, panel  # few boxes have any

    above, below = closed
    a, b, c, d = box.corners
    radii = (a * above, b * above, c * below, d * below)
    if box.fill is not None:
        yield panel(rect, box.fill, radii, node, "tint")
    style = style_of(box.rules[0])
    if style is not None:
        yield from frame(style, rect, radii, node, closed=closed)


def box_faults(poured: Poured, em: float, *, jumps: bool) -> Iterator[Diagnostic]:
    """A warning for each box that is deeper than any column, for one that was to stay whole and is
    parted, and for one whose sides leave its text no room in a column, whose characters are `em`
    points wide. Of a text that is over nothing is told of depths, unless it `jumps`."""
    yield from _narrow(poured, em)
    lines = poured.setting.lines
    if poured.done < len(lines) and not jumps:
        return
    room = max(poured.rooms, default=0)
    stands: dict[int, int] = {}
    for column in poured.columns:
        for number in {number for number, _, _ in groups([_inside(e) for e in column])}:
            stands[number] = stands.get(number, 0) + 1
    inside = [line.inside for line in lines]
    white = [line.white for line in lines]
    for number, first, last in groups(inside):
        line = inside[first]
        if not number or line is None:
            continue
        parts = stands.get(number, 0) + (first < poured.done < last)
        deep = depth(inside[first:last], white[first:last])
        box, place = line.of.box, line.of.place
        if deep > room and parts > 1:
            yield warning("BOX.deep", place, name=box.name, lines=deep, room=room)
        elif deep <= box.whole and parts > 1:
            yield warning("BOX.parted", place, name=box.name, lines=deep)


def _narrow(poured: Poured, em: float) -> Iterator[Diagnostic]:
    """A warning for each box whose sides leave its text less than a line can be set in."""
    told: set[int] = set()
    for entry in (e for column in poured.columns for e in column):
        line = _inside(entry)
        if line is None or line.of.number in told:
            continue
        box, measure = line.of.box, entry.slot.measure
        if box.side and measure - 2 * box.side < LEAST_EM * em - EPS_PT:
            told.add(line.of.number)
            yield warning(
                "BOX.narrow", line.of.place, name=box.name, side_zi=box.side / em,
                measure_zi=measure / em, least_zi=LEAST_EM,
            )  # fmt: skip


def _inside(entry: SetSlot) -> InBox | None:
    """Where in a box a line stands; None for a line in none, and for a by-line."""
    return entry.line.inside if entry.line is not None else None
