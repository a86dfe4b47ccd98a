"""A plain text set at one measure, line by line: what composing does, laid open.

Each non-empty line of the text is a paragraph. Nothing is drawn; the answer says for each set line
how wide it came out and where every glyph stands, in points from the left edge of the measure.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error, warning
from layout.flow.linefaults import line_faults
from layout.flow.setter import Setter, no_glyph
from layout.inline.line import SetLine, SetParagraph
from layout.record import record
from layout.spec.chars import decode
from layout.spec.content import Paragraph
from layout.spec.defaults import TextStyle
from layout.text.charclass import BLANK_AFTER, BLANK_BEFORE, CharClass
from layout.text.shape import Token

MAX_TEXT_BYTES: Final = 2 * 1024 * 1024
"""Of a text set line by line: some 700,000 characters, a thick book."""
MOST_FAULTS: Final = 50
"""Lost characters that are named one by one; a file in another script would name thousands."""


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


@record
class TextLine:
    """A set line, widths in points. `set_width` reaches to the last glyph's trimmed advance.

    `natural` is the width after squeezing and trimming and before justifying; the indent of a
    paragraph's first line is in both. `gap_em` is what each ordinary place gained.
    """

    paragraph: int  # from 1
    number: int  # in its paragraph, from 1
    text: str
    measure: float
    natural: float
    set_width: float
    tier: str
    gap_em: float
    last: bool
    glyphs: tuple[TextGlyph, ...]


@record
class TextSetting:
    """Every line of a text in order, and what is to be said of it."""

    lines: tuple[TextLine, ...]
    diagnostics: tuple[Diagnostic, ...]


def set_lines(
    setter: Setter, data: bytes, style: TextStyle, measure: float, file: str
) -> TextSetting:
    """The lines of a UTF-8 text in `style` at `measure` points.

    Raises `StopError` for bytes that are no text, an empty text and one that is too large.
    """
    if len(data) > MAX_TEXT_BYTES:
        message = f"the text is larger than {MAX_TEXT_BYTES:,} bytes"
        raise StopError([error("TOO-LARGE", message, Place(file))])
    lines: list[TextLine] = []
    lost = 0
    paragraphs = list(_paragraphs(decode(data, file), file))
    if not paragraphs:
        raise StopError([error("EMPTY", "the file holds no text", Place(file))])
    found = list(_indent_fault(style, measure, paragraphs[0].place_at(0)))
    for number, paragraph in enumerate(paragraphs, 1):
        done = setter.paragraph(paragraph, style, (style, style), measure)
        lines += _lines(done, style, measure, number)
        for char, offset in done.items.missing:
            lost += 1
            if lost <= MOST_FAULTS:
                found.append(no_glyph(char, paragraph.place_at(offset)))
        found += line_faults(paragraph, done)
    if lost > MOST_FAULTS:
        message = f"{lost - MOST_FAULTS} further characters are in no face"
        found.append(error("NO-GLYPH", message, Place(file)))
    return TextSetting(lines=tuple(lines), diagnostics=tuple(found))


def _indent_fault(style: TextStyle, measure: float, place: Place) -> Iterator[Diagnostic]:
    """That the measure has no room for the indent and one character; the indent then gives way."""
    zi = style.size * style.h_scale
    room = max(0.0, measure / zi - 1)
    if style.indent_em > room + 1e-6:
        message = f"an indent of {style.indent_em:g} 字 in {measure / zi:g} 字; set at {room:g}"
        yield warning("INDENT", message, place, "a smaller indent, or a wider measure")


def _paragraphs(text: str, file: str) -> Iterator[Paragraph]:
    for number, row in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        body = row.strip()
        if body:
            place = Place(file, number, len(row) - len(row.lstrip()) + 1)
            yield Paragraph(text=body, kind="body", runs=(), lines=((0, place),))


def _lines(
    done: SetParagraph, style: TextStyle, measure: float, paragraph: int
) -> Iterator[TextLine]:
    scale = style.size / 1000 * style.h_scale
    for number, line in enumerate(done.lines, 1):
        glyphs = tuple(_glyphs(done, line, scale))
        yield TextLine(
            paragraph=paragraph,
            number=number,
            text="".join(g.text for g in glyphs),
            measure=measure,
            natural=(line.indent + line.natural) * scale,
            set_width=(line.indent + line.width) * scale,
            tier=line.tier,
            gap_em=line.gap / 1000,
            last=line.is_last,
            glyphs=glyphs,
        )


def _glyphs(done: SetParagraph, line: SetLine, scale: float) -> Iterator[TextGlyph]:
    """The glyphs of a line; the blank beside a mark is part of its advance as far as it stands."""
    items = done.items
    indent = line.indent
    owed = 0.0  # blank of the gap before the cluster at hand that the one before it has not taken
    for index, x in zip(range(line.first, line.last + 1), line.xs, strict=True):
        token = items.tokens[index]
        before = min(owed, _blank(BLANK_BEFORE, token))
        end = x + token.body
        free = line.xs[index - line.first + 1] - end if index < line.last else 0.0
        space = items.spaces[index] if index < line.last else None
        # What stretching added belongs to no mark; what squeezing took is gone from its blank.
        blank = 0.0 if space else max(0.0, min(free, float(items.gaps[index].natural)))
        after = min(blank, _blank(BLANK_AFTER, token))
        owed = blank - after
        yield from _pieces(token, indent + x, indent + x - before, indent + end + after, scale)
        if space is not None:
            # A space owns all that lies between its neighbours, however it was stretched.
            at = (indent + end) * scale
            yield TextGlyph(text=space.text, x=at, advance=free * scale, origin=at)


def _blank(table: Mapping[CharClass, int], token: Token) -> float:
    return float(table.get(token.cls, 0)) if token.cls is not None else 0.0


def _pieces(
    token: Token, body: float, left: float, right: float, scale: float
) -> Iterator[TextGlyph]:
    """The entries of one cluster, whose body begins at `body`; together they reach left … right.

    A word has one for each glyph; a mark or an ideograph has one, however a face draws it.
    """
    starts = [p for k, p in enumerate(token.pieces) if not k or p.char > token.pieces[k - 1].char]
    if token.cls is not CharClass.WEST:
        starts = starts[:1]
    for k, piece in enumerate(starts):
        more = k + 1 < len(starts)
        origin = body + piece.x
        x = origin if k else left
        end = body + starts[k + 1].x if more else right
        yield TextGlyph(
            text=token.text[piece.char if k else 0 : starts[k + 1].char if more else None],
            x=x * scale,
            advance=(end - x) * scale,
            origin=origin * scale,
        )
