"""Sets words for the page: voices by style, the caches they share, and single display lines."""

from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any, Final

from layout.diagnostics import Diagnostic, Place, error, warning
from layout.faces.catalog import Catalog
from layout.flow.placed import PlacedLine
from layout.inline.items import Items, make_items
from layout.inline.justify import natural_line
from layout.inline.line import SetLine, SetParagraph
from layout.inline.paragraph import Rules, VoicedText, set_paragraph
from layout.record import record, replace
from layout.spec.content import Paragraph
from layout.spec.defaults import TextStyle
from layout.spec.resolve import EM_ASCENT
from layout.spec.resolved import StyledText
from layout.text.segment import tokens
from layout.text.shape import Voice

LEAST_SHRINK: Final = 0.6
"""A display line too wide for its measure is set smaller, but never under this part of its size:
below that the order of the headlines on the page is gone, and an editor must cut words."""

UNSEEN_SHRINK: Final = 0.005
"""Smaller by less than half a per cent is not told: nobody sees it, and nobody could mend it."""

ParagraphCache = MutableMapping[Any, SetParagraph]


@record
class DisplayLine:
    """A line of display text at its own width; `style.size` is the size it came out at."""

    items: Items
    line: SetLine
    style: TextStyle
    width: float
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def height(self) -> float:
        """Of its em box."""
        return self.style.size

    def at(self, x: float, top: float, measure: float, node: str) -> PlacedLine:
        """The line with the top of its em box at `top`."""
        return PlacedLine(
            items=self.items,
            line=self.line,
            style=self.style,
            x=x,
            baseline=top + EM_ASCENT * self.style.size,
            measure=measure,
            node=node,
        )


class Setter:
    """Words to lines. Holds the catalogue, its voices and the paragraph cache of one run."""

    def __init__(self, catalog: Catalog, cache: ParagraphCache | None = None) -> None:
        self.catalog = catalog
        self._cache = cache
        self._voices: dict[tuple[str, bool], Voice] = {}
        self._display: dict[tuple[StyledText, float | None], DisplayLine] = {}

    def forget(self) -> None:
        """Let go of the display lines kept from pages made so far."""
        self._display.clear()

    def voice(self, style: TextStyle) -> Voice:
        """The voice of a style. Raises `FaceError` for a role that there is not."""
        key = (style.face, style.half_digits)
        voice = self._voices.get(key)
        if voice is None:
            voice = Voice(self.catalog.chain(style.face), half_digits=style.half_digits)
            self._voices[key] = voice
        return voice

    def paragraph(
        self,
        paragraph: Paragraph,
        style: TextStyle,
        voices: tuple[TextStyle, TextStyle],
        measure: float,
    ) -> SetParagraph:
        """A story's paragraph at `measure` points; `voices` are those of strong and emphasis."""
        parts = self._parts(paragraph, style, voices)
        rules = Rules(
            level=style.level,
            fit=style.fit,
            latin_gap=round(style.latin_gap_em * 1000),
            indent=round(style.indent_em * 1000),
            tracking=round(style.tracking_em * 1000),
        )
        width = int(measure * 1000 / (style.size * style.h_scale) + 1e-6)
        return set_paragraph(parts, rules, width, self._cache)

    def _parts(
        self, paragraph: Paragraph, style: TextStyle, voices: tuple[TextStyle, TextStyle]
    ) -> Sequence[VoicedText]:
        text = paragraph.text
        parts = []
        at = 0
        for run in paragraph.runs:
            if run.start > at:
                parts.append(VoicedText(text[at : run.start], self.voice(style)))
            voice = voices[0] if run.voice == "strong" else voices[1]
            if run.end > max(at, run.start):
                parts.append(VoicedText(text[max(at, run.start) : run.end], self.voice(voice)))
            at = max(at, run.end)
        if at < len(text):
            parts.append(VoicedText(text[at:], self.voice(style)))
        return parts

    def display(self, styled: StyledText, measure: float | None = None) -> DisplayLine:
        """One line of display text, set smaller where it is wider than `measure` points.

        With `align: fill` the line is spread over the measure, or its type is made as large as
        the measure allows if it is too wide.
        """
        key = (styled, measure)
        known = self._display.get(key)
        if known is None:
            known = self._display[key] = self._set_display(styled, measure)
        return known

    def _set_display(self, styled: StyledText, measure: float | None) -> DisplayLine:
        style = styled.style
        items = self._items(styled.text, style)
        found = missing_glyphs(items, styled.place)
        if not items.count:
            blank = SetLine(first=0, last=-1, xs=(), natural=0, width=0, is_last=True)
            return DisplayLine(items=items, line=blank, style=style, width=0.0)
        line = natural_line(items, 0, items.count - 1)
        em = line.natural / 1000 * style.h_scale
        if measure is not None and em * style.size > measure + 1e-6:
            fitting = max(measure / em, style.size * LEAST_SHRINK)
            found += _too_wide(styled, em * style.size, measure, fitting, em)
            style = replace(style, size=fitting)
        width = em * style.size
        if measure is not None and style.align == "fill" and items.count > 1:
            line = _spread(items, line, measure * 1000 / (style.size * style.h_scale))
            width = max(width, measure)
        return DisplayLine(
            items=items, line=line, style=style, width=width, diagnostics=tuple(found)
        )

    def _items(self, text: str, style: TextStyle) -> Items:
        return make_items(
            self.voice(style).shape(tokens(text)),
            level="none",
            latin_gap=round(style.latin_gap_em * 1000),
            tracking=round(style.tracking_em * 1000),
        )


def missing_glyphs(items: Items, place: Place) -> list[Diagnostic]:
    """An error for each character of a display line that no face has."""
    return [no_glyph(char, place) for char, _ in items.missing]


def no_glyph(char: str, place: Place) -> Diagnostic:
    """The error for a character that no face of its chain has."""
    return error(
        "NO-GLYPH",
        f"no face has “{char}” (U+{ord(char):04X})",
        place,
        "give a face that has it under faces: in the style sheet",
    )


def _too_wide(
    styled: StyledText, width: float, measure: float, fitting: float, em: float
) -> Iterator[Diagnostic]:
    text = styled.text if len(styled.text) <= 24 else styled.text[:23] + "…"
    size = styled.style.size
    if em * fitting > measure + 1e-4:
        wide, room = _apart(width, measure)
        yield error(
            "DISPLAY-WIDE",
            f"“{text}” is {wide} pt wide in {room} pt, even at {fitting:.1f} pt type",
            styled.place,
            "cut words, or give it more columns",
        )
    elif fitting < size * (1 - UNSEEN_SHRINK):
        wide, room = _apart(width, measure)
        smaller, asked = _apart(fitting, size)
        message = f"“{text}” is {wide} pt wide in {room} pt; set at {smaller} pt instead of {asked}"
        yield warning("DISPLAY-SHRUNK", message, styled.place)


def _apart(one: float, other: float) -> tuple[str, str]:
    """Two lengths with as many decimals, one or two, as tell them apart; the second as short as
    it may be."""
    digits = 1 if f"{one:.1f}" != f"{other:.1f}" else 2
    return f"{one:.{digits}f}", f"{other:.{digits}f}".removesuffix(".0")


def _spread(items: Items, line: SetLine, measure: float) -> SetLine:
    """The line with every gap between clusters grown alike, to fill `measure` (1/1000 em)."""
    each = (measure - line.natural) / (items.count - 1)
    xs = tuple([x + each * i for i, x in enumerate(line.xs)])
    return SetLine(
        first=line.first,
        last=line.last,
        xs=xs,
        natural=line.natural,
        width=measure,
        is_last=True,
        tier="spread" if each > 1e-6 else "",
        gap=0.0,
    )
