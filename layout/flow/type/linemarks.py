"""What is drawn at words of a line: 着重号 under each Han, 下划线, 波浪线, a box round them.

It follows the glyphs where justifying has put them. A dot stands under its character, or to the
right of it in a column; a line under the words, or to the left (GB/T 15834-2011 4.12 and 5.2.3 for
着重号, 5.2.4 for 专名号 and the wavy 书名号). Punctuation, blanks, letters and figures have
no dots (CLREQ "Emphasis marks").

        ────── box, open at the edge of a line that it goes on over
       │ 词 语 │
        ──────
        ·  ·     dot: its edge `GAP` below the em box
        ～～～   wave, line: from the first glyph to the last, a hair short of either; open
                 at a letter whose foot hangs through it (g, p)
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from layout.color import Color
from layout.display.items import Box, Path, Step
from layout.flow.placed import PlacedLine
from layout.flow.type.voices import BOX_SIDE
from layout.geometry import Rect
from layout.spec.markdown.paragraph import DRAWN, RUBY, Run
from layout.text.charclass import IDEOGRAPHIC
from layout.text.scripts import EM
from layout.units import EM_ASCENT

Drawn = Box | Path

DOT: Final = 0.15
"""The dot's breadth, in em: 1.35 pt at 9."""
GAP: Final = 0.04
"""From the em box to a dot, in em. Han end a hair inside of theirs."""
LINE_AT: Final = 0.11
"""From the em box to the middle of a line under words, in em: clear of Han and capitals."""
FEET: Final = frozenset("gjpqyQçşţųµß,;()[]{}|@$/\\")
"""Letters and marks of Latin type that hang down to a line under words or through it: it is open
there (as CSS has it: text-decoration-skip-ink). By the outlines of the built-in faces, 0.2 em and
more below the baseline in one of them or the other."""
FOOT_WHITE: Final = 0.1
"""From such a letter to the line, in em."""
PIECE: Final = 0.25
"""The shortest piece of a line between two such letters, in em; one that is shorter is left out."""
BESIDE_AT: Final = 0.08
"""The same to the left of a column, where no foot of Latin stands so far out."""
WAVE: Final = (0.42, 0.085)
"""A wave's length and height, in em, to the middle of its pen."""
PEN: Final = 0.283
"""Points: 0.1 mm, that of a thin rule. A wave's pen is a little heavier, as it runs thin."""
WAVE_PEN: Final = 0.3
SHORT: Final = 0.08
"""How much a line stops short of its words at either end, in em, so that those of two names one
after the other do not run into each other."""
BOX_OVER: Final = (0.08, 0.1)
"""From the em box to the middle of a box's line above it, and below, where the tails of commas are;
in a column to its right and left. In em."""
BOX_ROUND: Final = 0.24
"""The same where a dot or a line stands between the two."""
LEAST_WHITE: Final = 0.05
"""What must be left between a mark and the em box of the next line, in em."""
KAPPA: Final = 0.5523

TAKES: Final = {
    "dots": GAP + DOT + LEAST_WHITE,
    "underline": LINE_AT + LEAST_WHITE,
    "wavy": LINE_AT + WAVE[1] + LEAST_WHITE,
    "box": BOX_OVER[1] + LEAST_WHITE,
}
"""What each takes of the white between two lines, in em."""


class MarkedWords(NamedTuple):
    """Words of a line: from where to where along it, in points on the page, and between which of
    its clusters; `open` where they go on before or after it."""

    start: float
    end: float
    first: int
    last: int
    open: tuple[bool, bool]


def drawn_at(placed: PlacedLine, runs: Sequence[Run], *, beside: float = 0.0) -> list[Drawn]:
    """What is drawn at the words of `runs` that stand in a line. Letters beside a column are
    `beside` points broad; dots stand beyond them."""
    out: list[Drawn] = []
    for run in runs:
        span = words_of(placed, run) if run.voice in DRAWN else None
        if span is None:
            continue
        size, ink = _manner(placed, span)
        if run.voice == "dots":
            beyond = beside if placed.vertical and meets_letters(run, runs) else 0.0
            out += _dots(placed, span, size, ink, beyond)
        elif run.voice == "box":
            out += _box(placed, span, size, ink, _marked_inside(run, runs))
        else:
            out += _under(placed, span, size, ink, wavy=run.voice == "wavy")
    return out


def takes_of(run: Run, runs: Sequence[Run]) -> float:
    """What is drawn at the words of a run takes of the white between two lines, in em."""
    if run.voice == "box" and _marked_inside(run, runs):
        return BOX_ROUND + LEAST_WHITE
    return TAKES[run.voice]


def _marked_inside(box: Run, runs: Sequence[Run]) -> frozenset[str]:
    """What is drawn at words inside a box."""
    return frozenset(r.voice for r in runs if box.start <= r.start and r.end <= box.end) - {"box"}


def words_of(placed: PlacedLine, run: Run) -> MarkedWords | None:
    """Where the words of a run stand in a line; None where they stand in others."""
    items, line = placed.items, placed.line
    offsets, tokens = items.offsets, items.tokens
    inside = [
        k for k in range(line.first, line.last + 1)
        if offsets[k] < run.end and offsets[k] + len(tokens[k].text) > run.start
    ]  # fmt: skip
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    unit, edge = _along(placed)
    start = edge + line.xs[first - line.first] * unit
    end = edge + (line.xs[last - line.first] + tokens[last].body) * unit
    before = run.before or offsets[first] > run.start
    after = run.after or offsets[last] + len(tokens[last].text) < run.end
    return MarkedWords(start, end, first, last, (before, after))


def _along(placed: PlacedLine) -> tuple[float, float]:
    """Points of a thousandth of an em along a line, and where its first cluster begins."""
    style = placed.style
    unit = style.size * (1.0 if placed.vertical else style.h_scale) / EM
    return unit, (placed.baseline if placed.vertical else placed.x) + placed.line.indent * unit


def _manner(placed: PlacedLine, span: MarkedWords) -> tuple[float, Color]:
    """The size of a span's type, in points, and its colour."""
    tokens = placed.items.tokens[span.first : span.last + 1]
    size = max(token.manner.size for token in tokens) * placed.style.size / EM
    return size, tokens[0].manner.ink or placed.style.color


def middle_of(placed: PlacedLine, number: int) -> float:
    """The middle of a cluster along its line, less the white beside it, in points on the page."""
    unit, edge = _along(placed)
    token = placed.items.tokens[number]
    before, after = token.sides
    x = placed.line.xs[number - placed.line.first]
    return edge + (x + (before + token.body - after) / 2) * unit


def meets_letters(run: Run, runs: Sequence[Run]) -> bool:
    """Whether any of the words of a run have letters over them."""
    return any(r.voice == RUBY and r.start < run.end and run.start < r.end for r in runs)


def _dots(
    placed: PlacedLine, span: MarkedWords, size: float, ink: Color, beyond: float
) -> Iterator[Path]:
    """A dot at each Han, `beyond` points further out; those of a line in one path."""
    radius = DOT * size / 2
    across = _beyond(placed, size, GAP * size + radius + beyond)
    steps: list[Step] = []
    for k in range(span.first, span.last + 1):
        if placed.items.tokens[k].cls in IDEOGRAPHIC:
            along = middle_of(placed, k)
            steps += _circle(*((across, along) if placed.vertical else (along, across)), radius)
    if steps:
        yield Path(steps=tuple(steps), color=ink, filled=True, node=placed.node)


def _beyond(placed: PlacedLine, size: float, by: float) -> float:
    """A place `by` points beyond the em boxes of a line: below, or to the right of a column."""
    if placed.vertical:
        return placed.x + size * placed.style.h_scale / 2 + by
    return placed.baseline + (1 - EM_ASCENT) * size + by


def _circle(x: float, y: float, r: float) -> list[Step]:
    k = KAPPA * r
    return [
        ("M", (x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("Z", ()),
    ]


def _under(
    placed: PlacedLine, span: MarkedWords, size: float, ink: Color, *, wavy: bool
) -> Iterator[Drawn]:
    """A line or a wave under words, or to the left of a column."""
    short = SHORT * size
    start = span.start + (0.0 if span.open[0] else short)
    end = span.end - (0.0 if span.open[1] else short)
    down = placed.vertical
    by = ((BESIDE_AT if down else LINE_AT) + (WAVE[1] / 2 if wavy else 0.0)) * size
    across = placed.x - size * placed.style.h_scale / 2 - by if down else _beyond(placed, size, by)
    for first, last in [(start, end)] if down else _between_feet(placed, span, start, end, size):
        if wavy:
            yield Path(
                steps=tuple(_wave(first, last, across, size, down=down)), color=ink,
                width=WAVE_PEN, round=True, node=placed.node,
            )  # fmt: skip
        else:
            yield _bar(first, last, across, down=down, ink=ink, node=placed.node)


def _between_feet(
    placed: PlacedLine, span: MarkedWords, start: float, end: float, size: float
) -> Iterator[tuple[float, float]]:
    """The pieces of a line under words between letters that hang through it."""
    unit, edge = _along(placed)
    line, tokens = placed.line, placed.items.tokens
    at, white = start, FOOT_WHITE * size
    for k in range(span.first, span.last + 1):
        token = tokens[k]
        if FEET.isdisjoint(token.text):
            continue
        ends = [piece.x for piece in token.pieces[1:]] + [token.body]
        for piece, right in zip(token.pieces, ends, strict=True):
            if token.text[piece.char] in FEET:
                x = edge + line.xs[k - line.first] * unit
                if x + piece.x * unit - white - at >= PIECE * size:
                    yield at, x + piece.x * unit - white
                at = x + right * unit + white
    if at == start or end - at >= PIECE * size:
        yield at, end


def _wave(start: float, end: float, across: float, size: float, *, down: bool) -> Iterator[Step]:
    """Half waves to one side and the other, whole ones from end to end."""
    count = max(2, round((end - start) / (WAVE[0] * size / 2)))
    half = (end - start) / count
    swing = WAVE[1] * size * 2 / 3  # a cubic reaches three quarters of the way to its controls

    def at(along: float, off: float) -> tuple[float, float]:
        return (across + off, along) if down else (along, across + off)

    yield "M", at(start, 0.0)
    for k in range(count):
        a, off = start + k * half, swing * (1 if k % 2 else -1)
        yield "C", (*at(a + half / 3, off), *at(a + 2 * half / 3, off), *at(a + half, 0.0))


def _bar(start: float, end: float, across: float, *, down: bool, ink: Color, node: str) -> Box:
    """A thin line along the text."""
    rect = Rect(start, across - PEN / 2, end - start, PEN)
    if down:
        rect = Rect(across - PEN / 2, start, PEN, end - start)
    return Box(rect=rect, fill=ink, node=node, role="rule")


def _box(
    placed: PlacedLine, span: MarkedWords, size: float, ink: Color, inside: frozenset[str]
) -> Iterator[Box]:
    """The lines of a box: two along the words, and one at each end where it does not go on."""
    out = BOX_SIDE / 2 * placed.style.size * (1.0 if placed.vertical else placed.style.h_scale) / EM
    start = span.start + (0.0 if span.open[0] else out)
    end = span.end - (0.0 if span.open[1] else out)
    down = placed.vertical
    dotted, lined = "dots" in inside, bool(inside - {"dots"})
    if down:
        half = size * placed.style.h_scale / 2
        low = placed.x - half - (BOX_ROUND if lined else BOX_OVER[1]) * size
        high = placed.x + half + (BOX_ROUND if dotted else BOX_OVER[0]) * size
    else:
        low = placed.baseline - (EM_ASCENT + BOX_OVER[0]) * size
        high = _beyond(placed, size, (BOX_ROUND if inside else BOX_OVER[1]) * size)
    for across in (low, high):
        yield _bar(start, end, across, down=down, ink=ink, node=placed.node)
    for along, is_open, inner in ((start, span.open[0], 1), (end, span.open[1], -1)):
        if not is_open:
            middle = along + inner * PEN / 2
            yield _bar(low - PEN / 2, high + PEN / 2, middle, down=not down, ink=ink,
                       node=placed.node)  # fmt: skip
