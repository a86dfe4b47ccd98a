"""Vertical justification: what columns lack of one foot is shared out among their lines."""

from layout.flow.divide import Places, stretch
from layout.flow.pour import Poured, SetSlot
from layout.spec.resolved import RStory
from layout.units import EPS_PT


def levelled(story: RStory, poured: Poured, pitch: float) -> list[tuple[float, ...]]:
    """For each column how far each of its lines moves down, in points.

    A column that the text goes on from ends on the foot of its slots, or of the deepest column
    where columns end level, if the space that may be added above 小标题, between paragraphs and
    between lines is enough; otherwise, and in a text's last column unless all end level, nothing
    moves.
    """
    still = [tuple([0.0] * len(column)) for column in poured.columns]
    if not any(story.columns.justify):
        return still
    ends = [column[-1].slot.baseline for column in poured.columns if column]
    if not ends:
        return still
    foot = max(ends)
    filled = [k for k, column in enumerate(poured.columns) if column]
    out = []
    for k, column in enumerate(poured.columns):
        ragged = k == filled[-1] and not story.columns.level
        missing = foot - column[-1].slot.baseline if column and not ragged else 0.0
        if missing <= EPS_PT or missing > 2 * pitch:
            out.append(still[k])
        else:
            out.append(_spread(column, missing, story.columns.justify))
    return out


def _spread(
    column: tuple[SetSlot, ...], missing: float, limits: tuple[float, float, float]
) -> tuple[float, ...]:
    heads = [k for k, e in enumerate(column) if k and _opens_head(e)]
    paragraphs = [
        k for k, e in enumerate(column) if k and e.line is not None and e.line.opens
        and k not in heads
    ]  # fmt: skip
    gaps = Places(heads=len(heads), paragraphs=len(paragraphs), lines=len(column) - 1)
    most = Places(heads=limits[0], paragraphs=limits[1], lines=limits[2])
    per_head, per_paragraph, per_line, left = stretch(0.0, missing, gaps, most)
    if left > EPS_PT:
        return tuple([0.0] * len(column))
    out = []
    shift = 0.0
    for k in range(len(column)):
        if k:
            shift += per_line
        if k in heads:
            shift += per_head
        elif k in paragraphs:
            shift += per_paragraph
        out.append(shift)
    return tuple(out)


def _opens_head(entry: SetSlot) -> bool:
    return entry.line is not None and entry.line.head and entry.line.opens
