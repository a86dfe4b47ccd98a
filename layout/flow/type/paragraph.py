"""A text of display type that runs over several lines: captions, notes."""

from layout.diagnostics import Diagnostic
from layout.flow.placed import PlacedLine
from layout.flow.type.align import share
from layout.flow.type.linefaults import line_faults
from layout.flow.type.missing import missing_glyphs
from layout.flow.type.setter import Setter
from layout.flow.type.voices import Voices
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import StyledText
from layout.units import EM_ASCENT


def lined(
    setter: Setter, words: StyledText, measure: float, leading: float, node: str
) -> tuple[list[PlacedLine], float, list[Diagnostic]]:
    """The lines of a text at `measure` with its first em box at the origin, the width of its last
    one, and their diagnostics. Lengths in points."""
    style: TextStyle = words.style
    paragraph = words.paragraph
    done = setter.paragraph(paragraph, style, Voices.of_words(words), measure)
    found = missing_glyphs(done.items, words.place)
    found += line_faults(paragraph, done)
    em = style.size * style.h_scale / 1000
    lines = []
    used = 0.0
    for row, line in enumerate(done.lines):
        used = (line.indent + line.width) * em
        shift = share(style.align) * (measure - used) if line.is_last else 0.0
        used += shift
        lines.append(
            PlacedLine(
                items=done.items, line=line, style=style, x=shift,
                baseline=row * leading + EM_ASCENT * style.size, measure=measure, node=node,
            )
        )  # fmt: skip
    return lines, used, found
