"""Broken PDFs and what preflight says of each, the same mended, and sound ones that look broken."""

from functools import cache
from pathlib import Path

import pytest

from layout.check.press.catalogue import CHECKS
from layout.check.press.profile import Rules, find_rules
from layout.check.press.run import FileReport, preflight
from layout.diagnostics import Diagnostic
from layout.record import replace
from layout.words.said import LANGUAGES
from tests.check.press.broken import CASES, Case
from tests.check.press.producers import MADE, Made, here
from tests.check.press.sound import SOUND

NUMBERS = range(1, 35)
OWN = Path(__file__).parent
LETTERS = {"error": "E", "warning": "W", "info": "I"}
KNOWN = {check.id for check in CHECKS}
BROKEN: tuple[Case | Made, ...] = (*CASES, *MADE)


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


def expected(one: Case | Made) -> set[str]:
    """What a case must give by the checks that there are."""
    return {f for f in one.finds if f[:4] in KNOWN}


def lines(report: FileReport) -> str:
    """What a failing test shows."""
    return "\n".join(d.line("en") for d in report.found)


@pytest.mark.parametrize("one", BROKEN, ids=lambda one: one.id)
def test_a_broken_file_gives_its_findings_and_no_more(one: Case | Made) -> None:
    found, report = judged(one, bad=True)
    assert found == expected(one), lines(report)


@pytest.mark.parametrize("one", BROKEN, ids=lambda one: one.id)
def test_the_same_file_mended_passes(one: Case | Made) -> None:
    found, report = judged(one, bad=False)
    assert found == set(), lines(report)
    assert report.clean
    assert report.unchecked == ()


@pytest.mark.parametrize("one", SOUND, ids=lambda one: one.what)
def test_a_sound_file_passes(one: Case) -> None:
    found, report = judged(one, bad=True)
    assert found == set(), lines(report)
    assert report.clean
    assert report.unchecked == ()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_check_switched_off_misses_its_case(number: int) -> None:
    code = f"PF{number:02}"
    one = next(c for c in CASES if any(f.startswith(code) for f in c.finds))
    if code not in KNOWN:
        pytest.skip("is not written yet")
    found, _ = judged(one, bad=True, off=code)
    assert found == {f for f in expected(one) if not f.startswith(code)}
    assert found != one.finds


def test_each_of_the_34_has_a_case() -> None:
    codes = {f[:4] for c in CASES for f in c.finds}
    assert codes >= {f"PF{n:02}" for n in NUMBERS}
    assert len(CASES) >= 40
    assert len(MADE) >= 12
    assert sum(len(c.finds) > 1 for c in BROKEN) >= 4


def test_a_finding_says_where_and_what() -> None:
    """Of each check of content: its page, a box on it, what was measured and of which object."""
    for number in (8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 31, 32, 33):
        code = f"PF{number:02}"
        one = next(c for c in CASES if any(f.startswith(code) for f in c.finds))
        _, report = judged(one, bad=True)
        for told in (d for d in report.found if d.code == code):
            _says_where(told)


def _says_where(told: Diagnostic) -> None:
    assert told.spot is not None
    assert told.spot.page == "1"
    assert told.spot.rect.width < 290  # of the fault, not of the whole sheet
    values = dict(told.said.values)
    assert {"value", "limit", "object"} <= set(values)
    for lang in LANGUAGES:
        assert "{" not in told.said.words(lang)


def test_what_repeats_is_told_once_a_place() -> None:
    """A hundred marks in RGB in two parts of a page are two findings."""
    from tests.check.press.sheet import Sheet

    sheet = Sheet()
    for k in range(50):
        sheet.rect(10 + k % 10, 10 + k // 10, 0.8, 0.8, "0.5 0.6 0.7 rg")
        sheet.rect(70 + k % 10, 50 + k // 10, 0.8, 0.8, "0.5 0.6 0.7 rg")
    report = preflight(sheet.save(), "case.pdf", rules_of("newspaper-x4"))
    told = [d for d in report.found if d.code == "PF10"]
    assert [dict(d.said.values)["count"] for d in told] == [50, 50]
