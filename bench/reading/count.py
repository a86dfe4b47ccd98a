"""What is counted of a text that a program has read: what of each story stands in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from layout.display.items import Frame, GlyphRun, Page, owner_of
from layout.geometry import Rect

SIX: Final = 6
UNSEEN: Final = "\u2060\u200b\u00ad\ufeff"
_BLANK: Final = re.compile(rf"[\s{UNSEEN}]+")
_ACROSS: Final = 1.48  # leading of the type beyond which pdfminer reads across; poppler's is 1.50


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """The running text of a story on a page, without white space, and why it may be hard to read:
    what its columns have that a program may stumble over."""

    name: str
    text: str
    columns: int
    causes: tuple[str, ...]


def bare(text: str) -> str:
    """A text without white space and what is not seen."""
    return _BLANK.sub("", text)


def page_text(page: Page) -> str:
    """All text of a page in reading order, without white space."""
    return bare("".join(r.text for r in page.items if isinstance(r, GlyphRun)))


def stories(page: Page) -> Iterator[StoryText]:
    """The stories of a page: their paragraphs and the headings in them."""
    runs: dict[str, list[GlyphRun]] = {}
    for item in page.items:
        if isinstance(item, GlyphRun) and item.line is not None:
            runs.setdefault(owner_of(item.node), []).append(item)
    for node, own in runs.items():
        frames = [f for f in page.frames if f.node == node]
        yield StoryText(
            name=PurePosixPath(node).stem,
            text=bare("".join(r.text for r in own)),
            columns=len(frames),
            causes=tuple(_causes(page, own, frames)),
        )


def in_order(text: str, read: str) -> int:
    """How many characters of `text` stand in `read` in the same order: the longest subsequence that
    both have. Bit-parallel (Crochemore et al., 2001)."""
    masks: dict[str, int] = {}
    for at, char in enumerate(text):
        masks[char] = masks.get(char, 0) | 1 << at
    full = (1 << len(text)) - 1
    state = full
    for char in read:
        both = state & masks.get(char, 0)
        state = ((state + both) | (state - both)) & full
    return len(text) - state.bit_count()


def sixes(text: str, read: str) -> float:
    """Of all rows of six characters in `text`, the part that a search in `read` would find."""
    rows = [text[at : at + SIX] for at in range(len(text) - SIX + 1)]
    return sum(row in read for row in rows) / len(rows) if rows else 1.0


def _causes(page: Page, runs: list[GlyphRun], frames: list[Frame]) -> Iterator[str]:
    if any(run.vertical for run in runs):
        yield "its columns run down"
        return
    sizes = [run.size for run in runs]
    size = max(set(sizes), key=sizes.count)
    rows = sorted({round(run.y, 2) for run in runs})
    steps = [round(b - a, 2) for a, b in pairwise(rows) if b - a > 1]
    leading = max(set(steps), key=steps.count) / size if steps else 0.0
    if len(frames) < 2:
        return
    if leading > _ACROSS:
        yield f"its leading is {leading:.2f} times the type"
    elif _parted(runs, frames, size):
        yield "小标题 with white round them part its columns"
    if any(abs(f.rect.y - frames[0].rect.y) > size for f in frames):
        yield "its columns begin at unlike heights"
    feet = [max(found) for frame in frames if (found := _baselines(runs, frame, size))]
    if feet and max(feet) - min(feet) > leading * size * 1.5:
        yield "its columns end at unlike heights"
    if _stands_within(page, frames):
        yield "a head, box or picture stands among its columns"
    gaps = [b.x - a.right for a, b in pairwise(sorted([f.rect for f in frames], key=lambda r: r.x))]
    if any(0 < gap < size - 0.01 for gap in gaps):
        yield f"its gutter is {min(g for g in gaps if g > 0) / size:.2f} em"


def _parted(runs: list[GlyphRun], frames: list[Frame], size: float) -> bool:
    """Whether two lines of a column are further apart than the lines of a block may be."""
    rows = [_baselines(runs, frame, size) for frame in frames]
    return any(b - a > _ACROSS * size for found in rows for a, b in pairwise(found))


def _baselines(runs: list[GlyphRun], frame: Frame, size: float) -> list[float]:
    """Where the lines of a column stand, from above."""
    rect = frame.rect
    own = {round(run.y, 2) for run in runs if rect.x - size < run.x < rect.right}
    return sorted(y for y in own if rect.y < y < rect.bottom + size)


def _stands_within(page: Page, frames: list[Frame]) -> bool:
    """Whether a line that is not the story's running text, or a picture, stands between its first
    column's left edge and its last one's right, and as high as they are."""
    node = frames[0].node
    left, right = min(f.rect.x for f in frames), max(f.rect.right for f in frames)
    top, foot = min(f.rect.y for f in frames), max(f.rect.bottom for f in frames)

    def inside(rect: Rect) -> bool:
        return rect.x < right and rect.right > left and rect.y < foot and rect.bottom > top

    return any(
        not (isinstance(item, GlyphRun) and owner_of(item.node) == node and item.line is not None)
        and inside(_hull(item))
        for item in page.items
        if isinstance(item, GlyphRun) or type(item).__name__ == "Picture"
    )


def _hull(item: object) -> Rect:
    if isinstance(item, GlyphRun):
        if item.vertical:
            return Rect(item.x - item.size / 2, item.y, item.size, item.width)
        return Rect(item.x, item.y - item.size * 0.8, item.width, item.size)
    rect = item.rect  # type: ignore[attr-defined]
    assert isinstance(rect, Rect)
    return rect
