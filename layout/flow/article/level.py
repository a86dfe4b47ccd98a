"""Vertical justification: what columns lack of one foot is shared out among their lines."""

from collections.abc import Sequence
from typing import Final

from layout.flow.article.divide import WhitePlaces, stretch
from layout.flow.article.pour import Poured, SetSlot
from layout.flow.columns.slots import Slot
from layout.record import replace
from layout.spec.resolve.resolved import RStory
from layout.units import EPS_PT

MOST_LINES: Final = 2
"""A column shorter by more than that is short, and not to be stretched."""


def levelled(
    story: RStory, poured: Poured, slots: Sequence[Sequence[Slot]], pitch: float
) -> Poured:
    """A poured text with its lines moved down where columns are justified."""
    if not any(story.columns.justify):
        return poured
    columns = tuple(
        tuple(
            [e._replace(slot=e.slot._replace(baseline=e.slot.baseline + by))
             for e, by in zip(column, shifts, strict=True)]
        )
        for column, shifts in zip(
            poured.columns, _shifts(story, poured, slots, pitch), strict=True
        )
    )  # fmt: skip
    return replace(poured, columns=columns)


def _shifts(
    story: RStory, poured: Poured, slots: Sequence[Sequence[Slot]], pitch: float
) -> list[tuple[float, ...]]:
    """For each column how far each of its lines moves down, in points.

    Columns end on the foot of their slots if the space that may be added above 小标题, between
    paragraphs and between lines is enough for all of them, else on that of the deepest one; a
    column for which it is not enough stays as it is. A text's last column moves only where all are
    to end level.
    """
    still = [tuple([0.0] * len(column)) for column in poured.columns]
    filled = [k for k, column in enumerate(poured.columns) if column]
    moving = filled if story.columns.level else filled[:-1]
    if not moving:
        return still
    ends = {k: _foot(poured.columns[k][-1], pitch) for k in filled}
    feet = [max(slot.baseline for column in slots for slot in column), max(ends.values())]
    for foot in feet:
        out = list(still)
        reached = True
        for k in moving:
            missing = foot - ends[k]
            if missing <= EPS_PT:
                continue
            moved = (
                None
                if missing > MOST_LINES * pitch + EPS_PT
                else _spread(poured.columns[k], missing, story.columns.justify)
            )
            reached = reached and moved is not None
            out[k] = still[k] if moved is None else moved
        if reached:
            return out
    return out


def _foot(last: SetSlot, pitch: float) -> float:
    """The last line of the grid that a column takes: that of its text, or of the edge of a box."""
    return last.slot.baseline + last.below * pitch


def _spread(
    column: tuple[SetSlot, ...], missing: float, limits: tuple[float, float, float]
) -> tuple[float, ...] | None:
    """How far each line moves; None where the limits are too narrow."""
    heads = [k for k, e in enumerate(column) if k and _opens_head(e)]
    paragraphs = [
        k for k, e in enumerate(column) if k and e.line is not None and e.line.opens
        and k not in heads
    ]  # fmt: skip
    gaps = WhitePlaces(heads=len(heads), paragraphs=len(paragraphs), lines=len(column) - 1)
    most = WhitePlaces(heads=limits[0], paragraphs=limits[1], lines=limits[2])
    per_head, per_paragraph, per_line, left = stretch(0.0, missing, gaps, most)
    if left > EPS_PT:
        return None
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
