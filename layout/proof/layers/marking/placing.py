"""Where beside the text each correction is written, and which way its lead goes there.

A label stands where the page is blank, in a gutter, a margin or the blank end of a line; its lead
leaves the mark between two lines (GB/T 14706-93, 5.3) and goes level and upright. No label covers
another, no lead another's lead or label. Where no blank in reach has room for the words the number
stands alone, and where none has room even for that it stands at its mark: both are said (`alone`),
so that the words can be written elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Final

import numpy as np

from layout.display.items import Item, Page
from layout.geometry import Rect, hull
from layout.proof.layers.layer import CorrectionMark
from layout.proof.layers.marking.blank import BlankRoom, PageCover
from layout.proof.layers.marking.choose import choose
from layout.proof.layers.marking.drawn import CLEAR_PT, WayDrawn, WaysDrawn, WaysOfEach
from layout.proof.layers.marking.label import LabelShape, number_alone, place_of, shapes, written
from layout.proof.layers.marking.leads import ROOM_PT, Line, best_leads, pieces, starts_of
from layout.proof.layers.marking.printed import table
from layout.proof.layers.marking.signs import (
    LEAD_PT,
    OFF_PT,
    TURN_PT,
    Point,
    around,
    line,
    signs,
    wedge,
)
from layout.proof.marks import DONE, READING, Letters
from layout.record import record, replace

REACH_PT: Final = 190.0
"""From a mark to what is written for it."""
NEAREST: Final = 4
"""Places that are weighed for each way to write a label: the nearest, and the nearest along the
line, to which a lead need not cross other lines."""
FEW: Final = 2
"""And for a number alone."""
KEPT: Final = 48
"""The cheapest ways that are weighed against those of others."""
MOST_FURTHER: Final = 192
"""Places that are looked at for what found none of the nearest free."""
AT_ONCE: Final = 32
"""Places to which leads are laid at once."""
WIDE_PT: Final = 1.8
"""Between a label and type, where there is room."""
FAR: Final = 60.0
"""From what a place costs one close to type is looked for too."""
CLOSE: Final = 12.0
"""What it costs to be close to type."""
STEEP: Final = 8.0
"""How much further a place over or under a line is taken to be than one beside it."""
DOWN: Final = 6.0
"""What words cost that stand one character under the other."""
ROW: Final = 4.0
"""What a further row of words costs."""
IN_TEXT: Final = 60.0
"""What it costs to stand before words of a line of text, as in the indent of a paragraph."""
ALONE: Final = 2_000.0
NOWHERE: Final = 10_000.0


@record
class PlacedMark:
    """A correction as it is drawn: `lines` are its mark and its lead, `label` what is written, `at`
    where it is tied to its lead. `alone` says that the words found no place: only the number stands
    there. `drawn` is all that it takes up. One that is done and finds no place has no number."""

    mark: CorrectionMark
    lines: tuple[Item, ...]
    label: tuple[Item, ...]
    place: Rect
    at: Point
    alone: bool
    drawn: tuple[Rect, ...] = ()


@record
class _MarkRoom:
    """A mark, the ways to write its words, what its lines take up, and what there is round it to
    write on."""

    mark: CorrectionMark
    shapes: tuple[LabelShape, ...]
    rings: tuple[Rect, ...]
    columns: tuple[Rect, ...]
    room: BlankRoom


@record
class _Site:
    """A place for a shape, and what it costs beside its lead."""

    shape: LabelShape
    place: Rect
    extra: float


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
    reach = hull([_within(hull(one)) for one in rings])
    cover = PageCover(page, (*taken, *(ring for one in rings for ring in one)), reach)
    marked = []
    for mark, ring in zip(given, rings, strict=True):
        within = _within(hull(ring))
        columns = tuple([frame.rect for frame in page.frames if frame.rect.meets(within)])
        marked.append(
            _MarkRoom(
                mark=mark, shapes=shapes(mark, letters), rings=ring, columns=columns,
                room=cover.near(within),
            )
        )  # fmt: skip
    choices = [_choices(one, letters) for one in marked]
    ways = [[_way(one, ring) for one in of] for of, ring in zip(choices, rings, strict=True)]
    reaches = [hull([one.whole for one in of]) for of in ways]
    chosen = choose(
        [[one.cost for one in of] for of in choices],
        WaysOfEach(ways).odds,
        lambda a, c: reaches[a].meets(reaches[c], -2 * CLEAR_PT),
    )
    made = [of[one] for of, one in zip(choices, chosen, strict=True)]
    _again(cover, marked, made)
    return tuple([_drawn(mark, one, letters) for mark, one in zip(given, made, strict=True)])


def _again(cover: PageCover, marked: Sequence[_MarkRoom], made: list[_Choice]) -> None:
    """Those whose number stands alone because the places nearest to them have gone to others look
    for one in what these have left, further off. Changes `made`."""
    ways = [_way(choice, one.rings) for choice, one in zip(made, marked, strict=True)]
    badly = {k for k, choice in enumerate(made) if choice.alone or choice.free}
    if not badly:
        return
    settled = cover.without(r for k, way in enumerate(ways) if k not in badly for r in way.drawn)
    for k in sorted(badly):
        one, within = marked[k], _within(hull(marked[k].rings))
        near = [other for j, other in enumerate(ways) if j != k and other.whole.meets(within)]
        others = WaysDrawn(near)
        drawn = [r for j in badly - {k} for r in ways[j].drawn if r.meets(within)]
        left = replace(one, room=settled.near(within, drawn))
        for further in _further(left):
            mine = WaysDrawn([_way(way, one.rings) for way in further])
            fits = np.flatnonzero(~mine.at_odds(others).any(axis=1))
            if fits.size:
                made[k], ways[k] = further[fits[0]], mine.ways[fits[0]]
                badly.discard(k)
                settled = settled.without(ways[k].drawn)
                break


def _further(one: _MarkRoom) -> Iterator[list[_Choice]]:
    """The ways to write a correction with all its words, those first whose place costs least, so
    many of them that a page of corrections does not take for ever."""
    ring, sites = hull(one.rings), []
    for shape, extra in _worded(one):
        for pad, more in ((WIDE_PT, 0.0), (ROOM_PT, CLOSE)):
            size = (shape.width + 2 * pad, shape.height + 2 * pad)
            for x, y in one.room.each(size, ring):
                place = place_of(shape, (x + pad, y + pad))
                sites.append(_Site(shape=shape, place=place, extra=extra + more))
    sites.sort(key=lambda site: site.extra + _apart(ring, site.place))
    for k in range(0, min(len(sites), MOST_FURTHER), AT_ONCE):
        yield sorted(_led(one, sites[k : k + AT_ONCE]), key=lambda way: way.cost)


def _apart(one: Rect, other: Rect) -> float:
    """How far one is from another, across and down."""
    across = max(other.x - one.right, one.x - other.right, 0.0)
    return across + max(other.y - one.bottom, one.y - other.bottom, 0.0)


def _drawn(mark: CorrectionMark, choice: _Choice, letters: Letters) -> PlacedMark:
    lines: list[Item] = list(signs(mark))
    if mark.mark == "insert" and not mark.done:
        edge = mark.spots[0]
        start = choice.lead[0]
        middle = edge.x + edge.width / 2 if mark.vertical else edge.y + edge.height / 2
        begins = (start[0] if mark.vertical else start[1]) < middle
        lines.append(wedge(start, vertical=mark.vertical, begins=begins))
    if len(choice.lead) > 1:
        lines.append(line(choice.lead, LEAD_PT, color=DONE if mark.done else READING))
    at = (choice.place.x, choice.place.y)
    bare = mark.done and choice.free  # it would cover words that are good
    return PlacedMark(
        mark=mark,
        lines=tuple(lines),
        label=() if bare else tuple(written(choice.shape, at, letters)),
        place=choice.place,
        drawn=(*_rings(mark), *pieces(choice.lead), *(() if bare else (choice.place,))),
        at=choice.lead[-1],
        alone=choice.alone,
    )


def _rings(mark: CorrectionMark) -> tuple[Rect, ...]:
    """What the lines of a mark take up."""
    rings = [around(spot, vertical=mark.vertical) for spot in mark.spots]
    if mark.mark in ("join", "break") and not mark.done:  # they turn along the line
        along, across = (0.0, -TURN_PT) if mark.vertical else (-TURN_PT, 0.0)
        rings = [ring.inset(along, across, along, across) for ring in rings]
    return tuple(rings)


def _within(ring: Rect) -> Rect:
    """What is in reach of a mark."""
    return ring.inset(-REACH_PT, -REACH_PT, -REACH_PT, -REACH_PT)


def _choices(one: _MarkRoom, letters: Letters) -> list[_Choice]:
    """The ways to write a correction: its words, its number alone, and at last that at the mark."""
    mark, first = one.mark, one.rings[0]
    alone = number_alone(mark, letters)
    whole = one.shapes[:1] == (alone,)  # a stepped line says all that is to be said
    out = _ways(one, _worded(one), NEAREST)
    if not whole:
        out += [replace(way, alone=True) for way in _ways(one, [(alone, ALONE)], FEW)]
    corner = (max(first.x - alone.width, 0.0), max(first.y - alone.height, 0.0))
    out.append(
        _Choice(
            shape=alone,
            place=place_of(alone, corner),
            lead=(starts_of(mark, one.rings)[0][0],),
            cost=NOWHERE,
            alone=not whole,
            free=True,
        )
    )
    return out


def _worded(one: _MarkRoom) -> list[tuple[LabelShape, float]]:
    """The ways to write a correction with all its words, and what each costs."""
    return [
        (shape, DOWN if shape.down else ROW * max(len(shape.rows) - 1, 0)) for shape in one.shapes
    ]


def _ways(one: _MarkRoom, asked: Sequence[tuple[LabelShape, float]], most: int) -> list[_Choice]:
    """Some shapes at the nearest places for them, the cheapest first: well clear of type, and close
    to it where those are far."""
    wide = _led(one, [site for given in asked for site in _sites(one, *given, most, WIDE_PT)])
    least = {id(shape): inf for shape, _ in asked}
    for way in wide:
        least[id(way.shape)] = min(least[id(way.shape)], way.cost)
    close = [
        site for shape, extra in asked if least[id(shape)] > extra + FAR
        for site in _sites(one, shape, extra + CLOSE, most, ROOM_PT)
    ]  # fmt: skip
    return sorted([*wide, *_led(one, close)], key=lambda way: way.cost)[:KEPT]


def _sites(
    one: _MarkRoom, shape: LabelShape, extra: float, most: int, pad: float
) -> Iterator[_Site]:
    """The nearest places for a shape in which it is so clear of type."""
    spot = one.rings[0]
    size = (shape.width + 2 * pad, shape.height + 2 * pad)
    steep = (STEEP, 1.0) if one.mark.vertical else (1.0, STEEP)
    found = [*one.room.places(size, spot, most), *one.room.places(size, spot, most, steep)]
    for x, y in dict.fromkeys(found):
        yield _Site(shape=shape, place=place_of(shape, (x + pad, y + pad)), extra=extra)


def _led(one: _MarkRoom, sites: Sequence[_Site]) -> list[_Choice]:
    """Labels at their places, each with its best lead at each level."""
    places = [site.place for site in sites]
    odd = _in_text(places, one.columns, one.room)
    return [
        _Choice(
            shape=site.shape, place=site.place, lead=lead.points,
            cost=lead.cost + way + site.extra + costs,
        )
        for site, costs, leads in zip(
            sites, odd, best_leads(starts_of(one.mark, one.rings), places, one.room), strict=True
        )
        for way, lead in enumerate(leads)
    ]  # fmt: skip


def _in_text(places: Sequence[Rect], columns: Sequence[Rect], room: BlankRoom) -> list[float]:
    """What it costs each of some labels to be taken for the beginning of a line of a column."""
    behind = []
    for place in places:
        column = next((one for one in columns if one.meets(place)), place)
        wide = max(column.right - place.right, 0.0)
        behind.append(Rect(place.right, place.y, wide, place.height))
    return [IN_TEXT if much > 1.0 else 0.0 for much in room.under(table(behind)).tolist()]


def _way(choice: _Choice, rings: Sequence[Rect]) -> WayDrawn:
    """What a choice takes up, to be held against those of others."""
    inner = [ring.inset(0.4, 2 * OFF_PT, 0.4, 2 * OFF_PT) for ring in rings]
    return WayDrawn(choice.place, list(pieces(choice.lead)), inner, free=choice.free)
