"""GRID: the lines of neighbouring columns do not stand on one line."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, pairwise
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine, in_frames, shared
from layout.check.makeup.subject import Subject
from layout.display.items import Frame
from layout.geometry import Rect
from layout.units import EPS_PT, to_mm
from layout.words.said import said

NEIGHBOUR = 3.0
"""字 that two columns may be apart to be neighbours."""
CELLS = ("cell", "head")
"""Parts of a table that stand in its rows."""
SAME_LEADING = 0.01
"""Columns whose leading differs by more cannot stand on one line, and are not meant to."""

CHECK: Final[Check[Subject]] = Check(
    id="GRID",
    title="错行",
    reason="Lines of neighbouring columns that miss each other by a little look like a slip.",
    source="CLREQ, alignment of lines across columns; 0.1 mm is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each pair of neighbouring columns of one leading whose baselines differ, and each table whose
    rows miss the lines of such a column."""
    page = subject.page
    most = subject.points(subject.rules.grid.by)
    boxed = {block.id for block in page.blocks if block.boxed}
    # A 小标题 has whole lines of the grid and stands in their middle.
    text = [line for line in subject.lines if not line.is_subhead]
    filled = {k: lines for k, lines in in_frames(page, text).items() if lines}
    yield from _tables(subject, filled, boxed)
    for a, b in combinations(sorted(filled), 2):
        one, two = page.frames[a], page.frames[b]
        apart = one.block != two.block and bool({one.block, two.block} & boxed)
        if apart or not _neighbours(one, two, NEIGHBOUR * subject.zi):
            continue
        step = _leading(filled[a])
        other = _leading(filled[b])
        if not step or not other or abs(step - other) > SAME_LEADING * step:
            continue
        off, line = _off(filled[a], filled[b], step)
        if off > most + EPS_PT:
            by, limit = to_mm(off), to_mm(most)
            if one.node != two.node:
                names = (one.node, two.node)
                told = said("GRID.stories", nodes=names, off_mm=by, most_mm=limit)
            else:
                told = said("GRID.story", node=one.node, off_mm=by, most_mm=limit)
            yield Finding(
                said=told,
                where=subject.places.get(two.block),
                spot=subject.spot(line.rect),
                about=(one.block, two.block),
            )


def _tables(
    subject: Subject, filled: Mapping[int, Sequence[DrawnLine]], boxed: Set[str]
) -> Iterator[Finding]:
    """Tables in or beside columns of their own leading whose rows stand between their lines."""
    page = subject.page
    most = subject.points(subject.rules.grid.by)
    for block in page.blocks:
        if block.kind != "table" or block.id in boxed:
            continue
        rows = _rows([n for n in subject.lines if n.owner == block.node], page.grid.pitch)
        for k, column in filled.items():
            frame = page.frames[k]
            near = _apart(frame.rect, block.rect, NEIGHBOUR * subject.zi)
            if not rows or frame.block in boxed or not (near or frame.rect.meets(block.rect)):
                continue
            step = _leading(column)
            if not step or abs(step - page.grid.pitch) > SAME_LEADING * step:
                continue
            off, line = _off(column, rows, step)
            if off > most + EPS_PT:
                told = said(
                    "GRID.stories", nodes=(frame.node, block.node), off_mm=to_mm(off),
                    most_mm=to_mm(most),
                )  # fmt: skip
                yield Finding(
                    said=told, where=subject.places.get(block.id), spot=subject.spot(line.rect),
                    about=(frame.block, block.id),
                )  # fmt: skip
                break


def _rows(lines: Sequence[DrawnLine], pitch: float) -> list[DrawnLine]:
    """The lines of a table's cells that stand on lines of the grid's pitch, those of most cells: a
    cell lower than its row stands between them. None where rows are of another height."""
    cells = [n for n in lines if n.part.startswith(CELLS)]
    levels = Counter(round(n.baseline % pitch, 2) for n in cells)
    most = levels.most_common(1)[0] if levels else (0.0, 0)
    rows = [n for n in cells if round(n.baseline % pitch, 2) == most[0]]
    steps = {round((b - a) / pitch, 2) for a, b in pairwise(sorted(n.baseline for n in rows))}
    return rows if most[1] * 2 >= len(cells) and 1.0 in steps else []


def _neighbours(one: Frame, two: Frame, reach: float) -> bool:
    return _apart(one.rect, two.rect, reach)


def _apart(one: Rect, two: Rect, reach: float) -> bool:
    """Whether two places stand side by side, at most so far apart."""
    left, right = (one, two) if one.x <= two.x else (two, one)
    gap = right.x - left.right
    level = shared(one.y, one.bottom, two.y, two.bottom)
    return -EPS_PT <= gap <= reach and level > EPS_PT


def _leading(lines: Sequence[DrawnLine]) -> float:
    """From baseline to baseline where nothing was added; 0 of a lone line, and of columns."""
    if len(lines) < 2 or lines[0].vertical:
        return 0.0
    steps = [b.baseline - a.baseline for a, b in pairwise(lines) if b.baseline > a.baseline]
    return min(steps, default=0.0)


def _off(a: Sequence[DrawnLine], b: Sequence[DrawnLine], step: float) -> tuple[float, DrawnLine]:
    """How far the worst line of `b` is from the nearest line that `a` has, or would have."""
    worst = (0.0, b[0])
    for line in b:
        near = min(a, key=lambda other: abs(other.baseline - line.baseline))
        rest = (line.baseline - near.baseline) / step
        off = abs(rest - round(rest)) * step
        if off > worst[0]:
            worst = (off, line)
    return worst
