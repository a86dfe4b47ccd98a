"""How a case is judged: its file, preflighted by its profile, and what was found as a set."""

from functools import cache
from pathlib import Path

import pytest

from layout.check.press.profile import Rules, find_rules
from layout.check.press.run import FileReport, preflight
from layout.record import replace
from tests.check.press.broken import Case
from tests.check.press.producers import Made, here

OWN = Path(__file__).parent
LETTERS = {"error": "E", "warning": "W", "info": "I"}


@cache
def rules_of(profile: str) -> Rules:
    """A built-in profile, or one of the tests' own."""
    own = OWN / f"{profile}.yaml"
    return find_rules(str(own) if own.exists() else profile)


def found_in(report: FileReport, *, remarks: bool = False) -> set[str]:
    """Codes with their severities: `PF10E`; remarks where a case is about one."""
    return {
        d.code + LETTERS[d.severity]
        for d in report.found
        if d.severity != "info" or (remarks and d.sub != "covered")
    }


def judged(one: Case | Made, *, bad: bool, off: str = "") -> tuple[set[str], FileReport]:
    """What is found in the file of a case, with one check switched `off`."""
    if isinstance(one, Made) and not here(one.needs):
        pytest.skip(f"{one.by} is not here")
    rules = rules_of(one.profile)
    if off:
        limits = replace(rules.limits[off], severity="skip")
        rules = replace(rules, limits=rules.limits | {off: limits})
    report = preflight(one.file(bad=bad), "case.pdf", rules)
    remarks = any(code.endswith("I") for code in one.finds)
    return found_in(report, remarks=remarks and bad), report


def lines(report: FileReport) -> str:
    """What a failing test shows."""
    return "\n".join(d.line("en") for d in report.found)
