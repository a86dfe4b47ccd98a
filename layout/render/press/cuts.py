"""How much of a mark's box stands in its way: which glyphs are shown by a box of their own.

A mark is drawn on a full em, and half of it is white. Where that white is squeezed out or trimmed
at a line's edge, the next glyph, or the gutter, begins inside the mark's box. Nothing of this is
seen in print; but programs that read a PDF know glyphs by their boxes. They take two that overlap
for two lines, and a gutter into which a box reaches for a gap between words. So such a mark is
shown by a glyph whose box ends where its place ends (the same outline, under a code of its own).

Only places are looked at here, and where a glyph has its ink: no rule of setting is known.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from layout.display.items import GlyphRun
from layout.render.press.cache import Widths
from layout.render.press.codes import MARKS, WHOLE, Cut
from layout.units import EM_ASCENT

Cuts = Mapping[int, Cut]
"""What is cut off the boxes of a run's glyphs, by their number in the run."""

NONE: Final[Cuts] = {}

STEPS: Final = (500, 300, 100)
"""What may be cut off a side, in 1/1000 em."""
LEFT_OVER: Final = 100
"""So much of an overlap, or of a gap, is taken for none (1/1000 em): poppler and pdfminer begin a
new word beyond a tenth of the type's size."""
ABOVE: Final = round(1000 * EM_ASCENT)
"""From the head of a glyph's box in a column down to its origin (1/1000 em): DW2 of ISO 32000-1."""
INK_OUT: Final = 30
"""Ink may stand out of a box by this much: a mark's ink may stand out of its half em a little."""

_MARK: Final = re.compile(f"[{re.escape(MARKS)}]")


def marks_of(run: GlyphRun) -> Sequence[int]:
    """The numbers of the glyphs that show a mark alone, whose boxes may be cut."""
    text, clusters = run.text, run.clusters
    found = [m.start() for m in _MARK.finditer(text)]
    if not found:
        return ()
    if len(clusters) == len(text):
        return [at for at in found if clusters[at] == at]
    ends = (*clusters[1:], len(text))
    alone = {start: at for at, start in enumerate(clusters) if ends[at] == start + 1}
    return [alone[at] for at in found if at in alone]


def run_cuts(
    run: GlyphRun,
    marks: Sequence[int],
    widths: Widths,
    before: GlyphRun | None = None,
    after: GlyphRun | None = None,
) -> Cuts:
    """What is to be cut off the boxes of a run of glyphs that stand upright, in a line or a column.

    `marks` are those of its glyphs that `marks_of` gives, `widths` the measures of its face;
    `before` and `after` are the runs next to it in reading
    order, which may stand in its line.
    """
    cuts: dict[int, Cut] = {}
    down = run.vertical
    unit = 1000.0 / (run.size if down else run.size * run.h_scale)
    xs, glyphs = run.xs, run.glyphs
    head = ABOVE if down else 0
    last = len(glyphs) - 1
    for at in marks:
        gid, x = glyphs[at], xs[at] * unit
        width = 1000 if down else widths[gid]
        # How far the box of the glyph before reaches into this one, and this one into the next.
        if at:
            end = xs[at - 1] * unit + (1000 if down else widths[glyphs[at - 1]])
            into_this = end - cuts.get(at - 1, WHOLE)[1] - x
        elif before is None or not _in_line(before, run):
            into_this = 1000.0  # the line's edge: all that is white may go
        else:
            into_this = (_end(before) - _start(run)) * unit
        if at < last:
            into_next = x + width - xs[at + 1] * unit
        elif after is not None and _in_line(run, after):
            into_next = x + width - head - (_start(after) - _origin(run)) * unit
        else:
            into_next = x + width - head - run.width * unit
        if into_this <= LEFT_OVER and into_next <= LEFT_OVER:
            continue
        white_before, white_after = widths.white_down(gid) if down else widths.white(gid)
        cut = (_step(into_this, white_before), _step(into_next, white_after))
        if cut != WHOLE:
            cuts[at] = cut
    return cuts or NONE


def box_starts(run: GlyphRun, cuts: Cuts, upem: int) -> tuple[float, ...]:
    """Where the boxes of a run begin, in points from its beginning.

    The outline in a box is moved by whole units of the face, so its pen is too.
    """
    em = run.size * run.h_scale
    xs = list(run.xs)
    for at, (before, _) in cuts.items():
        xs[at] += round(before * upem / 1000) / upem * em
    return tuple(xs)


def _origin(run: GlyphRun) -> float:
    """Where a run begins on its line."""
    return run.y if run.vertical else run.x


def _start(run: GlyphRun) -> float:
    """Where the box of a run's first glyph begins on its line."""
    upright = run.vertical and not run.turned
    return _origin(run) - (ABOVE * run.size / 1000 if upright else 0.0)


def _end(run: GlyphRun) -> float:
    """Where a run ends on its line."""
    return _origin(run) + run.width


def _in_line(before: GlyphRun, after: GlyphRun) -> bool:
    """Whether a run goes on in the line of another one, with no more than an em between them."""
    if before.vertical is not after.vertical:
        return False
    em = before.size if before.vertical else before.size * before.h_scale
    aside = after.x - before.x if before.vertical else after.y - before.y
    return (
        abs(aside) < 0.6 * em
        and _origin(after) > _origin(before)
        and abs(_start(after) - _end(before)) < 1.1 * em
    )


def _step(overlap: float, white: int) -> int:
    """What to cut off a side so that next to nothing of an overlap is left, and no ink is cut."""
    if overlap <= LEFT_OVER:
        return 0
    for step in STEPS:
        if overlap > step - LEFT_OVER and white >= step - INK_OUT:
            return step
    return 0
