"""Glyph runs gathered into lines and columns: what a reader selects and copies as one."""

from collections.abc import Sequence

from layout.display.items import GlyphRun, Item
from layout.record import record
from layout.units import near

JOIN_EM = 3.0
"""Runs of one node that stand further apart on a baseline are two texts (the ends of a header)."""


@record
class NodeLine:
    """Runs of one node, size and colour on one baseline or in one column, in order."""

    runs: tuple[GlyphRun, ...]

    @property
    def first(self) -> GlyphRun:
        """The run at its beginning, which says where the line stands."""
        return self.runs[0]


def gather(items: Sequence[Item]) -> tuple[Item | NodeLine, ...]:
    """The items in the same order, with runs that follow one another on a line made one.

    Runs without glyphs are left out.
    """
    out: list[Item | NodeLine] = []
    line: list[GlyphRun] = []
    for item in items:
        if isinstance(item, GlyphRun):
            if not item.glyphs:
                continue
            if line and not _follows(line[-1], item):
                out.append(NodeLine(runs=tuple(line)))
                line = []
            line.append(item)
            continue
        if line:
            out.append(NodeLine(runs=tuple(line)))
            line = []
        out.append(item)
    if line:
        out.append(NodeLine(runs=tuple(line)))
    return tuple(out)


def _follows(before: GlyphRun, run: GlyphRun) -> bool:
    """Whether a run goes on where the one before it ends."""
    alike = (
        run.node == before.node
        and run.size == before.size
        and run.h_scale == before.h_scale
        and run.color == before.color
        and run.hollow == before.hollow
        and run.vertical == before.vertical
        and run.turned == before.turned
    )
    if not alike:
        return False
    if run.vertical:
        begin, last, beside = run.y, before.y, near(run.x, before.x)
        beside = beside and (not run.turned or near(run.ys[0], before.ys[0]))
    else:
        begin, last, beside = run.x, before.x, near(run.y, before.y)
    apart = begin - (last + before.width)
    return beside and begin >= last and abs(apart) <= JOIN_EM * run.size
