"""The columns of a story joined in the order of reading, and where it goes on on another page."""

from collections import defaultdict
from itertools import pairwise
from math import hypot
from typing import Final

from layout.display.items import Frame, Item, Path
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.marks import NODE, TAG_PT, THREAD
from layout.words.said import said

NAME: Final = "threads"
TITLE: Final = "part.layer-threads"
HEAD_PT: Final = 6.0
WIDTH_PT: Final = 0.8
INSET_PT: Final = 4.0
"""From the edge of a column to where an arrow ends."""


def layer(facts: ProofFacts) -> Layer:
    """An arrow from the foot of each column to the head of the next one of its story; a tag where
    the text comes from another page and where it goes to one."""
    stories: dict[str, list[Frame]] = defaultdict(list)
    for frame in facts.page.frames:
        stories[frame.node].append(frame)
    over: list[Item] = []
    labels: list[LayerLabel] = []
    for frames in stories.values():
        for before, after in pairwise(frames):
            over += _arrow(_foot(before), _head(after))
    jumps = {fit.block: fit.jumps for fit in facts.page.fits if fit.jumps}
    for frames in _by_block(facts.page.frames).values():
        first, last = frames[0], frames[-1]
        if page := jumps.get(last.block):
            words = said("part.layer-jump-to", page=page).words(facts.lang)
            foot = (last.rect.right, last.rect.bottom - 1.35 * TAG_PT)
            tag = facts.letters.tag(words, foot, TAG_PT, THREAD, "right")
            labels.append(LayerLabel(at=foot, size=TAG_PT, items=tuple(tag)))
        if page := facts.comes_from.get(first.block):
            words = said("part.layer-jump-from", page=page).words(facts.lang)
            head = (first.rect.x, first.rect.y)
            tag = facts.letters.tag(words, head, TAG_PT, THREAD, "left")
            labels.append(LayerLabel(at=head, size=TAG_PT, items=tuple(tag)))
    return Layer(name=NAME, marks=tuple(over), labels=tuple(labels))


def _by_block(frames: tuple[Frame, ...]) -> dict[str, list[Frame]]:
    out: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        out[frame.block].append(frame)
    return out


def _foot(frame: Frame) -> tuple[float, float]:
    """Where a thread leaves a column."""
    return frame.rect.right - INSET_PT, frame.rect.bottom - INSET_PT


def _head(frame: Frame) -> tuple[float, float]:
    """Where a thread comes into a column."""
    return frame.rect.x + INSET_PT, frame.rect.y + INSET_PT


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> list[Item]:
    """A line with a head at its end; none between two places that are one."""
    (x0, y0), (x1, y1) = start, end
    length = hypot(x1 - x0, y1 - y0)
    if length <= HEAD_PT:
        return []
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    bx, by = x1 - ux * HEAD_PT, y1 - uy * HEAD_PT
    half = HEAD_PT * 0.4
    line = Path(
        steps=(("M", start), ("L", (bx, by))), color=THREAD, width=WIDTH_PT, node=NODE,
    )  # fmt: skip
    left, right = (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half)
    head = Path(
        steps=(("M", end), ("L", left), ("L", right), ("Z", ())),
        color=THREAD, filled=True, node=NODE, role="overlay",
    )  # fmt: skip
    return [line, head]
