"""What overprints (叠印), and where it does not: the one rule, for all who print or judge a page.

Black in K alone is printed over what lies under it, as a press wants it: where the plates do not
meet exactly, no white shows round the letters. All else knocks out (让空) what it covers: white, a
grey, any colour, a spot. And black stops where the inks under it would come to more with it than
the press takes. What overprints leaves the other inks as they are and has K at 100 %.

| in K alone | overprints | stops over |
|---|---|---|
| type of any size | always (GWG2015 asks for it below 12 pt) | more than the limit, the whole run |
| modules of a code | always: their edges are their meaning | more than the limit |
| lines below `overprint_lines` | always (GWG2015: 2 pt) | more than the limit; a picture |
| other lines, panels | never: a black area over half a tint would be of two blacks | |

A picture's inks are not the same all over. What of it lies under a line nobody looks at, so the
line stops; for type `Look` tells how much there is. Where that is not known, as of a page of a PDF,
type below 12 pt overprints and larger type does not.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from layout.color import BLACK, Color
from layout.display.extent import Ltrb, Polygon, inside_of, line_box, pieces
from layout.display.items import Box, GlyphRun, Item, Page, Path, Picture, Stroke, color_of, polygon
from layout.lastmade import LastMade
from layout.units import EM_ASCENT

Look = Callable[[Picture, Ltrb], float | None]
"""The most cyan, magenta and yellow together, in per cent, of a picture in a box of the page; None
where that is not known."""

SMALL_TYPE_PT: Final = 12.0
"""GWG2015 (newspaper): black text below this size must overprint."""
EASE: Final = 0.06
"""Of an em that type leaves free above and below."""
SLACK: Final = 0.01
"""Per cent, or points, that are none."""
SLIVER: Final = 0.1
"""Points of a lap that no press keeps in register, and few plate-setters draw: such a part of a
line is printed as the rest of it is."""
_BAND: Final = 24.0
"""Points of the height of a band in which things are looked up."""


class Laid(NamedTuple):
    """How a thing is printed: whether it overprints, and the parts of the page where it does not.
    In these it has K alone. Of type that knocks out of too much ink, `inks` is how much that is, in
    per cent, beside K."""

    over: bool
    stops: tuple[Ltrb, ...] = ()
    inks: float = 0.0


KNOCKS_OUT: Final = Laid(over=False)
OVERPRINTS: Final = Laid(over=True)


class _Under(NamedTuple):
    """Something that may lie under black: its box, its inks but K, whether it hides all that is
    under it, in its box or the `shape` there. Of a picture the inks are not known."""

    order: int
    box: Ltrb
    inks: float
    hides: bool
    shape: Polygon
    picture: Picture | None

    def hides_all(self, part: Ltrb) -> bool:
        """Whether nothing that lies lower is seen in a part of the page."""
        left, top, right, foot = self.box
        if not (
            self.hides and left <= part[0] and top <= part[1] and right >= part[2]
            and foot >= part[3]
        ):  # fmt: skip
            return False
        corners = [(x, y) for x in (part[0], part[2]) for y in (part[1], part[3])]
        return not self.shape or all(inside_of(self.shape, x, y) for x, y in corners)


def overprints(page: Page, look: Look | None = None) -> list[Laid]:
    """How each item of a page is printed, in order."""
    return laid(page.items, page.press.ink_limit, page.press.overprint_lines, look)


def laid(items: Sequence[Item], limit: float, lines: float, look: Look | None = None) -> list[Laid]:
    """How each item is printed: on a press that takes so much ink, where `lines` in K thinner than
    that, in points, overprint."""
    return list(_Beneath(limit, lines, look).lay(items))


def laid_parts(
    page: Page,
    parts: Iterable[tuple[Hashable, tuple[Item, ...]]],
    look: Look | None,
    last: LastMade,
) -> list[tuple[Laid, ...]]:
    """How the items of each part of a page are printed; a part has a name and items. It is as it
    was in `last` where the same lies under it, and no picture, of which `look` tells."""
    press, out = page.press, list[tuple[Laid, ...]]()
    beneath = _Beneath(press.ink_limit, press.overprint_lines, look)
    for part, items in parts:
        name = ("laid", part)
        given = (items, tuple(beneath.under), press.ink_limit, press.overprint_lines)
        looked, since = beneath.looked, len(beneath.under)
        found, under = last.of(name, given, partial(_part_laid, beneath, items))
        beneath.add(under[len(beneath.under) - since :])
        if beneath.looked > looked:
            last.forget(name)
        out.append(found)
    return out


def _part_laid(
    beneath: "_Beneath", items: Sequence[Item]
) -> tuple[tuple[Laid, ...], tuple["_Under", ...]]:
    """How items are printed, and what of them may lie under others."""
    since = len(beneath.under)
    return beneath.lay(items), tuple(beneath.under[since:])


def may_overprint(item: Item, lines: float) -> bool:
    """Whether something in K alone is of a kind that overprints: type, modules, thin lines."""
    match item:
        case GlyphRun():
            return True
        case Box():
            return min(abs(item.rect.width), abs(item.rect.height)) < lines
        case Stroke():
            return item.width < lines
        case Path():
            return item.role == "code" or (not item.filled and item.width < lines)
        case Picture():
            return False


def beside_black(color: Color) -> float:
    """The inks of a colour that stay when black overprints it: all but K, in per cent."""
    return color.tint if color.spot else color.c + color.m + color.y


class _Beneath:
    """What lies under the things of a page, as far as it is painted."""

    def __init__(self, limit: float, lines: float, look: Look | None) -> None:
        self._bands: dict[int, list[_Under]] = {}
        self._most = limit - BLACK.k + SLACK
        self._lines = lines
        self._look = look
        self.under: list[_Under] = []
        self.looked = 0
        """How often it was asked what a picture is."""

    def lay(self, items: Iterable[Item]) -> tuple[Laid, ...]:
        """How each item is printed, in the order in which they are painted."""
        out: list[Laid] = []
        for item in items:
            color = color_of(item)
            if (color is BLACK or color == BLACK) and may_overprint(item, self._lines):
                out.append(self.type(item) if isinstance(item, GlyphRun) else self.thing(item))
                continue
            out.append(KNOCKS_OUT)
            picture = item if isinstance(item, Picture) else None
            shape, order = _ground(item), len(self.under)
            hides, inks = isinstance(item, Box) or bool(shape), beside_black(color)
            self.add([_Under(order, box, inks, hides, shape, picture) for box in _covered(item)])
        return tuple(out)

    def add(self, found: Iterable[_Under]) -> None:
        """Take up what things are painted on from now on."""
        for under in found:
            self.under.append(under)
            for band in range(int(under.box[1] // _BAND), int(under.box[3] // _BAND) + 1):
                self._bands.setdefault(band, []).append(under)

    def type(self, run: GlyphRun) -> Laid:
        """A run overprints or it does not: drawn twice, its words would be read twice."""
        box, most = type_box(run), 0.0
        for under, shared in self._under(box):
            inks = under.inks
            if under.picture is not None:
                self.looked += 1
                seen = self._look(under.picture, shared) if self._look is not None else None
                if seen is None and run.size >= SMALL_TYPE_PT:
                    return KNOCKS_OUT
                inks = seen or 0.0
            most = max(most, inks)
        return Laid(over=False, inks=most) if most > self._most else OVERPRINTS

    def thing(self, item: Item) -> Laid:
        """A line overprints but where it must stop."""
        boxes = list(_covered(item))
        stops = [
            part
            for box in boxes
            for under, shared in self._under(box)
            if (under.picture is not None or under.inks > self._most)
            and (part := _without_slivers(box, shared))
        ]
        if not stops:
            return OVERPRINTS
        if set(boxes) <= set(stops):
            return KNOCKS_OUT
        return Laid(over=True, stops=tuple(dict.fromkeys(stops)))

    def _under(self, box: Ltrb) -> Iterator[tuple[_Under, Ltrb]]:
        """What lies under a box and is not hidden there, from above, and the part they share."""
        left, top, right, foot = box
        seen: dict[tuple[int, Ltrb], _Under] = {}
        for band in range(int(top // _BAND), int(foot // _BAND) + 1):
            for under in self._bands.get(band, ()):
                other = under.box
                if other[0] < right and other[2] > left and other[1] < foot and other[3] > top:
                    seen[under.order, other] = under
        hiding: list[_Under] = []
        for (_, other), under in sorted(seen.items(), key=lambda one: -one[0][0]):
            shared = (
                max(left, other[0]), max(top, other[1]), min(right, other[2]), min(foot, other[3])
            )  # fmt: skip
            if any(higher.hides_all(shared) for higher in hiding):
                continue
            yield under, shared
            if under.hides:
                hiding.append(under)


def _without_slivers(box: Ltrb, part: Ltrb) -> Ltrb | None:
    """A part of a box where a line stops: none where it is a sliver beside the rest, and the whole
    way across where it leaves a sliver."""
    left, right = _side(box[0], box[2], part[0], part[2])
    top, foot = _side(box[1], box[3], part[1], part[3])
    return (left, top, right, foot) if left < right and top < foot else None


def _side(low: float, high: float, begin: float, end: float) -> tuple[float, float]:
    """One direction of that; begin and end are one where nothing is left."""
    least = min(SLIVER, (high - low) / 2)
    if end - begin < least:
        return begin, begin
    return (low if begin - low < least else begin, high if high - end < least else end)


def type_box(run: GlyphRun) -> Ltrb:
    """Where the ink of type is, as far as its em boxes tell."""
    ease, size = EASE * run.size, run.size
    if run.vertical:
        half = size * run.h_scale / 2 - ease
        return (run.x - half, run.y + ease, run.x + half, run.y + run.width - ease)
    top = run.y - EM_ASCENT * size
    return (run.x, top + ease, run.x + run.width, top + size - ease)


def _ground(item: Item) -> Polygon:
    """The shape of a tint or a panel that is no rectangle; of all else nothing."""
    if isinstance(item, Path) and item.filled and item.role and item.role != "code":
        return polygon(item.steps)
    return ()


def _covered(item: Item) -> Iterator[Ltrb]:
    """The boxes of what is drawn."""
    match item:
        case GlyphRun():
            if item.glyphs:
                yield type_box(item)
        case Box() | Picture():
            r = item.rect
            yield (r.x, r.y, r.right, r.bottom)
        case Stroke():
            yield line_box(item)
        case Path():
            shape = _ground(item)
            if not shape:
                yield from pieces(item)
                return
            xs, ys = [x for x, _ in shape], [y for _, y in shape]
            yield (min(xs), min(ys), max(xs), max(ys))
