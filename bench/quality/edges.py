"""The two edges of a line: flush, and the marks at them trimmed of their blank.

GB/T 15834-2011, 5.1.10: a mark at a line's end takes half an em. CLREQ "Adjustment at line edges":
an opening mark at a line's start loses the blank before it; after an indent too, by the default of
this project, so that its ink begins where a character would.
"""

from collections.abc import Iterator
from typing import Final

from bench.quality.lines import Cell, Frame, Line
from bench.quality.marks import ENDING, HUNG, Kind

EDGE_PT: Final = 0.02
"""How far from its edge a line may be, in points."""
BLANK: Final = 0.55
"""In em: a mark as near to the edge and not at it has kept its blank, or part of it."""


def edge_faults(line: Line, frame: Frame) -> Iterator[tuple[str, float]]:
    """Faults of both edges; a line that is off at both counts once."""
    room = EDGE_PT / frame.em
    start, end = line.cells[0], line.cells[-1]
    off_left = _nearest(frame.indent_em if line.first else 0.0, start, 0)
    off = 0.0
    if start.kind is Kind.OPEN and room < off_left < BLANK:
        yield ("paragraph-start" if line.first else "line-start"), off_left
    elif abs(off_left) > room:
        off = off_left
    if frame.hanging and end.text in HUNG and end.left > frame.measure_em - room:
        end = line.cells[-2] if len(line.cells) > 1 else end
    off_right = _nearest(frame.measure_em, end, 1)
    if line.last:
        if off_right > room:  # wider than the measure
            off = off or off_right
    elif end.kind in ENDING and -BLANK < off_right < -room:
        yield "line-end", off_right
    elif abs(off_right) > room:
        off = off or off_right
    if off:
        yield "edge", off


def _nearest(edge: float, cell: Cell, side: int) -> float:
    """How far a cell's edge is beyond `edge`, by whichever of its bodies is nearest to it."""
    return min((body[side] - edge for body in cell.bodies), key=abs)
