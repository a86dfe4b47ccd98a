"""Items of a display list as PDF content operators.

Points with y down become points with y up; nothing is measured. A run is one TJ whose adjustments
are worked out against the running pen, so rounding never adds up: each glyph stands within
`SLACK_PT` of where the display list has it. Operators: ISO 32000-1, 8 and 9.
"""

import sys
from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from operator import mul, sub
from typing import Final, NamedTuple

from layout.color import Color
from layout.display.extent import Ltrb
from layout.display.items import Box, GlyphRun, Path, Picture, Stroke
from layout.display.overprint import KNOCKS_OUT, Laid
from layout.geometry import Rect
from layout.render.press.numbers import num
from layout.render.press.spots import spot_name

SLACK_PT: Final = 0.001
"""Adjustments smaller than this are left out; far under the 0.01 pt a proof can measure."""

FINE_PT: Final = 2.0
"""Boxes thinner than this are written as lines are."""

ON: Final = "GSO"
OFF: Final = "GSK"


class PlacedArt(NamedTuple):
    """Vector artwork on a page: the rectangle in which it is seen, its width and its height."""

    seen: Rect
    width: float
    height: float


State = tuple[
    bool,
    tuple[str, float, bool],
    Color | None,
    Color | None,
    float,
    int,
    bool,
    bool,
    tuple[Color, ...],
]
"""Of a page in the writing: whether text has begun; the font; the inks of areas and of lines; the
width of these; how text is shown; whether it overprints, and ever did; its spots."""


class UprightPart(NamedTuple):
    """Upright glyphs of a column shown by one font, which writes down (`column`) or to the right.

    `x` and `y` say where the text matrix stands, in points to the right of the column's middle and
    down from the run's beginning; `shown` are the operators.
    """

    column: bool
    x: float
    y: float
    shown: str


def show(
    codes: Sequence[int],
    xs: Sequence[float],
    widths: Mapping[int, int],
    em: float,
    *,
    ends: bool = False,
) -> str:
    """The operand and operator that show `codes` with their pens at `xs` (points).

    `widths` are the advances as the PDF's W array states them, in 1/1000 em; `em` is the size in
    points times the horizontal scale. Where a line `ends` with them, the last one stands a hair
    (`SLACK_PT`) before its place.
    """
    unit = 1000.0 / em
    slack = SLACK_PT * unit
    words = array("H", codes)
    if sys.byteorder == "little":
        words.byteswap()
    digits = words.tobytes().hex().upper()
    pens = accumulate(map(widths.__getitem__, codes), initial=0)
    off = list(map(sub, pens, map(mul, xs, repeat(unit))))
    decimals = 1 if em <= 20.0 else 2 if em <= 200.0 else 3  # half a step stays under the slack
    ends = ends and len(codes) > 1
    if max(off) <= slack and min(off) >= -slack:  # a line that nothing is squeezed or spread in
        if not ends:
            return f"[<{digits}>]TJ"
        hair = max(round(slack + off[-2], decimals), 0.1**decimals)
        return f"[<{digits[:-4]}>{num(hair)}<{digits[-4:]}>]TJ"
    parts: list[str] = ["[<"]
    add = parts.append
    pen = 0.0
    done = at = 0
    last = 4 * (len(codes) - 1) if ends else None
    for code, x in zip(codes, xs, strict=True):
        move = pen - x * unit
        if at == last:
            move += slack
        if move > slack or move < -slack or at == last:
            move = round(move, decimals)
            add(digits[done:at])
            add(_adjusted(move))
            pen -= move
            done = at
        pen += widths[code]
        at += 4
    add(digits[done:])
    add(">]TJ")
    return "".join(parts).replace("[<>", "[", 1)


@lru_cache(maxsize=4096)
def _adjusted(by: float) -> str:
    """An adjustment between two strings of a TJ. In a line that is spread all are alike, but for
    roundings."""
    return f">{num(by)}<"


class Writer:
    """Writes one page's content. Keeps the graphics state, so that nothing is set twice.

    `left` and `top` are where the trim box's top left stands in PDF space; `font_name` gives the
    resource name of a face, or of its font for columns, `line` where the first box of a run begins,
    in points from its beginning, and its text-showing operators, and `parts` the parts of an
    upright run; `art` is where vector artwork is seen and its size.
    """

    def __init__(
        self,
        *,
        left: float,
        top: float,
        font_name: Callable[[str, bool], str],
        line: Callable[[GlyphRun], tuple[float, str]],
        parts: Callable[[GlyphRun], Sequence[UprightPart]],
        picture_name: Callable[[str], str],
        art: Callable[[Picture], "PlacedArt | None"] = lambda picture: None,
    ) -> None:
        self.left = left
        self.top = top
        self.font_name = font_name
        self.line = line
        self.parts = parts
        self.picture_name = picture_name
        self.art = art
        self.lines: list[str] = []
        self.spots: list[Color] = []
        """The spots that are laid, at full strength, in the order of their resource names."""
        self.uses_overprint = False
        self._in_text = False
        self._font = ("", 0.0, False)
        self._fill: Color | None = None
        self._stroke: Color | None = None
        self._width = -1.0
        self._mode = 0
        self._overprint = False

    @property
    def state(self) -> State:
        """What of that which was written so far bears on how the next thing is written."""
        return (
            self._in_text, self._font, self._fill, self._stroke, self._width, self._mode,
            self._overprint, self.uses_overprint, tuple(self.spots),
        )  # fmt: skip

    @state.setter
    def state(self, state: State) -> None:
        (
            self._in_text, self._font, self._fill, self._stroke, self._width, self._mode,
            self._overprint, self.uses_overprint, spots,
        ) = state  # fmt: skip
        self.spots = list(spots)

    def run(self, run: GlyphRun, laid: Laid = KNOCKS_OUT) -> None:
        """Draw glyphs."""
        if not run.glyphs:
            return
        add = self.lines.append
        if not self._in_text:
            add("BT")
            self._in_text = True
        upright = run.vertical and not run.turned
        if not upright:
            self._set_font(run, column=False)
        self._set_fill(run.color)
        self._set_overprint(laid.over)
        mode = 0
        if run.stroke_em > 0.0:
            mode = 1 if run.hollow else 2  # ISO 32000-1, table 106: stroke; fill, then stroke
            self._set_stroke(run.color, run.stroke_em * run.size)
        if mode != self._mode:
            self._mode = mode
            add(f"1 j {mode} Tr" if mode else "0 Tr")  # mitred joins would grow thorns
        scale = "1" if run.h_scale == 1.0 else num(run.h_scale)
        x, y = self.left + run.x, self.top - run.y
        if upright:
            for part in self.parts(run):
                self._set_font(run, column=part.column)
                add(f"{scale} 0 0 1 {num(x + part.x)} {num(y - part.y)} Tm")
                add(part.shown)
        elif run.turned:
            add(f"0 -1 {scale} 0 {num(x + run.ys[0])} {num(y)} Tm")
            add(self.line(run)[1])
        else:
            first, shown = self.line(run)
            add(f"{scale} 0 0 1 {num(x + first)} {num(y)} Tm")
            add(shown)

    def box(self, box: Box, laid: Laid = KNOCKS_OUT) -> None:
        """Fill a rectangle."""
        self._end_text()
        r = box.rect
        self._set_fill(box.fill)
        fine = box.role == "rule" or min(abs(r.width), abs(r.height)) < FINE_PT
        if laid.stops:
            self._set_overprint(False)
            for part in laid.stops:
                self._rectangle(part, fine=fine)
        self._set_overprint(laid.over)
        self._rectangle((r.x, r.y, r.right, r.bottom), fine=fine)

    def _rectangle(self, box: Ltrb, *, fine: bool) -> None:
        x, y, to, bottom = box
        left, foot = num(self.left + x), num(self.top - bottom)
        if not fine:
            self.lines.append(f"{left} {foot} {num(to - x)} {num(bottom - y)} re f")
            return
        # As a curve that is straight: pdfium, and with it Chrome, widens a filled rectangle to
        # whole pixels, and a double rule closes up. No other path is as exact (see `onpixels`).
        right, head = num(self.left + to), num(self.top - y)
        self.lines.append(
            f"{left} {foot} m {right} {foot} l {right} {head} l "
            f"{right} {head} {left} {head} {left} {head} c f"
        )

    def stroke(self, stroke: Stroke, laid: Laid = KNOCKS_OUT) -> None:
        """Draw a dotted, dashed or plain line."""
        self._end_text()
        self._set_stroke(stroke.color, stroke.width)
        dash = " ".join(num(v) for v in stroke.dash)
        fancy = bool(dash) or stroke.round_caps
        path = (
            f"{num(self.left + stroke.x1)} {num(self.top - stroke.y1)} m "
            f"{num(self.left + stroke.x2)} {num(self.top - stroke.y2)} l S"
        )
        if fancy:  # dash and caps last for this line only
            path = f"q [{dash}] 0 d {1 if stroke.round_caps else 0} J {path} Q"
        self._lay(path, laid)

    def path(self, path: Path, laid: Laid = KNOCKS_OUT) -> None:
        """Stroke and fill lines and curves."""
        if not path.steps or (path.width <= 0.0 and not path.filled):
            return
        self._end_text()
        paint = "n"
        if path.filled:
            self._set_fill(path.color)
            paint = "f"
        if path.width > 0.0:
            self._set_stroke(path.color, path.width)
            paint = "B" if path.filled else "S"
        drawn = " ".join([self._step(letter, points) for letter, points in path.steps])
        ends = "1 J 1 j" if path.round else "0 J 0 j"  # text leaves its own joins behind
        self._lay(f"q {ends} {drawn} {paint} Q", laid)

    def _lay(self, drawn: str, laid: Laid) -> None:
        """Add what is drawn: where it stops first, cut to these parts, and then the whole. What
        overprints leaves the other inks of these parts as they are then, none."""
        if laid.stops:
            self._set_overprint(False)
            self._cut(drawn, laid.stops)
        self._set_overprint(laid.over)
        self.lines.append(drawn)

    def _cut(self, drawn: str, parts: Sequence[Ltrb]) -> None:
        """Add what is drawn of some parts of the page."""
        corners = [
            f"{num(self.left + x)} {num(self.top - foot)} {num(right - x)} {num(foot - y)} re"
            for x, y, right, foot in parts
        ]
        self.lines.append(f"q {' '.join(corners)} W n {drawn} Q")

    def _step(self, letter: str, points: Sequence[float]) -> str:
        """A step of a path as its operator: ISO 32000-1, table 59."""
        if letter == "Z":
            return "h"
        pairs = zip(points[::2], points[1::2], strict=True)
        numbers = [f"{num(self.left + x)} {num(self.top - y)}" for x, y in pairs]
        return f"{' '.join(numbers)} {letter.lower()}"

    def picture(self, picture: Picture) -> None:
        """Place a picture; its crop is a clip, so that the file's own data stay as they are."""
        self._end_text()
        self._set_overprint(False)
        r = picture.rect
        left, top, right, bottom = picture.crop
        art = self.art(picture)
        x, y = self.left + r.x, self.top - r.bottom
        add = self.lines.append
        add("q")
        width, height = r.width / (right - left), r.height / (bottom - top)
        if picture.corners:
            from layout.display.rounded import rounded  # few pictures have round corners

            steps = rounded(r, picture.corners)
            add(" ".join([self._step(letter, points) for letter, points in steps]) + " W n")
        elif art is not None:
            add(self._clip(art.seen))
        elif picture.crop != (0.0, 0.0, 1.0, 1.0):
            add(self._clip(r))
        if picture.crop != (0.0, 0.0, 1.0, 1.0):
            x -= left * width
            y -= (1.0 - bottom) * height
        name = self.picture_name(picture.source)
        if art is not None:  # its space is in points, not of one unit
            width, height = width / art.width, height / art.height
            scale = f"{width:.7f} 0 0 {height:.7f}"
        else:
            scale = f"{num(width)} 0 0 {num(height)}"
        add(f"{scale} {num(x)} {num(y)} cm /{name} Do")
        add("Q")

    def _clip(self, r: Rect) -> str:
        """The operators that let nothing be seen but what lies in a rectangle."""
        x, y = num(self.left + r.x), num(self.top - r.bottom)
        return f"{x} {y} {num(r.width)} {num(r.height)} re W n"

    def finish(self) -> bytes:
        """The whole content stream, uncompressed."""
        self._end_text()
        return ("\n".join(self.lines) + "\n").encode("ascii")

    def _end_text(self) -> None:
        if self._in_text:
            self.lines.append("ET")
            self._in_text = False

    def _set_font(self, run: GlyphRun, *, column: bool) -> None:
        if (run.face, run.size, column) != self._font:
            self._font = (run.face, run.size, column)
            self.lines.append(f"/{self.font_name(run.face, column)} {num(run.size)} Tf")

    def _set_fill(self, color: Color) -> None:
        if color is not self._fill and color != self._fill:
            self._fill = color
            self.lines.append(self._ink(color, "k", "cs", "scn"))

    def _set_stroke(self, color: Color, width: float) -> None:
        if color != self._stroke:
            self._stroke = color
            self.lines.append(self._ink(color, "K", "CS", "SCN"))
        if width != self._width:
            self._width = width
            self.lines.append(f"{num(width)} w")

    def _ink(self, color: Color, process: str, space: str, spot: str) -> str:
        """A colour set: in DeviceCMYK, or as a tint of a spot in its Separation space."""
        if not color.spot:
            inks = " ".join(num(v / 100.0) for v in (color.c, color.m, color.y, color.k))
            return f"{inks} {process}"
        solid = color.solid
        if solid not in self.spots:
            self.spots.append(solid)
        return f"/{spot_name(self.spots.index(solid))} {space} {num(color.tint / 100.0)} {spot}"

    def _set_overprint(self, on: bool) -> None:
        if on != self._overprint:
            self._overprint = on
            self.uses_overprint = True
            self.lines.append(f"/{ON if on else OFF} gs")
