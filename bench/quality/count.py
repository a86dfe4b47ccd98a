"""The faults of set lines, one by one: from positions and the text alone.

Every fault is a `Fault` with its line, so that a count can be looked into; `examine` knows nothing
of the tool that set the lines.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bench.quality.cuts import cut
from bench.quality.edges import edge_faults
from bench.quality.lines import Cell, Frame, Line
from bench.quality.marks import (
    ENDING,
    LONG,
    NOT_AT_END,
    NOT_AT_START,
    SPARE,
    TYPED_CONNECTORS,
    TYPED_NOT_AT_END,
    TYPED_NOT_AT_START,
    Kind,
    is_digit,
    is_letter,
)
from bench.quality.source import Source
from layout.record import record

NOISE: Final = 0.0005
"""In em: what rounding in a PDF may add to a mean gap."""
GAP_AT: Final = {"open": 0.02, "loose": 0.05, "pale": 0.125, "wide": 0.25}
"""Mean gap between two Han, in em, over which a line is counted: so that it can be measured, seen,
objected to, and as fallen apart."""
_KEPT: Final = 0.25
"""Half of the blank that squeezing a pair takes away: more than this left is not squeezed."""
_OVERLAP: Final = 0.02
"""In em: ink that runs into its neighbour's by more is counted."""


@record
class Fault:
    """One fault: its code, the line's number (from 0), and by how much, in em, where that is."""

    code: str
    line: int
    text: str
    value: float = 0.0


@record
class Findings:
    """What there was to be counted, and the faults found. `gaps` are mean gaps in em, of lines
    that are not the last of their paragraph; where no two Han stand side by side, the least white
    between two neighbours stands for it."""

    faults: tuple[Fault, ...]
    lines: int
    inner: int
    gaps: tuple[float, ...]
    paragraphs: tuple[int, ...]  # of each line

    def count(self, code: str) -> int:
        """How many faults of a code there are."""
        return sum(fault.code == code for fault in self.faults)

    @property
    def largest(self) -> float:
        """The largest mean gap, in em; 0 when no line was opened."""
        return max((0.0, *self.gaps))

    @property
    def square(self) -> float:
        """The sum of the squares of the mean gaps, in em²: what is noise aside."""
        return sum(gap * gap for gap in self.gaps if gap > NOISE)


def examine(lines: Sequence[Line], source: Source, frame: Frame) -> Findings:
    """Every fault of the lines but those of extraction, which reading finds."""
    faults: list[Fault] = []
    gaps: list[float] = []
    for number, line in enumerate(lines):
        for code, value in _faults(line, source, frame):
            faults.append(Fault(code=code, line=number, text=line.text, value=value))
        if not line.last:
            gap = mean_gap(line, source)
            gaps.append(_least_blank(line) if gap is None else gap)
    return Findings(
        faults=tuple(faults),
        lines=len(lines),
        inner=sum(not line.last for line in lines),
        gaps=tuple(gaps),
        paragraphs=tuple([line.paragraph for line in lines]),
    )


def mean_gap(line: Line, source: Source) -> float | None:
    """The mean space between two Han that stand side by side, in em; None where none do."""
    gaps = [
        right.x - left.x - 1
        for left, right in zip(line.cells, line.cells[1:], strict=False)
        if left.kind is right.kind is Kind.HAN and not source.parted[right.at]
    ]
    return sum(gaps) / len(gaps) if gaps else None


def _faults(line: Line, source: Source, frame: Frame) -> Iterator[tuple[str, float]]:
    gap = mean_gap(line, source)
    yield from _breaks(line, source)
    yield from edge_faults(line, frame)
    yield from _inside(line, max(0.0, gap or 0.0) if gap is not None else _least_blank(line))
    if line.last:
        if not line.first and _one_character(line):
            yield "runt", 0.0
    elif gap is not None:
        for code, least in GAP_AT.items():
            if gap > least + NOISE:
                yield code, gap
        if gap < -NOISE:
            yield "tight", gap
    else:
        yield "unmeasured", 0.0


def _breaks(line: Line, source: Source) -> Iterator[tuple[str, float]]:
    """A line that begins or ends where none may."""
    start, end = line.cells[0], line.cells[-1]
    forbidden = start.kind in NOT_AT_START or _typed_not_at_start(start, source)
    if forbidden and not line.first and not cut(source, start.at - 1, hyphen=True):
        yield "start", 0.0
    if line.last:
        return
    hyphen = end.at < 0
    placed = next((cell for cell in reversed(line.cells) if cell.at >= 0), None)
    if placed is None:
        return
    what = cut(source, placed.at + len(placed.text) - 1, hyphen=hyphen)
    if what:
        yield f"cut-{what}", 0.0
    elif placed.kind in NOT_AT_END or placed.text[-1] in TYPED_NOT_AT_END:
        yield "end", 0.0


def _typed_not_at_start(start: Cell, source: Source) -> bool:
    char = start.text[0]
    if start.at < 1:
        return False
    if char in TYPED_CONNECTORS:  # -5℃ may begin a line, the hyphen of A-5 may not
        before = source.chars[start.at - 1]
        joined = (is_letter(before) or is_digit(before)) and not source.parted[start.at]
        return joined or not is_digit(source.chars[start.at + 1 : start.at + 2])
    return char in TYPED_NOT_AT_START


def _inside(line: Line, gap: float) -> Iterator[tuple[str, float]]:
    """Pairs of marks that keep more blank than they may, and ink that runs into other ink."""
    for left, right in zip(line.cells, line.cells[1:], strict=False):
        blank = right.left - left.right
        if left.kind in SPARE and right.kind in SPARE and blank - _blank(left, right) - gap > _KEPT:
            yield "pair", blank
        over = left.ink[1] - right.ink[0]
        if over > _OVERLAP and not left.kind is right.kind is Kind.WEST:  # kerning
            yield "overlap", over


def _blank(left: Cell, right: Cell) -> float:
    """Blank between the bodies of two marks that are squeezed to 1.5 em (CLREQ "Adjustment of
    adjacent marks"): none in a row of the same side, half an em between a closing and an opening
    one, whose blanks meet."""
    return 0.5 if left.kind in ENDING and right.kind is Kind.OPEN else 0.0


def _least_blank(line: Line) -> float:
    """The least space between two neighbours: what a line without two Han was opened by at most."""
    blanks = [
        b.left - a.right
        for a, b in zip(line.cells, line.cells[1:], strict=False)
        if not a.kind is b.kind is Kind.WEST
    ]
    return max(0.0, min(blanks, default=0.0))


def _one_character(line: Line) -> bool:
    """孤字: one Han, letter or digit, with or without marks. A —— or …… is wide enough."""
    if any(cell.kind in LONG for cell in line.cells):
        return False
    return sum(c.isalnum() for cell in line.cells for c in cell.text) <= 1
