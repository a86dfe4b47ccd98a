"""What a check is, and how a list of them is run over a subject of whatever kind.

Nothing here knows of pages or PDFs. A check that raises, or that lacks the facts it needs, is
reported as not checked, never as passed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from layout.diagnostics import Diagnostic, Place, Severity, Spot, names_it
from layout.errors import BanxinError
from layout.record import record
from layout.words.said import LANGUAGES, Language, Said, said

S = TypeVar("S")


class NotCheckedError(BanxinError):
    """A check has not the facts it needs; `why` says which."""

    def __init__(self, why: Said) -> None:
        self.why = why
        super().__init__(why)


@record
class Finding:
    """What a check has found: with the measured value and its threshold among what is said.

    `about` are names of what it is of, such as ids of blocks. `severity` is its own, where it is
    not the check's.
    """

    said: Said
    where: Place | None = None
    spot: Spot | None = None
    about: tuple[str, ...] = ()
    severity: Severity | None = None

    @property
    def message(self) -> str:
        """What was found, in English."""
        return self.said.words()

    @property
    def hint(self) -> str:
        """What to do about it, in English; empty where nothing is known."""
        return self.said.hint()


@record
class Check(Generic[S]):
    """One thing that can be wrong. The `id` never changes; `title` is the field's own term."""

    id: str
    title: str
    reason: str
    source: str
    severity: Severity
    run: Callable[[S], Iterable[Finding]]


@record
class Acceptance:
    """A finding of `check` that is meant: one that is about `at`, whole or as the end of a path, or
    whose message holds it, in any language."""

    check: str
    at: str
    why: str
    place: Place | None = None

    def names(self, found: Finding) -> bool:
        """Whether it says what a finding is about, or words that its message quotes."""
        return names_it(self.at, found.about, found.said)


@record
class Accepted:
    """A finding that was explained."""

    diagnostic: Diagnostic
    why: str


@record
class Result:
    """What came of one check: `passed`, `found`, `off` or `not checked`, and then `why`."""

    id: str
    title: str
    status: str
    found: tuple[Diagnostic, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    why: Said | None = None


@record
class Report:
    """Results in the order of the checks, and the acceptances that explained nothing."""

    results: tuple[Result, ...]
    idle: tuple[Acceptance, ...] = ()


def run_checks(
    checks: Sequence[Check[S]],
    subject: S,
    severities: Mapping[str, str] | None = None,
    accept: Sequence[Acceptance] = (),
) -> Report:
    """All checks run over a subject.

    `severities` are those a user gives, by id; `skip` leaves a check out, whose
    status is then `off`. A finding that an
    acceptance takes is told apart, with its reason.
    """
    results: list[Result] = []
    used: set[int] = set()
    for check in checks:
        given = (severities or {}).get(check.id)
        if given == "skip":
            results.append(Result(id=check.id, title=check.title, status="off"))
            continue
        results.append(_run(check, subject, given, accept, used))
    ran = {result.id for result in results if result.status in ("passed", "found")}
    idle = tuple(a for k, a in enumerate(accept) if k not in used and a.check in ran)
    return Report(results=tuple(results), idle=idle)


def _run(
    check: Check[S],
    subject: S,
    severity: str | None,
    accept: Sequence[Acceptance],
    used: set[int],
) -> Result:
    findings: list[Finding] = []
    why: Said | None = None
    try:
        for found in check.run(subject):
            findings.append(found)
    except NotCheckedError as exc:
        why = exc.why
    except Exception as exc:  # a defect of the check must not pass for a good page
        why = said("part.check-fault", kind=type(exc).__name__, text=str(exc))
    taken = _taken(check.id, findings, accept)
    used.update(taken.values())
    told: list[Diagnostic] = []
    accepted: list[Accepted] = []
    for number, found in enumerate(findings):
        one = _diagnostic(check, found, severity)
        if number in taken:
            accepted.append(Accepted(diagnostic=one, why=accept[taken[number]].why))
        else:
            told.append(one)
    status = "not checked" if why else "found" if findings else "passed"
    return Result(
        id=check.id,
        title=check.title,
        status=status,
        found=tuple(told),
        accepted=tuple(accepted),
        why=why,
    )


def _taken(check: str, findings: Sequence[Finding], accept: Sequence[Acceptance]) -> dict[int, int]:
    """Which acceptance takes a finding, both by number.

    One that names no finding is tried by the words of messages, in one language after the other:
    so that these are loaded where somebody may have written them.
    """
    own = [k for k, a in enumerate(accept) if a.check == check]
    taken: dict[int, int] = {}
    tests: list[Callable[[Acceptance, Finding], bool]] = [Acceptance.names]
    tests += [partial(_worded, lang=lang) for lang in LANGUAGES]
    for test in tests:
        left = [k for k in own if k not in taken.values()]
        for number, found in enumerate(findings if left else ()):
            if number not in taken:
                first = next((k for k in left if test(accept[k], found)), None)
                if first is not None:
                    taken[number] = first
    return taken


def _worded(one: Acceptance, found: Finding, *, lang: Language) -> bool:
    """Whether the message of a finding, in a language, holds the words of an acceptance."""
    return one.at in found.said.words(lang)


def _diagnostic(check: Check[S], found: Finding, given: str | None) -> Diagnostic:
    """A finding with the severity a user gives its check, else its own, else the check's."""
    severity: Severity = found.severity or check.severity
    if found.severity != "info":  # a remark is no fault at any severity
        for known in ("info", "warning", "error"):
            if given == known:
                severity = known
    return Diagnostic(
        said=found.said,
        severity=severity,
        where=found.where or found.spot,
        spot=found.spot,
    )
