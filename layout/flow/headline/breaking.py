"""A 主题 parted where it reads best, in the largest size that fits."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic, beginning, error
from layout.flow.headline.balance import NEVER, Ends, balanced, narrowest, widest
from layout.flow.headline.titles import TITLE_GAP, Room
from layout.flow.type.align import over_in_zi, too_broad, too_high
from layout.flow.type.setter import SHOWN, Setter
from layout.record import record, replace
from layout.spec.model.headline import MAX_ROWS
from layout.spec.resolve.defaults import Scales, TextStyle, natural_scale
from layout.spec.resolve.resolved import RHeadline, StyledText
from layout.text.bonds import bonds
from layout.text.phrases import seams
from layout.units import EPS_PT, ROUNDING, fits, unlike, whole_down
from layout.words.said import said

if TYPE_CHECKING:
    from layout.flow.headline.shaping import Lines, Space

FIT_AIR: Final = 0.5
"""White above and below a headline whose 主题 is as large as its lines allow, together, in em of
the 主题."""
INSIDE_AIR: Final = 0.9
"""White above and below such a headline together where text stands above it too, in em of the
主题."""
HALF: Final = 0.5
"""Points: sizes that fit are whole multiples of it."""
SOFT: Final = "\u200b"
SOFT_SEAM: Final = -2000.0
"""Where the user says that a line may best end: dearer than any difference in length."""
SPACE_SEAM: Final = -16.0
"""At a space: a headline with one is made of two parts."""
WORST_SEAM: Final = 200.0
"""What ends dearer than this cut a word."""
SMALLER: Final = 1.5
"""How many times smaller a title may be set for its words to stay whole."""


def parted(
    setter: Setter, headline: RHeadline, room: Room
) -> tuple[tuple[StyledText, ...], list[Diagnostic]]:
    """The words of each line of a balanced or fitted 主题, in their size; and an error with numbers
    where even the least size does not fit."""
    ways = [_way(setter, words, cut, room) for words, cut in _ways(setter, headline, room)]
    if headline.fit is None:
        return _first(ways, room).words, []
    least, most = headline.fit
    air = INSIDE_AIR if headline.stands == "inside" else FIT_AIR
    style = headline.title[0].style
    if style.scales is not None:
        return _shaped(ways, headline, room, air, style.scales)
    sizes = [_largest(way, room, air) / style.v_scale for way in ways]
    fits = [_rounded(size, least, most) for size in sizes]
    # One that fits before one that does not, whole words before the largest size.
    at = min(
        range(len(ways)),
        key=lambda k: (not fits[k], ways[k].cut, -fits[k], 0.0 if fits[k] else -sizes[k], k),
    )
    size = fits[at] or least
    words = tuple([w.resized(size * style.v_scale) for w in ways[at].words])
    return words, list(_unfit(ways[at], room, size, headline))


@record(kw_only=False)
class _Way:
    """A way to part a title: its lines, whether it cuts a word, and in em the widest line and what
    all lines with the gaps between them take across."""

    words: tuple[StyledText, ...]
    cut: bool
    widest: float
    deep: float

    def needs(self, size: float, room: Room) -> tuple[float, float]:
        """Length and depth that it takes at a size."""
        style = self.words[0].style
        high = style.h_scale if room.vertical else 1.0
        return size * (self.widest + room.ends_em), size * high * self.deep


def _shaped(
    ways: Sequence[_Way], headline: RHeadline, room: Room, air: float, scales: Scales
) -> tuple[tuple[StyledText, ...], list[Diagnostic]]:
    """The words of each line of a 主题 whose style leaves its glyphs' width or height open."""
    from layout.flow.headline.shaping import Lines, Shape, Space, chosen

    assert headline.fit is not None
    least, most = headline.fit
    along, across = scales.width, scales.height
    wide = headline.title[0].style.h_scale
    if room.vertical:
        along, across, wide = across, along, 1.0
    lines = [
        Lines(em=max(ROUNDING, w.widest / wide + room.ends_em), deep=w.deep + air, cut=w.cut)
        for w in ways
    ]
    space = Space(
        length=room.length,
        depth=math.inf if room.depth is None else room.depth,
        along=along,
        across=across,
        fill=room.vertical or bool(headline.lines),
    )
    found = chosen(lines, space, least, most)
    at, shape = found or (_nearest(lines), Shape(least, along[0], across[0]))
    width, height = shape.along, shape.across
    if room.vertical:
        width, height = height, width
    words = tuple([w.shaped(shape.size, width, height) for w in ways[at].words])
    if found is not None:
        return words, []
    return words, list(_unshaped(ways[at], lines[at], space, headline, room.ends_em))


def _nearest(ways: "Sequence[Lines]") -> int:
    """Of ways that do not fit, the one whose longest line is the shortest, words whole."""
    return min(range(len(ways)), key=lambda k: (ways[k].cut, ways[k].em, k))


def _unshaped(
    way: _Way, lines: "Lines", space: "Space", headline: RHeadline, ends_em: float
) -> Iterator[Diagnostic]:
    """An error with numbers for a title that does not fit at its least size and scale: what scale
    it would need, and the room for its type alone, without the white at its ends and about it."""
    assert headline.fit is not None
    least = headline.fit[0]
    text = beginning("".join(w.text for w in way.words), SHOWN)
    count = len(way.words)
    where = said("part.in-lines", lines=count) if count > 1 else ""
    long, deep = lines.em * least, lines.deep * least
    length = space.length * (1 - ends_em / lines.em)
    depth = space.depth * way.deep / lines.deep
    needed, allowed = unlike(100 * space.length / long, 100 * space.along[0], 0)
    if long * space.along[0] > space.length + EPS_PT:
        yield error(
            "DISPLAY-WIDE.title-scale-down" if headline.vertical else "DISPLAY-WIDE.title-scale",
            headline.place, text=text, where=where, least_pt=least, room_pt=length,
            needed=needed, allowed=allowed,
        )  # fmt: skip
    needed, allowed = unlike(100 * space.depth / deep, 100 * space.across[0], 0)
    if space.depth <= 0.0:
        yield from _no_depth(deep * space.across[0], headline)
    elif deep * space.across[0] > space.depth + EPS_PT:
        yield error(
            "DISPLAY-HIGH.title-scale-down" if headline.vertical else "DISPLAY-HIGH.title-scale",
            headline.place, text=text, where=where, least_pt=least, room_pt=depth,
            needed=needed, allowed=allowed,
        )  # fmt: skip


def _first(ways: Sequence[_Way], room: Room) -> _Way:
    """The way with the fewest lines that fits the length; the narrowest where none does."""
    part = _narrowest(ways[0].words[0].style, vertical=room.vertical)
    for cut in (False, True):
        for way in ways:
            length = way.needs(way.words[0].style.size * part, room)[0]
            if way.cut <= cut and fits(length, room.length):
                return way
    return min(ways, key=lambda w: (w.widest, len(w.words)))


def _narrowest(style: TextStyle, *, vertical: bool) -> float:
    """How much shorter a line may be than it is, by the scales that its style leaves open."""
    if style.scales is None:
        return 1.0
    least, _ = between = style.scales.height if vertical else style.scales.width
    return least / natural_scale(between)


def _largest(way: _Way, room: Room, air: float) -> float:
    """The size at which a way just fits, with white of `air` em across the lines."""
    length, depth = way.needs(1.0, room)
    size = room.length / length if length else math.inf
    return min(size, room.depth / (depth + air)) if room.depth is not None else size


def _rounded(size: float, least: float, most: float) -> float:
    """The largest size in half points that is not over it nor over `most`, where that is not 0;
    0 for a size under the least."""
    if not fits(least, size):
        return 0.0
    size = min(size, most) if most else size
    return max(whole_down(size / HALF) * HALF, least)


def _unfit(way: _Way, room: Room, size: float, headline: RHeadline) -> Iterator[Diagnostic]:
    """An error with numbers for a title that does not fit at its least size."""
    style = way.words[0].style
    length, depth = way.needs(size * style.v_scale, room)
    em = size * style.v_scale * (1.0 if room.vertical else style.h_scale)
    count = len(way.words)
    text = "".join(w.text for w in way.words)
    shown = beginning(text, SHOWN)
    where = said("part.in-lines", lines=count) if count > 1 else ""
    if not fits(length, room.length):
        yield error(
            "DISPLAY-WIDE.title-down" if room.vertical else "DISPLAY-WIDE.title",
            headline.place, text=shown, where=where, long_pt=length, room_pt=room.length,
            least_pt=size, over=over_in_zi(length - room.length, em),
        )  # fmt: skip
    if room.depth is not None and room.depth <= 0.0:
        yield from _no_depth(depth, headline)
    elif room.depth is not None and not fits(depth, room.depth):
        yield error(
            "DISPLAY-HIGH.title-down" if room.vertical else "DISPLAY-HIGH.title",
            headline.place, text=shown, where=where, high_pt=depth, room_pt=room.depth,
            least_pt=size,
        )  # fmt: skip


def _no_depth(deep: float, headline: RHeadline) -> list[Diagnostic]:
    """An error for a title to which the other parts of its headline leave no room across."""
    told = too_broad if headline.vertical else too_high
    return told("part.the-headline", deep, 0.0, headline.place)


def _ways(
    setter: Setter, headline: RHeadline, room: Room
) -> Iterator[tuple[tuple[StyledText, ...], bool]]:
    """The ways to part a title, from the fewest lines up, and whether each cuts a word."""
    title = headline.title
    if not headline.balance:
        yield title, False
        return
    style = title[0].style
    ends, cuts, text = _ends(setter, title, vertical=room.vertical)
    em = room.length / (style.size * (1.0 if room.vertical else style.h_scale)) - room.ends_em
    em /= _narrowest(style, vertical=room.vertical)
    first = headline.rows or len(title)
    found = False
    for rows in range(first, (headline.rows or max(MAX_ROWS, first)) + 1):
        limit = em if headline.fit is None else None
        cost, taken = balanced(ends, rows, limit)
        if cost == NEVER:
            continue
        if limit is not None:
            taken = _narrowed(ends, rows, limit, taken)
        found = True
        edges = [0, *(cuts[k] for k in taken)]
        pieces = [_piece(text, a, b) for a, b in pairwise(edges)]
        cut = any(ends.cost[k] > WORST_SEAM for k in taken)
        yield tuple(pieces), cut
    if not found:  # fewer characters than rows: as many as there can be
        yield tuple([_piece(t, 0, len(t.text)) for t in title]), False


def _piece(words: StyledText, start: int, end: int) -> StyledText:
    """A part of a title, without the marks of where it best parts and spaces at its ends."""
    kept = [i for i in range(start, end) if words.text[i] != SOFT]
    while kept and words.text[kept[0]] in " \u3000":
        del kept[0]
    while kept and words.text[kept[-1]] in " \u3000":
        del kept[-1]
    runs = [
        replace(run, start=bisect_left(kept, run.start), end=bisect_left(kept, run.end))
        for run in words.runs
    ]
    return replace(
        words,
        text="".join([words.text[i] for i in kept]),
        runs=tuple([run for run in runs if run.start < run.end]),
    )


def _narrowed(ends: Ends, rows: int, limit: float, taken: list[int]) -> list[int]:
    """The ends of lines that `taken` are, where they fit `limit` em with words whole; else those
    whose longest line is the least.

    What is too wide is set smaller, so that the least longest line makes the largest type. Words
    stay whole unless the type were smaller by more than `SMALLER` for it.
    """
    cut = any(ends.cost[k] > WORST_SEAM for k in taken)
    if widest(ends, taken) <= limit + ROUNDING and not cut:
        return taken
    whole = max(limit, narrowest(ends, rows, WORST_SEAM))
    parted = max(limit, narrowest(ends, rows))
    if whole > parted * SMALLER:
        return balanced(ends, rows, parted)[1]
    cost = tuple(NEVER if price > WORST_SEAM else price for price in ends.cost)
    return balanced(replace(ends, cost=cost), rows, whole)[1]


def _ends(
    setter: Setter, title: Sequence[StyledText], *, vertical: bool
) -> tuple[Ends, list[int], StyledText]:
    """Where a title may be parted, the offset of each place, and the words that they count in."""
    joints: set[int] = set()
    runs = list(title[0].runs)
    for part, after in pairwise(title):
        at = len(part.text) + max(joints, default=0)
        joints.add(at)
        runs += [replace(run, start=run.start + at, end=run.end + at) for run in after.runs]
    words = replace(title[0], text="".join(t.text for t in title), runs=tuple(runs))
    text = words.text
    items = setter.items(words, vertical=vertical, bonds=bonds(text))
    legal = set(items.ends)
    costs = seams(text)
    left, right, cost, cuts, must = [items.start[0] / 1000], [0.0], [0.0], [0], set[int]()
    for cluster in range(items.count):
        last = cluster == items.count - 1
        at = len(text) if last else items.offsets[cluster + 1]
        if at in joints:
            must.add(len(cuts))
        elif cluster not in legal and not last:
            continue
        price = costs[at - 1]
        if at in joints or last:
            price = 0.0
        elif text[at - 1] == SOFT:
            price = SOFT_SEAM
        elif text[at - 1].isspace():
            price = SPACE_SEAM
        left.append(0.0 if last else items.start[cluster + 1] / 1000)
        right.append(items.end[cluster] / 1000)
        cost.append(price)
        cuts.append(at)
    return Ends(left=left, right=right, cost=cost, must=frozenset(must)), cuts, words


def _way(setter: Setter, words: tuple[StyledText, ...], cut: bool, room: Room) -> _Way:
    """A way to part a title, measured as it is drawn."""
    lines = [setter.display(w, vertical=room.vertical) for w in words]
    return _Way(
        words=words,
        cut=cut,
        widest=max(line.width / line.style.size for line in lines),
        deep=sum(line.tall for line in lines) + TITLE_GAP * sum(line.tall for line in lines[1:]),
    )
