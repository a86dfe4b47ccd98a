"""PAGE-CUT: a line that nothing crosses cuts the page in two."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.subject import Subject
from layout.display.items import BlockPlace
from layout.geometry import Rect
from layout.units import EPS_PT
from layout.words.said import Said, said

MOST_NAMED: Final = 3
FURNITURE: Final = frozenset({"header", "text", "credits", "masthead", "imprint", "rule"})
"""Their edges are meant to cross the page: header, banner, main headline."""

CHECK: Final[Check[Subject]] = Check(
    id="PAGE-CUT",
    title="断版",
    reason="A line from side to side takes a page apart into two that have nothing to do with each "
    "other; articles should lock into one another.",
    source="trade rule (断版); the share of the width is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each white or ruled line between two parts of the page that no block reaches across."""
    page = subject.page
    area = page.grid.type_area
    least = subject.rules.page_cut.width / 100 * area.width
    places = [b for b in page.blocks if b.rect.height > EPS_PT and b.kind != "rule"]
    free = subject.rules.page_cut.across
    for top, bottom in _cuts(places, area, least):
        above = [b for b in places if b.rect.bottom <= top + EPS_PT]
        below = [b for b in places if b.rect.y >= bottom - EPS_PT]
        if _exempt(above, below, top, bottom, least):
            continue
        if free and (_across(above, least) or _across(below, least)):
            free -= 1
            continue
        clear = area.width - _crossed(places, (top + bottom) / 2, area)
        upper = [b.id for b in above if b.rect.bottom > top - page.grid.pitch]
        lower = [b.id for b in below if b.rect.y < bottom + page.grid.pitch]
        line = round((bottom - area.y) / page.grid.pitch) + 1
        yield Finding(
            said=said(
                "PAGE-CUT.line",
                line=line,
                percent=100 * clear / area.width,
                above=_named(upper),
                below=_named(lower),
                from_percent=subject.rules.page_cut.width,
            ),
            where=subject.places.get(lower[0], subject.place),
            spot=subject.spot(Rect(area.x, top, area.width, bottom - top)),
            about=(*upper, *lower),
        )


def _cuts(places: Sequence[BlockPlace], area: Rect, least: float) -> list[tuple[float, float]]:
    """The stretches from top to bottom that are clear over `least` points of the width."""
    edges = sorted({y for b in places for y in (b.rect.y, b.rect.bottom)})
    levels = sorted({*edges, *((a + b) / 2 for a, b in pairwise(edges))})
    found: list[tuple[float, float]] = []
    going = False
    for level in levels:
        clear = area.width - _crossed(places, level, area) >= least - EPS_PT
        if clear:
            found.append((found.pop()[0] if going else level, level))
        going = clear
    return found


def _crossed(places: Sequence[BlockPlace], level: float, area: Rect) -> float:
    """How much of the type width has a block that stands on both sides of a level."""
    spans = sorted(
        (max(b.rect.x, area.x), min(b.rect.right, area.right))
        for b in places
        if b.rect.y < level - EPS_PT and b.rect.bottom > level + EPS_PT
    )
    total, reached = 0.0, area.x
    for left, right in spans:
        total += max(0.0, right - max(left, reached))
        reached = max(reached, right)
    return total


def _exempt(
    above: Sequence[BlockPlace],
    below: Sequence[BlockPlace],
    top: float,
    bottom: float,
    least: float,
) -> bool:
    """Whether the line is the edge of header, banner or main headline, or has articles on one side
    alone: adverts, pictures and the imprint may stand across the page's head and foot."""
    edges = [b for b in above if b.rect.bottom > top - EPS_PT]
    edges += [b for b in below if b.rect.y < bottom + EPS_PT]
    if any(b.kind in FURNITURE and b.rect.width >= least - EPS_PT for b in edges):
        return True
    return not all(any(b.kind == "story" for b in side) for side in (above, below))


def _across(side: Sequence[BlockPlace], least: float) -> bool:
    """Whether the one article on a side of the line has the page's whole width: the lead at the
    head, or a story along the foot."""
    stories = [b for b in side if b.kind == "story"]
    return len(stories) == 1 and stories[0].rect.width >= least - EPS_PT


def _named(ids: Sequence[str]) -> tuple[Said | str, ...]:
    more = len(ids) - MOST_NAMED
    return (*ids[:MOST_NAMED], *((said("part.more", count=more),) if more > 0 else ()))
