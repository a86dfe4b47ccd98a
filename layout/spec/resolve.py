"""From the spec as written to the spec in points: the last place that knows a unit or a default."""

import math
import re
from dataclasses import replace
from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, did_you_mean, error, shown
from layout.display.items import Grid
from layout.environment import Environment, PathError
from layout.geometry import Rect
from layout.spec import model
from layout.spec.content import Story
from layout.spec.defaults import TextStyle
from layout.spec.fields import Length, Span
from layout.spec.load import Sources
from layout.spec.resolved import (
    Content,
    RBlock,
    RCredits,
    RHeader,
    RHeadline,
    RIndex,
    RPage,
    RPicture,
    RRule,
    RStory,
    RText,
    StyledText,
)
from layout.spec.styles import Styles
from layout.units import ABSOLUTE_PT, fits, mm, to_mm

WEEKDAYS: Final = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
IDEOGRAPHIC_SPACE: Final = "\u3000"
EM_ASCENT: Final = 0.88
"""From the top of an ideograph's em to its baseline: the em box of all East Asian faces (BASE
`ideo` at -0.12)."""

# Norms of the trade: sheet and type area in mm, columns and gutter in 字, lines of the grid.
_PRESETS: Final[dict[str, dict[str, float]]] = {
    "broadsheet": {"width": 390, "height": 550, "columns": 8, "column": 13, "lines": 120,
                   "area": 490, "top": 31},
    "tabloid": {"width": 275, "height": 390, "columns": 6, "column": 11, "lines": 86,
                "area": 350, "top": 21},
}  # fmt: skip
_BODY_PT: Final = 9.0
_MOST_EXTENT_MM: Final = 2000.0
_COUPLET: Final = re.compile(r"\s*\|\s*")
_FIELD: Final = re.compile(r"\{([^{}]*)\}")


def resolve(env: Environment, sources: Sources) -> RPage:
    """The page in points. Raises `StopError` with every fault found."""
    resolver = _Resolver(env, sources)
    page = resolver.page()
    if resolver.faults:
        raise StopError(resolver.faults)
    return page


class _Resolver:
    """Holds what all parts of a page share while it is resolved."""

    def __init__(self, env: Environment, sources: Sources) -> None:
        self.env = env
        self.sources = sources
        self.faults: list[Diagnostic] = []
        spec = sources.page
        self.format = spec.format
        self.body_size = self._absolute(spec.format.body, _BODY_PT)
        self.width, self.height, self.bleed, self.grid = self._geometry()
        self.styles = Styles(
            tuple(s for s, _ in sources.sheets),
            body_size=self.body_size,
            pitch=self.grid.pitch,
            faults=self.faults,
        )
        self.fields = self._fields()

    def page(self) -> RPage:
        spec = self.sources.page
        header = self._header(spec.header) if spec.header is not None else None
        blocks: list[RBlock] = []
        for index, block in enumerate(spec.blocks):
            made = self._block(index, block)
            if made is not None:
                blocks.append(made)
        self._overlaps(blocks, header)
        title = spec.title or f"{self.sources.edition.section or ''} {spec.page}".strip()
        return RPage(
            name=spec.page,
            title=title,
            date=self.fields.get("date", ""),
            width=self.width,
            height=self.height,
            bleed=self.bleed,
            grid=self.grid,
            body=self.styles.get("body"),
            header=header,
            blocks=tuple(blocks),
            accent=self.styles.colors["accent"],
        )

    # Lengths

    def _absolute(self, length: Length | None, default: float) -> float:
        if length is None:
            return default
        return length.value * ABSOLUTE_PT.get(length.unit, 1.0)

    def _in_grid(self, length: Length, em: float | None = None) -> float:
        """Points of a length that may be counted in 字, 行 or em."""
        unit = {
            "zi": self.body_size,
            "em": em if em is not None else self.body_size,
            "lines": self.grid.pitch,
        }.get(length.unit)
        return length.value * (unit if unit is not None else ABSOLUTE_PT[length.unit])

    def _geometry(self) -> tuple[float, float, float, Grid]:
        f = self.format
        norm = _PRESETS[f.preset]
        width = self._absolute(f.width, mm(norm["width"]))
        height = self._absolute(f.height, mm(norm["height"]))
        for key, value in (("width", width), ("height", height)):
            if not mm(30) <= value <= mm(_MOST_EXTENT_MM):
                self._fault(
                    "FORMAT",
                    f"format.{key}: a page of {to_mm(value):.4g} mm; "
                    f"30 to {_MOST_EXTENT_MM:g} mm are possible",
                    f.places.get(key, f.place),
                )
                width = height = mm(400)
        columns = f.columns or int(norm["columns"])
        column = self._zi(f.column, norm["column"])
        gutter = self._zi(f.gutter, 1.0)
        lines = f.lines or int(norm["lines"])
        pitch = mm(norm["area"]) / norm["lines"]
        if f.pitch is not None:
            em = f.pitch.unit == "em"
            pitch = f.pitch.value * self.body_size if em else self._absolute(f.pitch, pitch)
        area_width = columns * column + (columns - 1) * gutter
        area_height = lines * pitch
        top = self._absolute(f.top, mm(norm["top"]))
        if f.top is None and top + area_height > height:
            top = max(0.0, (height - area_height) / 2)
        if not fits(area_width, width) or not fits(top + area_height, height):
            self._fault(
                "FORMAT",
                f"format: the type area ({to_mm(area_width):.1f} × {to_mm(area_height):.1f} mm) "
                f"is larger than the page ({to_mm(width):.1f} × {to_mm(height):.1f} mm)",
                f.place if f.place.file else self.sources.page.place,
                "fewer or narrower columns, fewer lines, or a smaller pitch",
            )
        left = (width - area_width) / 2
        edges = tuple(
            (left + i * (column + gutter), left + i * (column + gutter) + column)
            for i in range(columns)
        )
        grid = Grid(
            type_area=Rect(left, top, area_width, area_height),
            columns=edges,
            pitch=pitch,
            lines=lines,
            baseline=(pitch - self.body_size) / 2 + EM_ASCENT * self.body_size,
        )
        return width, height, self._absolute(f.bleed, mm(3)), grid

    def _zi(self, length: Length | None, default_zi: float) -> float:
        if length is None:
            return default_zi * self.body_size
        if length.unit == "zi":
            return length.value * self.body_size
        return self._absolute(length, 0.0)

    # Texts

    def _fields(self) -> dict[str, str]:
        edition, spec = self.sources.edition, self.sources.page
        out = {
            "page": spec.page,
            "name": edition.name or "",
            "section": edition.section or "",
            "phone": edition.phone or "",
            "staff": IDEOGRAPHIC_SPACE.join(
                f"{r.role}：{' '.join(r.names)}" for r in edition.staff
            ),
            "year": "", "month": "", "day": "", "weekday": "", "date": "",
        }  # fmt: skip
        date = spec.date or edition.date
        if date is not None:
            weekday = WEEKDAYS[date.weekday()]
            out |= {
                "year": str(date.year),
                "month": str(date.month),
                "day": str(date.day),
                "weekday": weekday,
                "date": date.isoformat(),
            }
            if edition.weekday is not None and edition.date == date:
                given = edition.weekday.replace("周", "星期").replace("星期天", "星期日")
                if given != weekday:
                    self._fault(
                        "WEEKDAY",
                        f"{date.isoformat()} is a {weekday}, not {edition.weekday}",
                        edition.places.get("weekday", edition.place),
                    )
        return out

    def _expand(self, text: str, place: Place) -> str:
        """A text with its {fields} filled in."""

        def fill(match: re.Match[str]) -> str:
            name = match[1]
            if name not in self.fields:
                hint = did_you_mean(name, self.fields) or "fields: " + ", ".join(self.fields)
                self._fault("UNKNOWN-FIELD", f"no field {{{shown(name)}}}", place, hint)
                return ""
            return self.fields[name]

        return _FIELD.sub(fill, text)

    def _styled(self, text: str, style: TextStyle, place: Place) -> StyledText:
        return StyledText(text=_couplet(text), style=style, place=place)

    def _line(self, line: model.Line, default: str) -> StyledText:
        style = self.styles.named(line.style, default)
        if line.align is not None:
            style = replace(style, align=line.align)
        place = line.places.get("text", line.place)
        return self._styled(self._expand(line.text, place), style, place)

    # Header and blocks

    def _header(self, spec: model.Header) -> RHeader:
        area = self.grid.type_area
        place = spec.places.get("folio", spec.place)

        def group(lines: tuple[model.Line, ...]) -> tuple[StyledText, ...]:
            made = (self._line(line, "header") for line in lines)
            return tuple(line for line in made if line.text.strip())

        return RHeader(
            rect=Rect(area.x, area.y, area.width, spec.lines * self.grid.pitch),
            folio=self._styled(self._expand(spec.folio, place), self.styles.get("folio"), place),
            outer=spec.outer,
            left=group(spec.left),
            center=group(spec.center),
            right=group(spec.right),
            rule=spec.rule,
        )

    def _block(self, index: int, block: model.AnyBlock) -> RBlock | None:
        rect = self._place(block.at)
        if rect is None:
            return None
        sides, ends = self._inset(block)
        inner = rect.inset(sides, ends, sides, ends)
        content = self._content(index, block, inner)
        if content is None:
            return None
        edges = block.rules
        fill = self.styles.color(block.fill, block.places.get("fill", block.place))
        return RBlock(
            id=block.id or f"block-{index + 1}",
            place=block.place,
            cols=block.at.cols,
            lines=block.at.lines,
            rect=rect,
            inner=inner,
            fill=fill,
            rules=(edges.top, edges.right, edges.bottom, edges.left)
            if edges is not None
            else ("none",) * 4,
            nudge=self._in_grid(block.nudge) if block.nudge is not None else 0.0,
            content=content,
        )

    def _place(self, at: model.At) -> Rect | None:
        grid = self.grid
        ok = True
        for key, span, most in (
            ("cols", at.cols, len(grid.columns)),
            ("lines", at.lines, grid.lines),
        ):
            if span.last > most:
                noun = "column" if key == "cols" else "line"
                self._fault(
                    "OFF-GRID",
                    f"at.{key}: {span} but the page has {most} {noun}s",
                    at.places[key],
                    f"the last {noun} is {most}",
                )
                ok = False
        if not ok:
            return None
        left = grid.columns[at.cols.first - 1][0]
        right = grid.columns[at.cols.last - 1][1]
        top = grid.top_of(at.lines.first)
        return Rect(left, top, right - left, at.lines.count * grid.pitch)

    def _inset(self, block: model.Block) -> tuple[float, float]:
        if not block.inset:
            return 0.0, 0.0
        sides = self._in_grid(block.inset[0])
        return sides, self._in_grid(block.inset[-1]) if len(block.inset) > 1 else 0.0

    def _content(self, index: int, block: model.AnyBlock, inner: Rect) -> Content | None:
        if isinstance(block, model.StoryBlock):
            story = self.sources.stories[index]
            return self._story(block, story, inner) if story is not None else None
        if isinstance(block, model.TextBlock):
            gap = self._in_grid(block.gap) if block.gap is not None else None
            lines = tuple(self._line(line, "note") for line in block.text)
            return RText(lines=lines, arrange=block.arrange, valign=block.valign, gap=gap)
        if isinstance(block, model.PictureBlock):
            return self._picture(block)
        if isinstance(block, model.IndexBlock):
            return self._index(block)
        if isinstance(block, model.CreditsBlock):
            return self._credits(block)
        return RRule(rule=block.rule)

    def _story(self, block: model.StoryBlock, story: Story, inner: Rect) -> RStory | None:
        spec = block.columns or model.Columns()
        body = self.styles.named(block.body, "body")
        front = story.front
        label = None
        if front.label:
            place = front.places.get("label", front.place)
            label = self._styled(front.label, self.styles.named(block.label, "label"), place)
        byline = None
        if front.byline:
            place = front.places.get("byline", front.place)
            byline = self._styled(front.byline, self.styles.get("byline"), place)
        least = self._zi(spec.gutter, 1.0)
        measure = self._zi(spec.measure, 0.0) if spec.measure is not None else None
        needed = spec.count * max(measure or 0.0, body.size) + (spec.count - 1) * least
        if not fits(needed, inner.width):
            self._fault(
                "COLUMNS",
                f"{spec.count} columns do not fit: {needed:.1f} pt in {inner.width:.1f} pt",
                block.places.get("columns", block.place),
            )
            return None
        return RStory(
            story=story,
            headline=self._headline(block, story),
            label=label,
            body=body,
            subhead=self.styles.get("subhead"),
            strong=replace(body, face="黑"),
            emphasis=replace(body, face="楷"),
            byline=byline,
            foot=self._line(block.foot, "foot") if block.foot is not None else None,
            columns=spec.count,
            measure=measure,
            gutter=least,
            level=spec.level,
            stands_in=block.stands_in or front.stands_in,
        )

    def _headline(self, block: model.StoryBlock, story: Story) -> RHeadline | None:
        front = story.front
        spec = block.headline or model.Headline()
        if not front.title and not front.kicker:
            return None
        style = self.styles.named(spec.style, "title")
        if spec.size is not None:
            style = replace(style, size=self.styles.size(spec.size, style.size))
        place = front.places.get("title", front.place)
        parts = _COUPLET.split(front.title) if front.title else []
        if spec.title == "line" and parts:
            parts = [IDEOGRAPHIC_SPACE.join(parts)]
        title = tuple(StyledText(text=p, style=style, place=place) for p in parts)
        kicker = subtitle = None
        if front.kicker:
            kicker_style = self.styles.named(spec.kicker_style, "kicker")
            kicker = self._styled(
                front.kicker, kicker_style, front.places.get("kicker", front.place)
            )
        if front.subtitle:
            sub_style = self.styles.named(spec.subtitle_style, "subtitle")
            subtitle = self._styled(
                front.subtitle, sub_style, front.places.get("subtitle", front.place)
            )
        beside = spec.kicker == "beside" and kicker is not None
        lines = spec.lines
        if lines is None:
            # Textbook: the sizes in lines of the grid, and 1-2 lines of air, rounded up (占行).
            sizes = sum(t.style.size for t in title)
            sizes += kicker.style.size if kicker is not None and not beside else 0.0
            sizes += subtitle.style.size if subtitle is not None else 0.0
            lines = math.ceil(sizes / self.grid.pitch + 1.5)
        return RHeadline(
            lines=lines,
            title=title,
            steps=spec.title == "steps",
            kicker=kicker,
            beside=beside,
            subtitle=subtitle,
            align=spec.align or "left",
            rule=spec.rule,
        )

    def _picture(self, block: model.PictureBlock) -> RPicture:
        source = None
        if block.picture is not None:
            try:
                found = self.env.find(block.picture.text, self.sources.path.parent)
                source = self.env.label(found)
            except PathError as exc:
                from layout.spec.load import nearest_file

                code = "MISSING-FILE" if "exist" in str(exc) else "BAD-PATH"
                hint = ""
                if code == "MISSING-FILE":
                    near = (self.sources.path.parent, self.env.root)
                    hint = next(
                        filter(None, (nearest_file(block.picture.text, n) for n in near)), ""
                    )
                self._fault(
                    code, f'picture: "{shown(block.picture.text)}" {exc}', block.picture.place, hint
                )
        caption = credit = None
        if block.caption:
            caption = self._styled(
                block.caption, self.styles.get("caption"), block.places["caption"]
            )
        if block.credit:
            credit = self._styled(block.credit, self.styles.get("credit"), block.places["credit"])
        lines = block.lines
        if lines is None:
            lines = 1 if caption is not None or credit is not None else 0
        return RPicture(
            source=source,
            caption=caption,
            credit=credit,
            caption_lines=lines,
            keyline=block.keyline,
            focus=(block.focus[0], block.focus[1]),
            stands_in=block.stands_in,
        )

    def _index(self, block: model.IndexBlock) -> RIndex:
        page_style, title_style = self.styles.get("index-page"), self.styles.get("index-title")
        items = []
        for item in block.index:
            place = item.places["title"]
            page = StyledText(text=item.page, style=page_style, place=item.places["page"])
            parts = _COUPLET.split(item.title)
            title = tuple(StyledText(text=p, style=title_style, place=place) for p in parts)
            items.append((page, title))
        label = StyledText(text=block.label, style=self.styles.get("index-label"), place=block.place)
        return RIndex(label=label, items=tuple(items))

    def _credits(self, block: model.CreditsBlock) -> RCredits | None:
        known = {r.role: r for r in self.sources.edition.credits if r.role and r.names}
        place = block.places.get("credits", block.place)
        wanted = list(known) if block.credits == "all" else block.credits.split()
        groups = []
        for name in wanted:
            role = known.get(name)
            if role is None:
                hint = did_you_mean(name, known) or "credits: " + (", ".join(known) or "none")
                self._fault("UNKNOWN-CREDIT", f'no credit "{shown(name)}"', place, hint)
                continue
            spread = IDEOGRAPHIC_SPACE.join(_spread(n) for n in role.names)
            groups.append(
                (
                    StyledText(
                        text=f"{name}：", style=self.styles.get("credits-role"), place=place
                    ),
                    StyledText(text=spread, style=self.styles.get("credits-name"), place=place),
                )
            )
        return RCredits(groups=tuple(groups), align=block.align)

    # Checks that need the whole page

    def _overlaps(self, blocks: list[RBlock], header: RHeader | None) -> None:
        if header is not None:
            for block in blocks:
                if header.rect.overlap(block.rect):
                    rows = self.sources.page.header
                    taken = rows.lines if rows is not None else 0
                    self._fault(
                        "OVERLAP",
                        f'block "{block.id}" (lines {block.lines}) lies over the header '
                        f"(lines 1-{taken})",
                        block.place,
                        f"begin at line {taken + 1}",
                    )
        for i, later in enumerate(blocks):
            for earlier in blocks[:i]:
                if later.rect.overlap(earlier.rect):
                    cols = _common(later.cols, earlier.cols)
                    lines = _common(later.lines, earlier.lines)
                    self._fault(
                        "OVERLAP",
                        f'block "{later.id}" lies over block "{earlier.id}" '
                        f"at columns {cols}, lines {lines}",
                        later.place,
                    )

    def _fault(self, code: str, message: str, place: Place, hint: str = "") -> None:
        self.faults.append(error(code, message, place, hint))


def _common(a: Span, b: Span) -> Span:
    return Span(max(a.first, b.first), min(a.last, b.last))


def _couplet(text: str) -> str:
    """` | ` in a display line is a break of one em."""
    return _COUPLET.sub(IDEOGRAPHIC_SPACE, text)


def _spread(name: str) -> str:
    """A name of two characters is spread to the width of three, as in print."""
    return IDEOGRAPHIC_SPACE.join(name) if len(name) == 2 and not name.isascii() else name
