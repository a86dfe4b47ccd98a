"""Set lines become glyph runs: the last place that knows of items, tokens and em units."""

from layout.display.items import Frame, GlyphRun, Item, LineFacts, Page
from layout.flow.placed import PlacedLine, PlacedPage
from layout.spec.resolved import RPage


def lower(page: RPage, placed: PlacedPage) -> Page:
    """The page as a flat display list, in reading order."""
    items: list[Item] = []
    frames: list[Frame] = []
    for block in placed.blocks:
        frames += block.frames
        for item in block.items:
            if isinstance(item, PlacedLine):
                items += lower_line(item)
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


def lower_line(placed: PlacedLine) -> list[GlyphRun]:
    """One run for each stretch of one face. Spaces inside the line keep their glyph."""
    line, items, style = placed.line, placed.items, placed.style
    if line.last < line.first:
        return []
    scale = style.size / 1000 * style.h_scale
    facts = _facts(placed, scale) if placed.body else None
    runs: list[GlyphRun] = []
    face = ""
    glyphs: list[int] = []
    xs: list[float] = []
    clusters: list[int] = []
    text = ""
    right = 0.0
    indent = line.indent
    tokens, spaces = items.tokens, items.spaces

    def close() -> None:
        first = xs[0]
        runs.append(
            GlyphRun(
                face=face,
                size=style.size,
                x=placed.x + first * scale,
                y=placed.baseline,
                glyphs=tuple(glyphs),
                xs=tuple([(x - first) * scale for x in xs]),
                clusters=tuple(clusters),
                text=text,
                width=(right - first) * scale,
                color=style.color,
                h_scale=style.h_scale,
                stroke_em=style.stroke_em,
                node=placed.node,
                line=facts,
            )
        )

    for index, x in zip(range(line.first, line.last + 1), line.xs, strict=True):
        at = x + indent
        token = tokens[index]
        space = spaces[index] if index < line.last else None
        parts = (token,) if space is None else (token, space)
        for part in parts:
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
    return runs


def _facts(placed: PlacedLine, scale: float) -> LineFacts:
    line = placed.line
    return LineFacts(
        measure=placed.measure,
        natural=line.natural * scale,
        set=line.width * scale,
        tier=line.tier,
        gap_em=line.gap / 1000,
        last=line.is_last,
    )
