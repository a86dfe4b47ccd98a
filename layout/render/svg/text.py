"""The words of a page where they stand: what lies unseen over its picture, to select and to click.

A line here is what is read as one: the runs of one line of a story, or of one node on one baseline.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from layout.display.items import GlyphRun, Passage
from layout.geometry import Rect
from layout.record import record
from layout.units import EM_ASCENT, near

APART_EM: Final = 3.0
"""Runs that stand further apart on a baseline are two texts: the ends of a header."""


@record
class WordLine:
    """A line of words. `rect` is as high as its em (a column as wide), in points.

    `edges` say where each character begins and the last one ends, along the line from the left, or
    the head, of `rect`: one more than there are characters. `passage` says where it begins in its
    story.
    """

    text: str
    rect: Rect
    edges: tuple[float, ...]
    vertical: bool
    node: str
    passage: Passage | None


def text_lines(runs: Sequence[GlyphRun]) -> tuple[WordLine, ...]:
    """The lines of runs that follow one another in the order of reading."""
    return tuple([_line(line) for line in gathered(runs)])


def gathered(runs: Sequence[GlyphRun]) -> Iterator[tuple[GlyphRun, ...]]:
    """The runs of each line. Runs without glyphs are in none."""
    line: list[GlyphRun] = []
    for run in runs:
        if not run.glyphs:
            continue
        if line and not _goes_on(line[-1], run):
            yield tuple(line)
            line = []
        line.append(run)
    if line:
        yield tuple(line)


def _goes_on(before: GlyphRun, run: GlyphRun) -> bool:
    """Whether a run stands on the line of the one before it."""
    if run.node != before.node or run.vertical != before.vertical or run.line != before.line:
        return False
    if run.passage is not None or before.passage is not None:
        return run.passage == before.passage
    if run.vertical:
        begin, end, beside = run.y, before.y + before.width, near(run.x, before.x)
        first = before.y
    else:
        begin, end = run.x, before.x + before.width
        first, beside = before.x, abs(run.y - before.y) < before.size / 2
    return beside and begin >= first and begin - end <= APART_EM * run.size


def _line(runs: Sequence[GlyphRun]) -> WordLine:
    first, last = runs[0], runs[-1]
    size = max(run.size * (run.h_scale if run.vertical else 1.0) for run in runs)
    if first.vertical:
        begin = _head(first)
        rect = Rect(first.x - size / 2, begin, size, last.y + last.width - begin)
    else:
        begin = first.x
        height = max(run.size for run in runs)
        rect = Rect(begin, first.y - EM_ASCENT * height, last.x + last.width - begin, height)
    edges = [at for run in runs for at in _edges(run, begin)]
    edges.append((last.y if last.vertical else last.x) + last.width - begin)
    return WordLine(
        text="".join([run.text for run in runs]),
        rect=rect,
        edges=tuple([round(at, 3) for at in edges]),
        vertical=first.vertical,
        node=first.node,
        passage=first.passage,
    )


def _head(run: GlyphRun) -> float:
    """Where the first character of a run down a column begins: an upright one has its origin on its
    baseline, which is below the head of its em."""
    return run.y if run.turned else run.y - EM_ASCENT * run.size


def _edges(run: GlyphRun, begin: float) -> Iterable[float]:
    """Where each character of a run begins. Characters of one glyph share its room alike."""
    start = (_head(run) if run.vertical else run.x) - begin
    count = len(run.text)
    if run.clusters == tuple(range(count)):
        return [start + x for x in run.xs]
    pens: dict[int, float] = {}
    for cluster, x in zip(run.clusters, run.xs, strict=True):
        pens.setdefault(cluster, x)
    starts = sorted(pens)
    if not starts or starts[0]:
        pens[0], starts = 0.0, [0, *starts]
    out: list[float] = []
    for at, following in zip(starts, (*starts[1:], count), strict=True):
        end = pens.get(following, run.width)
        out += [
            start + pens[at] + (end - pens[at]) * k / (following - at)
            for k in range(following - at)
        ]
    return out
