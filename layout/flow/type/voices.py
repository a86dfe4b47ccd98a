"""The parts of a paragraph that are set in another face, size or height than its lines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from layout.color import Color
from layout.record import record, replace
from layout.spec.markdown.paragraph import DRAWN, NAMED, RUBY, Paragraph
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import StyledText

SCRIPT_SIZE: Final = 600
"""High and low type, in thousandths of the line's: 5.4 pt beside 9 pt. Smaller type fills in on
newsprint; larger is not told from the text around it."""
HIGH: Final = 340
"""How far high type is raised, in thousandths of an em. Han of the bundled faces end 0.83 em above
the baseline: so do those of 600 ‰ then, and no line comes nearer to the one above it."""
LOW: Final = -140
"""The rise of low type. Its figures, 0.44 em high, stand across the baseline by a third of their
height (H₂O), and their feet are no lower than those of a Latin p."""


BOX_SIDE: Final = 250
"""White that the sides of a box take of the line, in thousandths of an em: half of it inside, from
the words to its line, and half outside."""


class Voices(NamedTuple):
    """The styles of a paragraph's runs: of each its face and digits, of `runin` its size too.

    Those that a story `named` are styles, of which the colour counts as well, and colours. Their
    sizes and widths count `beside` a style; else beside that of the line. `ruby` is that of letters
    over characters.
    """

    strong: TextStyle
    emphasis: TextStyle
    runin: TextStyle
    named: tuple[tuple[str, TextStyle | Color], ...] = ()
    ruby: TextStyle | None = None
    beside: TextStyle | None = None

    @classmethod
    def plain(cls, style: TextStyle) -> "Voices":
        """Those of a text without runs."""
        return cls(style, style, style)

    @classmethod
    def of(cls, style: TextStyle) -> "Voices":
        """Those of display type: bold in 黑, emphasis in 楷."""
        return cls(replace(style, face="黑"), replace(style, face="楷"), style)

    @classmethod
    def of_words(cls, words: StyledText) -> "Voices":
        """Those of words of display type in their own style."""
        return cls.of(words.style)._replace(named=words.named, beside=words.beside)


Sides = Mapping[int, tuple[int, int]]
"""White before and after characters, in thousandths of an em, by their offsets."""
NO_SIDES: Final[Sides] = {}


@record
class StyleStretch:
    """Characters in one style; only its face and digits count.

    `size`, `wide` and `rise` are in thousandths of the line's type, the rise up from the baseline.
    `tied`: no line may end before it. `ink` is a colour of its own, `sides` the white before and
    after it.
    """

    text: str
    style: TextStyle
    size: int = 1000
    wide: int = 1000
    rise: int = 0
    tied: bool = False
    ink: Color | None = None
    sides: tuple[int, int] = (0, 0)


def stretches(
    paragraph: Paragraph, style: TextStyle, voices: Voices, sides: Sides = NO_SIDES
) -> Iterator[StyleStretch]:
    """A paragraph's text in order, cut where its face, size, height or colour changes, where
    something is drawn at its words, and nowhere else.

    Where both hold, 黑 goes before 楷, and either before the face of a style by name, that before
    the face of a run-in heading, whose size they take; of two styles or colours the inner one
    counts. High and low type are smaller than what they stand in. A link changes nothing. `sides`
    are the white before and after some characters, by their offsets.
    """
    edges = sorted(
        [(r.start, 1, r.voice, r.target) for r in paragraph.runs]
        + [(r.end, -1, r.voice, r.target) for r in paragraph.runs]
    )
    cuts, before, after = _drawn_edges(paragraph, sides)
    held: Counter[str] = Counter()
    names: list[str] = []  # of the styles and colours held, outer ones first
    parts: list[tuple[int, StyleStretch]] = [(0, _manner(held, names, style, voices))]
    for offset, change, voice, target in edges:
        held[voice] += change
        if voice == NAMED:
            (names.append if change > 0 else names.remove)(target)
        manner = _manner(held, names, style, voices)
        if offset == parts[-1][0]:
            parts.pop()
        if not parts or parts[-1][1] != manner or offset in cuts:
            parts.append((offset, manner))
    parts.append((len(paragraph.text), parts[-1][1]))
    for (start, manner), (end, _) in pairwise(parts):
        if start < end:
            yield StyleStretch(
                text=paragraph.text[start:end],
                style=manner.style,
                size=manner.size,
                wide=manner.wide,
                rise=manner.rise,
                tied=manner.tied and start > 0,
                ink=manner.ink,
                sides=(before[start], after[end]),
            )


def _drawn_edges(paragraph: Paragraph, sides: Sides) -> tuple[set[int], Counter[int], Counter[int]]:
    """The offsets between which something is drawn, and the white before and after some of them."""
    cuts: set[int] = set()
    before: Counter[int] = Counter()
    after: Counter[int] = Counter()
    for run in paragraph.runs:
        if run.voice in DRAWN or run.voice == RUBY:
            cuts |= {run.start, run.end}
        if run.voice == RUBY:
            left, right = sides.get(run.start, (0, 0))
            before[run.start] += left
            after[run.end] += right
        if run.voice == "box":
            before[run.start] += 0 if run.before else BOX_SIDE
            after[run.end] += 0 if run.after else BOX_SIDE
    return cuts, before, after


def _manner(
    held: Counter[str], names: Sequence[str], style: TextStyle, voices: Voices
) -> StyleStretch:
    """How characters are set that are in the voices held, and in the styles and colours of some
    names, without the characters."""
    size = voices.runin.size / style.size if held["runin"] else 1.0
    wide = 1.0
    named: TextStyle | None = None
    ink: Color | None = None
    for name in names:
        found = dict(voices.named)[name]
        if isinstance(found, Color):
            ink = found
        else:
            named, ink = found, found.color
            beside = voices.beside or style
            size, wide = found.size / beside.size, found.h_scale / beside.h_scale
    face = (
        voices.strong if held["strong"]
        else voices.emphasis if held["emphasis"]
        else named if named is not None
        else voices.runin if held["runin"]
        else style
    )  # fmt: skip
    script = bool(held["super"] or held["sub"])
    rise = HIGH if held["super"] else LOW if held["sub"] else 0
    return StyleStretch(
        text="",
        style=face,
        size=round(size * (SCRIPT_SIZE if script else 1000)),
        wide=round(wide * 1000),
        rise=round(size * rise),
        tied=script,
        ink=ink if ink != style.color else None,
    )
