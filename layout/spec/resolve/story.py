"""An article resolved: its headline, its text and its columns in points and styles."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from layout.color import Color
from layout.diagnostics import Diagnostic, Place, error, info, warning
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.markdown.paragraph import NAMED, RUBY
from layout.spec.markdown.story import Story
from layout.spec.model.headline import Subhead
from layout.spec.model.story import BylineAt, Columns, JumpFrom, JumpTo, Justify, StoryBlock
from layout.spec.resolve.defaults import JUMP_WORDS, TextStyle
from layout.spec.resolve.headline import Headings
from layout.spec.resolve.resolved import (
    Boxes,
    ParagraphStyles,
    RByline,
    RColumns,
    RJump,
    RLabel,
    RStory,
    StyledText,
)
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import IDEOGRAPHIC_SPACE, Texts, couplet, styled
from layout.units import fits
from layout.words.said import Said, said

if TYPE_CHECKING:  # loaded where a story has boxes
    from layout.spec.resolve.textbox import TextBoxes


@record
class StoryPictures:
    """The pictures that are no block's of their own, as they are below the root: that `behind` a
    story's headline, and that of its `label`."""

    behind: str | None = None
    label: str | None = None


@record
class Articles:
    """Resolves the blocks of stories; faults are gathered, never raised."""

    sheet: Sheet
    styles: Styles
    texts: Texts
    boxes: "Callable[[], TextBoxes]"
    faults: list[Diagnostic]

    def resolve(
        self, block: StoryBlock, story: Story, inner: Rect | None, pictures: StoryPictures
    ) -> RStory | None:
        """The article of a block whose room is `inner`, None where its place is at fault.

        None as well, with a fault, where it cannot be set at all.
        """
        body = self.styles.named(block.body, "body")
        columns = self._columns(block, body, inner)
        self._lines_only(block, story)
        headings = Headings(sheet=self.sheet, styles=self.styles, faults=self.faults)
        subhead = block.subhead or Subhead()
        heading = headings.off_grid(block, subhead, body) if block.subhead is not None else None
        signed = block.byline_at or BylineAt()
        at_end = signed.stands == "end"
        worn, boxes = self._worn(block, story, body)
        dated = self._dated(block, story, boxes)
        jump_from = self._jump(block, story, "jump_from")
        return RStory(
            story=dated,
            headline=headings.headline(block, story, inner, pictures.behind, jump_from),
            label=self._label(block, story, headings, pictures.label),
            body=body,
            subhead=headings.subhead(subhead, body),
            subhead_lines=subhead.lines if heading is None else 1,
            heading=heading,
            strong=replace(body, face="黑"),
            emphasis=replace(body, face="楷"),
            runin=self._runin(body),
            styles=worn,
            boxes=boxes,
            byline=headings.front(story, "byline", signed.style if at_end else None, "byline"),
            byline_head=None if at_end else self._byline_head(block, story, headings),
            foot=self.texts.line(block.foot, "foot") if block.foot is not None else None,
            columns=columns,
            stands_in=block.stands_in or story.front.stands_in,
            evidence=block.evidence,
            vertical=block.vertical,
            jump_to=self._jump(block, story, "jump_to"),
            jump_from=jump_from,
            initial=block.initial or 0,
            end=self._end(block, body),
            named=self._named(dated, body),
            ruby=self._ruby(dated, body),
            note=self._note(dated, body) if dated.notes else None,
        )

    def _worn(
        self, block: StoryBlock, story: Story, body: TextStyle
    ) -> tuple[ParagraphStyles, Boxes]:
        """The styles and the boxes that paragraphs of a story ask for."""
        if all(paragraph.asked is None for paragraph in story.paragraphs):
            return (), ()
        from layout.spec.resolve.named import boxes_around, named_styles  # few stories name any

        known = self.boxes()
        boxes = boxes_around(story, known, self.faults, vertical=block.vertical)
        named = named_styles(story, body, self.styles, self.faults, (boxes, known.names))
        return named, () if block.vertical else boxes

    def _dated(self, block: StoryBlock, story: Story, boxes: Boxes) -> Story:
        """A story with its 电头, where it has one or one is to be looked for."""
        if story.front.dateline is None and not block.find_dateline:
            return story
        from layout.spec.resolve.dateline import dated  # few stories have any

        find = block.places["find_dateline"] if block.find_dateline else None
        expand = self.texts.expand
        boxed = frozenset(name for name, _ in boxes)
        return dated(
            story, expand, self.faults, find=find, boxed=boxed, initial=block.initial is not None
        )

    def _columns(self, block: StoryBlock, body: TextStyle, inner: Rect | None) -> RColumns:
        spec = block.columns or Columns()
        gutter = self.sheet.body_size if spec.gutter is None else self.sheet.points(spec.gutter)
        measure = self.sheet.points(spec.measure) if spec.measure is not None else None
        place = block.place_of("columns")
        if measure is not None and not fits(body.size * body.h_scale, measure):
            told = said("COLUMNS.narrow", width_pt=measure, size_pt=body.size)
            self._columns_fault("measure", told, spec.places.get("measure", place))
        if measure is not None and spec.policy != "whole":
            told = said("COLUMNS.measure-and-policy", policy=spec.policy)
            self._columns_fault("measure", told, spec.places["measure"])
        if spec.policy == "grid" and (spec.count is not None or spec.gutter is not None):
            key = "count" if spec.count is not None else "gutter"
            self._columns_fault(key, said("COLUMNS.of-the-page"), spec.places[key])
        if spec.policy != "whole" and block.vertical:
            told = said("COLUMNS.tiers-policy", policy=spec.policy)
            self._columns_fault("policy", told, spec.places["policy"])
        count = spec.count or 1
        needed = count * max(measure or 0.0, body.size) + (count - 1) * gutter
        if inner is not None:
            room = inner.height if block.vertical else inner.width
            told = said("COLUMNS.no-room", columns=count, needed_pt=needed, room_pt=room)
            if block.vertical:
                told = said("COLUMNS.no-room-tiers", tiers=count, needed_pt=needed, room_pt=room)
            if not fits(needed, room):
                self.faults.append(error(told, place))
            elif spec.gutter is not None and count > 1 and not block.vertical:
                self._undivided(block, spec, body, room)
        grow = spec.justify or Justify()
        added = (grow.subhead, grow.paragraph, grow.leading)
        subhead, paragraph, leading = (
            self.sheet.points(a) if a is not None else 0.0 for a in added
        )
        return RColumns(
            count=count,
            policy=spec.policy,
            measure=measure,
            gutter=gutter,
            level=spec.level,
            widows=spec.widows,
            keep=spec.keep,
            rule=self.styles.rule(spec.rule),
            justify=(subhead, paragraph, leading),
        )

    def _undivided(self, block: StoryBlock, spec: Columns, body: TextStyle, room: float) -> None:
        """Tell of a block measured in lengths whose columns leave more white than it states."""
        grid, placed = self.sheet.grid.columns, any(at.left or at.width for at in block.at)
        parts = len({round(right - left, 2) for left, right in grid}) > 1
        if spec.policy != "whole" or not (placed or parts or block.width is not None):
            return
        from layout.spec.resolve.across import undivided  # few pages are measured in them

        told = undivided(self.sheet, spec, body.size * body.h_scale, room)
        if told is not None:
            self.faults.append(info(told, spec.places["gutter"]))

    def _label(
        self, block: StoryBlock, story: Story, headings: Headings, picture: str | None
    ) -> RLabel | None:
        """The label of a story; None where it has none."""
        if block.label is None:
            words = headings.front(story, "label", None, "label")
            return RLabel(lines=(words,), place=words.place) if words is not None else None
        from layout.spec.resolve.label import resolve_label  # few blocks say what it looks like

        return resolve_label(block, story, headings, picture)

    def _lines_only(self, block: StoryBlock, story: Story) -> None:
        """A story in columns that run down has none of what belongs to lines."""
        if not block.vertical:
            return
        for _, (note, *_) in story.notes:
            self.faults.append(error("NOTE.down", note.place_at(0)))
        keys = ("foot", "label", "jump_to", "jump_from", "initial", "end")
        has = next((k for k in keys if k in block.places and k != "label"), None)
        if has is None and block.label is not None and block.label.picture is not None:
            has = "label"
        if has is not None or story.front.label:
            place = block.places["vertical"]
            self.faults.append(error("VERTICAL.story", place, path=has or "label"))

    def _byline_head(self, block: StoryBlock, story: Story, headings: Headings) -> RByline | None:
        """The by-line at the head of a text; None, with a warning, where there is none to set."""
        spec = block.byline_at
        assert spec is not None
        text = headings.front(story, "byline", spec.style, "byline-head")
        place = block.places["byline_at"]
        if text is None:
            self.faults.append(warning("BYLINE.none", place, path="byline_at", story=story.name))
            return None
        if block.jump_from is not None:
            told = said("BYLINE.goes-on", story=story.name, page=block.jump_from.page)
            self.faults.append(warning(told.having(path="byline_at"), place))
            return None
        return RByline(
            text=text, over=spec.over, rule=self.styles.rule(spec.rule), lines=spec.lines,
            place=place,
        )  # fmt: skip

    def _jump(self, block: StoryBlock, story: Story, key: str) -> RJump | None:
        jump: JumpTo | None = getattr(block, key)
        if jump is None:
            return None
        place, page = block.places[key], jump.page
        if page in self.texts.names:
            self.faults.append(error(said("JUMP-PAGE.itself", path=key, page=page), place))
        style = self.styles.named(jump.style, "jump")
        words = jump.words or self.texts.jump_words[key]
        at = jump.places.get("words", place)
        if words == JUMP_WORDS[key]:
            text = words.replace("{page}", page)
            line = StyledText(text=text, style=style, place=place)
        else:
            fields = {"page": page, "title": titled(story)}
            text = self.texts.expand(words, at, style.script, fields)
            line = styled(text, style, at, self.styles)
        as_headline = isinstance(jump, JumpFrom) and jump.stands == "headline"
        return RJump(page=page, words=text, line=None if as_headline else line, place=place)

    def _end(self, block: StoryBlock, body: TextStyle) -> StyledText | None:
        if block.end is None:
            return None
        style = replace(self.styles.get("end"), size=body.size)
        return StyledText(text=block.end, style=style, place=block.places["end"])

    def _runin(self, body: TextStyle) -> TextStyle:
        """Headings in the line, as large beside `body` as their style is beside the body's."""
        style = self._beside(self.styles.get("runin"), body)
        return replace(
            body, name="runin", face=style.face, size=style.size, half_digits=style.half_digits
        )

    def _beside(self, style: TextStyle, body: TextStyle) -> TextStyle:
        """A style as large beside `body` as it is beside the body's."""
        return style.resized(style.size * body.size / self.styles.get("body").size)

    def _ruby(self, story: Story, body: TextStyle) -> TextStyle | None:
        """The style of letters over characters; None where there are none."""
        if not any(run.voice == RUBY for p in story.paragraphs for run in p.runs):
            return None
        return self._beside(self.styles.get("拼音"), body)

    def _note(self, story: Story, body: TextStyle) -> TextStyle:
        """The style of notes at a column's foot, its leading as its size beside the body."""
        style = self.styles.get("脚注")
        made = self._beside(style, body)
        return replace(made, leading=style.leading * made.size / style.size)

    def _named(self, story: Story, body: TextStyle) -> tuple[tuple[str, TextStyle | Color], ...]:
        """The styles, and the colours, that words of a story are in."""
        noted = [p for _, note in story.notes for p in note]
        set_here = (*story.paragraphs, *noted)
        names = dict.fromkeys(r.target for p in set_here for r in p.runs if r.voice == NAMED)
        out: list[tuple[str, TextStyle | Color]] = []
        for name in names:
            style = self.styles.known(name)
            out.append(
                (name, self.styles.colors[name] if style is None else self._beside(style, body))
            )
        return tuple(out)

    def _columns_fault(self, key: str, told: Said, place: Place) -> None:
        """Tell a fault of the value of a key of `columns`."""
        self.faults.append(error(told.having(path=f"columns.{key}"), place))


def titled(story: Story) -> str:
    """The 主题 of a story as its jump lines say it: on one line, an em at the break of a couplet,
    without its marks."""
    text = story.front.jump_title or story.front.title or ""
    return unmarked(IDEOGRAPHIC_SPACE.join(couplet(text)))[0]
