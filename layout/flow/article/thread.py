"""The text of a story: its paragraphs from a place on, set at one measure or slot by slot."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from layout.diagnostics import Diagnostic, info, shown
from layout.display.items import Passage
from layout.flow.columns.slots import (
    Slot,
    beside,
    drawn_in,
    lines_below,
    next_line,
    shortest,
)
from layout.flow.placed import Carry
from layout.flow.type.linefaults import line_faults
from layout.flow.type.missing import no_glyph
from layout.flow.type.setter import Setter
from layout.flow.type.voices import Voices
from layout.inline.items import Items
from layout.inline.justify import natural_line
from layout.inline.line import SetLine, SetParagraph
from layout.record import replace
from layout.spec.markdown.paragraph import DRAWN, ENDS, KEPT, NOTE, RUBY, Paragraph, Run, tail
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RStory
from layout.units import ROUNDING

if TYPE_CHECKING:  # loaded where a paragraph asks for a style
    from layout.flow.article.boxes import BoxOf, InBox
    from layout.flow.article.drawn import DrawnIn, Dress
    from layout.flow.article.lists import Hung, ListMark


MARKED: Final = frozenset({*DRAWN, RUBY, NOTE})
"""Runs of a paragraph that something else goes by than its type: what is drawn at words, letters
over them, notes."""


_EDGE_TO_EDGE: Final = (
    ("align", "justify"), ("left_em", 0.0), ("right_em", 0.0), ("hang_em", 0.0), ("before", 0),
    ("after", 0), ("lead_in", ""),
)  # fmt: skip
"""What a style says whose paragraphs have all of their measures, with nothing between them."""


class StoryLine(NamedTuple):
    """A set line of a story: its paragraph, and whether it begins, ends or heads one.

    `white` lines of the grid are left empty above it, unless it is at a column's head. `leads`: no
    column ends with it, as with a 小标题. `drawn` is what it gives up of its measure, None where
    that is nothing; `mark` stands before the first line of a list's item.
    """

    items: Items
    line: SetLine
    style: TextStyle
    node: str
    paragraph: int
    offset: int  # of its first character, in the paragraph as it stands in the story
    opens: bool
    closes: bool
    head: bool
    white: int
    leads: bool
    marks: tuple[Run, ...] = ()  # of its paragraph: what is drawn at words
    drawn: "DrawnIn | None" = None
    mark: "ListMark | None" = None
    inside: "InBox | None" = None  # a box
    over: int = 0  # lines of the grid that its 小标题 takes above it, wherever it stands
    under: int = 0  # and below it

    @property
    def pads(self) -> tuple[int, int]:
        """Lines of the grid that are taken above it and below, wherever it stands: by the edges of
        its box, or by a 小标题 off the grid."""
        if self.inside is not None:
            return self.inside.above, self.inside.below
        return self.over, self.under

    @property
    def em(self) -> float:
        """Of its type across the page, in points."""
        return self.style.size * self.style.h_scale

    def place(self, measure: float, *, down: bool = False) -> tuple[float, float]:
        """How far from the left of a measure its own begins, and that, both in points; of a column
        that runs `down`, from its top."""
        if self.drawn is None:
            return 0.0, measure
        return self.drawn.place(self.line, self.style.size if down else self.em, measure)

    @property
    def passage(self) -> Passage:
        """Where in the story it begins."""
        return Passage(self.paragraph, self.offset, self.head)

    @property
    def characters(self) -> int:
        """How many characters it has; spaces between words are not counted."""
        items, first, last = self.items, self.line.first, self.line.last
        if last < first:
            return 0
        count = items.offsets[last] + len(items.tokens[last].text) - items.offsets[first]
        spaces = items.spaces[first:last]
        if any(spaces):
            count -= sum(len(space.text) for space in spaces if space is not None)
        return count + (len(self.mark.line.items.tokens) if self.mark is not None else 0)


class SetText(NamedTuple):
    """The lines of a text and, where it was poured, the slot of each; None is left over.

    `moved` are slots that were made narrower, by their number; `hands` what tells of paragraphs
    that were to be set by hand, by their place in `sets`; `signed` is the number of the slot kept
    for a by-line before the boxes at the end of the text.
    """

    lines: list[StoryLine]
    sets: list[tuple[Paragraph, SetParagraph]]
    slots: list[int | None]
    moved: dict[int, Slot]
    hands: dict[int, Callable[[], Diagnostic]]
    signed: int | None = None


class Thread:
    """A story's paragraphs from a place on, ready to be set at any measure."""

    def __init__(
        self, setter: Setter, story: RStory, carry: Carry | None = None, *, skip: int = 0
    ) -> None:
        """`skip` characters of the first paragraph are set by someone else (首字下沉)."""
        self._setter = setter
        self._voices = Voices(story.strong, story.emphasis, story.runin, story.named)
        self._styles = {
            "body": story.body,
            "continued": replace(story.body, indent_em=0.0, first_mark="half"),
            "subhead": story.subhead,
        }
        self._story = story
        self._draws = any(getattr(story.body, key) != value for key, value in _EDGE_TO_EDGE)
        self._dresses: dict[tuple[tuple[str, ...], str, bool], Dress] = {}
        self._lists: Mapping[int, Hung] | None = None
        self._boxes: dict[int, BoxOf] = {}  # by paragraph
        self._node = story.story.name
        first = carry or Carry()
        self._parts: list[ParagraphTail] = []
        for number, paragraph in enumerate(story.story.paragraphs, 1):
            if number < first.paragraph:
                continue
            offset = first.offset if number == first.paragraph else 0
            turned = offset > 0
            marked = 0 if turned or paragraph.asked is None else paragraph.asked.mark
            offset += marked  # set by itself, before the item's first line
            if not self._parts:
                offset += skip
            part = tail(paragraph, offset) if offset else paragraph
            # Spaces at its beginning are gone from it, and are counted.
            begins = len(paragraph.text) - len(part.text)
            self._parts.append(ParagraphTail(number, begins, part, turned, marked > 0))

    @property
    def boxed(self) -> bool:
        """Whether any of it stands in a box."""
        return bool(self._boxes)

    @property
    def first(self) -> Paragraph | None:
        """Its first paragraph, None where nothing is left of the story."""
        return self._parts[0].paragraph if self._parts else None

    def set_solid(self, measure: float, *, vertical: bool = False) -> SetText:
        """All lines at one measure, in points."""
        out = SetText([], [], [], {}, {})
        above = None
        for part in self._parts:
            self._set(part, (measure,), out, vertical=vertical, white=self._white(part, above))
            above = part
        return out

    def pour(self, columns: Sequence[Sequence[Slot]]) -> SetText:
        """All lines, each at the measure of its slot; what is left over at that of the last one.

        A paragraph begins at the left of a line, never behind the end of another one beside what
        stands in the column. White above it stays out at a column's head.
        """
        at = 0
        above = None
        slots = [slot for column in columns for slot in column]
        heads = {0, *accumulate(len(column) for column in columns)}
        measures = [slot.measure for slot in slots]
        out = SetText([], [], [], {}, {})
        for part in self._parts:
            if at and beside(slots, at, heads):
                at = next_line(slots, at, heads)
            white = self._white(part, above)
            above = part
            at = lines_below(slots, at, white, heads)
            if self._stands_off(part):
                at = self._seated_head(part, slots, at, heads, out)
                continue
            rest = measures[at:] or measures[-1:] or [1.0]
            first = drawn_in(slots, at, heads) if part.paragraph.kind == "body" else None
            if first is not None:
                out.moved[at] = first
                rest[0] = first.measure
            for _ in range(self._set(part, shortest(rest), out, white=white)):
                out.slots.append(at if at < len(slots) else None)
                at += 1
        return out

    def _stands_off(self, part: "ParagraphTail") -> bool:
        """Whether a paragraph is a 小标题 off the grid."""
        if self._story.heading is None or part.paragraph.kind != "subhead":
            return False
        return part.number not in self._boxes

    def _seated_head(
        self,
        part: "ParagraphTail",
        slots: Sequence[Slot],
        at: int,
        heads: AbstractSet[int],
        out: SetText,
    ) -> int:
        """A 小标题 off the grid poured from a slot on, where there is room for it; returns the slot
        after it."""
        from layout.flow.article.headroom import HeadRoom, head_room, seat

        def taken(measure: float) -> HeadRoom:
            scratch = SetText([], [], [], {}, {})
            rows = self._set(part, (measure,), scratch)
            return head_room(self._story, rows, self._story.subhead.size)

        own, measure, after = seat(taken, slots, at, heads)
        rows = self._set(part, (measure,), out)
        out.slots.extend([*own, *[None] * (rows - len(own))])
        return after

    def _white(self, part: "ParagraphTail", above: "ParagraphTail | None") -> int:
        """Lines of the grid between two paragraphs: of what either asks for, the larger."""
        if above is None:
            return 0
        asked = self._before(part)
        if part.goes_on:
            return asked
        return max(asked, self._after(above.paragraph))

    def _before(self, part: "ParagraphTail") -> int:
        """Lines that a paragraph asks for above it."""
        if part.paragraph.kind == "subhead":
            return self._story.subhead_lines - 1
        if not self._is_dressed(part.paragraph) or part.goes_on:
            return 0
        return self._dress(part.paragraph).style.before

    def _after(self, paragraph: Paragraph) -> int:
        """Lines that a paragraph asks for below it."""
        if not self._is_dressed(paragraph) or paragraph.kind == "subhead":
            return 0
        return self._dress(paragraph).style.after

    def _is_dressed(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands in its measure otherwise than from edge to edge: it asks for a
        style, or that of all the text is such a one."""
        return paragraph.asked is not None or (self._draws and paragraph.kind != "subhead")

    def _dress(self, paragraph: Paragraph, *, vertical: bool = False) -> "Dress":
        """How a paragraph that asks for a style is set."""
        key = (paragraph.styles, paragraph.kind, vertical)
        known = self._dresses.get(key)
        if known is None:
            from layout.flow.article.drawn import dress  # few stories ask for any

            known = self._dresses[key] = dress(self._story, paragraph, vertical=vertical)
        return known

    def _hung(self, *, vertical: bool) -> "Mapping[int, Hung]":
        """How the paragraphs that stand in lists hang, by their numbers."""
        if self._lists is None:
            from layout.flow.article.lists import hung  # few stories have any

            styles = [
                self._dress(p, vertical=vertical).style if p.asked is not None else None
                for p in self._story.story.paragraphs
            ]
            self._lists = hung(self._setter, self._story, styles, vertical=vertical)
        return self._lists

    def _set(
        self,
        part: "ParagraphTail",
        measures: Sequence[float],
        out: SetText,
        *,
        vertical: bool = False,
        white: int = 0,
    ) -> int:
        """One paragraph set; returns how many lines it has."""
        number, offset, paragraph = part.number, part.offset, part.paragraph
        style, voices = self._styles[paragraph.kind], self._voices
        given: list[DrawnIn] = []
        mark = None
        asked = paragraph.asked
        if self._is_dressed(paragraph):
            worn = self._dress(paragraph, vertical=vertical)
            style, voices = worn.style, worn.voices
            if style.lead_in and not part.turned:
                from layout.flow.article.drawn import led_in

                paragraph, voices = led_in(paragraph, worn)
            left = 0.0
            if asked is not None and asked.level:
                left, mark = self._hung(vertical=vertical)[number]
            if left or not worn.plain:
                em = style.size * (1.0 if vertical else style.h_scale)
                measures, given = worn.narrowed(measures, em, left, turned=part.turned)
        if self._story.ruby is not None:
            voices = voices._replace(ruby=ruby_beside(self._story, style))
        if asked is not None and asked.hand:
            done = self._by_hand(part, paragraph, style, voices, measures, out, vertical=vertical)
        else:
            done = self._setter.paragraph(paragraph, style, voices, measures, vertical=vertical)
        head = paragraph.kind == "subhead"
        off_grid = self._stands_off(part)
        if off_grid or (head and any(run.voice == ENDS for run in paragraph.runs)):
            done = _natural(done)
        node = f"{self._node}#p{number}"
        last = len(done.lines) - 1
        marks = tuple([run for run in paragraph.runs if run.voice in MARKED])
        box = self._boxes.get(number)
        for k, line in enumerate(done.lines):
            out.lines.append(
                StoryLine(
                    items=done.items,
                    line=line,
                    style=style,
                    node=node,
                    paragraph=number,
                    offset=offset + (done.items.offsets[line.first] if k else 0),
                    opens=k == 0 and (part.listed or not offset),
                    closes=k == last,
                    head=head,
                    marks=marks,
                    white=0 if k else white,
                    leads=head or style.with_next,
                    drawn=given[min(k, len(given) - 1)] if given else None,
                    mark=None if k or part.turned else mark,
                    inside=box.line(first=not k and not part.turned, last=k == last)
                    if box
                    else None,
                )
            )
        if off_grid and last >= 0:
            self._off_grid(out, last + 1)
        if given and 0 <= last < len(out.lines) - 1:
            self._under(out, paragraph, last + 1)
        out.sets.append((paragraph, done))
        return last + 1

    def _off_grid(self, out: SetText, rows: int) -> None:
        """A 小标题 of so many rows off the grid: it takes whole lines of it in all."""
        from layout.flow.article.headroom import head_room  # few stories have any

        room = head_room(self._story, rows, out.lines[-1].style.size)
        first = out.lines[-rows]
        white = max(first.white, room.white)
        out.lines[-rows] = first._replace(over=room.over, white=white)
        out.lines[-1] = out.lines[-1]._replace(under=room.under)

    def _by_hand(  # noqa: PLR0917  as a paragraph is set
        self,
        part: "ParagraphTail",
        paragraph: Paragraph,
        style: TextStyle,
        voices: Voices,
        measures: Sequence[float],
        out: SetText,
        *,
        vertical: bool,
    ) -> SetParagraph:
        """A paragraph that is set by hand; what became of it is kept with the text."""
        from layout.flow.article.handset import handset, resumed  # few paragraphs are

        setter = self._setter
        job = setter.job(paragraph, style, voices, measures, vertical=vertical)
        if not part.turned:
            done, told = handset(paragraph, job)
            out.hands[len(out.sets)] = told
            return done
        whole = self._story.story.paragraphs[part.number - 1]
        worn = self._dress(whole, vertical=vertical)
        before = setter.job(whole, worn.style, worn.voices, measures[-1], vertical=vertical)
        return resumed(whole, before, job, part.offset)

    def _under(self, out: SetText, paragraph: Paragraph, count: int) -> None:
        """The last `count` lines moved where they stand centred under the line above them."""
        from layout.flow.article.drawn import stands_under, under

        above = out.lines[-count - 1]
        if above.drawn is None or not stands_under(paragraph, out.sets[-1][0]):
            return
        width = above.line.width * above.em / 1000
        for k, line in enumerate(out.lines[-count:], -count):
            if line.drawn is not None and line.drawn.share == above.drawn.share == 1.0:
                out.lines[k] = line._replace(drawn=under(line.drawn, above.drawn, width))
        # To the columns' edges the two are one paragraph: no date stands without its signature.
        out.lines[-count - 1] = above._replace(closes=False)
        out.lines[-count] = out.lines[-count]._replace(opens=False)


def ruby_beside(story: RStory, style: TextStyle) -> TextStyle:
    """Letters over characters of a style, as large beside these as they are beside the body, and in
    their colour where they have none of their own."""
    ruby = story.ruby
    assert ruby is not None
    if ruby.color == story.body.color != style.color:
        ruby = replace(ruby, color=style.color)
    return ruby.resized(ruby.size * style.size / story.body.size)


class ParagraphTail(NamedTuple):
    """A paragraph from a character on: its number in the story, counted from 1. `turned`: the lines
    before it are set elsewhere. `listed`: the mark of a list's item stands before it."""

    number: int
    offset: int
    paragraph: Paragraph
    turned: bool
    listed: bool

    @property
    def goes_on(self) -> bool:
        """Whether it stands after a line end in its paragraph."""
        return self.paragraph.kind == "continued" and not self.listed


def _natural(done: SetParagraph) -> SetParagraph:
    """The rows of a 小标题, each at its own width and drawn in as its first."""
    indent = done.lines[0].indent if done.lines else 0.0
    lines = [
        line if line.natural > line.width + ROUNDING or line.last < line.first
        else natural_line(done.items, line.first, line.last, is_last=True, indent=indent)
        for line in done.lines
    ]  # fmt: skip
    return replace(done, lines=tuple(lines))


def faults(setting: SetText, most: int) -> Iterator[Diagnostic]:
    """Diagnostics of the first `most` lines: missing characters, lines not set well."""
    for line in setting.lines[:most]:
        if line.mark is not None:
            yield from line.mark.line.diagnostics
    for number, (paragraph, done) in enumerate(setting.sets):
        if most <= 0 and done.lines:
            return
        if number in setting.hands:
            yield setting.hands[number]()
        for char, offset in done.items.missing:
            yield no_glyph(char, paragraph.place_at(offset))
        yield from line_faults(paragraph, done, most)
        if any(run.voice == KEPT for run in paragraph.runs):
            yield from _kept(paragraph, done, most)
        most -= len(done.lines)


def _kept(paragraph: Paragraph, done: SetParagraph, most: int) -> Iterator[Diagnostic]:
    """Where words that a writer keeps together stand at a line's edge, whole: there they may have
    moved it."""
    items = done.items
    runs = [run for run in paragraph.runs if run.voice == KEPT]
    for number, line in enumerate(done.lines[:most]):
        if line.last < line.first:
            continue
        begin = items.offsets[line.first]
        end = items.offsets[line.last] + len(items.tokens[line.last].text)
        for run in runs:
            starts, ends = run.start == begin and number > 0, run.end == end and not line.is_last
            if run.start >= begin and run.end <= end and (starts or ends):
                text = shown(paragraph.text[run.start : run.end], 40)
                yield info("HAND.kept", paragraph.place_at(run.start), text=text)


def rest(lines: Sequence[StoryLine], done: int, *, signed: bool = False) -> Carry | None:
    """Where the text goes on after the first `done` lines; None where it is at its end. Its
    by-line stands at its head where it is `signed`."""
    if done >= len(lines):
        return None
    line = lines[done]
    # The mark of an item goes over with its first line.
    offset = 0 if line.mark is not None else line.offset
    return Carry(paragraph=line.paragraph, offset=offset, signed=signed)
