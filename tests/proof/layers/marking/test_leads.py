"""The way of a lead, held against each way that it may go."""

import random
from collections.abc import Iterator

import pytest

from layout.color import BLACK
from layout.display.items import Box
from layout.geometry import Rect
from layout.proof.layers.layer import CorrectionMark
from layout.proof.layers.marking.blank import PageCover
from layout.proof.layers.marking.leads import (
    COVERS,
    LEVELS,
    ROOM_PT,
    Line,
    Start,
    best_leads,
    pieces,
    starts_of,
)
from layout.proof.layers.marking.signs import LEAD_PT
from tests import toypage


def ways(start: Start, level: float, place: Rect) -> Iterator[Line]:
    """Level and then upright, and the other way round; straight where the label is in the way."""
    (x, y), away = start
    x0, y0 = x + away[0] * level, y + away[1] * level
    head = ((x, y), (x0, y0))
    side = place.x - ROOM_PT if x0 < place.x + place.width / 2 else place.right + ROOM_PT
    edge = place.y - ROOM_PT if y0 < place.y + place.height / 2 else place.bottom + ROOM_PT
    x1 = min(max(x0, place.x + 1.0), place.right - 1.0)
    y1 = min(max(y0, place.y + 1.0), place.bottom - 1.0)
    if place.y <= y0 <= place.bottom:
        yield (*head, (side, y0))
    else:
        yield (*head, (x1, y0), (x1, edge))
    if not place.x <= x0 <= place.right:
        yield (*head, (x0, y1), (side, y1))


def cost(lead: Line, rects: list[Rect]) -> float:
    out = 0.0
    for piece, a, b in zip(pieces(lead), lead, lead[1:], strict=False):
        far = abs(a[0] - b[0]) + abs(a[1] - b[1])
        under = sum(
            max(min(piece.right, one.right) - max(piece.x, one.x), 0.0)
            * max(min(piece.bottom, one.bottom) - max(piece.y, one.y), 0.0)
            for one in rects
        )
        out += far + COVERS * (under if far else 0.0) / LEAD_PT
    return out


@pytest.mark.parametrize("vertical", [False, True])
def test_no_way_is_cheaper(vertical: bool) -> None:
    dice = random.Random(11)
    whole = Rect(0, 0, 200, 160)
    for _ in range(6):
        rects = [
            Rect(dice.uniform(0, 150), dice.uniform(0, 120), dice.uniform(5, 40), 9.0)
            for _ in range(12)
        ]
        page = toypage.page(*(Box(rect=one, fill=BLACK) for one in rects), width=200, height=160)
        spot = Rect(dice.uniform(20, 150), dice.uniform(20, 120), 18, 9)
        mark = CorrectionMark(
            number=1, mark="replace", spots=(spot,), words="字", vertical=vertical
        )
        starts = starts_of(mark, (spot,))
        places = [Rect(dice.uniform(10, 160), dice.uniform(10, 140), 20.0, 10.0) for _ in range(20)]
        found = best_leads(starts, places, PageCover(page).near(whole))
        assert len(found) == len(places)
        for place, of in zip(places, found, strict=True):
            for level, lead in zip(LEVELS, of, strict=True):
                least = min(cost(w, rects) for start in starts for w in ways(start, level, place))
                assert lead.cost == pytest.approx(least, abs=1e-4)
                assert cost(lead.points, rects) == pytest.approx(least, abs=1e-4)


def test_without_places_there_is_no_lead() -> None:
    room = PageCover(toypage.page(width=90, height=90)).near(Rect(0, 0, 90, 90))
    assert best_leads([((1.0, 1.0), (0.0, 1.0))], [], room) == []
