"""TITLE-ABUT: two headlines side by side that read as one."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import Title, extent, shared
from layout.check.makeup.subject import Subject
from layout.display.items import GlyphRun
from layout.geometry import Rect
from layout.units import EPS_PT, ROUNDING
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="TITLE-ABUT",
    title="碰题",
    reason="Two headlines on one level with no more than a gutter between are read as one line.",
    source="trade rule against 并题 and 对题; in English make-up, butting heads",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each pair of lines of two 主题 on one level, too near, with nothing but white between."""
    rule = subject.rules.title_abut
    most = subject.points(rule.gap)
    for a, b in combinations(subject.titles, 2):
        worst = _nearest(a, b, rule.overlap / 100)
        if worst is None:
            continue
        gap, overlap, between = worst
        if gap > most + EPS_PT or _divided(subject, between):
            continue
        yield Finding(
            said=said(
                "TITLE-ABUT.beside",
                text=a.text,
                other=b.text,
                apart_zi=gap / subject.zi,
                least_zi=most / subject.zi,
                percent=100 * overlap,
                from_percent=rule.overlap,
            ),
            where=subject.title_place(b),
            spot=subject.spot(between),
            about=(a.block, b.block),
        )


def _nearest(a: Title, b: Title, least: float) -> tuple[float, float, Rect] | None:
    """The least distance of two lines on one level, what they share of their height, and the
    white between them."""
    found: list[tuple[float, float, Rect]] = []
    for one in a.lines:
        for two in b.lines:
            both = shared(one.y, one.bottom, two.y, two.bottom)
            overlap = both / min(one.height, two.height)
            left, right = (one, two) if one.x <= two.x else (two, one)
            gap = right.x - left.right
            if overlap + ROUNDING >= least and gap > -min(one.width, two.width):
                top = max(one.y, two.y)
                found.append((gap, overlap, Rect(left.right, top, max(0.0, gap), both)))
    return min(found, key=lambda f: f[0]) if found else None


def _divided(subject: Subject, between: Rect) -> bool:
    """Whether a rule, a picture or the edge of a box stands in the white."""
    area = Rect(between.x - 0.5, between.y, between.width + 1.0, between.height)
    marks = (i for i in subject.page.items if not isinstance(i, GlyphRun))
    return any(extent(item).meets(area) for item in marks)
