"""JUMP: the text of an article goes on where no reader looks for it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import DrawnLine, in_frames, threads
from layout.check.makeup.subject import Subject
from layout.display.items import Frame
from layout.geometry import Rect
from layout.units import EPS_PT
from layout.words.said import Said, Value, said

CHECK: Final[Check[Subject]] = Check(
    id="JUMP",
    title="跳栏",
    reason="Readers go on at the top of the next column to the right, then below; text that goes "
    "on elsewhere loses them.",
    source="trade rule: text is read from left to right and from top to bottom in its article",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each step from one column to the next that goes up, to the left, or past other text; and
    each column whose paragraphs do not follow on those before."""
    page = subject.page
    inside = in_frames(page, subject.lines)
    for node, indices in threads(page):
        filled = [k for k in indices if inside[k]]
        for a, b in pairwise(filled):
            one, two = page.frames[a], page.frames[b]
            if _again(inside[a][-1], inside[b][0]) and one.block != two.block:
                continue
            fault = _fault(page.frames, one, two, inside[a])
            if fault is not None:
                yield Finding(
                    said=fault,
                    where=subject.places.get(two.block),
                    spot=subject.spot(two.rect),
                    about=(one.block, two.block, node),
                )
        for block in dict.fromkeys(page.frames[k].block for k in filled):
            own = [line for k in filled if page.frames[k].block == block for line in inside[k]]
            yield from _order(subject, own)


def _again(above: DrawnLine, below: DrawnLine) -> bool:
    """Whether a story is set a second time: no text goes on there."""
    ended = above.facts is not None and above.facts.last
    return ended and 0 < below.paragraph <= above.paragraph


def _fault(
    frames: Sequence[Frame], one: Frame, two: Frame, lines: Sequence[DrawnLine]
) -> Said | None:
    """What is wrong with going on from one column to another; None for nothing."""
    step: dict[str, Value] = {"node": one.node, "column": one.order, "to_column": two.order}
    if key := _step(one, two, lines):
        return said(key, **step)
    if other := _passed(frames, one, two):
        return said("JUMP.over", other=other, **step)
    return None


def _step(one: Frame, two: Frame, lines: Sequence[DrawnLine]) -> str:
    """The message on where another column is, if no reader looks for it there."""
    a, b = one.rect, two.rect
    if lines[0].vertical and b.right <= a.x + EPS_PT and b.bottom > a.y + EPS_PT:
        return ""  # columns that run down are read from the right to the left
    if b.y >= a.bottom - EPS_PT:
        return ""
    if b.x >= a.right - EPS_PT:
        return "JUMP.above" if b.bottom <= a.y + EPS_PT else ""
    if b.bottom <= a.y + EPS_PT:
        return "JUMP.above"
    if b.right <= a.x + EPS_PT:
        return "JUMP.left"
    return "JUMP.same-place"


def _passed(frames: Sequence[Frame], one: Frame, two: Frame) -> str:
    """The article of which a column stands between two columns side by side."""
    a, b = one.rect, two.rect
    top, bottom = max(a.y, b.y), min(a.bottom, b.bottom)
    if bottom <= top or b.x - a.right < 1.0:
        return ""
    between = Rect(a.right, top, b.x - a.right, bottom - top)
    other = next((f for f in frames if f.node != one.node and f.rect.meets(between)), None)
    return other.node if other is not None else ""


def _order(subject: Subject, lines: Sequence[DrawnLine]) -> Iterator[Finding]:
    """Paragraphs that stand before one that comes earlier in the story."""
    for a, b in pairwise(lines):
        if 0 < b.paragraph < a.paragraph:
            yield Finding(
                said=said("JUMP.order", node=b.owner, paragraph=b.paragraph, behind=a.paragraph),
                where=subject.line_place(b),
                spot=subject.spot(b.rect),
                about=(b.owner,),
            )
