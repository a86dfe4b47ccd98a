"""What both rivals are told of a page: its stories as columns of flowing text, and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layout.api import ComposedPage
from layout.display.items import GlyphRun
from layout.geometry import Rect
from layout.spec.resolve.resolved import RStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The body of a story. Lengths in points; places from the media box's top left."""

    x: float
    y: float
    width: float
    height: float
    count: int
    gap: float
    face: str  # as in file names: NotoSerifSC-Regular
    size: float
    pitch: float
    indent: float
    paragraphs: tuple[str, ...]


def stories(page: ComposedPage) -> Iterator[Columns]:
    """Every story of a page with the columns it was set in."""
    display = page.display
    edge = display.bleed
    for block in page.composed.resolved.blocks:
        story = block.content
        if not isinstance(story, RStory):
            continue
        name, style = story.story.name, story.body
        frames = [f.rect for f in display.frames if f.node == name]
        if not frames:
            continue
        first = frames[0]
        if story.jump_to or story.jump_from or any(_unlike(first, f) for f in frames):
            yield from _by_frame(page, story, frames)
            continue
        width = frames[-1].right - first.x
        yield Columns(
            x=first.x + edge,
            y=first.y + edge,
            width=width,
            height=first.height,
            count=len(frames),
            gap=(width - len(frames) * first.width) / max(1, len(frames) - 1),
            face=next(
                face_file(i)
                for i in display.items
                if isinstance(i, GlyphRun) and i.line is not None and i.node.startswith(name)
            ),
            size=style.size,
            pitch=style.leading or display.grid.pitch,
            indent=style.indent_em * style.size,
            paragraphs=tuple(p.text for p in story.story.paragraphs),
        )


def _unlike(one: Rect, other: Rect) -> bool:
    return any(
        abs(a - b) > 0.5
        for a, b in ((one.y, other.y), (one.width, other.width), (one.height, other.height))
    )


def _by_frame(page: ComposedPage, story: RStory, frames: Sequence[Rect]) -> Iterator[Columns]:
    """The columns of a story of uneven shape, each a text of its own: what banxin set in it.

    Where a paragraph goes on in the next column, that column begins with the rest of it.
    """
    display, style = page.display, story.body
    edge = display.bleed
    runs = [
        i
        for i in display.items
        if isinstance(i, GlyphRun) and i.line is not None and i.node.startswith(story.story.name)
    ]
    for frame in frames:
        inside = [r for r in runs if _holds(frame, r)]
        if not inside:
            continue
        paragraphs = [""]
        for at, run in enumerate(inside):
            paragraphs[-1] += run.text
            same = at + 1 < len(inside) and inside[at + 1].y == run.y
            if run.line is not None and run.line.last and not same:
                paragraphs.append("")
        yield Columns(
            x=frame.x + edge,
            y=frame.y + edge,
            width=frame.width,
            height=frame.height,
            count=1,
            gap=0.0,
            face=face_file(inside[0]),
            size=style.size,
            pitch=style.leading or display.grid.pitch,
            indent=style.indent_em * style.size,
            paragraphs=tuple(p for p in paragraphs if p),
        )


def _holds(frame: Rect, run: GlyphRun) -> bool:
    return (
        frame.x - 1 <= run.x <= frame.right + 1 and frame.y - 1 <= run.y <= frame.bottom + run.size
    )


def face_file(run: GlyphRun) -> str:
    """The file of a run's face, without its suffix."""
    return run.face.partition("@")[0]


def spread(run: GlyphRun) -> float:
    """Points between the characters of a line that is spread over its measure, else 0."""
    steps = {round(b - a - run.size, 3) for a, b in zip(run.xs, run.xs[1:], strict=False)}
    return steps.pop() if len(steps) == 1 and max(run.text) > "\u2e80" else 0.0


def pt(value: float) -> str:
    """A length in points, as CSS and Typst write it."""
    return f"{value:.3f}".rstrip("0").rstrip(".") + "pt"
