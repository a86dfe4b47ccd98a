"""Where every glyph of a set line stands, as a person would measure it on the print."""

from collections.abc import Iterator, Mapping

from layout.inline.line import SetLine, SetParagraph
from layout.record import record
from layout.text.charclass import LATIN, CharClass
from layout.text.scripts import HALF, Script
from layout.text.shape import RATIO, Token


@record
class TextGlyph:
    """One glyph of a line, or a space.

    `x` is where the pen stands before it, `advance` how far it moves the pen: the whole em of a
    mark that keeps its blank, half an em of one that is squeezed or stands at an edge. `origin` is
    where the face's own outline is placed, as a PDF has it; for an opening mark that lost the blank
    before it, it lies half an em to the left of `x`. All in points.
    """

    text: str
    x: float
    advance: float
    origin: float


def line_glyphs(
    done: SetParagraph, line: SetLine, scale: float, script: Script
) -> Iterator[TextGlyph]:
    """The glyphs of a line, in points; `scale` is those of 1/1000 em. The blank beside a mark is
    part of its advance as far as it stands."""
    items = done.items
    indent = line.indent
    owed = 0.0  # blank of the gap before the cluster at hand that the one before it has not taken
    for index, x in zip(range(line.first, line.last + 1), line.xs, strict=True):
        token = items.tokens[index]
        before = min(owed, _blank(script.before, token))
        end = x + token.body
        free = line.xs[index - line.first + 1] - end if index < line.last else 0.0
        space = items.spaces[index] if index < line.last else None
        # What stretching added belongs to no mark; what squeezing took is gone from its blank.
        blank = 0.0 if space else max(0.0, min(free, float(items.gaps[index].natural)))
        after = min(blank, _blank(script.after, token))
        owed = blank - after
        yield from _pieces(token, indent + x, indent + x - before, indent + end + after, scale)
        if space is not None:
            # A space owns all that lies between its neighbours, however it was stretched.
            at = (indent + end) * scale
            yield TextGlyph(text=space.text, x=at, advance=free * scale, origin=at)
    tail = items.tokens[line.last].tail if line.hyphen else None
    if tail is not None:
        at = indent + line.width - tail.body
        yield from _pieces(tail, at, at, indent + line.width, scale)


def _blank(table: Mapping[CharClass, int], token: Token) -> float:
    return float(table.get(token.cls, 0))


def _pieces(
    token: Token, body: float, left: float, right: float, scale: float
) -> Iterator[TextGlyph]:
    """The entries of one cluster, whose body begins at `body`; together they reach left … right.

    A word has one for each glyph; a mark or an ideograph has one, however a face draws it.
    """
    starts = [p for k, p in enumerate(token.pieces) if not k or p.char > token.pieces[k - 1].char]
    if token.cls not in LATIN:
        starts = starts[:1]
    pens = [p.x for p in starts] + [token.body]
    for k, piece in enumerate(starts):
        if (
            token.text[piece.char] == RATIO
        ):  # the glyph of an em hangs out of its half on both sides
            pens[k] = pens[k + 1] - HALF
    for k, piece in enumerate(starts):
        more = k + 1 < len(starts)
        x = body + pens[k] if k else left
        end = body + pens[k + 1] if more else right
        yield TextGlyph(
            text=token.text[piece.char if k else 0 : starts[k + 1].char if more else None],
            x=x * scale,
            advance=(end - x) * scale,
            origin=(body + piece.x) * scale,
        )
