"""A first arrangement: blocks in full-width rows of the grid, never over one another.

Not a page an art editor would make: a page that builds at once, with every word on it, from which
a person starts. What one page cannot hold goes on to the next.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from layout.importer.estimate import paragraph_height, story_lines, width_em
from layout.importer.figures import figure_rows
from layout.importer.model import (
    Banner,
    SourceIndexItem,
    SourcePage,
    SourcePicture,
    SourceRole,
    SourceStory,
    SourceTable,
)
from layout.importer.norms import BROADSHEET, Norm
from layout.importer.plan import Arrangement, HeadlineRoom, PagePlan, PlannedBlock
from layout.record import record, replace
from layout.spec.resolve.defaults import STYLES
from layout.spec.resolve.sheet import BODY_PT
from layout.units import whole_down, whole_up

HEADER_LINES: Final = 3
STYLE_PT: Final = {name: style.size for name, style in STYLES.items()}
# A row of the 导读 is three lines high here: its title, in two lines, and its number fit that.
INDEX_PT: Final = {"index-title": 13.0, "index-page": 20.0}
_BRIEF_PT: Final = STYLES["brief"].size
_BRIEF_LEADING: Final = STYLES["brief"].leading or 0.0
_PICTURE_LEAST, _PICTURE_MOST = 16, 44
_BRIEF_MOST: Final = 60  # lines; a longer summary is set as a story
_MAIN_FULL: Final = 0.92  # the least part of the width that may be spread over the whole
_HEAD_ROOM: Final = 18  # lines kept for a headline and for what the estimate may be short of
_AIR: Final = 1  # empty lines between rows


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """Pages while they are filled from top to foot."""

    name: str
    norm: Norm
    line: int = HEADER_LINES + 1
    pages: list[list[PlannedBlock]] = field(default_factory=lambda: [[]])

    def row(self, height: int, *, air: int = _AIR) -> int:
        """The first line of a row of so many lines, on a new page where it does not fit."""
        if self.line + height - 1 > self.norm.lines and self.line > HEADER_LINES + 1:
            self.pages.append([])
            self.line = HEADER_LINES + 1
        first = self.line
        self.line += height + air
        return first

    def add(self, block: PlannedBlock) -> None:
        self.pages[-1].append(block)


def arrange(page: SourcePage, norm: Norm = BROADSHEET) -> Arrangement:
    """Place everything of the page on as few pages of a format as can be.

    Headlines and pictures come down in size while that saves a page.
    """
    rooms = {story.file: _room(story, norm) for story in page.stories}
    least = len(_fill(page, rooms, norm, norm.title_pt[-1], _PICTURE_LEAST).pages)
    heights = range(_PICTURE_MOST, _PICTURE_LEAST - 1, -2) if page.pictures else (_PICTURE_LEAST,)
    best = next(
        sheet
        for title in norm.title_pt
        for height in heights
        if len((sheet := _fill(page, rooms, norm, title, height)).pages) == least
    )
    plans = tuple(
        PagePlan(name=page.name if n == 0 else f"{page.name}-{n + 1}", blocks=tuple(blocks))
        for n, blocks in enumerate(best.pages)
    )
    placed = [b for plan in plans for b in plan.blocks]
    too_long = tuple(b.story.file for b in placed if b.story and b.lines[1] > norm.lines)
    plans = tuple(replace(p, blocks=tuple(_clip(b, norm.lines) for b in p.blocks)) for p in plans)
    return Arrangement(plans=plans, sizes=_sizes(page, norm), norm=norm, too_long=too_long)


Rooms = dict[str, "_Room"]


def _clip(block: PlannedBlock, most: int) -> PlannedBlock:
    return replace(block, lines=(block.lines[0], min(block.lines[1], most)))


@record(kw_only=False)
class _Room:
    """What a story's text needs across the page, and as a summary (0 for a story)."""

    columns: int
    lines: int
    brief: int


def _room(story: SourceStory, norm: Norm) -> _Room:
    count = column_count(story, norm)
    brief = _brief_lines(story, norm) if story.label else 0
    return _Room(count, text_lines(story, count, norm), brief if brief <= _BRIEF_MOST else 0)


def _fill(
    page: SourcePage, rooms: Rooms, norm: Norm, title_pt: float, picture_lines: int
) -> _Sheet:
    sheet = _Sheet(name=page.name, norm=norm)
    full = (1, norm.columns)
    _banners(sheet, page)
    for chunk in chunk_roles(page.facts.credits, norm.full_pt / STYLE_PT["credits-name"]):
        first = sheet.row(2)
        sheet.add(PlannedBlock(cols=full, lines=(first, first + 1), roles=chunk))
    briefs = [s for s in page.stories if rooms[s.file].brief]
    pictures = [picture for picture in page.pictures if not picture.file]
    index = page.index
    for story in briefs:
        beside = index if _narrow(index) and pictures else ()
        tall = rooms[story.file].brief
        _feature(
            sheet,
            story=story,
            brief_lines=tall,
            picture=pictures.pop(0) if pictures else None,
            index=beside,
            picture_lines=picture_lines,
        )
        index = () if beside else index
    for pair in (pictures[i : i + 2] for i in range(0, len(pictures), 2)):
        first = sheet.row(picture_lines)
        at = (first, first + picture_lines - 1)
        half = norm.columns // 2
        sides = [full] if len(pair) == 1 else [(1, half), (half + 1, norm.columns)]
        for cols, picture in zip(sides, pair, strict=True):
            sheet.add(PlannedBlock(cols=cols, lines=at, picture=picture))
    for story in page.stories:
        if story not in briefs:
            _story(sheet, story, rooms[story.file], title_pt)
    for row in figure_rows(page, norm):
        first = sheet.row(max(lines for _, lines, _ in row))
        for cols, lines, held in row:
            at = (first, first + lines - 1)
            if isinstance(held, SourceTable):
                sheet.add(PlannedBlock(cols=cols, lines=at, table=held))
            else:
                sheet.add(PlannedBlock(cols=cols, lines=at, picture=held))
    for start in range(0, len(index), 12):
        items = index[start : start + 12]
        height = 3 + 3 * len(items)
        first = sheet.row(height)
        sheet.add(PlannedBlock(cols=full, lines=(first, first + height - 1), index=items))
    for note in page.credits:
        first = sheet.row(1, air=0)
        sheet.add(PlannedBlock(cols=full, lines=(first, first), note=note))
    return sheet


def _narrow(index: Sequence[SourceIndexItem]) -> bool:
    """Whether the 导读 fits two columns beside a summary and a picture."""
    return 0 < len(index) <= 4 and all(width_em(i.title) <= 16 for i in index)


def _feature(
    sheet: _Sheet,
    *,
    story: SourceStory,
    brief_lines: int,
    picture: SourcePicture | None,
    index: tuple[SourceIndexItem, ...],
    picture_lines: int,
) -> None:
    """The row below the headlines: summary, picture, 导读."""
    norm = sheet.norm
    height = max(brief_lines, picture_lines if picture else 0)
    if index:
        height = max(height, 4 + 4 * len(index))
    first = sheet.row(height)
    at = (first, first + height - 1)
    sheet.add(PlannedBlock(cols=(1, norm.brief_cols), lines=at, story=story))
    last = norm.index_col - 1 if index else norm.columns
    if picture:
        sheet.add(PlannedBlock(cols=(norm.brief_cols + 1, last), lines=at, picture=picture))
    if index:
        sheet.add(PlannedBlock(cols=(norm.index_col, norm.columns), lines=at, index=index))


def _banners(sheet: _Sheet, page: SourcePage) -> None:
    norm = sheet.norm
    series = tuple(b for b in page.banners if b.role != "main")
    main = tuple(b for b in page.banners if b.role == "main")
    if series:
        total = sum(width_em(b.text) * STYLE_PT[b.role] for b in series)
        row = len(series) == 2 and total <= norm.full_pt * 0.9
        tall = [STYLE_PT[b.role] * 1.3 for b in series]
        height = 2 + whole_up((max(tall) if row else sum(tall)) / norm.pitch_pt)
        first = sheet.row(max(5, height))
        sheet.add(
            PlannedBlock(
                cols=(1, norm.columns),
                lines=(first, first + max(5, height) - 1),
                banners=series,
                arrange="row" if row else "stack",
            )
        )
    if main:
        size, fills = main_size(main, norm)
        height = max(4, whole_up(size * 1.2 / norm.pitch_pt))
        first = sheet.row(height)
        sheet.add(
            PlannedBlock(
                cols=(1, norm.columns),
                lines=(first, first + height - 1),
                banners=main,
                align="" if fills else "center",
            )
        )


def main_size(main: Sequence[Banner], norm: Norm = BROADSHEET) -> tuple[float, bool]:
    """The size in points at which the main headline fills the page's width at normal distances,
    at most the format's largest, and whether it does fill the width."""
    wide = max((width_em(b.text.replace(" | ", "　")) for b in main), default=0.0)
    if not wide:
        return STYLE_PT["main"], True
    full = whole_down(norm.full_pt * 0.995 / wide * 2) / 2
    size = max(6.0, min(norm.main_most_pt, full))
    return size, wide * size >= norm.full_pt * _MAIN_FULL


def column_count(story: SourceStory, norm: Norm) -> int:
    """Columns of a story across the page: five of 21 characters, or four of 17, fewer where it is
    short."""
    for count in range(norm.most_columns, 2, -1):
        if story_lines(story, norm.measure(count)) >= 4 * count:
            return count
    return 3


def text_lines(story: SourceStory, count: int, norm: Norm) -> int:
    """Lines of the grid for a story's text in `count` columns, with a line to spare and one more
    for every forty, since a guess errs with length."""
    rows = math.ceil(story_lines(story, norm.measure(count)) / count)
    return rows + 1 + rows // 40


def _story(sheet: _Sheet, story: SourceStory, room: _Room, title_pt: float) -> None:
    head = headline(story, title_pt, sheet.norm)
    height = head.lines + room.lines
    first = sheet.row(height)
    at = (first, first + height - 1)
    sheet.add(
        PlannedBlock(
            cols=(1, sheet.norm.columns), lines=at, story=story, columns=room.columns, headline=head
        )
    )


def headline(story: SourceStory, title_pt: float, norm: Norm) -> HeadlineRoom:
    """The room for a story's headline across the page: its 引题 beside the 主题 where both fit in
    one line, the halves of a couplet stacked where they do not."""
    size = title_pt
    wide = width_em(story.title.replace(" | ", "　"))
    kicker = width_em(story.kicker) * STYLE_PT["kicker"]
    beside = bool(kicker and story.title) and kicker + (wide + 2) * size <= norm.full_pt
    halves = story.title.split(" | ")
    stack = len(halves) == 2 and (wide + 1) * size > norm.full_pt
    widest = max(width_em(h) for h in halves) if stack else wide + 1
    if story.title:
        size = min(size, whole_down(norm.full_pt * 0.96 / widest * 2) / 2)
    height = size * 1.35 * (2 if stack else 1) if story.title else 0.0
    height += STYLE_PT["kicker"] * 1.5 if story.kicker and not beside else 0.0
    height += STYLE_PT["subtitle"] * 1.6 if story.subtitle else 0.0
    height += 20.0 if story.label else 0.0
    lines = whole_up(height / norm.pitch_pt) + 1 if height else 0
    return HeadlineRoom(lines=lines, size_pt=size, stack=stack, beside=beside)


def _brief_lines(story: SourceStory, norm: Norm) -> int:
    """Lines of the grid for a summary in its own size and leading, its label included."""
    wide = norm.columns_em(norm.brief_cols) * BODY_PT
    inner = (wide - 2 * _BRIEF_PT) // _BRIEF_PT
    return whole_up(story_lines(story, inner) * _BRIEF_LEADING / norm.pitch_pt) + 5


def chunk_roles(roles: Sequence[SourceRole], most_em: float) -> list[tuple[SourceRole, ...]]:
    """Functions in rows of at most so many em; one too long for a row has a row of its own."""
    rows: list[tuple[SourceRole, ...]] = []
    at = most_em + 1
    for role in roles:
        wide = width_em(role.role) + 2 + sum(max(3, width_em(n)) + 1 for n in role.names)
        if at + wide > most_em or not rows:
            rows.append(())
            at = 0.0
        rows[-1] = (*rows[-1], role)
        at += wide + 1
    return rows


def _sizes(page: SourcePage, norm: Norm) -> dict[str, float]:
    """Sizes for styles whose longest line would be wider than the page."""
    texts: list[tuple[str, str]] = [(b.role, b.text) for b in page.banners if b.role != "main"]
    texts += [("subtitle", s.subtitle) for s in page.stories]
    texts += [("kicker", s.kicker) for s in page.stories]
    texts += [("credits-name", "　" * 4 * len(r.names)) for r in page.facts.credits]
    sizes = dict(INDEX_PT) if page.index else {}
    main, _ = main_size([b for b in page.banners if b.role == "main"], norm)
    if main != STYLE_PT["main"]:
        sizes["main"] = main
    for item in page.index:
        wide = max(width_em(half) for half in item.title.split(" | "))
        most = norm.full_pt * (0.14 if _narrow(page.index) else 0.85)
        sizes["index-title"] = min(sizes["index-title"], whole_down(most / wide * 2) / 2)
    for style, text in texts:
        wide = width_em(text.replace(" | ", "　"))
        most = norm.full_pt * (0.93 if style.startswith("series") else 1.0)
        if wide * STYLE_PT[style] > most:
            size = max(6.0, whole_down(most / wide * 2) / 2)
            sizes[style] = min(size, sizes.get(style, size))
    return sizes


def split_long(stories: Sequence[SourceStory], norm: Norm = BROADSHEET) -> tuple[SourceStory, ...]:
    """Stories that fit a page: a longer one goes on, at a paragraph's end, in a file of its own."""
    out: list[SourceStory] = []
    most = norm.most_columns * (norm.lines - HEADER_LINES - _HEAD_ROOM)
    for story in stories:
        heights = [paragraph_height(p, norm.measure(norm.most_columns)) for p in story.paragraphs]
        starts = [0]
        room = most
        for number, height in enumerate(heights):
            if height > room and number > starts[-1]:
                starts.append(number)
                room = most
            room -= height
        for part, (start, end) in enumerate(pairwise([*starts, len(heights)]), 1):
            out.append(_part(story, part, start, end))
    return tuple(out)


def _part(story: SourceStory, part: int, start: int, end: int) -> SourceStory:
    """A part of a divided story; the first keeps the head."""
    if part == 1:
        return replace(story, paragraphs=story.paragraphs[:end])
    stem = story.file.removesuffix(".md")
    before = story.file if part == 2 else f"{stem}-续{part - 1}.md"
    return SourceStory(
        file=f"{stem}-续{part}.md",
        paragraphs=story.paragraphs[start:end],
        notes=f"goes on from {before}",
    )
