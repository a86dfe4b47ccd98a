"""How much of a mark's box stands in its way: which glyphs are shown by a box of their own.

A mark is drawn on a full em, and half of it is white. Where that white is squeezed out or trimmed
at a line's edge, the next glyph, or the gutter, begins inside the mark's box. Nothing of this is
seen in print; but programs that read a PDF know glyphs by their boxes. They take two that overlap
for two lines, and a gutter into which a box reaches for a gap between words. So such a mark is
shown by a glyph whose box ends where its place ends (the same outline, under a code of its own).

Only places are looked at here, and where a glyph has its ink: no rule of setting is known.
"""

import re
from collections.abc import Mapping
from typing import Final

from layout.display.items import GlyphRun
from layout.render.press.cache import Widths
from layout.render.press.codes import MARKS, WHOLE, Cut

Cuts = Mapping[int, Cut]
"""What is cut off the boxes of a run's glyphs, by their number in the run."""

NONE: Final[Cuts] = {}

STEPS: Final = (500, 300, 100)
"""What may be cut off a side, in 1/1000 em."""
LEFT_OVER: Final = 100
"""So much of an overlap, or of a gap, is taken for none (1/1000 em): poppler and pdfminer begin a
new word beyond a tenth of the type's size."""
INK_OUT: Final = 30
"""Ink may stand out of a box by this much: a mark's ink may stand out of its half em a little."""

_MARK: Final = re.compile(f"[{re.escape(MARKS)}]")


def has_marks(run: GlyphRun) -> bool:
    """Whether a run has a mark, whose box may be cut."""
    return _MARK.search(run.text) is not None


def run_cuts(
    run: GlyphRun, widths: Widths, before: GlyphRun | None = None, after: GlyphRun | None = None
) -> Cuts:
    """What is to be cut off the boxes of a run that goes to the right.

    `widths` are the measures of its face; `before` and `after` are the runs next to it in reading
    order, which may stand in its line.
    """
    cuts: dict[int, Cut] = {}
    unit = 1000.0 / (run.size * run.h_scale)
    xs, glyphs = run.xs, run.glyphs
    last = len(glyphs) - 1
    for at in _marks(run):
        gid, x = glyphs[at], xs[at] * unit
        width = widths[gid]
        # How far the box of the glyph before reaches into this one, and this one into the next.
        if at:
            end = xs[at - 1] * unit + widths[glyphs[at - 1]] - cuts.get(at - 1, WHOLE)[1]
            into_this = end - x
        else:
            into_this = _reach(before, run, unit)
        if at < last:
            into_next = x + width - xs[at + 1] * unit
        elif after is not None and _in_line(run, after):
            into_next = x + width - (after.x - run.x) * unit
        else:
            into_next = x + width - run.width * unit
        if into_this <= LEFT_OVER and into_next <= LEFT_OVER:
            continue
        white_before, white_after = widths.white(gid)
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


def _marks(run: GlyphRun) -> list[int]:
    """The numbers of the glyphs that show a mark alone."""
    text, clusters = run.text, run.clusters
    found = [m.start() for m in _MARK.finditer(text)]
    if len(clusters) == len(text):
        return [at for at in found if clusters[at] == at]
    ends = (*clusters[1:], len(text))
    alone = {start: at for at, start in enumerate(clusters) if ends[at] == start + 1}
    return [alone[at] for at in found if at in alone]


def _reach(before: GlyphRun | None, run: GlyphRun, unit: float) -> float:
    """How far what stands before a run reaches into its first box; an em at a line's edge."""
    if before is None or not _in_line(before, run):
        return 1000.0
    return (before.x + before.width - run.x) * unit


def _in_line(before: GlyphRun, after: GlyphRun) -> bool:
    """Whether a run goes on in the line of another one, with no more than an em between them."""
    em = before.size * before.h_scale
    apart = after.x - before.x - before.width
    return (
        not (before.vertical or after.vertical)
        and abs(after.y - before.y) < 0.6 * em
        and after.x > before.x
        and abs(apart) < 1.1 * em
    )


def _step(overlap: float, white: int) -> int:
    """What to cut off a side so that next to nothing of an overlap is left, and no ink is cut."""
    if overlap <= LEFT_OVER:
        return 0
    for step in STEPS:
        if overlap > step - LEFT_OVER and white >= step - INK_OUT:
            return step
    return 0
