"""Upright glyphs of a column as text-showing operators.

Two fonts share a face's outlines: one that writes to the right and one that writes down
(`Identity-V`, ISO 32000-1, 9.7.4.3). What a column holds is written down in one piece wherever the
second font puts the glyph where the display list has it; figures side by side, and whatever stands
out of line, go to the right. Readers then take a column for one line of text.

pdfium takes two pieces in a row that begin at about one height from left to right, which would turn
the order of columns about: so a column is cut where its last piece begins at another height than
what comes after it. The font that writes down is placed by the top of a glyph's em, the other one
by its origin: even a column of one glyph can begin at two heights.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from layout.display.items import GlyphRun
from layout.render.press.codes import WHOLE
from layout.render.press.content import UprightPart, show
from layout.render.press.cuts import ABOVE, NONE, Cuts
from layout.render.press.numbers import num

SLACK_PT: Final = 0.004
"""How far the font that writes down may put a glyph from its place."""
ADVANCE: Final = 1000
"""How far the pen goes down for a glyph whose box is whole (DW2)."""
APART: Final = 0.55
"""Pieces that begin so far apart in em, up or down, are read in their order: pdfium's own limit is
half the width of a glyph."""


class Beginning(NamedTuple):
    """Where a piece of text begins, down from the page's upper edge, and the size of its type."""

    y: float
    size: float


class GlyphBox(NamedTuple):
    """The box of a glyph: where it begins, down from the run's beginning, and its height, in 1/1000
    em."""

    start: float
    height: int


def column_parts(
    run: GlyphRun,
    codes: Sequence[int],
    widths: Mapping[int, int],
    *,
    down: bool,
    before: Beginning | None = None,
    after: Beginning | None = None,
    cuts: Cuts = NONE,
) -> list[UprightPart]:
    """The parts of an upright run in reading order.

    `widths` are those of the W array by code. `down`: there is a font that writes down. `before`
    and `after` are where the piece of text before it begins, if that is settled, and the next one.
    `cuts` are those of the heads and feet of its glyphs' boxes, as W2 of the font has them.
    """
    unit = run.size / 1000
    boxes = []
    for at, x in enumerate(run.xs):
        head, foot = cuts.get(at, WHOLE)
        boxes.append(GlyphBox(x / unit - ABOVE + head, ADVANCE - head - foot))
    parts: list[UprightPart] = []
    count = len(codes)
    at = 0
    if before is not None and not _apart(run, run.y + boxes[0].start * unit, before):
        at = _abreast(run, 0)
        parts.append(_across(run, codes, widths, 0, at))
    while at < count:
        end = at
        while end < count and down and _fits(run, end, widths[codes[end]]):
            end += 1
        if end == at:
            end = _abreast(run, at)
            parts.append(_across(run, codes, widths, at, end))
        elif end < count or after is None:
            parts.append(_down(codes[at:end], boxes[at:end], unit))
        else:
            cut = _cut(run, boxes, at, after)
            last = end - 1 if cut < 0 else end
            for first, behind in ((at, max(cut, at)), (max(cut, at), last)):
                if behind > first:
                    parts.append(_down(codes[first:behind], boxes[first:behind], unit))
            if last < end:
                parts.append(_across(run, codes, widths, last, end))
        at = end
    return parts


def _cut(run: GlyphRun, boxes: Sequence[GlyphBox], first: int, after: Beginning) -> int:
    """Where the glyphs from `first` on are cut in two, so that the last piece does not begin at the
    height of `after`; `first` where they need not be, -1 where the last one is to be placed by its
    origin."""
    unit = run.size / 1000
    tops = [run.y + box.start * unit for box in boxes[first:]]
    far = [k for k, top in enumerate(tops, first) if _apart(run, top, after)]
    if far:
        return far[0]
    return -1 if _apart(run, run.y + run.xs[-1], after) else first


def _apart(run: GlyphRun, height: float, other: Beginning) -> bool:
    """Whether a piece of the run that begins at `height` is read in its order beside another."""
    return abs(height - other.y) > APART * max(run.size, other.size)


def _abreast(run: GlyphRun, first: int) -> int:
    """The end of the glyphs that stand side by side, from `first` on."""
    end = first + 1
    while end < len(run.xs) and run.xs[end] == run.xs[first] and run.ys[end] > run.ys[end - 1]:
        end += 1
    return end


def _fits(run: GlyphRun, at: int, width: int) -> bool:
    """Whether a glyph stands where the font that writes down puts it: in the middle of its width.

    A width that is odd is halved in two ways by different readers.
    """
    unit = run.size / 1000 * run.h_scale
    return width % 2 == 0 and abs(run.ys[at] + width // 2 * unit) <= SLACK_PT


def _down(codes: Sequence[int], boxes: Sequence[GlyphBox], unit: float) -> UprightPart:
    shown = ["[<"]
    pen = start = boxes[0].start
    decimals = 1 if unit <= 0.02 else 2 if unit <= 0.2 else 3
    for code, box in zip(codes, boxes, strict=True):
        move = round(box.start - pen, decimals)
        if abs(move) * unit > SLACK_PT / 4:
            shown.append(f">{num(move)}<")
            pen += move
        shown.append(f"{code:04X}")
        pen += box.height
    shown.append(">]TJ")
    return UprightPart(True, 0.0, start * unit, "".join(shown).replace("[<>", "[", 1))


def _across(
    run: GlyphRun, codes: Sequence[int], widths: Mapping[int, int], first: int, end: int
) -> UprightPart:
    places = [y - run.ys[first] for y in run.ys[first:end]]
    shown = show(codes[first:end], places, widths, run.size * run.h_scale)
    return UprightPart(False, run.ys[first], run.xs[first], shown)
