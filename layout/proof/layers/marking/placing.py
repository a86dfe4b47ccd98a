"""Where beside the text each correction is written, and which way its lead goes there.

A label stands where the page is blank, in a gutter, a margin or the blank end of a line; its lead
leaves the mark between two lines (GB/T 14706-93, 5.3) and goes level and upright. No label covers
another, no lead another's lead or label. Where no blank in reach has room for the words the number
stands alone, and where none has room even for that it stands at its mark: both are said (`alone`),
so that the words can be written elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from layout.display.items import Item, Page
from layout.geometry import Rect, hull
from layout.proof.layers.layer import CorrectionMark
from layout.proof.layers.marking.blank import BlankRoom, PageCover
from layout.proof.layers.marking.choose import choose
from layout.proof.layers.marking.drawn import CLEAR_PT, WayDrawn, WaysDrawn
from layout.proof.layers.marking.label import LabelShape, number_alone, place_of, shapes, written
from layout.proof.layers.marking.signs import LEAD_PT, OFF_PT, Point, around, line, signs, wedge
from layout.proof.marks import Letters
from layout.record import record, replace

REACH_PT: Final = 190.0
"""From a mark to what is written for it."""
NEAREST: Final = 4
"""Places that are weighed for each way to write a label: the nearest, and the nearest along the
line, to which a lead need not cross other lines."""
FEW: Final = 2
"""And for a number alone."""
FURTHER: Final = 24
"""And for what found none of the nearest free."""
WIDE_PT: Final = 1.8
ROOM_PT: Final = 0.3
"""Between a label and type: where there is room, and at least."""
FAR: Final = 60.0
"""From what a place costs one close to type is looked for too."""
CLOSE: Final = 12.0
"""What it costs to be close to type."""
LEVELS: Final = (0.0, 0.9)
"""Points from the edge of a mark at which its lead may run: two of one line need two."""
STEEP: Final = 8.0
"""How much further a place over or under a line is taken to be than one beside it."""
COVERS: Final = 20.0
"""What a point of a lead costs that runs over type; one that runs over nothing costs 1."""
DOWN: Final = 6.0
"""What words cost that stand one character under the other."""
ROW: Final = 4.0
"""What a further row of words costs."""
IN_TEXT: Final = 60.0
"""What it costs to stand before words of a line of text, as in the indent of a paragraph."""
ALONE: Final = 2_000.0
NOWHERE: Final = 10_000.0
Line = tuple[Point, ...]


@record
class PlacedMark:
    """A correction as it is drawn: `lines` are its mark and its lead, `label` what is written, `at`
    where it is tied to its lead, `size` that of its type. `alone` says that the words found no
    place: only the number stands there."""

    mark: CorrectionMark
    lines: tuple[Item, ...]
    label: tuple[Item, ...]
    place: Rect
    at: Point
    alone: bool


@record
class _MarkRoom:
    """A mark, what its lines take up, and what there is round it to write on."""

    mark: CorrectionMark
    rings: tuple[Rect, ...]
    columns: tuple[Rect, ...]
    room: BlankRoom


@record
class _Choice:
    """A way to write a correction beside its mark."""

    shape: LabelShape
    place: Rect
    lead: Line
    cost: float
    alone: bool = False
    free: bool = False  # at odds with nothing: the last resort


def placed(
    page: Page, marks: Sequence[CorrectionMark], letters: Letters, taken: Iterable[Rect] = ()
) -> tuple[PlacedMark, ...]:
    """The marks of a page, each with its label. `taken` is what is drawn on the page beside what is
    printed: no label stands there."""
    given = [mark for mark in marks if mark.spots]
    if not given:
        return ()
    rings = [_rings(mark) for mark in given]
    cover = PageCover(page, (*taken, *(ring for one in rings for ring in one)))
    marked = []
    for mark, ring in zip(given, rings, strict=True):
        within = _within(hull(ring))
        columns = tuple([frame.rect for frame in page.frames if frame.rect.meets(within)])
        marked.append(_MarkRoom(mark=mark, rings=ring, columns=columns, room=cover.near(within)))
    choices = [_choices(one, letters) for one in marked]
    drawings = [
        WaysDrawn([_way(one, ring) for one in of]) for of, ring in zip(choices, rings, strict=True)
    ]
    reach = [hull([one.whole for one in of.ways]) for of in drawings]
    chosen = choose(
        [[one.cost for one in of] for of in choices],
        lambda a, c, d: _bits(drawings[a].at_odds(drawings[c].ways[d])),
        lambda a, c: reach[a].meets(reach[c], -2 * CLEAR_PT),
    )
    made = [of[one] for of, one in zip(choices, chosen, strict=True)]
    _again(cover, marked, made, letters)
    return tuple([_drawn(mark, one, letters) for mark, one in zip(given, made, strict=True)])


def _again(
    cover: PageCover, marked: Sequence[_MarkRoom], made: list[_Choice], letters: Letters
) -> None:
    """Those whose number stands alone because the places nearest to them have gone to others look
    for one in what these have left, further off. Changes `made`."""
    drawn_ways = [_way(choice, one.rings) for choice, one in zip(made, marked, strict=True)]
    for k, one in enumerate(marked):
        if not (made[k].alone or made[k].free):
            continue
        others = WaysDrawn([*drawn_ways[:k], *drawn_ways[k + 1 :]])
        drawn = [rect for other in others.ways for rect in (other.place, *other.lead)]
        left = replace(one, room=cover.near(_within(hull(one.rings)), drawn))
        ways = sorted(_worded(left, letters, FURTHER), key=lambda way: way.cost)
        for way in ways:
            mine = _way(way, one.rings)
            if not others.at_odds(mine).any():
                made[k], drawn_ways[k] = way, mine
                break


def _bits(odd: NDArray[np.bool_]) -> int:
    """Which of some are, as the bits of a number."""
    return int.from_bytes(np.packbits(odd, bitorder="little").tobytes(), "little")


def _drawn(mark: CorrectionMark, choice: _Choice, letters: Letters) -> PlacedMark:
    lines: list[Item] = list(signs(mark))
    if mark.mark == "insert":
        edge = mark.spots[0]
        start = choice.lead[0]
        middle = edge.x + edge.width / 2 if mark.vertical else edge.y + edge.height / 2
        begins = (start[0] if mark.vertical else start[1]) < middle
        lines.append(wedge(start, vertical=mark.vertical, begins=begins))
    if len(choice.lead) > 1:
        lines.append(line(choice.lead, LEAD_PT))
    at = (choice.place.x, choice.place.y)
    return PlacedMark(
        mark=mark,
        lines=tuple(lines),
        label=tuple(written(choice.shape, at, letters)),
        place=choice.place,
        at=choice.lead[-1],
        alone=choice.alone,
    )


def _rings(mark: CorrectionMark) -> tuple[Rect, ...]:
    """What the lines of a mark take up."""
    return tuple([around(spot, vertical=mark.vertical) for spot in mark.spots])


def _within(ring: Rect) -> Rect:
    """What is in reach of a mark."""
    return ring.inset(-REACH_PT, -REACH_PT, -REACH_PT, -REACH_PT)


def _choices(one: _MarkRoom, letters: Letters) -> list[_Choice]:
    """The ways to write a correction: its words, its number alone, and at last that at the mark."""
    mark, first = one.mark, one.rings[0]
    alone = number_alone(mark, letters)
    whole = shapes(mark, letters)[:1] == (alone,)  # a stepped line says all that is to be said
    out = list(_worded(one, letters, NEAREST))
    if not whole:
        out += [replace(way, alone=True) for way in _ways(one, alone, ALONE, FEW)]
    corner = (max(first.x - alone.width, 0.0), max(first.y - alone.height, 0.0))
    out.append(
        _Choice(
            shape=alone,
            place=place_of(alone, corner),
            lead=(_starts(mark, one.rings)[0][0],),
            cost=NOWHERE,
            alone=not whole,
            free=True,
        )
    )
    return out


def _worded(one: _MarkRoom, letters: Letters, most: int) -> Iterator[_Choice]:
    """The ways to write a correction with all its words."""
    for shape in shapes(one.mark, letters):
        extra = DOWN if shape.down else ROW * max(len(shape.rows) - 1, 0)
        yield from _ways(one, shape, extra, most)


def _ways(one: _MarkRoom, shape: LabelShape, extra: float, most: int) -> Iterator[_Choice]:
    """A shape at the nearest places for it: well clear of type, and close to it where those are
    far."""
    wide = list(_at_places(one, shape, extra, most, WIDE_PT))
    yield from wide
    if not wide or min(way.cost for way in wide) > extra + FAR:
        yield from _at_places(one, shape, extra + CLOSE, most, ROOM_PT)


def _at_places(
    one: _MarkRoom, shape: LabelShape, extra: float, most: int, pad: float
) -> Iterator[_Choice]:
    """A shape at the nearest places in which it is so clear of type, each by its best way there at
    each level."""
    spot = one.rings[0]
    size = (shape.width + 2 * pad, shape.height + 2 * pad)
    steep = (STEEP, 1.0) if one.mark.vertical else (1.0, STEEP)
    found = [*one.room.places(size, spot, most), *one.room.places(size, spot, most, steep)]
    for x, y in dict.fromkeys(found):
        place = place_of(shape, (x + pad, y + pad))
        least = extra + _in_text(place, one.columns, one.room)
        for way, level in enumerate(LEVELS):
            found_leads = [
                lead
                for start, away in _starts(one.mark, one.rings)
                for lead in _leads(start, away, level, place)
            ]
            costs = _costs(found_leads, one.room)
            leads = [
                (cost + least + way, lead) for cost, lead in zip(costs, found_leads, strict=True)
            ]
            cost, lead = min(leads)
            yield _Choice(shape=shape, place=place, lead=lead, cost=cost)


def _in_text(place: Rect, columns: Iterable[Rect], room: BlankRoom) -> float:
    """What it costs a label to be taken for the beginning of a line of a column."""
    column = next((one for one in columns if one.meets(place)), None)
    if column is None:
        return 0.0
    behind = Rect(place.right, place.y, max(column.right - place.right, 0.0), place.height)
    return IN_TEXT if room.under(behind) > 1.0 else 0.0


def _starts(mark: CorrectionMark, rings: Sequence[Rect]) -> list[tuple[Point, Point]]:
    """Where a lead may leave a mark, and which way is away from its line."""
    out: list[tuple[Point, Point]] = []
    for ring in dict.fromkeys((rings[0], rings[-1])):
        if mark.vertical:
            out += [
                ((ring.x, ring.y), (-1.0, 0.0)), ((ring.right, ring.y), (1.0, 0.0)),
                ((ring.x, ring.bottom), (-1.0, 0.0)), ((ring.right, ring.bottom), (1.0, 0.0)),
            ]  # fmt: skip
        else:
            out += [
                ((ring.x, ring.y), (0.0, -1.0)), ((ring.x, ring.bottom), (0.0, 1.0)),
                ((ring.right, ring.y), (0.0, -1.0)), ((ring.right, ring.bottom), (0.0, 1.0)),
            ]  # fmt: skip
    if mark.mark == "transpose":
        out = _stepped_starts(mark, rings)
    return list(dict.fromkeys(out))


def _stepped_starts(mark: CorrectionMark, rings: Sequence[Rect]) -> list[tuple[Point, Point]]:
    """The ends of a stepped line: over its first part, and under or over its last."""
    first, last = rings[0], rings[-1]
    over_last = len([part for part in mark.parts if part]) % 2 == 1
    if mark.vertical:
        side = (last.right, (1.0, 0.0)) if over_last else (last.x, (-1.0, 0.0))
        return [((first.right, first.y), (1.0, 0.0)), ((side[0], last.bottom), side[1])]
    edge = (last.y, (0.0, -1.0)) if over_last else (last.bottom, (0.0, 1.0))
    return [((first.x, first.y), (0.0, -1.0)), ((last.right, edge[0]), edge[1])]


def _leads(start: Point, away: Point, level: float, place: Rect) -> Iterator[Line]:
    """Ways from a mark to a label: level and then upright, and the other way round."""
    x0, y0 = start[0] + away[0] * level, start[1] + away[1] * level
    head = (start, (x0, y0)) if level else (start,)
    side = place.x - ROOM_PT if x0 < place.x + place.width / 2 else place.right + ROOM_PT
    edge = place.y - ROOM_PT if y0 < place.y + place.height / 2 else place.bottom + ROOM_PT
    beside, under = place.y <= y0 <= place.bottom, place.x <= x0 <= place.right
    if beside:
        yield (*head, (side, y0))
    else:
        x1 = min(max(x0, place.x + 1.0), place.right - 1.0)
        yield (*head, (x1, y0), (x1, edge)) if x1 != x0 else (*head, (x1, edge))
    if not under:
        y1 = min(max(y0, place.y + 1.0), place.bottom - 1.0)
        yield (*head, (x0, y1), (side, y1)) if y1 != y0 else (*head, (side, y1))


def _costs(leads: Sequence[Line], room: BlankRoom) -> list[float]:
    """What each of some leads costs: how long it is, and how much of it runs over type."""
    pieces = [list(_segments(lead)) for lead in leads]
    under = iter(room.under_each([piece for of in pieces for piece in of]))
    out = []
    for of in pieces:
        cost = 0.0
        for one in of:
            cost += max(one.width, one.height) + COVERS * next(under) / LEAD_PT
        out.append(cost)
    return out


def _segments(lead: Line) -> Iterator[Rect]:
    """The pieces of a lead, as wide as they are drawn."""
    half = LEAD_PT / 2
    for (ax, ay), (bx, by) in pairwise(lead):
        x, y = min(ax, bx), min(ay, by)
        if ay == by:
            yield Rect(x, y - half, abs(ax - bx), LEAD_PT)
        else:
            yield Rect(x - half, y, LEAD_PT, abs(ay - by))


def _way(choice: _Choice, rings: Sequence[Rect]) -> WayDrawn:
    """What a choice takes up, to be held against those of others."""
    inner = [ring.inset(0.4, 2 * OFF_PT, 0.4, 2 * OFF_PT) for ring in rings]
    return WayDrawn(choice.place, list(_segments(choice.lead)), inner, free=choice.free)
