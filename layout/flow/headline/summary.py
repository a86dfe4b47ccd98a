"""提要题: the gist of a story, a small paragraph of display type under its headline."""

from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.display.items import Box
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.rules import rules
from layout.flow.type.align import share
from layout.flow.type.linefaults import line_faults
from layout.flow.type.missing import missing_glyphs
from layout.flow.type.setter import Setter
from layout.flow.type.voices import Voices
from layout.geometry import Rect
from layout.inline.items import Items
from layout.inline.justify import natural_line
from layout.inline.line import SetLine
from layout.record import record
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RSummary
from layout.units import EM_ASCENT, ROUNDING, fits, whole_down

SUMMARY_GAP: Final = 0.75
"""Between the headline and the 提要题, in em of the latter."""
RULE_PAD: Final = 0.6
"""Between a rule and the words, and between a panel's edge and its words at head and foot."""
PANEL_SIDE: Final = 0.9
"""White at the sides of a panel, in em."""


@record
class Gist:
    """A 提要题 set: `width` × `height` points in all, its lines `measure` wide."""

    spec: RSummary
    items: Items
    lines: tuple[SetLine, ...]
    style: TextStyle
    measure: float
    width: float
    height: float
    diagnostics: tuple[Diagnostic, ...]

    @property
    def gap(self) -> float:
        """From what stands above."""
        return SUMMARY_GAP * self.style.size

    def at(self, x: float, top: float, node: str) -> list[PlacedItem]:
        """Everything of it in place, its top left at `x` and `top`."""
        out: list[PlacedItem] = []
        spec, size = self.spec, self.style.size
        if spec.fill is not None:
            rect = Rect(x, top, self.width, self.height)
            out.append(Box(rect=rect, fill=spec.fill, node=node, role="panel"))
        out += rules.horizontal(spec.rule, x, top, self.width, node)
        foot = top + self.height
        out += rules.horizontal(spec.rule, x, foot, self.width, node, flip=True)
        left = x + (self.width - self.measure) / 2
        y = top + _pad(spec, size)
        before = share(self.style.align)
        for line in self.lines:
            free = self.measure - line.width * size * self.style.h_scale / 1000
            out.append(
                PlacedLine(
                    items=self.items, line=line, style=self.style, x=left + before * free,
                    baseline=y + EM_ASCENT * size, measure=self.measure, node=node,
                )
            )  # fmt: skip
            y += spec.leading
        return out


def _pad(spec: RSummary, size: float) -> float:
    return RULE_PAD * size if spec.fill is not None or spec.rule != "none" else 0.0


def set_summary(setter: Setter, spec: RSummary, width: float) -> Gist:
    """A 提要题 for a headline `width` points wide, in lines of whole characters.

    Its lines are justified, or ragged where its style ranges them. A measure wider than its place
    is an error, and cut to it.
    """
    words, style = spec.text, spec.text.style
    em = style.size * style.h_scale
    sides = 2 * PANEL_SIDE * style.size if spec.fill is not None else 0.0
    room = max(em, width - sides)
    found: list[Diagnostic] = []
    if spec.measure is not None and not fits(spec.measure, room):
        found.append(
            error("DISPLAY-WIDE.summary", words.place, measure_pt=spec.measure, room_pt=room)
        )
    measure = min(spec.measure or room, room)
    measure = max(1, whole_down(measure / em)) * em
    paragraph = words.paragraph
    done = setter.paragraph(paragraph, style, Voices.of_words(spec.text), measure)
    found += missing_glyphs(done.items, words.place)
    lines = done.lines
    if style.align == "justify":
        found += line_faults(paragraph, done)
    else:
        # Ragged, and only squeezed where a line holds more than its measure.
        lines = tuple(
            [
                n if n.natural > n.width + ROUNDING
                else natural_line(done.items, n.first, n.last, is_last=n.is_last)
                for n in lines
            ]
        )  # fmt: skip
    height = (len(lines) - 1) * spec.leading + style.size + 2 * _pad(spec, style.size)
    return Gist(
        spec=spec,
        items=done.items,
        lines=lines,
        style=style,
        measure=measure,
        width=measure + sides if spec.measure is not None else width,
        height=height,
        diagnostics=tuple(found),
    )
