"""Pages made by hand for the checks: runs without a face, on a grid that is computed by head.

The type area is 400 × 600 pt from (50, 60), the pitch 12 pt, one 字 10 pt; a baseline stands 9.8 pt
below the top of its line.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import drawn_lines, titles
from layout.check.makeup.ink import InkedFace, Inks
from layout.check.makeup.subject import StoryFacts, Subject
from layout.diagnostics import Diagnostic, Place
from layout.display.items import (
    BlockPlace,
    Frame,
    GlyphRun,
    Grid,
    Item,
    LineFacts,
    Page,
    Passage,
    StoryFit,
    owner_of,
)
from layout.geometry import Rect
from layout.record import replace
from layout.spec.load import _as
from layout.spec.markdown.story import Story, parse_story
from layout.spec.model.checks import PageChecks, over
from layout.spec.model.page import PageSpec
from tests.told import Told, told

PITCH = 12.0

ZI = 10.0

AREA = Rect(50, 60, 400, 600)

GRID = Grid(
    type_area=AREA,
    columns=((50, 240), (260, 450)),
    pitch=PITCH,
    lines=50,
    baseline=9.8,
)


def top(line: int) -> float:
    return GRID.top_of(line)


def rect(x: float, first: int, width: float, last: int) -> Rect:
    """Lines `first` to `last` of the grid."""
    return Rect(x, top(first), width, (last - first + 1) * PITCH)


def facts(*, last: bool = False, gap: float = 0.0, reasons: tuple[str, ...] = ()) -> LineFacts:
    return LineFacts(
        measure=100, natural=100, set=100, tier="", gap_em=gap, last=last, reasons=reasons
    )


def run(
    text: str,
    x: float,
    y: float,
    node: str,
    *,
    size: float = ZI,
    face: str = "Toy-Regular@1",
    line: LineFacts | None = None,
) -> GlyphRun:
    """Characters solid from `x` on the baseline `y`."""
    return GlyphRun(
        face=face,
        size=size,
        x=x,
        y=y,
        glyphs=tuple(range(len(text))),
        xs=tuple(k * size for k in range(len(text))),
        clusters=tuple(range(len(text))),
        text=text,
        width=len(text) * size,
        node=node,
        line=line,
    )


def title(text: str, x: float, line: int, story: str, *, size: float = 24.0) -> GlyphRun:
    """A 主题 whose em box begins at the top of a line of the grid."""
    return run(text, x, top(line) + 0.88 * size, f"{story}#title", size=size)


Row = tuple[str, int, bool]
"""A line of text: its words, its paragraph, whether it is the paragraph's last."""


def column(
    rows: Sequence[Row], x: float, first: int, story: str, *, down: float = 0.0
) -> list[GlyphRun]:
    """Lines of running text from line `first` of the grid, `down` points lower."""
    return [
        run(
            text,
            x,
            GRID.baseline_of(first + k) + down,
            f"{story}#p{number}",
            line=facts(last=last),
        )
        for k, (text, number, last) in enumerate(rows)
    ]


def filler(lines: int, *, paragraph: int = 1, ends: bool = True) -> list[Row]:
    """So many lines of one paragraph, each with words of its own."""
    words = [f"第{k:03}行的文字都在这里" for k in range(1, lines + 1)]
    return [(w, paragraph, ends and k == lines) for k, w in enumerate(words, 1)]


def frame(
    story: str, x: float, first: int, last: int, *, block: str = "", order: int = 1, used: int = 0
) -> Frame:
    room = last - first + 1
    return Frame(
        node=story, rect=rect(x, first, 190, last), order=order, lines=used or room, room=room,
        block=block or story,
    )  # fmt: skip


def story_block(story: str, where: Rect, *, boxed: bool = False) -> BlockPlace:
    return BlockPlace(id=story, kind="story", rect=where, node=story, boxed=boxed)


def block(name: str, kind: str, where: Rect, *, boxed: bool = False) -> BlockPlace:
    return BlockPlace(id=name, kind=kind, rect=where, node=name, boxed=boxed)


def fit(story: str, lines: int, room: int, *, columns: int = 1, over: int = 0) -> StoryFit:
    return StoryFit(
        block=story, node=story, columns=columns, lines=lines, room=room, characters=lines * 11,
        over_lines=over, over_characters=over * 11, per_line=19,
    )  # fmt: skip


def story(text: str, name: str = "s", **more: object) -> StoryFacts:
    made: Story = parse_story(text.encode(), name)
    return replace(
        StoryFacts(block=name, node=name, story=made, columns=1, end_level=False), **more
    )


def rules(text: str) -> PageChecks:
    """The `checks:` of a page, written as its user writes them."""
    found: list[Diagnostic] = []
    spec = _as(PageSpec, "a page")(f"page: T\nchecks: {text}\n".encode(), "T.yaml", found)
    assert not found, found
    assert spec is not None
    assert spec.checks is not None
    return spec.checks


def _leading_back(items: Sequence[Item], stories: Sequence[StoryFacts]) -> Iterator[Item]:
    """The items, of which the lines of paragraphs get their passages: a paragraph is drawn whole
    and in its order, and begins again where its last line is drawn."""
    texts = {
        f"{s.node}#p{k}": paragraph
        for s in stories
        if s.story is not None
        for k, paragraph in enumerate(s.story.paragraphs, 1)
    }
    ats: dict[str, int] = {}
    for item in items:
        numbered = re.search(r"#p([0-9]+)$", item.node)
        if not isinstance(item, GlyphRun) or numbered is None:
            yield item
            continue
        at, paragraph = ats.get(item.node, 0), texts.get(item.node)
        while paragraph is not None and paragraph.text[at : at + 1] == " ":
            at += 1
        head = paragraph is not None and paragraph.kind == "subhead"
        yield replace(item, passage=Passage(paragraph=int(numbered[1]), offset=at, head=head))
        last = item.line is not None and item.line.last
        ats[item.node] = 0 if last else at + len(item.text)


def _in_frames(items: Sequence[Item], frames: Sequence[Frame]) -> Iterator[Item]:
    """The items, of which the lines of text get the frames in which they are drawn."""
    known: dict[int, LineFacts] = {}  # the runs of a line have the same
    for item in items:
        if not isinstance(item, GlyphRun) or item.line is None:
            yield item
            continue
        if id(item.line) not in known:
            own = [f for f in frames if f.node == owner_of(item.node)]
            here = [f for f in own if _begins_in(f.rect, item)]
            given = {"block": here[0].block, "column": here[0].order} if here else {}
            known[id(item.line)] = replace(item.line, **given)
        yield replace(item, line=known[id(item.line)])


def _begins_in(r: Rect, run: GlyphRun) -> bool:
    return r.x - run.size / 2 <= run.x <= r.right and r.y <= run.y <= r.bottom + run.size / 2


def subject(
    items: Sequence[Item],
    *,
    frames: Sequence[Frame] = (),
    blocks: Sequence[BlockPlace] = (),
    fits: Sequence[StoryFit] = (),
    stories: Sequence[StoryFacts] = (),
    face: Callable[[str], InkedFace] | None = None,
    checks: str = "",
    **more: object,
) -> Subject:
    page = Page(
        name="T",
        title="T",
        date="",
        width=500,
        height=720,
        bleed=8,
        grid=GRID,
        items=tuple(_in_frames(tuple(_leading_back(items, stories)), frames)),
        frames=tuple(frames),
        blocks=tuple(blocks),
        fits=tuple(fits),
    )
    lines = drawn_lines(page)
    made = Subject(
        page=page,
        rules=over(None, rules(checks) if checks else None),
        zi=ZI,
        lines=lines,
        titles=titles(page, lines),
        stories=tuple(stories),
        inks=Inks(face),
        places={b.id: Place("T.yaml", 3, 5) for b in blocks},
        place=Place("T.yaml", 1, 7),
    )
    return replace(made, **more)


def found(check: Check[Subject], what: Subject) -> list[Finding]:
    return list(check.run(what))


def told_by(check: Check[Subject], what: Subject) -> list[Told]:
    """The key and the values of each finding."""
    return [told(f) for f in found(check, what)]


def two_columns(
    left: list[Row], right: list[Row], *, depth: int = 10, down: float = 0.0, **more: object
) -> Subject:
    """One story in two columns."""
    frames = [
        frame("s", 50, 1, depth, used=len(left)),
        frame("s", 260, 1, depth, order=2, used=len(right)),
    ]
    return subject(
        [*column(left, 50, 1, "s"), *column(right, 260, 1, "s", down=down)],
        frames=frames,
        blocks=[story_block("s", rect(50, 1, 400, depth))],
        **more,  # type: ignore[arg-type]
    )


def underfull(empty: int, *, columns: int = 2, checks: str = "", byline: bool = False) -> Subject:
    lines = filler(20 - empty)
    left, right = lines[:10], lines[10:]
    items = [*column(left, 50, 1, "s"), *column(right, 260, 1, "s")]
    if byline:
        items.append(run("作者", 400, top(len(right) + 1) + 8.8, "s#byline"))
    return subject(
        items,
        frames=[frame("s", 50, 1, 10), frame("s", 260, 1, 10, order=2, used=len(right))],
        blocks=[story_block("s", rect(50, 1, 400, 10))],
        fits=[fit("s", 20 - empty, 20, columns=columns)],
        checks=checks,
    )


def set_lines(
    *texts: str, level: str = "gb", reasons: tuple[str, ...] = (), **more: object
) -> Subject:
    """One paragraph in these lines; `reasons` are those of its first line."""
    rows = [(text, 1, k == len(texts)) for k, text in enumerate(texts, 1)]
    items = column(rows, 50, 1, "s")
    if reasons:
        items[0] = replace(items[0], line=facts(reasons=reasons))
    return subject(
        items,
        frames=[frame("s", 50, 1, 10)],
        stories=(story("".join(texts), level=level),),
        **more,  # type: ignore[arg-type]
    )


class Square:
    """A face whose glyphs fill the em from the baseline to its top."""

    upem = 1000

    def __init__(self, left: int = 0, right: int = 1000) -> None:
        self._sides = left, right

    def ink(self, gid: int) -> tuple[int, int, int, int]:
        return self._sides[0], 0, self._sides[1], 880
