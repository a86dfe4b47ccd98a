"""Display type that runs down: vertical headlines (竖题), and blocks of columns."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic, Place, error
from layout.flow.copyfit import over_words
from layout.flow.display_text import STACK_GAP
from layout.flow.frames import width_beside
from layout.flow.headline import BESIDE_TEXT, Row, parts
from layout.flow.linefaults import line_faults
from layout.flow.missing import missing_glyphs
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.ranged import share, too_broad
from layout.flow.setter import DisplayLine, Setter
from layout.flow.voices import Voices
from layout.geometry import Rect
from layout.record import record
from layout.spec.resolve.resolved import RBlock, RHeadline, RStory, RText, StyledText
from layout.units import fits

END: Final = 1.0
"""Blank at each end of a vertical headline, in its em: the textbook's (字数 + 2) × 字号."""
LEAST_STEP: Final = 1.25
"""From column to column of running text, in em, where the grid's pitch is less: solid columns
would touch."""
PUSH: Final = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""What of the free width stands to the right of columns."""


def headline_beside(
    setter: Setter, story: RStory, headline: RHeadline, inner: Rect, node: str
) -> tuple[list[PlacedItem], list[Diagnostic], Rect]:
    """A vertical headline at its side of `inner`, over its whole height, and the room for the text.

    Lines of text are whole characters wide; what that leaves widens the white beside the headline.
    """
    rows, found = parts(
        setter,
        headline,
        inner.height,
        headline.width if headline.fit else None,
        lambda words: _standing(setter, words, inner.height),
        ends_em=2 * END,
    )
    breadth = sum(line.height + gap for line, _, gap in rows)
    strip = headline.width if headline.width is not None else breadth
    em = story.body.size * story.body.h_scale
    air = BESIDE_TEXT * em
    least = story.columns.measure or em
    between = (story.columns.count - 1) * story.columns.gutter
    if story.vertical:
        width = max(em, inner.width - strip - air)
        room = inner.width - em - air
    else:
        width = width_beside(story.columns, em, inner.width - strip - air)
        room = inner.width - story.columns.count * least - between - air
    found += too_broad("the headline", breadth, min(strip, max(room, 0.0)), headline.place)
    at_left = headline.side == "left"
    left = inner.x if at_left else inner.right - strip
    placed = _stood(rows, headline, Rect(left, inner.y, strip, inner.height), node)
    x = inner.right - width if at_left else inner.x
    return placed, found, Rect(x, inner.y, width, inner.height)


def _standing(setter: Setter, words: StyledText, height: float) -> DisplayLine:
    """A line of a vertical headline, set smaller where it and its two blanks are too long."""
    ends = 2 * END * words.style.size
    natural = setter.display(words, vertical=True).width
    room = height - ends if natural + ends <= height else height * natural / (natural + ends)
    return setter.display(words, room, vertical=True)


def _stood(rows: Sequence[Row], headline: RHeadline, rect: Rect, node: str) -> list[PlacedItem]:
    """Columns from right to left in the middle of `rect`, each with its blank at both ends."""
    placed: list[PlacedItem] = []
    breadth = sum(line.height + gap for line, _, gap in rows)
    x = rect.right - (rect.width - breadth) / 2
    titles = sum(1 for _, part, _ in rows if part == "title")
    seen = 0
    for line, part, gap in rows:
        x -= gap + line.height
        blank = END * line.style.size
        above = share(headline.align)
        if headline.beside and part != "title":
            # 引题 higher, 副题 lower than the 主题 between them.
            above = share("left" if part == "kicker" else "right")
        if part == "title" and headline.steps and titles > 1:
            above = seen / (titles - 1)
            seen += 1
        top = rect.y + blank + above * max(0.0, rect.height - 2 * blank - line.width)
        placed.append(line.at(x, top, line.width, f"{node}#{part}"))
    return placed


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
        found += too_broad("the display text", total, inner.width, block.place)
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
    length = max(1, int(block.inner.height / style.size + 1e-6)) * style.size
    paragraph = words.paragraph
    done = setter.paragraph(paragraph, style, Voices.of(style), length, vertical=True)
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


def column_step(leading: float, pitch: float, breadth: float) -> float:
    """From the middle of a column of running text to that of the next, in points."""
    return leading or max(pitch, LEAST_STEP * breadth)


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
    message = over_words(
        node, characters=characters, over=len(over), lines=columns, room=room, noun="column"
    )
    return [error("OVERSET", message, place, "make the block wider, or cut the text")]
