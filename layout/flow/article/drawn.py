"""How the paragraphs of a story stand in their columns: which style they are set in, how far it
draws them in, where in its measure each of their lines stands."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from layout.color import Color
from layout.diagnostics import Place
from layout.flow.type.align import share
from layout.flow.type.voices import Voices
from layout.inline.line import SetLine
from layout.record import replace
from layout.spec.markdown.paragraph import Paragraph, Run
from layout.spec.resolve.defaults import UNDER, TextStyle
from layout.spec.resolve.resolved import RBox, RStory

LEAST_EM: Final = 4.0
"""What is left of a measure, however far a paragraph is drawn in: no line is set evenly in less."""


class DrawnIn(NamedTuple):
    """What a line gives up of its measure on either side, in points, and how much of what is free
    stands before it; `middle`, where it has one, is how far from the measure's right edge the
    middle of the line is to stand."""

    left: float
    right: float
    share: float
    middle: float | None = None

    def place(self, line: SetLine, em: float, measure: float) -> tuple[float, float]:
        """How far from the left of a measure the line's own measure begins, and that measure,
        both in points; `em` is in points too."""
        own = measure - self.left - self.right
        if not self.share:
            return self.left, own
        width = (line.indent + line.width) * em / 1000
        free = max(0.0, own - width)
        if self.middle is None:
            return self.left + self.share * free, own
        before = measure - self.middle - width / 2 - self.left
        return self.left + min(max(0.0, before), free), own


MOST_HANG: Final = 0.4
"""Of its measure that a list may take on the left: deeper levels stand where that is reached. In
less than some eight characters, of a column of 13, no line of text is set evenly."""
MOST_LEAD_IN: Final = 12
"""Characters in which the ： of a name must stand (市水务局局长：); a later one is no name's."""


class Dress(NamedTuple):
    """The style of a paragraph and its voices; lengths in points."""

    style: TextStyle
    voices: Voices
    left: float
    right: float
    hang: float = 0.0  # of the lines after the first
    share: float = 0.0

    @property
    def plain(self) -> bool:
        """Whether its lines have all of their measures and fill them."""
        return not (self.left or self.right or self.hang or self.share)

    def narrowed(
        self, measures: Sequence[float], em: float, more: float, *, turned: bool
    ) -> tuple[list[float], list[DrawnIn]]:
        """What is left of the measures of its lines, and how each is drawn in; as with the
        measures, the last counts for all further lines. A list draws it in by `more` on its left.
        `turned`: its first line is none of its own, but goes on from another page."""
        least = LEAST_EM * em
        given = list(measures)
        if self.hang and len(given) == 1:
            given *= 2
        narrow, drawn = [], []
        for number, measure in enumerate(given):
            left = self.left + (self.hang if number or turned else 0.0)
            asked = left + self.right
            part = min(1.0, max(0.0, measure - more - least) / asked) if asked else 1.0
            hang = min(more, max(measure * MOST_HANG, em))
            drawn.append(DrawnIn(left * part + hang, self.right * part, self.share))
            narrow.append(measure - asked * part - hang)
        return narrow, drawn


def dress(story: RStory, paragraph: Paragraph, *, vertical: bool) -> Dress:
    """How a paragraph that asks for a style is set."""
    round_it = box_round(story, paragraph)
    side = round_it[0].side if round_it is not None else 0.0
    if paragraph.kind == "subhead":
        style = story.subhead if round_it is None else round_it[0].heading
        voices = Voices(story.strong, story.emphasis, story.runin, _on(story, style))
        return Dress(style, voices, left=side, right=side, share=share(style.align))
    style = dict(story.styles)[paragraph.styles] if paragraph.styles else story.body
    continued = paragraph.kind == "continued"
    if continued:
        style = replace(style, indent_em=0.0, first_mark="half")
    ratio = style.size / story.body.size
    voices = Voices(
        replace(style, face=story.strong.face),
        replace(style, face=story.emphasis.face),
        replace(story.runin, size=story.runin.size * ratio),
        _on(story, style),
    )
    em = style.size * (1.0 if vertical else style.h_scale)
    return Dress(
        style, voices, style.left_em * em + side, style.right_em * em + side, style.hang_em * em,
        share(style.align),
    )  # fmt: skip


def _on(story: RStory, style: TextStyle) -> tuple[tuple[str, TextStyle | Color], ...]:
    """What words are in, by name, in a paragraph of some style: a style that has no colour of its
    own takes that of the paragraph, which may stand on another ground than the text."""
    if style.color == story.body.color:
        return story.named
    return tuple([
        (name, replace(own, color=style.color)
         if isinstance(own, TextStyle) and own.color == story.body.color else own)
        for name, own in story.named
    ])  # fmt: skip


def led_in(paragraph: Paragraph, worn: Dress) -> tuple[Paragraph, Voices]:
    """A paragraph whose style has a face for its first words, up to its first ： and with it, and
    the voices that set them so; as it is where there are no such words, or another heading stands
    there already."""
    end = paragraph.text.find("：", 0, MOST_LEAD_IN) + 1
    taken = any(run.voice == "runin" for run in paragraph.runs)
    if not end or taken or paragraph.kind != "body":
        return paragraph, worn.voices
    runs = (Run(0, end, "runin"), *paragraph.runs)
    style = replace(worn.style, face=worn.style.lead_in)
    return replace(paragraph, runs=runs), worn.voices._replace(runin=style)


def under(drawn: DrawnIn, above: DrawnIn, width: float) -> DrawnIn:
    """A line's place when it stands centred under a line of that `width`, ranged right."""
    return drawn._replace(middle=above.right + width / 2)


def stands_under(paragraph: Paragraph, above: Paragraph | None) -> bool:
    """Whether a paragraph stands centred under that above it."""
    if above is None:
        return False
    return any(UNDER.get(name) in above.styles for name in paragraph.styles if name in UNDER)


def box_round(story: RStory, paragraph: Paragraph) -> tuple[RBox, Place] | None:
    """The box of a story that stands round a paragraph, with the place of its fence; None where
    that is none."""
    asked = paragraph.asked
    if asked is None or not story.boxes:
        return None
    looks = dict(story.boxes)
    fences = [name for name in asked.styles[: asked.fenced] if name.text in looks]
    return (looks[fences[-1].text], fences[-1].place) if fences else None
