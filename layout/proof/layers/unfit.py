"""What does not fit, in red: 溢文 at the foot of the last column of its story, what lies outside of
its place hatched. It is shown unasked: without it such a page looks finished."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.display.items import GlyphRun, Item, Page, Path, Step
from layout.geometry import Rect
from layout.proof.layers.layer import Layer, LayerLabel, ProofFacts
from layout.proof.marks import NODE, OVER, Align, across, area, inked, outline
from layout.units import ROUNDING

NAME: Final = "unfit"
TITLE: Final = "part.layer-unfit"
LABEL_PT: Final = 7.5
BAR_PT: Final = 3.0
EDGE_PT: Final = 1.2
HATCH_PT: Final = 9.0
"""From one stroke of the hatching to the next, along an edge."""
STROKE_PT: Final = 0.8


def layer(facts: ProofFacts) -> Layer:
    """A bar, and how much is over, where each text breaks off; a frame round all else that has no
    room; red strokes over what lies outside of its place."""
    page = facts.page
    marks: list[Item] = []
    labels: list[LayerLabel] = []
    outside = [part for one in facts.unfit for part in one.outside]
    for node, words in facts.oversets.items():
        outside += past_the_foot(page, node)
        rect = break_of(page, node)
        if rect is None:
            continue
        if _runs_down(page, node):  # its lines go to the left
            marks.append(area(Rect(rect.x - BAR_PT / 2, rect.y, BAR_PT, rect.height), OVER))
        else:
            marks.append(across(rect.x, rect.bottom, rect.width, OVER, BAR_PT))
        labels.append(_label(facts, words, rect))
    for one in facts.unfit:
        if one.outside:
            marks.append(across(one.rect.x, one.rect.bottom, one.rect.width, OVER, BAR_PT))
        else:
            marks += outline(one.rect, OVER, EDGE_PT)
        labels.append(_label(facts, one.told, one.rect, "left"))
    end = _end(facts)
    for part in _apart(outside):
        if part.y < end - HATCH_PT / 2:
            marks.append(hatched(Rect(part.x, part.y, part.width, min(part.bottom, end) - part.y)))
    return Layer(name=NAME, marks=tuple(marks), labels=tuple(labels))


def break_of(page: Page, node: str) -> Rect | None:
    """Where a text breaks off: its last column on the type area, as far as that goes, or the block
    of a text that has no columns; None of one that is nowhere."""
    foot = page.grid.type_area.bottom
    rects = [frame.rect for frame in page.frames if frame.node == node]
    rects = rects or [block.rect for block in page.blocks if block.node == node]
    if not rects:
        return None
    last = next((rect for rect in reversed(rects) if rect.y < foot), rects[-1])
    bottom = min(last.bottom, foot) if last.y < foot else last.bottom
    return Rect(last.x, last.y, last.width, bottom - last.y)


def past_the_foot(page: Page, node: str) -> list[Rect]:
    """The parts of a story's columns that lie below the type area, where no line is set."""
    foot = page.grid.type_area.bottom
    parts = [below(frame.rect, foot, page) for frame in page.frames if frame.node == node]
    return [part for part in parts if part is not None]


def below(rect: Rect, edge: float, page: Page) -> Rect | None:
    """The part of a rectangle below an edge, cut to the page; None where there is none."""
    top, bottom = max(rect.y, edge), min(rect.bottom, page.height)
    if bottom - top <= ROUNDING:
        return None
    return Rect(rect.x, top, rect.width, bottom - top)


def _runs_down(page: Page, node: str) -> bool:
    names = {block.id for block in page.blocks if block.node == node}
    runs = (i for i in page.items if isinstance(i, GlyphRun) and i.vertical and i.line is not None)
    return any(run.line is not None and run.line.block in names for run in runs)


def _end(facts: ProofFacts) -> float:
    """Where the sheet ends, or what stands under the page begins."""
    return min((rect.y - 1.0 for rect in inked(facts.foot)), default=facts.page.height)


def _label(facts: ProofFacts, words: str, rect: Rect, side: Align = "right") -> LayerLabel:
    """Under an end of a place, a text under its right one; over its foot where there is no room."""
    high = 1.35 * LABEL_PT
    top = rect.bottom + BAR_PT / 2
    if top + high > _end(facts):
        top = rect.bottom - BAR_PT / 2 - high
    at = (rect.right if side == "right" else rect.x, top)
    tag = facts.letters.tag(words, at, LABEL_PT, OVER, side)
    return LayerLabel(at=at, size=LABEL_PT, items=tuple(tag))


def _apart(rects: Sequence[Rect]) -> Iterator[Rect]:
    """Rectangles but for those that lie in another one, each once."""
    one_of_each = tuple(dict.fromkeys(rects))
    for rect in one_of_each:
        if not any(other != rect and other.holds(rect) for other in one_of_each):
            yield rect


def hatched(rect: Rect) -> Path:
    """Strokes from the lower left to the upper right over a rectangle, and its edge."""
    steps: list[Step] = [
        ("M", (rect.x, rect.y)), ("L", (rect.right, rect.y)), ("L", (rect.right, rect.bottom)),
        ("L", (rect.x, rect.bottom)), ("Z", ()),
    ]  # fmt: skip
    reach = HATCH_PT
    while reach < rect.width + rect.height - ROUNDING:
        # The stroke of all points that are `reach` right of and below the upper left corner.
        down, right = min(reach, rect.height), min(reach, rect.width)
        steps += [
            ("M", (rect.x + reach - down, rect.y + down)),
            ("L", (rect.x + right, rect.y + reach - right)),
        ]
        reach += HATCH_PT
    return Path(steps=tuple(steps), color=OVER, width=STROKE_PT, node=NODE)
