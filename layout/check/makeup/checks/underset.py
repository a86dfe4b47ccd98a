"""UNDERSET: columns that text does not fill."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.copyfit import FitRow, fit_rows
from layout.check.makeup.subject import Subject
from layout.flow import copyfit
from layout.geometry import hull
from layout.units import ROUNDING

CHECK: Final[Check[Subject]] = Check(
    id="UNDERSET",
    title="欠文",
    reason="A hole at the foot of a column looks like text that was lost.",
    source="copyfitting (字数、行数), by what is drawn",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each story with more lines empty than its columns may leave."""
    rule = subject.rules.underset
    for row in underset(subject):
        most = rule.lines * row.columns
        frames = [f.rect for f in subject.page.frames if f.block == row.block]
        yield Finding(
            said=copyfit.under(
                row.node,
                lines=row.empty,
                per_line=row.per_line,
                columns=row.columns,
                down=row.down,
                most=most,
            ),
            where=subject.places.get(row.block),
            spot=subject.spot(hull(frames)) if frames else None,
            about=(row.block, row.node),
        )


def underset(subject: Subject) -> Iterator[FitRow]:
    """The stories that UNDERSET tells; none where a page leaves it out."""
    rule = subject.rules.underset
    for row in fit_rows(subject):
        if rule.severity != "skip" and row.empty > rule.lines * row.columns + ROUNDING:
            yield row
