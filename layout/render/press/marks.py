"""Printer's marks (印刷标记): what stands outside of the bleed for those who make and check plates.

They are laid out here round a leaf, a page or two side by side, and drawn as one form of its own.
Nothing of them is in the bleed or the trim. Lines and words are in `All`, so that every plate has
them; words are drawn as outlines, so that nobody reads them between the lines of the page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from layout.color import Color
from layout.record import record
from layout.render.press.imposed import Sides
from layout.render.press.numbers import box, num
from layout.render.press.spots import separation
from layout.units import mm

OFFSET: Final = 6.0
"""Least distance of a mark from the trim, in points: what InDesign begins with, 2.117 mm."""
CLEAR: Final = mm(1)
"""And from the bleed: ISO 32000-1, 14.11.2.1 keeps marks outside of it, and a hair's breadth would
be lost to the first program that rounds a box."""
CROP: Final = mm(5)
BLEED: Final = mm(3)
HAIR: Final = 0.25
"""Of a mark's line, in points: fine enough to cut by, thick enough to be seen on a plate."""
TARGET: Final = mm(5)
"""Across a registration mark; its ring is three fifths of it."""
PATCH: Final = mm(5.5)
"""Of the control strip: 5 mm at least are wanted by a densitometer that is put down by hand."""
BAR: Final = mm(4)
BETWEEN: Final = mm(1.5)
"""Between two groups of a row, two rows, and a group and a mark's line."""
WORDS: Final = 6.5  # of the slug, in points
EM_HIGH: Final = 1.2
BELOW: Final = 0.25
"""Of a line of words: its height and what of it is below the baseline, in em; the ink of the
shipped sans serif, brackets and letters that hang down too, lies within."""

TINTS: Final = (80.0, 40.0)
"""Of each ink, beside its solid: WAN-IFRA states its dot gain at 40, and 80 shows a slur."""
GREYS: Final[tuple[tuple[float, Color], ...]] = (
    (30.0, Color(c=22, m=21, y=22)),
    (50.0, Color(c=42, m=39, y=43)),
    (70.0, Color(c=63, m=58, y=75)),
)
"""A tint of black, and the three inks that look the same by the shipped profile of newsprint (SNAP
TR 002), as `pictures.greys` finds them; another profile has its own. Pairs at 30, 50 and 70 % are
those of the ECI's and bvdm's grey control strip."""
OVERPRINTS: Final = (
    Color(c=100, m=100),
    Color(c=100, y=100),
    Color(m=100, y=100),
    Color(c=100, m=100, y=100),
)
PROCESS: Final = (
    ("青", Color(c=100)), ("品红", Color(m=100)), ("黄", Color(y=100)), ("黑", Color(k=100)),
)  # fmt: skip

Outline = Callable[[str], tuple[str, float]]
"""Draws words from (0, 0) in 1/1000 em: the operators of their path, and how far they go."""

ALL: Final = Color(100.0, 100.0, 100.0, 100.0, "All")
"""Each plate there is: ISO 32000-1, 8.6.6.4."""


@record
class MarkedSheet:
    """What marks stand round. Lengths in points; `folds` are counted from the left trim, `spots`
    are solids; `slug` are the words of the slug line, piece by piece; `greys` the strip's pairs of
    a tint of black with what looks like it."""

    width: float
    height: float
    bleed: float
    folds: tuple[float, ...] = ()
    spots: tuple[Color, ...] = ()
    slug: tuple[str, ...] = ()
    greys: tuple[tuple[float, Color], ...] = GREYS


@record
class DrawnMarks:
    """Marks as they are drawn: `content` in a space that begins at the trim's lower left, the
    `spots` that it paints with (`All` among them), and how far it reaches beyond the bleed at each
    side: left, bottom, right, top."""

    content: bytes
    spots: tuple[Color, ...]
    room: Sides


def draw_marks(sheet: MarkedSheet, kinds: Iterable[str], outline: Outline) -> DrawnMarks:
    """The marks of the asked `kinds` round a sheet."""
    asked = frozenset(kinds)
    drawing = _Drawing(sheet, outline)
    if "crop" in asked:
        drawing.crop()
    if "bleed" in asked and sheet.bleed > 0:
        drawing.bleed()
    if "registration" in asked:
        drawing.registration()
    head: list[list[_Cell]] = []
    foot: list[list[_Cell]] = []
    if "strip" in asked:
        patches = strip_paints(sheet.spots, sheet.greys)
        head.append([_Cell(PATCH, PATCH, paint) for paint in patches])
    if "bars" in asked:
        head.append([_Cell(BAR, BAR, paint) for paint in bar_paints(sheet.spots)])
    if "slug" in asked:
        foot.append([drawing.words(text, ALL) for text in sheet.slug])
        foot.append([drawing.words(name, paint) for name, paint in ink_names(sheet.spots)])
    targets = drawing.targets() if "registration" in asked else ()
    drawing.rows(head, targets, above=True)
    drawing.rows(foot, targets, above=False)
    return drawing.finish()


def strip_paints(
    spots: Sequence[Color], greys: Sequence[tuple[float, Color]] = GREYS
) -> list[Color]:
    """The patches of the control strip: solids and tints of each ink, overprints, grey balance."""
    made: list[Color] = []
    for solid in (*[solid for _, solid in PROCESS], *spots):
        made += [solid, *[solid.tinted(tint) for tint in TINTS]]
    made += OVERPRINTS
    for black, three in greys:
        made += [Color(k=black), three]
    return made


def bar_paints(spots: Sequence[Color]) -> list[Color]:
    """The fields of the colour bars: each ink, two and three together, black in steps of ten."""
    solids = [solid for _, solid in PROCESS]
    return [*solids, *spots, *OVERPRINTS, *[Color(k=10.0 * step) for step in range(9, 0, -1)]]


def ink_names(spots: Sequence[Color]) -> list[tuple[str, Color]]:
    """Each ink's name with the ink that it is written in: a plate says which it is."""
    return [*PROCESS, *[(spot.spot, spot) for spot in spots]]


@record(kw_only=False)
class _Cell:
    """What stands in a row of marks: a field of `paint`, or words with the `path` of them."""

    width: float
    height: float
    paint: Color
    path: str = ""
    gap: float = 0.0  # of white before the next of its group


class _Drawing:
    """Marks while they are drawn, and how far they reach, in points from the trim's lower left."""

    def __init__(self, sheet: MarkedSheet, outline: Outline) -> None:
        self._sheet = sheet
        self._outline = outline
        self._lines: list[str] = []
        self._spots: dict[Color, str] = {}
        self._near = max(OFFSET, sheet.bleed + CLEAR)
        """From the trim, the distance at which marks begin."""
        bleed = sheet.bleed
        self._reach = [-bleed, -bleed, sheet.width + bleed, sheet.height + bleed]

    def crop(self) -> None:
        """Crop marks at the corners, and broken ones at the folds."""
        self._corners(0.0, CROP)
        sheet, near = self._sheet, self._near
        for fold in sheet.folds:
            for y, way in ((-near, -1), (sheet.height + near, 1)):
                self._line(fold, y, fold, y + way * CROP, dash="[3 1.5] 0 d ")

    def bleed(self) -> None:
        """Marks where the bleed ends."""
        self._corners(self._sheet.bleed, BLEED)

    def _corners(self, out: float, long: float) -> None:
        """Two lines at each corner of the trim, moved outwards; they begin at a mark's distance."""
        sheet, near = self._sheet, self._near
        for y in (-out, sheet.height + out):
            self._line(-near - long, y, -near, y)
            self._line(sheet.width + near, y, sheet.width + near + long, y)
        for x in (-out, sheet.width + out):
            self._line(x, -near - long, x, -near)
            self._line(x, sheet.height + near, x, sheet.height + near + long)

    def targets(self) -> tuple[float, ...]:
        """Where registration marks stand at head and foot: in the middle, or of each half where
        the fold is in it."""
        sheet = self._sheet
        edges = (0.0, *sheet.folds, sheet.width)
        return tuple([(a + b) / 2 for a, b in pairwise(edges)])

    def registration(self) -> None:
        """A target at the middle of each side."""
        sheet, out = self._sheet, self._near + TARGET / 2
        places = [(x, y) for x in self.targets() for y in (-out, sheet.height + out)]
        places += [(x, sheet.height / 2) for x in (-out, sheet.width + out)]
        half, ring = TARGET / 2, TARGET * 0.3
        for x, y in places:
            self._line(x - half, y, x + half, y)
            self._line(x, y - half, x, y + half)
            self._stroke(_circle(x, y, ring))

    def rows(
        self, groups: Sequence[Sequence[_Cell]], targets: Sequence[float], *, above: bool
    ) -> None:
        """Groups of cells in rows above the head or below the foot. The first row shares its band
        with the corners' marks, the targets and the folds, and goes round them."""
        sheet = self._sheet
        taken = [(x - TARGET / 2 - BETWEEN, x + TARGET / 2 + BETWEEN) for x in targets]
        taken += [(x - BETWEEN, x + BETWEEN) for x in sheet.folds]
        taken.sort()
        starts = [BETWEEN, *[right for _, right in taken]]
        ends = [*[left for left, _ in taken], sheet.width - BETWEEN]
        spans = list(zip(starts, ends, strict=True))
        deep = max(CROP, TARGET, *[cell.height for group in groups for cell in group], 0.0)
        flow = _Flow(spans, deep + BETWEEN, sheet.width)
        for group in groups:
            for cell, x, row in flow.put(group):
                out = self._near + row
                y = sheet.height + out if above else -out - cell.height
                self._cell(cell, x, y)

    def words(self, text: str, paint: Color) -> _Cell:
        """Words as a cell. Its place ends where their letters do, and is an em high."""
        path, wide = self._outline(text)
        return _Cell(wide * WORDS, WORDS * EM_HIGH, paint, path, gap=WORDS)

    def _cell(self, cell: _Cell, x: float, y: float) -> None:
        self._grow(x, y, x + cell.width, y + cell.height)
        if cell.path:
            scale, base = num(WORDS / 1000), num(y + WORDS * BELOW)
            self._lines.append(
                f"q {scale} 0 0 {scale} {num(x)} {base} cm {self._fill(cell.paint)} {cell.path} f Q"
            )
            return
        size = f"{num(cell.width)} {num(cell.height)}"
        self._lines.append(f"{self._fill(cell.paint)} {num(x)} {num(y)} {size} re f")

    def _line(self, x1: float, y1: float, x2: float, y2: float, dash: str = "") -> None:
        half = HAIR / 2
        over = half if x1 == x2 else 0.0, half if y1 == y2 else 0.0
        self._grow(
            min(x1, x2) - over[0],
            min(y1, y2) - over[1],
            max(x1, x2) + over[0],
            max(y1, y2) + over[1],
        )
        path = f"{num(x1)} {num(y1)} m {num(x2)} {num(y2)} l"
        self._stroke(f"q {dash}{path}" if dash else path, "Q" if dash else "")

    def _stroke(self, path: str, after: str = "") -> None:
        self._spots.setdefault(ALL, f"M{len(self._spots)}")
        self._lines.append(f"{path} S {after}".rstrip())

    def _fill(self, paint: Color) -> str:
        if not paint.spot:
            inks = (paint.c, paint.m, paint.y, paint.k)
            return f"{' '.join(num(v / 100.0) for v in inks)} k"
        name = self._spots.setdefault(paint.solid, f"M{len(self._spots)}")
        return f"/{name} cs {num(paint.tint / 100)} scn"

    def _grow(self, left: float, bottom: float, right: float, top: float) -> None:
        reach = self._reach
        reach[:2] = min(reach[0], left), min(reach[1], bottom)
        reach[2:] = max(reach[2], right), max(reach[3], top)

    def finish(self) -> DrawnMarks:
        """What was drawn, its lines in `All`."""
        sheet, bleed, reach = self._sheet, self._sheet.bleed, self._reach
        lines = self._lines
        if ALL in self._spots:
            lines = [f"/{self._spots[ALL]} CS 1 SCN {num(HAIR)} w", *lines]
        return DrawnMarks(
            content=("\n".join(lines) + "\n").encode("ascii"),
            spots=tuple(self._spots),
            room=(
                -bleed - reach[0],
                -bleed - reach[1],
                reach[2] - sheet.width - bleed,
                reach[3] - sheet.height - bleed,
            ),
        )


class _Flow:
    """Where cells stand: groups one after the other in the `spans` of the first row, then in rows
    as wide as the sheet."""

    def __init__(self, spans: Sequence[tuple[float, float]], deep: float, width: float) -> None:
        self._rooms = [[left, right, 0.0] for left, right in spans]
        self._deep = deep
        self._width = width

    def put(self, group: Sequence[_Cell]) -> Iterator[tuple[_Cell, float, float]]:
        """Each cell of a group with its left edge and how far out its row is. A group stays
        together where a row can hold it."""
        whole = sum(cell.width + cell.gap for cell in group)
        at = next((r for r in self._rooms if r[1] - r[0] >= whole), None) or self._row()
        for cell in group:
            if at[0] + cell.width > at[1] and at[0] > 0.0:
                at = self._row()
            yield cell, at[0], at[2]
            at[0] += cell.width + cell.gap
        at[0] += BETWEEN

    def _row(self) -> list[float]:
        """A further row, of the whole width."""
        out = max(room[2] for room in self._rooms) + self._deep
        self._rooms.append([0.0, self._width, out])
        return self._rooms[-1]


def _circle(x: float, y: float, r: float) -> str:
    """A circle of four curves; a control is 0.5523 of the radius from its point, which is within
    0.03 % of it."""
    k = 0.5523 * r
    points = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    curves = " ".join(" ".join(map(num, each)) + " c" for each in points)
    return f"{num(x + r)} {num(y)} m {curves} h"


def marks_entries(marks: DrawnMarks, sheet: MarkedSheet) -> bytes:
    """The dictionary entries of the marks' Form XObject, in a space that begins at the trim's
    lower left; its box is the whole of the leaf's media."""
    left, bottom, right, top = marks.room
    bleed = sheet.bleed
    bounds = (
        -bleed - left,
        -bleed - bottom,
        sheet.width + bleed + right,
        sheet.height + bleed + top,
    )
    spaces = b"".join(b"/M%d%s" % (at, separation(solid)) for at, solid in enumerate(marks.spots))
    return b"/Type/XObject/Subtype/Form/BBox%s/Resources<<%s>>" % (
        box(bounds).encode("ascii"),
        b"/ColorSpace<<%s>>" % spaces if spaces else b"",
    )
