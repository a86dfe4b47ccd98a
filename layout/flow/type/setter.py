"""Sets words for the page: voices by style, the caches they share, and single display lines.

All of it in lines that run to the right or, `vertical`, in columns that run down. There the style's
flat type (平体) makes a column wider and not longer.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

from layout.diagnostics import Diagnostic, beginning, error, warning
from layout.faces.catalog import Catalog
from layout.flow.placed import PlacedLine, tall_of
from layout.flow.type.align import SHARES, over_in_zi
from layout.flow.type.missing import missing_glyphs
from layout.flow.type.voices import NO_SIDES, Sides, Voices, stretches
from layout.inline.items import Items, make_items
from layout.inline.justify import natural_line
from layout.inline.line import SetLine, SetParagraph
from layout.inline.paragraph import Kept, ParagraphRules, paragraph_items, set_paragraph
from layout.inline.parts import Shaper, VoicedText, beginnings, shape_text
from layout.lastmade import NEVER, LastMade
from layout.record import record, replace
from layout.spec.markdown.paragraph import DISPLAY_KINDS, ENDS, KEPT, RUBY, Paragraph, Run
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import StyledText
from layout.text.bonds import Bond, enclosures
from layout.text.scripts import EM, script
from layout.text.segment import tokens
from layout.text.shape import Voice
from layout.units import EM_ASCENT, ROUNDING, fits, unlike, whole_down

LEAST_SHRINK: Final = 0.6
"""A display line too wide for its measure is set smaller, but never under this part of its size:
below that the order of the headlines on the page is gone, and an editor must cut words."""

SHOWN: Final = 24
"""Characters of a display line that a message quotes."""
UNSEEN_SHRINK: Final = 0.005
"""Smaller by less than half a per cent is not told: nobody sees it, and nobody could mend it."""

_TOO_WIDE: Final = {
    ("line", False): ("DISPLAY-WIDE.line", "DISPLAY-SHRUNK.line"),
    ("line", True): ("DISPLAY-WIDE.line-down", "DISPLAY-SHRUNK.line-down"),
    ("scale", False): ("DISPLAY-WIDE.scale", "DISPLAY-SHRUNK.scale"),
    ("scale", True): ("DISPLAY-WIDE.scale-down", "DISPLAY-SHRUNK.scale-down"),
}
"""What a line that is too wide is told as, by whether its style leaves its scale open and whether
it runs down: where it does not fit, and where it is set smaller."""

MOST_TOKENS: Final = 50_000
"""Shaped tokens kept in a long session; a newspaper's words are some ten thousand."""

_ANY_WIDTH: Final = 1 << 30
"""Display text is not broken where it is shaped."""

ParagraphCache = MutableMapping[Any, SetParagraph]


@record
class DisplayLine:
    """A line of display text at its own width, which of a column is its length.

    `style.size` is the size it came out at.
    """

    items: Items
    line: SetLine
    style: TextStyle
    width: float
    vertical: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    tall: float = 1.0  # its largest words beside its style

    @property
    def height(self) -> float:
        """Of its largest em box; how far a column goes from left to right."""
        return self.style.size * (self.style.h_scale if self.vertical else 1.0) * self.tall

    def at(self, x: float, top: float, measure: float, node: str) -> PlacedLine:
        """The line with the top left of its em box at `x` and `top`."""
        if self.vertical:
            return PlacedLine(
                items=self.items,
                line=self.line,
                style=self.style,
                x=x + self.height / 2,
                baseline=top,
                measure=measure,
                node=node,
                vertical=True,
            )
        return PlacedLine(
            items=self.items,
            line=self.line,
            style=self.style,
            x=x,
            baseline=top + EM_ASCENT * self.height,
            measure=measure,
            node=node,
        )


class Job(NamedTuple):
    """A paragraph ready to be set: what `layout.inline.paragraph.set_paragraph` takes."""

    parts: Sequence[VoicedText]
    rules: ParagraphRules
    widths: tuple[int, ...]
    kept: Kept
    forced: tuple[int, ...]
    cache: ParagraphCache | None


class Setter:
    """Words to lines. Holds the catalogue, its voices and the paragraph cache of one run."""

    def __init__(
        self, catalog: Catalog, cache: ParagraphCache | None = None, last: LastMade = NEVER
    ) -> None:
        self.catalog = catalog
        self.last = last
        """What stood in the blocks of pages, where they are made again and again."""
        self._cache = cache
        self._voices: dict[tuple[str, bool, bool, str], Voice] = {}
        self._upright: dict[tuple[str, bool, str, str], Shaper] = {}
        self._profiles: dict[tuple[str, int, bool], Sequence[tuple[float, float] | None]] = {}
        self._display: dict[tuple[StyledText, float | None, bool], DisplayLine] = {}

    def forget(self, most: int = MOST_TOKENS) -> None:
        """Let go of the display lines kept from pages made so far, and of the voices' tokens where
        they are more than `most`."""
        self._display.clear()
        known = {key: voice.known for key, voice in self._voices.items()}
        if sum(known.values()) > most:
            # The body's is dear to learn anew, and all pages hold much the same characters.
            body = max(known, key=known.__getitem__)
            self._voices = {body: self._voices[body]} if known[body] <= most else {}

    def voice(self, style: TextStyle) -> Voice:
        """The voice of a style. Raises `FaceError` for a role that there is not."""
        key = (style.face, style.half_digits, style.half_percent, style.script)
        voice = self._voices.get(key)
        if voice is None:
            plain = self.voice(replace(style, half_percent=False)) if style.half_percent else None
            voice = Voice(
                self.catalog.chain(style.face),
                half_digits=style.half_digits,
                half_percent=style.half_percent,
                script=script(style.script),
                plain=plain,
            )
            self._voices[key] = voice
        return voice

    def upright(self, style: TextStyle) -> Shaper:
        """The voice of a style in columns. Raises `FaceError` for a role that there is not."""
        key = (style.face, style.half_digits, style.script, style.column_numbers)
        voice = self._upright.get(key)
        if voice is None:
            from layout.text.upright import UprightVoice  # few pages have columns

            voice = self._upright[key] = UprightVoice(
                self.catalog.chain(style.face),
                half_digits=style.half_digits,
                script_name=style.script,
                stack_numbers=style.column_numbers == "upright",
            )
        return voice

    def paragraph(
        self,
        paragraph: Paragraph,
        style: TextStyle,
        voices: Voices,
        measure: float | Sequence[float],
        *,
        vertical: bool = False,
    ) -> SetParagraph:
        """A story's paragraph at `measure` points, with its runs in the styles of `voices`.

        A sequence gives each line from the first on its own measure, and the last one to the rest.
        """
        job = self.job(paragraph, style, voices, measure, vertical=vertical)
        return set_paragraph(job.parts, job.rules, job.widths, self._cache, job.kept, job.forced)

    def job(
        self,
        paragraph: Paragraph,
        style: TextStyle,
        voices: Voices,
        measure: float | Sequence[float],
        *,
        vertical: bool = False,
    ) -> Job:
        """What `paragraph` sets, before it is set."""
        shaper = self.upright if vertical else self.voice
        sides = NO_SIDES
        if voices.ruby is not None:
            sides = self._ruby_sides(paragraph, style, voices.ruby, vertical=vertical)
        parts = _parts(shaper, paragraph, style, voices, sides, down=vertical)
        unit = 1000 / (style.size * (1.0 if vertical else style.h_scale))
        asked = (measure,) if isinstance(measure, int | float) else measure
        widths = tuple([whole_down(width * unit) for width in asked])
        rules = text_rules(style, vertical=vertical, display=paragraph.kind in DISPLAY_KINDS)
        kept = tuple([(r.start, r.end) for r in paragraph.runs if r.voice == KEPT])
        forced = tuple([r.end for r in paragraph.runs if r.voice == ENDS and not r.after])
        return Job(parts, rules, widths, kept, forced, self._cache)

    def letters(
        self, paragraph: Paragraph, run: Run, style: TextStyle, *, vertical: bool
    ) -> DisplayLine:
        """The letters over a character of a paragraph."""
        words = StyledText(text=run.target, style=style, place=paragraph.place_at(run.start))
        return self.display(words, vertical=vertical)

    def _ruby_sides(
        self, paragraph: Paragraph, style: TextStyle, ruby: TextStyle, *, vertical: bool
    ) -> Sides:
        """The white beside the characters of a paragraph that have letters over them."""
        runs = [run for run in paragraph.runs if run.voice == RUBY]
        if not runs:
            return NO_SIDES
        from layout.flow.type.ruby import GAP, sides_of  # few stories have any

        em = style.size * (1.0 if vertical else style.h_scale) / EM
        lines = [self.letters(paragraph, run, ruby, vertical=vertical) for run in runs]
        widths = [round(line.width / em) for line in lines]
        return sides_of(paragraph.text, runs, widths, round(GAP * ruby.size / em))

    def unbroken(self, words: StyledText) -> Items:
        """Display text as its paragraph has it before it is broken: where it may be parted."""
        parts = _parts(self.voice, words.paragraph, words.style, Voices.of_words(words))
        return paragraph_items(parts, text_rules(words.style, display=True), _ANY_WIDTH,
                hyphenate=False)  # fmt: skip

    def display(
        self, styled: StyledText, measure: float | None = None, *, vertical: bool = False
    ) -> DisplayLine:
        """One line of display text, set smaller where it is wider than `measure` points.

        With `align: fill` the line is spread over the measure, or its type is made as large as
        the measure allows if it is too wide.
        """
        key = (styled, measure, vertical)
        known = self._display.get(key)
        if known is None:
            known = self._display[key] = self._set_display(styled, measure, vertical=vertical)
        return known

    def _set_display(
        self, styled: StyledText, measure: float | None, *, vertical: bool
    ) -> DisplayLine:
        style = styled.style
        items = self.items(styled, vertical=vertical, bonds=enclosures(styled.text))
        found = missing_glyphs(items, styled.place)
        if style.hollow and any("\u3400" <= char <= "\u9fff" for char in styled.text):
            found.append(warning("HOLLOW.han", styled.place, text=beginning(styled.text, SHOWN)))
        if not items.count:
            blank = SetLine(first=0, last=-1, xs=(), natural=0, width=0, is_last=True)
            return DisplayLine(items=items, line=blank, style=style, width=0.0, vertical=vertical)
        line = natural_line(items, 0, items.count - 1)
        if measure is not None and style.scales is not None:
            from layout.flow.type.narrowing import narrowed  # few styles leave it open

            style = narrowed(style, line.natural / 1000, measure, vertical=vertical)
        scale = 1.0 if vertical else style.h_scale
        em = line.natural / 1000 * scale
        if measure is not None and not fits(em * style.size, measure):
            fitting = max(measure / em, style.size * LEAST_SHRINK)
            found += _too_wide(
                replace(styled, style=style), em * style.size, measure, fitting, em,
                vertical=vertical,
            )  # fmt: skip
            style = replace(style, size=fitting)
        width = em * style.size
        if measure is not None and style.align == "fill" and items.count > 1:
            line = _spread(items, line, measure * 1000 / (style.size * scale))
            width = max(width, measure)
        if style.optical:
            from layout.flow.type.optical import evened  # few styles ask for it

            line = evened(items, line, partial(self._profile, down=vertical))
        return DisplayLine(
            items=items,
            line=line,
            style=style,
            width=width,
            diagnostics=tuple(found),
            vertical=vertical,
            tall=tall_of(items, vertical=vertical) if styled.named else 1.0,
        )

    def _profile(
        self, face: str, glyph: int, *, down: bool
    ) -> Sequence[tuple[float, float] | None]:
        """The sides of a glyph's ink in a line that runs to the right, or `down`."""
        from layout.faces.profile import profile

        key = (face, glyph, down)
        found = self._profiles.get(key)
        if found is None:
            found = self._profiles[key] = profile(self.catalog.by_key(face), glyph, down=down)
        return found

    def items(self, words: StyledText, *, vertical: bool, bonds: Iterable[Bond] = ()) -> Items:
        """Display text shaped, its edges and where it may be parted; not inside `bonds`."""
        shaper = self.upright if vertical else self.voice
        style = words.style
        tied: list[int] = []
        if words.runs:
            parts = _parts(shaper, words.paragraph, style, Voices.of_words(words), down=vertical)
            tied = [at for part, at in zip(parts, beginnings(parts), strict=True) if part.tied]
            shaped = shape_text(parts, _ANY_WIDTH)
        else:
            shaped = shaper(style).shape(tokens(words.text))
        return make_items(
            shaped,
            text_rules(style, vertical=vertical, display=True).spacing,
            tracking=round(style.tracking_em * 1000),
            bonds=bonds,
            tied=tied,
        )


def _parts(
    shaper: Callable[[TextStyle], Shaper],
    paragraph: Paragraph,
    style: TextStyle,
    voices: Voices,
    sides: Sides = NO_SIDES,
    *,
    down: bool = False,
) -> Sequence[VoicedText]:
    if not paragraph.runs:
        return [VoicedText(paragraph.text, shaper(style))]
    return [
        VoicedText(
            s.text,
            shaper(s.style),
            size=s.size,
            wide=s.wide,
            down=down,
            rise=s.rise,
            tied=s.tied,
            ink=s.ink,
            sides=s.sides,
        )
        for s in stretches(paragraph, style, voices, sides)
    ]


@lru_cache(maxsize=256)
def text_rules(
    style: TextStyle, *, vertical: bool = False, display: bool = False
) -> ParagraphRules:
    """How a style's paragraphs are set. In columns no mark hangs; in `display` type a typed space
    is a divider."""
    return ParagraphRules(
        level=style.level,
        fit=style.fit,
        punctuation=style.punctuation,
        latin_gap=_thousandths(style.latin_gap_em),
        gap_least=_thousandths(style.latin_gap_least_em),
        gap_most=_thousandths(style.latin_gap_most_em),
        indent=_thousandths(style.indent_em),
        tracking=_thousandths(style.tracking_em),
        first_mark=style.first_mark,
        line_start=style.line_start,
        line_end=style.line_end,
        hanging=style.hanging and not vertical,
        loose=style.loose,
        hyphenate=style.hyphenate,
        blank=_thousandths(style.mark_blank_em),
        squeeze=style.squeeze,
        squeeze_stops=style.squeeze_stops,
        bonds=style.bonds,
        tighten=_thousandths(style.tighten_em),
        script=script(style.script, vertical=vertical),
        dividers=display,
        ragged=style.align in SHARES and not display,
    )


def _thousandths(em: float) -> int:
    return round(em * 1000)


def _too_wide(
    styled: StyledText,
    width: float,
    measure: float,
    fitting: float,
    em: float,
    *,
    vertical: bool,
) -> Iterator[Diagnostic]:
    text = beginning(styled.text, SHOWN)
    style = styled.style
    size, high = style.size, style.v_scale
    along = 1.0 if vertical else style.h_scale
    row, more = "line", dict[str, str]()
    if style.scales is not None and style.scales.opens(vertical=vertical):
        row, allowed = "scale", 100 * along * high
        needed, shown_allowed = unlike(allowed * measure / width, allowed, 0)
        more = {"needed": needed, "allowed": shown_allowed}
    wide_key, shrunk_key = _TOO_WIDE[row, vertical]
    if not fits(em * fitting, measure):
        wide, room = _apart(em * fitting, measure)
        yield error(
            wide_key, styled.place, text=text, long_pt=wide, room_pt=room,
            size_pt=fitting / high,
            over=over_in_zi(em * fitting - measure, fitting * along), **more,
        )  # fmt: skip
    elif fitting < size * (1 - UNSEEN_SHRINK):
        wide, room = _apart(width, measure)
        smaller, asked = _apart(fitting / high, size / high)
        yield warning(
            shrunk_key, styled.place, text=text, long_pt=wide, room_pt=room, size_pt=smaller,
            asked_pt=asked,
            over=over_in_zi(width - measure, size * along), **more,
        )  # fmt: skip


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
        tier="spread" if each > ROUNDING else "",
        gap=0.0,
    )
