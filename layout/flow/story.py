"""An article: headline in whole lines of the grid, text in columns whose baselines keep to it."""

from collections.abc import Sequence
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, error, warning
from layout.display.items import Box, Frame, Grid
from layout.flow import rules
from layout.flow.frames import ColumnFrame, column_edges, share
from layout.flow.headline import set_headline
from layout.flow.linefaults import line_faults
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.setter import Setter, no_glyph
from layout.flow.voices import Voices
from layout.geometry import Rect
from layout.inline.items import Items
from layout.inline.line import SetLine
from layout.record import replace
from layout.spec.defaults import TextStyle
from layout.spec.resolve import EM_ASCENT
from layout.spec.resolved import RBlock, RStory
from layout.units import fits

StoryLine = tuple[Items, SetLine, TextStyle, str]
"""A set line with its style and the id of its paragraph."""

LABEL_SIDE: Final = 0.8  # em of a label, on either side of it on its panel
LABEL_HEIGHT: Final = 1.75  # em: of the panel
LABEL_GAP: Final = 0.55  # em, from the panel to the text


def make_story(
    setter: Setter, block: RBlock, story: RStory, grid: Grid, accent: Color
) -> tuple[list[PlacedItem], list[Frame], list[Diagnostic]]:
    """The block's headline and text, its frames, and what does not fit."""
    node = story.story.name
    items: list[PlacedItem] = []
    found: list[Diagnostic] = []
    top = block.inner.y
    em = story.body.size * story.body.h_scale
    inner = block.inner
    if story.headline is not None and story.headline.vertical:
        from layout.flow.vertical import headline_beside  # few pages have any

        items += rules.horizontal(
            story.headline.rule, block.rect.x, block.rect.y, block.rect.width, node
        )
        lines, said, inner = headline_beside(setter, story, story.headline, inner, node)
        items += lines
        found += said
    edges = column_edges(inner, story.columns, em, story.gutter, story.measure)
    if story.headline is not None and not story.headline.vertical:
        height = story.headline.lines * grid.pitch
        area = Rect(block.inner.x, top, block.inner.width, height)
        items += rules.horizontal(
            story.headline.rule, block.rect.x, block.rect.y, block.rect.width, node
        )
        lines, said = set_headline(setter, story.headline, area, node)
        items += lines
        found += said
        top += height
    if story.label is not None:
        label, said, height = _label(setter, story, block, (edges[0][0], top), accent)
        items += label
        found += said
        top += height
    columns = _columns(story, block, grid, top, edges)
    text, frames, said = _text(setter, story, block, columns, node)
    return items + text, frames, found + said


def _label(
    setter: Setter, story: RStory, block: RBlock, corner: tuple[float, float], accent: Color
) -> tuple[list[PlacedItem], list[Diagnostic], float]:
    """核心阅读: the label on a panel that hangs from the block's upper edge, over its text."""
    assert story.label is not None
    left, top = corner
    line = setter.display(story.label)
    size = line.height
    panel = Rect(left, block.rect.y, line.width + 2 * LABEL_SIDE * size, LABEL_HEIGHT * size)
    node = f"{story.story.name}#label"
    box = Box(rect=panel, fill=accent, node=node, role="panel")
    x = panel.x + (panel.width - line.width) / 2
    placed = line.at(x, panel.y + (panel.height - size) / 2, line.width, node)
    used = max(0.0, panel.bottom - top) + LABEL_GAP * size
    return [box, placed], list(line.diagnostics), used


def _columns(
    story: RStory, block: RBlock, grid: Grid, top: float, edges: tuple[tuple[float, float], ...]
) -> list[ColumnFrame]:
    """The block's columns below `top`: on the page's grid, or with the style's own leading.

    `edges` are left edge and measure of each.
    """
    style = story.body
    bottom = block.inner.bottom
    if style.leading:
        baselines = []
        y = top
        while fits(y + style.size, bottom):
            baselines.append(y + EM_ASCENT * style.size)
            y += style.leading
        on = tuple(baselines)
    else:
        first = 1 + max(0, -int(-(top - grid.type_area.y - 1e-4) // grid.pitch))
        on = tuple(
            grid.baseline_of(n)
            for n in range(first, block.lines.last + 1)
            if fits(grid.top_of(n) + (grid.pitch + style.size) / 2, bottom)
        )
    return [
        ColumnFrame(x=x, measure=measure, top=top, bottom=bottom, baselines=on)
        for x, measure in edges
    ]


def _text(
    setter: Setter, story: RStory, block: RBlock, columns: list[ColumnFrame], node: str
) -> tuple[list[PlacedItem], list[Frame], list[Diagnostic]]:
    """All lines of the story poured into its columns."""
    measure = columns[0].measure
    lines, found = story_lines(setter, story, measure, node)
    room = len(columns[0].baselines)
    counts = share(len(lines), len(columns), room, level=story.level)
    items: list[PlacedItem] = []
    frames: list[Frame] = []
    at = 0
    for order, (column, count) in enumerate(zip(columns, counts, strict=True), 1):
        for row, (its, line, style, name) in enumerate(lines[at : at + count]):
            items.append(
                PlacedLine(
                    items=its, line=line, style=style, x=column.x,
                    baseline=column.baselines[row], measure=measure, node=name, body=True,
                )
            )  # fmt: skip
        at += count
        rect = Rect(column.x, column.top, column.measure, column.bottom - column.top)
        frames.append(Frame(node=node, rect=rect, order=order, lines=count, room=room))
    found += copyfit(story, block, lines[at:], len(lines), len(columns) * room)
    if story.byline is not None and at == len(lines):
        items += _byline(setter, story, columns=columns, counts=counts, node=node, found=found)
    if story.foot is not None:
        items += _foot(setter, story, column=columns[-1], used=counts[-1], block=block, found=found)
    return items, frames, found


def story_lines(
    setter: Setter, story: RStory, measure: float, node: str, *, vertical: bool = False
) -> tuple[list[StoryLine], list[Diagnostic]]:
    """All lines of a story's text at `measure`, and what is to be said of them."""
    found: list[Diagnostic] = []
    lines: list[StoryLine] = []
    voices = Voices(story.strong, story.emphasis, story.runin)
    styles = {
        "body": story.body,
        "continued": replace(story.body, indent_em=0.0, first_mark="half"),
        "subhead": story.subhead,
    }
    for number, paragraph in enumerate(story.story.paragraphs, 1):
        style = styles[paragraph.kind]
        done = setter.paragraph(paragraph, style, voices, measure, vertical=vertical)
        name = f"{node}#p{number}"
        lines += [(done.items, line, style, name) for line in done.lines]
        for char, offset in done.items.missing:
            found.append(no_glyph(char, paragraph.place_at(offset)))
        found += line_faults(paragraph, done)
    return lines, found


def _foot(
    setter: Setter,
    story: RStory,
    *,
    column: ColumnFrame,
    used: int,
    block: RBlock,
    found: list[Diagnostic],
) -> list[PlacedItem]:
    """The note on the last line of the last column, under a thin rule."""
    assert story.foot is not None
    node = f"{block.id}#foot"
    line = setter.display(story.foot, column.measure)
    found += line.diagnostics
    if used >= len(column.baselines):
        found.append(error("OVERSET", "the note at the foot has no line left", story.foot.place))
        return []
    top = column.baselines[-1] - EM_ASCENT * line.style.size
    free = column.measure - line.width
    x = column.x + (free if line.style.align == "right" else 0.0)
    rule_y = (top + column.baselines[used]) / 2 if used + 1 < len(column.baselines) else 0.0
    rule = rules.horizontal("thin", column.x, rule_y, column.measure, node) if rule_y else []
    return [*rule, line.at(x, top, line.width, node)]


def _byline(
    setter: Setter,
    story: RStory,
    *,
    columns: list[ColumnFrame],
    counts: tuple[int, ...],
    node: str,
    found: list[Diagnostic],
) -> list[PlacedItem]:
    """The by-line, ranged right on the line after the text."""
    assert story.byline is not None
    filled = [i for i, c in enumerate(counts) if c]
    column = columns[filled[-1]]
    row = counts[filled[-1]]
    if row >= len(column.baselines):
        found.append(
            error("OVERSET", "the by-line has no line left to stand on", story.byline.place)
        )
        return []
    line = setter.display(story.byline, column.measure)
    found += line.diagnostics
    x = column.x + column.measure - line.width
    top = column.baselines[row] - EM_ASCENT * line.style.size
    return [line.at(x, top, line.width, f"{node}#byline")]


def copyfit(
    story: RStory, block: RBlock, over: Sequence[StoryLine], lines: int, room: int
) -> list[Diagnostic]:
    """What does not fit, or what is left empty, as an editor says it: in 字 and 行."""
    name = story.story.name
    way = "wider" if story.vertical else "deeper"
    if over:
        deeper = -(-len(over) // story.columns)
        characters = sum(
            len(its.tokens[i].text)
            for its, line, _, _ in over
            for i in range(line.first, line.last + 1)
        )
        return [
            error(
                "OVERSET",
                f"{name}: {characters} characters ({len(over)} line{'s' if len(over) > 1 else ''}) "
                "over (溢文); "
                f"{lines} lines of text, room for {room}",
                block.place,
                f"make the block {deeper} line{'s' if deeper > 1 else ''} {way}, or cut the text",
            )
        ]
    empty = room - lines
    if empty > story.columns:
        return [
            warning(
                "UNDERSET",
                f"{name}: {empty} lines left empty (欠文) in {story.columns} "
                f"{'tiers' if story.vertical else 'columns'}",
                block.place,
            )
        ]
    return []
