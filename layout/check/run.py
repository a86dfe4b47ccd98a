"""One page checked: the layout checks, what composing said besides, copyfit and evidence."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from layout.api import ComposedPage
from layout.called import names_of, told_by_name
from layout.check.catalogue import CHECKS
from layout.check.engine import Acceptance, Accepted, Report, Result, run_checks
from layout.check.makeup.checks.evidence import Statement, statements
from layout.check.makeup.copyfit import (
    AdvertRow,
    FitRow,
    TableRow,
    advert_rows,
    fit_rows,
    table_rows,
)
from layout.check.makeup.gather import acceptances, gather, severities
from layout.check.makeup.subject import PageFacts, Subject
from layout.diagnostics import Diagnostic, Severity, StopError, warning, worst_first
from layout.record import record, replace
from layout.spec.model.checks import Accept
from layout.spec.resolve.resolved import RPage

TOLD_AGAIN: Final = frozenset({"LOOSE", "KINSOKU", "UNDERSET", "CROPPED", "COARSE"})
"""What composing says that a check of the same name says too, by thresholds of its own."""


@record
class PageReport:
    """What came of a page. `diagnostics` are those to be told, errors first."""

    page: str
    results: tuple[Result, ...]
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...]
    copyfit: tuple[FitRow, ...]
    evidence: tuple[Statement, ...]
    tables: tuple[TableRow, ...] = ()
    adverts: tuple[AdvertRow, ...] = ()

    @property
    def fits(self) -> "tuple[FitRow | TableRow | AdvertRow, ...]":
        """The rows of the copyfit list: stories, then tables, then adverts."""
        return (*self.copyfit, *self.tables, *self.adverts)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(1 for d in self.diagnostics if d.severity == severity)

    @property
    def ran(self) -> int:
        """How many checks were run to their end."""
        return sum(1 for r in self.results if r.status in ("passed", "found"))

    @property
    def unchecked(self) -> tuple[Result, ...]:
        """The checks that could not be run."""
        return tuple(r for r in self.results if r.status == "not checked")


def check_page(
    page: ComposedPage, known: dict[Path, PageFacts | StopError] | None = None
) -> PageReport:
    """All layout checks on a composed page. `known` keeps pages of its edition between calls."""
    composed = page.composed
    subject = gather(composed, known)
    given = composed.sources.page.checks
    report = by_name(
        check_subject(subject, given.accept if given is not None else ()), composed.resolved
    )
    found = [d for r in report.results for d in r.found]
    found += _idle(report.idle)
    found += besides(page.diagnostics, report)
    return PageReport(
        page=page.name,
        results=report.results,
        diagnostics=tuple(worst_first(found)),
        accepted=tuple(a for r in report.results for a in r.accepted),
        copyfit=tuple(fit_rows(subject)),
        tables=tuple(table_rows(subject)),
        adverts=tuple(advert_rows(subject)),
        evidence=tuple(statements(subject)),
    )


def check_subject(subject: Subject, accept: Sequence[Accept] = ()) -> Report:
    """The checks alone, as a page's own thresholds have them."""
    return run_checks(CHECKS, subject, severities(subject.rules), acceptances(accept))


def by_name(report: Report, page: RPage) -> Report:
    """The report with the names by which a person calls the blocks of a page."""
    if not any(result.found or result.accepted for result in report.results):
        return report
    names = names_of(page)
    return replace(
        report,
        results=tuple(
            replace(
                one,
                found=told_by_name(one.found, names),
                accepted=tuple(
                    replace(each, diagnostic=told_by_name([each.diagnostic], names)[0])
                    for each in one.accepted
                ),
            )
            for one in report.results
        ),
    )


def besides(said: Iterable[Diagnostic], report: Report) -> list[Diagnostic]:
    """What composing says that no check has told: a finding is not told twice."""
    ran = {r.id for r in report.results if r.status in ("passed", "found")}
    told = {
        (d.code, d.where)
        for r in report.results
        for d in (*r.found, *(a.diagnostic for a in r.accepted))
    }
    return [
        d
        for d in said
        if not (d.code in TOLD_AGAIN and d.code in ran) and (d.code, d.where) not in told
    ]


def _idle(idle: Iterable[Acceptance]) -> list[Diagnostic]:
    """An acceptance that explains nothing: what it was for is gone, or misnamed."""
    return [
        warning(
            "ACCEPT-IDLE.nothing",
            a.place,
            check=a.check,
            at=a.at,
        )
        for a in idle
    ]
