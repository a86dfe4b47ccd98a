"""Made-up lines: glyphs where a good tool would put them, or wherever a test wants them."""

from collections.abc import Mapping

from bench.quality.lines import Frame, Line, lines
from bench.quality.marks import ENDING, Kind, kinds
from bench.quality.read import Glyph
from bench.quality.source import Source

EM = 10.0
LEFT = 20.0
PITCH = 13.0


def row(
    text: str,
    number: int = 0,
    *,
    first: float = 0.0,
    width: float | None = None,
    more: Mapping[int, float] | None = None,
) -> list[Glyph]:
    """The glyphs of one line, `first` em in. With `width` every place grows alike until the line
    ends there; `more` adds em before some of its glyphs, faults that a test wants. A —— is one
    glyph."""
    parts = _parts(text)
    found = kinds(text)
    at, spots, places = first, [], 0
    before: Kind | None = None
    index = 0
    for part in parts:
        kind = found[index]
        index += len(part)
        blank = 0.0
        if before is not None:
            after = before in ENDING and kind not in ENDING
            ahead = kind is Kind.OPEN and before not in (Kind.OPEN, *ENDING)
            blank = 0.5 if after or ahead else 0.0
            places += not (before is kind is Kind.WEST)
        spots.append((part, kind, at + blank, places))
        at += blank + _width(part, kind)
        before = kind
    each = (width - at) / places if width is not None and places else 0.0
    out, late = [], 0.0
    for order, (part, kind, body, gaps) in enumerate(spots):
        late += (more or {}).get(order, 0.0)
        out.append(glyph(part, body + gaps * each + late, number, kind))
    return out


def glyph(text: str, body: float, number: int, kind: Kind) -> Glyph:
    """One glyph whose body begins `body` em from the edge."""
    width = 1.0 if kind in ENDING or kind is Kind.OPEN else _width(text, kind)
    ink = {Kind.OPEN: (0.6, 0.9)}.get(kind, (0.1, 0.3) if kind in ENDING else (0.05, width - 0.05))
    origin = body - (0.5 if kind is Kind.OPEN else 0.0)
    return Glyph(
        text=text,
        page=0,
        x=LEFT + origin * EM,
        y=50 + number * PITCH,
        advance=width * EM,
        ink=(ink[0] * EM, ink[1] * EM),
    )


def frame(measure: float, indent: float = 0.0, *, hanging: bool = False) -> Frame:
    """One column, in which the made-up lines stand."""
    return Frame(
        em=EM,
        measure=measure * EM,
        left=LEFT,
        step=(measure + 2) * EM,
        indent_em=indent,
        hanging=hanging,
    )


def read(rows: list[list[Glyph]], source: Source, at: Frame) -> list[Line]:
    """The lines of rows that extract as their source."""
    found, wrong = lines([g for r in rows for g in r], source, at)
    assert wrong == 0
    return found


def _parts(text: str) -> list[str]:
    out: list[str] = []
    for char in text:
        if char == "—" and out and out[-1] == "—":
            out[-1] += char
        else:
            out.append(char)
    return out


def _width(part: str, kind: Kind) -> float:
    if kind in (Kind.OPEN, Kind.WEST, Kind.DOT) or kind in ENDING:
        return 0.5
    return float(len(part))
