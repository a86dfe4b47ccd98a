"""Display type of two blocks, one right over the other: what TIGHT holds against each other besides
text."""

from collections.abc import Iterator
from typing import Final

from layout.check.makeup.drawn import HEADLINE, DrawnLine, extent, is_ground, shared
from layout.check.makeup.ink import Inks, meeting
from layout.check.makeup.subject import Subject
from layout.display.items import GlyphRun, Picture
from layout.geometry import Rect
from layout.record import record
from layout.spec.model.headline import WHITE_EM
from layout.units import EPS_PT

DISPLAY: Final = 1.3
"""Times the size of the text: what is larger is display type, and wants white of its own."""
MOST_EM: Final = 1.0
"""Of the larger type, between em boxes: what is further apart is looked at no more."""


@record
class Standing:
    """A line of display type and the block in which it stands."""

    line: DrawnLine
    block: str


@record
class StackedLines:
    """Two lines of two blocks with too little white between: by their ink, in points."""

    upper: Standing
    lower: Standing
    white: float
    least: float
    between: Rect


def stacks(subject: Subject, inks: Inks) -> Iterator[StackedLines]:
    """For every two blocks the nearest lines of display type that stand one right over the other,
    where that is nearer than half a line, or half an em of the smaller type.

    One of them is large, or of a headline: small notes stand under each other as text does. What
    has a ground of its own, or a rule between, is kept apart by that.
    """
    standing = list(_standing(subject))
    nearest: dict[frozenset[str], StackedLines] = {}
    reach = MOST_EM * max((s.line.size for s in standing), default=0.0)
    boxes = [(r.x, r.y, r.right, r.bottom + reach) for r in (s.line.rect for s in standing)]
    for k, n in meeting(boxes):
        one, other = standing[k], standing[n]
        if one.block == other.block or not (_large(subject, one) or _large(subject, other)):
            continue
        upper, lower = sorted((one, other), key=lambda s: s.line.rect.y)
        found = _stack(subject, upper, lower, inks)
        key = frozenset((one.block, other.block))
        if found is not None and (key not in nearest or found.white < nearest[key].white):
            nearest[key] = found
    yield from nearest.values()


def _standing(subject: Subject) -> Iterator[Standing]:
    """The lines of display type on bare paper."""
    boxed = {block.id for block in subject.page.blocks if block.boxed}
    grounds = [
        extent(item) for item in subject.page.items if isinstance(item, Picture) or is_ground(item)
    ]
    for line in subject.lines:
        if line.facts is not None or line.vertical or not line.text.strip():
            continue
        block = subject.block_of(line.owner, line.rect)
        if block not in boxed and not any(ground.holds(line.rect) for ground in grounds):
            yield Standing(line=line, block=block)


def _large(subject: Subject, standing: Standing) -> bool:
    line = standing.line
    return line.size > DISPLAY * subject.zi or line.part in HEADLINE


def _stack(subject: Subject, upper: Standing, lower: Standing, inks: Inks) -> StackedLines | None:
    a, b = upper.line, lower.line
    across = shared(a.rect.x, a.rect.right, b.rect.x, b.rect.right)
    if across <= EPS_PT or b.rect.y - a.rect.bottom > MOST_EM * max(a.size, b.size):
        return None
    least = min(subject.points(subject.rules.tight.white), WHITE_EM * min(a.size, b.size))
    foot, head = _edges(a, inks)[1], _edges(b, inks)[0]
    white = head - foot
    if not 0.0 <= white < least - EPS_PT:  # type on type is for COLLIDE
        return None
    x = max(a.rect.x, b.rect.x)
    between = Rect(x, foot, across, white)
    if _parted(subject, between):
        return None
    return StackedLines(upper=upper, lower=lower, white=white, least=least, between=between)


def _edges(line: DrawnLine, inks: Inks) -> tuple[float, float]:
    """The head and the foot of the ink of a line."""
    box = inks.hull_of(line.runs)
    return (box[1], box[3]) if box is not None else (line.rect.y, line.rect.bottom)


def _parted(subject: Subject, between: Rect) -> bool:
    """Whether a rule goes through the white, over half of its width."""
    for item in subject.page.items:
        if isinstance(item, GlyphRun | Picture):
            continue
        r = extent(item)
        middle = r.y + r.height / 2
        if (
            between.y <= middle <= between.bottom
            and shared(r.x, r.right, between.x, between.right) > between.width / 2
        ):
            return True
    return False
