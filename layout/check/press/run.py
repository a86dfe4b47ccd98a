"""A file preflighted: read, checked by a profile, and what came of it.

A file that cannot be read is a finding, and then no check has passed: all others are not checked.
"""

from typing import Final

from layout.check.engine import Report, Result, run_checks
from layout.check.press.catalogue import CHECKS
from layout.check.press.profile import Rules
from layout.check.press.subject import PressSubject, gather
from layout.diagnostics import Diagnostic, Severity, error, whole_file, worst_first
from layout.pdf.limits import LIMITS, LockedError, PdfError, ReadLimits
from layout.record import field, record
from layout.words.said import said

READABLE: Final = "PF00"
LOCKED: Final = "PF27"


@record
class FileReport:
    """What came of a file. `pages` is None where it could not be opened; `subject` is then too."""

    file: str
    rules: Rules
    results: tuple[Result, ...]
    pages: int | None
    subject: PressSubject | None = field(default=None)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All findings, errors first."""
        return tuple(worst_first(d for r in self.results for d in r.found))

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(1 for d in self.found if d.severity == severity)

    @property
    def ran(self) -> int:
        """How many checks were run to their end."""
        return sum(1 for r in self.results if r.status in ("passed", "found"))

    @property
    def unchecked(self) -> tuple[Result, ...]:
        """The checks that could not be run, or not on every page."""
        return tuple(r for r in self.results if r.status == "not checked")

    @property
    def missed(self) -> tuple[Result, ...]:
        """Those of `unchecked` that look for errors, where the profile counts them as errors."""
        if self.rules.not_checked != "error":
            return ()
        grave = {c.id for c in CHECKS if (self._severity(c.id) or c.severity) == "error"}
        return tuple(r for r in self.unchecked if r.id in grave)

    @property
    def clean(self) -> bool:
        """Whether no error was found and nothing was missed that would find one."""
        return not self.count("error") and not self.missed

    def _severity(self, check: str) -> str | None:
        return self.rules.severities.get(check)


def preflight(data: bytes, file: str, rules: Rules, limits: ReadLimits = LIMITS) -> FileReport:
    """All checks of a profile on a file's bytes; `file` is what it is called. Raises nothing."""
    checks = [check.bound(rules.limits[check.id]) for check in CHECKS]
    try:
        subject = gather(data, file, rules.standard, limits)
    except PdfError as exc:
        return _unread(exc, file, rules)
    report: Report = run_checks(checks, subject, rules.severities)
    return FileReport(
        file=file, rules=rules, results=report.results, pages=len(subject.pages), subject=subject
    )


def unread_file(file: str, why: PdfError, rules: Rules) -> FileReport:
    """The report of a file whose bytes are not to be had."""
    return _unread(why, file, rules)


def _unread(exc: PdfError, file: str, rules: Rules) -> FileReport:
    locked = isinstance(exc, LockedError)
    owner, key = (LOCKED, "PF27.locked") if locked else (READABLE, "PF00.unread")
    known = {check.id for check in CHECKS}
    owner = owner if owner in known else READABLE
    told = error(said(key, why=exc.why), whole_file(file))
    results = [
        Result(id=c.id, title=c.title, status="found", found=(told,))
        if c.id == owner
        else Result(id=c.id, title=c.title, status="not checked", why=said("part.preflight-unread"))
        for c in CHECKS
    ]
    return FileReport(file=file, rules=rules, results=tuple(results), pages=None)
