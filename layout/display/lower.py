"""Set lines become glyph runs: the last place that knows of items, tokens and em units."""

from collections.abc import MutableMapping
from typing import NamedTuple

from layout.display.items import Frame, GlyphRun, Item, LineFacts, Page
from layout.flow.placed import PlacedLine, PlacedPage
from layout.inline.items import Items
from layout.inline.line import SetLine
from layout.spec.resolved import RPage


class Stretch(NamedTuple):
    """Glyphs of one face in a line, free of any size: pens in 1/1000 em from the measure's edge."""

    face: str
    glyphs: tuple[int, ...]
    first: float
    xs: tuple[float, ...]  # from `first`
    clusters: tuple[int, ...]
    text: str
    right: float


class Lowered(NamedTuple):
    """A line's stretches, and the runs they became in the place they were last put."""

    stretches: tuple[Stretch, ...]
    place: tuple[object, ...]
    runs: list[GlyphRun]


LoweredLines = MutableMapping[SetLine, Lowered]
"""What lines were lowered to before. A line that comes again at another place is not taken apart a
second time; one that an edit elsewhere has not moved keeps its runs."""


def lower(page: RPage, placed: PlacedPage, known: LoweredLines | None = None) -> Page:
    """The page as a flat display list, in reading order."""
    items: list[Item] = []
    frames: list[Frame] = []
    for block in placed.blocks:
        frames += block.frames
        for item in block.items:
            if isinstance(item, PlacedLine):
                items += lower_line(item, known)
            else:
                items.append(item)
    return Page(
        name=page.name,
        title=page.title,
        date=page.date,
        width=page.width,
        height=page.height,
        bleed=page.bleed,
        grid=page.grid,
        items=tuple(items),
        frames=tuple(frames),
        blocks=tuple((b.id, b.rect) for b in placed.blocks),
    )


def lower_line(placed: PlacedLine, known: LoweredLines | None = None) -> list[GlyphRun]:
    """One run for each stretch of one face. Spaces inside the line keep their glyph."""
    line, style = placed.line, placed.style
    if line.last < line.first:
        return []
    before = known.get(line) if known is not None else None
    place = (placed.x, placed.baseline, placed.measure, placed.body, placed.node, style)
    if before is not None and before.place == place:
        return before.runs
    stretches = take_apart(placed.items, line) if before is None else before.stretches
    scale = style.size / 1000 * style.h_scale
    facts = _facts(placed, scale) if placed.body else None
    runs = [
        GlyphRun(
            face=s.face,
            size=style.size,
            x=placed.x + s.first * scale,
            y=placed.baseline,
            glyphs=s.glyphs,
            xs=tuple([x * scale for x in s.xs]),
            clusters=s.clusters,
            text=s.text,
            width=(s.right - s.first) * scale,
            color=style.color,
            h_scale=style.h_scale,
            stroke_em=style.stroke_em,
            node=placed.node,
            line=facts,
        )
        for s in stretches
    ]
    if known is not None:
        known[line] = Lowered(stretches, place, runs)
    return runs


def take_apart(items: Items, line: SetLine) -> tuple[Stretch, ...]:
    """A line's glyphs, split where the face changes."""
    out: list[Stretch] = []
    face = ""
    glyphs: list[int] = []
    xs: list[float] = []
    clusters: list[int] = []
    text = ""
    right = 0.0
    tokens, spaces = items.tokens, items.spaces

    def close() -> None:
        first = xs[0]
        shifted = tuple([x - first for x in xs])
        out.append(Stretch(face, tuple(glyphs), first, shifted, tuple(clusters), text, right))

    for index, x in zip(range(line.first, line.last + 1), line.xs, strict=True):
        at = x + line.indent
        token = tokens[index]
        space = spaces[index] if index < line.last else None
        for part in (token,) if space is None else (token, space):
            done = 0
            for piece in part.pieces:
                if piece.face != face:
                    if glyphs:
                        text += part.text[done : piece.char]
                        done = piece.char
                        close()
                    glyphs, xs, clusters, text = [], [], [], ""
                    face = piece.face
                glyphs.append(piece.glyph)
                xs.append(at + piece.x)
                clusters.append(len(text) + piece.char - done)
            text += part.text[done:]
            at += part.body
            right = at
    if glyphs:
        close()
    return tuple(out)


def _facts(placed: PlacedLine, scale: float) -> LineFacts:
    line = placed.line
    return LineFacts(
        measure=placed.measure,
        natural=line.natural * scale,
        set=line.width * scale,
        tier=line.tier,
        gap_em=line.gap / 1000,
        last=line.is_last,
        reasons=line.reasons,
    )
