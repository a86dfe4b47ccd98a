"""A plain text set at one measure, line by line: what composing does, laid open.

Each non-empty line of the text is a paragraph. Nothing is drawn; the answer says for each set line
how wide it came out and where every glyph stands, in points from the left edge of the measure.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, error, warning
from layout.flow.type.linefaults import line_faults
from layout.flow.type.missing import no_glyph, told_once
from layout.flow.type.setter import Setter, text_rules
from layout.flow.type.voices import Voices
from layout.galley.lineglyphs import TextGlyph, line_glyphs
from layout.inline.line import SetParagraph
from layout.record import record
from layout.spec.markdown.story import Paragraph
from layout.spec.reader.chars import decode
from layout.spec.resolve.defaults import TextStyle
from layout.text.scripts import SCRIPTS
from layout.units import ROUNDING
from layout.words.said import Said

MAX_TEXT_BYTES: Final = 2 * 1024 * 1024
"""Of a text set line by line: some 700,000 characters, a thick book."""
WORDS_SHOWN: Final = 6
"""Characters shown of the end of a line that was not chosen."""


@record
class Choice:
    """Why a line ends where it does: its demerits by name, and the next best way.

    `dearer` is by how many demerits the whole paragraph is worse if no line may end here; `instead`
    is the text with which its line of the same number then ends. Infinite and empty if there is no
    other way, and for a last line.
    """

    terms: tuple[tuple[Said, float], ...]
    dearer: float
    instead: str

    @property
    def cost(self) -> float:
        """Demerits of the line."""
        return sum(cost for _, cost in self.terms)


@record
class TextLine:
    """A set line, widths in points. `set_width` reaches to the last glyph's trimmed advance.

    `natural` is the width after squeezing and trimming and before justifying; the indent of a
    paragraph's first line is in both. `gap_em` is what each ordinary place gained, `residual` what
    is lacking to the measure, or over it, when all is done. A `hung` mark stands outside all of
    these; a hyphen set at the line's end is the last glyph, as U+00AD, and is not in `text`.
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
    reasons: tuple[str, ...] = ()
    hung: bool = False
    hyphen: bool = False
    choice: Choice | None = None

    @property
    def residual(self) -> float:
        """What the measure has left, in points: nothing but for a last line or a faulty one."""
        return self.measure - self.set_width


@record
class TextSetting:
    """Every line of a text in order, and its diagnostics.

    `paragraphs` are what the lines were made of, for whoever places them; `measure` is in points.
    """

    lines: tuple[TextLine, ...]
    diagnostics: tuple[Diagnostic, ...]
    paragraphs: tuple[SetParagraph, ...]
    style: TextStyle
    measure: float
    name: str


def set_lines(
    setter: Setter,
    data: bytes,
    style: TextStyle,
    measure: float | Sequence[float],
    file: str,
    *,
    explained: bool = False,
) -> TextSetting:
    """The lines of a UTF-8 text in `style` at `measure` points; or at a measure for each line of a
    paragraph from its first on, the last of them for all further lines.

    `explained` says of each line why it ends where it does, which takes many times as long. Raises
    `StopError` for bytes that are no text, an empty text and one that is too large.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise StopError([error("TOO-LARGE.text", Place(file), most_bytes=MAX_TEXT_BYTES)])
    measures = (measure,) if isinstance(measure, int | float) else tuple(measure)
    lines: list[TextLine] = []
    set_paragraphs: list[SetParagraph] = []
    paragraphs = list(_paragraphs(decode(data, file), file))
    if not paragraphs:
        raise StopError([error("EMPTY.no-text", Place(file))])
    found = list(_indent_fault(style, measures[0], paragraphs[0].place_at(0)))
    for number, paragraph in enumerate(paragraphs, 1):
        done = setter.paragraph(paragraph, style, Voices.plain(style), measures)
        choices = _choices(done, style, paragraph.text) if explained else []
        lines += _lines(done, style, measures, number, choices)
        set_paragraphs.append(done)
        for char, offset in done.items.missing:
            found.append(no_glyph(char, paragraph.place_at(offset)))
        found += line_faults(paragraph, done)
    return TextSetting(
        lines=tuple(lines),
        diagnostics=tuple(told_once(found)),
        paragraphs=tuple(set_paragraphs),
        style=style,
        measure=max(measures),
        name=file,
    )


def _indent_fault(style: TextStyle, measure: float, place: Place) -> Iterator[Diagnostic]:
    """That the measure has no room for the indent and one character; the indent then gives way."""
    zi = style.size * style.h_scale
    room = max(0.0, measure / zi - 1)
    if style.indent_em > room + ROUNDING:
        yield warning(
            "INDENT.wide", place, indent_zi=style.indent_em, measure_zi=measure / zi, room_zi=room
        )


def _paragraphs(text: str, file: str) -> Iterator[Paragraph]:
    for number, row in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        body = row.strip()
        if body:
            place = Place(file, number, len(row) - len(row.lstrip()) + 1)
            yield Paragraph(text=body, kind="body", runs=(), lines=((0, place),))


def _choices(done: SetParagraph, style: TextStyle, text: str) -> list[Choice]:
    """Why the paragraph's lines end where they do, as far as that is looked into."""
    from layout.inline.explain import explain

    items = done.items
    found = []
    for reason in explain(items, text_rules(style), done.measures):
        words = ""
        if reason.instead is not None:
            end = items.offsets[reason.instead] + len(items.tokens[reason.instead].text)
            words = text[max(0, end - WORDS_SHOWN) : end]
        found.append(Choice(terms=reason.terms, dearer=reason.dearer, instead=words))
    return found


def _lines(
    done: SetParagraph,
    style: TextStyle,
    measures: tuple[float, ...],
    paragraph: int,
    choices: Sequence[Choice],
) -> Iterator[TextLine]:
    scale = style.size / 1000 * style.h_scale
    script = SCRIPTS[style.script]
    for number, line in enumerate(done.lines, 1):
        glyphs = tuple(line_glyphs(done, line, scale, script))
        words = glyphs[:-1] if line.hyphen else glyphs
        yield TextLine(
            paragraph=paragraph,
            number=number,
            text="".join(g.text for g in words),
            measure=measures[min(number, len(measures)) - 1],
            natural=(line.indent + line.natural) * scale,
            set_width=(line.indent + line.width) * scale,
            tier=line.tier,
            gap_em=line.gap / 1000,
            last=line.is_last,
            glyphs=glyphs,
            reasons=line.reasons,
            hung=line.hung,
            hyphen=line.hyphen,
            choice=choices[number - 1] if number <= len(choices) else None,
        )
