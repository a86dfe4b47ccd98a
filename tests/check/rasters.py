"""A second opinion on COLLIDE: each thing of a page painted by itself, its ink compared by pixels.

Glyphs are filled from their outlines (HarfBuzz draws, Pillow fills), not from their boxes; pairs
are found by holding everything against everything. Nothing here asks the check how it came to what
it says.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from layout.display.items import Box, GlyphRun, Item, Page, Path, Picture, Stroke, owner_of
from layout.faces.catalog import Catalog
from tests.squares import lightest

SCALE = 4  # pixels a point
SPECK = 4  # pixels that two outlines may share by rounding
NEAR = 0.2  # em round ink within which two things may be told to collide though they do not quite

Points = list[tuple[float, float]]
Key = tuple[str, str]


@dataclass
class Ink:
    """What one item inks, as a mask whose top left pixel is `at`."""

    item: Item
    kind: str  # type, rule, ground, picture
    em: float
    at: tuple[int, int]
    mask: Image.Image
    owner: str = ""

    @property
    def node(self) -> str:
        return self.item.node.rstrip("0123456789")

    @property
    def box(self) -> tuple[int, int, int, int]:
        return (*self.at, self.at[0] + self.mask.width, self.at[1] + self.mask.height)


@dataclass
class Oracle:
    """Pairs of things that must be told, and those that may be."""

    must: dict[Key, str] = field(default_factory=dict)
    may: set[Key] = field(default_factory=set)


class Outlines:
    """Glyph outlines in font units, flattened, by face and glyph."""

    def __init__(self, catalog: Catalog) -> None:
        import uharfbuzz as hb

        self._catalog = catalog
        self._kept: dict[tuple[str, int], list[Points]] = {}
        self._funcs = hb.DrawFuncs()
        self._funcs.set_move_to_func(lambda x, y, _: self._lines.append([(x, y)]))
        self._funcs.set_line_to_func(lambda x, y, _: self._lines[-1].append((x, y)))
        self._funcs.set_quadratic_to_func(self._quadratic)
        self._funcs.set_cubic_to_func(self._cubic)
        self._funcs.set_close_path_func(lambda _: None)
        self._lines: list[Points] = []

    def of(self, face: str, gid: int) -> tuple[list[Points], int]:
        found = self._kept.get((face, gid))
        loaded = self._catalog.by_key(face)
        if found is None:
            self._lines = []
            loaded.font.draw_glyph(gid, self._funcs, None)
            found = self._kept[face, gid] = [line for line in self._lines if len(line) > 2]
        return found, loaded.upem

    def _quadratic(self, x1: float, y1: float, x: float, y: float, _: object) -> None:
        x0, y0 = self._lines[-1][-1]
        for k in range(1, 5):
            t = k / 4
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            self._lines[-1].append((a * x0 + b * x1 + c * x, a * y0 + b * y1 + c * y))

    def _cubic(self, *points: Any) -> None:
        x0, y0 = self._lines[-1][-1]
        x1, y1, x2, y2, x, y, _ = points
        for k in range(1, 7):
            t = k / 6
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            self._lines[-1].append(
                (a * x0 + b * x1 + c * x2 + d * x, a * y0 + b * y1 + c * y2 + d * y)
            )


def inked(page: Page, outlines: Outlines) -> list[Ink]:
    """Each item of a page that inks anything, in the order in which they are painted."""
    blocks = {block.id: block.node for block in page.blocks}
    out = []
    for item in page.items:
        shapes, kind, em = _shapes(item, outlines)
        ink = _painted(item, shapes, kind, em)
        if ink is not None:
            owner = owner_of(item.node)
            ink.owner = blocks.get(owner, owner)
            out.append(ink)
    return out


def _shapes(item: Item, outlines: Outlines) -> tuple[list[tuple[Points, bool]], str, float]:
    """Closed shapes on the page, each with whether it is a hole in those before."""
    if isinstance(item, GlyphRun):
        return list(_glyphs(item, outlines)), "type", item.size
    if isinstance(item, Box | Picture):
        r = item.rect
        corners = [(r.x, r.y), (r.right, r.y), (r.right, r.bottom), (r.x, r.bottom)]
        if isinstance(item, Picture):
            return [(list(item.clip) or corners, False)], "picture", 9.0
        return [(corners, False)], "rule" if item.role in ("rule", "") else "ground", 9.0
    if isinstance(item, Stroke):
        half = item.width / 2
        x0, x1 = sorted((item.x1, item.x2))
        y0, y1 = sorted((item.y1, item.y2))
        if x1 - x0 > y1 - y0:
            y0, y1 = y0 - half, y1 + half
        else:
            x0, x1 = x0 - half, x1 + half
        return [([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], False)], "rule", 9.0
    assert isinstance(item, Path)
    return [], "rule", 9.0  # borders are drawn below: the pages here have none


def _glyphs(run: GlyphRun, outlines: Outlines) -> Iterator[tuple[Points, bool]]:
    for gid, (x, y) in zip(run.glyphs, run.origins(), strict=True):
        lines, upem = outlines.of(run.face, gid)
        up = run.size / upem
        wide = up * run.h_scale
        areas = [_area(line) for line in lines]
        outer = max(areas, key=abs, default=0.0)  # holes run the other way than the largest
        for line, area in zip(lines, areas, strict=True):
            hole = (area > 0) != (outer > 0)
            if run.vertical and run.turned:
                yield [(x + b * up, y + a * wide) for a, b in line], hole
            else:
                yield [(x + a * wide, y - b * up) for a, b in line], hole


def _area(line: Points) -> float:
    """Twice the area of a closed line, below zero where it runs clockwise."""
    pairs = zip(line, line[1:] + line[:1], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)


def _painted(item: Item, shapes: list[tuple[Points, bool]], kind: str, em: float) -> Ink | None:
    points = [p for line, _ in shapes for p in line]
    if not points:
        return None
    left = floor(min(x for x, _ in points) * SCALE) - 1
    top = floor(min(y for _, y in points) * SCALE) - 1
    right = ceil(max(x for x, _ in points) * SCALE) + 1
    foot = ceil(max(y for _, y in points) * SCALE) + 1
    mask = Image.new("L", (right - left, foot - top))
    draw = ImageDraw.Draw(mask)
    if kind in ("ground", "picture", "rule") and len(shapes) == 1 and len(shapes[0][0]) == 4:
        xs = [x * SCALE - left for x, _ in shapes[0][0]]
        ys = [y * SCALE - top for _, y in shapes[0][0]]
        x0, x1, y0, y1 = round(min(xs)), round(max(xs)), round(min(ys)), round(max(ys))
        draw.rectangle((x0, y0, max(x0, x1 - 1), max(y0, y1 - 1)), fill=255)
    else:
        for hole in (False, True):
            for line, is_hole in shapes:
                if is_hole == hole:
                    at = [(x * SCALE - left, y * SCALE - top) for x, y in line]
                    draw.polygon(at, fill=0 if hole else 255)
    return Ink(item=item, kind=kind, em=em, at=(left, top), mask=mask)


def judged(inks: list[Ink], told: set[frozenset[str]]) -> Oracle:
    """Every pair of a page, by the words of docs/checks.md. Of pairs that share no ink those are
    looked at that are `told`, whether they come near."""
    out = Oracle()
    whole: dict[str, tuple[int, int, int, int]] = {}
    for ink in inks:
        if ink.kind == "type":
            mine, theirs = ink.box, whole.get(ink.owner, ink.box)
            whole[ink.owner] = (
                min(mine[0], theirs[0]), min(mine[1], theirs[1]),
                max(mine[2], theirs[2]), max(mine[3], theirs[3]),
            )  # fmt: skip
    for k, one in enumerate(inks):
        for other in inks[k + 1 :]:
            ems = [ink.em for ink in (one, other) if ink.kind == "type"]
            reach = ceil(NEAR * min(ems, default=0.0) * SCALE)
            if not _meet(one.box, other.box, reach):
                continue
            if frozenset((one.node, other.node)) not in told:
                reach = 0
            _pair(out, one, other, whole, reach=reach)
    return out


def _pair(
    out: Oracle, one: Ink, other: Ink, whole: dict[str, tuple[int, int, int, int]], *, reach: int
) -> None:
    kinds = {one.kind, other.kind}
    if "type" not in kinds:
        return  # what no type takes part in is tried by examples
    near = _shared(one, other, reach)
    if near is None:
        return
    key = (one.node, other.node)
    if one.kind in ("ground", "picture") and other.kind == "type":
        type_ = whole[other.owner]
        own = _own(one, other) or _holds(one.box, type_, SCALE)
        if own:
            if _holds(one.box, other.box, 0):
                return
            out.may.add(key)
            outside = _outside(other, one)
            if outside > _least(other) and _deep(one, other) > _least(other):
                out.must[key] = "across the edge"
            return
    out.may.add(key)
    if _deep(one, other) > _least(one if one.kind == "type" else other):
        out.must[key] = f"{one.kind} and {other.kind}"


def _own(ground: Ink, words: Ink) -> bool:
    """By the words of docs/checks.md: its own block's, of the part that it is drawn for."""
    if ground.owner != words.owner:
        return False
    part, its = ground.node.partition("#")[2], words.node.partition("#")[2]
    if part:
        return part == its or (part, its) == ("caption", "credit")
    body = its in ("p", "byline", "end", "label")
    return not (ground.item.node.endswith(".md") and body)


def _least(ink: Ink) -> float:
    """Pixels of depth that are more than two boxes of ink may share."""
    return 0.12 * ink.em * SCALE


def _deep(one: Ink, other: Ink) -> float:
    """How deep what two things share is: its lesser side in pixels, a rule's along it."""
    shared = _shared(one, other, 0)
    if shared is None:
        return 0.0
    box, count = shared
    if count <= SPECK:
        return 0.0
    wide, high = box[2] - box[0], box[3] - box[1]
    if "rule" in (one.kind, other.kind):
        rule = one if one.kind == "rule" else other
        level = rule.mask.width > rule.mask.height
        thick = min(rule.mask.size) - 2  # less what rounding adds
        return max(wide, high) if (high if level else wide) >= thick else 0.0
    return min(wide, high)


def _outside(ink: Ink, ground: Ink) -> float:
    """How far a thing reaches out of what it stands on."""
    a, b = ink.box, ground.box
    return max(b[0] - a[0], b[1] - a[1], a[2] - b[2], a[3] - b[3])


def _shared(one: Ink, other: Ink, reach: int) -> tuple[tuple[int, int, int, int], int] | None:
    """Where the ink of two things lies on one another, and how many pixels of it; `reach` makes
    that of the first so much fatter."""
    a, b = one.box, other.box
    left, top = max(a[0], b[0]) - reach, max(a[1], b[1]) - reach
    right, foot = min(a[2], b[2]) + reach, min(a[3], b[3]) + reach
    if right <= left or foot <= top:
        return None
    first = one.mask.crop((left - a[0], top - a[1], right - a[0], foot - a[1]))
    second = other.mask.crop((left - b[0], top - b[1], right - b[0], foot - b[1]))
    if reach:
        first = lightest(first, reach)
    both = ImageChops.multiply(first, second)
    box = both.getbbox()
    if box is None:
        return None
    count = both.histogram()[255]
    return (box[0] + left, box[1] + top, box[2] + left, box[3] + top), count


def _meet(a: tuple[int, ...], b: tuple[int, ...], reach: int) -> bool:
    return (
        a[0] - reach < b[2] and b[0] - reach < a[2] and a[1] - reach < b[3] and b[1] - reach < a[3]
    )


def _holds(a: tuple[int, ...], b: tuple[int, ...], slack: int) -> bool:
    return (
        a[0] - slack <= b[0] and a[1] - slack <= b[1]
        and a[2] + slack >= b[2] and a[3] + slack >= b[3]
    )  # fmt: skip
