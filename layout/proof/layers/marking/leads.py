"""Which way a lead goes from a mark to what is written for it: level and upright, over as little
type as may be."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from layout.geometry import Rect
from layout.proof.layers.layer import CorrectionMark
from layout.proof.layers.marking.blank import BlankRoom
from layout.proof.layers.marking.printed import Numbers, table
from layout.proof.layers.marking.signs import LEAD_PT, Point
from layout.record import record

ROOM_PT: Final = 0.3
"""Between a label and type, and between a label and its lead: at least."""
LEVELS: Final = (0.0, 0.9)
"""Points from the edge of a mark at which its lead may run: two of one line need two."""
COVERS: Final = 20.0
"""What a point of a lead costs that runs over type; one that runs over nothing costs 1."""
Line = tuple[Point, ...]
Start = tuple[Point, Point]
"""Where a lead may leave a mark, and which way is away from its line."""


@record
class Lead:
    """A lead, and what it costs: how long it is, and how much of it runs over type."""

    points: Line
    cost: float


def best_leads(
    starts: Sequence[Start], places: Sequence[Rect], room: BlankRoom
) -> list[tuple[Lead, ...]]:
    """For each place the cheapest lead from any of the starts at each of the levels. It goes level
    and then upright, or the other way round."""
    if not places:
        return []
    begins = np.array(starts, dtype=np.float64)  # start, where from and which way, x and y
    levels = np.array(LEVELS)[:, None]
    x0, y0 = (begins[:, 0, k] + begins[:, 1, k] * levels for k in (0, 1))  # level, start
    heads = np.broadcast_to(begins[:, 0], (len(LEVELS), len(starts), 2))
    x, y, right, bottom = (edge[:, None, None] for edge in table(places).T)
    side = np.where(x0 < (x + right) / 2, x - ROOM_PT, right + ROOM_PT)
    edge = np.where(y0 < (y + bottom) / 2, y - ROOM_PT, bottom + ROOM_PT)
    beside, under = (y <= y0) & (y0 <= bottom), (x <= x0) & (x0 <= right)
    x1 = np.clip(x0, x + 1.0, right - 1.0)
    y1 = np.clip(y0, y + 1.0, bottom - 1.0)
    shape = beside.shape
    x0, y0 = np.broadcast_to(x0, shape), np.broadcast_to(y0, shape)
    # Level first, straight to the side of a label beside it; upright first, not to one under it.
    turns = np.stack([np.where(beside, side, x1), y0, x0, y1], -1).reshape(*shape, 2, 2)
    ends = np.stack([turns[..., 0, 0], np.where(beside, y0, edge), side, y1], -1)
    ends = ends.reshape(*shape, 2, 2)
    first = np.stack([x0, y0], -1)[..., None, :]
    cost = _cost(heads[None, :, :, None, :], first, room)
    cost = cost + _cost(first, turns, room) + _cost(turns, ends, room)
    cost[..., 1][under] = np.inf
    best = cost.reshape(len(places), len(LEVELS), -1).argmin(-1)
    out: list[tuple[Lead, ...]] = []
    for k, of in enumerate(best.tolist()):
        found = []
        for level, one in enumerate(of):
            at = (k, level, *divmod(one, 2))
            points = (heads[at[1:3]], first[at[:3]][0], turns[at], ends[at])
            line = tuple(dict.fromkeys((float(x), float(y)) for x, y in points))
            found.append(Lead(points=line, cost=float(cost[at])))
        out.append(tuple(found))
    return out


def _cost(one: Numbers, other: Numbers, room: BlankRoom) -> Numbers:
    """What level or upright pieces of leads cost, from points to points."""
    far = np.abs(other - one)
    half = np.where(far > 0.0, 0.0, LEAD_PT / 2)  # across the way
    half[(far == 0.0).all(-1)] = 0.0
    low, high = np.minimum(one, other) - half, np.maximum(one, other) + half
    cost: Numbers = far.sum(-1) + COVERS * room.under(np.concatenate([low, high], -1)) / LEAD_PT
    return cost


def pieces(lead: Line) -> Iterator[Rect]:
    """The pieces of a lead, as wide as they are drawn."""
    half = LEAD_PT / 2
    for (ax, ay), (bx, by) in pairwise(lead):
        x, y = min(ax, bx), min(ay, by)
        if ay == by:
            yield Rect(x, y - half, abs(ax - bx), LEAD_PT)
        else:
            yield Rect(x - half, y, LEAD_PT, abs(ay - by))


def starts_of(mark: CorrectionMark, rings: Sequence[Rect]) -> list[Start]:
    """Where a lead may leave a mark, and which way is away from its line."""
    out: list[Start] = []
    for ring in dict.fromkeys((rings[0], rings[-1])):
        if mark.vertical:
            out += [
                ((ring.x, ring.y), (-1.0, 0.0)), ((ring.right, ring.y), (1.0, 0.0)),
                ((ring.x, ring.bottom), (-1.0, 0.0)), ((ring.right, ring.bottom), (1.0, 0.0)),
            ]  # fmt: skip
        else:
            out += [
                ((ring.x, ring.y), (0.0, -1.0)), ((ring.x, ring.bottom), (0.0, 1.0)),
                ((ring.right, ring.y), (0.0, -1.0)), ((ring.right, ring.bottom), (0.0, 1.0)),
            ]  # fmt: skip
    if mark.mark == "transpose" and not mark.done:
        out = _stepped_starts(mark, rings)
    return list(dict.fromkeys(out))


def _stepped_starts(mark: CorrectionMark, rings: Sequence[Rect]) -> list[Start]:
    """The ends of a stepped line: over its first part, and under or over its last."""
    first, last = rings[0], rings[-1]
    over_last = len([part for part in mark.parts if part]) % 2 == 1
    if mark.vertical:
        side = (last.right, (1.0, 0.0)) if over_last else (last.x, (-1.0, 0.0))
        return [((first.right, first.y), (1.0, 0.0)), ((side[0], last.bottom), side[1])]
    edge = (last.y, (0.0, -1.0)) if over_last else (last.bottom, (0.0, 1.0))
    return [((first.x, first.y), (0.0, -1.0)), ((last.right, edge[0]), edge[1])]
