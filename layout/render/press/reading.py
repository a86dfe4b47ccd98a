"""What a page is given for programs that read it back, and that no one sees in print.

They know a page by the boxes of its glyphs: where boxes overlap, where lines begin and end, how far
apart columns are. Marks get boxes of their own (`cuts`); the indent of a paragraph is written as
the spaces it stands for, since pdfminer takes lines with one left edge for one column of text, and
a line that begins elsewhere for another one; and a line ends a hair before its edge, since poppler
takes two columns apart whose gutter is an em, and their lines must not come nearer by a rounding.
"""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Final

from layout.display.items import Frame, GlyphRun, Page, owner_of
from layout.record import record
from layout.render.press.cache import Widths
from layout.render.press.cuts import NONE, Cuts, marks_of, run_cuts

SPACE: Final = "\u3000"
"""What an indent is written with: one an em."""
MOST_INDENT: Final = 8
SLACK_EM: Final = 0.1


@record
class Aids:
    """What the runs of a page are given, each named by its identity.

    `cuts` are those of its glyphs' boxes, `indents` how many spaces stand before a run, `ends` the
    runs with which a line of a story ends.
    """

    cuts: Mapping[int, Cuts]
    indents: Mapping[int, int]
    ends: frozenset[int]


Known = MutableMapping[int, tuple[GlyphRun, GlyphRun | None, GlyphRun | None, Cuts]]
"""The cuts of runs that were seen before, by their identity, with the runs beside them."""


def aids_of(page: Page, widths: Callable[[str], Widths], known: Known | None = None) -> Aids:
    """What is done for the readers of a page.

    `widths` gives the measures of a face by its key; `known` is what another page has left, and is
    left with what this one has.
    """
    runs = [i for i in page.items if isinstance(i, GlyphRun) and i.glyphs]
    cuts: dict[int, Cuts] = {}
    indents: dict[int, int] = {}
    ends: list[int] = []
    frames: dict[str, list[Frame]] = {}
    for frame in page.frames:
        frames.setdefault(frame.node, []).append(frame)
    count = len(runs)
    node = ""
    seen: dict[int, tuple[GlyphRun, GlyphRun | None, GlyphRun | None, Cuts]] = {}
    for at, run in enumerate(runs):
        before = runs[at - 1] if at else None
        after = runs[at + 1] if at + 1 < count else None
        marks = () if run.turned else marks_of(run)
        if marks:
            kept = known.get(id(run)) if known is not None else None
            if kept is not None and kept[0] is run and kept[1] is before and kept[2] is after:
                found = kept[3]
            else:
                found = run_cuts(run, marks, widths(run.face), before, after)
            seen[id(run)] = (run, before, after, found)
            if found is not NONE:
                cuts[id(run)] = found
        if run.line is not None and not run.vertical:
            if after is None or after.line is not run.line:
                ends.append(id(run))
            if run.node != node:
                # Behind the mark of a list's item, or an initial, there are none: spaces that
                # overlap it would be read before it.
                node = run.node
                begun = before is not None and before.node == node
                spaces = 0 if begun else _indent(run, frames.get(owner_of(node), ()))
                if spaces and widths(run.face).space(SPACE) is not None:
                    indents[id(run)] = spaces
    if known is not None:
        known.clear()
        known.update(seen)
    return Aids(cuts=cuts, indents=indents, ends=frozenset(ends))


def _indent(run: GlyphRun, frames: "list[Frame] | tuple[()]") -> int:
    """How many full-width spaces stand before the first line of a paragraph, in its column."""
    em = run.size * run.h_scale
    for frame in frames:
        rect = frame.rect
        if rect.x - em < run.x < rect.right and rect.y < run.y < rect.bottom + em:
            spaces = round((run.x - rect.x) / em)
            near = abs(run.x - rect.x - spaces * em) < SLACK_EM * em
            return spaces if near and 0 < spaces <= MOST_INDENT else 0
    return 0
