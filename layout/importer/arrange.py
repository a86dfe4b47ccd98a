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
from layout.importer.model import Banner, IndexItem, Page, Picture, Role, Story
from layout.record import record, replace
from layout.spec.defaults import STYLES

# The broadsheet norm: 8 columns of 13 characters, gutter 1, 9 pt; 120 lines in 490 mm.
COLUMNS: Final = 8
LINES: Final = 120
COLUMN_EM: Final = 13
BODY_PT: Final = 9.0
PITCH_PT: Final = 490 / 120 * 72 / 25.4
FULL_PT: Final = (COLUMNS * COLUMN_EM + COLUMNS - 1) * BODY_PT
HEADER_LINES: Final = 3
STYLE_PT: Final = {name: style.size for name, style in STYLES.items()}
# A row of the 导读 is three lines high here: its title, in two lines, and its number fit that.
INDEX_PT: Final = {"index-title": 13.0, "index-page": 20.0}
_BRIEF_COLS: Final = 3
_BRIEF_PT: Final = STYLES["brief"].size
_BRIEF_LEADING: Final = STYLES["brief"].leading or PITCH_PT
_PICTURE_LEAST, _PICTURE_MOST = 16, 44
_BRIEF_MOST: Final = 60  # lines; a longer summary is set as a story
_INDEX_COL: Final = 7
TITLE_PT: Final = (36.0, 30.0, 26.0, 22.0)
# A main headline fills the page's width at the normal distance of its characters; a short one
# would have to be larger than any that reads as a newspaper's, and is centred at this size.
_MAIN_MOST_PT: Final = 84.0
_MAIN_FULL: Final = 0.92  # the least part of the width that may be spread over the whole
_MOST_COLUMNS: Final = 5
_HEAD_ROOM: Final = 18  # lines kept for a headline and for what the estimate may be short of
_AIR: Final = 1  # empty lines between rows


@record
class Headline:
    """The room a headline takes: whole lines, the size of its 主题, how its parts stand."""

    lines: int
    size_pt: float
    stack: bool
    beside: bool


@record
class Block:
    """Something placed: columns and lines from 1, both ends included."""

    cols: tuple[int, int]
    lines: tuple[int, int]
    banners: tuple[Banner, ...] = ()
    arrange: str = "stack"
    align: str = ""  # of banners, where not their style's
    roles: tuple[Role, ...] = ()
    story: Story | None = None
    columns: int = 1
    headline: Headline | None = None
    picture: Picture | None = None
    index: tuple[IndexItem, ...] = ()
    note: str = ""


@record
class Plan:
    """One page: its name and its blocks in reading order."""

    name: str
    blocks: tuple[Block, ...]


@record
class Arrangement:
    """The pages, the sizes that styles must come down to, and the stories too long for a page."""

    plans: tuple[Plan, ...]
    sizes: dict[str, float]
    too_long: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """Pages while they are filled from top to foot."""

    name: str
    line: int = HEADER_LINES + 1
    pages: list[list[Block]] = field(default_factory=lambda: [[]])

    def row(self, height: int, *, air: int = _AIR) -> int:
        """The first line of a row of so many lines, on a new page where it does not fit."""
        if self.line + height - 1 > LINES and self.line > HEADER_LINES + 1:
            self.pages.append([])
            self.line = HEADER_LINES + 1
        first = self.line
        self.line += height + air
        return first

    def add(self, block: Block) -> None:
        self.pages[-1].append(block)


def arrange(page: Page) -> Arrangement:
    """Place everything of the page on as few pages as can be.

    Headlines and pictures come down in size while that saves a page.
    """
    rooms = {story.file: _room(story) for story in page.stories}
    least = len(_fill(page, rooms, TITLE_PT[-1], _PICTURE_LEAST).pages)
    heights = range(_PICTURE_MOST, _PICTURE_LEAST - 1, -2) if page.pictures else (_PICTURE_LEAST,)
    best = next(
        sheet
        for title in TITLE_PT
        for height in heights
        if len((sheet := _fill(page, rooms, title, height)).pages) == least
    )
    plans = tuple(
        Plan(name=page.name if n == 0 else f"{page.name}-{n + 1}", blocks=tuple(blocks))
        for n, blocks in enumerate(best.pages)
    )
    placed = [b for plan in plans for b in plan.blocks]
    too_long = tuple(b.story.file for b in placed if b.story and b.lines[1] > LINES)
    plans = tuple(replace(p, blocks=tuple(_clip(b) for b in p.blocks)) for p in plans)
    return Arrangement(plans=plans, sizes=_sizes(page), too_long=too_long)


Rooms = dict[str, "_Room"]


def _clip(block: Block) -> Block:
    return replace(block, lines=(block.lines[0], min(block.lines[1], LINES)))


@record(kw_only=False)
class _Room:
    """What a story's text needs across the page, and as a summary (0 for a story)."""

    columns: int
    lines: int
    brief: int


def _room(story: Story) -> _Room:
    count = column_count(story)
    brief = _brief_lines(story) if story.label else 0
    return _Room(count, text_lines(story, count), brief if brief <= _BRIEF_MOST else 0)


def _fill(page: Page, rooms: Rooms, title_pt: float, picture_lines: int) -> _Sheet:
    sheet = _Sheet(name=page.name)
    _banners(sheet, page)
    for chunk in chunk_roles(page.facts.credits, FULL_PT / STYLE_PT["credits-name"]):
        first = sheet.row(2)
        sheet.add(Block(cols=(1, COLUMNS), lines=(first, first + 1), roles=chunk))
    briefs = [s for s in page.stories if rooms[s.file].brief]
    pictures = list(page.pictures)
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
        half = COLUMNS // 2
        sides = [(1, COLUMNS)] if len(pair) == 1 else [(1, half), (half + 1, COLUMNS)]
        for cols, picture in zip(sides, pair, strict=True):
            sheet.add(Block(cols=cols, lines=at, picture=picture))
    for story in page.stories:
        if story not in briefs:
            _story(sheet, story, rooms[story.file], title_pt)
    for start in range(0, len(index), 12):
        items = index[start : start + 12]
        height = 3 + 3 * len(items)
        first = sheet.row(height)
        sheet.add(Block(cols=(1, COLUMNS), lines=(first, first + height - 1), index=items))
    for note in page.credits:
        first = sheet.row(1, air=0)
        sheet.add(Block(cols=(1, COLUMNS), lines=(first, first), note=note))
    return sheet


def _narrow(index: Sequence[IndexItem]) -> bool:
    """Whether the 导读 fits two columns beside a summary and a picture."""
    return 0 < len(index) <= 4 and all(width_em(i.title) <= 16 for i in index)


def _feature(
    sheet: _Sheet,
    *,
    story: Story,
    brief_lines: int,
    picture: Picture | None,
    index: tuple[IndexItem, ...],
    picture_lines: int,
) -> None:
    """The row below the headlines: summary, picture, 导读."""
    height = max(brief_lines, picture_lines if picture else 0)
    if index:
        height = max(height, 4 + 4 * len(index))
    first = sheet.row(height)
    at = (first, first + height - 1)
    sheet.add(Block(cols=(1, _BRIEF_COLS), lines=at, story=story))
    last = _INDEX_COL - 1 if index else COLUMNS
    if picture:
        sheet.add(Block(cols=(_BRIEF_COLS + 1, last), lines=at, picture=picture))
    if index:
        sheet.add(Block(cols=(_INDEX_COL, COLUMNS), lines=at, index=index))


def _banners(sheet: _Sheet, page: Page) -> None:
    series = tuple(b for b in page.banners if b.role != "main")
    main = tuple(b for b in page.banners if b.role == "main")
    if series:
        total = sum(width_em(b.text) * STYLE_PT[b.role] for b in series)
        row = len(series) == 2 and total <= FULL_PT * 0.9
        tall = [STYLE_PT[b.role] * 1.3 for b in series]
        height = 2 + math.ceil((max(tall) if row else sum(tall)) / PITCH_PT)
        first = sheet.row(max(5, height))
        sheet.add(
            Block(
                cols=(1, COLUMNS),
                lines=(first, first + max(5, height) - 1),
                banners=series,
                arrange="row" if row else "stack",
            )
        )
    if main:
        size, fills = main_size(main)
        height = max(4, math.ceil(size * 1.2 / PITCH_PT))
        first = sheet.row(height)
        sheet.add(
            Block(
                cols=(1, COLUMNS),
                lines=(first, first + height - 1),
                banners=main,
                align="" if fills else "center",
            )
        )


def main_size(main: Sequence[Banner]) -> tuple[float, bool]:
    """The size in points at which the main headline fills the page's width at normal distances,
    at most `_MAIN_MOST_PT`, and whether it does fill the width."""
    wide = max((width_em(b.text.replace(" | ", "　")) for b in main), default=0.0)
    if not wide:
        return STYLE_PT["main"], True
    full = math.floor(FULL_PT * 0.995 / wide * 2) / 2
    size = max(6.0, min(_MAIN_MOST_PT, full))
    return size, wide * size >= FULL_PT * _MAIN_FULL


def column_count(story: Story) -> int:
    """Columns of a story across the page: five of 21 characters, fewer where it is short."""
    for count in (5, 4, 3):
        if story_lines(story, measure(count)) >= 4 * count:
            return count
    return 3


def measure(count: int) -> int:
    """Whole characters of each of `count` equal columns across the type area."""
    return (COLUMNS * COLUMN_EM + COLUMNS - 1 - (count - 1)) // count


def text_lines(story: Story, count: int) -> int:
    """Lines of the grid for a story's text in `count` columns, with a line to spare and one more
    for every forty, since a guess errs with length."""
    rows = math.ceil(story_lines(story, measure(count)) / count)
    return rows + 1 + rows // 40


def _story(sheet: _Sheet, story: Story, room: _Room, title_pt: float) -> None:
    head = headline(story, title_pt)
    height = head.lines + room.lines
    first = sheet.row(height)
    at = (first, first + height - 1)
    sheet.add(Block(cols=(1, COLUMNS), lines=at, story=story, columns=room.columns, headline=head))


def headline(story: Story, title_pt: float) -> Headline:
    """The room for a story's headline across the page: its 引题 beside the 主题 where both fit in
    one line, the halves of a couplet stacked where they do not."""
    size = title_pt
    wide = width_em(story.title.replace(" | ", "　"))
    kicker = width_em(story.kicker) * STYLE_PT["kicker"]
    beside = bool(kicker and story.title) and kicker + (wide + 2) * size <= FULL_PT
    halves = story.title.split(" | ")
    stack = len(halves) == 2 and (wide + 1) * size > FULL_PT
    widest = max(width_em(h) for h in halves) if stack else wide + 1
    if story.title:
        size = min(size, math.floor(FULL_PT * 0.96 / widest * 2) / 2)
    height = size * 1.35 * (2 if stack else 1) if story.title else 0.0
    height += STYLE_PT["kicker"] * 1.5 if story.kicker and not beside else 0.0
    height += STYLE_PT["subtitle"] * 1.6 if story.subtitle else 0.0
    height += 20.0 if story.label else 0.0
    lines = math.ceil(height / PITCH_PT) + 1 if height else 0
    return Headline(lines=lines, size_pt=size, stack=stack, beside=beside)


def _brief_lines(story: Story) -> int:
    """Lines of the grid for a summary in its own size and leading, its label included."""
    wide = (_BRIEF_COLS * COLUMN_EM + _BRIEF_COLS - 1) * BODY_PT
    inner = (wide - 2 * _BRIEF_PT) // _BRIEF_PT
    return math.ceil(story_lines(story, inner) * _BRIEF_LEADING / PITCH_PT) + 5


def chunk_roles(roles: Sequence[Role], most_em: float) -> list[tuple[Role, ...]]:
    """Functions in rows of at most so many em; one too long for a row has a row of its own."""
    rows: list[tuple[Role, ...]] = []
    at = most_em + 1
    for role in roles:
        wide = width_em(role.role) + 2 + sum(max(3, width_em(n)) + 1 for n in role.names)
        if at + wide > most_em or not rows:
            rows.append(())
            at = 0.0
        rows[-1] = (*rows[-1], role)
        at += wide + 1
    return rows


def _sizes(page: Page) -> dict[str, float]:
    """Sizes for styles whose longest line would be wider than the page."""
    texts: list[tuple[str, str]] = [(b.role, b.text) for b in page.banners if b.role != "main"]
    texts += [("subtitle", s.subtitle) for s in page.stories]
    texts += [("kicker", s.kicker) for s in page.stories]
    texts += [("credits-name", "　" * 4 * len(r.names)) for r in page.facts.credits]
    sizes = dict(INDEX_PT) if page.index else {}
    main, _ = main_size([b for b in page.banners if b.role == "main"])
    if main != STYLE_PT["main"]:
        sizes["main"] = main
    for item in page.index:
        wide = max(width_em(half) for half in item.title.split(" | "))
        most = FULL_PT * (0.14 if _narrow(page.index) else 0.85)
        sizes["index-title"] = min(sizes["index-title"], math.floor(most / wide * 2) / 2)
    for style, text in texts:
        wide = width_em(text.replace(" | ", "　"))
        most = FULL_PT * (0.93 if style.startswith("series") else 1.0)
        if wide * STYLE_PT[style] > most:
            size = max(6.0, math.floor(most / wide * 2) / 2)
            sizes[style] = min(size, sizes.get(style, size))
    return sizes


def split_long(stories: Sequence[Story]) -> tuple[Story, ...]:
    """Stories that fit a page: a longer one goes on, at a paragraph's end, in a file of its own."""
    out: list[Story] = []
    most = _MOST_COLUMNS * (LINES - HEADER_LINES - _HEAD_ROOM)
    for story in stories:
        heights = [paragraph_height(p, measure(_MOST_COLUMNS)) for p in story.paragraphs]
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


def _part(story: Story, part: int, start: int, end: int) -> Story:
    """A part of a divided story; the first keeps the head."""
    if part == 1:
        return replace(story, paragraphs=story.paragraphs[:end])
    stem = story.file.removesuffix(".md")
    before = story.file if part == 2 else f"{stem}-续{part - 1}.md"
    return Story(
        file=f"{stem}-续{part}.md",
        paragraphs=story.paragraphs[start:end],
        notes=f"goes on from {before}",
    )
