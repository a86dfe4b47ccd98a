"""Glyphs to lines: each character in its line, its paragraph and its body, in em from the edge."""

from collections.abc import Iterator, Sequence
from typing import Final

from bench.quality.marks import SPARE, Kind
from bench.quality.read import Glyph
from bench.quality.source import Source, match
from layout.record import record

_SAME_BASELINE: Final = 0.3
"""In em: a raised figure is still of its line."""


@record
class Frame:
    """How a text was to be set: `left` is the first column's edge, `step` from one to the next."""

    em: float  # points
    measure: float  # points
    left: float
    step: float
    indent_em: float
    hanging: bool = False

    @property
    def measure_em(self) -> float:
        """The measure in characters."""
        return self.measure / self.em


@record
class Cell:
    """One glyph that is no space. All in em from the left edge of the measure.

    `at` is its first character's place in the source, -1 for a hyphen that the tool put in.
    `bodies` are the extents it may be said to have, the most likely first: a mark with a spare half
    em has the half its ink is in; one that a class makes narrower than the face has it both ways.
    """

    text: str
    at: int
    kind: Kind
    x: float
    ink: tuple[float, float]
    bodies: tuple[tuple[float, float], ...]

    @property
    def left(self) -> float:
        """Where its body begins."""
        return self.bodies[0][0]

    @property
    def right(self) -> float:
        """Where its body ends."""
        return self.bodies[0][1]


@record
class Line:
    """What stands on one baseline of one column."""

    paragraph: int
    first: bool  # of its paragraph
    last: bool
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """Its characters without spaces."""
        return "".join(cell.text for cell in self.cells)


def lines(glyphs: Sequence[Glyph], source: Source, frame: Frame) -> tuple[list[Line], int]:
    """The lines of a PDF in the order of its content, and how many characters extract wrongly.

    Wrong are characters lost, changed, added or out of order; spaces that are not in the source,
    and spaces between two words that got lost.
    """
    shown = [g for g in glyphs if not g.text.isspace()]
    places, wrong = match("".join(g.text for g in shown), source.chars)
    out: list[Line] = []
    row: list[Cell] = []
    here: tuple[int, int, float] | None = None
    at = 0
    for glyph in shown:
        column = _column(glyph, frame)
        key = (glyph.page, column, glyph.y)
        if (
            here is None
            or key[:2] != here[:2]
            or abs(glyph.y - here[2]) > _SAME_BASELINE * frame.em
        ):
            if row:
                out.append(_line(row, source))
            row, here = [], key
        row.append(_cell(glyph, places[at], source, frame, frame.left + column * frame.step))
        at += len(glyph.text)
    if row:
        out.append(_line(row, source))
    return out, wrong + sum(_spaces(glyphs, places, source, out))


def _column(glyph: Glyph, frame: Frame) -> int:
    gutter = frame.step - frame.measure
    return max(0, int((glyph.x - frame.left + gutter / 2) // frame.step))


def _line(row: list[Cell], source: Source) -> Line:
    placed = [cell for cell in row if cell.at >= 0]
    if not placed:
        return Line(paragraph=-1, first=False, last=False, cells=tuple(row))
    end = placed[-1].at + len(placed[-1].text) - 1
    return Line(
        paragraph=source.owner[placed[0].at],
        first=source.first(placed[0].at),
        last=source.last(min(end, len(source.chars) - 1)),
        cells=tuple(row),
    )


def _cell(glyph: Glyph, at: int, source: Source, frame: Frame, edge: float) -> Cell:
    kind = source.kinds[at] if at >= 0 else Kind.WEST
    x = (glyph.x - edge) / frame.em
    ink = (glyph.ink[0] / frame.em, glyph.ink[1] / frame.em)
    bodies = _bodies(kind, glyph.text, glyph.advance / frame.em, ink)
    return Cell(
        text=glyph.text,
        at=at,
        kind=kind,
        x=x,
        ink=(x + ink[0], x + ink[1]),
        bodies=tuple((x + left, x + right) for left, right in bodies),
    )


def _bodies(
    kind: Kind, text: str, advance: float, ink: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """The extents of a glyph from its origin, in em."""
    middle = (ink[0] + ink[1]) / 2
    if kind in SPARE:
        yield (0.5, 1.0) if middle > 0.5 else (0.0, 0.5)
        return
    yield (0.0, advance)
    if kind in (Kind.DOT, Kind.SOLIDUS, Kind.CONNECTOR) or (kind is Kind.WEST and len(text) == 1):
        yield (middle - 0.25, middle + 0.25)
    if kind in (Kind.DASH, Kind.CONNECTOR, Kind.ELLIPSIS):
        half = len(text) / 2
        yield (middle - half, middle + half)


def _spaces(
    glyphs: Sequence[Glyph], places: Sequence[int], source: Source, found: Sequence[Line]
) -> Iterator[int]:
    """Spaces in the file that the source has not, and spaces between words that got lost."""
    starts = {line.cells[0].at for line in found}
    at = 0
    space: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            space = glyph if space is None or space.made else space
            continue
        here = places[at]
        if here >= 0 and here not in starts and at and places[at - 1] == here - 1:
            words = source.kinds[here] is source.kinds[here - 1] is Kind.WEST
            if source.parted[here]:
                yield int(words and space is None)
            else:
                yield int(space is not None and not space.made)
        at += len(glyph.text)
        space = None
