"""What a block holds, in points and styles: one method for each kind of block."""

import math

from layout.diagnostics import Diagnostic, Place, did_you_mean, error, shown
from layout.environment import Environment, MissingPathError, PathError
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec import blocks
from layout.spec.content import Story
from layout.spec.defaults import TextStyle
from layout.spec.kinds import Name
from layout.spec.load import Sources, nearest_file
from layout.spec.resolved import (
    Content,
    RCredits,
    RHeadline,
    RIndex,
    RPicture,
    RRule,
    RStory,
    RText,
    StyledText,
)
from layout.spec.sheet import Sheet
from layout.spec.styles import Styles
from layout.spec.texts import IDEOGRAPHIC_SPACE, Texts, couplet, styled
from layout.units import fits


@record
class Contents:
    """Resolves what stands inside blocks; faults are gathered, never raised."""

    env: Environment
    sources: Sources
    sheet: Sheet
    styles: Styles
    texts: Texts
    faults: list[Diagnostic]

    def of(self, index: int, block: blocks.AnyBlock, inner: Rect | None) -> Content | None:
        """The content of block `index`; None, with a fault, where there can be none.

        `inner` is the room inside the block, or None where its place is at fault already.
        """
        if isinstance(block, blocks.StoryBlock):
            story = self.sources.stories[index]
            return self._story(block, story, inner) if story is not None else None
        if isinstance(block, blocks.TextBlock):
            gap = self.sheet.points(block.gap) if block.gap is not None else None
            lines = tuple(self.texts.line(line, "note") for line in block.text)
            if block.vertical and block.arrange == "row":
                message = "arrange: columns of vertical text stand side by side anyway"
                self._fault("VERTICAL", message, block.places["arrange"], "leave it out")
            return RText(
                lines=lines,
                arrange=block.arrange,
                valign=block.valign,
                gap=gap,
                vertical=block.vertical,
            )
        if isinstance(block, blocks.PictureBlock):
            return self._picture(block, inner)
        if isinstance(block, blocks.IndexBlock):
            return self._index(block)
        if isinstance(block, blocks.CreditsBlock):
            return self._credits(block)
        return RRule(rule=block.rule)

    def _fault(self, code: str, message: str, place: Place, hint: str = "") -> None:
        self.faults.append(error(code, message, place, hint))

    def _front(self, story: Story, key: str, style: Name | None, default: str) -> StyledText | None:
        """A text of a story's head, in the style that a block names for it."""
        found = self.styles.named(style, default)  # also where it is not needed: it may be mistyped
        text = getattr(story.front, key)
        if not text:
            return None
        return styled(text, found, story.front.places.get(key, story.front.place))

    # Stories

    def _story(self, block: blocks.StoryBlock, story: Story, inner: Rect | None) -> RStory | None:
        spec = block.columns or blocks.Columns()
        body = self.styles.named(block.body, "body")
        gutter = self.sheet.points(spec.gutter) if spec.gutter else self.sheet.body_size
        measure = self.sheet.points(spec.measure) if spec.measure is not None else None
        place = block.places.get("columns", block.place)
        if measure is not None and not fits(body.size * body.h_scale, measure):
            narrow = f"columns.measure: {measure:.1f} pt hold no character of {body.size:g} pt"
            self._fault("COLUMNS", narrow, spec.places.get("measure", place))
        needed = spec.count * max(measure or 0.0, body.size) + (spec.count - 1) * gutter
        if inner is not None:
            noun, room, more = "columns", inner.width, "wider"
            if block.vertical:
                noun, room, more = "tiers", inner.height, "deeper"
            if not fits(needed, room):
                self._fault(
                    "COLUMNS",
                    f"{spec.count} {noun} do not fit: {needed:.1f} pt in {room:.1f} pt",
                    place,
                    f"fewer {noun}, a smaller gutter or inset, or a {more} block",
                )
        if block.vertical and (block.foot is not None or story.front.label):
            what = "foot" if block.foot is not None else "label"
            message = f"{what}: a story in columns that run down has none"
            self._fault("VERTICAL", message, block.places["vertical"], "set its text in lines")
        return RStory(
            story=story,
            headline=self._headline(block, story),
            label=self._front(story, "label", block.label, "label"),
            body=body,
            subhead=self.styles.get("subhead"),
            strong=replace(body, face="黑"),
            emphasis=replace(body, face="楷"),
            runin=self._runin(body),
            byline=self._front(story, "byline", None, "byline"),
            foot=self.texts.line(block.foot, "foot") if block.foot is not None else None,
            columns=spec.count,
            measure=measure,
            gutter=gutter,
            level=spec.level,
            stands_in=block.stands_in or story.front.stands_in,
            vertical=block.vertical,
        )

    def _runin(self, body: TextStyle) -> TextStyle:
        """Headings in the line, as large beside `body` as their style is beside the body's."""
        style = self.styles.get("runin")
        size = style.size * body.size / self.styles.get("body").size
        return replace(
            body, name="runin", face=style.face, size=size, half_digits=style.half_digits
        )

    def _headline(self, block: blocks.StoryBlock, story: Story) -> RHeadline | None:
        front = story.front
        spec = block.headline or blocks.Headline()
        kicker = self._front(story, "kicker", spec.kicker_style, "kicker")
        subtitle = self._front(story, "subtitle", spec.subtitle_style, "subtitle")
        style = self.styles.named(spec.style, "title")
        if spec.size is not None:
            style = replace(style, size=self.styles.size(spec.size, style.size))
        place = front.places.get("title", front.place)
        parts = couplet(front.title) if front.title else []
        if spec.title == "line" and parts:
            parts = [IDEOGRAPHIC_SPACE.join(parts)]
        title = tuple(StyledText(text=p, style=style, place=place) for p in parts)
        if not title and kicker is None:
            return None
        beside = spec.kicker == "beside" and kicker is not None
        lines = spec.lines
        self._check_way(spec)
        if spec.vertical:
            lines = 0
        elif lines is None:
            # Textbook: the sizes in lines of the grid, and 1-2 lines of air, rounded up (占行).
            sizes = sum(t.style.size for t in title)
            sizes += kicker.style.size if kicker is not None and not beside else 0.0
            sizes += subtitle.style.size if subtitle is not None else 0.0
            lines = math.ceil(sizes / self.sheet.grid.pitch + 1.5)
        elif lines >= block.at.lines.count:
            self._fault(
                "HEADLINE",
                f"headline.lines: {lines} of the block's {block.at.lines.count} lines "
                "leave none for the text",
                spec.places.get("lines", spec.place),
            )
        return RHeadline(
            lines=lines,
            title=title,
            steps=spec.title == "steps",
            kicker=kicker,
            beside=beside,
            subtitle=subtitle,
            align=spec.align or ("center" if spec.vertical else "left"),
            rule=spec.rule,
            place=front.places.get("title", front.place),
            vertical=spec.vertical,
            side=spec.side or ("right" if block.vertical else "left"),
            width=self.sheet.points(spec.width) if spec.width is not None else None,
        )

    def _check_way(self, spec: blocks.Headline) -> None:
        """A headline has no keys that belong to one that runs the other way."""
        if spec.vertical:
            wrong = {"lines": "a vertical headline takes the height of its block"}
            if spec.kicker == "beside":
                wrong["kicker"] = "the 引题 of a vertical headline is a column to its right"
        else:
            wrong = dict.fromkeys(("side", "width"), "only a vertical headline has one")
        for key, why in wrong.items():
            if key in spec.places:
                hint = "give its `width`" if key == "lines" else ""
                self._fault("VERTICAL", f"headline.{key}: {why}", spec.places[key], hint)

    # Pictures, 导读, credits

    def _picture(self, block: blocks.PictureBlock, inner: Rect | None) -> RPicture:
        caption = credit = None
        if block.caption:
            caption = styled(block.caption, self.styles.get("caption"), block.places["caption"])
        if block.credit:
            credit = styled(block.credit, self.styles.get("credit"), block.places["credit"])
        lines = block.lines
        if lines is None:
            lines = 1 if caption is not None or credit is not None else 0
        if inner is not None and fits(inner.height, lines * self.sheet.grid.pitch):
            message = f"the caption's lines ({lines}) leave no room for the picture"
            self._fault("PICTURE-ROOM", message, block.places.get("lines", block.at.place))
        return RPicture(
            source=self._source(block.picture) if block.picture is not None else None,
            caption=caption,
            credit=credit,
            caption_lines=lines,
            keyline=block.keyline,
            focus=(block.focus[0], block.focus[1]),
            stands_in=block.stands_in,
        )

    def _source(self, name: Name) -> str | None:
        """The picture's path below the root."""
        folder = self.sources.path.parent
        try:
            return self.env.label(self.env.find(name.text, folder))
        except MissingPathError as exc:
            hint = nearest_file(self.env, name.text, folder)
            self._fault("MISSING-FILE", f'picture: "{shown(name.text)}" {exc}', name.place, hint)
        except PathError as exc:
            self._fault("BAD-PATH", f'picture: "{shown(name.text)}" {exc}', name.place)
        return None

    def _index(self, block: blocks.IndexBlock) -> RIndex:
        page_style, title_style = self.styles.get("index-page"), self.styles.get("index-title")
        items = []
        for item in block.index:
            place = item.places["title"]
            page = StyledText(text=item.page, style=page_style, place=item.places["page"])
            parts = couplet(item.title)
            title = tuple(StyledText(text=p, style=title_style, place=place) for p in parts)
            items.append((page, title))
        place = block.places.get("label", block.place)
        label = StyledText(text=block.label, style=self.styles.get("index-label"), place=place)
        return RIndex(label=label, items=tuple(items))

    def _credits(self, block: blocks.CreditsBlock) -> RCredits:
        known: dict[str, tuple[str, ...]] = {}
        for role in self.sources.edition.credits:
            # A function that stands twice: its names stand together, none is lost.
            known[role.role] = known.get(role.role, ()) + role.names
        place = block.places.get("credits", block.place)
        wanted = list(known) if block.credits == "all" else block.credits.split()
        if not wanted:
            message = "credits: the edition gives none"
            self._fault("UNKNOWN-CREDIT", message, place, "give it `credits:`")
        groups = []
        for name in wanted:
            names = known.get(name)
            if names is None:
                hint = did_you_mean(name, known) or "credits: " + (", ".join(known) or "none")
                self._fault("UNKNOWN-CREDIT", f'no credit "{shown(name)}"', place, hint)
                continue
            role_style, name_style = (
                self.styles.get("credits-role"),
                self.styles.get("credits-name"),
            )
            # Two em between names, or 胡　乐 would fall apart beside the next one.
            spread = (2 * IDEOGRAPHIC_SPACE).join(_spread(n) for n in names)
            groups.append(
                (
                    StyledText(text=f"{name}：", style=role_style, place=place),
                    StyledText(text=spread, style=name_style, place=place),
                )
            )
        return RCredits(groups=tuple(groups), align=block.align)


def _spread(name: str) -> str:
    """A name of two characters is spread to the width of three, as in print."""
    return IDEOGRAPHIC_SPACE.join(name) if len(name) == 2 and not name.isascii() else name
