"""What is drawn on a page, put together from its display list: lines of text, headlines, extents.

Nothing here asks composing: a line is where its glyph runs are.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeGuard

from layout.diagnostics import beginning
from layout.display.items import (
    BlockPlace,
    Box,
    GlyphRun,
    Item,
    LineFacts,
    Page,
    Passage,
    Path,
    Picture,
    Stroke,
    owner_of,
    part_of,
)
from layout.geometry import Rect, hull
from layout.record import record
from layout.units import EM_ASCENT
from layout.words.said import Said, said

HEADLINE: Final = ("kicker", "title", "subtitle", "summary")
"""Parts of a headline, as nodes end in them."""
GROUNDS: Final = {
    "tint": "part.tint", "panel": "part.panel", "overlay": "part.overlay",
    "quiet": "part.quiet-zone",
}  # fmt: skip
"""What stands behind other things is for, and how it is called."""


@record
class DrawnLine:
    """A line of running text, or, without `facts`, of display type.

    `rect` holds its em boxes. `frame` is the index of its frame in the page's, -1 where it has
    none; `passage` is where in its story it begins, None where it is no story's text.
    """

    runs: tuple[GlyphRun, ...]
    text: str
    node: str
    rect: Rect
    baseline: float  # of a line that runs down: the middle of its column
    size: float
    vertical: bool
    facts: LineFacts | None
    frame: int
    passage: Passage | None = None

    @property
    def paragraph(self) -> int:
        """The number of its paragraph in the story, from 1; 0 where it is no story's text."""
        return self.passage.paragraph if self.passage is not None else 0

    @property
    def offset(self) -> int | None:
        """The character of its paragraph that it begins with; None where it is no story's text."""
        return self.passage.offset if self.passage is not None else None

    @property
    def is_subhead(self) -> bool:
        """Whether it is of a 小标题."""
        return self.passage is not None and self.passage.head

    @property
    def owner(self) -> str:
        """The node of the story or block it belongs to."""
        return owner_of(self.node)

    @property
    def part(self) -> str:
        """What its node says behind the #: p3, title, caption."""
        return part_of(self.node)


@record
class Title:
    """The headline of an article: its 主题 line by line, and `whole` with 引题 and 副题."""

    owner: str
    block: str
    lines: tuple[Rect, ...]
    whole: Rect
    text: str
    vertical: bool


def drawn_lines(page: Page) -> tuple[DrawnLine, ...]:
    """Every line of type in the order of the display list: runs of one set line are one."""
    groups: list[list[GlyphRun]] = []
    for item in page.items:
        if not isinstance(item, GlyphRun):
            continue
        if groups and one_line(groups[-1][-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    frames = page.frame_indices()
    return tuple([_line(frames, runs) for runs in groups])


def one_line(before: GlyphRun, run: GlyphRun) -> bool:
    """Whether two runs are of one set line."""
    if run.line is not None or before.line is not None:
        return run.line is before.line
    level = before.x == run.x if run.vertical else before.y == run.y
    return level and before.node == run.node and before.vertical == run.vertical


def _line(frames: Mapping[tuple[str, int], int], runs: Sequence[GlyphRun]) -> DrawnLine:
    main = max(runs, key=lambda run: run.size)
    facts = runs[0].line
    return DrawnLine(
        runs=tuple(runs),
        text="".join(run.text for run in runs),
        node=main.node,
        rect=hull(em_box(run) for run in runs),
        baseline=main.x if main.vertical else main.y,
        size=main.size,
        vertical=main.vertical,
        facts=facts,
        frame=frames.get((facts.block, facts.column), -1) if facts is not None else -1,
        passage=runs[0].passage,
    )


def em_box(run: GlyphRun) -> Rect:
    """The em boxes of a run, from its first pen to its trimmed end."""
    size = run.size
    if run.vertical:
        breadth = size * run.h_scale
        top = run.y - (0.0 if run.turned else EM_ASCENT * size)
        return Rect(run.x - breadth / 2, top, breadth, max(0.0, run.y + run.width - top))
    return Rect(run.x, run.y - EM_ASCENT * size, run.width, size)


def thing_of(item: Item) -> Said:
    """What a thing that is no type is: a picture, a ground, or else a rule."""
    if isinstance(item, Picture):
        return said("part.picture")
    role = item.role if isinstance(item, Box | Path) else ""
    return said("part.code-ink" if role == "code" else GROUNDS.get(role, "part.rule"))


def named(item: Item, node: str, most: int) -> Said:
    """A thing as messages name it: `“words” of s.md`, of which they quote `most` characters at
    most, or `the panel of s.md`."""
    if isinstance(item, GlyphRun):
        return said("part.words-of", text=beginning(item.text.strip(), most), node=node)
    return said("part.thing-of", thing=thing_of(item), node=node)


def is_ground(item: Item) -> TypeGuard[Box | Path]:
    """Whether an item stands behind other things: a tint or a panel, with round corners or not."""
    return isinstance(item, Box | Path) and item.role in GROUNDS


def extent(item: Item) -> Rect:
    """The rectangle that an item covers; of type its em boxes."""
    if isinstance(item, GlyphRun):
        return em_box(item)
    if isinstance(item, Box | Picture):
        return item.rect
    if isinstance(item, Stroke):
        half = item.width / 2
        x, y = min(item.x1, item.x2), min(item.y1, item.y2)
        wide, high = abs(item.x2 - item.x1), abs(item.y2 - item.y1)
        return Rect(x - half, y - half, wide + item.width, high + item.width)
    rect, half = item.bounds(), item.width / 2  # as wide as a mitre may reach: the line is half
    return rect.inset(half, half, half, half)


def shared(a0: float, a1: float, b0: float, b1: float) -> float:
    """How much two stretches have in common; below zero how far they are apart."""
    return min(a1, b1) - max(a0, b0)


def titles(page: Page, lines: Sequence[DrawnLine]) -> tuple[Title, ...]:
    """The headlines of the page's articles, in reading order. Banners are blocks of their own."""
    stories = {block.node for block in page.blocks if block.kind == "story"}
    found: dict[tuple[str, str], list[DrawnLine]] = {}
    for line in lines:
        if line.part in HEADLINE and line.owner in stories:
            found.setdefault((line.owner, block_at(page, line.owner, line.rect)), []).append(line)
    out = []
    for (owner, block), parts in found.items():
        main = [line for line in parts if line.part == "title"] or parts
        out.append(
            Title(
                owner=owner,
                block=block,
                lines=tuple(line.rect for line in main),
                whole=hull(line.rect for line in parts),
                text="".join(line.text for line in main),
                vertical=main[0].vertical,
            )
        )
    return tuple(out)


def block_at(page: Page, owner: str, rect: Rect) -> str:
    """The id of the block of a node in which a rectangle stands; a story may have several."""
    own = [block for block in page.blocks if block.node == owner]
    inside = [block for block in own if block.rect.meets(rect)]
    return (inside or own or [BlockPlace(id="", kind="", rect=rect)])[0].id


def in_frames(page: Page, lines: Sequence[DrawnLine]) -> dict[int, list[DrawnLine]]:
    """The lines of running text by the index of their frame, each in reading order."""
    out: dict[int, list[DrawnLine]] = {index: [] for index in range(len(page.frames))}
    for line in lines:
        if line.frame >= 0:
            out[line.frame].append(line)
    return out


def threads(page: Page) -> Iterator[tuple[str, list[int]]]:
    """For each story the indices of its frames, in reading order."""
    found: dict[str, list[int]] = {}
    for index, frame in enumerate(page.frames):
        found.setdefault(frame.node, []).append(index)
    yield from found.items()
