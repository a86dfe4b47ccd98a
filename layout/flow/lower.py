"""Set lines become glyph runs: the last place that knows of items, tokens and em units."""

from collections.abc import Iterable, MutableMapping
from functools import partial
from typing import NamedTuple

from layout.display.items import BlockPlace, Frame, GlyphRun, Item, LineFacts, Page, StoryFit
from layout.flow.placed import PlacedItem, PlacedLine, PlacedPage
from layout.inline.items import Items
from layout.inline.line import SetLine
from layout.lastmade import NEVER, LastMade
from layout.spec.resolve.resolved import RPage
from layout.text.shape import PLAIN, Manner, Token


class GlyphStretch(NamedTuple):
    """Glyphs of one face and manner in a line, free of any size: 1/1000 em of the line's type.

    Pens are counted from the line's edge, which is the top of a column. `ys` are the ways across
    the line: of a line that runs to the right they are all the same.
    """

    face: str
    glyphs: tuple[int, ...]
    first: float
    xs: tuple[float, ...]  # from `first`
    ys: tuple[int, ...]
    clusters: tuple[int, ...]
    text: str
    right: float
    manner: Manner


class Lowered(NamedTuple):
    """A line's stretches, and the runs they became in the place they were last put."""

    stretches: tuple[GlyphStretch, ...]
    place: tuple[object, ...]
    runs: list[GlyphRun]


LoweredLines = MutableMapping[SetLine, Lowered]
"""What lines were lowered to before. A line that comes again at another place is not taken apart a
second time; one that an edit elsewhere has not moved keeps its runs."""


def lower(
    page: RPage, placed: PlacedPage, known: LoweredLines | None = None, last: LastMade = NEVER
) -> Page:
    """The page as a flat display list, in reading order."""
    items: list[Item] = []
    frames: list[Frame] = []
    fits: list[StoryFit] = []
    for block in placed.blocks:
        frames += block.frames
        fits += block.fits
        lowered = partial(_lower_items, block.items, known)
        items += last.of(("lowered", page.name, block.id), block.items, lowered)
    items += placed.rules
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
        blocks=tuple(
            BlockPlace(id=b.id, kind=b.kind, rect=b.rect, node=b.node, boxed=b.boxed)
            for b in placed.blocks
        ),
        fits=tuple(fits),
        fold=page.facing.fold if page.facing is not None else 0.0,
        press=page.press,
    )


def _lower_items(placed: Iterable[PlacedItem], known: LoweredLines | None) -> list[Item]:
    """The items of a block."""
    items: list[Item] = []
    for item in placed:
        if isinstance(item, PlacedLine):
            items += lower_line(item, known)
        else:
            items.append(item)
    return items


def lower_line(placed: PlacedLine, known: LoweredLines | None = None) -> list[GlyphRun]:
    """One run for each stretch of one face and manner. Spaces inside the line keep their glyph."""
    line, style = placed.line, placed.style
    if line.last < line.first:
        return []
    before = known.get(line) if known is not None else None
    place = (
        placed.x, placed.baseline, placed.measure, placed.body, placed.node, style,
        placed.vertical, placed.passage, placed.block, placed.column,
    )  # fmt: skip
    if before is not None and before.place == place:
        return before.runs
    vertical = placed.vertical
    if before is None:
        stretches = take_apart(placed.items, line, vertical=vertical)
    else:
        stretches = before.stretches
    em = style.size / 1000
    facts = _facts(placed, em if vertical else em * style.h_scale) if placed.body else None
    make = _down if vertical else _across
    runs = [make(placed, s, facts) for s in stretches]
    if known is not None:
        known[line] = Lowered(stretches, place, runs)
    return runs


def _across(placed: PlacedLine, stretch: GlyphStretch, facts: LineFacts | None) -> GlyphRun:
    """The run of a stretch in a line that runs to the right."""
    style = placed.style
    em = style.size / 1000
    scale = em * style.h_scale
    manner = stretch.manner
    plain = manner is PLAIN
    return GlyphRun(
        face=stretch.face,
        size=style.size if plain else style.size * manner.size / 1000,
        x=placed.x + stretch.first * scale,
        y=placed.baseline - stretch.ys[0] * em,
        glyphs=stretch.glyphs,
        xs=tuple([x * scale for x in stretch.xs]),
        clusters=stretch.clusters,
        text=stretch.text,
        width=(stretch.right - stretch.first) * scale,
        color=manner.ink or style.color,
        h_scale=style.h_scale if plain else style.h_scale * manner.wide / 1000,
        stroke_em=style.stroke_em,
        hollow=style.hollow,
        node=placed.node,
        line=facts,
        passage=placed.passage,
    )


def _down(placed: PlacedLine, stretch: GlyphStretch, facts: LineFacts | None) -> GlyphRun:
    """The run of a stretch in a column. A style's flat type (平体) makes the column wider and not
    longer."""
    style, manner = placed.style, stretch.manner
    em = style.size / 1000
    wide = em * style.h_scale
    return GlyphRun(
        face=stretch.face,
        size=style.size * manner.size / 1000,
        x=placed.x,
        y=placed.baseline + stretch.first * em,
        glyphs=stretch.glyphs,
        xs=tuple([x * em for x in stretch.xs]),
        ys=tuple([y * wide for y in stretch.ys]),
        clusters=stretch.clusters,
        text=stretch.text,
        width=(stretch.right - stretch.first) * em,
        color=manner.ink or style.color,
        h_scale=style.h_scale * manner.wide / 1000,
        stroke_em=style.stroke_em,
        hollow=style.hollow,
        node=placed.node,
        line=facts,
        vertical=True,
        turned=manner.turned,
        passage=placed.passage,
    )


def take_apart(items: Items, line: SetLine, *, vertical: bool) -> tuple[GlyphStretch, ...]:
    """A line's glyphs, split where the face or the manner changes and where a glyph leaves the
    baseline, which upright glyphs in a column have not."""
    out: list[GlyphStretch] = []
    face = ""
    manner = PLAIN
    level = 0
    glyphs: list[int] = []
    xs: list[float] = []
    ys: list[int] = []
    clusters: list[int] = []
    text = ""
    right = 0.0
    indent = line.indent

    def close() -> None:
        first = xs[0]
        shifted = tuple([x - first for x in xs])
        across = tuple(ys) if vertical else (level,)
        out.append(
            GlyphStretch(face, tuple(glyphs), first, shifted, across, tuple(clusters), text, right,
                    manner)
        )  # fmt: skip

    for part, x in _parts(items, line):
        at = x + indent
        words, own = part.text, part.manner
        done = 0
        for face_of, glyph, along, char, across in part.pieces:
            if (
                face_of != face
                or (own is not manner and own != manner)
                or (across != level and not (vertical and not own.turned))
            ):
                if glyphs:
                    text += words[done:char]
                    done = char
                    close()
                    glyphs, xs, ys, clusters, text = [], [], [], [], ""
                face, manner, level = face_of, own, across
            glyphs.append(glyph)
            xs.append(at + along)
            clusters.append(len(text) + char - done)
            if vertical:
                ys.append(across)
        text += words[done:] if done else words
        right = at + part.body
    if glyphs:
        close()
    return tuple(out)


def _parts(items: Items, line: SetLine) -> Iterable[tuple[Token, float]]:
    """What a line is drawn of, and where each part begins: its clusters, the spaces between them,
    the hyphen at its end."""
    first, last = line.first, line.last
    clusters = items.tokens[first : last + 1]
    spaces = items.spaces[first:last]
    tail = clusters[-1].tail if line.hyphen else None
    if tail is None and not any(spaces):
        return zip(clusters, line.xs, strict=True)
    out: list[tuple[Token, float]] = []
    for token, more, x in zip(clusters, (*spaces, tail), line.xs, strict=True):
        out.append((token, x))
        if more is not None:
            out.append((more, x + token.body))
    return out


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
        why=line.why,
        block=placed.block,
        column=placed.column,
    )
