"""GUTTER-RUN: one gutter runs down most of the page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.occupied import Solid, solids
from layout.check.makeup.subject import Subject
from layout.display.items import BlockPlace, Page
from layout.geometry import Rect
from layout.record import record
from layout.units import EPS_PT, ROUNDING
from layout.words.said import said

REACH: Final = 3.0
"""字 within which something must stand on both sides of white for it to be a gutter."""
BAND: Final = 3.0
"""Lines of the grid: a band of white on both sides, as beside a headline, parts a gutter into two;
the white between two stories is narrower. An article with as much over all its columns has its
headline there."""

CHECK: Final[Check[Subject]] = Check(
    id="GUTTER-RUN",
    title="通缝",
    reason="A gutter that runs down past several articles splits the page from top to foot.",
    source="trade rule (通缝); the share of the height is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each gutter that nothing crosses for too much of the type height."""
    page = subject.page
    area = page.grid.type_area
    rule = subject.rules.gutter_run
    # A rule (水线) that runs down in a gutter does not cross it.
    parts = [
        p
        for p in solids(subject)
        if (p.text or p.rect.width >= subject.zi / 2) and p.block not in subject.in_strip
    ]
    articles = {b.id for b in page.blocks if b.kind == "story"}
    band = BAND * page.grid.pitch
    bridges = [b.rect for b in page.blocks if b.id in articles and _headed(page, b, band)]
    look = _Look(tuple(parts), tuple(bridges), REACH * subject.zi, band)
    found: list[tuple[Rect, float, list[str]]] = []
    for x in _gutters(parts, page.grid.columns, subject.zi):
        for top, bottom, blocks in _runs(look, x, area):
            share = (bottom - top) / area.height
            beside = [name for name in blocks if name in articles]
            if share <= rule.height / 100 + ROUNDING or len(beside) < rule.articles:
                continue
            rect = _white(parts, x, top, bottom)
            if not any(abs(rect.x - old.x) < subject.zi for old, _, _ in found):
                found.append((rect, share, beside))
    if len(found) == 1 and _beside_a_side_column(found[0][0], area, rule.side / 100):
        return
    for rect, share, beside in found:
        yield Finding(
            said=said(
                "GUTTER-RUN.articles",
                percent=100 * share,
                most_percent=rule.height,
                articles=len(beside),
                blocks=tuple(beside),
            ),
            where=subject.places.get(beside[0], subject.place),
            spot=subject.spot(rect),
            about=tuple(beside),
        )


def _beside_a_side_column(gutter: Rect, area: Rect, most: float) -> bool:
    """Whether what stands on one side of a gutter is a side column: no more than `most` of the
    type width."""
    return min(gutter.x - area.x, area.right - gutter.right) <= most * area.width + EPS_PT


def _gutters(
    parts: Sequence[Solid], columns: Sequence[tuple[float, float]], zi: float
) -> list[float]:
    """Where gutters may run: the middles of the page's own, and between neighbours."""
    found = {round((a[1] + b[0]) / 2, 2) for a, b in pairwise(columns)}
    rects = [p.rect for p in parts if p.rect.height > zi]
    for left in rects:
        nearest = min(
            (r.x for r in rects if r.x >= left.right - EPS_PT and _level(left, r)), default=None
        )
        if nearest is not None and nearest - left.right <= REACH * zi:
            found.add(round((left.right + nearest) / 2, 2))
    return sorted(found)


def _level(a: Rect, b: Rect) -> bool:
    return min(a.bottom, b.bottom) > max(a.y, b.y)


def _headed(page: Page, block: BlockPlace, band: float) -> bool:
    """Whether an article has a headline over all its columns: it holds together what stands on both
    sides of a gutter inside it."""
    tops = [frame.rect.y for frame in page.frames if frame.block == block.id]
    return bool(tops) and min(tops) - block.rect.y >= band - EPS_PT


@record(kw_only=False)
class _Look:
    """What stands on the page, the articles that bridge gutters, and the two limits in points."""

    parts: tuple[Solid, ...]
    bridges: tuple[Rect, ...]
    reach: float
    band: float


def _runs(look: _Look, x: float, area: Rect) -> Iterator[tuple[float, float, tuple[str, ...]]]:
    """The stretches where nothing crosses `x`, as far as something stands on both sides, with the
    blocks beside them."""
    crossing = sorted(
        (rect.y, rect.bottom)
        for rect in (*(p.rect for p in look.parts), *look.bridges)
        if rect.x < x - EPS_PT and rect.right > x + EPS_PT
    )
    begin = area.y
    for top, bottom in (*crossing, (area.bottom, area.bottom)):
        if top > begin:
            yield from _flanked(look, x, begin, top)
        begin = max(begin, bottom)


def _flanked(
    look: _Look, x: float, top: float, bottom: float
) -> Iterator[tuple[float, float, tuple[str, ...]]]:
    """The parts of a stretch from top to bottom along which something stands beside `x`, as far as
    it stands on both sides; a band of white on both sides parts it."""
    here = [p for p in look.parts if p.rect.bottom > top + EPS_PT and p.rect.y < bottom - EPS_PT]
    lefts = [p for p in here if p.rect.right <= x + EPS_PT and x - p.rect.right <= look.reach]
    rights = [p for p in here if p.rect.x >= x - EPS_PT and p.rect.x - x <= look.reach]
    for first, last in _bands([p.rect for p in (*lefts, *rights)], look.band):
        sides = [
            [p for p in side if p.rect.bottom > first + EPS_PT and p.rect.y < last - EPS_PT]
            for side in (lefts, rights)
        ]
        if not all(sides):
            continue
        begin = max(top, *(min(p.rect.y for p in side) for side in sides))
        end = min(bottom, *(max(p.rect.bottom for p in side) for side in sides))
        if end > begin:
            blocks = dict.fromkeys(p.block for side in sides for p in side)
            yield begin, end, tuple(blocks)


def _bands(rects: Sequence[Rect], gap: float) -> Iterator[tuple[float, float]]:
    """From where to where rectangles follow one another with less than `gap` between them."""
    reached: tuple[float, float] | None = None
    for rect in sorted(rects, key=lambda r: r.y):
        if reached is None:
            reached = rect.y, rect.bottom
        elif rect.y - reached[1] < gap:
            reached = reached[0], max(reached[1], rect.bottom)
        else:
            yield reached
            reached = rect.y, rect.bottom
    if reached is not None:
        yield reached


def _white(parts: Sequence[Solid], x: float, top: float, bottom: float) -> Rect:
    """The white round `x`, as wide as it is clear."""
    here = [p.rect for p in parts if p.rect.bottom > top and p.rect.y < bottom]
    left = max((r.right for r in here if r.right <= x + EPS_PT), default=x)
    right = min((r.x for r in here if r.x >= x - EPS_PT), default=x)
    return Rect(left, top, right - left, bottom - top)
