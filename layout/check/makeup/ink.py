"""Where ink is on a page: the boxes of glyphs, of rules, of the pieces of a border.

Boxes are (left, top, right, bottom) in points on the page. A glyph's is the hull of its outline, so
two of them may share ground where their ink does not, by the corners; never the other way about.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Protocol

from layout.check.makeup.drawn import is_ground
from layout.display.extent import Ltrb, Polygon, around, inside_of, line_box, pieces
from layout.display.items import Box, GlyphRun, Item, Path, Picture, Stroke, polygon
from layout.record import record
from layout.units import EM_ASCENT

EASE: Final = 0.15
"""Of an em on each side that a glyph leaves free, where its outline is not at hand."""
STRETCH: Final = 12
"""Pieces of a border that are looked at together."""
OVER: Final = 0.4
"""Of an em that ink may reach beyond the em box: brackets, descenders, marks over capitals."""


class InkedFace(Protocol):
    """A face, for the ink of its glyphs: left, bottom, right and top in font units."""

    @property
    def upem(self) -> int: ...

    def ink(self, gid: int) -> tuple[int, int, int, int]: ...


class _Reach(dict[int, int]):
    """One side of the ink of each glyph of a face, in font units; 0 for one without ink.

    It fills as it is asked, so that the extremes of a run are found without a call a glyph.
    """

    def __init__(self, face: InkedFace, side: int) -> None:
        super().__init__()
        self._face, self._side = face, side

    def __missing__(self, gid: int) -> int:
        ink = self._face.ink(gid)
        found = self[gid] = 0 if ink[1] == ink[3] else ink[self._side]
        return found


class Inks:
    """The ink of the runs of a page; each glyph of a face is looked up once.

    `face` gives a face by its key; where it is none, ink is guessed from the em boxes. Runs are
    known by their identity, and kept, so that no other run comes to have it.
    """

    def __init__(self, face: Callable[[str], InkedFace] | None = None) -> None:
        self._face = face
        self._levels: dict[int, tuple[GlyphRun, tuple[float, float]]] = {}
        self._boxes: dict[int, tuple[GlyphRun, list[Ltrb]]] = {}
        self._reaches: dict[str, tuple[_Reach, _Reach]] = {}

    @property
    def outlined(self) -> bool:
        """Whether the outlines of the faces are at hand."""
        return self._face is not None

    def rough(self, run: GlyphRun) -> Ltrb:
        """A box that surely holds the ink of a run: quick, and too large."""
        over = OVER * run.size
        if run.vertical:
            half = run.size * run.h_scale / 2 + over
            top = run.y - EM_ASCENT * run.size
            return (run.x - half, top - over, run.x + half, run.y + run.width + over)
        top, foot = self._level(run)
        return (run.x - over, run.y - top, run.x + run.width + over, run.y - foot)

    def boxes(self, run: GlyphRun) -> list[Ltrb]:
        """The ink of each glyph of a run that has any."""
        found = self._boxes.get(id(run))
        if found is None:
            found = self._boxes[id(run)] = (run, list(self._glyphs(run)))
        return found[1]

    def first(self, run: GlyphRun, count: int) -> list[Ltrb]:
        """The ink of the first glyphs of a run."""
        found = self._boxes.get(id(run))
        return found[1][:count] if found is not None else list(islice(self._glyphs(run), count))

    def hull(self, run: GlyphRun) -> Ltrb | None:
        """The ink of a run; None where it has none."""
        return joined(self.boxes(run))

    def hull_of(self, runs: Iterable[GlyphRun]) -> Ltrb | None:
        """The ink of several runs together; None where they have none."""
        return joined(hull for run in runs if (hull := self.hull(run)) is not None)

    def _level(self, run: GlyphRun) -> tuple[float, float]:
        """How far the ink of a run that goes to the right reaches above and below its baseline."""
        if self._face is None:
            return (EM_ASCENT - EASE) * run.size, (EM_ASCENT - 1.0 + EASE) * run.size
        found = self._levels.get(id(run))
        if found is None:
            face = self._face(run.face)
            reach = self._reaches.get(run.face)
            if reach is None:
                reach = self._reaches[run.face] = (_Reach(face, 3), _Reach(face, 1))
            up, half = run.size / face.upem, run.stroke_em * run.size / 2
            top = max(map(reach[0].__getitem__, run.glyphs), default=0) * up + half
            foot = min(map(reach[1].__getitem__, run.glyphs), default=0) * up - half
            found = self._levels[id(run)] = (run, (top, foot))
        return found[1]

    def _glyphs(self, run: GlyphRun) -> Iterator[Ltrb]:
        if self._face is None:
            yield from _eased(run)
            return
        face = self._face(run.face)
        up = run.size / face.upem
        wide = up * run.h_scale
        half = run.stroke_em * run.size / 2
        for gid, (x, y) in zip(run.glyphs, run.origins(), strict=True):
            left, bottom, right, top = face.ink(gid)
            if left == right or bottom == top:
                continue
            if run.vertical and run.turned:
                # A quarter turn clockwise: up is to the right, and it is across that is scaled.
                box = (x + bottom * wide, y + left * up, x + top * wide, y + right * up)
            else:
                box = (x + left * wide, y - top * up, x + right * wide, y - bottom * up)
            yield (box[0] - half, box[1] - half, box[2] + half, box[3] + half)


def _eased(run: GlyphRun) -> Iterator[Ltrb]:
    """The em boxes of a run's glyphs, drawn in by what a glyph leaves free."""
    by = EASE * run.size
    size = run.size * run.h_scale
    for (x, y), char in zip(run.origins(), _characters(run), strict=False):
        if not char.isspace():
            top = y - EM_ASCENT * run.size
            yield (x + by, top + by, x + size - by, top + run.size - by)


def _characters(run: GlyphRun) -> Iterator[str]:
    """The first character of each glyph."""
    return (run.text[at : at + 1] for at in run.clusters)


@record
class Drawn:
    """Something drawn that is no type, in pieces: a border is many. `clip` is the part of a picture
    that is shown, or the shape of a ground that is no rectangle."""

    pieces: tuple[Ltrb, ...]
    clip: Polygon = ()

    def stretches(self) -> "Iterator[Drawn]":
        """Its pieces a few at a time that lie together: the box round all of a border would hold
        the page it goes round."""
        if len(self.pieces) <= STRETCH:
            yield self
            return
        for at in range(0, len(self.pieces), STRETCH):
            yield Drawn(pieces=self.pieces[at : at + STRETCH], clip=self.clip)

    def meets(self, box: Ltrb) -> Ltrb | None:
        """What a box has in common with it; None for nothing."""
        found = [part for piece in self.pieces if (part := common(piece, box)) is not None]
        if not found or (self.clip and not _reaches(self.clip, found[0])):
            return None
        return joined(found)

    def near(self, box: Ltrb) -> "Drawn":
        """Those of its pieces that have ground in common with a box."""
        pieces = tuple([p for p in self.pieces if common(p, box) is not None])
        return self if len(pieces) == len(self.pieces) else Drawn(pieces=pieces, clip=self.clip)

    def holds(self, box: Ltrb, slack: float) -> bool:
        """Whether a box lies inside it, but for `slack` on each side."""
        left, top, right, foot = self.pieces[0]
        x, y, to, down = box[0] + slack, box[1] + slack, box[2] - slack, box[3] - slack
        inside = x >= left and y >= top and to <= right and down <= foot
        eased = (x, y, to, down) if x < to and y < down else box
        return inside and (not self.clip or all(inside_of(self.clip, *p) for p in _corners(eased)))


def drawn(item: Item) -> Drawn:
    """The pieces of what is no type."""
    if isinstance(item, Box | Picture):
        r = item.rect
        clip = shape_of(item) if isinstance(item, Picture) else ()
        return Drawn(pieces=((r.x, r.y, r.right, r.bottom),), clip=clip)
    if isinstance(item, Stroke):
        return Drawn(pieces=(line_box(item),))
    if is_ground(item) and isinstance(item, Path):  # its shape, and the box round it
        shape = polygon(item.steps)
        return Drawn(pieces=(around([v for xy in shape for v in xy], 0.0),), clip=shape)
    assert isinstance(item, Path)
    return Drawn(pieces=tuple(pieces(item)))


def shape_of(picture: Picture) -> Polygon:
    """The shape of a picture that is no rectangle: its outline, or with its round corners."""
    if picture.clip or not picture.corners:
        return picture.clip
    from layout.display.rounded import rounded  # few pictures have round corners

    return polygon(rounded(picture.rect, picture.corners))


def common(a: Ltrb, b: Ltrb) -> Ltrb | None:
    """What two boxes share; None where that is nothing."""
    left, top = max(a[0], b[0]), max(a[1], b[1])
    right, foot = min(a[2], b[2]), min(a[3], b[3])
    return (left, top, right, foot) if right > left and foot > top else None


def joined(boxes: Iterable[Ltrb]) -> Ltrb | None:
    """The least box that holds all; None for none."""
    found = list(boxes)
    if not found:
        return None
    lefts, tops, rights, feet = zip(*found, strict=True)
    return (min(lefts), min(tops), max(rights), max(feet))


def _reaches(polygon: Polygon, box: Ltrb) -> bool:
    """Whether a polygon and a box have ground in common, as far as a net of points tells."""
    left, top, right, foot = box
    if any(left < x < right and top < y < foot for x, y in polygon):
        return True
    net = (0.02, 0.25, 0.5, 0.75, 0.98)
    return any(
        inside_of(polygon, left + a * (right - left), top + b * (foot - top))
        for a in net
        for b in net
    )


def _corners(box: Ltrb) -> Polygon:
    return ((box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]))


def meeting(boxes: Sequence[tuple[float, float, float, float]]) -> Iterator[tuple[int, int]]:
    """The pairs of boxes that have ground in common, by their numbers, the lower first.

    A line goes down the page; the boxes it crosses are held against each one it comes to.
    """
    order = sorted(range(len(boxes)), key=lambda k: boxes[k][1])
    open_: list[int] = []
    for k in order:
        left, top, right, _ = boxes[k]
        open_ = [n for n in open_ if boxes[n][3] > top]
        for n in open_:
            other = boxes[n]
            if other[0] < right and other[2] > left:
                yield (n, k) if n < k else (k, n)
        open_.append(k)
