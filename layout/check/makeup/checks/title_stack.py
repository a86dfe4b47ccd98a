"""TITLE-STACK: a headline right under another one."""

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import HEADLINE, Title, shared
from layout.check.makeup.subject import Subject
from layout.geometry import Rect
from layout.units import EPS_PT
from layout.words.said import said

CHECK: Final[Check[Subject]] = Check(
    id="TITLE-STACK",
    title="题压题",
    reason="A headline needs its own text under it; two in a row are taken for parts of one.",
    source="trade rule against 叠题",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each headline under another one with less than a line, and no text, between."""
    least = subject.points(subject.rules.title_stack.gap)
    for upper, lower in permutations(subject.titles, 2):
        white = _white(upper, lower)
        if white is None or white.height >= least - EPS_PT or _filled(subject, white):
            continue
        pitch = subject.page.grid.pitch
        yield Finding(
            said=said(
                "TITLE-STACK.under",
                text=lower.text,
                other=upper.text,
                lines=white.height / pitch,
                least_lines=least / pitch,
            ),
            where=subject.title_place(lower),
            spot=subject.spot(white),
            about=(upper.block, lower.block),
        )


def _white(upper: Title, lower: Title) -> Rect | None:
    """What lies between two headlines that stand one over the other."""
    a, b = upper.whole, lower.whole
    common = shared(a.x, a.right, b.x, b.right)
    if common <= EPS_PT or b.y < a.y + a.height / 2:
        return None
    x = max(a.x, b.x)
    return Rect(x, min(a.bottom, b.y), common, max(0.0, b.y - a.bottom))


def _filled(subject: Subject, white: Rect) -> bool:
    """Whether a line of text has its middle in the white."""
    return any(
        line.part not in HEADLINE
        and white.y < line.rect.y + line.rect.height / 2 < white.bottom
        and shared(line.rect.x, line.rect.right, white.x, white.right) > EPS_PT
        for line in subject.lines
    )
