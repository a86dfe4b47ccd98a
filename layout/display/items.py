"""The display list: what stands where on a page, after all layout and before any renderer.

Everything is in points from the trim box's top left, y down. A page is plain data: it can be
written out, compared, checked and drawn by a program that knows nothing of Chinese text. Items are
in reading order, which is also the order in which they are painted.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from layout.color import BLACK, WHITE, Color
from layout.display.press import PRESS, PressFacts
from layout.geometry import Rect
from layout.record import record
from layout.units import EM_ASCENT
from layout.words.said import Said

Step = tuple[str, tuple[float, ...]]
"""A letter of `M` `L` `C` `Z`, and its points: x and y in turn."""
CHORDS: Final = 8
"""Straight lines that a curve is taken for where a polygon is asked for."""

_PART: Final = re.compile(r"(?:#[a-z0-9-]+)+$")
"""What of its owner a node is, behind the name of it: `#title`, `#p3`, `#2#caption`. A name may
hold a # of its own, as that of a story in `C#.md` does, whose end is no part."""


def owner_of(node: str) -> str:
    """The story or block that a node of the page belongs to: what stands before its part."""
    return _parted(node)[0]


def part_of(node: str) -> str:
    """What of its story or block a node is, `title` or `p3`; empty where it is all of it."""
    return _parted(node)[1]


@lru_cache(maxsize=1024)  # a page has few, each of many things
def _parted(node: str) -> tuple[str, str]:
    found = _PART.search(node)
    return (node[: found.start()], node[found.start() + 1 :]) if found else (node, "")


@record
class LineFacts:
    """What composing knows of a line: for proofs and checks. Widths in points, gap in em.

    `block` and `column` name the frame in which it stands, by the id of its block and its order
    there; a dump does not have them.
    """

    measure: float
    natural: float
    set: float
    tier: str  # "", "shrink:2".."shrink:7", "stretch:1".."stretch:3", "over"
    gap_em: float  # mean extra space between two Han; 0 when the line is not stretched
    last: bool  # of its paragraph
    reasons: tuple[str, ...] = ()
    why: Said | str = ""  # what kept a loose line from taking in what follows it
    block: str = ""
    column: int = 0  # 0 where it stands in no frame


class Passage(NamedTuple):
    """Where in its story a line begins: in which paragraph, counted from 1, and at which character
    of it, counted from 0. A 小标题 is a paragraph too, and the `head` of what follows it.

    It leads back to the sources and is nothing that is printed: a dump does not have it.
    """

    paragraph: int
    offset: int
    head: bool = False


@record
class GlyphRun:
    """Glyphs of one face and size, on one baseline or down one column.

    `xs` are pen positions in points along the run from its beginning, one a glyph; `clusters` give
    for each glyph the index into `text` of the first character it stands for; characters up to the
    next glyph's cluster belong to it (one glyph for two characters, as in a joined ——, has the next
    cluster two on). `width` is the trimmed advance of the whole run. `stroke_em` thickens the
    glyphs by a line of that width in em of the run's own size; of a `hollow` run it is all that is
    drawn, and the inside of the glyphs stays bare. `h_scale` widens what is drawn from
    the left to the right of the page (平体 is above 1).

    A run that goes to the right begins at `x`, `y` on its baseline, and has no `ys`. A `vertical`
    one goes down a column whose middle is `x`, from `y`; `ys` are one a glyph and say how far to
    the right of that middle its origin stands. Its glyphs stand upright or, where it is `turned`,
    lie a quarter turn clockwise, all on one baseline that runs down.

    `passage` is that of its line, so all runs of one line have the same; type that is no story's
    text has none.
    """

    face: str
    size: float
    x: float
    y: float
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    clusters: tuple[int, ...]
    text: str
    width: float
    color: Color = BLACK
    h_scale: float = 1.0
    stroke_em: float = 0.0
    node: str = ""
    line: LineFacts | None = None
    vertical: bool = False
    turned: bool = False
    ys: tuple[float, ...] = ()
    passage: Passage | None = None
    hollow: bool = False

    def origins(self) -> tuple[tuple[float, float], ...]:
        """Where the origin of each glyph stands on the page, in points from the trim's top left."""
        if self.vertical:
            places = zip(self.xs, self.ys, strict=True)
            return tuple([(self.x + across, self.y + along) for along, across in places])
        return tuple([(self.x + along, self.y) for along in self.xs])


@record
class Box:
    """A filled rectangle; rules are boxes too, so that their ends meet exactly."""

    rect: Rect
    fill: Color
    node: str = ""
    role: str = ""  # "rule", "tint", "panel", "quiet", "keyline", "overlay": what it is for


@record
class Stroke:
    """A straight line with round dots or butt ends: dotted and dashed rules only."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: Color
    dash: tuple[float, ...] = ()
    round_caps: bool = False
    node: str = ""


@record
class Path:
    """Lines and curves in one ink: waves, and the units of ornamental borders.

    Each of `steps` is a letter with its points in pairs, as in SVG: `M` begins a line, `L` goes
    straight, `C` along a cubic Bézier curve (two control points and the end), `Z` closes the line.
    It is stroked where `width` is above 0, with round caps and joins or with butts and mitres, and
    filled (non-zero winding) where `filled`. A `role` says what a filled one is for, as of a box:
    "tint" or "panel" stands behind other things, the modules of a "code" overprint in K.
    """

    steps: tuple[Step, ...]
    color: Color
    width: float = 0.0
    filled: bool = False
    round: bool = False
    node: str = ""
    role: str = ""

    def bounds(self) -> Rect:
        """A rectangle that holds the ink: of all points, and as much again as a mitre reaches."""
        xs = [x for _, points in self.steps for x in points[::2]]
        ys = [y for _, points in self.steps for y in points[1::2]]
        if not xs:
            return Rect(0.0, 0.0, 0.0, 0.0)
        reach = self.width
        left, top = min(xs) - reach, min(ys) - reach
        return Rect(left, top, max(xs) + reach - left, max(ys) + reach - top)


def fill_of(ground: Box | Path) -> Color:
    """The inks that a tint or a panel is filled with."""
    return ground.fill if isinstance(ground, Box) else ground.color


def polygon(steps: Iterable[Step]) -> tuple[tuple[float, float], ...]:
    """The points of steps one after the other, each curve as `CHORDS` straight lines."""
    out: list[tuple[float, float]] = []
    for letter, points in steps:
        if letter != "C":
            out += zip(points[::2], points[1::2], strict=True)
            continue
        (ax, ay), (bx, by, cx, cy, dx, dy) = out[-1], points
        for k in range(1, CHORDS + 1):
            t = k / CHORDS
            a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
            out.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return tuple(out)


@record
class Picture:
    """An image scaled to fill `rect` exactly; `crop` is the part shown, in fractions of it.

    `corners` are the radii of round ones, top left, top right, bottom right and bottom left, in
    points; none where it is empty. Of a cut-out `clip` is the outline, a polygon in points on the
    page: what text runs round. Its transparent parts are see-through by themselves.
    """

    rect: Rect
    source: str  # path relative to the project's root
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)  # left, top, right, bottom
    alt: str = ""
    stands_in: bool = False
    node: str = ""
    clip: tuple[tuple[float, float], ...] = ()
    corners: tuple[float, ...] = ()


Item = GlyphRun | Box | Stroke | Path | Picture


def color_of(item: Item) -> Color:
    """The inks in which something is drawn; of a picture none, which has its own."""
    if isinstance(item, Box):
        return item.fill
    return WHITE if isinstance(item, Picture) else item.color


@record
class Frame:
    """Where a column of text stands, in reading order: for proofs and checks."""

    node: str
    rect: Rect
    order: int
    lines: int  # set in it
    room: int  # lines it could hold
    block: str = ""  # id of its block
    leading: float = 0.0  # points from line to line; 0 is the grid's pitch


@record
class BlockPlace:
    """A block in its place, and what it is: for proofs and checks.

    `kind` is the key that names it in a spec (`story`, `text`, `picture` …), or `header`; `node` is
    what the nodes of its items begin with. A `boxed` one has rules on all sides or a tint.
    """

    id: str
    kind: str
    rect: Rect
    node: str = ""
    boxed: bool = False


@record
class StoryFit:
    """How the text of a story fits the columns it has in one block (溢文 欠文).

    `lines` and `characters` are those set, `over` ones those left off. `per_line` is how many
    characters a full line holds; `jumps` says that what is over is set on another page.
    """

    block: str
    node: str
    columns: int
    lines: int
    room: int
    characters: int
    over_lines: int
    over_characters: int
    per_line: float
    jumps: str = ""

    @property
    def nothing(self) -> bool:
        """Whether there is no text for the block: the page on which its story begins sets it all,
        or is not known to leave any. That is told of the jump."""
        return not self.lines and not self.over_lines


@record
class Grid:
    """The page's grid as drawn on a layout sheet (版样纸): columns, lines, baselines."""

    type_area: Rect
    columns: tuple[tuple[float, float], ...]  # left and right edge of each
    pitch: float
    lines: int
    baseline: float  # of a line, from the top of its slot

    @property
    def em(self) -> float:
        """The size of the body: its em box stands in the middle of a line."""
        return (self.baseline - self.pitch / 2) / (EM_ASCENT - 0.5)

    @property
    def gutter(self) -> float:
        """The white between two columns; 0 where there are no two."""
        return self.columns[1][0] - self.columns[0][1] if len(self.columns) > 1 else 0.0

    def top_of(self, line: int) -> float:
        """The upper edge of a line of the grid, counted from 1."""
        return self.type_area.y + (line - 1) * self.pitch

    def baseline_of(self, line: int) -> float:
        """The baseline of a line of the grid, counted from 1."""
        return self.top_of(line) + self.baseline


@record
class Page:
    """One page as it will be printed."""

    name: str
    title: str
    date: str  # ISO, from the spec; what the PDF says it was made on
    width: float  # trim
    height: float
    bleed: float
    grid: Grid
    items: tuple[Item, ...]
    frames: tuple[Frame, ...] = ()
    blocks: tuple[BlockPlace, ...] = ()
    fits: tuple[StoryFit, ...] = ()
    fold: float = 0.0  # of two facing pages: where it is, from the left trim; 0 for none
    press: PressFacts = PRESS

    def frame_indices(self) -> dict[tuple[str, int], int]:
        """The index of each frame, by what its lines know of it: its block and its order there."""
        return {(frame.block, frame.order): k for k, frame in enumerate(self.frames)}
