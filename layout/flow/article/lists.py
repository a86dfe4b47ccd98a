"""The marks of lists (● 1. 一、 （1）) and how far the text of their items hangs behind them.

A mark is measured as it is set before a Han; all items of one level of one list hang as far as the
widest of their marks.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from layout.display.items import Passage
from layout.flow.placed import PlacedLine
from layout.flow.type.setter import DisplayLine, Setter
from layout.record import replace
from layout.spec.markdown.paragraph import Paragraph
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RStory, StyledText
from layout.units import EM_ASCENT


class ListMark(NamedTuple):
    """The mark of an item: its line, and how far before its text it begins, in points."""

    line: DisplayLine
    before: float
    node: str
    paragraph: int

    def beside(self, x: float, baseline: float) -> PlacedLine:
        """The mark of a line whose own measure begins at `x` and which stands on a baseline."""
        top = baseline - EM_ASCENT * self.line.style.size
        return self._placed(x - self.before, top)

    def above(self, middle: float, top: float) -> PlacedLine:
        """The mark of a column whose own measure begins at `top`."""
        return self._placed(middle - self.line.height / 2, top - self.before)

    def _placed(self, x: float, top: float) -> PlacedLine:
        line = self.line.at(x, top, self.line.width, self.node)
        return replace(line, passage=Passage(self.paragraph, 0))


class Hung(NamedTuple):
    """How far a paragraph of a list is drawn in by it, in points, and its mark, if it has one."""

    left: float
    mark: ListMark | None


def hung(
    setter: Setter, story: RStory, styles: Sequence[TextStyle | None], *, vertical: bool
) -> Mapping[int, Hung]:
    """The paragraphs of a story that stand in lists, by their numbers; `styles` are those of its
    paragraphs, None for what stands in no list."""
    out: dict[int, Hung] = {}
    node = story.story.name
    for items in _lists(story.story.paragraphs):
        marks: dict[int, tuple[DisplayLine, float]] = {}
        widths: dict[int, float] = {}
        for number, paragraph in items:
            style, asked = styles[number - 1], paragraph.asked
            assert asked is not None
            if not asked.mark or style is None or paragraph.kind != "body":
                continue
            words = paragraph.text[: asked.mark]
            line, width = _measured(setter, words, paragraph, style, vertical=vertical)
            marks[number] = line, width
            widths[asked.level] = max(widths.get(asked.level, 0.0), width)
        for number, paragraph in items:
            assert paragraph.asked is not None
            level = paragraph.asked.level
            left = sum(width for of, width in widths.items() if of <= level)
            mark = None
            if number in marks:
                line, width = marks[number]
                own = widths[level]
                # Figures stand with their dots under each other, all else begins at one edge.
                before = width if line.items.tokens[0].text[:1].isdecimal() else own
                mark = ListMark(line, before, f"{node}#p{number}", number)
            out[number] = Hung(left, mark)
    return out


def _lists(paragraphs: Sequence[Paragraph]) -> Iterable[list[tuple[int, Paragraph]]]:
    """The paragraphs of each list with their numbers."""
    lists: dict[int, list[tuple[int, Paragraph]]] = {}
    for number, paragraph in enumerate(paragraphs, 1):
        if paragraph.asked is not None and paragraph.asked.list:
            lists.setdefault(paragraph.asked.list, []).append((number, paragraph))
    return lists.values()


def _measured(
    setter: Setter, mark: str, paragraph: Paragraph, style: TextStyle, *, vertical: bool
) -> tuple[DisplayLine, float]:
    """A mark as a line, and how far behind its beginning a Han after it begins, in points."""
    place = paragraph.place_at(0)
    plain = replace(style, align="left", leading=0.0)
    line = setter.display(StyledText(text=mark, style=plain, place=place), vertical=vertical)
    probe = StyledText(text=f"{mark}一", style=plain, place=place)
    items = setter.items(probe, vertical=vertical)
    em = style.size * (1.0 if vertical else style.h_scale) / 1000
    return line, (items.body[-1] - items.start[0]) * em
