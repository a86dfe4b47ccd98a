"""Display type and paragraphs that run down: a block of columns, from right to left."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic, Place, error
from layout.flow.columns.frames import column_step
from layout.flow.furniture.display_text import STACK_GAP
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.type.align import share, too_broad
from layout.flow.type.linefaults import line_faults
from layout.flow.type.missing import missing_glyphs
from layout.flow.type.setter import DisplayLine, Setter
from layout.flow.type.voices import Voices
from layout.record import record
from layout.spec.resolve.resolved import RBlock, RText, StyledText
from layout.units import fits, whole_down

PUSH: Final = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""What of the free width stands to the right of columns."""


@record
class _Column:
    """A column to be placed: how broad it is, and how far from the one to its right it stands."""

    breadth: float
    gap: float
    line: PlacedLine | None = None  # of running text, at x 0 and baseline 0
    display: DisplayLine | None = None


def make_columns(
    setter: Setter, block: RBlock, text: RText, pitch: float
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """The columns of a vertical text block. `pitch` is the page's, for styles without leading."""
    inner = block.inner
    found: list[Diagnostic] = []
    columns: list[_Column] = []
    running = False
    for words in text.lines:
        if words.style.align == "justify":
            columns += _running(setter, block, words, pitch, found)
            running = True
        else:
            line = setter.display(words, inner.height, vertical=True)
            gap = STACK_GAP * line.height if text.gap is None else text.gap
            columns.append(_Column(breadth=line.height, gap=gap, display=line))
            found += line.diagnostics
    breadths = [c.breadth + (c.gap if k else 0.0) for k, c in enumerate(columns)]
    total = sum(breadths)
    if running:
        kept = _fitting(breadths, inner.width)
        found += _over(columns[kept:], block.id, len(columns), kept, block.place)
        columns = columns[:kept]
    else:
        found += too_broad("part.display-text", total, inner.width, block.place)
    free = 0.0 if running else max(0.0, inner.width - total)
    x = inner.right - PUSH[text.valign] * free
    items: list[PlacedItem] = []
    for k, column in enumerate(columns):
        x -= column.breadth + (column.gap if k else 0.0)
        items.append(_placed(column, x, block))
    return items, found


def _running(
    setter: Setter, block: RBlock, words: StyledText, pitch: float, found: list[Diagnostic]
) -> list[_Column]:
    """The columns of a paragraph, a whole number of characters long."""
    style = words.style
    length = max(1, whole_down(block.inner.height / style.size)) * style.size
    paragraph = words.paragraph
    done = setter.paragraph(paragraph, style, Voices.of_words(words), length, vertical=True)
    found += missing_glyphs(done.items, words.place)
    found += line_faults(paragraph, done)
    breadth = style.size * style.h_scale
    step = column_step(style.leading, pitch, breadth)
    return [
        _Column(
            breadth=breadth,
            gap=step - breadth,
            line=PlacedLine(
                items=done.items, line=line, style=style, x=0.0, baseline=0.0,
                measure=length, node=block.id, body=True, vertical=True,
            ),
        )
        for line in done.lines
    ]  # fmt: skip


def _placed(column: _Column, x: float, block: RBlock) -> PlacedLine:
    """A column whose left edge is at `x`."""
    inner = block.inner
    if column.display is not None:
        words = column.display
        free = inner.height - words.width
        top = inner.y + share(words.style.align) * free + block.nudge
        return words.at(x, top, words.width, block.id)
    assert column.line is not None
    line = column.line
    top = inner.y + (inner.height - line.measure) / 2 + block.nudge
    return PlacedLine(
        items=line.items, line=line.line, style=line.style, x=x + column.breadth / 2,
        baseline=top, measure=line.measure, node=line.node, body=True, vertical=True,
    )  # fmt: skip


def _fitting(breadths: Sequence[float], room: float) -> int:
    """How many columns there is room for."""
    used = 0.0
    for count, breadth in enumerate(breadths):
        used += breadth
        if not fits(used, room):
            return count
    return len(breadths)


def _over(
    over: Sequence[_Column], node: str, columns: int, room: int, place: Place
) -> list[Diagnostic]:
    """What does not fit, in characters and columns."""
    if not over:
        return []
    characters = 0
    for column in over:
        if column.line is not None:
            line, tokens = column.line.line, column.line.items.tokens
            characters += sum(len(t.text) for t in tokens[line.first : line.last + 1])
        elif column.display is not None:
            characters += sum(len(t.text) for t in column.display.items.tokens)
    return [
        error(
            "OVERSET.block", place, node=node, characters=characters, columns=len(over), of=columns,
            room=room,
        )
    ]  # fmt: skip
