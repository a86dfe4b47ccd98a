"""GUTTER-RUN: one gutter runs down most of the page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.check.engine import Check, Finding
from layout.check.solids import Solid, solids
from layout.check.subject import Subject
from layout.geometry import Rect
from layout.units import EPS_PT

REACH = 3.0
"""字 within which something must stand on both sides of white for it to be a gutter."""


def run(subject: Subject) -> Iterator[Finding]:
    """Each gutter that nothing crosses for too much of the type height."""
    page = subject.page
    area = page.grid.type_area
    rule = subject.rules.gutter_run
    # A rule (水线) that runs down in a gutter does not cross it.
    parts = [p for p in solids(subject) if p.text or p.rect.width >= subject.zi / 2]
    articles = {b.id for b in page.blocks if b.kind == "story"}
    told: list[Rect] = []
    for x in _gutters(parts, page.grid.columns, subject.zi):
        for top, bottom, blocks in _runs(parts, x, area, REACH * subject.zi):
            share = (bottom - top) / area.height
            beside = [name for name in blocks if name in articles]
            if share <= rule.height / 100 + 1e-9 or len(beside) < rule.articles:
                continue
            rect = _white(parts, x, top, bottom)
            if any(abs(rect.x - old.x) < subject.zi for old in told):
                continue
            told.append(rect)
            names = ", ".join(f'"{name}"' for name in beside)
            yield Finding(
                message=(
                    f"one gutter runs down {100 * share:.0f} % of the type height (at most "
                    f"{rule.height:g} %), past {len(beside)} articles: {names}"
                ),
                where=subject.places.get(beside[0], subject.place),
                spot=subject.spot(rect),
                hint="set one of them in other columns, or let a headline or a picture cross it",
                about=tuple(beside),
            )


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


def _runs(
    parts: Sequence[Solid], x: float, area: Rect, reach: float
) -> Iterator[tuple[float, float, tuple[str, ...]]]:
    """The stretches where nothing crosses `x`, as far as something stands on both sides, with the
    blocks beside them."""
    crossing = sorted(
        (p.rect.y, p.rect.bottom)
        for p in parts
        if p.rect.x < x - EPS_PT and p.rect.right > x + EPS_PT
    )
    begin = area.y
    for top, bottom in (*crossing, (area.bottom, area.bottom)):
        if top > begin:
            yield from _flanked(parts, x, begin, top, reach)
        begin = max(begin, bottom)


def _flanked(
    parts: Sequence[Solid], x: float, top: float, bottom: float, reach: float
) -> Iterator[tuple[float, float, tuple[str, ...]]]:
    here = [p for p in parts if p.rect.bottom > top + EPS_PT and p.rect.y < bottom - EPS_PT]
    lefts = [p for p in here if p.rect.right <= x + EPS_PT and x - p.rect.right <= reach]
    rights = [p for p in here if p.rect.x >= x - EPS_PT and p.rect.x - x <= reach]
    if not lefts or not rights:
        return
    begin = max(top, *(min(p.rect.y for p in side) for side in (lefts, rights)))
    end = min(bottom, *(max(p.rect.bottom for p in side) for side in (lefts, rights)))
    if end > begin:
        yield begin, end, tuple(dict.fromkeys(p.block for p in (*lefts, *rights)))


def _white(parts: Sequence[Solid], x: float, top: float, bottom: float) -> Rect:
    """The white round `x`, as wide as it is clear."""
    here = [p.rect for p in parts if p.rect.bottom > top and p.rect.y < bottom]
    left = max((r.right for r in here if r.right <= x + EPS_PT), default=x)
    right = min((r.x for r in here if r.x >= x - EPS_PT), default=x)
    return Rect(left, top, right - left, bottom - top)


CHECK = Check(
    id="GUTTER-RUN",
    title="通缝",
    reason="A gutter that runs down past several articles splits the page from top to foot.",
    source="trade rule (通缝); the share of the height is the project's proposal",
    severity="warning",
    run=run,
)
