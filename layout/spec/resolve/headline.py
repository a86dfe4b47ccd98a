"""The headline of an article and its small headings resolved: points, styles, their lines."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, error, info
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.markdown.story import Story
from layout.spec.model.headline import Headline, Subhead, Summary
from layout.spec.model.story import Columns, StoryBlock
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import Length
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import (
    Framing,
    RBacking,
    RHeadline,
    RJump,
    RPicture,
    RShoulder,
    RSubhead,
    RSummary,
    StyledText,
    uncaptioned,
)
from layout.spec.resolve.reversal import on_ground
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import IDEOGRAPHIC_SPACE, couplet, parted, styled
from layout.spec.resolve.wording import worded
from layout.units import fits
from layout.words.said import Said, said

LEAST_FIT: Final = 0.6
"""Of the style's size: below it the order of the headlines on the page is gone."""
MOST_INSET_SIDES: Final = 3
SUMMARY_LEADING: Final = 1.45
"""From line to line of a 提要题 in its em: display type over more than one line, a little wider
than text, for it is read first."""
OFF_GRID: Final = ("above", "below", "bar", "leading")
"""Keys of a 小标题 with which it stands off the grid."""
HEADING_LEADING: Final = 1.25
"""From row to row of a 小标题 of several, in its em, where nothing is said."""
BAR_ZI: Final = 3.0
"""How long the thick end of the rule under a 小标题 is."""
_ABOVE_ONLY: Final = {"span": "above", "cols": "inside", "row": "inside"}
_STANDS: Final = {"above": "part.above", "beside": "part.beside", "inside": "part.inside"}
"""Where a headline stands, with the keys of the words for it."""


@record
class Headings:
    """Resolves headlines; faults are gathered, never raised."""

    sheet: Sheet
    styles: Styles
    faults: list[Diagnostic]

    def front(self, story: Story, key: str, style: Name | None, default: str) -> StyledText | None:
        """A text of a story's head, in the style that a block names for it."""
        found = self.styles.named(style, default)  # also where it is not needed: it may be mistyped
        text = getattr(story.front, key)
        if not text:
            return None
        return styled(text, found, story.front.place_of(key), self.styles)

    def subhead(self, spec: Subhead, body: TextStyle) -> TextStyle:
        """The style of a story's 小标题, ranged as its block has it."""
        style = self.styles.named(spec.style, "subhead")
        if spec.align == "indent":
            return replace(style, align="left", indent_em=body.indent_em * body.size / style.size)
        return style if spec.align is None else replace(style, align=spec.align, indent_em=0.0)

    def off_grid(self, block: StoryBlock, spec: Subhead, body: TextStyle) -> RSubhead | None:
        """How 小标题 stand off the grid, with their rules and their leading; None on it."""
        keys = [key for key in OFF_GRID if key in spec.places]
        if not keys:
            return None
        if block.vertical:
            for key in keys:
                told = said("VERTICAL.subhead", path=f"subhead.{key}")
                self.faults.append(error(told, spec.places[key]))
        style = self.subhead(spec, body)
        bar = spec.bar
        length = Length(BAR_ZI, "zi") if bar is None or bar.length is None else bar.length
        rule = self.styles.rule
        return RSubhead(
            above=rule(spec.above),
            below=rule(spec.below),
            bar="none" if bar is None else rule(bar.rule),
            length=self.sheet.points(length),
            end="left" if bar is None else bar.end,
            leading=self.styles.leading(spec.leading, style.size)
            or style.leading
            or HEADING_LEADING * style.size,
            lines=spec.lines if "lines" in spec.places else None,
            pitch=self.sheet.grid.pitch,
        )

    def headline(
        self,
        block: StoryBlock,
        story: Story,
        inner: Rect | None,
        source: str | None,
        jump: RJump | None = None,
    ) -> RHeadline | None:
        """A story's headline; None where it has none. `inner` is the room in its block, `jump`
        where the story comes from, if it does."""
        front = story.front
        spec = block.headline or Headline()
        kicker = self.front(story, "kicker", spec.kicker_style, "kicker")
        subtitle = self.front(story, "subtitle", spec.subtitle_style, "subtitle")
        summary = self._summary(spec.summary or Summary(), story)
        style = self._title_style(spec)
        text, place = front.title or "", front.place_of("title")
        if jump is not None and jump.line is None:
            text, place = jump.words, jump.place
        elif jump is not None and front.jump_title:
            text, place = front.jump_title, front.place_of("jump_title")
        if (spec.alone and text) or text != (front.title or ""):
            kicker = subtitle = summary = None
        title = self._parts(spec, text, place, style)
        if not title and kicker is None and subtitle is None and summary is None:
            if block.headline is not None and not front.label:
                told = info("NO-TITLE.headline", block.place_of("headline"), story=story.name)
                self.faults.append(told)
            return None
        white = self.sheet.points(spec.white) if spec.white is not None else None
        backing = self._backing(spec, source, white)
        ground = backing.fill if backing is not None else None
        colored = self.styles.colored
        kicker = on_ground(kicker, ground, colored, None)
        title = on_ground(title, ground, colored, None)
        subtitle = on_ground(subtitle, ground, colored, None)
        if summary is not None and summary.fill is None:
            summary = on_ground(summary, ground, colored, None)
        self._check_way(block, spec, summary)
        self._check_room(block, spec, inner)
        vertical = spec.vertical
        return RHeadline(
            lines=0 if vertical else spec.lines,
            title=title,
            steps=spec.title == "steps",
            kicker=kicker,
            beside=spec.kicker == "beside" and kicker is not None,
            subtitle=subtitle,
            align=self._align(spec),
            rule=self.styles.rule(spec.rule),
            place=place,
            vertical=vertical,
            side=spec.side or ("right" if block.vertical else "left"),
            width=self.sheet.points(spec.width) if spec.width is not None else None,
            stands=spec.stands,
            span=spec.span,
            cols=spec.cols,
            row=spec.row,
            balance=spec.title == "balance",
            rows=spec.rows,
            even=spec.even,
            fit=self._fit(spec),
            summary=summary,
            backing=backing,
            white=white,
            shoulder=self._shoulder(spec),
        )

    def _shoulder(self, spec: Headline) -> RShoulder | None:
        """The rule of a 肩题; None where the 引题 is none."""
        if spec.kicker != "shoulder":
            if spec.shoulder is not None:
                self._fault(spec, "shoulder", said("HEADLINE.shoulder"))
            return None
        if spec.vertical:
            self._fault(spec, "kicker", said("VERTICAL.shoulder"))
        rule = spec.shoulder
        if rule is None:
            return RShoulder()
        return RShoulder(rule=self.styles.rule(rule.rule), stands=rule.stands)

    def _parts(
        self, spec: Headline, text: str, place: Place, style: TextStyle
    ) -> tuple[StyledText, ...]:
        """The lines of the 主题; what balance may part further, U+200B where it best does."""
        if not text:
            return ()
        if spec.title == "line":
            words = IDEOGRAPHIC_SPACE.join(couplet(text))
            return (worded(words, style, place, self.styles),) if words else ()
        return parted(text, style, place, self.styles, keep=spec.title == "balance")

    def _title_style(self, spec: Headline) -> TextStyle:
        style = self.styles.named(spec.style, "title")
        if spec.size is not None and not isinstance(spec.size, str):
            size = self.styles.size(spec.size, style.written)
            style = style.resized(size * style.v_scale)
        return style if spec.align != "fill" else replace(style, align="fill")

    def _align(self, spec: Headline) -> str:
        if spec.align in (None, "fill"):
            return "center" if spec.vertical else "left"
        return spec.align or "left"

    def _fit(self, spec: Headline) -> tuple[float, float] | None:
        """The least and the most size of a fitted 主题; a most of 0 is what its lines allow."""
        for key in ("least", "most"):
            if key in spec.places and spec.size != "fit":
                self._fault(spec, key, said("HEADLINE.not-fitted"))
        if spec.size != "fit":
            return None
        size = self.styles.named(spec.style, "title").written
        open_end = 0.0 if spec.lines or spec.vertical else size
        least = self.styles.size(spec.least, min(LEAST_FIT * size, self._points(spec.most, size)))
        most = self.styles.size(spec.most, max(open_end, least) if open_end else 0.0)
        if most and least > most:
            told = said("HEADLINE.least-most", path="headline.least", least_pt=least, most_pt=most)
            self.faults.append(error(told, spec.place_of("least")))
        return least, most

    def _points(self, size: object, default: float) -> float:
        return self.styles.size(size, default)  # type: ignore[arg-type]

    def _summary(self, spec: Summary, story: Story) -> RSummary | None:
        text = self.front(story, "summary", spec.style, "summary")
        rule = self.styles.rule(spec.rule)
        fill = self.styles.color(spec.fill) if spec.fill is not None else None
        if text is None:
            return None
        measure = self.sheet.points(spec.measure) if spec.measure is not None else None
        style = text.style
        if measure is not None and not fits(style.size * style.h_scale, measure):
            told = said(
                "HEADLINE.summary-narrow", path="headline.summary.measure", width_pt=measure,
                size_pt=style.size,
            )  # fmt: skip
            self.faults.append(error(told, spec.places["measure"]))
        text = on_ground(text, fill, self.styles.colored, None)
        return RSummary(
            text=text,
            leading=style.leading or SUMMARY_LEADING * style.size,
            measure=measure,
            rule=rule,
            fill=fill,
        )

    def _backing(self, spec: Headline, source: str | None, white: float | None) -> RBacking | None:
        """What stands behind the headline, and the white it keeps round the words."""
        fill = self.styles.color(spec.fill) if spec.fill is not None else None
        if fill is None and spec.picture is None:
            for key in ("inset", "fit", "focus", "stands_in", "corners"):
                if key in spec.places:
                    self._fault(spec, key, said("HEADLINE.nothing-behind"))
            return None
        half = self.sheet.grid.pitch / 2
        given = [self.sheet.points(length) for length in spec.inset]
        if len(given) == MOST_INSET_SIDES:
            self._fault(spec, "inset", said("INSET.three"))
        if len(given) == 4:
            top, right, bottom, left = given
        else:
            left = right = given[0] if given else self.sheet.body_size
            top = bottom = given[1] if len(given) > 1 else half
        return RBacking(
            inset=(top, right, bottom, left),
            below=half if white is None else white,
            fill=fill,
            picture=self._picture(spec, source),
            corners=self._corners(spec),
        )

    def _corners(self, spec: Headline) -> tuple[float, ...]:
        if not spec.corners:
            return ()
        from layout.spec.resolve.corners import Cornered, radii  # few headlines have any

        what = Cornered(fill=True)
        return radii(spec, self.sheet.points, self.faults, what, path="headline.corners")

    def _picture(self, spec: Headline, source: str | None) -> RPicture | None:
        if source is None:
            return None
        return uncaptioned(
            source,
            spec.places["picture"],
            Framing(fit=spec.fit),
            stands_in=spec.stands_in,
            focus=(spec.focus[0], spec.focus[1]),
        )

    def _check_room(self, block: StoryBlock, spec: Headline, inner: Rect | None) -> None:
        """A headline leaves room for the text."""
        if spec.stands == "above" and not spec.vertical and block.at and spec.lines is not None:
            lines = block.at[0].lines
            # The first of several places may be the headline's alone.
            room = lines.count + (1 if len(block.at) > 1 else 0)
            if spec.lines >= room and not spec.span:
                told = said(
                    "HEADLINE.lines", path="headline.lines", lines=spec.lines, of=lines.count
                )
                self.faults.append(error(told, spec.place_of("lines")))
        width = self.sheet.points(spec.width) if spec.width is not None else 0.0
        if inner is not None and width and fits(inner.width, width):
            told = said("HEADLINE.width", width_pt=width, room_pt=inner.width)
            self._fault(spec, "width", told)

    def _check_way(self, block: StoryBlock, spec: Headline, summary: RSummary | None) -> None:
        """A headline has no keys that belong to one that stands or runs another way."""
        wrong: dict[str, Said] = {}
        if spec.vertical:
            wrong = {"lines": said("VERTICAL.headline-lines")}
            wrong |= dict.fromkeys(("stands", *_ABOVE_ONLY), said("VERTICAL.headline-stands"))
            if summary is not None:
                self._fault(spec, "vertical", said("VERTICAL.headline-summary"))
        elif spec.stands != "beside":
            wrong = dict.fromkeys(("side", "width"), said("VERTICAL.headline-side"))
        for key, told in wrong.items():
            if key in spec.places:
                self._fault(spec, key, told)
        for key, stands in _ABOVE_ONLY.items():
            if key in spec.places and key not in wrong and spec.stands != stands:
                told = said("HEADLINE.stands", at=said(_STANDS[stands]), stands=stands)
                self._fault(spec, key, told)
        if block.vertical and spec.stands != "above" and not spec.vertical:
            told = said("VERTICAL.text", at=said(_STANDS[spec.stands]))
            self._fault(spec, "stands", told)
        self._check_title(spec)
        self._check_columns(block, spec)

    def _check_title(self, spec: Headline) -> None:
        if spec.rows is not None and spec.title != "balance":
            self._fault(spec, "rows", said("HEADLINE.rows"))
        if spec.stands == "beside" and spec.width is None and not spec.vertical:
            told = None
            if spec.size == "fit":
                told = said("HEADLINE.fitted-width", path="headline.width")
            elif spec.title == "balance":
                told = said("HEADLINE.balanced-width", path="headline.width")
            if told is not None:
                self.faults.append(error(told, spec.places["stands"]))

    def _check_columns(self, block: StoryBlock, spec: Headline) -> None:
        """A headline over some columns of a story, or inside them, finds them there."""
        columns = block.columns or Columns()
        if columns.policy == "grid":
            return  # as many as the page has under it
        count = columns.count or 1
        beside = count * max(1, len(block.at or ()))  # its places may stand side by side
        ends = (("span", spec.span, beside), ("cols", spec.cols.last if spec.cols else None, count))
        for key, last, most in ends:
            if last is not None and last > most:
                given = str(getattr(spec, key))
                self._fault(spec, key, said("HEADLINE.columns", given=given, columns=most))

    def _fault(self, spec: Headline, key: str, told: Said) -> None:
        """Tell a fault of the value of a key of `headline`."""
        self.faults.append(error(told.having(path=f"headline.{key}"), spec.places[key]))
